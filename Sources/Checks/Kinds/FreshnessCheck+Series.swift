import Dates
import Findings
import Page
import Sites
import Texts

extension FreshnessCheck {
  /// One period, or months that share an issue, with what was published for it.
  struct Slot {
    var periods: [DatePeriod]
    var due: CivilDate
    /// Too few working days, or cut by the audited period's ends: not counted.
    var isExempt: Bool
    /// Positions in the index of the items that were published in time.
    var items: [Int] = []
    var late: [Int] = []

    var span: (from: CivilDate, to: CivilDate)? {
      guard let first = periods.first, let last = periods.last else { return nil }
      return (first.span.from, last.span.to)
    }
  }

  /// The items of one rule and unit, laid out over the periods.
  struct Series {
    let requirement: Requirement
    let territory: Territory
    let columns: [ColumnPlace]
    var slots: [Slot] = []
    /// Items that could belong to several periods, or to any.
    var unplaced: [Int] = []
    var nearMisses: [Evidence] = []
    /// Items that a period got, newest first when sorted.
    var counted: [Int] = []
    /// The slot of a period, by its first day.
    private var slotOf: [Int: Int] = [:]
    /// Months for which there is an item in time: they can make up a quarter.
    private var monthItems: [Int: Int] = [:]

    init(
      _ requirement: Requirement, territory: Territory
    ) throws(WorkCalendar.Problem) {
      self.requirement = requirement
      self.territory = territory
      columns = territory.branches(named: requirement.keys)
      let survey = territory.survey
      for period in requirement.cadence.periods(touching: survey.period) {
        let isExempt = try Self.isExempt(period, requirement, survey)
        let due = requirement.due == .periodEnd ? period.span.to : period.next.span.to
        if let joined = joins(period), slots[joined].periods.count < 12 {
          slots[joined].periods.append(period)
          slots[joined].due = max(slots[joined].due, due)
          slotOf[period.span.from.ordinal] = joined
        } else {
          slotOf[period.span.from.ordinal] = slots.count
          slots.append(Slot(periods: [period], due: due, isExempt: isExempt))
        }
      }
    }

    private static func isExempt(
      _ period: DatePeriod, _ requirement: Requirement, _ survey: Survey
    ) throws(WorkCalendar.Problem) -> Bool {
      if let from = requirement.from, period.span.from < from { return true }
      guard requirement.cadence == .weekly else {
        return period.span.from < survey.period.from || period.span.to > survey.period.to
      }
      // Weeks that are not over need no calendar.
      guard period.span.to < survey.asOf,
        let inside = period.span.intersection(survey.period)
      else { return false }
      return try survey.calendar.workingDays(in: inside) < requirement.minWorkingDays
    }

    /// The slot of a month that may share its issue with this one.
    private func joins(_ period: DatePeriod) -> Int? {
      guard period.cadence == .monthly,
        let group = requirement.joint.first(where: { $0.contains(period.index) })
      else { return nil }
      return slots.indices.last { index in
        slots[index].periods.contains { $0.year == period.year && group.contains($0.index) }
      }
    }

    // MARK: Items

    mutating func gather() {
      var positions: [Int]
      if requirement.titles.isEmpty {
        // 各自 looks at the unit's tree and at the portal's columns that list it.
        let listed = territory.ownItems(of: territory.portalColumns(named: requirement.keys))
        positions = Set(territory.items(of: columns) + listed).sorted()
      } else {
        positions = territory.items(titled: requirement.titles)
      }
      if !requirement.zeroStatement.isEmpty {
        positions = Set(positions + territory.items(titled: requirement.zeroStatement)).sorted()
      }
      for position in positions { consider(position) }
      completeQuarters()
    }

    private mutating func consider(_ position: Int) {
      let item = territory.index.items[position]
      let survey = territory.survey
      if requirement.except.fits(item.normal) { return }
      if let date = item.date, date > survey.asOf { return }
      if item.isDead {
        miss(item, Wording.deadLink)
        return
      }
      if let reason = foreign(item) {
        miss(item, reason)
        return
      }
      if let group = absentWords(item) {
        miss(
          item,
          Wording.text(
            "页面未写明\(group.joined(separator: "或"))",
            "the page does not show \(group.joined(separator: " or "))"))
        return
      }
      place(position, item)
    }

