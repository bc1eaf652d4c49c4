import Dates
import Findings
import Page
import Rules
import Sites
import Texts

extension DocumentCheck {
  /// A document that was found, and how it stands to what is sought.
  struct Candidate {
    /// How a candidate stands.
    enum Standing {
      /// Right in all; `revised` when an old document bears a mark of this year's revision.
      case fits(CivilDate, revised: Bool)
      /// Right, but without a day of publication.
      case undated(Bilingual)
      /// The district's own, where the unit's is wanted.
      case districts
      /// In the unit's own column, under a name that is not the unit's.
      case strange(Bilingual)
      /// Not what is sought, and why.
      case near(Bilingual)
    }

    var item: Item
    var standing: Standing
  }

  /// Looks for a rule's document in a territory.
  struct Search {
    let requirement: Requirement
    let territory: Territory
    /// The unit's territory, with the portal's when the district's document counts.
    let reach: Territory
    let ownColumns: [ColumnPlace]
    let columns: [ColumnPlace]

    init(_ requirement: Requirement, _ territory: Territory) {
      self.requirement = requirement
      self.territory = territory
      reach = requirement.publisher == .unitOrDistrict ? territory.withPortal : territory
      ownColumns = reach.columns(named: requirement.ownKeys)
      columns = reach.columns(named: requirement.keys + requirement.ownKeys)
    }

    private var survey: Survey { territory.survey }

    /// All items that are candidates by title or column, in the order of the index.
    func positions() -> [Int] {
      var found = reach.items(titled: requirement.titles)
      found += reach.items(titled: requirement.noneStatement)
      found += reach.items(of: ownColumns)
      found += reach.ownItems(of: reach.portalColumns(named: requirement.ownKeys))
      found += elsewhere()
      return Set(found).sorted()
    }

    /// What the government's own section or the portal publishes under the unit's name.
    private func elsewhere() -> [Int] {
      guard !reach.includesPortal else { return [] }
      let isOpenToDistrict = requirement.publisher == .districtDoubtful
      return territory.withPortal.items(titled: requirement.titles).filter {
        let item = territory.index.items[$0]
        return territory.namesMember(item) || isOpenToDistrict && isDistricts(item)
      }
    }

    func candidates(for year: Int) -> [Candidate] {
      positions().compactMap { position in
        let item = territory.index.items[position]
        guard !requirement.except.fits(item.normal) else { return nil }
        if let date = item.date, date > survey.asOf {
          return impossible(item, date, year).map { Candidate(item: item, standing: $0) }
        }
        return Candidate(item: item, standing: standing(of: item, year))
      }
    }

    /// A document of the year sought whose day is later than the day on which it was seen: a slip of
    /// the pen, and no document of the future.
    private func impossible(
      _ item: Item, _ date: CivilDate, _ year: Int
    ) -> Candidate.Standing? {
      guard let page = item.page,
        let seen = territory.record(.init(site: item.site, page: page)).capture?.fetchedAt
          .beijingDay,
        date > seen, foreign(item) == nil, wrongYear(item, year) == nil
      else { return nil }
      return .undated(
        Wording.text("标注的日期\(date)晚于采集之日，不可信", "its day \(date) is later than the day it was read"))
    }

    private func standing(of item: Item, _ year: Int) -> Candidate.Standing {
      if item.isDead { return .near(Wording.deadLink) }
      if let foreign = foreign(item) { return foreign }
      if let page = territory.page(of: item), isBlank(page.facts) {
        return .near(Wording.text("页面没有正文和附件", "the page has neither text nor attachment"))
      }
      if let wrong = wrongYear(item, year) {
        return revision(of: item, year) ?? .near(wrong)
      }
      guard let date = item.date else {
        return .undated(Wording.text("没有发布日期", "it bears no day of publication"))
      }
      if let from = requirement.from?.day(in: year), date < from {
        return revision(of: item, year)
          ?? .near(
            Wording.text("发布于\(date)，早于\(from)", "published on \(date), before \(from)"))
      }
      return strange(item) ?? .fits(date, revised: false)
    }

