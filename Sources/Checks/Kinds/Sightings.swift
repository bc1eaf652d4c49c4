import Page
import Rules
import Synchronization
import Texts

/// Remembers, for a rule and an owner of pages, the first page that shows or mentions what was not seen
/// on the pages that the rule judges.
///
/// All units of a district share the portal's pages: these are looked through once.
final class Sightings: Sendable {
  private struct Key: Hashable {
    var rule: RuleID
    var unit: Int?
    var site: Int?
  }

  private let known = Mutex<[Key: SurveyIndex.PagePlace?]>([:])

  /// The first page of a territory with a field, a link or a word of the pieces.
  func first(
    _ pieces: [ElementsCheck.EachPage.Piece], for rule: Rule, in territory: Territory
  ) -> SurveyIndex.PagePlace? {
    let index = territory.index
    for member in territory.members {
      let key = Key(rule: rule.id, unit: member, site: nil)
      if let place = look(key, index.pagesOfUnit[member], pieces, territory) { return place }
    }
    guard territory.includesPortal else { return nil }
    for site in territory.sites {
      let key = Key(rule: rule.id, unit: nil, site: site)
      if let place = look(key, index.pagesOfPortal[site], pieces, territory) { return place }
    }
    return nil
  }

  private func look(
    _ key: Key, _ places: [SurveyIndex.PagePlace], _ pieces: [ElementsCheck.EachPage.Piece],
    _ territory: Territory
  ) -> SurveyIndex.PagePlace? {
    if let seen = known.withLock({ $0[key] }) { return seen }
    let found = places.first { place in
      territory.record(place).page.map { Self.shows($0.facts, pieces) } ?? false
    }
    known.withLock { $0[key] = .some(found) }
    return found
  }

  private static func shows(
    _ facts: PageFacts, _ pieces: [ElementsCheck.EachPage.Piece]
  ) -> Bool {
    pieces.contains { piece in
      if piece.formFields > 0, facts.formFields > 0 { return true }
      if !piece.links.isEmpty,
        facts.links.contains(where: { piece.links.fits(TitleText.normalize($0.text)) })
      {
        return true
      }
      guard !piece.words.isEmpty else { return false }
      let text = TitleText.normalize(facts.text)
      return (piece.words + piece.labels).contains { text.place(of: $0) != nil }
    }
  }
}
