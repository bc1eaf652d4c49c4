package import Dates
package import Page
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
  /// Documents asked for, per site, beside the pages.
  package var maxAttachments = 200
  /// The addresses of those documents of a page that a rule needs.
  package var wantedFiles: @Sendable (_ page: PageFacts) -> [WebURL] = { _ in [] }
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
  /// A PEM file of certificate authorities to trust beside the system's.
  package var authorities: String?
  /// Keep what was read of each page for the result.
  ///
  /// Without it a record says that its page was read, and its facts are empty: who only gathers
  /// needs no more, and a large site's facts fill hundreds of megabytes.
  package var keepsFacts = true
  /// Words of the rules, such as the names of columns and units: links that bear one go first.
  package var soughtWords: [String] = []
  /// Columns whose newest rows show whether they are kept up.
  package var freshColumns: [String] = []
  /// Says which title that a rule seeks a row's text is, in a person's words; nil: none.
  ///
  /// Called on several threads at once.
  package var soughtTitle: (@Sendable (_ title: String) -> String?)?
  /// Lists are left where their rows are older than this day; nil: never.
  package var horizon: CivilDate?
  /// Says whether a rule may ask for rows older than `horizon` of a list in columns of these
  /// names: then the rest of the list is put off to the end instead of being left.
  package var looksBack: @Sendable (_ columns: [String]) -> Bool = { _ in true }
  /// Sitemaps and feeds are read as sources of addresses.
  package var readsSitemaps = false
  /// Each host is asked once for a page that can't be there, to know what it answers then.
  package var probesMissing = false
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
