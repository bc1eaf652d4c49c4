package import Page
import Sites
package import Web

/// Whose documents a rule has to see: publications of certain titles, or in certain columns.
package struct AttachmentNeed: Sendable {
  let titles: TitlePatterns
  /// Names of columns in normal form.
  let columns: Set<FoldedName>

  init(titles: TitlePatterns, columns: [FoldedName]) {
    self.titles = titles
    self.columns = Set(columns)
  }
}

/// What all rules of an audit together want to see of the documents that pages offer.
///
/// Asked for each page of a crawl; the answer depends on the page's facts alone.
package struct AttachmentWishes: Sendable {
  /// The most documents of one page that are wanted.
  private static let mostOfPage = 20
  private static let endings: Set<String> = [
    "pdf", "doc", "docx", "xls", "xlsx", "wps", "et", "ofd", "rtf", "csv", "txt", "zip",
  ]

  private let needs: [AttachmentNeed]

  /// Gathers the needs of all rules.
  package init(_ books: [RuleBook]) { needs = books.flatMap(\.rules).flatMap(\.attachments) }

  /// The addresses of the documents that a rule needs: those of a fitting page that says little
  /// itself, and rows of lists that lead to a document at once.
  package func addresses(_ facts: PageFacts) -> [WebURL] {
    guard !needs.isEmpty else { return [] }
    var found: [WebURL] = []
    if PageContent.leavesMuchToFiles(facts), isWanted(facts) {
      found += facts.attachments.prefix(Self.mostOfPage).map(\.url)
    }
    let rows = facts.entries.filter { $0.url.map(Self.isDocument) ?? false }
    guard !rows.isEmpty else { return found }
    let keys = Self.keys(facts)
    for row in rows.prefix(500) where found.count < Self.mostOfPage * 5 {
      let title = TitleText.normalize(row.title)
      guard let url = row.url,
        needs.contains(where: { $0.titles.fits(title) || !$0.columns.isDisjoint(with: keys) })
      else { continue }
      found.append(url)
    }
    return found
  }

  private func isWanted(_ facts: PageFacts) -> Bool {
    let title = TitleText.normalize(facts.title ?? "")
    let keys = Self.keys(facts).union([FoldedName(facts.title ?? "")])
    return needs.contains { $0.titles.fits(title) || !$0.columns.isDisjoint(with: keys) }
  }

  /// The names of the columns in which a page stands, in normal form.
  private static func keys(_ facts: PageFacts) -> Set<FoldedName> {
    Set((facts.breadcrumb.map(\.text) + [facts.column ?? ""]).map(FoldedName.init))
      .filter { !$0.isEmpty }
  }

  private static func isDocument(_ url: WebURL) -> Bool {
    guard let dot = url.path.lastIndex(of: ".") else { return false }
    return endings.contains(url.path[url.path.index(after: dot)...].lowercased())
  }
}
