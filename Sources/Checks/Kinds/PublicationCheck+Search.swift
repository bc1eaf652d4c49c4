import Dates
import Findings
import Page
import Rules
import Sites
import Texts
import Web

extension PublicationCheck {
  /// How an item stands to what is sought.
  enum Standing {
    /// Right in all that was asked.
    case fits
    /// Perhaps right: why it can't be told.
    case open(Bilingual)
    /// Not what is sought, and why.
    case near(Bilingual)
  }

  /// An item with its standing.
  struct Candidate {
    let item: Item
    let standing: Standing
    /// Its page; nil when that was not read.
    let page: ReadPage?
  }

  /// Looks for a rule's items in a territory.
  ///
  /// A class: a rule's keys are many, and the parts of a verdict hand it about.
  final class Search {
    let requirement: Requirement
    let territory: Territory
    /// The territory, with the portal's when the district's publication counts.
    let reach: Territory
    let columns: [ColumnPlace]
    let broad: [ColumnPlace]
    /// What tells on a page that it is on the subject.
    private let subject: [[UInt8]]

    init(_ requirement: Requirement, _ territory: Territory) {
      self.requirement = requirement
      self.territory = territory
      reach = requirement.publisher == .unit ? territory : territory.withPortal
      columns = reach.columns(named: requirement.keys)
      broad = reach.columns(named: requirement.broadKeys)
      subject = requirement.normalWords + requirement.fields
    }

    private var survey: Survey { territory.survey }

    // MARK: Which items

    /// All candidates, in the order of the index.
    func candidates() -> [Candidate] {
      positions().compactMap { position in
        let item = territory.index.items[position]
        // A unit's front page is called like it and is no publication.
        if requirement.except.fits(item.normal) || survey.allNames.contains(item.normal) {
          return nil
        }
        if let date = item.date, date > survey.asOf { return nil }
        let page = territory.page(of: item)
        return Candidate(item: item, standing: standing(of: item, page), page: page)
      }
    }

    private func positions() -> [Int] {
      var found = reach.items(of: columns)
      found += reach.items(titled: requirement.titles).filter(isTitled)
      found += reach.ownItems(of: reach.portalColumns(named: requirement.keys))
      let known = Positions.ascending(found)
      let wide = Positions.ascending(
        reach.items(of: broad) + reach.items(titled: requirement.broadTitles))
      found += wide.filter { !Positions.contain(known, $0) && isOnSubject($0) }
      if !reach.includesPortal {
        // What the portal publishes under the unit's name.
        let elsewhere = territory.withPortal.items(titled: requirement.titles)
        found += elsewhere.filter {
          territory.namesMember(territory.index.items[$0]) && isTitled($0)
        }
      }
      return Positions.ascending(found)
    }

    /// A title speaks of the subject, and does not just bear the name of an office for it.
    private func isTitled(_ position: Int) -> Bool {
      let item = territory.index.items[position]
      return territory.speaks(item, of: requirement.titles)
    }

    /// A row of a broad column: one word in its title, or so many words and labels (`broad-least`) on
    /// its page, one of them a word.
    ///
    /// Labels alone (项目名称, 文号) say nothing of the subject.
    private func isOnSubject(_ position: Int) -> Bool {
      let item = territory.index.items[position]
      if territory.speaks(item, of: requirement.words) { return true }
      let least = requirement.broadLeast
      guard subject.count >= least, let page = territory.words(of: item) else { return false }
      let tells =
        requirement.normalWords.isEmpty || requirement.normalWords.contains(where: page.has)
      return tells && page.count(of: subject, upTo: least) >= least
    }

    // MARK: How they stand

    private func standing(of item: Item, _ page: ReadPage?) -> Standing {
      if item.isDead { return .near(Wording.deadLink) }
      if let foreign = foreign(item, page) { return foreign }
      if item.isPlaceholder {
        return .near(Wording.text("只有占位内容", "it is a placeholder"))
      }
      if let wrong = wrongTime(item, page) { return wrong }
      if let page, let nothing = showsNothing(item, page.facts) { return nothing }
      if page != nil, let word = refused(territory.words(of: item)) {
        let shown = String(decoding: word, as: UTF8.self)
        return .near(Wording.text("页面写有“\(shown)”", "its page says “\(shown)”"))
      }
      guard requirement.needsPage, requirement.parts.isEmpty else { return .fits }
      return shown(item, page)
    }

