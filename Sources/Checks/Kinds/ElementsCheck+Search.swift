import Findings
import Page
import Sites
import Texts
import Web

extension ElementsCheck {
  /// What became of one part.
  enum Outcome {
    case met(Evidence)
    /// Not there; `isFact` when nothing was left unread that could hold it.
    case missing(isFact: Bool)
  }

  /// The search for one part on the unit's pages.
  struct PartSearch {
    let part: Part
    let territory: Territory
    let columns: [ColumnPlace]
    private(set) var outcome = Outcome.missing(isFact: true)
    private(set) var nearMisses: [Evidence] = []
    private(set) var gaps = GapList()
    /// Why the part may be there all the same.
    private(set) var doubts: [Bilingual] = []
    /// How many pages were looked at.
    private(set) var looked = 0

    init(_ part: Part, in territory: Territory) {
      self.part = part
      self.territory = territory
      columns = territory.columns(named: part.keys)
      run()
    }

    /// At most this many pages of one column or title are looked at.
    private static let limit = 200

    private mutating func run() {
      let pages = candidates()
      looked = pages.count
      // Several pages may share one part: leaders with a page each.
      let readings = pages.map {
        (
          $0,
          PartReading(
            part, $0.page.facts, $0.words, filesAreRead: $0.files.isComplete,
            rowsAreRead: $0.rowsAreRead)
        )
      }
      if let (page, reading) = readings.first(where: { $0.1.isMet }) {
        outcome = .met(territory.cite(page.record, excerpt: reading.excerpt))
        return
      }
      let documents = pages.flatMap(\.files.read).map { ($0.record, PartReading(part, $0.facts)) }
      if let (record, reading) = documents.first(where: { $0.1.isMet }) {
        outcome = .met(territory.cite(record, excerpt: reading.excerpt))
        return
      }
      if part.shape == .leaders, let evidence = sharedLeaders(readings) {
        outcome = .met(evidence)
        return
      }
      if part.shape == .sections, let evidence = sharedSections(pages) {
        outcome = .met(evidence)
        return
      }
      // What keeps a document from being read says more than that there is one.
      for doubt in pages.flatMap(\.files.doubts) where doubts.count < 3 { doubts.append(doubt) }
      for (page, reading) in readings {
        if let doubt = reading.doubt, doubts.count < 3 { doubts.append(doubt) }
        guard let reason = reading.doubt ?? reading.nearMiss, nearMisses.count < 4 else { continue }
        nearMisses.append(territory.cite(page.record, excerpt: reading.excerpt, nearMiss: reason))
      }
      for (record, reading) in documents where nearMisses.count < 4 {
        guard let reason = reading.doubt ?? reading.nearMiss else { continue }
        nearMisses.append(territory.cite(record, excerpt: reading.excerpt, nearMiss: reason))
      }
      addDeadLinks()
      let question = CoverageQuestion(
        columns: part.keys, titles: part.titles,
        reach: part.titles.isEmpty ? .columns : .anywhere, rows: .needPage)
      gaps = question.gaps(in: territory)
      gaps.add(unreadRows())
      gaps.add(GapList(Set(pages.flatMap(\.files.gaps))))
      outcome = .missing(isFact: gaps.isEmpty && doubts.isEmpty)
    }

    private mutating func addDeadLinks() {
      for place in columns where territory.index.column(place).state == .missing {
        nearMisses.append(territory.cite(place, nearMiss: Wording.deadLink))
      }
      for position in territory.items(titled: part.titles) where nearMisses.count < 6 {
        let item = territory.index.items[position]
        if item.isDead { nearMisses.append(territory.cite(item, nearMiss: Wording.deadLink)) }
      }
    }

    /// Rows of the part's columns whose pages were not read: the part could stand on any.
    private func unreadRows() -> GapList {
      let rows = territory.items(of: columns).map { territory.index.items[$0] }
      return GapList(
        rows.filter { $0.isUnread && !part.titles.fits($0.normal) && !$0.hasUnknownTitle }
          .prefix(Self.limit).map {
            CoverageGap(url: $0.url.string, outcome: $0.outcome?.code ?? "row.unread")
          })
    }

