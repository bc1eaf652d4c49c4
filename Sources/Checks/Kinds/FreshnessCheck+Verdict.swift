import Dates
import Findings
import Rules
import Sites
import Texts
import Web

extension FreshnessCheck.Series {
  private var asOf: CivilDate { territory.survey.asOf }

  private func state(_ slot: FreshnessCheck.Slot) -> DueDate.State {
    if slot.items.count >= requirement.minItems { return .met }
    if slot.isExempt { return .exempt }
    if slot.due >= asOf { return .upcoming }
    return slot.late.isEmpty ? .missed : .late
  }

  /// What the slots say.
  func conclude(_ rule: Rule) -> Conclusion {
    let states = slots.map(state)
    let open = slots.indices.filter { states[$0] == .missed || states[$0] == .late }
    let met = slots.indices.filter { states[$0] == .met }
    var coverage = territory.coverage(columns: columns)
    let result: Conclusion
    if open.count <= requirement.tolerated {
      result = satisfied(met.count, forgiven: open, coverage)
    } else {
      let gaps = question.gaps(in: territory)
      coverage.gaps = gaps.first
      result = unsatisfied(open, met: met.count, gaps, coverage, rule)
    }
    var finished = finished(result, states)
    finished.faults = max(1, open.count - requirement.tolerated)
    return finished
  }

  private var question: CoverageQuestion {
    CoverageQuestion(
      columns: requirement.keys, titles: requirement.titles,
      reach: requirement.titles.isEmpty ? .columns : .anywhere, rows: .judgedByTitle,
      looksBack: FreshnessCheck.looksBack(requirement), descends: true)
  }

  private func satisfied(_ met: Int, forgiven: [Int], _ coverage: Coverage) -> Conclusion {
    guard met > 0 || !forgiven.isEmpty else {
      return Conclusion(
        .notApplicable,
        message: Wording.text(
          "审核期内尚无到期的\(cadenceWord.zh)度更新。", "No \(cadenceWord.en) item was due in the period yet."),
        soughtFor: soughtFor(coverage), coverage: coverage)
    }
    let rest =
      forgiven.isEmpty
      ? Wording.text("", "")
      : Wording.join([
        Wording.text("缺", "Missing:"), labels(forgiven),
        Wording.text(
          "，在容许的\(requirement.tolerated)期以内。", "(within the \(requirement.tolerated) forgiven)."),
      ])
    return Conclusion(
      .pass,
      message: Wording.join([
        Wording.text(
          "已到期的各\(cadenceWord.zh)均有发布，共\(met)期。", "Every due period has its item: \(met)."),
        rest,
      ]),
      soughtFor: soughtFor(coverage), evidence: newest(3), coverage: coverage, metBy: meetingUnit)
  }

  private func unsatisfied(
    _ open: [Int], met: Int, _ gaps: GapList, _ coverage: Coverage, _ rule: Rule
  ) -> Conclusion {
    let missing = labels(open)
    let lateOnly = open.filter { !slots[$0].late.isEmpty }
    var parts = [
      Wording.text(
        "到期应有\(open.count + met)期，按时\(met)期，缺\(open.count)期：\(missing.zh)。",
        "Due: \(open.count + met); published in time: \(met); missing \(open.count): \(missing.en)."
      )
    ]
    if !lateOnly.isEmpty {
      let late = labels(lateOnly)
      parts.append(
        Wording.text("其中\(late.zh)逾期才发布。", "Of these, published late: \(late.en)."))
    }
    if columns.isEmpty && !requirement.columns.isEmpty {
      parts.append(
        Wording.text(
          "没有找到栏目\(Wording.names(requirement.columns))。",
          "No column \(Wording.englishNames(requirement.columns)) was found."))
    }
    let evidence = newest(3) + lateMisses(lateOnly) + unplacedMisses + nearMisses
    let doubt = doubt(open, gaps)
    if let doubt { parts.append(doubt) }
    return Conclusion(
      doubt == nil ? .fail : .undetermined, message: Wording.join(parts),
      soughtFor: soughtFor(coverage),
      // News of a week gone by can't be made up for: there the rule's own advice stands.
      fix: doubt == nil && requirement.cadence != .weekly
        ? Wording.text(
          "补发\(missing.zh)的“\(rule.title.zh)”，并按\(cadenceWord.zh)及时发布。",
          "Publish “\(rule.title.en)” for \(missing.en), and keep to the \(cadenceWord.en) rhythm.")
        : nil,
      evidence: evidence, coverage: coverage)
  }

  /// Why the missing periods are no established fact; nil when they are.
  private func doubt(_ open: [Int], _ gaps: GapList) -> Bilingual? {
    if !gaps.isEmpty { return Wording.gaps(gaps) }
    if requirement.absence == .undetermined {
      return Wording.text(
        "没有发布也可能是因为本期没有此类事项，需人工核实。",
        "There may have been nothing to publish; a person has to look.")
    }
    if let similar {
      let name = territory.index.column(similar).name
      return Wording.text(
        "栏目“\(name)”有审核期内的内容，可能就是所查的栏目，需人工核实。",
        "The column “\(name)” holds items of the period and may be the one in question; a person has "
          + "to look.")
    }
    let items = unplaced.map { territory.index.items[$0] }
    switch requirement.periodOf {
    case .date:
      // An undated item has one date and fills one period at most.
      guard open.count - requirement.tolerated <= items.count else { return nil }
    case .title:
      let unfillable = open.filter { slot in !items.contains { canFill($0, slots[slot]) } }
      guard unfillable.count <= requirement.tolerated else { return nil }
    }
    return Wording.text(
      "另有\(items.count)条未写明日期或所属周期，可能属于所缺的期次，需人工核实。",
      "\(items.count) item(s) without date or period could belong to the missing ones; "
        + "a person has to look.")
  }

