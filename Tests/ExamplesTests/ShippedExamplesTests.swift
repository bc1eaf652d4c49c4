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

  /// Each example in one of the three markups in turn; `mingcha rules test` tries all.
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

  /// The packs whose rules were gone through one by one; the others are first versions.
  static let reviewed = ["hedong-2019", "tinghu-2018"]

  @Test(arguments: reviewed) func `every rule that decides has examples`(_ name: String) throws {
    let run = try Self.run(name)
    let byRule = Dictionary(grouping: run.drafts, by: \.rule)
    for rule in run.book.pack.rules where rule.answer == .auto && rule.standing == .active {
      let statuses = Set((byRule[rule.id] ?? []).map(\.expected))
      #expect(statuses.contains(.pass), "\(rule.id) has no passing example")
      #expect(
        statuses.contains(.undetermined) || statuses.contains(.notApplicable),
        "\(rule.id) has no open example")
    }
  }
}
