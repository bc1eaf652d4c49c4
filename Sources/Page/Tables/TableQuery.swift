import Markup

/// Finds a table's figure by the labels of its row and its column.
struct TableQuery {
  private let grid: TableGrid
  private var table: TableFacts { grid.table }
  /// The labels of cells, in the form in which they are compared; empty for figures and blanks.
  private let labels: [[UInt8]]

  init(_ table: TableFacts) {
    grid = TableGrid(table)
    labels = table.cells.map { Self.isBlank($0.text) ? [] : TableLabel.key($0.text) }
  }

  /// The largest table that is searched by labels, in places: reports are far smaller.
  private static let mostPlaces = 20_000

  /// How well a row or column answers to a path of labels.
  private struct Fit: Comparable {
    /// Labels that are met word for word.
    var exact: Int
    /// The place of the last label: the nearer to the figure, the better.
    var place: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.exact, left.place) < (right.exact, right.place)
    }
  }

  func figure(row path: [String], column names: [String]) -> TableFigure? {
    let rowPath = path.map(TableLabel.key)
    let columnPath = names.map(TableLabel.key)
    guard table.rows * table.columns <= Self.mostPlaces, !columnPath.isEmpty, !rowPath.contains([]),
      !columnPath.contains([])
    else { return nil }
    var best: (fit: [Fit], figure: TableFigure)?
    var isTie = false
    for row in rows(rowPath) {
      for column in 0..<table.columns {
        guard let cell = grid.cell(row: row.row, column: column), cell.column == column,
          cell.row == row.row, !cell.isHeader, Self.isBlank(cell.text),
          let above = columnFit(columnPath, row: row.row, column: column)
        else { continue }
        let fit = [Fit(exact: row.fit.exact, place: 0), above]
        let figure = TableFigure(text: cell.text, row: row.row, column: column)
        if let known = best {
          if known.fit[0].exact > fit[0].exact { continue }
          let isBetter =
            fit[0].exact > known.fit[0].exact || known.fit[1] < fit[1]
          let isSame = fit[0].exact == known.fit[0].exact && known.fit[1] == fit[1]
          if isSame, known.figure.text != figure.text { isTie = true }
          if !isBetter { continue }
        }
        isTie = false
        best = (fit, figure)
      }
      // Without a row's label the first row of figures below the heads is meant.
      if rowPath.isEmpty, best != nil { break }
    }
    return isTie ? nil : best?.figure
  }

  /// The rows whose cells name the path from left to right.
  private func rows(_ path: [[UInt8]]) -> [(row: Int, fit: Fit)] {
    var found: [(row: Int, fit: Fit)] = []
    for row in 0..<table.rows {
      var cells: [Int] = []
      for column in 0..<table.columns {
        guard let index = index(row: row, column: column), cells.last != index else { continue }
        cells.append(index)
      }
      if path.isEmpty {
        let hasFigure = cells.contains { Self.isFigure(table.cells[$0].text) }
        if hasFigure { found.append((row, Fit(exact: 0, place: 0))) }
      } else if let fit = fit(path, cells) {
        found.append((row, fit))
      }
    }
    guard let most = found.map(\.fit.exact).max() else { return [] }
    return path.isEmpty ? found : found.filter { $0.fit.exact == most }
  }

  /// The labels above a place, nearest last, against a path; nil when it is not met.
  private func columnFit(_ path: [[UInt8]], row: Int, column: Int) -> Fit? {
    var cells: [Int] = []
    for above in 0..<row {
      guard let index = index(row: above, column: column), cells.last != index else { continue }
      if !labels[index].isEmpty { cells.append(index) }
    }
    // The nearest label is the column's own: one that stands above it belongs to another block.
    guard let nearest = cells.last, let label = path.last, labels[nearest].starts(with: label)
    else { return nil }
    return fit(path, cells)
  }

  /// The last way in which the path's labels stand among cells, in order.
  private func fit(_ path: [[UInt8]], _ cells: [Int]) -> Fit? {
    var exact = 0
    var place = cells.count
    var last = -1
    for label in path.reversed() {
      let window = cells[..<place]
      let found =
        window.lastIndex { labels[$0] == label }
        ?? window.lastIndex { !labels[$0].isEmpty && labels[$0].starts(with: label) }
      guard let found else { return nil }
      if labels[cells[found]] == label { exact += 1 }
      if last < 0 { last = table.cells[cells[found]].row }
      place = found
    }
    return Fit(exact: exact, place: last)
  }

  private func index(row: Int, column: Int) -> Int? { grid.index(row: row, column: column) }

  /// A figure, or a blank where figures stand.
  private static func isBlank(_ text: String) -> Bool {
    text.isEmpty || isFigure(text) || blanks.contains(text)
  }

  private static let blanks: Set<String> = ["/", "-", "—", "－", "--", "无", "\\"]

  /// A number with its unit, in a cell of its own.
  private static func isFigure(_ text: String) -> Bool { TableFigure.number(in: text) != nil }
}

/// The form in which labels of tables are compared.
enum TableLabel {
  /// Without white space, numbering in front, colon, and what stands in brackets at the end.
  static func key(_ text: String) -> [UInt8] {
    var bytes = ByteText.squeezed(text)[...]
    var changed = true
    while changed {
      changed = false
      if let width = numbering(bytes) {
        bytes = bytes.dropFirst(width)
        changed = true
      }
    }
    for (open, close) in brackets where ByteText.ends(bytes, with: close) {
      if let place = ByteText.find(open, in: bytes), place > bytes.startIndex {
        bytes = bytes[..<place]
      }
    }
    while let tail = tails.first(where: { ByteText.ends(bytes, with: $0) }) {
      bytes = bytes.dropLast(tail.count)
    }
    return Array(bytes)
  }

  /// The width of `一、`, `（一）`, `1.`, `12、` and `(3)` in front; nil without one.
  private static func numbering(_ bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    let opened = opens.first { rest.starts(with: $0) }
    if let opened { rest = rest.dropFirst(opened.count) }
    var digits = 0
    while digits < 4 {
      if let first = rest.first, (0x30...0x39).contains(first) {
        rest = rest.dropFirst()
      } else if let numeral = numerals.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(numeral.count)
      } else {
        break
      }
      digits += 1
    }
    guard digits > 0, let mark = (opened == nil ? marks : closes).first(where: rest.starts) else {
      return nil
    }
    let width = bytes.count - rest.count + mark.count
    // What is nothing but a number is no numbering.
    return width < bytes.count ? width : nil
  }

  private static let opens = ByteText.words("（", "(")
  private static let closes = ByteText.words("）", ")")
  private static let marks = ByteText.words("、", ".", "．", "）", ")")
  private static let numerals = ByteText.words(
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
  private static let tails = ByteText.words("：", ":", "；", ";", "。")
  private static let brackets: [([UInt8], [UInt8])] = [("（", "）"), ("(", ")")].map {
    (Array($0.0.utf8), Array($0.1.utf8))
  }
}
