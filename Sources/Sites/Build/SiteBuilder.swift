package import Page
import Web

extension Site {
  /// Folds the facts of all pages of a site: who owns what, which columns there are, what is
  /// published, and what could not be read.
  ///
  /// Pure: the same records and units give the same site. `units` are those of this site.
  package init(folding records: SiteRecords, units: [UnitProfile]) {
    let records = records.distrustingWidespread404().settingNoticesAside()
      .markingCutPages().settingShellsAside()
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
      owners: builder.owners, unread: builder.unread, departures: builder.departures(),
      leaving: builder.leaving)
  }
}

/// The working state of folding one site; each step is a file of its own.
struct SiteBuilder {
  let records: SiteRecords
  let units: [UnitProfile]
  let names: UnitNames
  /// Every address (asked for, or answered) → position in `records.pages`.
  private(set) var positions: [WebURL: Int]
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
  /// Positions of each page's links that lead off the plan's hosts.
  let leaving: [[Int]]

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
    /// The link that was noted last, by its text or the text's number in a file of facts.
    var lastText = ""
    var lastNumber = -1
    var lastRole: Link.Role?
    var isEntry = false
    var isNavigation = false

    mutating func note(_ text: String, _ role: Link.Role) {
      lastText = text
      lastNumber = -1
      lastRole = role
      if !text.isEmpty { texts.insert(text) }
      switch role {
      case .menu:
        isNavigation = true
        if !text.isEmpty { menus.insert(text) }
      case .breadcrumb:
        isNavigation = true
        if !text.isEmpty { steps.insert(text) }
      case .more, .pager: isNavigation = true
      case .entry: isEntry = true
      case .body, .attachment, .other: break
      }
    }
  }

  init(records: SiteRecords, units: [UnitProfile]) {
    self.records = records
    self.units = units
    names = UnitNames(units)
    var positions: [WebURL: Int] = [:]
    positions.reserveCapacity(records.pages.count * 2)
    // The page's own address is surer than one that leads to it.
    for (index, page) in records.pages.enumerated() where positions[page.finalURL] == nil {
      if page.url == page.finalURL { positions[page.finalURL] = index }
    }
    for (index, page) in records.pages.enumerated() {
      if positions[page.finalURL] == nil { positions[page.finalURL] = index }
      if positions[page.url] == nil {
        positions[page.url] = positions[page.finalURL] ?? index
      }
    }
    self.positions = positions
    pointers = Array(repeating: Pointers(), count: records.pages.count)
    owners = Array(repeating: nil, count: records.pages.count)
    leaving = records.leavingLinks()
    read = records.pages.map(\.page)
  }

  /// The position of the page that an address leads to, or nil when it was never asked for.
  func position(of url: WebURL) -> Int? { positions[url] }

  /// The page at a position, when it was read in full or in part.
  func readPage(_ position: Int) -> ReadPage? { read[position] }

  /// Reads every link once.
  mutating func collectLinks() {
    var known = AddressAnswers<Int>()
    for (from, page) in records.pages.enumerated() {
      guard let page = page.page else { continue }
      if let links = page.facts.linkList.kept {
        links.forEach { address, text, role in
          let target = known.answer(address, of: links.names) { positions[$0] ?? -1 }
          if target >= 0, target != from { note(text, of: links.names, role, at: target) }
        }
      } else {
        let all = page.facts.links
        let links = all.span
        for place in links.indices {
          guard let target = positions[links[place].url], target != from else { continue }
          note(links[place].text, links[place].role, at: target)
        }
      }
      for crumb in page.facts.breadcrumb {
        guard let url = crumb.url, let target = position(of: url) else { continue }
        note(crumb.text, .breadcrumb, at: target)
      }
      for entry in page.facts.entries {
        guard let url = entry.url, let target = position(of: url) else { continue }
        pointers[target].isEntry = true
        pointers[target].texts.insert(entry.title)
      }
    }
  }

  private mutating func note(_ text: String, _ role: Link.Role, at target: Int) {
    // A menu says the same on every page.
    if pointers[target].lastRole == role, pointers[target].lastText == text { return }
    pointers[target].note(text, role)
  }

  /// The same for a text by its number.
  private mutating func note(_ text: Int, of names: FactNames, _ role: Link.Role, at target: Int) {
    if pointers[target].lastNumber == text, pointers[target].lastRole == role { return }
    note(names.texts[text], role, at: target)
    pointers[target].lastNumber = text
  }
}
