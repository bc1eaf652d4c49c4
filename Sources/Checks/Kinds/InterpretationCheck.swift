package import Dates
import Findings
package import Rules
package import Sites
import Texts
package import YAML

/// Every policy of the unit must be explained within some days.
package enum InterpretationCheck: Check {
  /// From which day the limit runs.
  package enum Start: String, Sendable, CaseIterable {
    /// The later of the day on the document and the day on which it went online.
    case later
    /// The day on which it went online.
    case published
  }

  /// Which of the two pages must link to the other.
  package enum Links: String, Sendable, CaseIterable {
    /// The policy to its explanation and back.
    case both
    /// Either to the other.
    case one
    case none
  }

  /// The keys of an `interpretation` rule.
  package struct Requirement: Sendable {
    package var policyColumns: [String]
    let policyKeys: [FoldedName]
    package var policyTitles: TitlePatterns
    package var policyExcept: TitlePatterns
    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    package var days: Int
    package var dayCount: DayCount
    package var start: Start
    /// What shows that an explanation is a picture, sound or film; empty: policies are paired.
    package var forms: TitlePatterns
    package var formsLeast: Int
    /// What a policy without any explanation is.
    package var missing: Reckoning
    /// What an explanation after the limit is.
    package var late: Reckoning
    /// With it the links between the pages are judged, and not the days.
    package var links: Links
    /// The share of the policies that must be explained; below it the share is what is scored.
    package var share: Double?
  }

  package static let descriptor = CheckDescriptor(
    kind: "interpretation",
    summary: Wording.text(
      "政策文件出台后按期发布解读", "Every policy of the unit is explained within the limit"),
    keys: [
      .init(
        "policy-columns", .texts, isRequired: false, Wording.text("政策文件所在栏目", "Columns of policies")
      ),
      .init(
        "policy-titles", .patterns, isRequired: false, Wording.text("政策文件的标题", "Titles of policies")
      ),
      .init(
        "policy-except", .patterns, isRequired: false,
        Wording.text("无须解读的文件（任免、会议、批复等）", "Documents that need no explanation")),
      .init(
        "columns", .texts, isRequired: false, Wording.text("解读所在栏目", "Columns of explanations")),
      .init(
        "titles", .patterns, isRequired: false, Wording.text("解读的标题", "Titles of explanations")),
      .init(
        "days", .count(0...365), isRequired: false,
        Wording.text("期限天数（只查形式时不写）", "The limit in days (left out where forms are asked for)")),
      .init(
        "forms", .patterns, isRequired: false,
        Wording.text(
          "图解、音视频的标题或栏目样式：写了此键只查解读形式",
          "Titles or columns of pictures, sound and film: then the form alone is judged")),
      .init(
        "forms-least", .count(1...1000), isRequired: false,
        Wording.text("至少几条（默认 1）", "How many such explanations are needed (1)")),
      .init(
        "calendar", .word(DayCount.self), isRequired: false,
        Wording.text("working|calendar：工作日或自然日（默认 working）", "How days are counted (working)")),
      .init(
        "start", .word(Start.self), isRequired: false,
        Wording.text("later|published：起算日（默认 later，成文与上网两日取晚者）", "From when the limit runs (later)")
      ),
      .init(
        "missing", .word(Reckoning.self), isRequired: false,
        Wording.text(
          "miss|accept（默认 miss）：没有解读的文件算缺还是不计", "What a policy without explanation is (miss)")),
      .init(
        "late", .word(Reckoning.self), isRequired: false,
        Wording.text("miss|accept（默认 miss）：逾期的解读算缺还是照计", "What a late explanation is (miss)")),
      .init(
        "links", .word(Links.self), isRequired: false,
        Wording.text(
          "both|one|none（默认 none）：只查文件页与解读页是否互相链接",
          "Judges the links between the two pages instead of the days (none)")),
      .init(
        "share", .number(0...1), isRequired: false,
        Wording.text(
          "须达到要求的文件比例；写了此键，不足的按比例得分",
          "Share that must be right; with this key what is below earns its share")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    let forms = TitlePatterns.decode("forms", of: mapping, log: log)
    let formsLeast = mapping.int("forms-least", in: 1...1000, log: log) ?? 1
    if mapping["forms"] == nil {
      mapping.require(["days"], log: log)
      mapping.requireOne(of: "policy-columns", "policy-titles", log: log)
    }
    mapping.requireOne(of: "columns", "titles", log: log)
    let policyColumns = mapping.strings("policy-columns", log: log) ?? []
    let columns = mapping.strings("columns", log: log) ?? []
    let policyTitles = TitlePatterns.decode("policy-titles", of: mapping, log: log)
    let policyExcept = TitlePatterns.decode("policy-except", of: mapping, log: log)
    let titles = TitlePatterns.decode("titles", of: mapping, log: log)
    let dayCount = mapping.enumeration("calendar", of: DayCount.self, log: log) ?? .working
    let start = mapping.enumeration("start", of: Start.self, log: log) ?? .later
    let days = mapping.int("days", in: 0...365, log: log) ?? 0
    return Requirement(
      policyColumns: policyColumns, policyKeys: policyColumns.map(FoldedName.init),
      policyTitles: policyTitles, policyExcept: policyExcept, columns: columns,
      keys: columns.map(FoldedName.init), titles: titles, days: days, dayCount: dayCount,
      start: start, forms: forms, formsLeast: formsLeast,
      missing: mapping.enumeration("missing", of: Reckoning.self, log: log) ?? .miss,
      late: mapping.enumeration("late", of: Reckoning.self, log: log) ?? .miss,
      links: mapping.enumeration("links", of: Links.self, log: log) ?? .none,
      share: mapping.double("share", in: 0...1, log: log))
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) throws(WorkCalendar.Problem) -> Conclusion {
    let territory = Territory(rule, unit: unit, in: survey)
    if !requirement.forms.isEmpty {
      return FormsTally(requirement, territory).conclusion(rule)
    }
    let pairing = Pairing(requirement, territory)
    if requirement.links != .none { return LinkTally(pairing, rule).conclusion }
    var judged: [Judged] = []
    for policy in pairing.policies {
      let one = try pairing.judge(policy)
      if requirement.missing == .accept, case .missing = one.standing { continue }
      judged.append(one)
    }
    let conclusion = Verdict(pairing, judged, rule).conclusion
    return requirement.share.map { Self.shared(conclusion, judged, $0) } ?? conclusion
  }

  /// A part of the policies explained earns its share of the points.
  private static func shared(
    _ conclusion: Conclusion, _ judged: [Judged], _ needed: Double
  ) -> Conclusion {
    guard conclusion.status == .fail else { return conclusion }
    let good = judged.count { if case .inTime = $0.standing { true } else { false } }
    let bad = judged.count {
      switch $0.standing {
      case .late, .missing: true
      case .inTime, .notYet, .open: false
      }
    }
    guard good > 0 else { return conclusion }
    let share = Double(good) / Double(good + bad)
    var result = conclusion
    result.status = share >= needed ? .pass : .partial
    result.share = share >= needed ? 1 : share
    return result
  }
}
