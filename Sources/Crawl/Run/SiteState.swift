import Fetch
import Page
import Web

/// Where the crawl of one site stands; the engine's thread alone holds it.
struct SiteState {
  /// An address that is to be asked for once more.
  struct Retry {
    let number: Int
    let due: Double
    /// It timed out: its turn comes last, alone, with more time.
    let isSlow: Bool
  }

  /// A request beside the pages of the site: a sitemap, a probe.
  struct Extra {
    let url: WebURL
    let purpose: Errand.Purpose

    var isProbe: Bool { if case .probe = purpose { true } else { false } }
  }

  /// A robots.txt that lies behind redirects.
  struct RobotsHop {
    let url: WebURL
    /// The origin for which it speaks.
    let origin: String
    /// How many redirects led to it.
    let hops: Int
  }

  /// One host of the site.
  struct Host {
    let name: HostPort
    /// Given out by the frontier, waits for robots.txt.
    var parked: Frontier.Ticket?
    var retries: [Retry] = []
    var extras: [Extra] = []
    /// What a robots.txt redirects to on this host.
    var robotsHops: [RobotsHop] = []
    /// The address that the slow pass gave out last.
    var slowNumber: Int?
    /// The slow pass is at work: nothing else is asked for until its request has ended.
    var isOnSlowPass = false
    /// How many requests run that may bring addresses of a high rank, and when the last began.
    var promising = 0
    var promisingSince = -Double.infinity
    /// A page of the host was read, and its sitemaps and its probe were looked after.
    var isSurveyed = false
    /// Grows with failures, falls to zero with an answer.
    var strikes = 0
    var isDown = false
    /// It asked to be left alone for so many seconds, which is longer than a run waits.
    var refusedWait: Double?
    /// The pause that its robots.txt asks for, in seconds; nil when it asks for none.
    var crawlDelay: Double?
    /// It was given up since anything answered last.
    var fellSilent = false
  }

  let seed: CrawlPlan.Seed
  /// Which addresses its requests may connect to.
  let mayConnect: @Sendable (ResolvedAddress) -> Bool
  var frontier: Frontier
  var attachments: AttachmentQueue
  var ledger = SiteLedger()
  var hosts: [Host]
  var robots = RobotsCache()
  var sitemaps = SitemapBook()
  var trails: ListTrails
  var twins = TwinCounter()
  /// Addresses that failed since anything answered last, by number, for when it was our network.
  var silent: [Int] = []
  var underway = 0
  var requests = 0
  var bytes = 0
  /// Responses that came, whatever they said.
  var answers = 0
  var failures: [TransferError.Kind] = []
  /// A request was stopped under way: the site is not complete.
  var isCut = false
  var isOver = false
  var summary: CrawlSummary?

  init(_ seed: CrawlPlan.Seed, plan: CrawlPlan) {
    self.seed = seed
    let literal = seed.hosts + seed.start.map(\.hostPort)
    let policy = AddressPolicy(allowed: plan.allowedAddresses)
    mayConnect = { address in
      guard let ip = IPAddress(address.bytes) else { return false }
      return policy.allows(ip, literalHosts: literal, port: address.port)
    }
    frontier = Frontier(
      hosts: seed.hosts, maxPages: plan.maxPages, maxDepth: plan.maxDepth, period: plan.period)
    trails = ListTrails(horizon: plan.horizon)
    attachments = AttachmentQueue(most: plan.maxAttachments)
    hosts = seed.hosts.map { Host(name: $0) }
    for url in seed.start {
      _ = frontier.add(.init(url: url, via: nil, depth: 0, reason: .start))
    }
  }

  /// Nothing runs and nothing is left to be asked for.
  var isIdle: Bool {
    guard underway == 0 else { return false }
    if hosts.contains(where: { host in
      host.parked != nil || !host.retries.isEmpty || !host.extras.isEmpty
        || !host.robotsHops.isEmpty
    }) {
      return false
    }
    return frontier.isExhausted && attachments.isIdle
  }

  /// Says that what was given out was not asked for after all, and why.
  mutating func refuse(_ ticket: Frontier.Ticket, _ outcome: Outcome) {
    if ticket.reason == .attachment {
      attachments.refuse(ticket.number, outcome)
    } else {
      frontier.refuse(ticket.number, outcome)
    }
  }
}

/// Counts how many addresses of a site gave the very same page.
///
/// A site that answers every path with one page makes paths without end: links of the fourth such
/// address on are not followed (`trap.duplicate`), unless another page has them too.
struct TwinCounter {
  /// How many addresses of one page are taken at their word.
  private static let mostTwins = 3
  private var counts: [String: Int] = [:]

  /// Takes a page that was read; true when it is one address too many for these bytes.
  mutating func isOneTooMany(_ reading: PageReading) -> Bool {
    guard reading.outcome == .ok, !reading.isHop, reading.facts != nil,
      let digest = reading.capture?.sha256
    else { return false }
    counts[digest, default: 0] += 1
    return counts[digest, default: 0] > Self.mostTwins
  }
}
