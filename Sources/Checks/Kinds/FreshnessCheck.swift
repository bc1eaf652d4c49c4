package import Dates
import Findings
package import Rules
package import Sites
import Texts
package import YAML

/// A series must go on: each due week, month, quarter, half-year or year needs an item.
package enum FreshnessCheck: Check {
  /// By what an item is placed in its period.
  package enum PeriodSource: String, Sendable, CaseIterable { case date, title }

  /// When a period's item is overdue: once this has ended before the audited day.
  package enum DueBy: String, Sendable, CaseIterable {
    case periodEnd = "period-end"
    case nextPeriodEnd = "next-period-end"
  }

  /// What a period without item means.
  package enum Absence: String, Sendable, CaseIterable { case fail, undetermined }

  /// The keys of a `freshness` rule.
  package struct Requirement: Sendable {
    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    package var except: TitlePatterns
    package var zeroStatement: TitlePatterns
    package var cadence: Cadence
    package var periodOf: PeriodSource
    package var due: DueBy
    package var late: Reckoning
    package var absence: Absence
    package var minWorkingDays: Int
    package var tolerated: Int
    package var minItems: Int
    /// Groups of months (1–12) that may share one issue.
    package var joint: [[Int]]
    /// Groups of words; one word of each must stand on the item's page.
    package var shows: [[String]]
    /// Periods that begin before this day are not counted.
    package var from: CivilDate?
    /// Names of columns that may be the one in question by another name.
    package var similar: TitlePatterns
    /// Instead of the series, the age of the newest version.
    package var newest: Newest?
  }

  package static let descriptor = CheckDescriptor(
    kind: "freshness",
    summary: Wording.text(
      "按周、月、季、半年或年持续更新，每个到期的周期都有内容", "A series has an item for every due period"),
    keys: [
      .init(
        "cadence", .word(Cadence.self), isRequired: false,
        Wording.text("weekly|monthly|quarterly|halfyearly|yearly", "How often")),
      .init(
        "columns", .texts, isRequired: false, Wording.text("其条目计数的栏目", "Columns whose items count")),
      .init(
        "titles", .patterns, isRequired: false,
        Wording.text("只计标题相符者（单位目录内任何位置）", "Only fitting titles count, wherever they stand")),
      .init(
        "except", .patterns, isRequired: false, Wording.text("不计的标题", "Titles that do not count")),
      .init(
        "period-of", .word(PeriodSource.self), isRequired: false,
        Wording.text("date|title：周期取自日期或标题", "Whether date or title tells the period")),
      .init(
        "due", .word(DueBy.self), isRequired: false,
        Wording.text("period-end|next-period-end", "When a period is overdue")),
      .init(
        "late", .word(Reckoning.self), isRequired: false,
        Wording.text("miss|accept：逾期发布是否算缺（默认 miss）", "Whether a late item is a miss (default)")),
      .init(
        "min-working-days", .count(0...7), isRequired: false,
        Wording.text("工作日少于此数的周不计（默认 3）", "Weeks with fewer working days are not counted (3)")),
      .init(
        "tolerated", .count(0...1000), isRequired: false,
        Wording.text("容许缺失的周期数（默认 0）", "Missing periods that are forgiven (0)")),
      .init(
        "joint", .countGroups(1...12), isRequired: false,
        Wording.text("可合并一期的月份，如 [[1, 2]]", "Months that may share one issue")),
      .init(
        "absence", .word(Absence.self), isRequired: false,
        Wording.text("fail|undetermined：缺期的结论", "What a missing period means")),
      .init(
        "zero-statement", .patterns, isRequired: false,
        Wording.text("“本期无”说明的标题，视同已发布", "Titles that say there was nothing")),
      .init(
        "shows", .wordGroups, isRequired: false,
        Wording.text("页面须出现的词，每组至少一个", "Words that the page must show, one of each group")),
      .init(
        "min-items", .count(1...1000), isRequired: false,
        Wording.text("每期最少条数（默认 1）", "Items needed per period (1)")),
      .init(
        "from", .day, isRequired: false,
        Wording.text("YYYY-MM-DD：在此之前开始的周期不计", "Periods that begin earlier are not counted")),
      .init(
        "similar", .patterns, isRequired: false,
        Wording.text(
          "可能就是所查栏目的栏目名样式：所列栏目一条也没有而此类栏目有内容时不判定",
          "Names of columns that may be meant: where the named ones hold nothing and these do, it "
            + "stays open")),
    ] + newestKeys)

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    if mapping["newest-within"] != nil {
      guard let newest = newest(mapping, log) else { return nil }
      return Requirement(
        columns: newest.columns, keys: newest.keys, titles: newest.titles, except: newest.except,
        zeroStatement: .none, cadence: .yearly, periodOf: .date, due: .periodEnd, late: .miss,
        absence: .fail, minWorkingDays: 0, tolerated: 0, minItems: 1, joint: [], shows: [],
        similar: .none, newest: newest)
    }
    mapping.require(["cadence"], log: log)
    let columns = mapping.strings("columns", log: log) ?? []
    mapping.requireOne(of: "columns", "titles", log: log)
    let cadence = mapping.enumeration("cadence", of: Cadence.self, log: log)
    let periodOf = mapping.enumeration("period-of", of: PeriodSource.self, log: log) ?? .date
    if cadence == .weekly && periodOf == .title, let place = mapping["period-of"] {
      log.add(
        place.problem(
          Wording.text(
            "标题不写周次：按周的规则用 period-of: date",
            "titles name no weeks: a weekly rule has period-of: date")))
    }
    let titles = TitlePatterns.decode("titles", of: mapping, log: log)
    let except = TitlePatterns.decode("except", of: mapping, log: log)
    let zeroStatement = TitlePatterns.decode("zero-statement", of: mapping, log: log)
    let due = mapping.enumeration("due", of: DueBy.self, log: log) ?? .periodEnd
    let late = mapping.enumeration("late", of: Reckoning.self, log: log) ?? .miss
    let absence = mapping.enumeration("absence", of: Absence.self, log: log) ?? .fail
    let minWorkingDays = mapping.int("min-working-days", in: 0...7, log: log) ?? 3
    let tolerated = mapping.int("tolerated", in: 0...1000, log: log) ?? 0
    let minItems = mapping.int("min-items", in: 1...1000, log: log) ?? 1
    let joint = months(mapping, cadence, log)
    let shows = wordGroups("shows", of: mapping, log)
    let from = mapping.date("from", log: log)
    let similar = TitlePatterns.decode("similar", of: mapping, log: log)
    guard let cadence else { return nil }
    return Requirement(
      columns: columns, keys: columns.map(FoldedName.init), titles: titles, except: except,
      zeroStatement: zeroStatement, cadence: cadence, periodOf: periodOf, due: due, late: late,
      absence: absence, minWorkingDays: minWorkingDays, tolerated: tolerated, minItems: minItems,
      joint: joint, shows: shows, from: from,
      similar: similar)
  }

  private static func months(
    _ mapping: YAMLMapping, _ cadence: Cadence?, _ log: YAMLProblemLog
  ) -> [[Int]] {
    guard let value = mapping["joint"] else { return [] }
    if let cadence, cadence != .monthly {
      log.add(
        value.problem(
          Wording.text("joint 只用于 cadence: monthly", "joint months go with cadence: monthly only")))
    }
    return (value.list(log: log) ?? []).compactMap { group in
      group.list(log: log)?.compactMap { $0.int(in: 1...12, log: log) }
    }
  }

  /// `[[发放人数, 人数], [金额]]`; a list of plain words is one group.
  static func wordGroups(
    _ key: String, of mapping: YAMLMapping, _ log: YAMLProblemLog
  ) -> [[String]] {
    guard let value = mapping[key], let items = value.list(log: log) else { return [] }
    if items.allSatisfy({ $0.text != nil }) { return value.strings(log: log).map { [$0] } ?? [] }
    return items.compactMap { $0.strings(log: log) }
  }

  /// An item fills a period by its date, or by a title that names it: never years ahead.
  package static func looksBack(_ requirement: Requirement) -> Bool { false }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) throws(WorkCalendar.Problem) -> Conclusion {
    let territory = Territory(rule, unit: unit, in: survey)
    if let newest = requirement.newest {
      return NewestSearch(newest, territory, rule).conclusion
    }
    var series = try Series(requirement, territory: territory)
    series.gather()
    return series.conclude(rule)
  }
}
