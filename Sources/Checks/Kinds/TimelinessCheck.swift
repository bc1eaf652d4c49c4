package import Dates
import Findings
import Page
package import Rules
package import Sites
import Texts
package import YAML

/// What happened is out within so many days: the item's day held against the event's.
package enum TimelinessCheck: Check {
  /// The keys of a `timeliness` rule.
  package struct Requirement: Sendable {
    package var columns: [String]
    let keys: [FoldedName]
    package var titles: TitlePatterns
    package var except: TitlePatterns
    /// Labels of the event's day in normal form; `written` and `title-date` name other sources.
    let labels: [FoldedName]
    package var fromWritten: Bool
    package var fromTitle: Bool
    /// The first day that the text names.
    package var fromText: Bool
    package var within: Int
    package var counting: DayCount
    /// The share of the items that must be in time.
    package var share: Double
    /// How many items must be countable.
    package var least: Int
    /// What it means that none is.
    package var absence: Absence
  }

  /// What it means that the period has no such item, when all was read.
  package enum Absence: String, Sendable, CaseIterable { case fail, undetermined }

  package static let descriptor = CheckDescriptor(
    kind: "timeliness",
    summary: Wording.text(
      "事项形成后在规定天数内发布（形成当日不计）", "Out within so many days of the event, whose own day is not counted"),
    keys: [
      .init("columns", .texts, isRequired: false, Wording.text("条目所在栏目", "Columns of the items")),
      .init(
        "titles", .patterns, isRequired: false,
        Wording.text("条目标题样式", "Title patterns of the items")),
      .init(
        "except", .patterns, isRequired: false, Wording.text("不计的标题", "Titles that do not count")),
      .init(
        "event", .texts, isRequired: true,
        Wording.text(
          "事项日期的来源：标签（会议时间），written（成文日期），title-date、text-date（标题、正文开头的日期）",
          "Where the event's day stands: labels, written, title-date, text-date")),
      .init(
        "within", .count(0...3650), isRequired: true, Wording.text("最多几天", "At most so many days")),
      .init(
        "calendar", .word(DayCount.self), isRequired: false,
        Wording.text("working|calendar（默认 working）", "working|calendar (working)")),
      .init(
        "share", .number(0...1), isRequired: false,
        Wording.text("及时条目的最低比例（默认 0.5）", "Least share in time (0.5)")),
      .init(
        "least", .count(1...1000), isRequired: false,
        Wording.text("至少几条可比（默认 1）", "Countable items needed (1)")),
      .init(
        "absence", .word(Absence.self), isRequired: false,
        Wording.text(
          "fail|undetermined（默认 fail）：审核期内没有此类条目时的结论",
          "What it means that the period has no such item (fail)")),
    ])

  package static func decode(_ mapping: YAMLMapping, log: YAMLProblemLog) -> Requirement? {
    mapping.allow(only: descriptor.keyNames, log: log)
    mapping.require(descriptor.requiredNames, log: log)
    mapping.requireOne(of: "columns", "titles", log: log)
    let columns = mapping.strings("columns", log: log) ?? []
    let titles = TitlePatterns.decode("titles", of: mapping, log: log)
    let except = TitlePatterns.decode("except", of: mapping, log: log)
    let event = mapping.strings("event", log: log) ?? []
    let within = mapping.int("within", in: 0...3650, log: log)
    let counting = mapping.enumeration("calendar", of: DayCount.self, log: log) ?? .working
    let share = mapping.double("share", in: 0...1, log: log) ?? 0.5
    let least = mapping.int("least", in: 1...1000, log: log) ?? 1
    let absence = mapping.enumeration("absence", of: Absence.self, log: log) ?? .fail
    guard let within else { return nil }
    return Requirement(
      columns: columns, keys: columns.map(FoldedName.init), titles: titles, except: except,
      labels: event.filter { !["written", "title-date", "text-date"].contains($0) }
        .map(FoldedName.init),
      fromWritten: event.contains("written"), fromTitle: event.contains("title-date"),
      fromText: event.contains("text-date"),
      within: within, counting: counting, share: share, least: least,
      absence: absence)
  }

  /// Only items of the period count.
  package static func looksBack(_ requirement: Requirement) -> Bool {
    false
  }

  package static func conclude(
    _ requirement: Requirement, rule: Rule, unit: UnitProfile, in survey: Survey
  ) throws(WorkCalendar.Problem) -> Conclusion {
    let territory = Territory(rule, unit: unit, in: survey)
    var tally = TimelinessTally(requirement, territory)
    try tally.count()
    return tally.conclusion(rule)
  }
}

