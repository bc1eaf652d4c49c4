import Dates
import Findings
import Rules
package import Score
import Texts
import Web

/// A whole made-up audit of any size, scored by the real scorer: for benchmarks and size limits.
///
/// A district of departments, towns and other units on four sites, held against two packs: one of
/// weighted sums with two levels of dimensions and grades, one of deductions. Every status, every
/// severity, timelines of months, evidence, near misses and gaps occur. No chance is in it: the
/// same numbers give the same audit.
package enum LargeAudit {
  /// Makes the audit of `units` units × `rules` rules; a fifth of the rules are of the second pack.
  package static func make(units: Int = 120, rules: Int = 200) throws -> AuditResult {
    let packs = try MadePack.both(rules: rules)
    let findings = MadeFindings(packs: packs)
    let members = (0..<units).map { place in
      let unit = unit(place)
      return (unit: unit, findings: findings.of(unit, place: place))
    }
    let waivers = findings.waivers(members.map(\.unit))
    let scorer = Scorer(bar: 60, packs: packs, waivers: waivers)
    var audit = AuditResult(
      id: "2021-12-31-large", plan: "青岚区2021年度政务公开审核", asOf: try day("2021-12-31"),
      period: try year(), startedAt: try moment("2021-12-31T01:00:00Z"),
      finishedAt: try moment("2021-12-31T03:47:30Z"), tool: "mingcha 0.1.0", language: .chinese,
      bar: 60,
      packs: packs.map {
        PackUse(id: $0.id, title: $0.title, notice: $0.notice, sha256: $0.sha256)
      }, sites: (0..<4).map { site($0) },
      units: scorer.score(members))
    audit.rules = packs.flatMap(\.rules).map { use($0) }
    for (place, member) in members.enumerated() {
      audit.units[place].updates = try updates(of: member.unit, place: place)
    }
    audit.office = "青岚区人民政府办公室"
    audit.repairBy = try day("2022-01-31")
    return audit
  }

  private static func use(_ rule: Rule) -> RuleUse {
    RuleUse(
      id: rule.id,
      requirement: Bilingual(
        zh: "各单位应当在政府网站相应栏目及时、准确、完整地公开\(rule.title.zh)，并保持长期可以查阅。",
        en: "Units publish \(rule.title.en) on the site in time, in full, and keep it available."),
      kind: rule.kind,
      check: Bilingual(zh: "在规定的栏目中查找文件", en: "Looks for a document in the columns named"),
      scope: rule.scope.rawValue, units: ["区直各部门", "各镇街"], points: rule.points, fix: rule.fix,
      note: rule.note)
  }

  /// Six columns with something in most weeks of the year.
  private static func updates(of unit: ScoredUnit, place: Int) throws -> [ColumnUpdates] {
    let columns = ["工作动态", "通知公告", "政策文件", "政策解读", "财政预决算", "统计信息"]
    let from = try day("2020-12-28")
    return columns.enumerated().map { number, column in
      ColumnUpdates(
        column: column, url: "http://\(unit.site).qinglan.example/zwgk/\(unit.id)/l\(number)/",
        newest: from + (300 + place % 60), from: from,
        items: (0..<50).map { week in (week * 7 + number * 3 + place) % (number + 3) })
    }
  }

  /// What could not be made: a mistake in this folder.
  package struct Mistake: Error {
    package let text: String
  }

  static func day(_ text: String) throws -> CivilDate {
    guard let day = CivilDate(text) else { throw Mistake(text: text) }
    return day
  }

  static func moment(_ text: String) throws -> Timestamp {
    guard let moment = Timestamp(text) else { throw Mistake(text: text) }
    return moment
  }

  private static func year() throws -> DateSpan {
    guard let span = DateSpan(from: try day("2021-01-01"), to: try day("2021-12-31")) else {
      throw Mistake(text: "2021")
    }
    return span
  }

  private static func site(_ place: Int) -> SiteResult {
    let names = ["portal", "edu", "health", "towns"]
    let isBlocked = place == 2
    var outcomes = [
      "fetched": 4200 - 600 * place, "truncated": place, "notFound": 31 * place, "blocked": 0,
      "disallowed": 2, "unreachable": 0, "error": 1,
    ]
    if isBlocked { outcomes["blocked"] = 840 }
    let problem = SiteProblem(
      outcome: isBlocked ? "blocked.challenge" : "timeout.connect", count: isBlocked ? 840 : 3,
      url: "http://\(names[place]).qinglan.example/",
      detail: Bilingual(
        zh: isBlocked ? "首页是验证页面" : "连接超时", en: isBlocked ? "A challenge" : "Connecting timed out"),
      advice: Bilingual(
        zh: isBlocked ? "请为审核地址放行。" : "请检查服务器。",
        en: isBlocked ? "Let the auditor's address pass." : "Look after the server."))
    return SiteResult(
      id: SiteID(names[place]), status: isBlocked ? "blocked" : "fetched", complete: place < 2,
      pages: outcomes["fetched"] ?? 0, requests: 4500, bytes: 245_678_901, outcomes: outcomes,
      problems: [problem], stopped: place == 3 ? "budget.pages" : nil,
      liberties: place == 1 ? ["tls: accept-invalid"] : [])
  }

  private static let bureaus = [
    "发展和改革", "教育和体育", "科学技术", "工业和信息化", "民政", "司法", "财政", "人力资源和社会保障", "自然资源", "住房和城乡建设",
    "交通运输", "水利", "农业农村", "商务", "文化和旅游", "卫生健康", "退役军人事务", "应急管理", "审计", "市场监督管理", "统计", "医疗保障",
    "行政审批服务", "综合行政执法", "信访", "城市管理", "林业", "粮食和物资储备", "地方金融监督管理", "大数据发展",
  ]
  private static let places = ["云门", "西河", "东山", "南桥", "北溪", "青石", "白塔", "柳泉", "龙湾", "凤岭"]

  /// Half departments, a fifth towns, the rest institutions, enterprises and party bodies.
  private static func unit(_ place: Int) -> ScoredUnit {
    let turn = place / 10
    let bureau = bureaus[(place * 7 + turn) % bureaus.count]
    let town = places[(place + turn) % places.count]
    let number = place < 60 ? "" : "第\(turn)"
    let (name, kind, site) =
      switch place % 10 {
      case 0...4: ("区\(bureau)\(number)局", "department", place % 10 == 3 ? "edu" : "portal")
      case 5, 6: ("\(town)\(number)\(place % 20 < 10 ? "镇" : "街道办事处")", "town", "towns")
      case 7: ("区\(bureau)\(number)服务中心", "institution", place % 20 == 7 ? "health" : "portal")
      case 8: ("青岚区\(town)\(number)水务有限公司", "enterprise", "portal")
      default: ("区委\(bureau)\(number)工作办公室", "party", "portal")
      }
    return ScoredUnit(id: UnitID("u\(place)"), name: name, kind: kind, site: SiteID(site))
  }
}
