import Archive
import Fetch
import Web

extension CrawlEngine {
  /// How much more time the slow pass gives than the fast one.
  private static let slowFactor = 3.0
  /// For how many seconds a host's addresses of low rank wait for what a page of high rank brings.
  private static let patience = 2.0
  /// Seconds after which a site looks again at a host that another site's requests keep busy.
  private static let sharedHostPause = 0.1

  /// Starts every request that may be started now, of the sites that have something to start.
  mutating func startWhatIsDue(_ now: Double) {
    guard stop == nil else { return }
    while hasRoom, let site = agenda.next(now) {
      guard !sites[site].isOver else { continue }
      for host in sites[site].hosts.indices { startRequests(site, host, now) }
      changed.append(site)
    }
  }

  private mutating func startRequests(_ site: Int, _ host: Int, _ now: Double) {
    let name = sites[site].hosts[host].name
    while hasRoom {
      // The slow pass asks for one thing at a time; its end is an event of this site.
      guard !sites[site].hosts[host].isOnSlowPass else { return }
      switch politeness.permission(for: name, now: now) {
      case .now:
        guard startNext(site, host, now) else { return }
      case .at(let moment):
        agenda.wake(site, at: moment)
        return
      case .afterOneEnds:
        // Another site may hold this host's connections; its events do not come here.
        if sites[site].underway == 0 { agenda.wake(site, at: now + Self.sharedHostPause) }
        return
      case .never(let seconds):
        giveUp(site, host, OutcomeTable.outcome("blocked.retryLater"))
        sites[site].hosts[host].refusedWait = seconds
        return
      }
    }
    agenda.wake(site)
  }

  /// Starts one request to a host; false when there is none to start now.
  private mutating func startNext(_ site: Int, _ host: Int, _ now: Double) -> Bool {
    if let hop = sites[site].hosts[host].robotsHops.popLast() {
      submitRobots(hop.url, origin: hop.origin, hops: hop.hops, site, host, now)
      return true
    }
    // What the rules need goes before what only tells of more.
    let isWanted =
      sites[site].hosts[host].parked != nil || sites[site].frontier.isWaitingWanted(host: host)
    if startExtra(site, host, now, probesOnly: isWanted) { return true }
    while let ticket = nextTicket(site, host, now) {
      guard plan.respectsRobots else {
        submit(ticket, site, host, now)
        return true
      }
      switch sites[site].robots.permission(for: Self.asked(ticket.url), now: now) {
      case .allowed:
        submit(ticket, site, host, now)
        return true
      case .refused(let code):
        refuse(ticket, site, OutcomeTable.outcome(code))
      case .waits:
        sites[site].hosts[host].parked = ticket
        return false
      case .waitsUntil(let moment):
        sites[site].hosts[host].parked = ticket
        agenda.wake(site, at: moment)
        return false
      case .mustAsk:
        sites[site].hosts[host].parked = ticket
        return askForRobots(ticket.url.origin, site, host, now)
      }
    }
    return false
  }

  /// Starts a request beside the site's pages when robots.txt lets it; false when there is none.
  ///
  /// With `probesOnly` that is the question for a page that can't be there: its answer is needed
  /// to tell whether the pages are any.
  private mutating func startExtra(
    _ site: Int, _ host: Int, _ now: Double, probesOnly: Bool
  ) -> Bool {
    while let place = sites[site].hosts[host].extras.firstIndex(where: {
      $0.isProbe || !probesOnly
    }) {
      let extra = sites[site].hosts[host].extras[place]
      if plan.respectsRobots {
        switch sites[site].robots.permission(for: extra.url, now: now) {
        case .allowed: break
        case .refused:
          sites[site].hosts[host].extras.remove(at: place)
          continue
        case .mustAsk: return askForRobots(extra.url.origin, site, host, now)
        case .waits: return false
        case .waitsUntil(let moment):
          agenda.wake(site, at: moment)
          return false
        }
      }
      sites[site].hosts[host].extras.remove(at: place)
      let reason: Frontier.Reason = extra.isProbe ? .probe : .sitemap
      let note = CaptureNote(via: nil, depth: 0, reason: reason.rawValue)
      let errand = Errand(
        site: site, host: host, url: extra.url, purpose: extra.purpose, note: note)
      submit(errand, isSlow: false, bodyLimit: min(plan.maxBody, SitemapFile.longest), now)
      return true
    }
    return false
  }