    /// How it stands with a page on which nothing was seen; nil where something was.
    private func showsNothing(_ item: Item, _ facts: PageFacts) -> Standing? {
      guard facts.kind != .column, !PageContent.holdsSomething(facts), facts.entries.isEmpty,
        !showsLabels(item)
      else { return nil }
      if PageContent.isCut(facts) {
        return .open(Wording.text("页面未能读全", "the page was not read to its end"))
      }
      return facts.listState == .unreadable
        ? .open(Wording.text("内容由脚本生成，无法读取", "a script fills the page"))
        : .near(Wording.text("页面没有正文和附件", "the page has neither text nor attachment"))
    }

    /// The first word on a page that must not stand there.
    func refused(_ words: @autoclosure () -> PageWords?) -> [UInt8]? {
      guard !requirement.refuse.isEmpty, let words = words() else { return nil }
      return requirement.refuse.first(where: words.has)
    }

    /// A page that is a table of labels and values alone shows what is asked for all the same.
    private func showsLabels(_ item: Item) -> Bool {
      guard requirement.fieldsLeast > 0, let words = territory.words(of: item) else { return false }
      return words.count(of: requirement.fields, upTo: requirement.fieldsLeast)
        >= requirement.fieldsLeast
    }

    /// Whether an item's page shows the labels and figures that are asked for.
    func shown(_ item: Item, _ page: ReadPage?) -> Standing {
      guard let facts = page?.facts else {
        return item.isUnread
          ? .open(
            Wording.text(
              "页面未能读取（\(item.outcome?.code ?? "row.unread")）",
              "its page was not read (\(item.outcome?.code ?? "row.unread"))"))
          : .near(Wording.text("条目没有可打开的页面", "the item has no page to open"))
      }
      let files = territory.files(of: item, facts)
      let words = territory.words(of: item, files) ?? PageWords(facts, files)
      let seen = words.count(of: requirement.fields, upTo: requirement.fieldsLeast)
      let hasFigures = !requirement.needsFigures || words.hasFigures
      if seen >= requirement.fieldsLeast && hasFigures { return .fits }
      if let doubt = PageContent.doubt(facts, files) { return .open(doubt) }
      if !hasFigures { return .near(Wording.text("没有数字", "it shows no figures")) }
      return .near(
        Wording.text(
          "只见到\(seen)项要素，至少要\(requirement.fieldsLeast)项",
          "it shows \(seen) of the labels; \(requirement.fieldsLeast) are needed"))
    }

    /// Says whether an item is there, the unit's, and of the time that counts: only what it shows is
    /// still to be asked.
    func isRelevant(_ candidate: Candidate) -> Bool {
      !candidate.item.isDead && isOurs(candidate)
        && !candidate.item.isPlaceholder
        && wrongTime(candidate.item, candidate.page) == nil
    }

    /// Says whether an item is the unit's, or one of the district's that counts for it.
    func isOurs(_ candidate: Candidate) -> Bool {
      foreign(candidate.item, candidate.page) == nil
    }

    /// Why an item of somebody else does not count; nil when it does.
    private func foreign(_ item: Item, _ page: ReadPage?) -> Standing? {
      switch territory.standing(of: item, in: columns) {
      case .own: return nil
      case .others(let reason): return .near(reason)
      case .districts(let reason):
        guard reach.includesPortal else { return .near(reason) }
        guard territory.scope == .each, requirement.publisher == .listed else { return nil }
        guard let facts = page?.facts else {
          return .open(Wording.text("区级公布未能读取", "the district's publication was not read"))
        }
        guard !listsMember(facts) else { return nil }
        return PageContent.doubt(facts).map { .open($0) }
          ?? .near(
            Wording.text("区级公布中没有列出本单位", "the district's publication does not list the unit"))
      }
    }

    private func listsMember(_ facts: PageFacts) -> Bool {
      let text = TitleText.normalize(facts.text)
      return territory.members.contains { survey.names[$0].isNamed(in: text) }
        || facts.attachments.contains { link in
          let name = TitleText.normalize(link.text)
          return territory.members.contains { survey.names[$0].isNamed(in: name) }
        }
    }

    // MARK: Of when

    /// The audited year: that of the period's last day.
    var year: Int { survey.period.to.year }

    private func wrongTime(_ item: Item, _ page: ReadPage?) -> Standing? {
      if requirement.dated != .period, let mark = Lapse.mark(item, page) {
        let reason = Wording.text("已标明\(mark)", "it is marked as no longer in force (\(mark))")
        return requirement.lapsed == .undetermined ? .open(reason) : .near(reason)
      }
      if requirement.dated == .period, requirement.lasting.fits(item.normal) {
        return notInForce(item)
      }
      switch requirement.dated {
      case .any: return nil
      case .inForce: return notInForce(item)
      case .period: return notInPeriod(item, page)
      }
    }

