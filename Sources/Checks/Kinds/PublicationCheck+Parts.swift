import Page
import Sites
import Texts
import Web

extension PublicationCheck {
  /// Which parts the fitting items show between them.
  struct PartCount {
    let met: [Bilingual]
    let missing: [Bilingual]

    var isComplete: Bool { missing.isEmpty }

    init(
      _ parts: [Part], _ items: [Candidate], _ bodies: [PageFacts], in territory: Territory
    ) {
      let texts = bodies.map(PageWords.init)
      let pages = items.map { candidate in
        (
          item: candidate.item, words: candidate.facts.map(PageWords.init),
          hasMedia: candidate.facts.map(Self.showsMedia) ?? false
        )
      }
      var met: [Bilingual] = []
      var missing: [Bilingual] = []
      for part in parts {
        let isShown = pages.contains { page in
          if Self.stands(page.item, under: part.columns, territory) {
            return !part.needsFigures || (page.words?.hasFigures ?? false)
          }
          if part.hasMedia, page.hasMedia { return true }
          if part.titles.fits(page.item.normal) {
            return !part.needsFigures || (page.words?.hasFigures ?? false)
          }
          guard let words = page.words else { return false }
          return part.words.contains(where: words.has) && (!part.needsFigures || words.hasFigures)
        }
        let isInColumn = texts.contains { words in
          part.words.contains(where: words.has) && (!part.needsFigures || words.hasFigures)
        }
        if isShown || isInColumn { met.append(part.name) } else { missing.append(part.name) }
      }
      self.met = met
      self.missing = missing
    }

    private static let media = [".mp4", ".mp3", ".flv", ".m3u8", ".swf", ".wmv", ".avi", ".mov"]

    /// A picture stands in the main part, or a sound or film is linked.
    private static func showsMedia(_ facts: PageFacts) -> Bool {
      facts.bodyImages > 0
        || (facts.links + facts.attachments).contains { link in
          let address = link.url.string.lowercased()
          return media.contains { address.hasSuffix($0) }
        }
    }

    private static func stands(
      _ item: Item, under names: [String], _ territory: Territory
    ) -> Bool {
      guard !names.isEmpty else { return false }
      return item.columns.contains { column in
        let found = territory.index.column(ColumnPlace(site: item.site, column: column))
        return ([found.name] + found.otherNames).contains { names.contains(TitleText.key($0)) }
      }
    }
  }
}
