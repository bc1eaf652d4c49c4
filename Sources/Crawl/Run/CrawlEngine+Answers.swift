import Archive
import Dates
import Fetch
import Page
import Web

extension CrawlEngine {
  /// Failures of which one is worth four of the others: the host itself can't be had.
  private static let heavyFailures: Set<TransferError.Kind> = [
    .nameNotResolved, .connectRefused, .connectUnreachable, .timeoutName, .timeoutConnect,
    .timeoutHandshake, .certificateExpired, .certificateName, .certificateSelfSigned,
    .certificateIssuer, .certificateInvalid, .certificateNotYetValid, .certificateRevoked,
    .certificateWeak, .handshake, .handshakeOutdated, .notTLS, .addressForbidden,
  ]
  /// At so many strikes without an answer between them the rest of a host is given up.
  private static let mostStrikes = 40

  /// A transfer is over: pace is told, the response goes to be stored.
  mutating func finish(_ transfer: Transfer) {
    guard var errand = errands.removeValue(forKey: transfer.request.id) else { return }
    let now = SystemClock.monotonic
    let name = sites[errand.site].hosts[errand.host].name
    agenda.wake(errand.site)
    if case .page = errand.purpose { sites[errand.site].hosts[errand.host].isOnSlowPass = false }
    switch transfer.result {
    case .success(let response):
      politeness.ended(name, ending(response, transfer), now: now)
      sites[errand.site].hosts[errand.host].strikes = 0
      sites[errand.site].answers += 1
      network.answered(name)
      forgetSilence()
      sites[errand.site].bytes &+= response.body.count
      errand.bytes = response.body.count
      unread += 1
      unreadBytes += errand.bytes
      readers.put(.pack(transfer, response, errand))
    case .failure(let error) where error.kind == .cancelled:
      politeness.ended(name, .cancelled, now: now)
      sites[errand.site].underway -= 1
      sites[errand.site].requests -= 1
      changed.append(errand.site)
      if errand.isPromising { sites[errand.site].hosts[errand.host].promising -= 1 }
      giveBack(errand)
    case .failure(let error):
      politeness.ended(name, .failed, now: now)
      strike(errand, error.kind)
      sites[errand.site].failures.append(error.kind)
      network.failed(name, error.kind)
      if case .page(let ticket) = errand.purpose {
        sites[errand.site].silent.append(ticket.number)
        silentSites.insert(errand.site)
      }
      unread += 1
      let verdict = OutcomeClassifier.verdict(error)
      let at = Timestamp(secondsSince1970: transfer.startedAt)
      let note = FailureNote(
        url: errand.url, code: verdict.outcome.code, detail: verdict.detail, note: errand.note,
        at: at)
      writer.put(.note(note, errand))
      if network.isDown { haltForNetwork() }
    }
  }

  /// Something answered: what failed before failed for reasons of its own.
  private mutating func forgetSilence() {
    guard !silentSites.isEmpty else { return }
    for site in silentSites {
      sites[site].silent = []
      for host in sites[site].hosts.indices { sites[site].hosts[host].fellSilent = false }
    }
    silentSites = []
  }

  private func ending(_ response: Response, _ transfer: Transfer) -> Politeness.Ending {
    guard response.status == 429 || response.status == 503 else {
      return .answered(Double(transfer.timing.firstByte) / 1e6)
    }
    let value = HeadField.value("retry-after", in: response.head)
    return .throttled(
      retryAfter: value.flatMap { RetryAfter.seconds($0, now: SystemClock.wallSeconds) })
  }

  /// A request that was stopped: its address counts as never asked for.
  private mutating func giveBack(_ errand: Errand) {
    sites[errand.site].isCut = true
    guard case .page(let ticket) = errand.purpose else { return }
    sites[errand.site].refuse(ticket, OutcomeTable.outcome(stop ?? "interrupted"))
  }

  mutating func strike(_ errand: Errand, _ kind: TransferError.Kind) {
    let weight = Self.heavyFailures.contains(kind) ? 4 : 1
    sites[errand.site].hosts[errand.host].strikes += weight
    guard sites[errand.site].hosts[errand.host].strikes >= Self.mostStrikes else { return }
    sites[errand.site].hosts[errand.host].fellSilent = true
    silentSites.insert(errand.site)
    giveUp(errand.site, errand.host, OutcomeTable.outcome("host.down"))
  }

