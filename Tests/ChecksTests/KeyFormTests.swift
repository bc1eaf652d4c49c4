import Checks
import Rules
import Testing
import YAML

/// The lists of keys, from which documentation and schema are made, against how rules are read.
struct `Keys of checks` {
  /// A kind's key.
  struct Case: Sendable, CustomTestStringConvertible {
    var kind: String
    var key: PackKey
    var testDescription: String { "\(kind).\(key.name)" }
  }

  static let cases = allChecks.flatMap { check in
    check.descriptor.keys.map { Case(kind: check.descriptor.kind, key: $0) }
  }

  /// Keys that are read only beside another one.
  private static func context(_ one: Case) -> String {
    switch one.kind {
    case "elements" where !["each", "parts", "partial"].contains(one.key.name): "each: true\n"
    case "freshness" where ["stale-after", "publisher"].contains(one.key.name):
      "newest-within: 30\n"
    default: ""
    }
  }

  /// What is said of the key's value itself.
  private static func faults(_ one: Case, _ value: String) throws -> [String] {
    let text = context(one) + "\(one.key.name): \(value)\n"
    let log = YAMLProblemLog()
    let map = try #require(
      try YAMLDocument.read(Array(text.utf8), file: "check").mapping(log: log))
    let check = try #require(allChecks.first { $0.descriptor.kind == one.kind })
    decode(check, map, log)
    let line = context(one).isEmpty ? 1 : 2
    return log.problems.filter { $0.line == line && $0.column > 1 }.map(\.description)
  }

  private static func decode<Kind: Check>(
    _ kind: Kind.Type, _ map: YAMLMapping, _ log: YAMLProblemLog
  ) {
    _ = Kind.decode(map, log: log)
  }

  /// A value of the form, in YAML's flow style.
  private static func good(_ form: KeyForm) -> [String] {
    switch form {
    case .text: ["x"]
    case .texts, .patterns: ["[x]", "x"]
    case .bilingual: ["{zh: x, en: x}", "x"]
    case .flag: ["true", "false"]
    case .count(let range): ["\(range.lowerBound)", "\(range.upperBound)"]
    case .number(let range): ["\(range.lowerBound)", "\(range.upperBound)"]
    case .oneOf(let words): words
    case .someOf(let words): ["[\(words.joined(separator: ", "))]"]
    case .day: ["2021-01-01"]
    case .dayOfYear: ["12-31", "02-end"]
    case .dayOrDayOfYear: ["2021-01-31", "12-31", "02-end"]
    case .wordGroups: ["[[x, y], [z]]", "[x]"]
    case .counts(let range): ["[\(range.lowerBound)]"]
    case .countGroups(let range): ["[[\(range.lowerBound), \(range.upperBound)]]"]
    case .named: ["{x: y}"]
    case .namedCounts(let range): ["{x: \(range.lowerBound)}"]
    case .namedTexts: ["{x: [y]}"]
    case .entry(let keys): [entry(keys)]
    case .entries(let keys): ["[\(entry(keys))]"]
    case .pieces, .check, .examples: []
    }
  }

  private static func entry(_ keys: [PackKey]) -> String {
    let members = keys.map { "\($0.name): \(good($0.form).first ?? "x")" }
    return "{\(members.joined(separator: ", "))}"
  }

  /// Values that are not of the form.
  private static func bad(_ form: KeyForm) -> [String] {
    switch form {
    case .count(let range): ["{x: y}", "\(range.lowerBound - 1)", "\(range.upperBound + 1)", "x"]
    case .number: ["{x: y}", "-1", "1.5", "x"]
    case .oneOf, .someOf, .flag, .day, .dayOfYear, .dayOrDayOfYear: ["{x: y}", "unheard-of"]
    case .entry, .entries, .namedCounts, .namedTexts, .named: ["[[x]]", "{x: [[y]]}"]
    case .counts, .countGroups, .wordGroups: ["{x: y}"]
    case .text, .texts, .patterns, .bilingual: ["{x: y}"]
    case .pieces, .check, .examples: []
    }
  }

  @Test(arguments: cases) func `take what the list says`(_ one: Case) throws {
    for value in Self.good(one.key.form) where !isOneOfTwoSorts(one) {
      let faults = try Self.faults(one, value)
      #expect(faults.isEmpty, "\(one.testDescription): \(value): \(faults)")
    }
  }

  @Test(arguments: cases) func `take nothing else`(_ one: Case) throws {
    for value in Self.bad(one.key.form) {
      #expect(
        try !Self.faults(one, value).isEmpty, "\(one.testDescription) takes \(value)")
    }
  }

  /// The parts of `elements` take other keys when each page is judged by itself.
  private func isOneOfTwoSorts(_ one: Case) -> Bool {
    one.kind == "elements" && one.key.name == "parts"
  }
}
