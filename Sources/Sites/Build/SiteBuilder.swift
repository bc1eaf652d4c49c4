package import Page
import Web

extension Site {
  /// Folds the facts of all pages of a site: who owns what, which columns there are, what is
  /// published, and what could not be read.
  ///
  /// Pure: the same records and units give the same site. `units` are those of this site.
  package init(folding records: SiteRecords, units: [UnitProfile]) {
    let records = records.distrustingWidespread404().markingCutPages()
      .settingShellsAside()
    var builder = SiteBuilder(records: records, units: units)
    builder.collectLinks()
    builder.findTerritories()
    builder.findOwners()
    builder.foldColumns()
    builder.placeByBreadcrumb()
    builder.borrowPaths()
    builder.passOwnersOn()
    builder.collectPublications()
    self.init(
      records: records, columns: builder.columns, publications: builder.publications,
      owners: builder.owners, unread: builder.unread, departures: builder.departures())
  }
}

/// The working state of folding one site; each step is a file of its own.
struct SiteBuilder {
  let records: SiteRecords
  let units: [UnitProfile]
  let names: UnitNames
  /// Every address (asked for, or answered) → position in `records.pages`.
  private(set) var positions: [String: Int]
  /// What the links that point to a page say, by position.
  var pointers: [Pointers]
  var territories: [Territory] = []
  /// What was read of each page.
  private let read: [ReadPage?]
  var owners: [Attribution?]
  var columns: [Column] = []
  /// The column that a page is part of, by position.
  var columnOfPage: [Int: Int] = [:]
  var publications: [Publication] = []
  var unread: [UnreadAddress] = []

  /// The links that point to one page.
  struct Pointers {
    /// Texts of links in menus and directories.
    var menus: Set<String> = []
    /// Steps of breadcrumbs.
    var steps: Set<String> = []
    /// Names of what lies behind.
    ///
    /// A page to which breadcrumbs give many names is the one page of an
    /// application with all columns: none of them is its name.
    var names: Set<String> { steps.count > 4 ? menus : menus.union(steps) }
    /// Texts of all links.
    var texts: Set<String> = []
    /// The link that was noted last.
    var last: Link?
    var isEntry = false
    var isNavigation = false
  }

  init(records: SiteRecords, units: [UnitProfile]) {
    self.records = records
    self.units = units
    names = UnitNames(units)
    var positions: [String: Int] = [:]
    positions.reserveCapacity(records.pages.count * 2)
    // The page's own address is surer than one that leads to it.
    for (index, page) in records.pages.enumerated() where positions[page.finalURL.string] == nil {
      if page.url == page.finalURL { positions[page.finalURL.string] = index }
    }
    for (index, page) in records.pages.enumerated() {
      if positions[page.finalURL.string] == nil { positions[page.finalURL.string] = index }
      if positions[page.url.string] == nil {
        positions[page.url.string] = positions[page.finalURL.string] ?? index
      }
    }
    self.positions = positions
    pointers = Array(repeating: Pointers(), count: records.pages.count)
    owners = Array(repeating: nil, count: records.pages.count)
    read = records.pages.map(\.page)
  }

  /// The position of the page that an address leads to, or nil when it was never asked for.
  func position(of url: WebURL) -> Int? { positions[url.string] }

  /// The facts of a page that was read, in full or in part.
  func facts(_ position: Int) -> PageFacts? { read[position]?.facts }

  /// Reads every link once.
  mutating func collectLinks() {
    for (from, page) in records.pages.enumerated() {
      guard let page = page.page else { continue }
      for link in page.facts.links {
        guard let target = position(of: link.url), target != from else { continue }
        note(link, at: target)
      }
      for crumb in page.facts.breadcrumb {
        guard let url = crumb.url, let target = position(of: url) else { continue }
        note(Link(url: url, text: crumb.text, role: .breadcrumb), at: target)
      }
      for entry in page.facts.entries {
        guard let url = entry.url, let target = position(of: url) else { continue }
        pointers[target].isEntry = true
        pointers[target].texts.insert(entry.title)
      }
    }
  }

  private mutating func note(_ link: Link, at target: Int) {
    // A menu says the same on every page.
    if pointers[target].last?.role == link.role, pointers[target].last?.text == link.text { return }
    pointers[target].last = link
    if !link.text.isEmpty { pointers[target].texts.insert(link.text) }
    switch link.role {
    case .menu:
      pointers[target].isNavigation = true
      if !link.text.isEmpty { pointers[target].menus.insert(link.text) }
    case .breadcrumb:
      pointers[target].isNavigation = true
      if !link.text.isEmpty { pointers[target].steps.insert(link.text) }
    case .more, .pager: pointers[target].isNavigation = true
    case .entry: pointers[target].isEntry = true
    case .body, .attachment, .other: break
    }
  }
}
