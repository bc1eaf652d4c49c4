import Archive
import Fetch
import Web

extension CrawlEngine {
  /// Starts every request that may be started now, site after site, host after host.
  mutating func startWhatIsDue(_ now: Double) {
    guard stop == nil else { return }
    for site in sites.indices where !sites[site].isOver && sites[site].due <= now {
      guard hasRoom else { return }
      sites[site].due = .infinity
      for host in sites[site].hosts.indices { startRequests(site, host, now) }
    }
  }

  private mutating func startRequests(_ site: Int, _ host: Int, _ now: Double) {
    let name = sites[site].hosts[host].name
    while hasRoom {
      switch politeness.permission(for: name, now: now) {
      case .now:
        guard startNext(site, host, now) else { return }
      case .at(let moment):
        wake(site, at: moment)
        return
      case .afterOneEnds:
        // Another site may hold this host's connections; its events do not come here.
        if sites[site].underway == 0 { wake(site, at: now + 0.1) }
        return
      }
    }
    wake(site, at: now)
  }

  /// Looks at a site again at that moment at the latest.
  mutating func wake(_ site: Int, at moment: Double) {
    sites[site].due = min(sites[site].due, moment)
  }

  /// Starts one request to a host; false when there is none to start now.
  private mutating func startNext(_ site: Int, _ host: Int, _ now: Double) -> Bool {
    while let ticket = nextTicket(site, host, now) {
      guard plan.respectsRobots else {
        submit(ticket, site, host, now)
        return true
      }
      let origin = ticket.url.origin
      switch sites[site].robots[origin] {
      case .known(let file) where file.allows(Self.asked(ticket.url).target):
        submit(ticket, site, host, now)
        return true
      case .known:
        refuse(ticket, site, OutcomeTable.outcome("robots.disallowed"))
      case .unreachable(let code):
        refuse(ticket, site, OutcomeTable.outcome(code))
      case .fetching:
        sites[site].hosts[host].parked = ticket
        return false
      case .again(let moment, _) where moment > now:
        sites[site].hosts[host].parked = ticket
        wake(site, at: moment)
        return false
      case .again, nil:
        sites[site].hosts[host].parked = ticket
        return askForRobots(origin, site, host, now)
      }
    }
    return false
  }

  /// The next address of a host: what waited for robots.txt, what is new, then what failed before.
  private mutating func nextTicket(_ site: Int, _ host: Int, _ now: Double) -> Frontier.Ticket? {
    if let parked = sites[site].hosts[host].parked {
      sites[site].hosts[host].parked = nil
      return parked
    }
    if let ticket = sites[site].frontier.next(host: host) { return ticket }
    let retries = sites[site].hosts[host].retries
    guard let index = retries.indices.min(by: { retries[$0].due < retries[$1].due }) else {
      return nil
    }
    guard retries[index].due <= now else {
      wake(site, at: retries[index].due)
      return nil
    }
    sites[site].hosts[host].retries.remove(at: index)
    return sites[site].frontier.again(retries[index].number)
  }

  private mutating func refuse(_ ticket: Frontier.Ticket, _ site: Int, _ outcome: Outcome) {
    sites[site].frontier.refuse(ticket.number, outcome)
    families[outcome.family, default: 0] += 1
  }

  private mutating func askForRobots(
    _ origin: String, _ site: Int, _ host: Int, _ now: Double
  ) -> Bool {
    guard let url = WebURL("\(origin)/robots.txt") else {
      sites[site].robots[origin] = .known(.allowsAll)
      return true
    }
    if case .again = sites[site].robots[origin] {} else { sites[site].robots[origin] = .fetching }
    submitRobots(url, origin: origin, hops: 0, site, host, now)
    return true
  }

  /// Asks for a robots.txt, or for what it redirects to.
  mutating func submitRobots(
    _ url: WebURL, origin: String, hops: Int, _ site: Int, _ host: Int, _ now: Double
  ) {
    if case .again(_, let tries) = sites[site].robots[origin] {
      sites[site].robots[origin] = .again(at: .infinity, tries: tries)
    }
    let note = CaptureNote(via: nil, depth: 0, reason: Frontier.Reason.robots.rawValue)
    let errand = Errand(
      site: site, host: host, url: url, purpose: .robots(origin: origin, hops: hops), note: note)
    submit(errand, attempt: 1, bodyLimit: RobotsFile.longest + (64 << 10), now)
  }

  /// The address that is asked: of a posted form its endpoint.
  private static func asked(_ url: WebURL) -> WebURL { FormRequest(key: url)?.endpoint ?? url }

  private mutating func submit(_ ticket: Frontier.Ticket, _ site: Int, _ host: Int, _ now: Double) {
    let isForm = FormRequest(key: ticket.url) != nil
    let note = CaptureNote(
      via: ticket.via, depth: ticket.depth, reason: ticket.reason.rawValue,
      key: isForm ? ticket.url : nil)
    let errand = Errand(
      site: site, host: host, url: ticket.url, purpose: .page(ticket), note: note)
    submit(errand, attempt: ticket.attempt, bodyLimit: plan.maxBody, now)
  }

  private mutating func submit(_ errand: Errand, attempt: Int, bodyLimit: Int, _ now: Double) {
    let seed = sites[errand.site].seed
    let literal = seed.hosts + seed.start.map(\.hostPort)
    let policy = AddressPolicy(allowed: plan.allowedAddresses)
    var request = Request(id: nextID, url: errand.url) { address in
      guard let ip = IPAddress(address.bytes) else { return false }
      return policy.allows(ip, literalHosts: literal, port: address.port)
    }
    nextID += 1
    // Only the frontier lets keys of posted forms through; a robots.txt is never posted.
    if case .page = errand.purpose, let form = FormRequest(key: errand.url) {
      request.url = form.endpoint
      request.form = Array(form.form.utf8)
    }
    // The second pass is the slow one: what timed out gets twice the time.
    let seconds = min(plan.timeoutSeconds, 3600) * (attempt > 1 ? 2 : 1)
    request.limits.totalMilliseconds = max(1, Int(seconds * 1000))
    let phase = min(10_000, request.limits.totalMilliseconds)
    request.limits.nameMilliseconds = phase
    request.limits.connectMilliseconds = phase
    request.limits.handshakeMilliseconds = phase
    request.limits.firstByteMilliseconds = request.limits.totalMilliseconds
    request.limits.bodyBytes = bodyLimit
    request.jar = errand.site
    request.acceptsInvalidTLS = seed.acceptsInvalidTLS
    errands[request.id] = errand
    politeness.started(sites[errand.site].hosts[errand.host].name, now: now)
    sites[errand.site].underway += 1
    sites[errand.site].requests += 1
    meter.count(now)
    loop.submit(request)
  }
}
