package import Dates
import Findings
package import Rules
package import Sites
import Texts
package import YAML

/// Every policy of the unit must be explained within some days.
package enum InterpretationCheck: Check {
  /// How days are counted; the day of the event itself is not counted.
  package enum DayCount: String, Sendable, CaseIterable { case working, calendar }

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

  /// What a late explanation means.
  package enum Lateness: String, Sendable, CaseIterable { case miss, accept }

  /// What a policy without an explanation means.
  package enum Unexplained: String, Sendable, CaseIterable {
    case miss
    /// Another rule asks whether there is one.
    case skip
  }

  /// The keys of an `interpretation` rule.
  package struct Requirement: Sendable {
    package var policyColumns: [String]
    let policyKeys: [String]
    package var policyTitles: TitlePatterns
    package var policyExcept: TitlePatterns
    package var columns: [String]
    let keys: [String]
    package var titles: TitlePatterns
    package var days: Int
    package var dayCount: DayCount
    package var start: Start
    package var late: Lateness
    package var unexplained: Unexplained
    /// With it the links between the pages are judged, and not the days.
    package var links: Links
    /// The share of the policies that must be right.
    package var share: Double
    /// A lower share earns its part of the points.
    package var isPartial: Bool
  }

  package static let descriptor = CheckDescriptor(
    kind: "interpretation",
    summary: Wording.text(
      "政策文件出台后按期发布解读", "Every policy of the unit is explained within the limit"),
    keys: [
      .init("policy-columns", isRequired: false, Wording.text("政策文件所在栏目", "Columns of policies")),
      .init("policy-titles", isRequired: false, Wording.text("政策文件的标题", "Titles of policies")),
      .init(
        "policy-except", isRequired: false,
        Wording.text("无须解读的文件（任免、会议、批复等）", "Documents that need no explanation")),
      .init("columns", isRequired: false, Wording.text("解读所在栏目", "Columns of explanations")),
      .init("titles", isRequired: false, Wording.text("解读的标题", "Titles of explanations")),
      .init("days", isRequired: true, Wording.text("期限天数", "The limit in days")),
      .init(
        "calendar", isRequired: false,
        Wording.text("working|calendar：工作日或自然日（默认 working）", "How days are counted (working)")),
      .init(
        "start", isRequired: false,
        Wording.text("later|published：起算日（默认 later，成文与上网两日取晚者）", "From when the limit runs (later)")
      ),
      .init(
        "late", isRequired: false,
        Wording.text("miss|accept：逾期的解读是否算缺（默认 miss）", "What a late explanation means (miss)")),
      .init(
        "unexplained", isRequired: false,
        Wording.text(
          "miss|skip：没有解读的文件是否算缺（默认 miss；skip 由另一条判）",
          "What a policy without one means (miss; skip: another rule asks)")),
      .init(
        "links", isRequired: false,
        Wording.text(
          "both|one|none（默认 none）：只查文件页与解读页是否互相链接",
          "Judges the links between the two pages instead of the days (none)")),
      .init(
        "share", isRequired: false,
        Wording.text("须达到要求的文件比例（默认 1）", "Share of the policies that must be right (1)")),
      .init(
        "partial", isRequired: false,
        Wording.text("达不到时按比例得分（默认 false）", "A lower share earns its part (false)")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    for pair in [("policy-columns", "policy-titles"), ("columns", "titles")]
    where mapping[pair.0] == nil && mapping[pair.1] == nil {
      log.add(
        mapping.value.problem(Wording.needs(pair.0, pair.1)))
    }
    let policyColumns = mapping.strings("policy-columns", log: log) ?? []
    let columns = mapping.strings("columns", log: log) ?? []
    let policyTitles = TitlePatterns.decode("policy-titles", of: mapping, log: log)
    let policyExcept = TitlePatterns.decode("policy-except", of: mapping, log: log)
    let titles = TitlePatterns.decode("titles", of: mapping, log: log)
    let dayCount = mapping.enumeration("calendar", of: DayCount.self, log: log) ?? .working
    let start = mapping.enumeration("start", of: Start.self, log: log) ?? .later
    guard let days = mapping.int("days", in: 0...365, log: log) else { return nil }
    return Requirement(
      policyColumns: policyColumns, policyKeys: policyColumns.map(TitleText.key),
      policyTitles: policyTitles, policyExcept: policyExcept, columns: columns,
      keys: columns.map(TitleText.key), titles: titles, days: days, dayCount: dayCount,
      start: start,
      late: mapping.enumeration("late", of: Lateness.self, log: log) ?? .miss,
      unexplained: mapping.enumeration("unexplained", of: Unexplained.self, log: log) ?? .miss,
      links: mapping.enumeration("links", of: Links.self, log: log) ?? .none,
      share: mapping.double("share", in: 0...1, log: log) ?? 1,
      isPartial: mapping.bool("partial", log: log) ?? false)
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) throws(WorkCalendar.Problem) -> Conclusion {
    let territory = Territory(rule, unit: unit, in: survey)
    let pairing = Pairing(requirement, territory)
    if requirement.links != .none { return LinkTally(pairing, rule).conclusion }
    var judged: [Judged] = []
    for policy in pairing.policies {
      let one = try pairing.judge(policy)
      if requirement.unexplained == .skip, one.isUnexplained { continue }
      judged.append(one)
    }
    return Verdict(pairing, judged, rule).conclusion
  }
}
