package import Dates
import Findings
package import Rules
package import Sites
import Texts
package import YAML

/// A document must be published: of the right year, by the right unit, by its day.
package enum DocumentCheck: Check {
  /// Of which year the document is, relative to the year in which it is due.
  package enum DocumentYear: String, Sendable, CaseIterable { case previous, current, any }

  /// Whose document counts.
  package enum Publisher: String, Sendable, CaseIterable {
    case unit
    case unitOrDistrict = "unit-or-district"
    /// Where only the district's is found, a person has to see whether it covers the unit.
    case districtDoubtful = "district-doubtful"
  }

  /// What it means that there is none, when all was read.
  package enum Absence: String, Sendable, CaseIterable {
    case fail
    case undetermined
    /// Another rule asks for the document itself.
    case notApplicable = "not-applicable"
  }

  /// A day of any year.
  package struct MonthDay: Sendable, Hashable {
    package var month: Int
    /// 1 to 31; 31 and `02-end` stand for the month's last day where it is shorter.
    package var day: Int

    /// The day in a year, not beyond the month's last.
    package func day(in year: Int) -> CivilDate? {
      CivilDate(
        year: year, month: month, day: min(day, CivilDate.days(inMonth: month, of: year)))
    }
  }

  /// The keys of a `document` rule.
  package struct Requirement: Sendable {
    package var titles: TitlePatterns
    package var except: TitlePatterns
    package var noneStatement: TitlePatterns
    package var marksRevised: TitlePatterns
    package var ownColumns: [String]
    package var columns: [String]
    let ownKeys: [FoldedName]
    let keys: [FoldedName]
    package var year: DocumentYear
    package var from: MonthDay?
    package var due: MonthDay?
    /// A due day of one year alone: then that year is audited and no other.
    package var dueOn: CivilDate?
    /// A document that came out late counts all the same.
    package var acceptsLate: Bool
    package var absence: Absence
    package var publisher: Publisher

    /// The last day in an audited year.
    func dueDay(in year: Int) -> CivilDate? { dueOn ?? due?.day(in: year) }
  }

  package static let descriptor = CheckDescriptor(
    kind: "document",
    summary: Wording.text(
      "按期发布标题、年份、单位相符的文件", "A document of the right title, year and unit is out by its day"),
    keys: [
      .init("titles", .patterns, isRequired: true, Wording.text("标题样式", "Title patterns")),
      .init(
        "except", .patterns, isRequired: false, Wording.text("不计的标题", "Titles that do not count")),
      .init(
        "own-columns", .texts, isRequired: false,
        Wording.text("专设栏目：其中有日期的条目不论标题都计", "Columns whose dated items count whatever their title")),
      .init("columns", .texts, isRequired: false, Wording.text("查找的栏目", "Columns to look in")),
      .init(
        "year", .word(DocumentYear.self), isRequired: false,
        Wording.text("previous|current|any（默认 any）：文件所属年份", "The document's year (any)")),
      .init(
        "from", .dayOfYear, isRequired: false, Wording.text("MM-DD：最早发布日", "MM-DD: earliest day")),
      .init(
        "due", .dayOrDayOfYear, isRequired: false,
        Wording.text("MM-DD、02-end 或 YYYY-MM-DD：最晚发布日", "MM-DD, 02-end or YYYY-MM-DD: last day")),
      .init(
        "late", .word(Reckoning.self), isRequired: false,
        Wording.text("miss|accept：逾期发布是否也算（默认 miss）", "Whether a late one counts (miss)")),
      .init(
        "absence", .word(Absence.self), isRequired: false,
        Wording.text(
          "fail|undetermined|not-applicable（默认 fail）：读全仍没有时的结论",
          "What absence means when all was read (fail)")),
      .init(
        "publisher", .word(Publisher.self), isRequired: false,
        Wording.text(
          "unit|unit-or-district|district-doubtful（默认 unit）", "Whose document counts (unit)")),
      .init(
        "none-statement", .patterns, isRequired: false,
        Wording.text("“本年无此事项”说明的标题", "Titles that say there is nothing this year")),
      .init(
        "marks-revised", .patterns, isRequired: false,
        Wording.text("写明本年修订的字样", "Words that mark a revision, with {year} and {month}")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    let own = mapping.strings("own-columns", log: log) ?? []
    let columns = mapping.strings("columns", log: log) ?? []
    let dueOn = fullDate("due", of: mapping)
    let due = dueOn == nil ? monthDay("due", of: mapping, log) : nil
    let from = monthDay("from", of: mapping, log)
    if let due, let from, (due.month, due.day) < (from.month, from.day),
      let place = mapping["from"]
    {
      log.add(
        place.problem(
          Wording.text(
            "“from”晚于“due”：两者是同一年的日子", "\"from\" lies after \"due\": both are days of one year")))
    }
    return Requirement(
      titles: .decode("titles", of: mapping, log: log),
      except: .decode("except", of: mapping, log: log),
      noneStatement: .decode("none-statement", of: mapping, log: log),
      marksRevised: .decode("marks-revised", of: mapping, log: log), ownColumns: own,
      columns: columns, ownKeys: own.map(FoldedName.init), keys: columns.map(FoldedName.init),
      year: mapping.enumeration("year", of: DocumentYear.self, log: log) ?? .any, from: from,
      due: due, dueOn: dueOn,
      acceptsLate: mapping.enumeration("late", of: Reckoning.self, log: log) == .accept,
      absence: mapping.enumeration("absence", of: Absence.self, log: log) ?? .fail,
      publisher: mapping.enumeration("publisher", of: Publisher.self, log: log) ?? .unit)
  }

  /// `2020-01-31`; nil for anything else, which `monthDay` then reads or rejects.
  private static func fullDate(_ key: String, of mapping: YAMLMapping) -> CivilDate? {
    let parts = (mapping[key]?.text ?? "").split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3, parts[0].utf8.count == 4 else { return nil }
    return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// A day of the year, `MM-DD` or `MM-end`; nil when the key is missing or faulty.
  static func monthDay(
    _ key: String, of mapping: YAMLMapping, _ log: YAMLProblemLog
  ) -> MonthDay? {
    guard let value = mapping[key], let text = value.string(log: log) else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].utf8.count == 2, let month = Int(parts[0]),
      (1...12).contains(month)
    {
      if parts[1] == "end" { return MonthDay(month: month, day: 31) }
      // 2020 is a leap year: 02-29 is a day, 02-30 is none.
      if parts[1].utf8.count == 2, let day = Int(parts[1]), day >= 1,
        day <= CivilDate.days(inMonth: month, of: 2020)
      {
        return MonthDay(month: month, day: day)
      }
    }
    value.reject(
      expected: Wording.text(
        "MM-DD 形式的日子（01-31、02-end）", "a day of the year as MM-DD (01-31, 02-end)"), log: log)
    return nil
  }

  /// A document of the year in which it is due is no older; one that may be of any year, or that a
  /// mark of revision renews, is.
  package static func looksBack(_ requirement: Requirement) -> Bool {
    requirement.year != .current || !requirement.marksRevised.isEmpty
  }

  /// A mark of revision may stand in the document alone.
  package static func attachments(_ requirement: Requirement) -> [AttachmentNeed] {
    requirement.marksRevised.isEmpty
      ? [] : [AttachmentNeed(titles: requirement.titles, columns: requirement.ownKeys)]
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) throws(WorkCalendar.Problem) -> Conclusion {
    let search = Search(requirement, Territory(rule, unit: unit, in: survey))
    let years = auditedYears(requirement, survey)
    var results: [Conclusion] = []
    for year in years { results.append(try search.conclude(year, rule)) }
    return merge(results)
  }

  /// The years whose due day lies in the audited period; without one, the period's last year.
  private static func auditedYears(_ requirement: Requirement, _ survey: Survey) -> [Int] {
    let last = survey.period.to.year
    if let day = requirement.dueOn { return [day.year] }
    guard let due = requirement.due else { return [last] }
    let first = max(survey.period.from.year, last - 50)
    let years = (first...last).filter { year in
      due.day(in: year).map(survey.period.contains) ?? false
    }
    return years.isEmpty ? [last] : years
  }

  /// Several audited years are one finding: the worst of them decides.
  private static func merge(_ results: [Conclusion]) -> Conclusion {
    let order: [Status] = [.fail, .undetermined, .partial, .pass, .notApplicable]
    let worst = results.min { left, right in
      (order.firstIndex(of: left.status) ?? 9) < (order.firstIndex(of: right.status) ?? 9)
    }
    guard var merged = worst ?? results.first else {
      let nothing = Wording.text("审核期内没有应发布的文件。", "No document was due in the period.")
      return Conclusion(
        .notApplicable, message: nothing, soughtFor: nothing,
        coverage: Coverage(pages: 0, columns: [], gaps: []))
    }
    guard results.count > 1 else { return merged }
    merged.message = Wording.join(results.map(\.message))
    merged.evidence = results.flatMap(\.evidence)
    merged.timeline = results.flatMap(\.timeline)
    return merged
  }
}
