import Dates
import Page
import Rules
import Sites
import Web

/// Builds the records of a draft's district: its pages are written down and really read.
struct ExampleSite {
  private let draft: ExampleDraft
  private let markup: ExampleMarkup
  private let read: @Sendable ([UInt8], WebURL, Timestamp) -> PageFacts
  private var records: [WebURL: PageRecord] = [:]
  private static let host = "http://www.example.gov.cn"

  init(
    _ draft: ExampleDraft, _ markup: ExampleMarkup,
    read: @escaping @Sendable ([UInt8], WebURL, Timestamp) -> PageFacts
  ) {
    self.draft = draft
    self.markup = markup
    self.read = read
  }

  /// The units as a plan would name them.
  var units: [UnitProfile] {
    draft.units.enumerated().map { number, unit in
      UnitProfile(
        id: UnitID("u\(number)"), name: unit.name, aliases: [], kind: unit.kind.rawValue,
        site: SiteID("portal"),
        scope: unit.kind == .government ? [] : [Self.url("/u\(number)/")].compactMap { $0 })
    }
  }

  /// All records of the portal on which everything stands.
  mutating func build() -> SiteRecords {
    records = [:]
    addFrontPages()
    for (number, column) in draft.columns.enumerated() { add(column, number) }
    for (number, page) in draft.pages.enumerated() {
      add(page, at: Self.path(of: page.home) + "p\(number).html", crumbs: crumbs(of: page.home))
    }
    for (number, link) in draft.links.enumerated() {
      if let outcome = link.outcome { note(Self.path(of: link.home) + "x\(number)/", outcome) }
    }
    let start = Self.url("/")
    return SiteRecords(
      site: SiteID("portal"), start: [start].compactMap { $0 },
      hosts: [HostPort("www.example.gov.cn")].compactMap { $0 },
      pages: records.values.sorted { $0.url < $1.url }, stopped: nil, requests: records.count,
      bytes: 0)
  }

  private static func url(_ path: String) -> WebURL? { WebURL(host + path) }

  private static func path(of home: ExampleDraft.Home) -> String {
    switch home {
    case .portal: "/"
    case .unit(let number): "/u\(number)/"
    }
  }

  private static func path(ofColumn number: Int, _ column: ColumnDraft) -> String {
    path(of: column.home) + "c\(number)/"
  }

  // MARK: Front pages and menus

  private mutating func addFrontPages() {
    var menu = [MenuLink(text: "首页", href: "/")]
    for (number, unit) in draft.units.enumerated() {
      menu.append(MenuLink(text: unit.name, href: "/u\(number)/"))
    }
    add("/", PageFrame(title: "首页", menu: menu + links(of: .portal)), main: "<div></div>")
    for (number, unit) in draft.units.enumerated() {
      let own = links(of: .unit(number))
      let items = own.map { "<li><a href=\"\($0.href)\">\(escaped($0.text))</a></li>" }
      add(
        "/u\(number)/",
        PageFrame(title: unit.name, menu: menu, crumbs: crumbs(of: .unit(number))),
        main: "<div class=\"left\"><h2>\(escaped(unit.name))</h2><ul>\(items.joined())</ul></div>")
    }
  }

  /// What a front page leads to: its columns, its unread links, its departures.
  private func links(of home: ExampleDraft.Home) -> [MenuLink] {
    var links: [MenuLink] = []
    for (number, column) in draft.columns.enumerated() where column.home == home {
      links.append(MenuLink(text: column.name, href: Self.path(ofColumn: number, column)))
    }
    for (number, page) in draft.pages.enumerated() where page.home == home {
      links.append(
        MenuLink(text: page.title, href: Self.path(of: home) + "p\(number).html"))
    }
    for (number, link) in draft.links.enumerated() where link.home == home {
      links.append(
        MenuLink(
          text: link.text, href: link.target?.string ?? Self.path(of: home) + "x\(number)/"))
    }
    return links
  }

