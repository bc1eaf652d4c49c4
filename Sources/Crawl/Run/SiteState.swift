import Fetch
import Page
import Web

/// Where the crawl of one site stands; the engine's thread alone holds it.
struct SiteState {
  /// What is known of an origin's robots.txt.
  enum Robots {
    case fetching
    /// To be asked for again, not before that moment.
    case again(at: Double, tries: Int)
    case known(RobotsFile)
    case unreachable(code: String)
  }

  /// An address that is to be asked for once more.
  struct Retry {
    let number: Int
    let due: Double
  }

  /// One host of the site.
  struct Host {
    let name: HostPort
    /// Given out by the frontier, waits for robots.txt.
    var parked: Frontier.Ticket?
    var retries: [Retry] = []
    /// Grows with failures, falls to zero with an answer.
    var strikes = 0
    var isDown = false
  }

  let seed: CrawlPlan.Seed
  var frontier: Frontier
  var attachments: AttachmentQueue
  var ledger = SiteLedger()
  var hosts: [Host]
  var robots: [String: Robots] = [:]
  /// Why robots.txt could not be had, by origin.
  var robotsDetail: [String: String] = [:]
  var underway = 0
  var requests = 0
  var bytes = 0
  /// Responses that came, whatever they said.
  var answers = 0
  var failures: [TransferError.Kind] = []
  /// The moment of the next look; infinity while only an event can change anything.
  var due = -Double.infinity
  /// A request was stopped under way: the site is not complete.
  var isCut = false
  var isOver = false
  var summary: CrawlSummary?

  init(_ seed: CrawlPlan.Seed, plan: CrawlPlan) {
    self.seed = seed
    frontier = Frontier(
      hosts: seed.hosts, maxPages: plan.maxPages, maxDepth: plan.maxDepth, period: plan.period)
    attachments = AttachmentQueue(most: plan.maxAttachments)
    hosts = seed.hosts.map { Host(name: $0) }
    for url in seed.start {
      _ = frontier.add(.init(url: url, via: nil, depth: 0, reason: .start))
    }
  }

  /// Nothing runs and nothing is left to be asked for.
  var isIdle: Bool {
    guard underway == 0 else { return false }
    if hosts.contains(where: { $0.parked != nil || !$0.retries.isEmpty }) { return false }
    return (frontier.waiting == 0 || frontier.isSpent) && attachments.isIdle
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
