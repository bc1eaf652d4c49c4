import Dates
import Findings
import Rules
import Score
import Testing
import Texts
import Web

private let text = Bilingual(zh: "文", en: "text")

/// What a pipeline lets a run fail for.
struct `Failure gate` {
  private typealias Part = (clause: String, status: Status, severity: Severity)

  private func audit(
    _ parts: [Part], percent: Double = 90, verdict: Verdict = .pass, complete: Bool = true
  ) throws -> AuditResult {
    let day = try #require(CivilDate("2021-12-31"))
    let moment = try #require(Timestamp("2021-12-31T01:00:00Z"))
    let findings = parts.map { part in
      let gaps = [CoverageGap(url: "http://x.cn/", outcome: "timeout.total")]
      let finding = Finding(
        rule: RuleID(pack: "p", clause: part.clause), unit: UnitID("a"), status: part.status,
        share: 0, message: text, soughtFor: text,
        coverage: Coverage(
          pages: 1, columns: [], gaps: part.status == .undetermined ? gaps : []))
      return ScoredFinding(
        finding: finding, points: Points(earned: 0, possible: 5), title: text, why: text,
        article: "", severity: part.severity, sameAs: nil, waiver: nil)
    }
    let unit = UnitResult(
      id: UnitID("a"), name: "甲", kind: "department", site: SiteID("portal"),
      score: Scorecard(
        earned: percent, possible: 100, percent: percent, verdict: verdict, vetoes: [], open: 0,
        rank: nil, ranked: 0), findings: findings)
    return AuditResult(
      id: "r", plan: "p", asOf: day, period: try #require(DateSpan(from: day, to: day)),
      startedAt: moment, finishedAt: moment, tool: "mingcha", language: .chinese, bar: 60,
      packs: [],
      sites: [
        SiteResult(
          id: SiteID("portal"), status: "fetched", complete: complete, pages: 1, requests: 1,
          bytes: 1, outcomes: [:], problems: [], stopped: nil, liberties: [])
      ], units: [unit])
  }

  @Test(arguments: [
    (Severity.veto, Severity.veto, true), (.veto, .must, false), (.must, .veto, true),
    (.must, .must, true), (.must, .should, false), (.should, .should, true),
    (.should, .bonus, false),
  ])
  func `fails for a severity and what is graver`(asked: Severity, found: Severity, fails: Bool)
    throws
  {
    let gate = FailureGate(severity: asked, holdsBar: false, baseline: nil)
    let status = gate.status(try audit([("1", .fail, found)], verdict: .fail))
    #expect(status == (fails ? .fail : .pass))
  }

  @Test(arguments: Status.allCases)
  func `fails for a finding that fails, and for no other status`(status: Status) throws {
    let gate = FailureGate(severity: .should, holdsBar: false, baseline: nil)
    #expect(
      (gate.status(try audit([("1", status, .must)])) == .fail) == (status == .fail))
  }

  @Test(arguments: [(true, 59.9, true), (true, 60, false), (false, 10, false)])
  func `holds the bar beside the severity where that is asked`(
    holdsBar: Bool, percent: Double, fails: Bool
  ) throws {
    let gate = FailureGate(severity: .veto, holdsBar: holdsBar, baseline: nil)
    let audit = try audit([("1", .fail, .must)], percent: percent, verdict: .fail)
    #expect(gate.status(audit) == (fails ? .fail : .pass))
  }

  @Test(arguments: [
    (Status.fail, Status.fail, true), (.partial, .partial, true), (.fail, .partial, true),
    (.partial, .fail, false), (.pass, .fail, false), (.undetermined, .fail, false),
  ])
  func `passes over a fault that the baseline has, at least as grave`(
    before: Status, now: Status, isOld: Bool
  ) throws {
    let baseline = Baseline(try audit([("1", before, .must)]))
    let gate = FailureGate(severity: nil, holdsBar: true, baseline: baseline)
    let later = try audit([("1", now, .must)], percent: 10, verdict: .fail)
    #expect(gate.status(later) == (isOld ? .pass : .fail))
    #expect(baseline.counts(later) == (isOld ? (1, 0) : (0, 1)))
  }

  @Test func `counts a new fault only at the severity that was asked for`() throws {
    let baseline = Baseline(try audit([("1", .fail, .veto)]))
    let later = try audit([("1", .fail, .veto), ("2", .fail, .should)])
    #expect(
      FailureGate(severity: .must, holdsBar: false, baseline: baseline).status(later) == .pass)
    #expect(
      FailureGate(severity: .should, holdsBar: false, baseline: baseline).status(later) == .fail)
    #expect(FailureGate(severity: nil, holdsBar: false, baseline: baseline).status(later) == .fail)
  }

  @Test func `does not count what a bonus rule misses`() throws {
    let gate = FailureGate(severity: nil, holdsBar: false, baseline: Baseline(try audit([])))
    #expect(gate.status(try audit([("1", .fail, .bonus)])) == .pass)
  }

  @Test func `is incomplete where nothing counts and something is open`() throws {
    let gate = FailureGate(severity: .veto, holdsBar: false, baseline: nil)
    let open = try audit([("1", .undetermined, .must)], complete: false)
    #expect(gate.status(open) == .incomplete)
  }

  @Test func `follows the verdicts when nothing is asked`() throws {
    let gate = FailureGate(severity: nil, holdsBar: false, baseline: nil)
    #expect(gate.status(try audit([], verdict: .fail)) == .fail)
    #expect(gate.status(try audit([("1", .fail, .must)], verdict: .pass)) == .pass)
    #expect(gate.status(try audit([], verdict: .undetermined)) == .incomplete)
  }
}
