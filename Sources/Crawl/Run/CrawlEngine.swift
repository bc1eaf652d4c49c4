import Archive
import Dates
import Fetch
import Logging
import Page
import Web

/// The crawl's one place of decision: it is told events and starts requests.
///
/// Runs on a thread of its own. Bodies pass through without being looked at: transfers come from
/// the loop, go to the readers to be packed, to the writer to be stored, and to the readers again.
struct CrawlEngine {
  /// How many requests may run at once.
  ///
  /// Far above what the readers need: hosts that do not answer hold their places until time is
  /// up, and must not keep others from theirs.
  static let mostInFlight = 800
  /// How many responses may wait to be read before nothing more is started, and how few have to
  /// wait before something is again.
  ///
  /// Between the two the readers alone are at work, and what follows is asked for together: each
  /// request on its own would wake three threads.
  static let (mostUnread, fewUnread) = (64, 24)
  /// How many body bytes may wait to be read before nothing more is started.
  static let mostUnreadBytes = 64 << 20
  /// How many body bytes may be on their way or wait to be read; transfers beyond it are paused.
  static let mostBodyBytes = 64 << 20
  /// Seconds between two reports of progress.
  static let reportInterval = 0.25

  let plan: CrawlPlan
  let use: ArchiveUse
  let events: Mailbox<CrawlEvent>
  let readers: Mailbox<ReaderJob>
  let writer: Mailbox<WriterJob>
  let loop: any TransferSource
  let report: @Sendable (CrawlProgress) -> Void
  let startedAt = SystemClock.monotonic

  var sites: [SiteState]
  var politeness: Politeness
  var errands: [Int: Errand] = [:]
  var nextID = 1
  var unread = 0
  var unreadBytes = 0
  /// The readers have enough to do: nothing is started until few responses wait.
  var isFull = false
  /// Why the run stops before its end: `interrupted`, `budget.time`, `network.down`.
  var stop: String?
  var failure: ArchiveError?
  var families: [Outcome.Family: Int] = [:]
  var meter = RequestMeter()
  /// How many stored answers of an earlier run were taken up.
  var takenUp = 0
  var network = NetworkWatch()
  /// Sites of which something failed since anything answered last.
  var silentSites: Set<Int> = []
  /// Which sites may start something, and when.
  var agenda: SiteAgenda
  /// Sites that may have come to their end since that was looked at last.
  var changed: [Int] = []
  /// How many sites are not over.
  var open = 0
  /// Sites that have nothing left to do and never answered: they wait for the end of all.
  var quiet: Set<Int> = []

  init(
    plan: CrawlPlan, use: ArchiveUse, events: Mailbox<CrawlEvent>, readers: Mailbox<ReaderJob>,
    writer: Mailbox<WriterJob>, loop: any TransferSource,
    report: @escaping @Sendable (CrawlProgress) -> Void
  ) {
    self.plan = plan
    self.use = use
    self.events = events
    self.readers = readers
    self.writer = writer
    self.loop = loop
    self.report = report
    sites = plan.sites.map { SiteState($0, plan: plan) }
    agenda = SiteAgenda(count: plan.sites.count)
    politeness = Politeness(rate: plan.rate, connections: plan.connections)
  }

  /// Runs until every site is over, the run is stopped, or the archive fails.
  mutating func run() {
    var nextReport = startedAt
    open = sites.count { !$0.isOver }
    changed = Array(sites.indices)
    while failure == nil, open > 0 {
      let now = SystemClock.monotonic
      checkTime(now)
      isFull = unread >= (isFull ? Self.fewUnread : Self.mostUnread)
      startWhatIsDue(now)
      closeWhatIsOver()
      if now >= nextReport {
        report(progress(now))
        nextReport = now + Self.reportInterval
      }
      guard open > 0 else { break }
      let due = stop == nil && hasRoom ? min(agenda.nextMoment, nextReport) : nextReport
      for event in events.takeAll(until: due) { take(event) }
    }
    report(progress(SystemClock.monotonic))
  }

  /// Whether another request may be started as far as this machine is concerned.
  var hasRoom: Bool {
    errands.count < Self.mostInFlight && !isFull && unreadBytes < Self.mostUnreadBytes
  }

  private mutating func checkTime(_ now: Double) {
    guard let limit = plan.maxSeconds, stop == nil, now - startedAt >= limit else { return }
    halt("budget.time")
  }

  /// Stops taking new work; what runs is cancelled, what came is stored and read.
  mutating func halt(_ code: String) {
    guard stop == nil else { return }
    stop = code
    // From now on a site is at its end as soon as nothing of it runs.
    changed = Array(sites.indices)
    loop.cancelAll()
  }

  private mutating func take(_ event: CrawlEvent) {
    switch event {
    case .transferred(let transfer): finish(transfer)
    case .read(let reading, let found, let errand): learn(reading, found, errand)
    case .robots(let answer, let errand): settle(answer, errand)
    case .sitemap(let answer, let errand): list(answer, errand)
    case .probe(let reading, let errand): probed(reading, errand)
    case .broken(let error): failure = error
    case .interrupt: halt("interrupted")
    }
  }

  private func progress(_ now: Double) -> CrawlProgress {
    var progress = CrawlProgress()
    progress.done = families.values.reduce(0, +)
    progress.queued = sites.reduce(0) { $0 + $1.frontier.waiting + $1.attachments.waiting }
    progress.inFlight = errands.count
    progress.unread = unread
    progress.activeHosts = Set(errands.values.map { sites[$0.site].hosts[$0.host].name }).count
    progress.requests = sites.reduce(0) { $0 + $1.requests }
    progress.requestsPerSecond = meter.perSecond(now)
    progress.bytes = sites.reduce(0) { $0 &+ $1.bytes }
    progress.elapsed = now - startedAt
    progress.families = Outcome.Family.allCases.compactMap { family in
      families[family].map { (family, $0) }
    }
    progress.isStopping = stop != nil
    return progress
  }
}

/// Counts requests over the last seconds.
struct RequestMeter {
  /// Requests in each of the last four seconds, with the second's number.
  private var slots: [(second: Int, count: Int)] = Array(repeating: (0, 0), count: 4)

  mutating func count(_ now: Double) {
    let second = Int(now)
    let slot = second & 3
    if slots[slot].second != second { slots[slot] = (second, 0) }
    slots[slot].count += 1
  }

  /// The mean of the last three full seconds.
  func perSecond(_ now: Double) -> Double {
    let second = Int(now)
    let full = slots.filter { $0.second < second && $0.second >= second - 3 }
    return Double(full.reduce(0) { $0 + $1.count }) / 3
  }
}
