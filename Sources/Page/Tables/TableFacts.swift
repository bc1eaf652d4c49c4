/// A table of a page as a grid: which text stands at which row and column, spans resolved.
///
/// Each cell stands here once, with its span; `cell(row:column:)` finds the one that covers a place.
package struct TableFacts: Sendable, Hashable {
  /// A cell with the places that it covers.
  package struct Cell: Sendable, Hashable {
    /// Lines (`br`, blocks) apart by a line feed, other white space folded; at most 2,000 bytes.
    package var text: String
    // Half the bytes of four `Int`: tables of a thousand cells lie in every yearly report.
    private let rowPlace: Int32
    private let columnPlace: Int32
    private var heightCount: Int32
    private let widthCount: Int32
    /// A `th`, or a cell of a `thead`.
    package var isHeader: Bool

    package init(
      text: String, row: Int, column: Int, height: Int = 1, width: Int = 1, isHeader: Bool = false
    ) {
      self.text = text
      rowPlace = Int32(clamping: row)
      columnPlace = Int32(clamping: column)
      heightCount = Int32(clamping: height)
      widthCount = Int32(clamping: width)
      self.isHeader = isHeader
    }

    /// The first row that it covers, from 0.
    package var row: Int { Int(rowPlace) }
    /// The first column that it covers, from 0.
    package var column: Int { Int(columnPlace) }
    /// How many columns it covers; 1 or more, never beyond the table.
    package var width: Int { Int(widthCount) }

    /// How many rows it covers; 1 or more, never beyond the table.
    package var height: Int {
      get { Int(heightCount) }
      set { heightCount = Int32(clamping: newValue) }
    }

    /// Says whether the cell covers a place.
    package func covers(row: Int, column: Int) -> Bool {
      row >= self.row && row - self.row < height && column >= self.column
        && column - self.column < width
    }
  }

  package var caption: String?
  /// In document order: row by row, left to right.
  package var cells: [Cell]
  package var rows: Int
  package var columns: Int
  /// The table goes on beyond what was kept (rows, columns or text).
  package var isCut: Bool

  package init(
    caption: String? = nil, cells: [Cell], rows: Int, columns: Int, isCut: Bool = false
  ) {
    self.caption = caption
    self.cells = cells
    self.rows = rows
    self.columns = columns
    self.isCut = isCut
  }

  /// The cell that covers a place, or nil where the table has a hole.
  ///
  /// Linear in the number of cells; `TableGrid` answers many questions.
  package func cell(row: Int, column: Int) -> Cell? {
    cells.first { $0.covers(row: row, column: column) }
  }
}

/// A table with every place filled in: for many questions about one table.
package struct TableGrid: Sendable {
  package let table: TableFacts
  /// The cell's index in `table.cells` for each place, row by row; -1 for a hole.
  private let places: [Int32]

  /// Costs one write a place that is covered.
  package init(_ table: TableFacts) {
    self.table = table
    let (size, overflows) = table.rows.multipliedReportingOverflow(by: table.columns)
    guard !overflows, table.rows > 0, table.columns > 0, size <= TableReader.mostPlaces else {
      places = []
      return
    }
    var places = [Int32](repeating: -1, count: size)
    for (index, cell) in table.cells.enumerated() {
      guard cell.row >= 0, cell.column >= 0 else { continue }
      for row in cell.row..<min(table.rows, cell.row &+ max(0, cell.height)) {
        for column in cell.column..<min(table.columns, cell.column &+ max(0, cell.width)) {
          places[row * table.columns + column] = Int32(clamping: index)
        }
      }
    }
    self.places = places
  }

  /// The cell that covers a place, or nil for a hole and beyond the table.
  package func cell(row: Int, column: Int) -> TableFacts.Cell? {
    index(row: row, column: column).map { table.cells[$0] }
  }

  /// That cell's index in `table.cells`.
  package func index(row: Int, column: Int) -> Int? {
    guard row >= 0, column >= 0, row < table.rows, column < table.columns else { return nil }
    let place = row * table.columns + column
    guard place < places.count, places[place] >= 0 else { return nil }
    return Int(places[place])
  }
}
