package import Dates
import Findings
import Page
package import Rules
package import Sites
import Texts
package import YAML

/// Consultations on drafts: announced with days and a way in, answered after they close.
package enum ConsultationCheck: Check {
  /// What an announcement or its feedback must show.
  package enum Need: String, Sendable, CaseIterable {
    /// The draft itself, on the page or attached.
    case draft
    /// What explains the draft: 起草说明, 制定背景.
    case explanation
    /// Opening and closing days.
    case deadline
    /// A way in: telephone, e-mail, address or form.
    case channel
    /// Feedback after closing.
    case feedback
    /// How many opinions came in.
    case counts
    /// What was adopted.
    case adoption
    /// Why what was not adopted was not.
    case reasons
  }

  /// The keys of a `consultation` rule.
  package struct Requirement: Sendable {
    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    package var feedbackColumns: [String]
    let feedbackKeys: [FoldedName]
    package var feedbackTitles: TitlePatterns
    package var except: TitlePatterns
    package var needs: [Need]
    package var days: Int
    package var counting: DayCount
    package var minOpenDays: Int
    package var share: Double
    package var least: Int
    /// What it means that there is none and none was needed.
    package var absence: Absence
    /// A closing day that is not stated is assumed.
    package var closing: Closing
  }

  /// What it means that no consultation of the period was found.
  package enum Absence: String, Sendable, CaseIterable {
    case notApplicable = "not-applicable"
    case undetermined
  }

  /// Whether a closing day that is not stated is assumed (a month after publication).
  package enum Closing: String, Sendable, CaseIterable { case assumed, stated }

  package static let descriptor = CheckDescriptor(
    kind: "consultation",
    summary: Wording.text(
      "意见征集有起止时间和渠道，结束后有反馈", "Consultations have days and a way in, and are answered after closing"),
    keys: [
      .init("columns", .texts, isRequired: false, Wording.text("征集栏目", "Columns of announcements")),
      .init(
        "titles", .patterns, isRequired: false,
        Wording.text("征集公告标题样式", "Title patterns of announcements")),
      .init(
        "feedback-columns", .texts, isRequired: false, Wording.text("反馈栏目", "Columns of feedback")),
      .init(
        "feedback-titles", .patterns, isRequired: false,
        Wording.text("反馈标题样式", "Title patterns of feedback")),
      .init(
        "except", .patterns, isRequired: false, Wording.text("不计的标题", "Titles that do not count")),
      .init(
        "needs", .words(Need.self), isRequired: true,
        Wording.text(
          "draft 草案、explanation 起草说明、deadline 起止时间、channel 渠道、feedback 反馈、counts 意见数量、adoption 采纳情况、reasons 未采纳理由",
          "draft, explanation, deadline, channel, feedback, counts, adoption, reasons")),
      .init(
        "days", .count(0...3650), isRequired: false,
        Wording.text("结束后几天内反馈（默认 30）", "Days after closing (30)")),
      .init(
        "calendar", .word(DayCount.self), isRequired: false,
        Wording.text("working|calendar（默认 calendar）", "(calendar)")),
      .init(
        "min-open-days", .count(0...365), isRequired: false,
        Wording.text("至少开放几天（默认 0）", "Least days open (0)")),
      .init(
        "share", .number(0...1), isRequired: false,
        Wording.text("须达到要求的比例（默认 1）", "Share that must be right (1)")),
      .init(
        "least", .count(0...1000), isRequired: false,
        Wording.text("审核期内至少几次（默认 0：没有则不适用）", "Consultations needed (0: none is not applicable)")),
      .init(
        "absence", .word(Absence.self), isRequired: false,
        Wording.text(
          "not-applicable|undetermined（默认 not-applicable）：一次也没有时的结论",
          "What none means when none was needed (not-applicable)")),
      .init(
        "closing", .word(Closing.self), isRequired: false,
        Wording.text(
          "assumed|stated（默认 assumed）：没写截止日的按一个月推定，还是不判定",
          "Whether a closing day that is not stated is assumed (assumed)")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    mapping.requireOne(of: "columns", "titles", log: log)
    let columns = mapping.strings("columns", log: log) ?? []
    let feedback = mapping.strings("feedback-columns", log: log) ?? []
    let needs = (mapping.list("needs", log: log) ?? []).compactMap {
      $0.enumeration(of: Need.self, log: log)
    }
    return Requirement(
      columns: columns, keys: columns.map(FoldedName.init),
      titles: .decode("titles", of: mapping, log: log), feedbackColumns: feedback,
      feedbackKeys: feedback.map(FoldedName.init),
      feedbackTitles: .decode("feedback-titles", of: mapping, log: log),
      except: .decode("except", of: mapping, log: log), needs: needs,
      days: mapping.int("days", in: 0...3650, log: log) ?? 30,
      counting: mapping.enumeration("calendar", of: DayCount.self, log: log) ?? .calendar,
      minOpenDays: mapping.int("min-open-days", in: 0...365, log: log) ?? 0,
      share: mapping.double("share", in: 0...1, log: log) ?? 1,
      least: mapping.int("least", in: 0...1000, log: log) ?? 0,
      absence: mapping.enumeration("absence", of: Absence.self, log: log) ?? .notApplicable,
      closing: mapping.enumeration("closing", of: Closing.self, log: log) ?? .assumed)
  }

  /// Only consultations of the period count, and feedback is younger.
  package static func looksBack(_ requirement: Requirement) -> Bool {
    false
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) throws(WorkCalendar.Problem) -> Conclusion {
    var tally = ConsultationTally(requirement, Territory(rule, unit: unit, in: survey), rule)
    try tally.judgeAll()
    var conclusion = tally.conclusion
    if requirement.absence == .undetermined, tally.isNone, conclusion.status == .notApplicable {
      conclusion.status = .undetermined
    }
    return conclusion
  }
}
