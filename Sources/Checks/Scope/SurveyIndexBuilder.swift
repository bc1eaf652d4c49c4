import Findings
import Page
import Sites
import Web

/// Fills a `SurveyIndex`.
///
/// Linear in columns, publications and pages; every title is normalised once.
struct SurveyIndexBuilder {
  let sites: [Site]
  let units: [UnitProfile]
  let unitNumbers: [UnitID: Int]
  let siteNumbers: [SiteID: Int]
  let spellings: [[String]]
  let names: [UnitSpellings]
  private(set) var items: [Item] = []
  private(set) var unitSegments: [Segment]
  private(set) var portalSegments: [Segment]
  private(set) var unitColumns: [[FoldedName: [ColumnPlace]]]
  private(set) var portalColumns: [[FoldedName: [ColumnPlace]]]
  private(set) var unitBranches: [[FoldedName: [ColumnPlace]]]
  private(set) var portalBranches: [[FoldedName: [ColumnPlace]]]
  private(set) var columnsOfUnit: [[ColumnPlace]]
  private(set) var columnItems: [[[Int]]]
  private(set) var pagesOfUnit: [[SurveyIndex.PagePlace]]
  private(set) var pagesOfPortal: [[SurveyIndex.PagePlace]]
  private(set) var unitPageTitles: [Segment]
  private(set) var portalPageTitles: [Segment]
  private(set) var unitPageNames: [[FoldedName: [Int]]]
  private(set) var portalPageNames: [[FoldedName: [Int]]]
  private(set) var unread: [UnreadIndex]
  private(set) var darkness: [GapList?]
  private(set) var isReached: [Bool]
  let portals: [Int]

