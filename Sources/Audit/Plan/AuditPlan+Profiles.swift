import Rules
package import Sites
import Web

extension AuditPlan {
  /// The units as checks know them, in the plan's order.
  ///
  /// A unit that has a site to itself while others share one owns that whole site, whatever its
  /// pages call themselves: the plan says so by naming it there. The only site of a plan, or one of
  /// several that nobody shares, may be a portal on which the unit is one of many.
  package var profiles: [UnitProfile] {
    let tenants = Dictionary(grouping: units, by: \.site).mapValues(\.count)
    let isShared = tenants.values.contains { $0 > 1 }
    return units.map { unit in
      var profile = unit.profile
      if isShared, unit.scope.isEmpty, unit.kind != .government, tenants[unit.site] == 1 {
        profile.scope = roots(of: unit.site)
      }
      return profile
    }
  }

  /// Where a site's addresses begin: at its hosts' roots, or at its folder on a host of another.
  private func roots(of id: SiteID) -> [WebURL] {
    guard let site = sites.first(where: { $0.id == id }), let first = site.start.first else {
      return []
    }
    let others = sites.filter { $0.id != id }
    let isAlone = !others.contains { !Set($0.hosts).isDisjoint(with: site.hosts) }
    guard isAlone else { return site.start.compactMap { WebURL($0.folder) } }
    return site.hosts.compactMap { WebURL("\(first.scheme.rawValue)://\($0)/") }
  }
}
