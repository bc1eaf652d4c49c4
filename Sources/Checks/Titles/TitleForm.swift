package import Patterns
package import Texts

/// A prescribed form of a whole title: literal pieces and slots in order.
///
/// `{unit}` must be one of the unit's names, `{year}` a year, `{month}` a month, `{quarter}` a
/// quarter; any other slot is at least one character. After `re:` the text is an expression that
/// the whole title must fit; its faults can't be told apart.
package struct TitleForm: Sendable {
  /// As the pack writes it.
  package let source: String
  private let pieces: [Piece]
  private let expression: Pattern?

  private enum Piece: Sendable {
    case literal([UInt8])
    case slot(String)
  }

  package init(_ source: String) throws(Pattern.Fault) {
    self.source = source
    if source.hasPrefix("re:") {
      let pattern = try TitlePattern(source)
      pieces = []
      expression = try Pattern("^(?:" + pattern.expression + ")$")
      return
    }
    expression = nil
    var pieces: [Piece] = []
    var rest = Substring(source)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let literal = TitleText.normalize(String(rest[..<open]))
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      pieces.append(.slot(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    let literal = TitleText.normalize(String(rest))
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    self.pieces = pieces
  }

  /// What is wrong with a normalised title, piece by piece; empty when it conforms.
  package func faults(in title: [UInt8], names: [UnitSpellings]) -> [Bilingual] {
    if let expression {
      return expression.firstRange(in: title) != nil
        ? [] : [Bilingual(zh: "不符合规定形式", en: "does not fit the form")]
    }
    var faults: [Bilingual] = []
    var cursor = 0
    var isOpen = false
    for piece in pieces {
      switch piece {
      case .literal(let literal):
        let text = String(decoding: literal, as: UTF8.self)
        guard let place = title.place(of: literal, from: cursor) else {
          faults.append(
            title.place(of: literal) == nil
              ? Bilingual(zh: "缺“\(text)”", en: "“\(text)” is missing")
              : Bilingual(zh: "“\(text)”位置不对", en: "“\(text)” is misplaced"))
          continue
        }
        if place > cursor && !isOpen { faults.append(extra(title[cursor..<place])) }
        cursor = place + literal.count
        isOpen = false
      case .slot(let name):
        switch slot(name, in: title, from: cursor, names: names, isOpen: isOpen) {
        case .found(let range):
          if range.lowerBound > cursor && !isOpen {
            faults.append(extra(title[cursor..<range.lowerBound]))
          }
          cursor = range.upperBound
          isOpen = false
        case .missing(let fault): faults.append(fault)
        case .anything: isOpen = true
        }
      }
    }
    if cursor < title.count && !isOpen { faults.append(extra(title[cursor...])) }
    return faults
  }

  private enum SlotResult {
    case found(Range<Int>)
    case missing(Bilingual)
    case anything
  }

  private func slot(
    _ name: String, in title: [UInt8], from cursor: Int, names: [UnitSpellings], isOpen: Bool
  ) -> SlotResult {
    if name == "unit" {
      let places = names.flatMap(\.all).compactMap { spelling in
        title.place(of: spelling, from: cursor).map { $0..<($0 + spelling.count) }
      }
      // The earliest, and of those the longest spelling.
      let best = places.min { ($0.lowerBound, -$0.count) < ($1.lowerBound, -$1.count) }
      if let best { return .found(best) }
      let isElsewhere = names.contains { $0.isNamed(in: title) }
      return .missing(
        isElsewhere
          ? Bilingual(zh: "单位名称位置不对", en: "the unit's name is misplaced")
          : Bilingual(zh: "缺单位名称", en: "the unit's name is missing"))
    }
    guard let kind = Self.captured[name] else { return .anything }
    if let match = kind.pattern?.firstMatch(in: title, from: cursor) { return .found(match.range) }
    let isElsewhere = kind.pattern?.firstRange(in: title) != nil
    return .missing(
      isElsewhere
        ? Bilingual(zh: "\(kind.zh)位置不对", en: "the \(kind.en) is misplaced")
        : Bilingual(zh: "缺\(kind.zh)", en: "the \(kind.en) is missing"))
  }

  private struct Kind: Sendable {
    var pattern: Pattern?
    var zh: String
    var en: String
  }

  private static let captured: [String: Kind] = [
    "year": Kind(pattern: try? Pattern("(?:19|20)[0-9]{2}"), zh: "年份", en: "year"),
    "month": Kind(
      pattern: try? Pattern("1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"), zh: "月份", en: "month"),
    "quarter": Kind(pattern: try? Pattern("[1-4一二三四]"), zh: "季度", en: "quarter"),
  ]

  private func extra(_ bytes: ArraySlice<UInt8>) -> Bilingual {
    let text = String(decoding: bytes, as: UTF8.self)
    return Bilingual(zh: "多出“\(text)”", en: "“\(text)” is too much")
  }
}