  init(sites: [Site], units: [UnitProfile]) {
    let sites = sites.sorted { $0.records.site < $1.records.site }
    self.sites = sites
    self.units = units
    unitNumbers = Dictionary(
      units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    siteNumbers = Dictionary(
      sites.enumerated().map { ($1.records.site, $0) }, uniquingKeysWith: { first, _ in first })
    let known = UnitNames(units)
    spellings = units.map { [$0.name] + $0.aliases + known.keys(of: $0.id) }
    names = spellings.map { UnitSpellings($0) }
    unitSegments = Array(repeating: Segment(), count: units.count)
    portalSegments = Array(repeating: Segment(), count: sites.count)
    unitColumns = Array(repeating: [:], count: units.count)
    portalColumns = Array(repeating: [:], count: sites.count)
    unitBranches = Array(repeating: [:], count: units.count)
    portalBranches = Array(repeating: [:], count: sites.count)
    columnsOfUnit = Array(repeating: [], count: units.count)
    columnItems = sites.map { Array(repeating: [], count: $0.columns.count) }
    pagesOfUnit = Array(repeating: [], count: units.count)
    pagesOfPortal = Array(repeating: [], count: sites.count)
    unitPageTitles = Array(repeating: Segment(), count: units.count)
    portalPageTitles = Array(repeating: Segment(), count: sites.count)
    unitPageNames = Array(repeating: [:], count: units.count)
    portalPageNames = Array(repeating: [:], count: sites.count)
    unread = Array(repeating: UnreadIndex(), count: sites.count)
    darkness = Array(repeating: nil, count: sites.count)
    isReached = Array(repeating: false, count: units.count)
    let inhabitants = sites.map { site in units.count { $0.site == site.records.site } }
    let shared = sites.indices.filter { inhabitants[$0] != 1 }
    portals = shared.isEmpty ? Array(sites.indices) : shared
    for number in sites.indices {
      darkness[number] = Self.darkness(of: sites[number].records)
      addColumns(number)
      addPublications(number)
      addBareRows(number)
      addPages(number)
      addUnread(number)
    }
  }

  private func number(_ owner: Attribution?) -> Int? { owner.flatMap { unitNumbers[$0.unit] } }

  private static func isFirm(_ owner: Attribution) -> Bool {
    switch owner.reason {
    case .scope, .directory, .column: true
    case .publisher, .title: false
    }
  }

  /// The first start page that could not be read, when none could; any start page where nobody knows
  /// what was left out.
  private static func darkness(of records: SiteRecords) -> GapList? {
    if let stopped = records.stopped, records.isUnaccounted {
      let start = records.start.first?.string ?? "\(records.site)"
      return GapList(one: CoverageGapSource(start, stopped))
    }
    var first: CoverageGapSource?
    for start in records.start {
      guard let record = records.record(of: start) else {
        first = first ?? CoverageGapSource(start.string, records.stopped ?? "start.unread")
        continue
      }
      switch record.outcome.family {
      case .fetched, .truncated:
        guard let kind = record.page?.facts.kind, kind != .error, kind != .challenge else { break }
        return nil
      case .notFound, .blocked, .disallowed, .unreachable, .error: break
      }
      first = first ?? CoverageGapSource(start.string, record.outcome.code)
    }
    return GapList(one: first ?? CoverageGapSource("\(records.site)", "start.unread"))
  }

  // MARK: Columns

  private mutating func addColumns(_ site: Int) {
    let branches = ColumnBranches(sites[site].columns)
    for (position, column) in sites[site].columns.enumerated() {
      let place = ColumnPlace(site: site, column: position)
      let owner = number(column.owner)
      for name in branches.trunks(of: position) {
        let key = FoldedName(name)
        guard !key.isEmpty else { continue }
        if let owner {
          unitBranches[owner][key, default: []].append(place)
        } else {
          portalBranches[site][key, default: []].append(place)
        }
      }
      var keys: [FoldedName] = []
      for name in [column.name] + column.otherNames {
        let normal = TitleText.normalize(name)
        var forms = [normal]
        // 区财政局工作动态 is the unit's 工作动态.
        if let owner, let bare = names[owner].stripped(from: normal) { forms.append(bare) }
        for form in forms {
          let key = FoldedName(normal: form)
          if !key.isEmpty && !keys.contains(key) { keys.append(key) }
        }
      }
      guard let owner else {
        for key in keys { portalColumns[site][key, default: []].append(place) }
        continue
      }
      columnsOfUnit[owner].append(place)
      for key in keys { unitColumns[owner][key, default: []].append(place) }
      if column.state != .unread, let attribution = column.owner, Self.isFirm(attribution) {
        isReached[owner] = true
      }
    }
  }

  // MARK: Items

  private mutating func addPublications(_ site: Int) {
    for publication in sites[site].publications {
      var outcome = publication.outcome
      var page: Int?
      if let place = publication.page, sites[site].records.pages.indices.contains(place) {
        let record = sites[site].records.pages[place]
        page = place
        outcome = outcome ?? record.outcome
        if record.page?.facts.kind == .error && record.outcome.family == .fetched {
          outcome = Outcome(code: "http.soft404", family: .notFound)
        }
      }
      add(
        Item(
          title: publication.title, url: publication.url, site: site, date: publication.date,
          listDate: publication.listDate, owner: number(publication.owner),
          columns: publication.columns.filter(sites[site].columns.indices.contains), page: page,
          outcome: outcome, hasAddress: true))
    }
  }

  /// Rows that have no address: they are in no list of publications, but a list shows them.
  private mutating func addBareRows(_ site: Int) {
    for (position, column) in sites[site].columns.enumerated() {
      for entry in column.entries where entry.url == nil {
        add(
          Item(
            title: entry.title, url: column.url, site: site, date: entry.listDate, listDate: nil,
            owner: number(column.owner), columns: [position], page: nil, outcome: nil,
            hasAddress: false))
      }
    }
  }

  private mutating func add(_ item: Item) {
    let position = items.count
    items.append(item)
    var owners: Set<Int> = []
    var isPortals = item.owner == nil
    if let owner = item.owner { owners.insert(owner) }
    for column in item.columns {
      columnItems[item.site][column].append(position)
      if let owner = number(sites[item.site].columns[column].owner) {
        owners.insert(owner)
      } else {
        isPortals = true
      }
    }
    for owner in owners { unitSegments[owner].add(position, title: item.normal) }
    if isPortals { portalSegments[item.site].add(position, title: item.normal) }
  }

  // MARK: Pages

  private mutating func addPages(_ site: Int) {
    let records = sites[site].records.pages
    for (position, record) in records.enumerated() {
      guard let read = record.page else { continue }
      let title = read.facts.title.map(TitleText.normalize) ?? []
      let names = Set([FoldedName(normal: title), FoldedName(read.facts.column ?? "")])
      let place = SurveyIndex.PagePlace(site: site, page: position)
      let owner = position < sites[site].owners.count ? sites[site].owners[position] : nil
      guard let owner, let unit = unitNumbers[owner.unit] else {
        for name in names where !name.isEmpty {
          portalPageNames[site][name, default: []].append(pagesOfPortal[site].count)
        }
        portalPageTitles[site].add(pagesOfPortal[site].count, title: title)
        pagesOfPortal[site].append(place)
        continue
      }
      for name in names where !name.isEmpty {
        unitPageNames[unit][name, default: []].append(pagesOfUnit[unit].count)
      }
      unitPageTitles[unit].add(pagesOfUnit[unit].count, title: title)
      pagesOfUnit[unit].append(place)
      if Self.isFirm(owner) && record.outcome.isReadable { isReached[unit] = true }
    }
  }

  // MARK: Unread

  private mutating func addUnread(_ site: Int) {
    addDepartures(site)
    guard !sites[site].unread.isEmpty else { return }
    let folders = OwnFolders(site: sites[site], units: units, unitNumbers: unitNumbers)
    // Further pages of a known column, and columns themselves: what they hold is known.
    var known: Set<String> = []
    for column in sites[site].columns {
      known.insert(column.url.string)
      for address in column.unread { known.insert(address.url.string) }
    }
    var rows = Set<String>()
    for publication in sites[site].publications { rows.insert(publication.url.string) }
    var inside: [Int: [CoverageGap]] = [:]
    let sections = UnreadSections(sites[site].columns)
    for address in sites[site].unread {
      let isSection = sections.contains(address)
      guard !known.contains(address.url.string) || isSection || mayHideColumns(address, site) else {
        continue
      }
      let unit = folders.unit(of: address.url)
      if address.isEntry {
        if !rows.contains(address.url.string) { addUnlistedRow(address, site: site, unit: unit) }
      } else if let unit {
        inside[unit, default: []].append(UnreadIndex.address(address).gap)
      } else {
        var known = UnreadIndex.address(address)
        // Whatever its name, anything may stand beneath it.
        known.isUnknown = known.isUnknown || isSection
        unread[site].addOutside(known, names: names)
      }
    }
    unread[site].inside = inside.mapValues { GapList($0) }
    unread[site].allOutside = GapList(unread[site].outside.map(\.gap))
  }

  /// A page that leads to columns broke off: links to others may be missing, although it counts as a
  /// column itself.
  private func mayHideColumns(_ address: UnreadAddress, _ site: Int) -> Bool {
    let records = sites[site].records
    guard address.outcome.family == .truncated, let page = records.record(of: address.url),
      let facts = page.facts
    else { return false }
    if facts.kind == .home || facts.kind == .directory { return true }
    return records.start.contains(page.url) || records.start.contains(page.finalURL)
      || units.contains { $0.scope.contains { $0 == page.url || $0 == page.finalURL } }
  }

  private mutating func addDepartures(_ site: Int) {
    for departure in sites[site].departures {
      guard let unit = unitNumbers[departure.unit] else { continue }
      let text = FoldedName(departure.text)
      switch departure.kind {
      case .outside:
        unread[site].departures[unit, default: [:]][text, default: []].append(
          CoverageGap(url: departure.url.string, outcome: "host.outside"))
      case .blind:
        // Where a column of that name is known, the link leads there.
        guard unitColumns[unit][text] == nil else { continue }
        unread[site].departures[unit, default: [:]][text, default: []].append(
          CoverageGap(url: departure.url.string, outcome: "link.script"))
      case .entrance:
        unread[site].entrances[unit, default: []].append(
          CoverageGap(url: departure.url.string, outcome: "host.outside"))
      }
    }
  }

  private mutating func addUnlistedRow(_ address: UnreadAddress, site: Int, unit: Int?) {
    let title = address.linkTexts.first ?? ""
    add(
      Item(
        title: title, url: address.url, site: site, date: nil, listDate: nil, owner: unit,
        columns: [], page: nil, outcome: address.outcome, hasAddress: true))
  }
}

extension Outcome {
  /// Something was read, if perhaps not all.
  var isReadable: Bool {
    switch family {
    case .fetched, .truncated: true
    case .notFound, .blocked, .disallowed, .unreachable, .error: false
    }
  }
}
