import Archive
import Dates
import Fetch
import Page
import Web

extension CrawlEngine {
  /// How old a stored robots.txt may be, in seconds (RFC 9309 §2.4).
  private static let robotsLifetime: Int64 = 24 * 3600
  /// Ends of a run after which more can be had by going on.
  private static let openStops: Set<String> = ["interrupted", "budget.time", "network.down"]

  /// Brings every site to where an earlier run left it: from its stored answers, as if they came
  /// again in the same order.
  ///
  /// What was stored is not asked for again; what was under way when the run was killed waits in
  /// the frontier where it did. Gives for each site how many answers are stored; nil when the site
  /// is over.
  mutating func resume(_ stored: StoredCrawl, reader: ReaderThread) throws -> [Int?] {
    var counts: [Int?] = []
    for site in sites.indices {
      var replay = SiteResumption(site: site, mark: try stored.mark(site))
      let stopped = replay.mark.summary?.stopped
      replay.isOver = replay.mark.summary != nil && !Self.openStops.contains(stopped ?? "")
      // A limit may have been raised since; only the frontier can tell.
      let isLimited = replay.mark.summary.map(wasLimited) ?? false
      try stored.answers(site).forEach { answer in
        takeUp(answer, &replay, isRead: replay.isOver && !isLimited, reader)
      }
      if replay.isOver, isLimited {
        replay.isOver =
          sites[site].frontier.isExhausted && sites[site].attachments.isIdle
      }
      loop.putCookies(replay.cookies, jar: site)
      takenUp += replay.sequence
      if replay.isOver, let summary = replay.mark.summary {
        sites[site].summary = summary
        sites[site].isOver = true
        sites[site].frontier = Frontier(hosts: [], maxPages: 1, maxDepth: 0, period: nil)
      }
      counts.append(replay.isOver ? nil : replay.sequence)
      report(CrawlProgress(takenUp: takenUp))
    }
    return counts
  }

  /// A limit of the plan kept the crawl of a site from asking for something.
  private func wasLimited(_ summary: CrawlSummary) -> Bool {
    if summary.stopped == "budget.pages" || summary.maxBody < plan.maxBody { return true }
    return summary.pending.contains { item in
      ["budget.depth", "budget.attachments"].contains(item.code)
        || item.code == "robots.disallowed" && !plan.respectsRobots
    }
  }

  /// `isRead`: the site is over, its pages are only read for its records.
  private mutating func takeUp(
    _ answer: StoredAnswer, _ replay: inout SiteResumption, isRead: Bool, _ reader: ReaderThread
  ) {
    switch answer {
    case .summary, .conversion, .beside: return
    case .failure(let note) where note.code == StoredAnswers.damagedCode:
      // It is asked for again.
      replay.sequence += 1
      return
    case .capture(let capture, _, _, _)
    where !isRead && capture.truncated == .length && capture.body.count < plan.maxBody:
      // The limit was lower then.
      replay.sequence += 1
      return
    case .capture, .failure: break
    }
    replay.sequence += 1
    let reading = PageReading(
      answer, sequence: replay.sequence, limit: plan.maxBody, read: reader.read,
      readFile: reader.readFile)
    if isRead {
      if case .capture = answer { sites[replay.site].answers += 1 }
      guard let reading else { return }
      if answer.reason == .probe {
        sites[replay.site].ledger.addProbe(reading)
      } else {
        sites[replay.site].ledger.add(reading)
      }
      return
    }
    if case .failure = answer, replay.sequence <= replay.mark.networkWasDownUntil { return }
    guard let errand = errand(for: answer, &replay) else { return }
    charge(answer, errand)
    if case .capture(let capture, let sent, _, _) = answer {
      replay.cookies += CookieLine.lines(
        sent.headers("set-cookie"), url: capture.url, at: capture.fetchedAt.secondsSince1970)
    }
    if errand.isPromising { sites[replay.site].hosts[errand.host].promising += 1 }
    switch errand.purpose {
    case .robots: settle(answer, errand, &replay)
    case .sitemap: list(Self.sitemap(answer), errand)
    case .probe: probed(reading, errand)
    case .page(let ticket):
      guard let reading else { return settled(errand) }
      if ticket.reason != .attachment {
        sites[replay.site].hosts[errand.host].retries.removeAll { $0.number == ticket.number }
      }
      let found = reader.harvests[replay.site].candidates(reading, of: ticket)
      learn(reading, found, errand)
    }
  }

