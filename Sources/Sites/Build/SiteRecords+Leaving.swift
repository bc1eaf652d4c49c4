import Page
import Web

extension SiteRecords {
  /// Positions of the links that lead off the site's hosts, for each page.
  func leavingLinks() -> [[Int]] {
    pages.map { page in
      guard let read = page.page else { return [] }
      return read.facts.links.indices.filter { place in
        !hosts.contains { $0.covers(read.facts.links[place].url) }
      }
    }
  }
}
