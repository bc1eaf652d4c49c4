import Dates
import Findings
import Rules
import Score
import Texts
import Web

/// Findings by a fixed pattern over units and rules.
struct MadeFindings {
  let packs: [Pack]

  /// The findings of one unit, in the order of packs and rules.
  func of(_ unit: ScoredUnit, place: Int) -> [Finding] {
    var findings: [Finding] = []
    for pack in packs {
      for (number, rule) in pack.rules.enumerated() {
        let key = Self.mixed(place &* 1009 &+ number &* 31 &+ pack.id.utf8.count)
        let status = unit.site.text == "health" ? .undetermined : status(key, unit: place)
        findings.append(finding(rule, unit, status, key))
      }
    }
    return findings
  }

  /// One unit in nine is let off one rule.
  func waivers(_ units: [ScoredUnit]) -> [WaiverNote] {
    guard let rule = packs.first?.rules.dropFirst(2).first else { return [] }
    return units.enumerated().filter { $0.offset % 9 == 4 }.map {
      WaiverNote(unit: $0.element.id, rule: rule.id, note: "机构改革（区政府办公室），至 2021-12-31")
    }
  }

  /// Bits of a number well mixed, so that the pattern shows no stripes.
  private static func mixed(_ value: Int) -> Int {
    var bits = UInt64(truncatingIfNeeded: value) &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (bits ^ (bits >> 31)) >> 8)
  }

  /// Good units miss one rule in twenty, poor ones every other.
  private func status(_ key: Int, unit: Int) -> Status {
    let turn = key % 100
    let quality = Self.mixed(unit &* 77) % 45
    switch turn {
    case 0..<6: return .undetermined
    case 6..<9: return .manual
    case 9..<21: return .notApplicable
    case 21..<24: return .untested
    default:
      let rest = turn - 24
      if rest < quality / 2 + 3 { return .fail }
      return rest < quality / 2 + 8 ? .partial : .pass
    }
  }

  private func finding(
    _ rule: Rule, _ unit: ScoredUnit, _ status: Status, _ key: Int
  ) -> Finding {
    let root = "http://\(unit.site).qinglan.example/zwgk/\(unit.id)/"
    var finding = Finding(
      rule: rule.id, unit: unit.id, status: status,
      share: status == .pass ? 1 : status == .partial ? Double(1 + key % 3) / 4 : 0,
      message: message(status, key), soughtFor: sought(rule), fix: fix(status, rule),
      evidence: evidence(status, root, key), coverage: coverage(status, root, key))
    if status.isFault { finding.faults = 1 + key % 4 }
    let isTimed = key % 4 == 1 && (status == .pass || status.isFault)
    if isTimed { finding.timeline = timeline(missed: status == .pass ? 0 : 3 + key % 5) }
    return finding
  }

  private func sought(_ rule: Rule) -> Bilingual {
    Bilingual(
      zh: "在“政府信息公开”“重点领域”两个栏目中查找标题与《\(rule.title.zh)》相符的 2021 年文件，应于 12 月 31 日前发布。",
      en: "Documents of 2021 that fit “\(rule.title.en)” in two columns, by 31 December.")
  }

  private func message(_ status: Status, _ key: Int) -> Bilingual {
    let month = 1 + key % 12
    switch status {
    case .pass:
      return Bilingual(
        zh: "2021年\(month)月28日发布，在期限之内。", en: "Published on 28-\(month)-2021, in time.")
    case .fail:
      return Bilingual(
        zh: "应发布 10 期，缺 2021年\(month)月等 \(2 + key % 3) 期；最近一期发布于 2021年11月12日。",
        en: "Of 10 issues due, \(2 + key % 3) are missing; the latest is of 12 November 2021.")
    case .partial:
      return Bilingual(
        zh: "四项要素查到 \(1 + key % 3) 项，缺办公时间和联系电话。",
        en: "\(1 + key % 3) of four parts found; hours and telephone are missing.")
    case .undetermined:
      return Bilingual(
        zh: "可能刊登该内容的 \(1 + key % 3) 个页面没有读到。", en: "\(1 + key % 3) pages were not read.")
    case .manual:
      return Bilingual(
        zh: "查到 2 份备选材料，请人工判断是否与文件同步。", en: "Two candidates for a person to judge.")
    case .notApplicable:
      return Bilingual(zh: "本期内没有到期事项。", en: "Nothing was due in the period.")
    case .waived: return Bilingual(zh: "计划中豁免。", en: "Waived by the plan.")
    case .untested:
      return Bilingual(zh: "台账不在网上公开，无法由网页判定。", en: "Registers are not on the web.")
    }
  }

  private func fix(_ status: Status, _ rule: Rule) -> Bilingual? {
    switch status {
    case .fail, .partial:
      Bilingual(
        zh: "在“政府信息公开”栏目补发《\(rule.title.zh)》的缺项，并核对发布日期。",
        en: "Publish what “\(rule.title.en)” lacks, and check the dates.")
    case .undetermined: Bilingual(zh: "为审核地址放行后重新审核。", en: "Let the auditor's address pass.")
    case .pass, .manual, .notApplicable, .waived, .untested: nil
    }
  }

  private func evidence(_ status: Status, _ root: String, _ key: Int) -> [Evidence] {
    switch status {
    case .undetermined, .notApplicable, .waived, .untested: return []
    case .pass, .fail, .partial, .manual: break
    }
    let month = 1 + key % 12
    let folder = month < 10 ? "20210\(month)" : "2021\(month)"
    let count = status == .pass ? 1 : 1 + key % 3
    return (0..<count).map { number in
      var evidence = Evidence(
        url: "\(root)\(folder)/t\(folder)28_\(key % 1_000_000 + number).html",
        title: "关于公布2021年政府信息公开工作情况的通知（第\(number + 1)号）",
        excerpt: "根据《中华人民共和国政府信息公开条例》，现公布有关情况，本报告的统计期限自1月1日起至12月31日止。",
        date: CivilDate(year: 2021, month: month, day: 28), fetchedAt: "2021-12-31T01:02:03Z",
        record: "urn:uuid:6f1ed002-ab5d-4c3b-9f1e-0123456789ab",
        sha256: String(repeating: "ab", count: 32))
      if number > 0 {
        evidence.nearMiss = Bilingual(
          zh: "年份不对：是 2020 年的报告", en: "Wrong year: it is the report of 2020")
      }
      return evidence
    }
  }

  private func coverage(_ status: Status, _ root: String, _ key: Int) -> Coverage {
    switch status {
    case .undetermined:
      let codes = ["timeout.connect", "blocked.challenge", "http.5xx", "budget.pages"]
      return Coverage(
        pages: 3, columns: [],
        gaps: (0..<(1 + key % 3)).map {
          CoverageGap(url: "\(root)list_\($0).html", outcome: codes[(key + $0) % codes.count])
        })
    case .untested, .notApplicable, .waived: return Coverage(pages: 0, columns: [], gaps: [])
    case .pass, .fail, .partial, .manual:
      return Coverage(pages: 12 + key % 80, columns: ["政府信息公开", "重点领域"], gaps: [])
    }
  }

  private func timeline(missed: Int) -> [DueDate] {
    (1...12).compactMap { month in
      guard let first = CivilDate(year: 2021, month: month, day: 1) else { return nil }
      let due = first.endOfMonth + 20
      let state: DueDate.State =
        month > 10 ? .upcoming : month == missed ? .missed : month == missed + 1 ? .late : .met
      return DueDate(
        label: Bilingual(zh: "2021年\(month)月", en: "2021-\(month)"), due: due,
        met: state == .met ? due + -3 : state == .late ? due + 9 : nil, state: state)
    }
  }
}
