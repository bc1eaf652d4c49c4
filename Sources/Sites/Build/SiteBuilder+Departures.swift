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
    // A foot says the same on every page of a unit.
    var last: [WebURL: Departure] = [:]
    for (index, page) in records.pages.enumerated() {
      guard let owner = owners[index], let read = page.page else { continue }
      for place in leaving[index] {
        let link = read.facts.links[place]
        guard link.role != .entry && link.role != .breadcrumb, !link.text.isEmpty,
          link.text.utf8.count <= Self.longestName
        else { continue }
        let departure = Departure(unit: owner.unit, text: link.text, url: link.url)
        if last.updateValue(departure, forKey: link.url) != departure { found.insert(departure) }
      }
    }
    return found.sorted()
  }
}
