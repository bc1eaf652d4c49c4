import Findings
import Page
import Rules
import Sites
import Web

/// What could hold the thing and was not read? The one question behind every verdict of absence.
///
/// With no gap, absence is a fact. Relevant are: a site whose start page was not read, and a unit
/// whose own tree was not reached; an unread address in a unit's tree that is no row of a list; a
/// matching column that is unread, unreadable or partial (any column of the unit, when a title
/// counts wherever it stands); a row whose title is unknown; and outside every unit's tree an
/// unread page whose link fits, names the unit or says nothing (all of them, when the portal
/// counts too); a sought column that the unit's pages link on a host outside the plan; the
/// portal's columns of the sought names, which may list what the unit publishes. Pages that are not there (404) are no gap.
struct CoverageQuestion: Sendable {
  /// Where the thing would count.
  enum Reach: Sendable {
    /// In the named columns alone.
    case columns
    /// Anywhere in the territory, by its title.
    case anywhere
  }

  /// What an unread row means.
  enum Rows: Sendable {
    /// Its title and date were taken from the list: only an unknown title could be the thing.
    case judgedByTitle
    /// The page itself is needed: a fitting title could be the thing too.
    case needPage
  }

  /// Normalised column names.
  var columns: [FoldedName]
  var titles: TitlePatterns
  var reach: Reach
  var rows: Rows
  /// What is sought may be older than the year before the audited period; else the pages of a list
  /// that was left where it got too old (`list.beforePeriod`) are no gap.
  var looksBack = true
  /// What stands in a column beneath a sought one counts as well.
  var descends = false

  /// All gaps within a territory.
  func gaps(in territory: Territory) -> GapList {
    var gaps = darkness(territory)
    for member in territory.members {
      gaps.add(tree(of: member, territory))
      for place in territory.index.columnsOfUnit[member] { gaps.add(own(place, territory)) }
      gaps.add(departures(member, territory))
    }
    if territory.includesPortal {
      let places =
        descends ? territory.branches(named: columns) : territory.columns(named: columns)
      for place in places where isPortals(place, territory) {
        gaps.add(column(place, territory, isSought: true))
      }
    } else {
      // 各自: the portal's columns may list what the unit publishes.
      for place in territory.portalColumns(named: columns) {
        gaps.add(column(place, territory, isSought: true))
      }
    }
    gaps.add(unknownRows(territory))
    for site in territory.sites { gaps.add(outside(site, territory)) }
    return gaps
  }

  // MARK: Sites and trees

  private func darkness(_ territory: Territory) -> GapList {
    var gaps = GapList()
    for site in territory.sites {
      if let dark = territory.index.darkness[site] { gaps.add(dark) }
    }
    return gaps
  }

  private func tree(of member: Int, _ territory: Territory) -> GapList {
    let index = territory.index
    var gaps = GapList()
    for site in territory.sites {
      if let inside = index.unread[site].inside[member] { gaps.add(inside) }
    }
    let unit = territory.survey.units[member]
    guard !index.isReached[member], gaps.isEmpty else { return gaps }
    for site in territory.sites { gaps.add(GapList(index.unread[site].entrances[member] ?? [])) }
    guard gaps.isEmpty else { return gaps }
    // A unit without scope may have no tree of its own: the portal speaks for it.
    guard territory.scope == .each || !unit.scope.isEmpty else { return gaps }
    guard let site = index.siteNumbers[unit.site] else {
      gaps.add(url: "\(unit.site)", outcome: "site.missing")
      return gaps
    }
    let records = index.sites[site].records
    let root = unit.scope.first ?? records.start.first
    let outcome = root.flatMap { records.record(of: $0)?.outcome }
    let isRead = outcome.map(\.isReadable) ?? true
    gaps.add(
      url: root?.string ?? "\(unit.site)",
      outcome: isRead ? "tree.notReached" : outcome?.code ?? "tree.notReached")
    return gaps
  }

  /// A sought column to which the unit's pages link on a host that the plan leaves out.
  private func departures(_ member: Int, _ territory: Territory) -> GapList {
    var gaps: [CoverageGap] = []
    for site in territory.sites {
      guard let links = territory.index.unread[site].departures[member] else { continue }
      for name in columns { gaps += links[name] ?? [] }
    }
    return GapList(gaps)
  }

