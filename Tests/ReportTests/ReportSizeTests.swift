import Dates
import Findings
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// The budgets of the pages: the overview at most 500 KB, a unit's page at most 300 KB.
struct `Report sizes` {
  private func sizes(units: Int) throws -> (overview: Int, largestPage: Int) {
    let audit = SampleAudit.patterned(units: units, rules: 200)
    let files = try HTMLReporter.render(audit, in: .chinese)
    return (files[0].bytes.count, files.dropFirst().map(\.bytes.count).max() ?? 0)
  }

  /// The overview grows by the same bytes with each unit, so two small audits tell of a large one.
  @Test func `stay within budget at 120 units and 200 rules`() throws {
    let small = try sizes(units: 4)
    let large = try sizes(units: 12)
    let perUnit = (large.overview - small.overview) / 8
    #expect(large.overview + 108 * perUnit <= 500_000)
    #expect(large.largestPage <= 300_000)
  }
}
