import Markup

/// A figure that stands in a table.
package struct TableFigure: Sendable, Hashable {
  /// The cell's text.
  package var text: String
  /// Its value; nil when the cell is blank or holds no number (`/`, `无`).
  package var number: Double?
  package var row: Int
  package var column: Int

  package init(text: String, row: Int, column: Int) {
    self.text = text
    number = Self.number(in: text)
    self.row = row
    self.column = column
  }

  /// The number that fills a text: full-width digits, thousands' separators and a unit of up to
  /// four characters (件, 万元) are read over; nil for anything else.
  ///
  /// `3.其他` is no number but a label.
  package static func number(in text: String) -> Double? {
    var digits: [UInt8] = []
    var unit = 0
    var hasDigit = false
    for scalar in text.unicodeScalars.prefix(60) {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      switch value {
      case 0...0x20, 0xA0, 0x3000, 0x200B, 0xFEFF: continue
      case 0x30...0x39 where unit == 0:
        digits.append(UInt8(value))
        hasDigit = true
      case 0x2E where unit == 0 && hasDigit: digits.append(0x2E)
      case 0x2D, 0x2212:
        guard digits.isEmpty, unit == 0 else { return nil }
        digits.append(0x2D)
      case 0x2C where hasDigit && unit == 0: continue
      case 0x25 where hasDigit: unit += 1
      case 0x4E00...0x9FFF where hasDigit && units.contains(scalar): unit += 1
      default: return nil
      }
    }
    guard hasDigit, digits.last != 0x2E, unit <= 4, digits.count <= 18 else { return nil }
    return Double(String(decoding: digits, as: UTF8.self))
  }

  private static let units = Set("件个条次人项万元亿家宗份户千百吨亩公里平方米起笔页篇期名".unicodeScalars)
}

extension TableFacts {
  /// The figure in the row and under the column that labels name; nil when none or several fit.
  ///
  /// `row` and `column` are labels from the outside in: `["（三）不予公开", "1.属于国家秘密"]`. Numbering,
  /// white space and punctuation do not count; a label that is met word for word goes before one
  /// that a cell begins with. An empty `row` means the first row of figures below the column's
  /// label. A column's label is the nearest one above: blocks below one another each have theirs.
  package func figure(row: [String], column: [String]) -> TableFigure? {
    TableQuery(self).figure(row: row, column: column)
  }
}

extension [TableFacts] {
  /// The figure of the one table that has it; nil when none has it or two tables differ about it.
  package func figure(row: [String], column: [String]) -> TableFigure? {
    let found = compactMap { $0.figure(row: row, column: column) }
    guard let first = found.first, found.allSatisfy({ $0.text == first.text }) else { return nil }
    return first
  }
}
