import Markup
import Texts

/// Reads the tables of a page as grids, their spans resolved.
///
/// Rules of the HTML standard (§4.9.12, forming a table), within bounds: `colspan` counts to 1,000
/// at most, `rowspan` ends with the table, and no table has more than `mostColumns` columns. A table
/// inside a cell is a table of its own; its text is none of the outer cell's.
struct TableReader {
  let document: Document
  let outline: PageOutline

  /// The most columns, rows and cells that a table may have, and tables and bytes a page.
  private static let mostColumns = 128
  private static let mostRows = 1000
  private static let mostTables = 60
  private static let mostText = 131_072
  /// The most cells that all tables of a page have together.
  private static let mostCells = 6000
  /// The longest text of a cell that is kept, in bytes.
  private static let longestCell = 2000
  /// Rows by columns.
  static let mostPlaces = mostColumns * mostRows

  /// The tables that hold data, in document order; those that only lay a page out are left out.
  func read() -> [TableFacts] {
    var out: [TableFacts] = []
    var cells = Self.mostCells
    var bytes = Self.mostText
    for node in outline.tables where !outline.isInFrame(node) {
      if out.count == Self.mostTables || cells <= 0 || bytes <= 0 { break }
      var builder = TableBuilder(
        document: document, mostColumns: Self.mostColumns, mostRows: Self.mostRows,
        mostCells: cells, mostText: bytes, longestCell: Self.longestCell)
      let table = builder.table(node)
      cells -= builder.table.cells.count
      bytes -= builder.text
      if let table, Self.isData(table) { out.append(table) }
    }
    return out
  }

  /// Two rows and two columns at least, and four cells that say something.
  private static func isData(_ table: TableFacts) -> Bool {
    guard table.rows >= 2, table.columns >= 2 else { return false }
    var rows: Set<Int> = []
    let filled = table.cells.lazy.filter { !$0.text.isEmpty }
    for cell in filled { rows.insert(cell.row) }
    return rows.count >= 2 && filled.prefix(4).count == 4
  }
}

/// Builds one table's grid in one walk over its rows.
private struct TableBuilder {
  let document: Document
  let mostColumns: Int
  let mostRows: Int
  let mostCells: Int
  let mostText: Int
  let longestCell: Int

  private(set) var table = TableFacts(cells: [], rows: 0, columns: 0)
  /// Bytes of cells' text.
  private(set) var text = 0
  /// For each column the first row that no cell from above covers.
  private var freeFrom: [Int] = []
  private var row = -1
  private var column = 0

  init(
    document: Document, mostColumns: Int, mostRows: Int, mostCells: Int, mostText: Int,
    longestCell: Int
  ) {
    self.document = document
    self.mostColumns = mostColumns
    self.mostRows = mostRows
    self.mostCells = mostCells
    self.mostText = mostText
    self.longestCell = longestCell
  }

  /// The grid of a `table` element; nil when it has no cell.
  mutating func table(_ node: NodeIndex) -> TableFacts? {
    var headEnd: NodeIndex = 0
    var index = node + 1
    let end = document.nodes[Int(node)].end
    while index < end {
      switch document.tag(index) {
      case .table:
        index = document.nodes[Int(index)].end
        continue
      case .caption:
        let words = document.text(of: index)
        if table.caption == nil, !words.isEmpty, words.utf8.count <= 300 { table.caption = words }
        index = document.nodes[Int(index)].end
        continue
      case .thead: headEnd = document.nodes[Int(index)].end
      case .tr:
        guard beginRow() else { return finished() }
      case .td, .th:
        if row < 0, !beginRow() { return finished() }
        guard add(index, isHeader: document.tag(index) == .th || index < headEnd) else {
          return finished()
        }
        index = max(index + 1, document.nodes[Int(index)].end)
        continue
      default: break
      }
      index += 1
    }
    return finished()
  }

  private mutating func beginRow() -> Bool {
    guard row + 1 < mostRows else {
      table.isCut = true
      return false
    }
    row += 1
    column = 0
    return true
  }

  /// Adds a cell at the first free place of its row; false when the table is full.
  private mutating func add(_ node: NodeIndex, isHeader: Bool) -> Bool {
    guard table.cells.count < mostCells, text < mostText else {
      table.isCut = true
      return false
    }
    while column < freeFrom.count, freeFrom[column] > row { column += 1 }
    guard column < mostColumns else {
      table.isCut = true
      return true
    }
    var width = 1
    let wanted = min(span(node, "colspan", zero: 1, most: 1000), mostColumns - column)
    // A span ends where a cell from above stands in its way.
    while width < wanted, column + width >= freeFrom.count || freeFrom[column + width] <= row {
      width += 1
    }
    let height = span(node, "rowspan", zero: mostRows, most: mostRows)
    while freeFrom.count < column + width { freeFrom.append(0) }
    for place in column..<(column + width) { freeFrom[place] = row + height }
    let words = CellText.read(node, in: document, longest: longestCell)
    text += words.utf8.count
    table.cells.append(
      TableFacts.Cell(
        text: words, row: row, column: column, height: height, width: width, isHeader: isHeader))
    column += width
    return true
  }

  /// A span as the standard reads it: digits only; `zero` is what 0 means, else one place.
  private func span(_ node: NodeIndex, _ name: StaticString, zero: Int, most: Int) -> Int {
    guard let value = document.attribute(node, name) else { return 1 }
    let digits = value.drop { $0 <= 0x20 }.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { return 1 }
    let number = digits.prefix(6).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return number == 0 ? zero : min(number, most)
  }

  /// Rows that nothing but spans would fill are none.
  private mutating func finished() -> TableFacts? {
    guard !table.cells.isEmpty else { return nil }
    table.rows = row + 1
    table.columns = freeFrom.count
    table.cells = table.cells.fitted()
    for index in table.cells.indices {
      table.cells[index].height = min(
        table.cells[index].height, table.rows - table.cells[index].row)
    }
    return table
  }
}
