import Page
import Web

extension SiteBuilder {
  /// Gives each page to the unit that it belongs to, with the reason.
  mutating func findOwners() {
    for (index, page) in records.pages.enumerated() {
      owners[index] = owner(of: page)
    }
  }

  private func owner(of page: PageRecord) -> Attribution? {
    for url in [page.finalURL, page.url] {
      if let territory = territories.first(where: { $0.holds(url) }) {
        return Attribution(unit: territory.unit, reason: territory.reason)
      }
    }
    guard let read = page.page else { return nil }
    let steps = read.facts.breadcrumb.compactMap { names.unit(named: $0.text) }
    if let unit = Self.only(steps) { return Attribution(unit: unit, reason: .column) }
    // 发布机构 is the surer of the two. Where it names a unit, 来源 can't take the page away; where it
    // names several, the page is a joint one and nobody's own.
    for speaker in [read.facts.publisher, read.facts.source].compactMap({ $0 }) {
      let named = names.units(speaking: speaker)
      if let unit = Self.only(named) { return Attribution(unit: unit, reason: .publisher) }
      if named.count > 1 { return nil }
    }
    return nil
  }

  /// The one unit of a list; nil for none or several.
  private static func only(_ found: [UnitID]) -> UnitID? {
    Set(found).count == 1 ? found.first : nil
  }

  /// Gives the rows of a unit's own column to that unit, when they have no surer owner.
  ///
  /// Some systems keep all articles in one folder (`/art/2021/…`): only the list tells whose
  /// they are. A row in columns of two units is claimed by neither.
  mutating func passOwnersOn() {
    var claims: [Int: Set<UnitID>] = [:]
    for column in columns {
      guard let owner = column.owner else { continue }
      for entry in column.entries {
        guard let page = entry.page else { continue }
        claims[page, default: []].insert(owner.unit)
      }
    }
    for (page, units) in claims {
      guard units.count == 1, let unit = units.first else { continue }
      let known = owners[page]?.reason
      if known == nil || known == .publisher {
        owners[page] = Attribution(unit: unit, reason: .column)
      }
    }
  }
}
