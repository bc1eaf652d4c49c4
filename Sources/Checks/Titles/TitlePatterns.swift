package import Patterns
package import YAML

/// The alternatives of one key, compiled once while the pack loads.
///
/// A class, for its identity: searches over the same titles are remembered under it.
package final class TitlePatterns: Sendable {
  package let all: [TitlePattern]
  /// All alternatives in one expression; nil when they can't be joined.
  let joined: Pattern?
  /// What every fitting title has.
  let needs: PatternNeeds

  package convenience init(_ sources: [String]) throws(Pattern.Fault) {
    var all: [TitlePattern] = []
    for source in sources { all.append(try TitlePattern(source)) }
    self.init(all: all)
  }

  private init(all: [TitlePattern]) {
    self.all = all
    joined = Self.join(all)
    needs = PatternNeeds(anyOf: all.map(\.needs))
    wording = Self.wording(all)
  }

  /// No pattern: fits nothing.
  package static let none = TitlePatterns(all: [])

  package var isEmpty: Bool { all.isEmpty }

  private static func join(_ all: [TitlePattern]) -> Pattern? {
    // (?|…) restarts the numbering of groups in each alternative.
    all.isEmpty ? nil : try? Pattern("(?m)(?|" + all.map(\.expression).joined(separator: "|") + ")")
  }

  /// What the first fitting alternative captures; nil when none fits.
  package func match(_ title: [UInt8]) -> TitlePattern.Captures? {
    for pattern in all {
      if let captures = pattern.match(title) { return captures }
    }
    return nil
  }

  /// Says whether any alternative fits.
  ///
  /// Fast where none does: one look by the joined expression. `isText` is for what is surely UTF-8,
  /// so that matching need not look whether it is.
  package func fits(_ title: [UInt8], isText: Bool = false) -> Bool {
    if let joined, joined.firstRange(in: title, isText: isText) == nil { return false }
    return all.contains { $0.fits(title, isText: isText) }
  }

  /// Says whether any alternative fits from a place on that lies outside the names.
  ///
  /// 退役军人 in 区退役军人事务局开展走访活动 is who did it, not what it is about.
  package func fits(_ title: [UInt8], beyond names: [Range<Int>]) -> Bool {
    guard !names.isEmpty else { return fits(title) }
    if let joined, joined.firstRange(in: title) == nil { return false }
    return all.contains { pattern in
      var start = 0
      while start <= title.count, let found = pattern.range(in: title, from: start) {
        if found.isEmpty || !names.contains(where: { $0.contains(found.lowerBound) }) {
          return true
        }
        start = found.lowerBound + 1
        while start < title.count, title[start] & 0xC0 == 0x80 { start += 1 }
      }
      return false
    }
  }

  /// The first fitting alternative as a person reads it; nil when none fits.
  ///
  /// Fast where none does: one look by the joined expression.
  package func nameOfFit(_ title: [UInt8]) -> String? {
    if let joined, joined.firstRange(in: title) == nil { return nil }
    return all.first { $0.fits(title) }?.readable
  }

  /// The alternatives as a person reads them: `“统计月报”、“主要经济指标”`.
  package let wording: String

  private static func wording(_ all: [TitlePattern]) -> String {
    all.prefix(4).map { "“\($0.readable)”" }.joined(separator: "、") + (all.count > 4 ? "等" : "")
  }

  /// Reads the patterns of a key; a missing key gives `none`, a bad pattern is logged at its place.
  package static func decode(
    _ key: String, of mapping: YAMLMapping, log: YAMLProblemLog
  ) -> TitlePatterns {
    guard let value = mapping[key], let sources = value.strings(log: log) else { return none }
    var items = [value]
    if case .sequence(let list) = value.content { items = list }
    var all: [TitlePattern] = []
    for (source, item) in zip(sources, items) {
      do throws(Pattern.Fault) {
        all.append(try TitlePattern(source))
      } catch {
        log.add(item.problem(Wording.badPattern(error)))
      }
    }
    return TitlePatterns(all: all)
  }
}

extension TitlePattern {
  /// The pattern for people: `re:证明(事项|材料).{0,14}(清单|目录)` is 证明(事项/材料)…(清单/目录).
  package var readable: String {
    guard source.hasPrefix("re:") else { return source }
    var out = ""
    var rest = Substring(source.dropFirst(3))
    while let first = rest.first {
      rest = rest.dropFirst()
      switch first {
      case ".":
        // Any characters in between, however many.
        out += "…"
        rest = Self.withoutCount(rest)
      case "|": out += "/"
      case "^", "$", "?", "*", "+", "\\": continue
      case "{": rest = Self.withoutCount("{" + rest)
      default: out.append(first)
      }
    }
    return out
  }

  /// The text behind `*`, `+`, `?` or `{0,14}`.
  private static func withoutCount(_ text: Substring) -> Substring {
    guard let first = text.first else { return text }
    if "*+?".contains(first) { return text.dropFirst() }
    guard first == "{", let end = text.firstIndex(of: "}") else { return text }
    return text[text.index(after: end)...]
  }
}
