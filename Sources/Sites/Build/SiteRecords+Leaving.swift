import Page
import Web

extension SiteRecords {
  /// Positions of the links that lead off the site's hosts, for each page.
  func leavingLinks() -> [[Int]] {
    pages.map { page in
      guard let read = page.page else { return [] }
      // Borrowed: a page has a hundred links, a site a million.
      let all = read.facts.links
      let links = all.span
      var leaving: [Int] = []
      for place in links.indices where !isOnSite(links[place].url) { leaving.append(place) }
      return leaving
    }
  }

  private func isOnSite(_ url: WebURL) -> Bool {
    for host in hosts where host.covers(url) { return true }
    return false
  }
}
