import Checks
import Dates
import Examples
import Findings
import Rules
import Support
import Testing
import Texts
import YAML

/// Every shipped rule says of its own examples what it must.
@Suite("Shipped examples") struct ShippedExamplesTests {
  static let packs = PackFinder(folders: [Fixtures.root + "/Rules"]).all().map(\.name)

  private static func run(_ name: String) throws -> ExampleRun {
    let finder = PackFinder(folders: [Fixtures.root + "/Rules"])
    let calendar = try WorkCalendar(
      csv: String(
        decoding: try TextFile.bytes(at: Fixtures.root + "/Rules/calendar/workdays.csv"),
        as: UTF8.self))
    return try ExampleRun(
      try RuleBook(try finder.load(try finder.locate(name).get())), calendar: calendar)
  }

  /// Each example in one of the three markups, which take turns over a rule's examples;
  /// `mingcha rules test` tries all three of each.
  @Test(arguments: packs) func `says what its example asks for`(_ name: String) throws {
    let run = try Self.run(name)
    for (number, draft) in run.drafts.enumerated() {
      let markup = ExampleMarkup.allCases[number % ExampleMarkup.allCases.count]
      let result = try #require(run.run(draft, markup))
      #expect(
        result.isMet,
        "\(result.place) [\(markup)]: got \(result.finding.status): \(result.finding.message.zh)")
    }
  }

  @Test(arguments: packs)
  func `every rule that decides has a passing, a failing and an open example`(
    _ name: String
  ) throws {
    let run = try Self.run(name)
    let byRule = Dictionary(grouping: run.drafts, by: \.rule)
    for rule in run.book.pack.rules where rule.answer == .auto && rule.standing == .active {
      let statuses = Set((byRule[rule.id] ?? []).map(\.expected))
      #expect(statuses.contains(.pass), "\(rule.id) has no passing example")
      #expect(statuses.contains(.undetermined), "\(rule.id) has no open example")
      #expect(
        !statuses.isDisjoint(with: [.fail, .partial]) || Self.neverFails(rule),
        "\(rule.id) has no failing example")
    }
  }

  /// A rule that leaves absence to a person can't fail.
  private static func neverFails(_ rule: Rule) -> Bool {
    rule.requirement["absence"]?.text == "undetermined"
  }
}
