import Checks
import Dates
import Examples
import Findings
import Rules
import Support
import Testing
import Texts
import YAML

/// Every check kind is held against made-up districts, in every markup and for every status.
@Suite("Kind examples") struct KindExamplesTests {
  private static func run(_ path: String) throws -> ExampleRun {
    let finder = PackFinder(folders: [])
    let pack = try finder.load(try finder.locate("\(Fixtures.root)/\(path)").get())
    let calendar = try WorkCalendar(
      csv: String(
        decoding: try TextFile.bytes(at: Fixtures.root + "/Rules/calendar/workdays.csv"),
        as: UTF8.self))
    return try ExampleRun(try RuleBook(pack), calendar: calendar)
  }

  private static let kinds = Result { try run("Tests/Fixtures/packs/kinds") }

  @Test(arguments: ExampleMarkup.allCases)
  func `says what its example asks for`(_ markup: ExampleMarkup) throws {
    let run = try Self.kinds.get()
    for draft in run.drafts {
      let result = try #require(run.run(draft, markup))
      #expect(
        result.isMet,
        "\(result.place): expected \(result.expected), got \(result.finding.status): \(result.finding.message.zh)"
      )
    }
  }

  @Test func `every kind that decides has a passing, a failing and an open example`() throws {
    let run = try Self.kinds.get()
    for kind in allChecks.map({ $0.descriptor.kind }) where kind != "manual" && kind != "untested" {
      let rules = Set(run.book.pack.rules.filter { $0.kind == kind }.map(\.id))
      let statuses = Set(run.drafts.filter { rules.contains($0.rule) }.map(\.expected.rawValue))
      #expect(statuses.isSuperset(of: ["pass", "fail", "undetermined"]), "\(kind): \(statuses)")
    }
  }

  @Test func `no personal number reaches a finding`() throws {
    let run = try Self.kinds.get()
    for draft in run.drafts where draft.rule.clause == "personal-data" {
      let result = try #require(run.run(draft, .list))
      let texts =
        [result.finding.message.zh, result.finding.message.en]
        + result.finding.evidence.flatMap { [$0.excerpt ?? "", $0.nearMiss?.zh ?? ""] }
      for text in texts {
        #expect(!text.contains("11010519491231002X") && !text.contains("13806321234"))
      }
    }
  }
}