  /// A column by another name that holds items of the period, where the named ones hold none.
  private var similar: ColumnPlace? {
    guard counted.isEmpty, !requirement.similar.isEmpty else { return nil }
    let index = territory.index
    return territory.members.flatMap { index.columnsOfUnit[$0] }.first { place in
      requirement.similar.fits(TitleText.normalize(index.column(place).name))
        && territory.items(of: [place]).contains { position in
          index.items[position].date.map { territory.survey.period.contains($0) } ?? false
        }
    }
  }

  /// An item that names no period belongs to that of its date, or to the one before.
  private func canFill(_ item: Item, _ slot: FreshnessCheck.Slot) -> Bool {
    guard let date = item.date, let span = slot.span, let last = slot.periods.last else {
      return item.date == nil
    }
    return span.from <= date && date <= last.next.span.to
  }

  // MARK: Words

  private var cadenceWord: Bilingual {
    switch requirement.cadence {
    case .weekly: Wording.text("周", "weekly")
    case .monthly: Wording.text("月", "monthly")
    case .quarterly: Wording.text("季", "quarterly")
    case .halfyearly: Wording.text("半年", "half-yearly")
    case .yearly: Wording.text("年", "yearly")
    }
  }

  private func soughtFor(_ coverage: Coverage) -> Bilingual {
    let titles =
      requirement.titles.isEmpty
      ? Wording.text("", "")
      : Wording.text(
        "，标题含\(requirement.titles.wording)", ", titles like \(requirement.titles.wording)")
    let columns =
      requirement.columns.isEmpty
      ? Wording.text("", "")
      : Wording.text(
        "栏目\(Wording.names(requirement.columns))",
        "columns \(Wording.englishNames(requirement.columns))")
    return Wording.join([
      Wording.text(
        "每\(cadenceWord.zh)一期：\(columns.zh)\(titles.zh)。",
        "One item per period (\(cadenceWord.en)): \(columns.en)\(titles.en)."),
      Wording.place(coverage, in: territory),
    ])
  }

  private func label(_ slot: FreshnessCheck.Slot) -> Bilingual {
    guard let first = slot.periods.first, let last = slot.periods.last else {
      return Wording.text("", "")
    }
    let year = first.year
    switch first.cadence {
    case .weekly:
      let span =
        "\(first.span.from.month)月\(first.span.from.day)日—\(first.span.to.month)月\(first.span.to.day)日"
      return Wording.text("\(year)年第\(first.index)周（\(span)）", "week \(first.index) of \(year)")
    case .monthly:
      let months = first == last ? "\(first.index)" : "\(first.index)-\(last.index)"
      return Wording.text("\(year)年\(months)月", "\(year)-\(months)")
    case .quarterly: return Wording.text("\(year)年第\(first.index)季度", "Q\(first.index) \(year)")
    case .halfyearly:
      return Wording.text("\(year)年\(first.index == 1 ? "上" : "下")半年", "H\(first.index) \(year)")
    case .yearly: return Wording.text("\(year)年", "\(year)")
    }
  }

  /// `2021年5月、8月`: the year is said once.
  private func labels(_ indices: [Int]) -> Bilingual {
    var year: Int?
    let all = indices.map { index -> Bilingual in
      var label = label(slots[index])
      let own = slots[index].periods.first?.year
      if own == year, let own, label.zh.hasPrefix("\(own)年"), requirement.cadence != .yearly {
        label.zh = String(label.zh.dropFirst("\(own)年".count))
      }
      year = own
      return label
    }
    return Wording.list(all)
  }

  // MARK: Evidence

  private func newest(_ count: Int) -> [Evidence] {
    let items = Set(counted).sorted { left, right in
      let a = territory.index.items[left]
      let b = territory.index.items[right]
      return a.date == b.date ? left < right : newer(a.date, b.date)
    }
    return items.prefix(count).map { territory.cite(territory.index.items[$0]) }
  }

  private func newer(_ left: CivilDate?, _ right: CivilDate?) -> Bool {
    guard let left else { return false }
    return right.map { left > $0 } ?? true
  }

  private func lateMisses(_ late: [Int]) -> [Evidence] {
    late.prefix(5).compactMap { index in
      guard let first = slots[index].late.first else { return nil }
      let item = territory.index.items[first]
      let label = label(slots[index])
      let due = slots[index].due
      return territory.cite(
        item,
        nearMiss: Wording.text(
          "\(label.zh)的内容应在\(due)前发布，实际\(item.date.map { "\($0)" } ?? "")发布",
          "\(label.en) was due by \(due) and came out on \(item.date.map { "\($0)" } ?? "")"))
    }
  }

  /// Items that fit but for the period, which they do not name.
  private var unplacedMisses: [Evidence] {
    unplaced.prefix(5).map { position in
      let item = territory.index.items[position]
      let published = item.date.map { Wording.text("，发布于\($0)", "; published on \($0)") }
      return territory.cite(
        item,
        nearMiss: Wording.text(
          "没有写明所属的\(cadenceWord.zh)份或日期\(published?.zh ?? "")",
          "names no period or date\(published?.en ?? "")"))
    }
  }

  /// The unit from whose tree the newest item is.
  private var meetingUnit: UnitID? {
    counted.last.flatMap { territory.ownerID(of: territory.index.items[$0]) }
  }

  private func finished(_ conclusion: Conclusion, _ states: [DueDate.State]) -> Conclusion {
    var result = conclusion
    result.timeline = slots.indices.map { index in
      let slot = slots[index]
      let dates = (slot.items + slot.late).compactMap { territory.index.items[$0].date }
      return DueDate(
        label: label(slot), due: slot.due, met: dates.min(), state: states[index])
    }
    return result
  }
}