  // MARK: Columns

  private func own(_ place: ColumnPlace, _ territory: Territory) -> GapList {
    switch territory.index.column(place).state {
    case .complete, .blank, .missing: return GapList()
    case .unread: return column(place, territory, isSought: false)
    case .partial, .unreadable:
      switch reach {
      case .anywhere where !isOfPictures(place, territory):
        return column(place, territory, isSought: true)
      case .anywhere, .columns:
        let keys = territory.members.contains { member in
          columns.contains { name in
            let index = territory.index
            return index.unitColumns[member][name]?.contains(place) ?? false
              || descends && index.unitBranches[member][name]?.contains(place) ?? false
          }
        }
        return keys ? column(place, territory, isSought: true) : GapList()
      }
    }
  }

  /// What a picture shows in a column is what its name says, and nothing else.
  private func isOfPictures(_ place: ColumnPlace, _ territory: Territory) -> Bool {
    let unread = territory.index.column(place).unread
    return !unread.isEmpty && unread.allSatisfy { $0.outcome.code == "column.pictures" }
  }

  private func isPortals(_ place: ColumnPlace, _ territory: Territory) -> Bool {
    guard let owner = territory.index.column(place).owner,
      let number = territory.index.unitNumbers[owner.unit]
    else { return true }
    return !territory.members.contains(number)
  }

  /// What is missing of one column.
  private func column(
    _ place: ColumnPlace, _ territory: Territory, isSought: Bool
  ) -> GapList {
    let column = territory.index.column(place)
    switch column.state {
    case .complete, .blank, .missing: return GapList()
    case .unreadable:
      return GapList([CoverageGap(url: column.url.string, outcome: "column.script")])
    case .partial:
      let unread = column.unread.filter { address in
        address.outcome.family != .notFound && (looksBack || address.outcome != .beforePeriod)
      }
      guard unread.isEmpty else { return GapList(unread.map(Self.gap)) }
      // All that is missing is too old for the question, and what was read could be read.
      if column.unread.contains(where: { $0.outcome == .beforePeriod }),
        !isFilledByScript(column, territory.index.sites[place.site])
      {
        return GapList()
      }
      return GapList([CoverageGap(url: column.url.string, outcome: "column.partial")])
    case .unread:
      let records = territory.index.sites[place.site].records
      let outcome = records.record(of: column.url)?.outcome
      if outcome?.family == .notFound { return GapList() }
      let code = outcome.flatMap { $0.isReadable ? nil : $0.code }
      return GapList([CoverageGap(url: column.url.string, outcome: code ?? "column.unread")])
    }
  }

  private func isFilledByScript(_ column: Column, _ site: Site) -> Bool {
    column.pages.contains { site.records.record(of: $0)?.facts?.listState == .unreadable }
  }

  private static func gap(_ address: UnreadAddress) -> CoverageGap {
    CoverageGap(url: address.url.string, outcome: address.outcome.code)
  }

  // MARK: Rows

  private func unknownRows(_ territory: Territory) -> GapList {
    guard !titles.isEmpty else { return GapList() }
    let index = territory.index
    var positions = territory.members.flatMap { index.unknownRows[$0] }
    switch rows {
    case .judgedByTitle: break
    case .needPage:
      let fitting = territory.items(titled: titles)
      positions += fitting.filter { index.items[$0].isUnread }
    }
    return GapList(
      Positions.ascending(positions).map {
        CoverageGap(
          url: index.items[$0].url.string, outcome: index.items[$0].outcome?.code ?? "row.unread")
      })
  }

  // MARK: Outside the units' trees

  private func outside(_ site: Int, _ territory: Territory) -> GapList {
    let unread = territory.index.unread[site]
    guard !unread.outside.isEmpty else { return GapList() }
    if territory.includesPortal { return unread.allOutside }
    var positions = Set(unread.unknown)
    for name in columns { positions.formUnion(unread.byText[name] ?? []) }
    for member in territory.members { positions.formUnion(unread.naming[member] ?? []) }
    positions.formUnion(territory.index.search(titles, in: .unread(site)))
    return GapList(positions.map { unread.outside[$0].gap })
  }
}
