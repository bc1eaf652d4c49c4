package import Page
import Web

/// Folds the readings of one site into its records: the same for a live crawl and a replay.
package struct SiteLedger: Sendable {
  /// How many redirects in a row are followed.
  package static let mostHops = 10

  private var readings: [WebURL: PageReading] = [:]
  /// What hosts answered for pages that can't be there.
  private var probes: [PageReading] = []
  private var files: [WebURL: PageReading] = [:]

  package init() {}

  /// Takes the answer to a probe: it is no page of the site, but tells which pages are none.
  package mutating func addProbe(_ reading: PageReading) { probes.append(reading) }

  /// Takes one reading; of several for one address the one stored last counts, unless it contradicts
  /// a page that broke off.
  package mutating func add(_ reading: PageReading) {
    if reading.isFile || reading.document != nil,
      files[reading.url].map({ $0.sequence <= reading.sequence }) ?? true
    {
      files[reading.url] = reading
    }
    guard !reading.isFile else { return }
    guard let known = readings[reading.url] else {
      readings[reading.url] = reading
      return
    }
    let (early, late) = known.sequence <= reading.sequence ? (known, reading) : (reading, known)
    readings[reading.url] =
      Self.isContradicted(early, by: late) ? early.stored(at: late.sequence) : late
  }

  /// A page broke off after it had shown something, and what came later shows less.
  ///
  /// A dead link, a fault, a blank page: what was seen was there; that more is missing is not known.
  private static func isContradicted(_ early: PageReading, by late: PageReading) -> Bool {
    guard early.outcome.family == .truncated, let seen = early.facts, late.redirect == nil,
      !seen.entries.isEmpty || seen.textLength >= 100
    else { return false }
    guard let shown = late.facts,
      late.outcome.family == .fetched || late.outcome.family == .truncated
    else { return true }
    return shown.entries.count < seen.entries.count && shown.textLength < seen.textLength
  }

  /// What an address answered last, or nil when it has not yet.
  func reading(of url: WebURL) -> PageReading? { readings[url] }

  /// The records of the site, complete and sorted.
  package func records(_ summary: CrawlSummary) -> SiteRecords {
    var readings = readings
    var pending: [CrawlSummary.Pending] = []
    for item in summary.pending where !item.isAttachment {
      // What failed when our own network was down counts as never asked for.
      let isVoid = item.code == "network.down" && readings[item.url]?.capture == nil
      if isVoid { readings[item.url] = nil }
      if readings[item.url] == nil { pending.append(item) }
    }
    Self.sortOnce(&pending)
    SameAnswers(start: summary.start, probes: probes).mark(&readings)
    let trail = RedirectTrail(
      readings: readings, pending: pending, start: summary.start, hosts: summary.hosts)
    var pages: [PageRecord] = []
    pages.reserveCapacity(readings.count + pending.count)
    // An address is either answered or pending; both are sorted, and are laid into one another.
    var next = pending.startIndex
    for url in readings.keys.sorted() {
      while next < pending.endIndex, pending[next].url < url {
        pages.append(PageRecord(pending[next]))
        next += 1
      }
      if let reading = readings[url] { pages.append(trail.record(of: reading)) }
    }
    pages += pending[next...].map { PageRecord($0) }
    var records = SiteRecords(
      site: summary.site, start: summary.start, hosts: summary.hosts, pages: pages,
      stopped: summary.stopped, requests: summary.requests, bytes: summary.bytes)
    records.attachments = attachments(summary, files)
    return records
  }
}

extension SiteLedger {
  /// Sorts by address and keeps the last account of each; ours come so, an archive may hold any.
  private static func sortOnce(_ pending: inout [CrawlSummary.Pending]) {
    guard !zip(pending, pending.dropFirst()).allSatisfy({ $0.url < $1.url }) else { return }
    var last: [WebURL: CrawlSummary.Pending] = [:]
    for item in pending { last[item.url] = item }
    pending = last.values.sorted { $0.url < $1.url }
  }
}

