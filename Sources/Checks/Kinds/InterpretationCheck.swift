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
    /// What a policy without any explanation is.
    package var missing: Reckoning
    /// What an explanation after the limit is.
    package var late: Reckoning
  }

  /// Whether a lapse is a fault of this rule.
  package enum Reckoning: String, Sendable, CaseIterable { case fault, ignore }

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
        "missing", isRequired: false,
        Wording.text(
          "fault|ignore（默认 fault）：没有解读的文件算不合格还是不计", "What a policy without explanation is (fault)")),
      .init(
        "late", isRequired: false,
        Wording.text("fault|ignore（默认 fault）：逾期的解读算不合格还是照计", "What a late explanation is (fault)")),
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
      missing: mapping.enumeration("missing", of: Reckoning.self, log: log) ?? .fault,
      late: mapping.enumeration("late", of: Reckoning.self, log: log) ?? .fault)
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) throws(WorkCalendar.Problem) -> Conclusion {
    let territory = Territory(rule, unit: unit, in: survey)
    let pairing = Pairing(requirement, territory)
    var judged: [Judged] = []
    for policy in pairing.policies {
      var one = try pairing.judge(policy)
      switch one.standing {
      case .missing where requirement.missing == .ignore: continue
      case .late(let explanation, _) where requirement.late == .ignore:
        one.standing = .inTime(explanation)
      case .inTime, .late, .missing, .notYet, .open: break
      }
      judged.append(one)
    }
    return Verdict(pairing, judged, rule).conclusion
  }
}
