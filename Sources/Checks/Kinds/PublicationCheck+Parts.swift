import Dates
import Findings
import Page
import Sites
import Texts
import Web

extension PublicationCheck {
  /// Which parts the fitting items and the columns that are texts themselves show.
  struct PartCount {
    private(set) var met: [Bilingual] = []
    private(set) var missing: [Bilingual] = []
    /// The columns whose own pages were looked at.
    private(set) var bodies: [ColumnPlace] = []
    /// How many pages were looked at.
    private(set) var pages = 0

    var isComplete: Bool { missing.isEmpty }

    /// One page: its title, the columns that list it, and its words when it was read.
    private struct Sheet {
      var title: [UInt8]
      var columns: Set<FoldedName>
      var words: PageWords?
      var hasMedia: Bool

      func shows(_ part: Part) -> Bool {
        if part.titles.fits(title) || part.columns.contains(where: columns.contains) {
          return !part.needsFigures || (words?.hasFigures ?? false)
        }
        if part.hasMedia && hasMedia { return true }
        guard let words else { return false }
        return part.words.contains(where: words.has) && (!part.needsFigures || words.hasFigures)
      }
    }

    init(_ search: Search, _ items: [Candidate]) {
      guard !search.requirement.parts.isEmpty else { return }
      let territory = search.territory
      let places = search.requirement.parts.contains { !$0.columns.isEmpty }
      let media = search.requirement.parts.contains { $0.hasMedia }
      var sheets = items.map { candidate in
        Sheet(
          title: candidate.item.normal,
          columns: places ? territory.columnNames(of: candidate.item) : [],
          words: candidate.page.flatMap {
            territory.words(of: candidate.item, territory.files(of: candidate.item, $0.facts))
          },
          hasMedia: media && candidate.page.map { Self.hasMedia($0.facts) } ?? false)
      }
      for place in search.columns {
        let column = territory.index.column(place)
        guard column.entries.isEmpty, column.state != .unreadable, let body = column.body,
          PageContent.holdsSomething(body), search.isTimely(body),
          search.refused(PageWords(body)) == nil
        else { continue }
        bodies.append(place)
        sheets.append(
          Sheet(
            title: TitleText.normalize(column.name), columns: [], words: PageWords(body),
            hasMedia: media && Self.hasMedia(body)))
      }
      pages = sheets.count
      count(sheets, search)
    }

    private mutating func count(_ sheets: [Sheet], _ search: Search) {
      let parts = search.requirement.parts
      var best = sheets
      if search.requirement.isTogether {
        let counts = sheets.map { sheet in parts.count { sheet.shows($0) } }
        let most = counts.max() ?? 0
        best = counts.firstIndex(of: most).map { [sheets[$0]] } ?? []
      }
      let asOf = search.territory.survey.asOf
      for part in parts {
        if best.contains(where: { $0.shows(part) }) {
          met.append(part.name)
        } else if let due = part.due?.day(in: search.year), due >= asOf {
          // Its day has not come.
          continue
        } else {
          missing.append(part.name)
        }
      }
    }

    private static let films = [".mp4", ".mp3", ".m3u8", ".flv", ".wmv", ".avi", ".mov", ".wav"]

    private static func hasMedia(_ facts: PageFacts) -> Bool {
      if facts.bodyImages > 0 { return true }
      return (facts.attachments + facts.links).contains { link in
        let address = link.url.string.lowercased()
        return films.contains { address.hasSuffix($0) }
      }
    }
  }
}

extension Territory {
  /// The names, in normal form, of the columns that list an item.
  func columnNames(of item: Item) -> Set<FoldedName> {
    Set(
      item.columns.flatMap { number in
        let column = index.column(ColumnPlace(site: item.site, column: number))
        return ([column.name] + column.otherNames).map(FoldedName.init)
      })
  }
}
