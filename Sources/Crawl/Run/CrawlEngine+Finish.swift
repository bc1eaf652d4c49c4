import Fetch
import Page
import Web

extension CrawlEngine {
  /// Closes the sites that have nothing left to do; those that never answered wait for the end,
  /// since only then it shows whether our own network was down.
  mutating func closeWhatIsOver() {
    for site in changed where !sites[site].isOver && isDone(site) {
      if sites[site].answers > 0 { close(site, networkIsDown: false) } else { quiet.insert(site) }
    }
    changed.removeAll(keepingCapacity: true)
    guard open > 0, quiet.count == open else { return }
    let isDown = networkIsDown
    for site in quiet.sorted() { close(site, networkIsDown: isDown) }
    quiet = []
  }

  private func isDone(_ site: Int) -> Bool {
    stop == nil ? sites[site].isIdle : sites[site].underway == 0
  }

  /// Nothing answered, on at least two hosts, and every failure is of the network's kind.
  private var networkIsDown: Bool {
    let failures = sites.flatMap(\.failures)
    let tried = Set(sites.filter { !$0.failures.isEmpty }.flatMap { $0.seed.hosts.map(\.host) })
    return sites.allSatisfy { $0.answers == 0 } && tried.count >= 2
      && failures.allSatisfy { NetworkWatch.failures.contains($0) }
  }

  private mutating func close(_ site: Int, networkIsDown: Bool) {
    var summary = CrawlSummary(
      site: sites[site].seed.site, start: sites[site].seed.start, hosts: sites[site].seed.hosts,
      maxBody: plan.maxBody, software: plan.software)
    if networkIsDown {
      summary.stopped = "network.down"
    } else if stop != nil,
      sites[site].isCut || !sites[site].isIdle || sites[site].frontier.waiting > 0
    {
      summary.stopped = stop
    } else if sites[site].frontier.isSpent || sites[site].frontier.isOverfull {
      summary.stopped = "budget.pages"
    }
    summary.requests = sites[site].requests
    summary.bytes = sites[site].bytes
    summary.liberties = liberties(sites[site].seed)
    summary.pending = pending(site, waiting: summary.stopped ?? "budget.pages")
    sites[site].summary = summary
    sites[site].isOver = true
    open -= 1
    writer.put(.finish(site: site, summary: summary.json))
    // What is left of it stands in the account: its queues would wait for the end of all sites.
    sites[site].frontier = Frontier(hosts: [], maxPages: 1, maxDepth: 0, period: nil)
    sites[site].attachments = AttachmentQueue(most: 0)
    sites[site].trails = ListTrails(horizon: nil)
  }

  private mutating func pending(_ site: Int, waiting code: String) -> [CrawlSummary.Pending] {
    for host in sites[site].hosts.indices {
      if let parked = sites[site].hosts[host].parked {
        sites[site].refuse(parked, OutcomeTable.outcome(code))
      }
    }
    let pages = sites[site].frontier.pending(waiting: OutcomeTable.outcome(code))
      .map { account(of: $0, site, isAttachment: false) }
    let files = sites[site].attachments
      .pending(waiting: OutcomeTable.outcome(stop ?? "budget.attachments"))
      .map { account(of: $0, site, isAttachment: true) }
    let cut = sites[site].sitemaps.cut.filter { sites[site].frontier.number(of: $0) == nil }
      .map { CrawlSummary.Pending(url: $0, code: "budget.sitemap", via: nil) }
    // The frontier's are sorted.
    return files.isEmpty && cut.isEmpty ? pages : (pages + files + cut).sorted { $0.url < $1.url }
  }

  private func account(
    of item: Frontier.Pending, _ site: Int, isAttachment: Bool
  ) -> CrawlSummary.Pending {
    CrawlSummary.Pending(
      url: item.url, code: item.outcome.code, via: item.via,
      detail: sites[site].robots.detail(of: item.url, code: item.outcome.code)
        ?? refusedWait(site, item),
      isAttachment: isAttachment)
  }

  /// For how long the host of an address that was left alone asked, or how often.
  private func refusedWait(_ site: Int, _ item: Frontier.Pending) -> String? {
    guard item.outcome.code == "blocked.retryLater",
      let host = sites[site].frontier.host(of: item.url)
    else { return nil }
    guard let seconds = sites[site].hosts[host].refusedWait else {
      return "HTTP 429/503 ×\(Politeness.mostRefusals)"
    }
    let field = sites[site].hosts[host].crawlDelay == seconds ? "Crawl-delay" : "Retry-After"
    return "\(field): \(Int(min(seconds, 1e15))) s"
  }

  /// What the plan lets the crawl of a site do beyond the defaults, for the report.
  private func liberties(_ seed: CrawlPlan.Seed) -> [String] {
    var found: [String] = []
    if !plan.respectsRobots { found.append("robots: ignore") }
    if seed.acceptsInvalidTLS { found.append("tls: accept-invalid") }
    if let file = plan.authorities { found.append("ca-file: \(file)") }
    found += plan.allowedAddresses.map { "allow-addresses: \($0)" }
    return found
  }

  /// The records of all sites, in the order of the plan.
  var records: [SiteRecords] {
    sites.compactMap { site in site.summary.map { site.ledger.records($0) } }
  }
}
