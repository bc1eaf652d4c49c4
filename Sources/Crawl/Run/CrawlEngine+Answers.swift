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
    .handshake, .addressForbidden,
  ]
  /// At so many strikes without an answer between them the rest of a host is given up.
  private static let mostStrikes = 40

  /// A transfer is over: pace is told, the response goes to be stored.
  mutating func finish(_ transfer: Transfer) {
    guard var errand = errands.removeValue(forKey: transfer.request.id) else { return }
    let now = SystemClock.monotonic
    let name = sites[errand.site].hosts[errand.host].name
    sites[errand.site].due = -.infinity
    switch transfer.result {
    case .success(let response):
      politeness.ended(name, ending(response, transfer), now: now)
      sites[errand.site].hosts[errand.host].strikes = 0
      sites[errand.site].answers += 1
      sites[errand.site].bytes &+= response.body.count
      errand.bytes = response.body.count
      unread += 1
      unreadBytes += errand.bytes
      readers.put(.pack(transfer, response, errand))
    case .failure(let error) where error.kind == .cancelled:
      politeness.ended(name, .cancelled, now: now)
      sites[errand.site].underway -= 1
      sites[errand.site].requests -= 1
      giveBack(errand)
    case .failure(let error):
      politeness.ended(name, .failed, now: now)
      strike(errand, error.kind)
      sites[errand.site].failures.append(error.kind)
      unread += 1
      let verdict = OutcomeClassifier.verdict(error)
      let at = Timestamp(secondsSince1970: transfer.startedAt)
      let note = FailureNote(
        url: errand.url, code: verdict.outcome.code, detail: verdict.detail, note: errand.note,
        at: at)
      writer.put(.note(note, errand))
    }
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
    sites[errand.site].frontier.refuse(
      ticket.number, OutcomeTable.outcome(stop ?? "interrupted"))
  }

  private mutating func strike(_ errand: Errand, _ kind: TransferError.Kind) {
    let weight = Self.heavyFailures.contains(kind) ? 4 : 1
    sites[errand.site].hosts[errand.host].strikes += weight
    guard sites[errand.site].hosts[errand.host].strikes >= Self.mostStrikes else { return }
    let outcome = OutcomeTable.outcome("host.down")
    sites[errand.site].hosts[errand.host].isDown = true
    sites[errand.site].hosts[errand.host].retries = []
    sites[errand.site].frontier.refuseWaiting(host: errand.host, outcome)
    if let parked = sites[errand.site].hosts[errand.host].parked {
      sites[errand.site].frontier.refuse(parked.number, outcome)
      sites[errand.site].hosts[errand.host].parked = nil
    }
  }

  /// An answer is stored and read: its links go to the frontier, a failure perhaps to a retry.
  mutating func learn(_ reading: PageReading, _ found: [Frontier.Candidate], _ errand: Errand) {
    let site = errand.site
    unread -= 1
    unreadBytes -= errand.bytes
    sites[site].underway -= 1
    sites[site].due = -.infinity
    guard case .page(let ticket) = errand.purpose else { return }
    let isFirst = sites[site].ledger.reading(of: reading.url) == nil
    sites[site].ledger.add(plan.keepsFacts ? reading : reading.withEmptyFacts)
    if isFirst { families[reading.outcome.family, default: 0] += 1 }
    guard stop == nil else { return }
    for candidate in found { _ = sites[site].frontier.add(candidate) }
    if reading.setsCookie, reading.isHop { askAgainWithCookie(reading, errand) }
    if RetryRule.mayPass(reading, attempt: ticket.attempt) {
      addRetry(ticket.number, errand, after: plan.retrySeconds * Double(ticket.attempt))
    }
  }

  private mutating func addRetry(_ number: Int, _ errand: Errand, after seconds: Double) {
    guard !sites[errand.site].hosts[errand.host].isDown else { return }
    sites[errand.site].hosts[errand.host].retries.append(
      SiteState.Retry(number: number, due: SystemClock.monotonic + seconds))
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
    sites[errand.site].hosts[host].retries.append(SiteState.Retry(number: number, due: 0))
  }

  /// An answer for a robots.txt is in.
  mutating func settle(_ answer: RobotsAnswer, _ errand: Errand) {
    unread -= 1
    unreadBytes -= errand.bytes
    let site = errand.site
    sites[site].underway -= 1
    sites[site].due = -.infinity
    guard case .robots(let origin, let hops) = errand.purpose else { return }
    switch answer {
    case .file(let file):
      sites[site].robots[origin] = .known(file)
      if let delay = file.crawlDelay {
        politeness.setDelay(delay, of: sites[site].hosts[errand.host].name)
      }
    case .none: sites[site].robots[origin] = .known(.allowsAll)
    case .redirect(let target):
      // Five redirects are followed; a file beyond them, or on a host that is not the plan's,
      // counts as not there (RFC 9309 §2.3.1.2).
      guard hops < RobotsFile.mostRedirects, stop == nil,
        let host = sites[site].frontier.host(of: target)
      else {
        sites[site].robots[origin] = .known(.allowsAll)
        return
      }
      let now = SystemClock.monotonic
      submitRobots(target, origin: origin, hops: hops + 1, site, host, now)
    case .unreachable(let code, let detail):
      var tries = 1
      if case .again(_, let before) = sites[site].robots[origin] { tries = before + 1 }
      let isDown = sites[site].hosts[errand.host].isDown
      if tries < 2, !isDown {
        let due = SystemClock.monotonic + plan.retrySeconds
        sites[site].robots[origin] = .again(at: due, tries: tries)
      } else {
        sites[site].robots[origin] = .unreachable(code: code)
        sites[site].robotsDetail[origin] = detail
      }
    }
  }
}

/// Which outcomes are worth a second request within the run.
enum RetryRule {
  private static let passing: Set<String> = [
    "timeout.dns", "timeout.connect", "timeout.tls", "timeout.response", "dns.failed",
    "connect.reset", "connect.refused", "connect.unreachable", "http.emptyReply",
    "http.serverError", "http.malformed", "truncated.time", "truncated.disconnect",
    "truncated.coding", "local.resources",
  ]

  /// True when the address should be asked for again; `attempt` counts from 1.
  static func mayPass(_ reading: PageReading, attempt: Int) -> Bool {
    if reading.status == 429 || reading.status == 503 { return attempt < 3 }
    return attempt < 2 && passing.contains(reading.outcome.code)
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