  private func crumbs(of home: ExampleDraft.Home) -> [MenuLink] {
    var crumbs = [MenuLink(text: "首页", href: "/")]
    if case .unit(let number) = home {
      crumbs.append(MenuLink(text: draft.units[number].name, href: "/u\(number)/"))
    }
    return crumbs
  }

  // MARK: Columns

  private mutating func add(_ column: ColumnDraft, _ number: Int) {
    let path = Self.path(ofColumn: number, column)
    if let outcome = column.outcome {
      note(path, outcome)
      return
    }
    var crumbs = crumbs(of: column.home)
    crumbs += column.above.map { MenuLink(text: $0, href: Self.path(of: column.home)) }
    crumbs.append(MenuLink(text: column.name, href: path))
    if let body = column.body {
      add(body, at: path, crumbs: crumbs, title: column.name)
      return
    }
    let count = max(1, (column.rows.count + column.perPage - 1) / column.perPage)
    var pages = (0..<count).map { $0 == 0 ? path : "\(path)index_\($0).html" }
    if let hole = column.unreadNext {
      let address = "\(path)index_\(count).html"
      pages.append(address)
      note(address, hole)
    }
    for page in 0..<count {
      let from = page * column.perPage
      let rows = from..<min(from + column.perPage, column.rows.count)
      let list = ListMarkup(
        markup: markup, name: column.name,
        rows: rows.map { row(column.rows[$0], "\(path)r\($0).html") }, pages: pages,
        current: page, isScript: column.isScript)
      add(pages[page], PageFrame(title: column.name, crumbs: crumbs), main: list.main)
    }
    for (index, row) in column.rows.enumerated() where !row.isBare {
      add(row, at: "\(path)r\(index).html", crumbs: crumbs)
    }
  }

  private func row(_ page: PageDraft, _ address: String) -> ListRow {
    ListRow(
      title: page.title, href: page.isBare ? nil : address, date: page.listDate ?? page.date)
  }

  // MARK: Pages

  private mutating func add(
    _ page: PageDraft, at path: String, crumbs: [MenuLink], title: String? = nil
  ) {
    if let outcome = page.outcome {
      note(path, outcome)
      return
    }
    let article = ArticleMarkup(markup: markup, page: page, targets: targets)
    add(path, PageFrame(title: title ?? page.title, crumbs: crumbs), main: article.main)
  }

  /// Addresses of all pages by their titles; of several with one title the first.
  private var targets: [String: String] {
    var found: [String: String] = [:]
    for (number, column) in draft.columns.enumerated() {
      let path = Self.path(ofColumn: number, column)
      for (index, row) in column.rows.enumerated() where found[row.title] == nil {
        found[row.title] = "\(path)r\(index).html"
      }
    }
    for (number, page) in draft.pages.enumerated() where found[page.title] == nil {
      found[page.title] = Self.path(of: page.home) + "p\(number).html"
    }
    return found
  }

  /// An address that was known and gave nothing to read.
  private mutating func note(_ path: String, _ outcome: Outcome) {
    guard let url = Self.url(path) else { return }
    records[url] = PageRecord(
      url: url, finalURL: url, outcome: outcome, status: outcome.family == .notFound ? 404 : nil,
      facts: nil, capture: nil, via: nil, detail: nil)
  }

  private mutating func add(_ path: String, _ frame: PageFrame, main: String) {
    guard let url = Self.url(path) else { return }
    let html = frame.page(main, markup)
    let moment = Timestamp(secondsSince1970: Int64(draft.asOf.ordinal - Self.epoch) * 86_400)
    let facts = read(Array(html.utf8), url, moment)
    let capture = CaptureReference(
      id: CaptureID("urn:example:\(path)"), fetchedAt: moment,
      sha256: String(repeating: "0", count: 64))
    records[url] = PageRecord(
      url: url, finalURL: url, outcome: Outcome(code: "http.ok", family: .fetched), status: 200,
      facts: facts, capture: capture, via: nil, detail: nil)
  }

  private static let epoch = CivilDate(year: 1970, month: 1, day: 1)?.ordinal ?? 0
}