    private func notInPeriod(_ item: Item, _ page: ReadPage?) -> Standing? {
      let sought = requirement.subject == .previous ? year - 1 : year
      let named = item.years
      if let days = requirement.lastDays { return notRecent(item, days) }
      if named.contains(sought) { return nil }
      if !named.isEmpty, requirement.subject != .current {
        return .near(Self.wrongYear(named, sought))
      }
      guard let date = item.date else { return undated(item, page, sought) }
      if survey.period.contains(date) { return nil }
      return graced(date)
        ?? .near(
          Wording.text("日期\(date)不在审核期内", "its day, \(date), is outside the audited period"))
    }

    /// An item whose day nothing tells: the year in its title speaks for it, unless it is that of
    /// the year before, which may well have come out in the audited one, or its page was never seen.
    private func undated(_ item: Item, _ page: ReadPage?, _ sought: Int) -> Standing {
      if item.years.isEmpty { return .open(Wording.text("没有日期", "it bears no day")) }
      let isUnseen =
        page.map { $0.facts.listState == .unreadable || PageContent.isCut($0.facts) }
        ?? item.isUnread
      guard isUnseen || item.years.contains(sought - 1) else {
        return .near(Self.wrongYear(item.years, sought))
      }
      return .open(
        Wording.text("看不出发布日期，可能在审核期内", "its day can't be seen and may be of the period"))
    }

    /// Only the last days of the period count.
    private func notRecent(_ item: Item, _ days: Int) -> Standing? {
      guard let date = item.date else { return .open(Wording.text("没有日期", "it bears no day")) }
      let last = survey.period.to
      if date <= last && last - date <= days { return nil }
      return graced(date)
        ?? .near(
          Wording.text(
            "日期\(date)不在审核期末\(days)天内",
            "its day, \(date), is not within the last \(days) days of the period"))
    }

    /// An item from before the period that may still be good.
    private func graced(_ date: CivilDate) -> Standing? {
      let last = survey.period.to
      guard let oldest = requirement.oldest(before: last), date <= last, date >= oldest else {
        return nil
      }
      return .open(
        Wording.text(
          "发布于\(date)，不超过\(requirement.graceMonths)个月，是否更新须人工核实",
          "published on \(date), no more than \(requirement.graceMonths) months ago; a person has "
            + "to see whether it still holds"))
    }

    /// Whether a column's own page is of the right time.
    func isTimely(_ body: PageFacts) -> Bool {
      guard let date = body.publishedOn else { return requirement.dated == .any }
      switch requirement.dated {
      case .any: return true
      case .period: return survey.period.contains(date)
      case .inForce: return date.year > year - requirement.inForceYears
      }
    }

    private static func wrongYear(_ named: [Int], _ sought: Int) -> Bilingual {
      let years = named.map { "\($0)" }.joined(separator: "、")
      return Wording.text("是\(years)年的，应为\(sought)年", "it is of \(years), not of \(sought)")
    }

    private func notInForce(_ item: Item) -> Standing? {
      if let term = Term.read(item.normal) {
        if term.contains(year) { return nil }
        return .near(
          Wording.text(
            "期限为\(term.lowerBound)至\(term.upperBound)年，不含\(year)年",
            "its term, \(term.lowerBound) to \(term.upperBound), does not cover \(year)"))
      }
      let oldest = year - requirement.inForceYears
      if let named = item.years.max(), named > oldest { return nil }
      guard let date = item.date else {
        return .open(
          Wording.text("没有日期，看不出是否现行", "without a day it can't be told whether it is in force"))
      }
      return date.year > oldest
        ? nil
        : .near(
          Wording.text(
            "发布于\(date)，已超过\(requirement.inForceYears)年",
            "published on \(date), more than \(requirement.inForceYears) years ago"))
    }
  }
}

extension PublicationCheck.Requirement {
  /// The first day of the months of grace; nil without any.
  func oldest(before end: CivilDate) -> CivilDate? {
    guard graceMonths > 0 else { return nil }
    let months = end.year * 12 + end.month - 1 - graceMonths
    let year = months / 12
    let month = months % 12 + 1
    let day = min(end.day, CivilDate.days(inMonth: month, of: year))
    return CivilDate(year: year, month: month, day: day)
  }
}