  /// Refuses everything that waits for a host of a site.
  mutating func giveUp(_ site: Int, _ host: Int, _ outcome: Outcome) {
    sites[site].hosts[host].isDown = true
    sites[site].hosts[host].retries = []
    sites[site].hosts[host].extras = []
    let now = SystemClock.monotonic
    for hop in sites[site].hosts[host].robotsHops {
      sites[site].robots.failed(
        hop.origin, code: "robots.unreachable", detail: "robots.txt → \(hop.url)", now: now,
        pause: nil)
    }
    sites[site].hosts[host].robotsHops = []
    sites[site].frontier.refuseWaiting(host: host, outcome)
    sites[site].attachments.refuseWaiting(host: host, outcome)
    if let parked = sites[site].hosts[host].parked {
      sites[site].refuse(parked, outcome)
      sites[site].hosts[host].parked = nil
    }
  }

  /// An answer is stored and read: its links go to the frontier, a failure perhaps to a retry.
  mutating func learn(_ reading: PageReading, _ found: [Frontier.Candidate], _ errand: Errand) {
    let site = errand.site
    settled(errand)
    guard case .page(let ticket) = errand.purpose else { return }
    let isFirst = sites[site].ledger.reading(of: reading.url) == nil
    sites[site].ledger.add(plan.keepsFacts ? reading : reading.withEmptyFacts)
    if isFirst { families[reading.outcome.family, default: 0] += 1 }
    // Also when the run is at its end: what a page led to is then known as not asked for.
    offer(found, of: reading, site)
    guard stop == nil else { return }
    if reading.outcome.family == .fetched, !reading.isHop { survey(site, errand.host, reading.url) }
    guard ticket.reason != .attachment else {
      if RetryRule.mayPass(reading, attempt: ticket.attempt), !sites[site].hosts[errand.host].isDown
      {
        sites[site].attachments.again(ticket.number)
      }
      return
    }
    if reading.setsCookie, reading.isHop { askAgainWithCookie(reading, errand) }
    if RetryRule.mayPass(reading, attempt: ticket.attempt) {
      let isSlow = RetryRule.isTimeout(reading)
      addRetry(
        ticket.number, errand, after: plan.retrySeconds * Double(ticket.attempt), isSlow: isSlow)
    }
  }

  /// An answer has gone all the way.
  mutating func settled(_ errand: Errand) {
    unread -= 1
    unreadBytes -= errand.bytes
    loop.release(errand.bytes)
    if errand.isPromising { sites[errand.site].hosts[errand.host].promising -= 1 }
    sites[errand.site].underway -= 1
    agenda.wake(errand.site)
    changed.append(errand.site)
  }

  /// Gives a page's links to the frontier, and leaves its list where it is too old.
  private mutating func offer(
    _ found: [Frontier.Candidate], of reading: PageReading, _ site: Int
  ) {
    let isTwin = sites[site].twins.isOneTooMany(reading)
    var found = found
    if isTwin { for index in found.indices { found[index].isOfTwin = true } }
    // By their places: each candidate that is taken out is a copy of four texts.
    for index in found.indices {
      guard found[index].reason == .attachment else {
        _ = sites[site].frontier.add(found[index])
        continue
      }
      // Documents wait behind the pages.
      guard let host = sites[site].frontier.host(of: found[index].url) else { continue }
      sites[site].attachments.add(found[index], host: host)
    }
    guard let facts = reading.facts else { return }
    askForFeeds(facts.feeds, site)
    let left = sites[site].trails.read(facts, at: reading.url)
    guard !left.isEmpty else { return }
    let names = [facts.column, facts.title].compactMap { $0 } + facts.breadcrumb.map(\.text)
    let mayStop = !plan.looksBack(names)
    for url in left {
      guard let number = sites[site].frontier.number(of: url) else { continue }
      if mayStop {
        sites[site].frontier.stopList(at: number, Outcome.beforePeriod)
      } else {
        sites[site].frontier.putOff(number)
      }
    }
  }

  /// Ends the run because this machine's network has failed: what failed since the last answer
  /// counts as never asked for.
  private mutating func haltForNetwork() {
    let outcome = OutcomeTable.outcome("network.down")
    for site in sites.indices where !sites[site].isOver {
      for host in sites[site].hosts.indices where sites[site].hosts[host].fellSilent {
        sites[site].frontier.replaceRefusal(
          host: host, OutcomeTable.outcome("host.down"), by: outcome)
        sites[site].isCut = true
      }
      for number in sites[site].silent { sites[site].frontier.refuse(number, outcome) }
      if !sites[site].silent.isEmpty { sites[site].isCut = true }
      sites[site].silent = []
    }
    halt(outcome.code)
  }

