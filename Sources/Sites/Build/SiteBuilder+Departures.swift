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
    // A foot says the same on every page of a unit, and these follow one another.
    var last: [Departure] = []
    for (index, page) in records.pages.enumerated() {
      guard let owner = owners[index], let read = page.page else { continue }
      let own = read.facts.linkList.links(at: leaving[index]).filter { link in
        let length = link.text.utf8.count
        return link.role != .entry && link.role != .breadcrumb && length > 0
          && length <= Self.longestName
      }
      let isSame =
        own.count == last.count
        && zip(own, last).allSatisfy { link, known in
          known.unit == owner.unit && link.url == known.url && link.text == known.text
        }
      if isSame { continue }
      last = own.map { Departure(unit: owner.unit, text: $0.text, url: $0.url) }
      found.formUnion(last)
    }
    return found.sorted()
  }
}