    // MARK: Pages

    struct CandidatePage {
      var record: PageRecord
      var page: ReadPage
      /// The page's words; nil for a document.
      var words: PageWords?
      /// The documents that it offers.
      var files: PageFiles
      /// It is the frame of a list whose rows were all read from an interface.
      var rowsAreRead = false
      /// What the row that leads here calls it.
      var listedAs: String?
    }

    /// The pages on which the part may stand: of its columns first, then by title.
    private func candidates() -> [CandidatePage] {
      var found: [CandidatePage] = []
      var seen: Set<WebURL> = []
      func add(
        _ record: PageRecord, _ site: Int, _ place: Int?, rowsAreRead: Bool = false,
        listedAs: String? = nil
      ) {
        guard let page = record.page, record.outcome.isReadable, page.facts.kind != .error,
          page.facts.kind != .challenge, page.facts.kind != .home, found.count < 4 * Self.limit,
          seen.insert(record.finalURL).inserted
        else { return }
        let words = place.flatMap {
          territory.index.words.words(of: SurveyIndex.PagePlace(site: site, page: $0), page)
        }
        let files = PageFiles(of: page.facts, in: territory.index.sites[site].records)
        found.append(
          CandidatePage(
            record: record, page: page, words: words, files: files, rowsAreRead: rowsAreRead,
            listedAs: listedAs))
      }
      func add(_ item: Item) {
        let records = territory.index.sites[item.site].records
        if let page = item.page {
          add(records.pages[page], item.site, page, listedAs: item.title)
        } else if let document = records.attachment(at: item.url)?.page(title: item.title) {
          add(document, item.site, nil)
        }
      }
      for place in columns {
        let site = territory.index.sites[place.site]
        let column = site.columns[place.column]
        let pages = ([column.url] + column.pages).compactMap { site.records.position(of: $0) }
        let isWhole = column.unread.isEmpty && (column.state == .complete || column.state == .blank)
        let isAnswered = pages.contains { site.records.pages[$0].page?.facts.isAnswer ?? false }
        for page in pages {
          add(
            site.records.pages[page], place.site, page, rowsAreRead: isWhole && isAnswered)
        }
        let items = territory.index.columnItems[place.site][place.column]
        for item in items.prefix(Self.limit) { add(territory.index.items[item]) }
      }
      for position in territory.items(titled: part.titles).prefix(Self.limit) {
        add(territory.index.items[position])
      }
      for place in territory.pages(named: part.keys, titled: part.titles) {
        add(territory.record(place), place.site, place.page)
      }
      return found
    }

    // MARK: Leaders and sections with a page each

    /// Pages that bear the names of sections and say what these do.
    private func sharedSections(_ pages: [CandidatePage]) -> Evidence? {
      let offices = pages.filter { page in
        [page.page.facts.title, page.listedAs].contains { SectionCount.isOffice($0 ?? "") }
      }
      let withTasks = offices.filter { $0.page.facts.textLength >= PageContent.caption }
      guard withTasks.count >= 2, withTasks.count * 2 >= offices.count else { return nil }
      return withTasks.first.map { territory.cite($0.record, excerpt: $0.page.facts.text) }
    }

    private func sharedLeaders(_ readings: [(CandidatePage, PartReading)]) -> Evidence? {
      var leaders = 0
      var withDuties = 0
      var first: Evidence?
      for (page, reading) in readings where reading.leaders.posts > 0 || reading.leaders.duties > 0
      {
        leaders += max(reading.leaders.posts, 1)
        withDuties += min(reading.leaders.duties, max(reading.leaders.posts, 1))
        if first == nil { first = territory.cite(page.record, excerpt: reading.excerpt) }
      }
      return leaders > 0 && withDuties * 2 >= leaders ? first : nil
    }
  }
}
