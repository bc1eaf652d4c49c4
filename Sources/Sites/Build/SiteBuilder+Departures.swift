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
    addBodies(to: &found)
    return found.sorted()
  }

  /// The longest text around a link that takes a column's place, in characters.
  private static let longestPointer = 200

  /// Links off the plan's hosts that are all that a column's page holds: 请点击查看…, under a button.
  ///
  /// They stand for the column, whatever they say; a link that other pages show too is the site's.
  private func addBodies(to found: inout Set<Departure>) {
    var candidates: [(unit: UnitID, name: String, url: WebURL)] = []
    for (index, page) in records.pages.enumerated() {
      guard let owner = owners[index], let read = page.page, Self.mayPoint(read.facts) else {
        continue
      }
      // A page within a column stands for itself alone.
      let names = [read.facts.title ?? read.facts.column].compactMap { $0 }
      for link in read.facts.linkList.links(at: leaving[index]) where link.role != .entry {
        for name in names { candidates.append((owner.unit, name, link.url)) }
      }
    }
    guard !candidates.isEmpty else { return }
    var shown: [WebURL: Int] = [:]
    for candidate in candidates { shown[candidate.url] = 0 }
    for (index, page) in records.pages.enumerated() {
      guard let read = page.page else { continue }
      for url in Set(read.facts.linkList.links(at: leaving[index]).map(\.url)) {
        if let count = shown[url] { shown[url] = count + 1 }
      }
    }
    for candidate in candidates where shown[candidate.url] == 1 {
      found.insert(Departure(unit: candidate.unit, text: candidate.name, url: candidate.url))
    }
  }

  private static func mayPoint(_ facts: PageFacts) -> Bool {
    switch facts.kind {
    case .column, .other, .directory, .article: break
    case .home, .guide, .form, .download, .error, .challenge: return false
    }
    return facts.entries.isEmpty && facts.attachments.isEmpty && facts.textLength < longestPointer
      && facts.documentNumber == nil
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
