package import Dates
package import Web

/// What is to be fetched, and within which limits.
package struct CrawlPlan: Sendable {
  /// One site.
  package struct Seed: Sendable {
    package var site: SiteID
    package var start: [WebURL]
    /// Nothing else is fetched.
    package var hosts: [HostPort]
    /// The plan says `tls: accept-invalid` for this site.
    package var acceptsInvalidTLS = false

    package init(site: SiteID, start: [WebURL], hosts: [HostPort]) {
      self.site = site
      self.start = start
      self.hosts = hosts
    }
  }

  package var sites: [Seed]
  /// Addresses asked for, per site.
  package var maxPages = 5000
  package var maxDepth = 12
  /// Requests per second and host.
  package var rate = 5.0
  /// Requests at once per host.
  package var connections = 4
  package var respectsRobots = true
  /// Seconds that a request may take.
  package var timeoutSeconds = 20.0
  /// Seconds after which a request that failed for a passing reason is made once more.
  package var retrySeconds = 3.0
  /// Decoded bytes of one response; as many may come over the wire.
  package var maxBody = 10 << 20
  /// Seconds that the whole run may take; nil: as long as it takes.
  package var maxSeconds: Double?
  /// Ranges of the plan's `allow-addresses`.
  package var allowedAddresses: [CIDR] = []
  /// Keep what was read of each page for the result.
  ///
  /// Without it a record says that its page was read, and its facts are empty: who only gathers
  /// needs no more, and a large site's facts fill hundreds of megabytes.
  package var keepsFacts = true
  /// Words of the rules: links whose text has one of them go first.
  package var soughtWords: [String] = []
  /// What the audit looks at: calendars far from it are left alone.
  package var period: DateSpan?
  /// `mingcha/0.1.0 (+contact)`: what every request says of its sender.
  package var userAgent: String
  /// Name and version of the program, for the archive.
  package var software: String

  package init(sites: [Seed], userAgent: String, software: String) {
    self.sites = sites
    self.userAgent = userAgent
    self.software = software
  }
}
