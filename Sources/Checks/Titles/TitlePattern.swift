package import Patterns

/// One title pattern of a pack, compiled.
///
/// `{year}`, `{month}` and `{quarter}` are captured; any other `{slot}`, `{unit}` among them,
/// stands for up to 30 characters of anything; all else is literal. After `re:` the text is a
/// PCRE2 expression. Both are sought anywhere in a normalised title (see `TitleText`). Whose name
/// a title bears is a question of its own: see `UnitSpellings`.
package struct TitlePattern: Sendable {
  /// As the pack writes it.
  package let source: String
  /// The expression that it stands for.
  package let expression: String
  /// What every fitting title has.
  let needs: PatternNeeds
  private let pattern: Pattern
  private let groups: [Slot]

  /// A slot that is captured.
  package enum Slot: String, Sendable { case year, month, quarter }

  /// What a pattern captured from a title.
  package struct Captures: Sendable, Hashable {
    package var year: Int?
    package var month: Int?
    package var quarter: Int?

    package init(year: Int? = nil, month: Int? = nil, quarter: Int? = nil) {
      self.year = year
      self.month = month
      self.quarter = quarter
    }
  }

  package init(_ source: String) throws(Pattern.Fault) {
    self.source = source
    if source.hasPrefix("re:") {
      expression = Self.foldExpression(String(source.dropFirst(3)))
      groups = []
    } else {
      (expression, groups) = Self.translate(source)
    }
    needs = PatternNeeds(expression)
    // \R, \s and . in a pack's expression never cross a line: titles are joined by line feeds.
    pattern = try Pattern("(?m)" + expression)
  }

  /// What the pattern captures from a normalised title; nil when it does not fit.
  package func match(_ title: [UInt8]) -> Captures? {
    guard let match = pattern.firstMatch(in: title) else { return nil }
    var captures = Captures()
    for (index, slot) in groups.enumerated() where index + 1 < match.groups.count {
      guard let range = match.groups[index + 1] else { continue }
      let number = ChineseNumber.value(of: title[range])
      switch slot {
      case .year: captures.year = captures.year ?? number
      case .month: captures.month = captures.month ?? number
      case .quarter: captures.quarter = captures.quarter ?? number
      }
    }
    return captures
  }

  /// Says whether the pattern fits a normalised title.
  func fits(_ title: [UInt8], isText: Bool = false) -> Bool {
    pattern.firstRange(in: title, isText: isText) != nil
  }

  /// Where the pattern next fits, in bytes.
  func range(in text: [UInt8], from start: Int) -> Range<Int>? {
    pattern.firstRange(in: text, from: start)
  }

  private static let metacharacters = Set("\\^$.[]|()?*+{}-/#".utf8)

  /// Turns slots and literals into an expression.
  private static func translate(_ source: String) -> (String, [Slot]) {
    var expression = ""
    var groups: [Slot] = []
    var rest = Substring(source)
    while !rest.isEmpty {
      guard let open = rest.firstIndex(of: "{"),
        let close = rest[open...].firstIndex(of: "}")
      else {
        expression += literal(rest)
        break
      }
      expression += literal(rest[..<open])
      switch Slot(rawValue: String(rest[rest.index(after: open)..<close])) {
      case .year:
        expression += "((?:19|20)[0-9]{2})"
        groups.append(.year)
      case .month:
        expression += "(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
        groups.append(.month)
      case .quarter:
        expression += "([1-4一二三四])"
        groups.append(.quarter)
      case nil: expression += ".{0,30}?"
      }
      rest = rest[rest.index(after: close)...]
    }
    return (expression, groups)
  }

  private static func literal(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    for byte in TitleText.normalize(String(text)) {
      if metacharacters.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Brings the full-width characters of an expression to the titles' normal form; those that
  /// would turn into syntax are escaped.
  private static func foldExpression(_ source: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in source.unicodeScalars {
      guard (0xFF01...0xFF5E).contains(scalar.value), let narrow = TitleText.fold(scalar) else {
        folded.append(scalar)
        continue
      }
      if narrow.isASCII && metacharacters.contains(UInt8(narrow.value)) { folded.append("\\") }
      folded.append(narrow)
    }
    return String(folded)
  }
}

/// Small numbers as titles write them.
enum ChineseNumber {
  /// The value of Arabic digits (at most 6) or of a Chinese numeral up to 九十九; else nil.
  static func value(of bytes: some Sequence<UInt8>) -> Int? {
    let text = String(decoding: Array(bytes), as: UTF8.self)
    return value(of: Array(text.unicodeScalars))
  }

  static func value(of scalars: [Unicode.Scalar]) -> Int? {
    if !scalars.isEmpty, scalars.count <= 6, scalars.allSatisfy({ ("0"..."9").contains($0) }) {
      return scalars.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    }
    let digits: [Unicode.Scalar] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
    func digit(_ scalar: Unicode.Scalar) -> Int? { digits.firstIndex(of: scalar).map { $0 + 1 } }
    guard let ten = scalars.firstIndex(of: "十") else {
      return scalars.count == 1 ? digit(scalars[0]) : nil
    }
    let tens = ten == 0 ? 1 : ten == 1 ? digit(scalars[0]) : nil
    let after = scalars[(ten + 1)...]
    let ones = after.isEmpty ? 0 : after.count == 1 ? digit(after[ten + 1]) : nil
    guard let tens, let ones else { return nil }
    return tens * 10 + ones
  }
}
