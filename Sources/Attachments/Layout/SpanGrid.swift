import Page

/// Builds a table row by row and puts the text of a cell into every place that it spans.
///
/// Foreign numbers are bounded: at most 128 columns, 5,000 rows and 60,000 cells.
struct SpanGrid {
  /// One cell as it stands in its row.
  struct Cell {
    var text: String
    var columns = 1
    var rows = 1
    /// It goes on with the cell above it.
    var continues = false

    /// Adds a block to the cell's text.
    mutating func add(_ block: String) {
      let part = TextSheet.folded(block)
      guard !part.isEmpty else { return }
      if !text.isEmpty { text += " " }
      text += part
    }
  }

  private static let mostColumns = 128
  private static let mostRows = 5000
  private static let mostCells = 60_000

  private var grid: [[String]] = []
  private var cellCount = 0
  /// What hangs down into the next rows, by column.
  private var hanging: [Int: (text: String, rows: Int)] = [:]
  /// The cells of each row once, for its line of text.
  private(set) var lines: [String] = []
  /// There were more rows, columns or cells than are kept.
  private(set) var isCut = false

  mutating func add(_ cells: [Cell]) {
    guard grid.count < Self.mostRows, cellCount < Self.mostCells else {
      isCut = true
      return
    }
    var row: [String] = []
    var seen: [String] = []
    for cell in cells {
      hang(into: &row)
      var text = cell.text
      if cell.continues, let above = grid.last, row.count < above.count {
        text = above[row.count]
      } else if !text.isEmpty {
        seen.append(text)
      }
      for _ in 0..<max(1, min(cell.columns, Self.mostColumns)) {
        guard row.count < Self.mostColumns else {
          isCut = true
          break
        }
        if cell.rows > 1 { hanging[row.count] = (text, min(cell.rows, Self.mostRows) - 1) }
        row.append(text)
      }
    }
    hang(into: &row)
    cellCount += row.count
    grid.append(row)
    lines.append(seen.joined(separator: " "))
  }

  /// Fills the places that cells of earlier rows cover.
  private mutating func hang(into row: inout [String]) {
    while let above = hanging[row.count], row.count < Self.mostColumns {
      hanging[row.count] = above.rows > 1 ? (above.text, above.rows - 1) : nil
      row.append(above.text)
    }
  }

  /// The table, every row as long as the longest; nil when no cell says anything.
  func table(caption: String? = nil) -> AttachmentTable? {
    let width = grid.map(\.count).max() ?? 0
    guard width > 0, grid.contains(where: { $0.contains { !$0.isEmpty } }) else { return nil }
    // One long row must not blow all others up.
    guard width &* grid.count <= 4 * Self.mostCells else { return nil }
    let rows = grid.map { $0 + Array(repeating: "", count: width - $0.count) }
    return AttachmentTable(caption: caption, rows: rows)
  }
}
