import Dates
import Rules
import Texts
import YAML

/// The two packs of the large audit.
enum MadePack {
  /// Four fifths of the rules by weighted sum, one fifth by deductions.
  static func both(rules: Int) throws -> [Pack] {
    let first = rules - rules / 5
    let weighted = try pack(
      "qinglan-2021",
      Bilingual(zh: "青岚区2021年政务公开工作要点", en: "Qinglan key points of open government, 2021"),
      rules: first, points: [2, 1, 3, 0.5, 4, 1.5, 5])
    var deducting = try pack(
      "qinglan-web",
      Bilingual(zh: "青岚区政府网站检查指标", en: "Qinglan indicators for government websites"),
      rules: rules - first, points: [2, 4, 1, 5])
    deducting.scoring.scheme = .deductions
    for place in deducting.rules.indices where deducting.rules[place].severity != .bonus {
      deducting.rules[place].deduction = Deduction(each: 0.5, most: deducting.rules[place].points)
    }
    return [weighted, deducting]
  }

  private static let headings = ["主动公开", "政策解读", "回应关切", "平台建设", "监督保障", "重点领域"]
  private static let headingsInEnglish = [
    "Disclosure", "Interpretation", "Response", "Platforms", "Supervision", "Key areas",
  ]
  private static let subjects: [Bilingual] = [
    Bilingual(zh: "政府信息公开年度报告", en: "Annual report on information disclosure"),
    Bilingual(zh: "部门预算和“三公”经费公开", en: "Budgets and the three public expenses"),
    Bilingual(zh: "统计信息按月发布", en: "Monthly statistics"),
    Bilingual(zh: "机构职能、办公地址、办公时间和联系方式", en: "Functions, address, hours and telephone"),
    Bilingual(
      zh: "行政规范性文件自成文之日起二十个工作日内在政府网站“政策文件”栏目公开，并同步发布图文、问答等形式的政策解读材料",
      en: "Normative documents within twenty working days of their date, with an interpretation"),
    Bilingual(zh: "领导分工和简历", en: "Duties and careers of leaders"),
    Bilingual(zh: "重大建设项目批准和实施信息", en: "Approval and progress of major projects"),
    Bilingual(zh: "建议提案办理结果公开", en: "Answers to proposals of deputies"),
    Bilingual(zh: "依申请公开办理台账", en: "Register of requests handled"),
    Bilingual(zh: "双随机、一公开抽查事项清单和结果", en: "Random inspections and their results"),
  ]

  private static func pack(
    _ id: String, _ title: Bilingual, rules: Int, points: [Double]
  ) throws -> Pack {
    var dimensions: [Dimension] = []
    for (place, heading) in headings.enumerated() {
      let title = Bilingual(zh: heading, en: headingsInEnglish[place])
      dimensions.append(Dimension(id: "\(place + 1)", parent: nil, title: title, why: nil))
      for part in 1...2 {
        dimensions.append(
          Dimension(
            id: "\(place + 1).\(part)", parent: "\(place + 1)",
            title: Bilingual(zh: "\(heading)之\(part)", en: "\(headingsInEnglish[place]) \(part)"),
            why: nil))
      }
    }
    var scoring = Scoring()
    scoring.grades = [
      Grade(name: Bilingual(zh: "优秀", en: "excellent"), from: 90),
      Grade(name: Bilingual(zh: "良好", en: "good"), from: 75),
      Grade(name: Bilingual(zh: "合格", en: "fair"), from: 60),
      Grade(name: Bilingual(zh: "不合格", en: "poor"), from: 0),
    ]
    scoring.mostBonus = 3
    var pack = Pack(
      id: id, title: title, issuer: Bilingual(zh: "青岚区人民政府办公室", en: "Qinglan District Office"),
      notice: id.hasSuffix("web")
        ? Bilingual(zh: "试行指标。", en: "Indicators on trial.") : nil,
      year: 2021, effective: nil, roster: [], rules: [], scoring: scoring,
      sha256: String(
        repeating: id.hasSuffix("web") ? "0123456789abcdef" : "fedcba9876543210", count: 4)
    )
    pack.dimensions = dimensions
    let per = max(1, (rules + headings.count * 2 - 1) / (headings.count * 2))
    for place in 0..<rules {
      pack.rules.append(try rule(id, place, in: place / per, points[place % points.count]))
    }
    return pack
  }

  /// The rule at a place, below the second-level heading of a number.
  private static func rule(
    _ pack: String, _ place: Int, in heading: Int, _ points: Double
  ) throws -> Rule {
    let empty = try YAMLDocument.read(Array("{}".utf8), file: "pack.yaml")
    guard let requirement = YAMLMapping(empty) else { throw LargeAudit.Mistake(text: "{}") }
    let dimension = "\(heading / 2 % headings.count + 1).\(heading % 2 + 1)"
    let clause = "\(dimension).\(place + 1)"
    let severity: Severity =
      place % 61 == 7 ? .veto : place % 29 == 28 ? .bonus : place % 3 == 0 ? .should : .must
    let subject = subjects[place % subjects.count]
    var rule = Rule(
      id: RuleID(pack: pack, clause: clause), article: "附件第\(place + 1)行",
      title: Bilingual(zh: "\(subject.zh)（\(place + 1)）", en: "\(subject.en) (\(place + 1))"),
      why: Bilingual(zh: "群众据此了解单位一年的公开工作。", en: "It shows people a year's disclosure work."),
      scope: .each, units: [], points: points, severity: severity,
      sameAs: place % 37 == 36
        ? RuleID(pack: pack, clause: "1.1.1") : nil,
      fix: Bilingual(zh: "补充发布。", en: "Publish what is missing."), kind: "document",
      requirement: requirement, place: "pack.yaml:\(place + 10):1")
    rule.dimension = dimension
    if place % 50 == 3 {
      rule.note = Bilingual(
        zh: "原文“定期”未写明周期，按每季度至少一次掌握。", en: "“Regularly” is read as once a quarter at least.")
    }
    return rule
  }
}
