import Page
import Web

extension SiteBuilder {
  /// The longest text of a link that names a column, in bytes.
  private static let longestName = 90

  /// Links of units' own pages that lead off the plan's hosts.
  ///
  /// A list of powers that lies on the province's service site is not absent: nobody looked.
  func departures() -> [Departure] {
    var found: Set<Departure> = []
    for (index, page) in records.pages.enumerated() {
      guard let owner = owners[index], let facts = page.facts else { continue }
      for link in facts.links where link.role != .entry && link.role != .breadcrumb {
        guard !link.text.isEmpty, link.text.utf8.count <= Self.longestName,
          !records.hosts.contains(where: { $0.covers(link.url) })
        else { continue }
        found.insert(Departure(unit: owner.unit, text: link.text, url: link.url))
      }
    }
    return found.sorted()
  }
}
