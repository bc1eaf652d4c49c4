import Dates
import Findings
import Rules
import Score
import Texts
import Web

/// A small audit of one unit, by the statuses of its findings.
enum AuditSketch {
  static func audit(
    _ statuses: [Status], percent: Double = 80, plan: String = "山亭区2021年度政务公开审核",
    message: String = "未找到 2020 年年报"
  ) throws -> AuditResult {
    let day = try day("2021-12-31")
    guard let period = DateSpan(from: try self.day("2021-01-01"), to: day) else { throw NoDay() }
    var audit = AuditResult(
      id: "r", plan: plan, asOf: day, period: period,
      startedAt: Timestamp(secondsSince1970: 0), finishedAt: Timestamp(secondsSince1970: 1),
      tool: "mingcha", language: .chinese, bar: 60, packs: [], sites: [], units: [])
    audit.packs = [
      PackUse(
        id: "shanting-2021", title: Bilingual(zh: "山亭", en: "Shanting"), notice: nil,
        sha256: "00")
    ]
    let card = Scorecard(
      earned: percent, possible: 100, percent: percent, verdict: .pass, vetoes: [], open: 0,
      rank: nil, ranked: 0)
    let findings = statuses.enumerated().map { number, status in
      finding(number, status, message)
    }
    audit.units = [
      UnitResult(
        id: UnitID("czj"), name: "区财政局", kind: "department", site: SiteID("portal"),
        score: card, findings: findings)
    ]
    return audit
  }

  private static func finding(_ number: Int, _ status: Status, _ message: String) -> ScoredFinding {
    let text = Bilingual(zh: message, en: "no annual report of 2020")
    let finding = Finding(
      rule: RuleID(pack: "shanting-2021", clause: "A.\(number + 1)"), unit: UnitID("czj"),
      status: status, share: status == .pass ? 1 : 0, message: text, soughtFor: text, fix: nil,
      evidence: [], timeline: [], coverage: Coverage(pages: 1, columns: [], gaps: []))
    return ScoredFinding(
      finding: finding, points: Points(earned: status == .pass ? 5 : 0, possible: 5),
      title: Bilingual(zh: "政府信息公开年度报告", en: "Annual report"), why: text, article: "1",
      severity: .must, sameAs: nil, waiver: nil)
  }

  /// What an unreadable day makes of a test.
  struct NoDay: Error {}

  static func day(_ text: String) throws -> CivilDate {
    guard let day = CivilDate(text) else { throw NoDay() }
    return day
  }
}