  /// The next address of a host: what waited for robots.txt, what is new, what failed before, and
  /// last, alone on the host, what timed out.
  private mutating func nextTicket(_ site: Int, _ host: Int, _ now: Double) -> Frontier.Ticket? {
    if let parked = sites[site].hosts[host].parked {
      sites[site].hosts[host].parked = nil
      return parked
    }
    // What the rules need may be on its way: the rest waits a moment for it.
    let isHopeful =
      sites[site].hosts[host].promising > 0
      && now < sites[site].hosts[host].promisingSince + Self.patience
    if let ticket = sites[site].frontier.next(host: host, wantedOnly: isHopeful) { return ticket }
    if isHopeful {
      agenda.wake(site, at: sites[site].hosts[host].promisingSince + Self.patience)
      return nil
    }
    if let ticket = sites[site].attachments.next(host: host) { return ticket }
    let retries = sites[site].hosts[host].retries
    let fast = retries.indices.filter { !retries[$0].isSlow }
    let order = fast.isEmpty ? Array(retries.indices) : fast
    guard let index = order.min(by: { retries[$0].due < retries[$1].due }) else { return nil }
    guard retries[index].due <= now else {
      agenda.wake(site, at: retries[index].due)
      return nil
    }
    if retries[index].isSlow {
      // What still runs may bring new addresses, which go first; its end wakes this site, unless
      // it runs for another one.
      guard politeness.running(sites[site].hosts[host].name) == 0 else {
        if sites[site].underway == 0 { agenda.wake(site, at: now + Self.sharedHostPause) }
        return nil
      }
      sites[site].hosts[host].slowNumber = retries[index].number
    }
    sites[site].hosts[host].retries.remove(at: index)
    return sites[site].frontier.again(retries[index].number)
  }

  private mutating func refuse(_ ticket: Frontier.Ticket, _ site: Int, _ outcome: Outcome) {
    sites[site].refuse(ticket, outcome)
    families[outcome.family, default: 0] += 1
  }

  private mutating func askForRobots(
    _ origin: String, _ site: Int, _ host: Int, _ now: Double
  ) -> Bool {
    guard let url = WebURL("\(origin)/robots.txt") else {
      sites[site].robots.take(.allowsAll, of: origin, fetchedAt: now)
      return true
    }
    sites[site].robots.asked(origin)
    submitRobots(url, origin: origin, hops: 0, site, host, now)
    return true
  }

  /// Asks for a robots.txt, or for what it redirects to.
  mutating func submitRobots(
    _ url: WebURL, origin: String, hops: Int, _ site: Int, _ host: Int, _ now: Double
  ) {
    let note = CaptureNote(via: nil, depth: 0, reason: Frontier.Reason.robots.rawValue)
    let errand = Errand(
      site: site, host: host, url: url, purpose: .robots(origin: origin, hops: hops), note: note)
    submit(errand, isSlow: false, bodyLimit: RobotsFile.longest + (64 << 10), now)
  }

  /// The address that is asked: of a posted form its endpoint.
  private static func asked(_ url: WebURL) -> WebURL { FormRequest(key: url)?.endpoint ?? url }

  private mutating func submit(_ ticket: Frontier.Ticket, _ site: Int, _ host: Int, _ now: Double) {
    let isForm = FormRequest(key: ticket.url) != nil
    let note = CaptureNote(
      via: ticket.via, depth: ticket.depth, reason: ticket.account, key: isForm ? ticket.url : nil)
    var errand = Errand(
      site: site, host: host, url: ticket.url, purpose: .page(ticket), note: note)
    // The second time the whole page is wanted, whatever an older archive holds.
    if ticket.attempt == 1 { errand.older = use.since?.latest(of: ticket.url) }
    let isSlow = ticket.attempt > 1 && ticket.number == sites[site].hosts[host].slowNumber
    sites[site].hosts[host].isOnSlowPass = isSlow
    submit(errand, isSlow: isSlow, bodyLimit: plan.maxBody, now)
  }

  private mutating func submit(_ errand: Errand, isSlow: Bool, bodyLimit: Int, _ now: Double) {
    var request = Request(
      id: nextID, url: errand.url, mayConnect: sites[errand.site].mayConnect)
    nextID += 1
    // Only the frontier lets keys of posted forms through; a robots.txt is never posted.
    if case .page = errand.purpose, let form = FormRequest(key: errand.url) {
      request.url = form.endpoint
      request.form = Array(form.form.utf8)
    }
    // What timed out gets three times the time, in every phase.
    let factor = isSlow ? Self.slowFactor : 1
    request.limits.totalMilliseconds = max(
      1, Int(min(plan.timeoutSeconds, 3600) * factor * 1000))
    let phase = min(Int(10_000 * factor), request.limits.totalMilliseconds)
    request.limits.nameMilliseconds = phase
    request.limits.connectMilliseconds = phase
    request.limits.handshakeMilliseconds = phase
    request.limits.firstByteMilliseconds = request.limits.totalMilliseconds
    // Whoever gives a request a minute gives its pauses half of it.
    request.limits.stallMilliseconds = max(
      Int(10_000 * factor), request.limits.totalMilliseconds / 2)
    request.limits.bodyBytes = bodyLimit
    request.jar = errand.site
    request.fields = errand.older?.conditions ?? []
    request.acceptsInvalidTLS = sites[errand.site].seed.acceptsInvalidTLS
    errands[request.id] = errand
    if errand.isPromising {
      sites[errand.site].hosts[errand.host].promising += 1
      sites[errand.site].hosts[errand.host].promisingSince = now
    }
    politeness.started(sites[errand.site].hosts[errand.host].name, now: now)
    sites[errand.site].underway += 1
    sites[errand.site].requests += 1
    meter.count(now)
    loop.submit(request)
  }
}