/// Counts the items that came out in time.
struct TimelinessTally {
  private let requirement: TimelinessCheck.Requirement
  private let territory: Territory
  private let search: ItemSearch
  private var inTime: [Item] = []
  private var late: [(item: Item, event: CivilDate, days: Int)] = []
  /// Items whose event has no day that could be read.
  private var open: [Item] = []

  init(_ requirement: TimelinessCheck.Requirement, _ territory: Territory) {
    self.requirement = requirement
    self.territory = territory
    search = ItemSearch(
      territory, keys: requirement.keys, titles: requirement.titles, except: requirement.except)
  }

  mutating func count() throws(WorkCalendar.Problem) {
    for item in search.inPeriod {
      guard let date = item.date, let event = event(of: item), event <= date else {
        open.append(item)
        continue
      }
      let days = try days(from: event, to: date)
      if days <= requirement.within {
        inTime.append(item)
      } else {
        late.append((item, event, days))
      }
    }
  }

  private func days(from event: CivilDate, to date: CivilDate) throws(WorkCalendar.Problem) -> Int {
    switch requirement.counting {
    case .calendar: date - event
    case .working: try territory.survey.calendar.workingDays(after: event, through: date)
    }
  }

  private func event(of item: Item) -> CivilDate? {
    if requirement.fromTitle, let date = item.date,
      let day = EventDay.read(item.normal, near: date)
    {
      return day
    }
    guard let facts = territory.page(of: item)?.facts else { return nil }
    if requirement.fromWritten, let written = facts.writtenOn { return written }
    for field in facts.fields where requirement.labels.contains(FoldedName(field.label)) {
      let near = item.date ?? territory.survey.asOf
      if let day = EventDay.read(TitleText.normalize(field.value), near: near) { return day }
    }
    if requirement.fromText {
      // 3月5日，区长主持召开…: what happened is told in the first sentences.
      let start = TitleText.normalize(String(facts.text.prefix(200)))
      return EventDay.read(start, near: item.date ?? territory.survey.asOf)
    }
    return nil
  }

  func conclusion(_ rule: Rule) -> Conclusion {
    let counted = inTime.count + late.count
    let gaps = search.gaps(rows: .judgedByTitle)
    let share = counted > 0 ? Double(inTime.count) / Double(counted) : 0
    let status = status(counted, share, gaps)
    var parts: [Bilingual] = []
    if counted > 0 {
      parts.append(
        Wording.text(
          "可比的\(counted)条中，\(inTime.count)条在\(requirement.within)\(unit.zh)内发布。",
          "Of \(counted) countable item(s), \(inTime.count) came out within "
            + "\(requirement.within) \(unit.en)."))
    } else if open.isEmpty {
      parts.append(Wording.text("审核期内没有此类条目。", "There is no such item in the period."))
    }
    if !open.isEmpty {
      parts.append(
        Wording.text(
          "\(open.count)条看不出事项日期，未计。", "\(open.count) item(s) state no day of the event."))
    }
    if status == .undetermined, !gaps.isEmpty { parts.append(Wording.gaps(gaps)) }
    return Conclusion(
      status, share: status == .pass ? 1 : 0, message: Wording.join(parts),
      soughtFor: Wording.text(
        "\(rule.title.zh)：形成后\(requirement.within)\(unit.zh)内发布（当日不计）。",
        "\(rule.title.en): out within \(requirement.within) \(unit.en) of the event."),
      evidence: evidence,
      coverage: search.territory.coverage(columns: search.columns, gaps: gaps),
      faults: max(1, late.count))
  }

  private var unit: Bilingual {
    requirement.counting == .working
      ? Wording.text("个工作日", "working day(s)") : Wording.text("天", "day(s)")
  }

  private func status(_ counted: Int, _ share: Double, _ gaps: GapList) -> Status {
    if counted >= requirement.least {
      if share >= requirement.share { return .pass }
      // What is open or unread could all have been in time.
      let best = Double(inTime.count + open.count) / Double(counted + open.count)
      return gaps.isEmpty && best < requirement.share ? .fail : .undetermined
    }
    guard open.isEmpty, gaps.isEmpty else { return .undetermined }
    let isNone = counted == 0 && search.undated.isEmpty
    return isNone && requirement.absence == .fail ? .fail : .undetermined
  }

  private var evidence: [Evidence] {
    let good = inTime.suffix(2).map { territory.cite($0) }
    let bad = late.sorted { ($1.days, $0.item.url) < ($0.days, $1.item.url) }.prefix(8).map {
      late in
      territory.cite(
        late.item,
        nearMiss: Wording.text(
          "事项日期\(late.event)，隔\(late.days)\(unit.zh)",
          "event on \(late.event), \(late.days) \(unit.en) before"))
    }
    return good + bad
  }
}
