import Dates
import Findings
import Rules
import Score
import Texts
import Web

extension SampleAudit {
  /// One finding with all that its status usually carries.
  static func finding(
    _ clause: String, _ status: Status, _ unit: String, points: (Double, Double),
    title: Bilingual? = nil, number: Int? = nil
  ) -> ScoredFinding {
    let index = number ?? (Int(clause.drop { $0 != "." }.dropFirst()) ?? 1) - 1
    let address = "http://www.example.gov.cn/zwgk/bm/\(unit)/"
    let share = points.1 > 0 ? points.0 / points.1 : (status == .pass ? 1 : 0)
    let isCadence = index % 3 == 1
    let finding = Finding(
      rule: RuleID(pack: "qinglan-2021", clause: clause), unit: UnitID(unit), status: status,
      share: share, message: message(status), soughtFor: sought, fix: fix(status),
      evidence: evidence(status, address), timeline: isCadence ? timeline(status) : [],
      coverage: coverage(status, address))
    return ScoredFinding(
      finding: finding, points: Points(earned: points.0, possible: points.1),
      title: title ?? titles[index % titles.count],
      why: Bilingual(zh: "群众据此了解单位一年的公开工作。", en: "It shows people a year's disclosure work."),
      article: "附件第\(index + 1)行", severity: clause == "A.2" ? .veto : .must,
      sameAs: nil, waiver: status == .waived ? "机构改革（区政府办公室）" : nil)
  }

  static let sought = Bilingual(
    zh: "在“政府信息公开年报”“统计信息”两个栏目中查找标题含“年度报告”的 2020 年文件，应于 3 月 31 日前发布。",
    en: "A document of 2020 whose title holds “年度报告”, in two columns, published by 31 March.")

  static func message(_ status: Status) -> Bilingual {
    switch status {
    case .pass:
      Bilingual(zh: "2021年1月28日发布，在期限之内。", en: "Published on 28 January 2021, in time.")
    case .fail:
      Bilingual(
        zh: "应发布 10 期，缺 2021年5月、8月两期；最近一期发布于 2021年11月12日。",
        en: "Of 10 issues due, May and August 2021 are missing; the latest is of 12 November 2021.")
    case .partial:
      Bilingual(
        zh: "四项要素查到两项，缺办公时间和联系电话。", en: "Two of four parts found; hours and telephone are missing.")
    case .undetermined:
      Bilingual(
        zh: "网站首页是验证页面，可能刊登该内容的页面没有读到。",
        en: "The home page is a challenge; the pages that could hold it were not read.")
    case .manual:
      Bilingual(
        zh: "查到 2 份备选材料，请人工判断是否与文件同步。",
        en: "Two candidates; a person is to judge whether they match.")
    case .notApplicable: Bilingual(zh: "本期内没有到期事项。", en: "Nothing was due in the period.")
    case .waived:
      Bilingual(zh: "计划中豁免至 2021年12月31日。", en: "Waived by the plan until 31 December 2021.")
    case .untested: Bilingual(zh: "台账不在网上公开，无法由网页判定。", en: "Registers are not on the web.")
    }
  }

  static func fix(_ status: Status) -> Bilingual? {
    switch status {
    case .fail:
      Bilingual(zh: "补发 2021年5月、8月的统计月报。", en: "Publish the bulletins of May and August 2021.")
    case .partial: Bilingual(zh: "补充办公时间和联系电话。", en: "Add office hours and the telephone number.")
    case .undetermined:
      Bilingual(zh: "为审核地址放行后重新审核。", en: "Let the auditor's address pass and audit again.")
    case .pass, .manual, .notApplicable, .waived, .untested: nil
    }
  }

  static func evidence(_ status: Status, _ address: String) -> [Evidence] {
    let found = Evidence(
      url: address + "ndbg/202101/t20210128_1.html", title: "区财政局2020年政府信息公开工作年度报告",
      excerpt: "根据《中华人民共和国政府信息公开条例》，现公布 2020 年政府信息公开工作年度报告。",
      date: day("2021-01-28"), fetchedAt: "2021-12-31T01:02:03Z",
      record: "urn:uuid:6f1ed002-ab5d-4c3b-9f1e-0123456789ab",
      sha256: String(repeating: "ab", count: 32))
    let near = Evidence(
      url: address + "ndbg/202001/t20200115_9.html", title: "2019年政府信息公开工作年度报告",
      excerpt: nil, date: day("2020-01-15"), fetchedAt: "2021-12-31T01:02:09Z",
      nearMiss: Bilingual(zh: "年份不对：是 2019 年的报告", en: "Wrong year: it is the report of 2019"))
    switch status {
    case .pass: return [found]
    case .fail, .partial, .manual: return [found, near]
    case .undetermined, .notApplicable, .waived, .untested: return []
    }
  }

