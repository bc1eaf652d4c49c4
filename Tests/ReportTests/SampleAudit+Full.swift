import Findings
import Rules
import Score
import Texts
import Web

extension SampleAudit {
  /// The small audit with all that a file may hold: grade, bonus, pack sums, deductions, a rule
  /// that is scored elsewhere.
  static let full: AuditResult = {
    var audit = small
    audit.id = "20211231-full"
    var unit = finance
    unit.score.grade = Bilingual(zh: "良好", en: "Good")
    unit.score.bonus = 2
    unit.score.packs = [
      PackScore(
        pack: "qinglan-2021", scheme: "hundred-minus-deductions", earned: 96.5, possible: 100,
        open: 0,
        dimensions: [
          DimensionScore(
            id: "1", level: 1, title: Bilingual(zh: "主动公开", en: "Disclosure"), earned: 12.5,
            possible: 20, open: 4),
          DimensionScore(
            id: "1.1", level: 2, title: Bilingual(zh: "统计信息", en: "Statistics"), earned: 3.5,
            possible: 5, open: 0),
        ])
    ]
    unit.findings[1].finding.faults = 3
    unit.findings[1].deduction = Deduction(each: 0.5, most: 2)
    unit.findings[1].points = Points(earned: 3.5, possible: 5)
    unit.findings[1].dimension = "1.1"
    unit.findings[2].finding.share = 0.5
    unit.findings[3].severity = .bonus
    unit.findings[3].points = Points(earned: 2, possible: 0)
    unit.findings[3].worth = 2
    var open = finding("A.8", .undetermined, "czj", points: (0, 0))
    open.worth = 4
    open.finding.coverage.gaps.append(
      CoverageGap(url: "http://www.example.gov.cn/x/", outcome: "tls.expired"))
    var twice = finding("B.1", .fail, "czj", points: (0, 0))
    twice.finding.rule = RuleID(pack: "qinglan-2021", clause: "B.1", name: "list")
    twice.sameAs = RuleID(pack: "qinglan-2021", clause: "A.2")
    var other = finding("B.1", .pass, "czj", points: (5, 5))
    other.finding.rule = RuleID(pack: "qinglan-2021", clause: "B.1", name: "page")
    unit.findings += [open, twice, other]
    unit.updates = [
      ColumnUpdates(
        column: "统计信息", url: "http://www.example.gov.cn/zwgk/bm/czj/tjxx/",
        newest: day("2021-11-12"), from: day("2020-12-28"), items: [0, 1, 0, 3, 1, 0, 12])
    ]
    audit.units[0] = unit
    audit.sites[0].updates = [
      ColumnUpdates(
        column: "公示公告", url: "http://www.example.gov.cn/gsgg/", newest: nil,
        from: day("2020-12-28"), items: [])
    ]
    audit.rules = [
      RuleUse(
        id: RuleID(pack: "qinglan-2021", clause: "A.2"),
        requirement: Bilingual(
          zh: "每月公开统计月报，次月二十日前发布。",
          en: "Publish the monthly bulletin by the 20th of the next month."),
        kind: "freshness",
        check: Bilingual(zh: "每个到期的周期都有内容", en: "A series has an item for every due period"),
        scope: "each", units: ["区直各部门"], points: 5,
        fix: Bilingual(zh: "补发所缺各期。", en: "Publish what is missing."),
        note: Bilingual(zh: "文件未写明节假日，按次日计。", en: "Holidays are not named; the next day counts."))
    ]
    audit.office = "青岚区人民政府办公室"
    audit.repairBy = day("2022-01-31")
    return audit
  }()
}