/// Follows redirects from address to address through what was read.
struct RedirectTrail {
  let readings: [WebURL: PageReading]
  /// Sorted by address.
  let pending: [CrawlSummary.Pending]
  let start: [WebURL]
  let hosts: [HostPort]

  /// The record of an address: its own, or that of the address which answered in the end.
  func record(of first: PageReading) -> PageRecord {
    var current = first
    var seen: Set<WebURL> = [first.url]
    while let target = current.redirect {
      guard hosts.contains(where: { $0.covers(target) }) else {
        return end(first, at: current, target, "redirect.out")
      }
      guard seen.insert(target).inserted else {
        return end(first, at: current, target, "redirect.loop")
      }
      guard seen.count <= SiteLedger.mostHops + 1 else {
        return end(first, at: current, target, "redirect.tooMany")
      }
      guard let next = readings[target] else {
        return end(first, at: current, target, code(of: target) ?? "interrupted")
      }
      current = next
    }
    let isHome = current.url != first.url && leadsHome(first, to: current.url)
    let outcome = isHome ? OutcomeTable.outcome("redirect.home") : current.outcome
    var record = PageRecord(
      url: first.url, finalURL: current.url, outcome: outcome, status: current.status, facts: nil,
      capture: current.capture, via: first.via,
      detail: current.url == first.url ? current.detail : current.detail ?? "→ \(current.url)")
    if !isHome { record.sharedFacts = current.sharedFacts }
    return record
  }

  /// Why an address was not asked for; nil when it is not pending.
  private func code(of url: WebURL) -> String? {
    var low = pending.startIndex
    var high = pending.endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if pending[middle].url < url { low = middle + 1 } else { high = middle }
    }
    return low < pending.endIndex && pending[low].url == url ? pending[low].code : nil
  }

  /// A trail that leads nowhere: the record is that of its last stop, facts and all when that is
  /// a page of its own.
  private func end(
    _ first: PageReading, at last: PageReading, _ target: WebURL, _ code: String
  ) -> PageRecord {
    PageRecord(
      url: first.url, finalURL: last.url, outcome: OutcomeTable.outcome(code),
      status: last.status, facts: nil, capture: last.capture, via: first.via,
      detail: "→ \(target)")
  }

  /// A redirect from deep inside the site to its front page, by status or by a page that shows
  /// nothing else, hides what was asked for.
  private func leadsHome(_ first: PageReading, to target: WebURL) -> Bool {
    guard first.isHop || first.isShell, first.via != nil, !start.contains(first.url) else {
      return false
    }
    // `/?from=tzgg` is the front page, `/?cat=3` may be a column: the page itself tells.
    let isFront =
      target.target == "/" || start.contains(target)
      || target.path == "/" && showsFront(target)
    guard isFront else { return false }
    // `/index.html` is the front page under another name, `/tzgg/` is a column.
    let steps = first.url.path.split(separator: "/")
    guard steps.count <= 1 else { return true }
    guard let name = steps.first?.prefix(while: { $0 != "." }).lowercased() else { return false }
    return !Self.frontNames.contains(name)
  }

  /// The page shows what a start page shows, as far as title, text and links tell.
  private func showsFront(_ url: WebURL) -> Bool {
    guard let facts = readings[url]?.facts else { return false }
    return start.contains { place in
      guard let front = readings[place]?.facts else { return false }
      return front.title == facts.title && front.textLength == facts.textLength
        && front.linkList.count == facts.linkList.count
    }
  }

  /// What front pages are called in addresses.
  private static let frontNames: Set<String> = [
    "index", "default", "home", "homepage", "main", "portal", "www", "web", "site", "sy",
    "shouye", "welcome", "pc", "cms",
  ]
}

extension PageRecord {
  /// An address that was not asked for.
  fileprivate init(_ item: CrawlSummary.Pending) {
    self.init(
      url: item.url, finalURL: item.url, outcome: OutcomeTable.outcome(item.code), status: nil,
      facts: nil, capture: nil, via: item.via, detail: item.detail)
  }
}