  static func coverage(_ status: Status, _ address: String) -> Coverage {
    switch status {
    case .undetermined:
      Coverage(
        pages: 3, columns: [],
        gaps: [
          CoverageGap(url: address, outcome: "blocked.challenge"),
          CoverageGap(url: address + "ndbg/", outcome: "timeout.connect"),
        ])
    case .untested, .notApplicable, .waived: Coverage(pages: 0, columns: [], gaps: [])
    case .pass, .fail, .partial, .manual:
      Coverage(pages: 42, columns: ["政府信息公开年报", "统计信息"], gaps: [])
    }
  }

  static func timeline(_ status: Status) -> [DueDate] {
    if status == .notApplicable || status == .untested { return [] }
    return (1...12).map { month in
      let first = CivilDate(year: 2021, month: month, day: 1) ?? day("2021-01-01")
      let due = first.endOfMonth + 20
      let state: DueDate.State =
        month > 10
        ? .upcoming
        : status != .fail ? .met : month == 5 || month == 8 ? .missed : month == 7 ? .late : .met
      return DueDate(
        label: Bilingual(zh: "2021年\(month)月", en: "2021-\(month)"), due: due,
        met: state == .met ? due + -3 : state == .late ? due + 9 : nil, state: state)
    }
  }

  /// An audit of `units` × `rules` by a fixed pattern, with hostile strings strewn in.
  static func patterned(units: Int, rules: Int) -> AuditResult {
    let names = [
      "区政府办公室", "区发展和改革局", "区教育和体育局", "区民政局", "区司法局", "区财政局", "区统计局", "市生态环境局青岚分局",
      "区自来水公司", "区国有资产事务服务中心", "云门镇人民政府", "西河街道办事处",
    ]
    let kinds = ["department", "department", "department", "town", "institution"]
    var results = (0..<units).map { place in
      let name = names[place % names.count] + (place < names.count ? "" : "\(place)")
      return unit(place, place == 9 ? hostile[0] : name, kinds[place % kinds.count], rules)
    }
    rank(&results)
    var audit = small
    audit.id = "20211231-pattern"
    audit.units = results
    audit.sites[0].updates = updates(0)
    audit.rules = results.first.map { uses($0.findings) } ?? []
    return audit
  }

  private static func unit(
    _ place: Int, _ name: String, _ kind: String, _ rules: Int
  ) -> UnitResult {
    let isBlocked = place % 12 == 7
    let findings = (0..<rules).map { rule -> ScoredFinding in
      let status = isBlocked ? .undetermined : pattern(place, rule)
      let points: (Double, Double) =
        switch status {
        case .pass: (4, 4)
        case .partial: (1.5, 4)
        case .untested, .notApplicable: (0, 0)
        case .fail, .undetermined, .manual, .waived: (0, 4)
        }
      var found = finding(
        "\(["A", "B", "1"][rule % 3]).\(rule / 3 + 1)", status, "u\(place)", points: points,
        title: title(rule), number: rule)
      found.dimension = dimension(rule)
      found.severity = rule % 7 == 3 ? .should : rule % 31 == 5 ? .veto : .must
      return found
    }
    let scored = findings.filter { [.pass, .fail, .partial].contains($0.finding.status) }
    let earned = scored.reduce(0) { $0 + $1.points.earned }
    let possible = scored.reduce(0) { $0 + $1.points.possible }
    let open = findings.filter { $0.finding.status == .undetermined }
      .reduce(0) { $0 + $1.points.possible }
    let percent = possible > 0 ? (1000 * earned / possible).rounded() / 10 : nil
    var result = UnitResult(
      id: UnitID("u\(place)"), name: name, kind: kind, site: SiteID("portal"),
      score: Scorecard(
        earned: earned, possible: possible, percent: percent,
        verdict: percent.map { $0 >= 60 ? .pass : .fail } ?? .undetermined, vetoes: [], open: open,
        rank: nil, ranked: 0), findings: findings)
    result.updates = updates(place)
    return result
  }

  private static func title(_ rule: Int) -> Bilingual {
    if rule % 9 == 8 { return both(hostile[rule / 9 % hostile.count]) }
    if rule % 11 == 10 {
      return Bilingual(
        zh: "行政规范性文件自成文之日起二十个工作日内在政府网站“政策文件”栏目公开，并同步发布图文、问答等形式的政策解读材料",
        en:
          "Normative documents are published within twenty working days of their date, together with an interpretation in pictures or questions and answers"
      )
    }
    return titles[rule % titles.count]
  }

  private static func pattern(_ place: Int, _ rule: Int) -> Status {
    switch (place * 7 + rule * 13) % 23 {
    case 0, 1: .fail
    case 2: .partial
    case 3: .undetermined
    case 4: .manual
    case 5: .waived
    case 6, 7, 8, 9: .notApplicable
    case 10: .untested
    default: rule % 6 == place % 6 && place % 4 == 0 ? .fail : .pass
    }
  }

  private static func rank(_ units: inout [UnitResult]) {
    for place in units.indices {
      let peers = units.filter { $0.kind == units[place].kind && $0.score.percent != nil }
      units[place].score.ranked = peers.count
      guard let own = units[place].score.percent else { continue }
      units[place].score.rank = 1 + peers.count { ($0.score.percent ?? 0) > own }
    }
  }
}
