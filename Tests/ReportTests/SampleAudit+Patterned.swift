import Dates
import Findings
import Rules
import Score
import Texts
import Web

/// What the patterned audits have beyond findings: dimensions, calendar, rules.
extension SampleAudit {
  static let headings: [Bilingual] = [
    Bilingual(zh: "主动公开", en: "Disclosure"), Bilingual(zh: "依申请公开", en: "Requests"),
    Bilingual(zh: "政策解读", en: "Interpretation"), Bilingual(zh: "平台建设", en: "Platforms"),
    Bilingual(zh: "机构职能", en: "Functions"), Bilingual(zh: "财政信息", en: "Finance"),
    Bilingual(zh: "重点领域信息公开和基层政务公开标准化规范化", en: "Key fields and standards for towns"),
    Bilingual(zh: "监督保障", en: "Supervision"),
  ]

  /// The patterned audit with its points added up under headings.
  static func headed(units: Int, rules: Int) -> AuditResult {
    var audit = patterned(units: units, rules: rules)
    for place in audit.units.indices {
      audit.units[place].score.packs = [packScore(audit.units[place].findings)]
    }
    return audit
  }

  /// The heading of a rule by its number.
  static func dimension(_ rule: Int) -> String { String(rule % headings.count + 1) }

  /// The sums of a unit's findings by heading, with one second-level heading each.
  static func packScore(_ findings: [ScoredFinding]) -> PackScore {
    let dimensions = headings.enumerated().flatMap { place, title -> [DimensionScore] in
      let own = findings.filter { $0.dimension == String(place + 1) }
      let scored = own.filter { [.pass, .fail, .partial].contains($0.finding.status) }
      return [1, 2].map { level in
        DimensionScore(
          id: level == 1 ? "\(place + 1)" : "\(place + 1).1", level: level, title: title,
          earned: scored.reduce(0) { $0 + $1.points.earned },
          possible: scored.reduce(0) { $0 + $1.points.possible },
          open: own.reduce(0) { $0 + $1.openPoints })
      }
    }
    let firsts = dimensions.filter { $0.level == 1 }
    return PackScore(
      pack: "qinglan-2021", scheme: "weighted-sum",
      earned: firsts.reduce(0) { $0 + $1.earned }, possible: firsts.reduce(0) { $0 + $1.possible },
      open: firsts.reduce(0) { $0 + $1.open }, dimensions: dimensions)
  }

  /// Columns of a unit with some weeks of news.
  static func updates(_ place: Int) -> [ColumnUpdates] {
    if place % 12 == 7 { return [] }
    return ["工作动态", "通知公告", "政策文件", "政策解读", "财政信息", "统计信息"].enumerated().map { number, name in
      let items = (0..<53).map { week in
        (week * 5 + place * 3 + number * 7) % (number + 2) == 0 ? (week + place) % 7 : 0
      }
      return ColumnUpdates(
        column: number == 4 ? hostile[place % hostile.count] : name,
        url: number == 5
          ? "javascript:alert(1)" : "http://www.example.gov.cn/bm/u\(place)/l\(number)/",
        newest: number == 3 ? nil : day("2021-12-2\(number)"), from: day("2020-12-28"),
        items: number == 3 ? [] : items)
    }
  }

  /// The rules of a unit's findings as a pack would have them.
  static func uses(_ findings: [ScoredFinding]) -> [RuleUse] {
    findings.enumerated().map { place, scored in
      RuleUse(
        id: scored.finding.rule,
        requirement: Bilingual(
          zh: "各单位应当在政府网站相应栏目及时、准确、完整地公开本项信息，并保持长期可以查阅。",
          en: "Units publish this on the site in time, in full, and keep it available."),
        kind: place % 2 == 0 ? "publication" : "freshness",
        check: Bilingual(zh: "在规定的栏目中查找文件", en: "Looks for a document in the columns named"),
        scope: ["each", "any", "district"][place % 3], units: ["区直各部门", hostile[0]], points: 4,
        fix: Bilingual(zh: "请补发。", en: "Publish what is missing."),
        note: place % 5 == 0 ? Bilingual(zh: "按自然日计算。", en: "Calendar days.") : nil)
    }
  }
}