    /// Why an item of somebody else does not count; nil when it does.
    private func foreign(_ item: Item) -> Bilingual? {
      guard territory.includesPortal, !requirement.titles.isEmpty else { return nil }
      if let owner = item.owner {
        if territory.members.contains(owner) || territory.index.governments.contains(owner) {
          return nil
        }
        if columns.contains(where: { $0.site == item.site && item.columns.contains($0.column) }) {
          return nil
        }
        if territory.namesMember(item) { return nil }
        let name = territory.survey.units[owner].name
        return Wording.text("属于\(name)，不是责任单位", "belongs to \(name), which is not responsible")
      }
      guard !territory.namesMember(item), let other = territory.foreignUnit(named: item) else {
        return nil
      }
      return Wording.text("标题写的是\(other.name)", "the title names \(other.name)")
    }

    private mutating func miss(_ item: Item, _ reason: Bilingual) {
      // Only what could have filled a period of the window is near.
      let dates = item.date.map { territory.survey.period.contains($0) } ?? true
      guard dates, nearMisses.count < 5 else { return }
      nearMisses.append(territory.cite(item, nearMiss: reason))
    }

    /// A group of words of which the item's page shows none; nil when it shows all, or can't tell.
    private func absentWords(_ item: Item) -> [String]? {
      guard !requirement.shows.isEmpty, let facts = territory.page(of: item)?.facts,
        !PageContent.isOutOfSight(facts), !PageContent.isCut(facts), facts.attachments.isEmpty,
        let words = territory.words(of: item)
      else { return nil }
      return requirement.shows.first { group in
        !group.contains {
          words.has(TitleText.normalize($0))
            || item.normal.place(of: TitleText.normalize($0)) != nil
        }
      }
    }

    // MARK: Placing

    private mutating func place(_ position: Int, _ item: Item) {
      switch requirement.periodOf {
      case .date:
        guard let date = item.date else {
          unplaced.append(position)
          return
        }
        put(position, in: requirement.cadence.period(of: date), published: nil)
      case .title: placeByTitle(position, item)
      }
    }

    private mutating func placeByTitle(_ position: Int, _ item: Item) {
      let named = periodsNamed(item)
      var isPlaced = false
      for period in named {
        for covered in period.periods(requirement.cadence) {
          isPlaced = true
          put(position, in: covered, published: item.date)
        }
        for month in period.periods(.monthly) {
          if requirement.cadence != .monthly && requirement.cadence != .yearly { isPlaced = true }
          monthItems[month.span.from.ordinal] = position
        }
      }
      if isPlaced { return }
      if requirement.cadence == .yearly, named.isEmpty, let date = item.date {
        put(position, in: requirement.cadence.period(of: date), published: nil)
      } else {
        unplaced.append(position)
      }
    }

    /// What the title names; where it says it in the pack's own way, what the pattern captured.
    private func periodsNamed(_ item: Item) -> [TitlePeriod] {
      let read = TitlePeriod.read(item.normal, dated: item.date)
      let isFine = read.contains { $0.extent != .bareYear }
      guard !isFine, let captures = requirement.titles.match(item.normal) else { return read }
      let extent: TitlePeriod.Extent
      if let month = captures.month, (1...12).contains(month) {
        extent = .months(month...month)
      } else if let quarter = captures.quarter, (1...4).contains(quarter) {
        extent = .quarter(quarter)
      } else {
        return read
      }
      let year =
        captures.year ?? read.first?.year
        ?? item.date.map { TitlePeriod.year(of: extent, dated: $0) }
      return year.map { [TitlePeriod(year: $0, extent: extent)] } ?? read
    }

    /// `published` is given when lateness is a question of its own.
    private mutating func put(
      _ position: Int, in period: DatePeriod, published: CivilDate?
    ) {
      guard let slot = slotOf[period.span.from.ordinal] else { return }
      if let published, requirement.late == .miss, published > slots[slot].due {
        if !slots[slot].late.contains(position) { slots[slot].late.append(position) }
        return
      }
      guard !slots[slot].items.contains(position) else { return }
      slots[slot].items.append(position)
      counted.append(position)
    }

    /// Months cover a longer period when all of them are there.
    private mutating func completeQuarters() {
      guard requirement.cadence == .quarterly || requirement.cadence == .halfyearly else { return }
      for slot in slots.indices where slots[slot].items.isEmpty {
        guard let period = slots[slot].periods.first else { continue }
        let months = Cadence.monthly.periods(touching: period.span)
        let items = months.compactMap { monthItems[$0.span.from.ordinal] }
        guard items.count == months.count else { continue }
        for item in items {
          put(item, in: period, published: territory.index.items[item].date)
        }
        // One month out of time makes the whole late.
        if !slots[slot].late.isEmpty { slots[slot].items = [] }
      }
    }
  }
}
