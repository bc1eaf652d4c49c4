import Page
import Web

extension SiteBuilder {
  /// The longest text of a link that names a column, in bytes.
  private static let longestName = 90

  /// Links of units' own pages that lead off the plan's hosts or that only a script follows, and
  /// those of nobody's pages that name a unit.
  ///
  /// A list of powers that lies on the province's service site is not absent: nobody looked.
  func departures() -> [Departure] {
    var found: Set<Departure> = []
    // A foot says the same on every page of a unit, and these follow one another.
    var last: [Departure] = []
    var blind: [UnitID: Set<String>] = [:]
    var entrances: Set<String> = []
    for (index, page) in records.pages.enumerated() {
      guard let read = page.page else { continue }
      guard let owner = owners[index] else {
        addEntrances(of: page, read.facts, leaving[index], &entrances, to: &found)
        continue
      }
      for text in read.facts.blindLinks
      where blind[owner.unit, default: []].insert(text).inserted {
        found.insert(Departure(unit: owner.unit, text: text, url: page.finalURL, kind: .blind))
      }
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

  /// Links that name a unit on menus and lists of nobody's, and can't be followed.
  private func addEntrances(
    of page: PageRecord, _ facts: PageFacts, _ leaving: [Int], _ seen: inout Set<String>,
    to found: inout Set<Departure>
  ) {
    switch facts.kind {
    case .home, .directory, .column, .other: break
    case .article, .guide, .form, .download, .error, .challenge: return
    }
    let outside = facts.linkList.links(at: leaving).map { ($0.text, $0.url) }
    for (text, url) in outside + facts.blindLinks.map({ ($0, page.finalURL) }) {
      guard !text.isEmpty, text.utf8.count <= Self.longestName, seen.insert(text).inserted,
        let unit = names.unit(named: text)
      else { continue }
      found.insert(Departure(unit: unit, text: text, url: url, kind: .entrance))
    }
  }
}