  /// The errand to which an answer belonged.
  private mutating func errand(
    for answer: StoredAnswer, _ replay: inout SiteResumption
  ) -> Errand? {
    guard let (url, note) = replay.subject(answer),
      let host = sites[replay.site].frontier.host(of: url)
    else { return nil }
    let reason = Frontier.Reason(account: note.reason) ?? .link
    if reason == .sitemap || reason == .probe {
      let purpose = takeExtra(url, reason, replay.site, host)
      return Errand(site: replay.site, host: host, url: url, purpose: purpose, note: note)
    }
    if reason == .robots {
      let (origin, hops) = replay.robots.removeValue(forKey: url) ?? (url.origin, 0)
      return Errand(
        site: replay.site, host: host, url: url, purpose: .robots(origin: origin, hops: hops),
        note: note)
    }
    let candidate = Frontier.Candidate(
      url: url, via: note.via, depth: note.depth, reason: reason)
    let taken =
      reason == .attachment
      ? sites[replay.site].attachments.takeUp(candidate, host: host)
      : sites[replay.site].frontier.takeUp(candidate)
    guard let ticket = taken else { return nil }
    return Errand(
      site: replay.site, host: host, url: url, purpose: .page(ticket), note: note)
  }

  /// Takes the request for a sitemap or a probe out of those that wait; it was made.
  private mutating func takeExtra(
    _ url: WebURL, _ reason: Frontier.Reason, _ site: Int, _ host: Int
  ) -> Errand.Purpose {
    let index = sites[site].hosts[host].extras.firstIndex { extra in
      // Each run makes up a probe of its own.
      if case .probe = extra.purpose { reason == .probe } else { extra.url == url }
    }
    guard let index else { return reason == .probe ? .probe : .sitemap(depth: 0, hops: 0) }
    return sites[site].hosts[host].extras.remove(at: index).purpose
  }

  private static func sitemap(_ answer: StoredAnswer) -> SitemapAnswer {
    if case .capture(let capture, _, _, _) = answer { SitemapAnswer(capture) } else { .none }
  }

  /// Charges the budgets with an answer, as when it came.
  private mutating func charge(_ answer: StoredAnswer, _ errand: Errand) {
    let site = errand.site
    unread += 1
    sites[site].underway += 1
    sites[site].requests += 1
    switch answer {
    case .capture(_, _, let wireBytes, _):
      sites[site].answers += 1
      sites[site].bytes &+= wireBytes
      sites[site].hosts[errand.host].strikes = 0
    case .failure(let note):
      guard let kind = TransferError.Kind(rawValue: note.code) else { break }
      sites[site].failures.append(kind)
      strike(errand, kind)
    case .summary, .conversion, .beside: break
    }
  }

  /// A stored robots.txt counts for a day from when it was fetched.
  private mutating func settle(
    _ answer: StoredAnswer, _ errand: Errand, _ replay: inout SiteResumption
  ) {
    guard case .robots(let origin, let hops) = errand.purpose else { return }
    let robots: RobotsAnswer
    let fetchedAt: Timestamp
    switch answer {
    case .capture(let capture, _, _, _):
      robots = RobotsAnswer(capture)
      fetchedAt = capture.fetchedAt
    case .failure(let note):
      robots = RobotsAnswer(note)
      fetchedAt = note.at
    case .summary, .conversion, .beside: return
    }
    let age = SystemClock.wallSeconds - fetchedAt.secondsSince1970
    let isOld = age > Self.robotsLifetime || age < -Self.robotsLifetime
    if case .redirect(let target) = robots, hops < RobotsFile.mostRedirects,
      sites[errand.site].frontier.host(of: target) != nil, !isOld
    {
      // The answer of the target follows, or the whole is asked for again.
      replay.robots[target] = (origin, hops + 1)
      settled(errand)
      return
    }
    sites[errand.site].robots.asked(origin)
    settle(robots, errand)
    if isOld { sites[errand.site].robots.forget(origin) }
  }
}

/// What is kept while one site's stored answers are taken up.
private struct SiteResumption {
  let site: Int
  let mark: StoredCrawl.SiteMark
  var isOver = false
  var sequence = 0
  /// Where a robots.txt redirects to: the origin that it is for, and the number of the hop.
  var robots: [WebURL: (origin: String, hops: Int)] = [:]
  /// In libcurl's form, in the order in which they came.
  var cookies: [String] = []

  init(site: Int, mark: StoredCrawl.SiteMark) {
    self.site = site
    self.mark = mark
  }

  /// The address that was asked for, and why.
  func subject(_ answer: StoredAnswer) -> (url: WebURL, note: CaptureNote)? {
    switch answer {
    case .capture(let capture, _, _, let note): note.map { ($0.key ?? capture.url, $0) }
    case .failure(let failure): (failure.url, failure.note)
    case .summary, .conversion, .beside: nil
    }
  }
}
