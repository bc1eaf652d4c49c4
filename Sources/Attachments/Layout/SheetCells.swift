/// A sheet's cells by row and column, with the areas that are merged.
///
/// At most 5,000 rows, 128 columns and 60,000 cells with text.
struct SheetCells {
  private struct Merge {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  private static let mostRows = 5000
  private static let mostColumns = 128
  private static let mostCells = 60_000
  private static let mostMerges = 10_000

  private var cells: [Int: [Int: String]] = [:]
  private var merges: [Merge] = []
  private var count = 0
  private(set) var isCut = false

  /// Keeps a cell's text; places count from 0.
  mutating func add(_ row: Int, _ column: Int, _ text: String) {
    let text = TextSheet.folded(text)
    guard !text.isEmpty, row >= 0, column >= 0 else { return }
    guard row < Self.mostRows, column < Self.mostColumns, count < Self.mostCells else {
      isCut = true
      return
    }
    count += 1
    cells[row, default: [:]][column] = text
  }

  /// Keeps a merged area: first and last row, first and last column.
  mutating func merge(_ top: Int, _ bottom: Int, _ left: Int, _ right: Int) {
    guard top >= 0, left >= 0, top <= bottom, left <= right else { return }
    guard merges.count < Self.mostMerges else {
      isCut = true
      return
    }
    merges.append(
      Merge(
        rows: top...min(bottom, top + Self.mostRows),
        columns: left...min(right, left + Self.mostColumns)))
  }

  /// The rows that hold something, in order.
  func grid() -> SpanGrid {
    var starts: [Int: [Int: Merge]] = [:]
    for merge in merges {
      starts[merge.rows.lowerBound, default: [:]][merge.columns.lowerBound] = merge
    }
    let width = (cells.values.flatMap(\.keys).max() ?? -1) + 1
    let last = cells.keys.max() ?? -1
    var grid = SpanGrid()
    guard last >= 0, width > 0 else { return grid }
    // The last row that a cell above covers, by column.
    var covered: [Int: Int] = [:]
    for row in 0...last {
      covered = covered.filter { $0.value >= row }
      // A row without text is kept only under a cell that spans it.
      if cells[row] == nil, covered.isEmpty { continue }
      grid.add(line(row, width: width, last: last, starts[row] ?? [:], &covered))
    }
    return grid
  }

  private func line(
    _ row: Int, width: Int, last: Int, _ starts: [Int: Merge], _ covered: inout [Int: Int]
  ) -> [SpanGrid.Cell] {
    var line: [SpanGrid.Cell] = []
    var column = 0
    while column < width {
      if covered[column] != nil {
        column += 1
        continue
      }
      var cell = SpanGrid.Cell(text: cells[row]?[column] ?? "")
      if let merge = starts[column] {
        cell.columns = min(merge.columns.upperBound, width - 1) - column + 1
        cell.rows = min(merge.rows.upperBound, last) - row + 1
        // Areas that overlap are no workbook's: the first one has the place.
        if let other = (column..<(column + cell.columns)).first(where: { covered[$0] != nil }) {
          cell.columns = other - column
        }
        if cell.rows > 1 {
          for place in column..<(column + cell.columns) {
            covered[place] = min(merge.rows.upperBound, last)
          }
        }
      }
      line.append(cell)
      column += cell.columns
    }
    return line
  }

  /// A number as a person sees it: days as days, no noise of binary fractions.
  static func shown(_ number: Double, isDate: Bool, is1904: Bool) -> String {
    if isDate, let day = SerialDay.text(number, is1904: is1904) { return day }
    guard number.isFinite, abs(number) < 1e15 else { return "\(number)" }
    if number == number.rounded() { return "\(Int(number))" }
    guard abs(number) < 1e9 else { return "\(number)" }
    let short = (number * 1e6).rounded() / 1e6
    return "\(short == 0 ? number : short)"
  }
}

/// Which number formats of workbooks show days.
enum NumberFormat {
  /// Built-in formats that are days (ECMA-376 part 1, §18.8.30), those of Chinese versions too.
  static func isDate(_ id: Int) -> Bool {
    (14...17).contains(id) || id == 22 || (27...31).contains(id) || id == 36
      || (50...54).contains(id) || id == 57 || id == 58
  }

  /// Letters of year and day outside quotes and brackets.
  static func showsDay(_ code: String) -> Bool {
    var isQuoted = false
    var depth = 0
    for character in code.lowercased() {
      switch character {
      case "\"": isQuoted.toggle()
      case "[": depth += 1
      case "]": depth -= 1
      case "y", "d": if !isQuoted, depth <= 0 { return true }
      default: break
      }
    }
    return false
  }
}

/// Days as workbooks count them.
enum SerialDay {
  /// `2021-03-05`; nil for a number that is no day between 1900 and 9999.
  ///
  /// The count of 1900 has a 29 February that never was (ECMA-376 part 1, §18.17.4.1).
  static func text(_ serial: Double, is1904: Bool) -> String? {
    guard serial.isFinite, serial >= 1, serial < 2_958_466 else { return nil }
    let days = Int(serial)
    var left = is1904 ? days + 1462 : days
    guard left != 60 else { return nil }
    if left < 60 { left += 1 }
    // Day 2 is 1900-01-01 now; counted from 1 March of the year 0 by Gregorian eras of 400 years.
    let era = left - 2 + 693_901
    let cycle = era % 146_097
    let year = (cycle - cycle / 1460 + cycle / 36_524 - cycle / 146_096) / 365
    let day = cycle - (365 * year + year / 4 - year / 100)
    let month = (5 * day + 2) / 153
    let date = day - (153 * month + 2) / 5 + 1
    let civil = month < 10 ? month + 3 : month - 9
    let full = year + era / 146_097 * 400 + (civil <= 2 ? 1 : 0)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(full)-\(two(civil))-\(two(date))"
  }
}
