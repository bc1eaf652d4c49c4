import CXLSXWriter

/// How the sheets of a workbook are laid out, coloured and filled in.
extension Workbook {
  func width(_ sheet: Int, _ column: Int, _ width: Double) {
    guard let at = Self.place(0, column) else { return }
    _ = unsafe worksheet_set_column(sheets[sheet], at.column, at.column, width, nil)
  }

  func height(_ sheet: Int, _ row: Int, _ height: Double) {
    guard let at = Self.place(row, 0) else { return }
    _ = unsafe worksheet_set_row(sheets[sheet], at.row, height, nil)
  }

  /// Freezes what stands above `row` and left of `column`, and repeats those rows in print.
  func freeze(_ sheet: Int, rows: Int, columns: Int) {
    guard let at = Self.place(rows, columns) else { return }
    unsafe worksheet_freeze_panes(sheets[sheet], at.row, at.column)
    if rows > 0 { _ = unsafe worksheet_repeat_rows(sheets[sheet], 0, at.row - 1) }
  }

  /// One text over a rectangle of cells.
  func merge(_ sheet: Int, _ area: Area, _ text: String, _ look: CellLook) {
    guard area.row < area.lastRow || area.column < area.lastColumn,
      let from = Self.place(area.row, area.column),
      let to = Self.place(area.lastRow, area.lastColumn)
    else { return self.text(sheet, area.row, area.column, text, look) }
    _ = unsafe worksheet_merge_range(
      sheets[sheet], from.row, from.column, to.row, to.column, clean(text), formats[look.rawValue])
  }

  /// How many pages wide a sheet is printed.
  enum PageWidth {
    case one
    /// As many as it takes at seven tenths of the size, these first columns on each.
    case many(repeating: Int)
  }

  /// Prints the cells from the first to those of `lastRow` and `lastColumn`.
  func print(_ sheet: Int, lastRow: Int, lastColumn: Int, _ width: PageWidth = .one) {
    guard let to = Self.place(lastRow, lastColumn) else { return }
    _ = unsafe worksheet_print_area(sheets[sheet], 0, 0, to.row, to.column)
    guard case .many(let columns) = width else { return }
    unsafe worksheet_set_print_scale(sheets[sheet], 70)
    guard let repeated = Self.place(0, columns - 1) else { return }
    _ = unsafe worksheet_repeat_columns(sheets[sheet], 0, repeated.column)
  }

  func filter(_ sheet: Int, row: Int, lastRow: Int, lastColumn: Int) {
    guard let from = Self.place(row, 0), let to = Self.place(lastRow, lastColumn) else { return }
    _ = unsafe worksheet_autofilter(sheets[sheet], from.row, 0, to.row, to.column)
  }

  /// A rectangle of cells, both corners included.
  struct Area {
    let row: Int
    let column: Int
    let lastRow: Int
    let lastColumn: Int
  }

  /// What a cell's value is compared by.
  enum Comparison { case equal, less, greater }

  /// Colours the cells of an area whose value compares so with `operand`, a number or reference.
  func color(
    _ sheet: Int, _ area: Area, _ comparison: Comparison, _ operand: String, _ look: CellLook
  ) {
    guard let from = Self.place(area.row, area.column),
      let to = Self.place(area.lastRow, area.lastColumn), from.row <= to.row,
      from.column <= to.column
    else { return }
    var rule = unsafe lxw_conditional_format()
    unsafe rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
    switch comparison {
    case .equal: unsafe rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
    case .less: unsafe rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_LESS_THAN.rawValue)
    case .greater: unsafe rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_GREATER_THAN.rawValue)
    }
    unsafe rule.format = unsafe formats[look.rawValue]
    unsafe operand.withCString { text in
      unsafe rule.value_string = unsafe UnsafeMutablePointer(mutating: text)
      _ = unsafe worksheet_conditional_format_range(
        sheets[sheet], from.row, from.column, to.row, to.column, &rule)
    }
  }

  /// Lets the cells of an area be chosen from a list kept in other cells: `='说明'!$B$3:$B$6`.
  func choices(_ sheet: Int, _ area: Area, from list: String) {
    guard let from = Self.place(area.row, area.column),
      let to = Self.place(area.lastRow, area.lastColumn), from.row <= to.row
    else { return }
    var rule = unsafe lxw_data_validation()
    unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    unsafe list.withCString { text in
      unsafe rule.value_formula = unsafe UnsafeMutablePointer(mutating: text)
      _ = unsafe worksheet_data_validation_range(
        sheets[sheet], from.row, from.column, to.row, to.column, &rule)
    }
  }
}
