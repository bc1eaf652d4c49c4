import Dates
import Findings
import MadeAudits
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// The budgets of the pages: the overview at most 500 KB, any other page at most 300 KB.
struct `Report sizes` {
  private func sizes(
    units: Int
  ) throws -> (overview: Int, largestUnit: Int, list: Int, largestRule: Int) {
    let audit = SampleAudit.headed(units: units, rules: 200)
    let files = try HTMLReporter.render(audit, in: .chinese)
    func largest(_ folder: String) -> Int {
      files.filter { $0.path.hasPrefix(folder) && !$0.path.hasSuffix("/index.html") }
        .map(\.bytes.count).max() ?? 0
    }
    let list = files.first { $0.path == "rules/index.html" }?.bytes.count ?? 0
    return (files[0].bytes.count, largest("units/"), list, largest("rules/"))
  }

  /// Overview and pages of rules grow by the same bytes with each unit, so two small audits tell of a large one.
  @Test func `stay within budget at 120 units and 200 rules`() throws {
    let small = try sizes(units: 4)
    let large = try sizes(units: 12)
    let perUnit = (large.overview - small.overview) / 8
    #expect(large.overview + 108 * perUnit <= 500_000)
    #expect(large.largestUnit <= 300_000)
    #expect(large.list <= 300_000)
    let perUnitOfRule = (large.largestRule - small.largestRule) / 8
    #expect(large.largestRule + 108 * perUnitOfRule <= 300_000)
  }

  /// A unit's page depends on the rules, hardly on how many units there are beside it.
  @Test func `hold for units of every kind of finding too`() throws {
    let files = try HTMLReporter.render(LargeAudit.make(units: 12, rules: 200), in: .chinese)
    let units = files.filter { $0.path.hasPrefix("units/") }
    #expect(units.count == 12)
    #expect(try #require(units.map(\.bytes.count).max()) <= 300_000)
  }
}
