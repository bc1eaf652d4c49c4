import Dates
import Findings
import Rules
import Score
import Texts
import Web

/// Audits to render: one small and hand-made for the golden files, one of any size by pattern.
enum SampleAudit {
  static func day(_ text: String) -> CivilDate {
    guard let day = CivilDate(text) else { preconditionFailure("no day: \(text)") }
    return day
  }

  static func moment(_ text: String) -> Timestamp {
    guard let moment = Timestamp(text) else { preconditionFailure("no moment: \(text)") }
    return moment
  }

  static func both(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }

  /// Strings that must not break any format.
  static let hostile = [
    "<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>",
    "=HYPERLINK(\"http://x\",\"y\")",
    "a|b`c`*d*_e_[f](javascript:alert(1))", "]]>&amp;\u{1}\u{1B}[31m\u{202E}txt.exe", "@SUM(A1)\t",
  ]

  /// Three units, seven rules, every status.
  static let small = AuditResult(
    id: "20211231-small", plan: "青岚区2021年度政务公开审核", asOf: day("2021-12-31"), period: year,
    startedAt: moment("2021-12-31T01:00:00Z"), finishedAt: moment("2021-12-31T01:12:30Z"),
    tool: "mingcha 0.1.0", language: .chinese, bar: 60, packs: [pack],
    sites: [portal, school], units: [finance, statistics, town])

  static let year: DateSpan = {
    guard let span = DateSpan(from: day("2021-01-01"), to: day("2021-12-31")) else {
      preconditionFailure("no span")
    }
    return span
  }()

  static let pack = PackUse(
    id: "qinglan-2021",
    title: Bilingual(zh: "青岚区政务公开工作要点", en: "Qinglan key points of open government"),
    notice: Bilingual(zh: "征求意见稿，不作考核依据。", en: "A draft for comment; not a basis for grading."),
    sha256: String(repeating: "0123456789abcdef", count: 4))

  static let portal = SiteResult(
    id: SiteID("portal"), status: "fetched", complete: true, pages: 1234, requests: 1300,
    bytes: 45_678_901, outcomes: outcomes(1234, notFound: 20),
    problems: [
      SiteProblem(
        outcome: "tls.expired", count: 3, url: "https://www.example.gov.cn/",
        detail: Bilingual(zh: "安全证书已过期", en: "The certificate has expired"),
        advice: Bilingual(zh: "请更换证书。", en: "Renew the certificate."))
    ], stopped: nil, liberties: ["tls: accept-invalid"])

  static let school = SiteResult(
    id: SiteID("school"), status: "blocked", complete: false, pages: 0, requests: 4, bytes: 2048,
    outcomes: outcomes(0, blocked: 4),
    problems: [
      SiteProblem(
        outcome: "blocked.challenge", count: 4, url: "http://edu.example.gov.cn/",
        detail: Bilingual(zh: "首页是验证页面", en: "The home page is a challenge"),
        advice: Bilingual(zh: "请为审核地址放行。", en: "Let the auditor's address pass."))
    ], stopped: "budget.pages", liberties: [])

  static func outcomes(_ fetched: Int, notFound: Int = 0, blocked: Int = 0) -> [String: Int] {
    [
      "fetched": fetched, "truncated": 0, "notFound": notFound, "blocked": blocked,
      "disallowed": 0, "unreachable": 0, "error": 0,
    ]
  }

  static let finance = UnitResult(
    id: UnitID("czj"), name: "区财政局", kind: "department", site: SiteID("portal"),
    score: Scorecard(
      earned: 12.5, possible: 20, percent: 62.5, verdict: .pass, vetoes: [], open: 0, rank: 1,
      ranked: 2),
    findings: [
      finding("A.1", .pass, "czj", points: (5, 5)),
      finding("A.2", .fail, "czj", points: (0, 5)),
      finding("A.3", .partial, "czj", points: (2.5, 5)),
      finding("A.4", .pass, "czj", points: (5, 5)), finding("A.5", .manual, "czj", points: (0, 5)),
      finding("A.6", .waived, "czj", points: (0, 5)),
      finding("A.7", .untested, "czj", points: (0, 0)),
    ])

  static let statistics = UnitResult(
    id: UnitID("tjj"), name: "区统计局", kind: "department", site: SiteID("portal"),
    score: Scorecard(
      earned: 5, possible: 10, percent: 50, verdict: .fail,
      vetoes: [RuleID(pack: "qinglan-2021", clause: "A.2")], open: 0, rank: 2, ranked: 2),
    findings: [
      finding("A.1", .pass, "tjj", points: (5, 5)),
      finding("A.2", .fail, "tjj", points: (0, 5)),
      finding("A.3", .notApplicable, "tjj", points: (0, 0)),
    ])

  static let town = UnitResult(
    id: UnitID("ymz"), name: "云门镇", kind: "town", site: SiteID("school"),
    score: Scorecard(
      earned: 0, possible: 0, percent: nil, verdict: .undetermined, vetoes: [], open: 10, rank: nil,
      ranked: 0),
    findings: [
      finding("A.1", .undetermined, "ymz", points: (0, 5)),
      finding("A.2", .undetermined, "ymz", points: (0, 5)),
    ])

  static let titles: [Bilingual] = [
    Bilingual(zh: "政府信息公开年度报告", en: "Annual report on information disclosure"),
    Bilingual(zh: "统计月报", en: "Monthly statistics bulletin"),
    Bilingual(zh: "部门预算公开", en: "Budget of the department"),
    Bilingual(zh: "机构职能与办公时间", en: "Functions and office hours"),
    Bilingual(zh: "政策解读与文件同步发布", en: "Interpretation published with the policy"),
    Bilingual(zh: "领导分工", en: "Duties of leaders"),
    Bilingual(zh: "依申请公开办理台账", en: "Register of requests handled"),
  ]
}
