import Findings
import Page
import Rules
import Sites
import Web

/// What counts for one unit and one rule: whose columns, items and pages are looked at.
///
/// 各自: the unit's own. 任一: those of every unit that the rule names, and the portal's. 全区: the
/// portal's with all unit sections on it. With the last two those of the rule's `publishers` too. A
/// unit's own is what is attributed to it, and what stands in its columns.
struct Territory: Sendable {
  let survey: Survey
  let scope: RuleScope
  /// Positions in `survey.units`, ascending; the judged unit alone when the scope is `each`.
  let members: [Int]
  /// The portal's own counts too.
  let includesPortal: Bool
  /// Positions of the sites that could hold something, ascending.
  let sites: [Int]

  var index: SurveyIndex { survey.index }

  init(_ rule: Rule, unit: UnitProfile, in survey: Survey) {
    let own = survey.number(of: unit).map { [$0] } ?? []
    switch rule.scope {
    case .each: self.init(scope: .each, members: own, portal: false, in: survey)
    case .any:
      let named = survey.members(named: rule.units + rule.publishers)
      self.init(scope: .any, members: named.isEmpty ? own : named, portal: true, in: survey)
    case .district:
      let portals = Set(survey.index.portals.map { survey.sites[$0].records.site })
      let hosted = survey.units.indices.filter { portals.contains(survey.units[$0].site) }
      self.init(
        scope: .district,
        members: Array(Set(hosted + own + survey.members(named: rule.publishers))).sorted(),
        portal: true, in: survey)
    }
  }

  private init(scope: RuleScope, members: [Int], portal: Bool, in survey: Survey) {
    self.survey = survey
    self.scope = scope
    self.members = members
    includesPortal = portal
    let homes = members.compactMap { survey.index.siteNumbers[survey.units[$0].site] }
    sites = Positions.ascending(homes + survey.index.portals)
  }

  private init(withPortal other: Territory) {
    survey = other.survey
    scope = other.scope
    members = other.members
    sites = other.sites
    includesPortal = true
  }

  /// The same with the portal's own: for documents that the district may publish for the unit.
  var withPortal: Territory { includesPortal ? self : Territory(withPortal: self) }

  /// The areas in which titles are sought.
  private var areas: [SurveyIndex.Area] {
    let own = members.map { SurveyIndex.Area.unit($0) }
    guard includesPortal else { return own }
    // The government's own section is the district's voice.
    let governments = index.governments.filter { !members.contains($0) }
    return own + governments.map { .unit($0) } + sites.map { .portal($0) }
  }

  /// All items whose titles fit, each once, in the order of the index.
  func items(titled patterns: TitlePatterns) -> [Int] {
    let found = areas.map { index.search(patterns, in: $0) }
    if found.count == 1 { return found[0] }
    return Positions.ascending(Array(found.joined()))
  }

  /// Every item of the territory, each once.
  var allItems: [Int] {
    let found = areas.map { area -> [Int] in
      switch area {
      case .unit(let unit): index.unitSegments[unit].items
      case .portal(let site): index.portalSegments[site].items
      case .unitPages, .portalPages, .unread: []
      }
    }
    return Positions.ascending(Array(found.joined()))
  }

  /// The columns with one of the names (normalised), each once.
  func columns(named names: [FoldedName]) -> [ColumnPlace] {
    Self.ascending(places(names, index.unitColumns, index.portalColumns))
  }

  /// The same with the columns beneath them: folders of years, sub-columns.
  func branches(named names: [FoldedName]) -> [ColumnPlace] {
    Self.ascending(
      places(names, index.unitColumns, index.portalColumns)
        + places(names, index.unitBranches, index.portalBranches))
  }

  private func places(
    _ names: [FoldedName], _ ofUnits: [[FoldedName: [ColumnPlace]]],
    _ ofPortals: [[FoldedName: [ColumnPlace]]]
  ) -> [ColumnPlace] {
    var found: [ColumnPlace] = []
    for name in names {
      for member in members { found += ofUnits[member][name] ?? [] }
      guard includesPortal else { continue }
      for site in sites { found += ofPortals[site][name] ?? [] }
      for unit in index.governments { found += ofUnits[unit][name] ?? [] }
    }
    return found
  }

