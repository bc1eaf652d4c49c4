import Dates
import Fetch
import Page
import Web

/// What is asked for beside a site's pages, once its first page was read: sitemaps, feeds, a probe.
extension CrawlEngine {
  /// Looks after a host's sitemaps and its probe, once, when a page of it was read.
  mutating func survey(_ site: Int, _ host: Int, _ url: WebURL) {
    guard !sites[site].hosts[host].isSurveyed else { return }
    sites[site].hosts[host].isSurveyed = true
    if plan.readsSitemaps {
      let frontier = sites[site].frontier
      let places = sites[site].sitemaps.places(of: url.origin) { frontier.host(of: $0) != nil }
      for place in places { ask(place, 0, 0, site) }
    }
    if plan.probesMissing, let probe = Self.probe(url.origin) {
      sites[site].hosts[host].extras.append(.init(url: probe, purpose: .probe))
    }
  }

  /// An address that nobody can have made and nobody can guess.
  private static func probe(_ origin: String) -> WebURL? {
    let number = UInt64.random(in: .min ... .max)
    return WebURL("\(origin)/mingcha-probe-\(String(number, radix: 16)).html")
  }

  /// Asks for the feeds that a page names.
  mutating func askForFeeds(_ feeds: [WebURL], _ site: Int) {
    guard plan.readsSitemaps else { return }
    for url in feeds { ask(url, SitemapBook.mostDepth, 0, site) }
  }

  /// Puts a sitemap or feed among the requests of its host, if it is one of the plan's.
  private mutating func ask(
    _ url: WebURL, _ depth: Int, _ hops: Int, _ site: Int, parent: WebURL? = nil
  ) {
    guard let host = sites[site].frontier.host(of: url), !sites[site].hosts[host].isDown,
      sites[site].sitemaps.mayAsk(url, depth: depth, parent: parent)
    else { return }
    sites[site].hosts[host].extras.append(
      .init(url: url, purpose: .sitemap(depth: depth, hops: hops)))
  }

  /// A sitemap or feed is in: its addresses go to the frontier, last unless their titles are
  /// sought.
  mutating func list(_ answer: SitemapAnswer, _ errand: Errand) {
    settled(errand)
    let site = errand.site
    guard stop == nil, case .sitemap(let depth, let hops) = errand.purpose else { return }
    switch answer {
    case .none: break
    case .redirect(let target):
      if hops < SitemapBook.mostHops { ask(target, depth, hops + 1, site) }
    case .file(let file):
      for child in file.children { ask(child, depth + 1, 0, site, parent: errand.url) }
      for item in sites[site].sitemaps.take(file, at: errand.url) {
        let word = item.title.flatMap { plan.soughtTitle?($0) }
        let isRecent = item.day.map { plan.period?.contains($0) ?? true } ?? false
        let rank: Frontier.Rank =
          word != nil && isRecent ? .article : isRecent ? .listedRecent : .listed
        _ = sites[site].frontier.add(
          .init(
            url: item.url, via: errand.url, depth: 1, reason: .listed, rank: rank, word: word))
      }
    }
  }

  /// What a host says of pages that are not there is known now.
  mutating func probed(_ reading: PageReading?, _ errand: Errand) {
    settled(errand)
    if let reading { sites[errand.site].ledger.addProbe(reading) }
  }
}
