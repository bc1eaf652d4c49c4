import Page
package import Sites
import Synchronization
import Web

/// Where everything of a survey stands, found once and used by every check.
///
/// Built from the sites alone: the rule packs of one audit share it.
package final class SurveyIndex: Sendable {
  package let sites: [Site]
  package let units: [UnitProfile]
  let unitNumbers: [UnitID: Int]
  let siteNumbers: [SiteID: Int]
  /// All things that can be counted; each unit's, portal's and column's are positions in it.
  package let items: [Item]
  /// One for each unit: what is its own or stands in its columns.
  let unitSegments: [Segment]
  /// One for each site: what is the portal's own or stands in its columns.
  let portalSegments: [Segment]
  /// By unit, then by normalised name.
  let unitColumns: [[FoldedName: [ColumnPlace]]]
  /// By site, then by normalised name: columns that are no unit's.
  let portalColumns: [[FoldedName: [ColumnPlace]]]
  /// The columns that stand beneath one of that name: by unit, then by normalised name.
  let unitBranches: [[FoldedName: [ColumnPlace]]]
  /// The same of columns that are no unit's, by site.
  let portalBranches: [[FoldedName: [ColumnPlace]]]
  /// All columns of each unit.
  let columnsOfUnit: [[ColumnPlace]]
  /// The items of each column of each site.
  let columnItems: [[[Int]]]
  /// Pages with facts, by unit: site and position in `records.pages`.
  let pagesOfUnit: [[PagePlace]]
  /// What was read at each place of each site's `records.pages`.
  let readPages: [[ReadPage?]]
  /// Pages with facts that are no unit's, by site.
  let pagesOfPortal: [[PagePlace]]
  /// The titles of the pages of each unit and each portal; items are positions in `pagesOfUnit`
  /// and `pagesOfPortal`.
  let unitPageTitles: [Segment]
  let portalPageTitles: [Segment]
  /// The same pages by their own column and by their whole title.
  let unitPageNames: [[FoldedName: [Int]]]
  let portalPageNames: [[FoldedName: [Int]]]
  let unread: [UnreadIndex]
  /// Why nothing can be known of a site; nil when its start page was read.
  let darkness: [GapList?]
  /// The unit's own tree was reached: a page or column stands in its scope or under its name.
  let isReached: [Bool]
  /// Sites that are a portal: more or fewer than one unit of the plan lives there.
  let portals: [Int]
  /// Units of the kind `government`.
  let governments: [Int]
  /// Rows of each unit whose title is cut or missing and whose page was not read.
  let unknownRows: [[Int]]
  /// All spellings of each unit that its plan gives or lets derive.
  let spellings: [[String]]
  /// Searches that were made, by patterns and segment.
  private let memory = Mutex<[Key: [Int]]>([:])
  /// The words of pages that were asked for.
  let words = WordsMemory()
  /// The policies and explanations that were asked for.
  let papers = PolicyPapers()
  /// The links to other hosts that were asked for.
  let outsideLinks = OutsideLinks()

  /// A page of a site by its positions.
  struct PagePlace: Sendable, Hashable {
    var site: Int
    var page: Int
  }

  private struct Key: Hashable {
    var patterns: ObjectIdentifier
    var area: Area
  }

  /// What a search runs over.
  enum Area: Sendable, Hashable {
    case unit(Int)
    case portal(Int)
    /// The titles of a unit's or a portal's pages, whether listed or not.
    case unitPages(Int)
    case portalPages(Int)
    /// The link texts of what a site did not read outside the units' trees.
    case unread(Int)
  }

  /// Sites in any order; they are looked at in the order of their ids.
  package init(sites: [Site], units: [UnitProfile]) {
    let builder = SurveyIndexBuilder(sites: sites, units: units)
    self.sites = builder.sites
    self.units = units
    unitNumbers = builder.unitNumbers
    siteNumbers = builder.siteNumbers
    items = builder.items
    unitSegments = builder.unitSegments
    portalSegments = builder.portalSegments
    unitColumns = builder.unitColumns
    portalColumns = builder.portalColumns
    unitBranches = builder.unitBranches
    portalBranches = builder.portalBranches
    columnsOfUnit = builder.columnsOfUnit
    columnItems = builder.columnItems
    pagesOfUnit = builder.pagesOfUnit
    readPages = builder.sites.map { $0.records.pages.map(\.page) }
    pagesOfPortal = builder.pagesOfPortal
    unitPageTitles = builder.unitPageTitles
    portalPageTitles = builder.portalPageTitles
    unitPageNames = builder.unitPageNames
    portalPageNames = builder.portalPageNames
    unread = builder.unread
    darkness = builder.darkness
    isReached = builder.isReached
    portals = builder.portals
    spellings = builder.spellings
    unknownRows = builder.unitSegments.map { [items] segment in
      segment.items.filter { items[$0].hasUnknownTitle }
    }
    governments = units.indices.filter { units[$0].kind == "government" }
  }

  /// The items (or unread addresses) of an area whose titles fit, in order; remembered.
  func search(_ patterns: TitlePatterns, in area: Area) -> [Int] {
    guard !patterns.isEmpty else { return [] }
    let key = Key(patterns: ObjectIdentifier(patterns), area: area)
    if let known = memory.withLock({ $0[key] }) { return known }
    let found =
      switch area {
      case .unit(let unit): unitSegments[unit].search(patterns)
      case .portal(let site): portalSegments[site].search(patterns)
      case .unitPages(let unit): unitPageTitles[unit].search(patterns)
      case .portalPages(let site): portalPageTitles[site].search(patterns)
      case .unread(let site): unread[site].texts.search(patterns)
      }
    memory.withLock { $0[key] = found }
    return found
  }

  /// Pages whose own column or title is one of the names, or whose title fits; each once.
  func pages(of unit: Int, named names: [FoldedName], titled patterns: TitlePatterns) -> [PagePlace]
  {
    var found = Set(names.flatMap { unitPageNames[unit][$0] ?? [] })
    found.formUnion(search(patterns, in: .unitPages(unit)))
    return found.sorted().map { pagesOfUnit[unit][$0] }
  }

  /// The same of a portal's own pages.
  func pages(
    ofPortal site: Int, named names: [FoldedName], titled patterns: TitlePatterns
  ) -> [PagePlace] {
    var found = Set(names.flatMap { portalPageNames[site][$0] ?? [] })
    found.formUnion(search(patterns, in: .portalPages(site)))
    return found.sorted().map { pagesOfPortal[site][$0] }
  }

  /// The column at a place.
  func column(_ place: ColumnPlace) -> Column { sites[place.site].columns[place.column] }
}