  private mutating func addRetry(
    _ number: Int, _ errand: Errand, after seconds: Double, isSlow: Bool
  ) {
    guard !sites[errand.site].hosts[errand.host].isDown else { return }
    sites[errand.site].hosts[errand.host].retries.append(
      SiteState.Retry(
        number: number, due: SystemClock.monotonic + seconds, isSlow: isSlow))
  }

  /// Asks once more where a redirect that sets a cookie leads to a redirect.
  ///
  /// With the cookie the address may answer: some firewalls send every first visitor through such a circle.
  private mutating func askAgainWithCookie(_ reading: PageReading, _ errand: Errand) {
    guard let target = reading.redirect,
      let number = sites[errand.site].frontier.number(of: target),
      (1..<3).contains(sites[errand.site].frontier.attempts(number)),
      target == reading.url || sites[errand.site].ledger.reading(of: target)?.isHop == true,
      let host = sites[errand.site].frontier.host(of: target),
      !sites[errand.site].hosts[host].retries.contains(where: { $0.number == number })
    else { return }
    sites[errand.site].hosts[host].retries.append(
      SiteState.Retry(number: number, due: 0, isSlow: false))
  }

  /// An answer for a robots.txt is in.
  mutating func settle(_ answer: RobotsAnswer, _ errand: Errand) {
    settled(errand)
    let site = errand.site
    let now = SystemClock.monotonic
    guard case .robots(let origin, let hops) = errand.purpose else { return }
    switch answer {
    case .file(let file):
      sites[site].robots.take(file, of: origin, fetchedAt: now)
      // Where the file was found elsewhere it still speaks for the host that was asked first.
      if let delay = file.crawlDelay,
        let host = WebURL(origin).flatMap({ sites[site].frontier.host(of: $0) })
      {
        politeness.setDelay(delay, of: sites[site].hosts[host].name)
        sites[site].hosts[host].crawlDelay = delay
      }
      sites[site].sitemaps.note(file.sitemaps, of: origin)
    case .none: sites[site].robots.take(.allowsAll, of: origin, fetchedAt: now)
    case .redirect(let target):
      // Five redirects are followed; a file beyond them, or on a host that is not the plan's,
      // counts as not there (RFC 9309 §2.3.1.2).
      guard hops < RobotsFile.mostRedirects, stop == nil,
        let host = sites[site].frontier.host(of: target)
      else {
        sites[site].robots.take(.allowsAll, of: origin, fetchedAt: now)
        return
      }
      guard !sites[site].hosts[host].isDown else {
        sites[site].robots.failed(
          origin, code: "robots.unreachable", detail: "robots.txt → \(target)", now: now, pause: nil
        )
        return
      }
      // It waits for the pace of the host that it is on, like all requests.
      sites[site].hosts[host].robotsHops.append(
        SiteState.RobotsHop(url: target, origin: origin, hops: hops + 1))
    case .unreachable(let code, let detail):
      sites[site].robots.failed(
        origin, code: code, detail: detail, now: now,
        pause: sites[site].hosts[errand.host].isDown ? nil : plan.retrySeconds)
    }
  }
}

/// Which outcomes are worth a second request within the run.
enum RetryRule {
  private static let passing: Set<String> = [
    "timeout.dns", "timeout.connect", "timeout.tls", "timeout.response", "dns.failed",
    "connect.reset", "connect.refused", "connect.unreachable", "http.emptyReply",
    "http.serverError", "http.malformed", "truncated.time", "truncated.disconnect",
    "truncated.coding", "local.resources", "archive.originalMissing",
    "http.otherVersion",
  ]

  /// True when the address should be asked for again; `attempt` counts from 1.
  static func mayPass(_ reading: PageReading, attempt: Int) -> Bool {
    if reading.status == 429 || reading.status == 503 { return attempt < 3 }
    return attempt < 2 && passing.contains(reading.outcome.code)
  }

  /// Says whether more time is what the address needs: it goes to the slow pass.
  static func isTimeout(_ reading: PageReading) -> Bool {
    reading.outcome.code.hasPrefix("timeout.") || reading.outcome.code == "truncated.time"
  }
}

/// Looks a field up in a head as it came.
enum HeadField {
  /// The value of the first field of that name (lower case).
  static func value(_ name: String, in head: [UInt8]) -> String? {
    for line in head.split(separator: 10) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let text = String(decoding: line[..<colon], as: UTF8.self)
      if text.lowercased() == name {
        return String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
      }
    }
    return nil
  }
}
