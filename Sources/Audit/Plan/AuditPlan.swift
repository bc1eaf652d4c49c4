package import Dates
package import Notify
package import Rules
package import Sites
package import Web

/// What to audit, by which rules, and how: a plan file, read and checked whole.
///
/// A plan that exists is right: every name in it resolves, every address can be fetched, every
/// pack is loaded.
package struct AuditPlan: Sendable {
  /// The plan's name, for the report's header.
  package var title: String
  /// The day on which lateness is judged.
  package var asOf: CivilDate
  package var period: DateSpan
  /// In the plan's order, with the plan's parameters applied; at least one.
  package var packs: [PlanPack]
  /// The bar in percent, 0 to 100: a unit below it does not pass.
  package var failUnder: Double
  package var limits: PlanLimits
  /// In the plan's order; at least one.
  package var sites: [PlanSite]
  /// In the plan's order; at least one.
  package var units: [PlanUnit]
  package var waivers: [PlanWaiver]
  /// The office in whose name notices go out (`office:`); nil when the plan names none.
  package var office: String?
  /// The day by which faults are to be put right (`repair-by:`); never before the as-of day.
  package var repairBy: CivilDate?
  /// Who is told what changed after a run; in the plan's order.
  package var notify: [NotifyChannel] = []

  package init(
    title: String, asOf: CivilDate, period: DateSpan, packs: [PlanPack], failUnder: Double,
    limits: PlanLimits, sites: [PlanSite], units: [PlanUnit], waivers: [PlanWaiver]
  ) {
    self.title = title
    self.asOf = asOf
    self.period = period
    self.packs = packs
    self.failUnder = failUnder
    self.limits = limits
    self.sites = sites
    self.units = units
    self.waivers = waivers
  }

  /// The bar of a plan that names none, in percent.
  package static let usualBar = 60.0
}

/// A pack that a plan uses, with the place that it was read from.
package struct PlanPack: Sendable {
  package var pack: Pack
  package var location: PackFinder.Location

  package init(pack: Pack, location: PackFinder.Location) {
    self.pack = pack
    self.location = location
  }
}

/// How far a crawl may go and how gently it has to ask; the defaults are the contract's.
package struct PlanLimits: Sendable, Hashable {
  /// What to do with a site's robots.txt.
  package enum Robots: String, Sendable, CaseIterable {
    case respect
    /// For an owner who audits the own site.
    case ignore
  }

  /// Pages for each site.
  package var maxPages = 5000
  /// Documents for each site, beside the pages.
  package var maxAttachments = 200
  /// Links from a start page.
  package var maxDepth = 12
  /// Requests a second for each host.
  package var rate = 5.0
  /// Connections at a time for each host.
  package var connections = 4
  package var robots = Robots.respect
  /// Whom a web team may ask about the requests: an address, a telephone number.
  package var contact: String?
  /// Seconds that one request may take.
  package var timeout = 20.0
  /// Decoded bytes of one response.
  package var maxBody = 10 << 20
  /// Address ranges that may be fetched though they are not public: `10.0.0.0/8`, `fd00::/8`.
  package var allowAddresses: [CIDR] = []
  /// A PEM file of certificate authorities to trust beside the system's, for networks that have
  /// their own; relative to the working folder.
  package var authorities: String?

  package init() {}
}

/// A website of the plan.
package struct PlanSite: Sendable, Hashable {
  /// What to do about a certificate that can't be trusted.
  package enum TLS: String, Sendable, CaseIterable {
    case verify
    case acceptInvalid = "accept-invalid"
  }

  package var id: SiteID
  /// At least one.
  package var start: [WebURL]
  /// The only hosts that are fetched; the start pages are on them.
  package var hosts: [HostPort]
  package var tls: TLS

  package init(id: SiteID, start: [WebURL], hosts: [HostPort], tls: TLS = .verify) {
    self.id = id
    self.start = start
    self.hosts = hosts
    self.tls = tls
  }
}

/// A unit that is audited.
package struct PlanUnit: Sendable, Hashable {
  package var id: UnitID
  package var name: String
  package var aliases: [String]
  package var kind: UnitKind
  package var site: SiteID
  /// Address prefixes that are the unit's own; empty when it is found by its names.
  package var scope: [WebURL]

  package init(
    id: UnitID, name: String, aliases: [String], kind: UnitKind, site: SiteID, scope: [WebURL]
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.site = site
    self.scope = scope
  }

  /// The unit as checks know it.
  package var profile: UnitProfile {
    UnitProfile(
      id: id, name: name, aliases: aliases, kind: kind.rawValue, site: site, scope: scope)
  }
}

/// A rule that a unit is excused from until a day.
package struct PlanWaiver: Sendable, Hashable {
  package var unit: UnitID
  /// Without a name it covers every rule of its clause.
  package var rule: RuleID
  /// The last day; never before the plan's as-of.
  package var until: CivilDate
  package var reason: String
  /// Who granted it; nil when the plan does not say.
  package var by: String?

  package init(unit: UnitID, rule: RuleID, until: CivilDate, reason: String, by: String?) {
    self.unit = unit
    self.rule = rule
    self.until = until
    self.reason = reason
    self.by = by
  }

  /// Says whether the waiver covers a rule for a unit.
  package func covers(_ rule: RuleID, for unit: UnitID) -> Bool {
    guard unit == self.unit else { return false }
    return rule == self.rule
      || (self.rule.name == nil && rule.pack == self.rule.pack && rule.clause == self.rule.clause)
  }
}
