package import Web

/// A unit of the plan, with all spellings under which pages name it.
package struct UnitProfile: Sendable {
  package var id: UnitID
  package var name: String
  /// The plan's aliases, in the plan's order.
  package var aliases: [String]
  /// The plan's word for its kind: `department`, `town`, and so on.
  package var kind: String
  package var site: SiteID
  /// The address prefixes that are the unit's own; empty when it is found by its names.
  package var scope: [WebURL]

  package init(
    id: UnitID, name: String, aliases: [String], kind: String, site: SiteID, scope: [WebURL]
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.site = site
    self.scope = scope
  }
}