  /// The portal's own columns with one of the names: they may list what the units publish.
  func portalColumns(named names: [FoldedName]) -> [ColumnPlace] {
    var found: [ColumnPlace] = []
    for name in names {
      for site in sites { found += index.portalColumns[site][name] ?? [] }
    }
    return Self.ascending(found)
  }

  private static func ascending(_ places: [ColumnPlace]) -> [ColumnPlace] {
    places.count > 1 ? Set(places).sorted() : places
  }

  /// The members' own items in some columns, each once, in the order of the index.
  func ownItems(of columns: [ColumnPlace]) -> [Int] {
    items(of: columns).filter { position in
      index.items[position].owner.map { members.contains($0) } ?? false
    }
  }

  /// The items of some columns, each once, in the order of the index.
  func items(of columns: [ColumnPlace]) -> [Int] {
    if columns.count == 1 { return index.columnItems[columns[0].site][columns[0].column] }
    return Positions.ascending(columns.flatMap { index.columnItems[$0.site][$0.column] })
  }

  /// Pages with facts whose own column or title is one of the names, or whose title fits.
  func pages(named names: [FoldedName], titled patterns: TitlePatterns) -> [SurveyIndex.PagePlace] {
    var found = members.flatMap { index.pages(of: $0, named: names, titled: patterns) }
    if includesPortal {
      found += sites.flatMap { index.pages(ofPortal: $0, named: names, titled: patterns) }
    }
    return found
  }

  /// All pages of the territory: the members' and, where it counts, the portal's.
  var allPages: [SurveyIndex.PagePlace] {
    var found = members.flatMap { index.pagesOfUnit[$0] }
    if includesPortal { found += sites.flatMap { index.pagesOfPortal[$0] } }
    return found
  }

  /// The first link off the plan's hosts whose words fit, in the order of `allPages`.
  func outsideLink(_ patterns: TitlePatterns) -> OutsideLink? {
    var owners = members.map { OutsideLinks.Owner.unit($0) }
    if includesPortal { owners += sites.map { .portal($0) } }
    for owner in owners {
      if let link = index.outsideLinks.first(patterns, of: owner, in: index) { return link }
    }
    return nil
  }

  /// The record at a place.
  func record(_ place: SurveyIndex.PagePlace) -> PageRecord {
    index.sites[place.site].records.pages[place.page]
  }

  /// An item's page; nil when it was not read.
  func page(of item: Item) -> ReadPage? { item.page.flatMap { index.readPages[item.site][$0] } }

  /// The words of an item's page, its documents apart; nil when it was not read.
  func words(of item: Item) -> PageWords? {
    guard let page = item.page else { return nil }
    return index.words.words(
      of: SurveyIndex.PagePlace(site: item.site, page: page), index.readPages[item.site][page])
  }

  /// The words of an item's page and of its documents.
  func words(of item: Item, _ files: PageFiles) -> PageWords? {
    files.read.isEmpty ? words(of: item) : page(of: item).map { PageWords($0.facts, files) }
  }

  /// How many pages and which columns were searched, with what could not be.
  func coverage(columns: [ColumnPlace], gaps: GapList = GapList()) -> Coverage {
    var count = members.reduce(0) { $0 + index.pagesOfUnit[$1].count }
    if includesPortal { count += sites.reduce(0) { $0 + index.pagesOfPortal[$1].count } }
    let names = Set(columns.map { index.column($0).name }).sorted()
    return Coverage(pages: count, columns: names, gaps: gaps.first)
  }

  /// Says whether an item's title names one of the members.
  func namesMember(_ item: Item) -> Bool {
    members.contains { survey.names[$0].isNamed(in: item.normal) }
  }

  /// The first unit beyond the members that an item's title plainly names.
  func foreignUnit(named item: Item) -> UnitProfile? {
    survey.namings.units(namedIn: item.normal, survey.names).first { !members.contains($0) }
      .map { survey.units[$0] }
  }

  /// The body that an item's title says it is of, if it is no spelling of a member.
  func strangeName(_ item: Item) -> String? {
    guard let body = LeadingBody(of: item.normal),
      !members.contains(where: { body.isKin(of: survey.names[$0].all) })
    else { return nil }
    return String(decoding: body.name, as: UTF8.self)
  }
}
