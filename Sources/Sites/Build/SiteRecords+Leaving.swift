import Page
import Web

extension SiteRecords {
  /// Positions of the links that lead off the site's hosts, for each page.
  func leavingLinks() -> [[Int]] {
    var known = AddressAnswers<Bool>()
    // Made once: a method of the records would hold all of them anew for each link.
    let isOnSite = { [hosts] (url: WebURL) in
      for host in hosts where host.covers(url) { return true }
      return false
    }
    return pages.map { page in
      guard let read = page.page else { return [] }
      var leaving: [Int] = []
      if let links = read.facts.linkList.kept {
        var place = 0
        links.forEach { address, _, _ in
          if !known.answer(address, of: links.names, isOnSite) { leaving.append(place) }
          place += 1
        }
        return leaving
      }
      // Borrowed: a page has a hundred links, a site a million.
      let all = read.facts.links
      let links = all.span
      for place in links.indices where !isOnSite(links[place].url) { leaving.append(place) }
      return leaving
    }
  }
}