    /// The page was read whole and shows nothing beneath its title.
    private func isBlank(_ facts: PageFacts) -> Bool {
      guard facts.kind != .column, facts.entries.isEmpty, facts.frames.isEmpty,
        facts.listState == .none || facts.listState == .empty, !PageContent.isCut(facts)
      else { return false }
      return !PageContent.holdsSomething(facts)
    }

    // MARK: Whose

    private func foreign(_ item: Item) -> Candidate.Standing? {
      if territory.namesMember(item) { return nil }
      if let other = territory.foreignUnit(named: item) {
        return .near(
          Wording.text(
            "标题写的是\(other.name)，不是本单位", "the title names \(other.name), not this unit"))
      }
      let isOwn = territory.isOwn(item)
      if isOwn || reach.includesPortal && isDistricts(item) { return nil }
      if isDistricts(item) { return .districts }
      let name = item.owner.map { survey.units[$0].name } ?? ""
      return .near(Wording.text("属于\(name)，不是本单位", "belongs to \(name), not this unit"))
    }

    /// The unit's column holds a document of the right kind and year under another name: 青岚区人民政府2020年….
    private func strange(_ item: Item) -> Candidate.Standing? {
      guard requirement.publisher == .unit, !territory.namesMember(item),
        let name = territory.strangeName(item)
      else { return nil }
      return .strange(
        Wording.text(
          "标题写的是“\(name)”，未必是本单位的", "its title names “\(name)”, which may be another body"))
    }

    private func isDistricts(_ item: Item) -> Bool {
      territory.isDistricts(item, reach.includesPortal ? columns : [])
    }

    // MARK: Of which year

    func sought(_ year: Int) -> Int? {
      switch requirement.year {
      case .previous: year - 1
      case .current: year
      case .any: nil
      }
    }

    private func wrongYear(_ item: Item, _ year: Int) -> Bilingual? {
      guard let sought = sought(year) else { return nil }
      var named = item.years
      if let captured = requirement.titles.match(item.normal)?.year { named = [captured] }
      if !named.isEmpty {
        guard !named.contains(sought) else { return nil }
        let years = named.map { "\($0)" }.joined(separator: "、")
        return Wording.text("是\(years)年的，应为\(sought)年", "it is of \(years), not of \(sought)")
      }
      // Without a year in the title the day of publication decides.
      guard let date = item.date, date.year != year else { return nil }
      return Wording.text(
        "标题未写年份，发布于\(date)，不在\(year)年", "names no year and was published on \(date), not in \(year)"
      )
    }

    // MARK: Revised

    /// An older document that says that it was revised in the audited year.
    ///
    /// The words of revision must stand beside the year; a month beside them gives the day (the
    /// month's last), none leaves it open.
    private func revision(of item: Item, _ year: Int) -> Candidate.Standing? {
      guard !requirement.marksRevised.isEmpty else { return nil }
      var texts = [item.normal]
      if let facts = territory.page(of: item)?.facts {
        texts.append(TitleText.normalize(facts.text))
        let files = territory.files(of: item, facts)
        texts += files.read.map { TitleText.normalize($0.facts.text) }
      }
      var isMarked = false
      for place in texts.flatMap(marks) {
        for period in TitlePeriod.read(place, dated: nil) where period.year == year {
          isMarked = true
          guard case .months(let months) = period.extent,
            let last = MonthDay(month: months.upperBound, day: 31).day(in: year)
          else { continue }
          return .fits(min(last, survey.asOf), revised: true)
        }
      }
      guard isMarked else { return nil }
      return .undated(
        Wording.text("写明\(year)年修订，未写明日期", "marked as revised in \(year), without a day"))
    }

    /// What stands around each mark of a revision; at most 20 places of a text.
    private func marks(in text: [UInt8]) -> [[UInt8]] {
      var found: [[UInt8]] = []
      for pattern in requirement.marksRevised.all {
        var start = 0
        while found.count < 20, let range = pattern.range(in: text, from: start) {
          found.append(
            Array(text[max(0, range.lowerBound - 45)..<min(text.count, range.upperBound + 45)]))
          start = max(range.upperBound, start + 1)
        }
      }
      return found
    }
  }
}
