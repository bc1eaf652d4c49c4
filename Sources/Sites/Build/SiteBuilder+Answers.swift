import Page
import Web

/// What is known to be missing of lists whose rows come from an interface.
///
/// An interface can answer nonsense with a good status; only rows, or a plain "none", count as read.
extension SiteBuilder {
  /// A list's request that brought no rows, be it that nothing lies there.
  func noAnswer(_ url: WebURL) -> UnreadAddress {
    UnreadAddress(
      url: url, outcome: Outcome(code: "list.answerUnreadable", family: .error), linkTexts: [],
      isEntry: false)
  }

  /// Requests of a list's pages that brought something else than rows: an error page, the home
  /// page, data without a list.
  func unreadAnswers(of pages: [Int]) -> Set<UnreadAddress> {
    var found: Set<UnreadAddress> = []
    for page in pages {
      for url in readPage(page)?.facts.requests ?? [] {
        guard let position = position(of: url), let answer = readPage(position),
          records.pages[position].outcome.family != .notFound, !isRows(answer.facts)
        else { continue }
        found.insert(noAnswer(url))
      }
    }
    return found
  }

  private func isRows(_ answer: PageFacts) -> Bool {
    guard answer.kind == .column || answer.kind == .directory else { return false }
    switch answer.listState {
    case .readable, .empty, .elsewhere: return true
    case .none, .unreadable: return false
    }
  }

  /// Rows that the interface claims to have and did not give.
  ///
  /// Some interfaces give strangers the first page again and again: a row that comes twice counts
  /// once where an answer brought nothing new.
  func missingRows(of pages: [Int]) -> UnreadAddress? {
    guard pages.contains(where: { !(readPage($0)?.facts.requests.isEmpty ?? true) || isAnswer($0) })
    else {
      return nil
    }
    var seen: Set<ListedRow> = []
    var answered: Set<ListedRow> = []
    var rows = 0
    var repeated: Int?
    for page in pages {
      let entries = readPage(page)?.facts.entries ?? []
      let keys = entries.map(ListedRow.init)
      seen.formUnion(keys)
      rows += entries.count
      guard isAnswer(page), !keys.isEmpty else { continue }
      if answered.isSuperset(of: keys) { repeated = repeated ?? page }
      answered.formUnion(keys)
    }
    let stated = pages.compactMap { readPage($0)?.facts.statedEntries }.max()
    if let stated {
      // A few rows may stand there twice, pinned or published again.
      let isShort = rows < stated || stated - seen.count > max(2, stated / 10)
      guard isShort || repeated != nil && seen.count < stated else { return nil }
      let code = repeated == nil ? "list.rowsMissing" : "list.pageRepeated"
      return gap(repeated ?? pages.first, code)
    }
    // Without a total, only an answer that repeats another answer shows that pages are missing.
    return gap(repeated, "list.pageRepeated")
  }

  /// A page of a list that shows another page's rows, or another column's, in place of its own.
  ///
  /// Throttled servers answer so, with a good status. Fewer rows than this prove nothing.
  func strayPage(of pages: [Int]) -> UnreadAddress? {
    guard pages.count > 1, let head = pages.first, let first = readPage(head)?.facts else {
      return nil
    }
    let stated = first.statedPages ?? pages.count
    let name = Self.listName(first)
    var seen: Set<[ListedRow]> = []
    var stray: Int?
    for page in pages where !isAnswer(page) {
      guard let facts = readPage(page)?.facts, facts.entries.count >= 3 else { continue }
      let own = Self.listName(facts)
      let isOther = page != head && !own.contains(name) && !name.contains(own)
      let isNew = !isOther && seen.insert(facts.entries.map(ListedRow.init)).inserted
      if !isNew { stray = stray ?? page }
    }
    // The first page under a second address is no page less.
    return seen.count < min(stated, pages.count) ? gap(stray, "list.pageRepeated") : nil
  }

  /// What a list's page calls its column; empty where it does not.
  private static func listName(_ facts: PageFacts) -> String {
    facts.breadcrumb.last?.text ?? facts.column ?? facts.title ?? ""
  }

  private func isAnswer(_ page: Int) -> Bool { readPage(page)?.facts.isAnswer ?? false }

  private func gap(_ page: Int?, _ code: String) -> UnreadAddress? {
    page.map { page in
      UnreadAddress(
        url: records.pages[page].finalURL, outcome: Outcome(code: code, family: .error),
        linkTexts: [], isEntry: false)
    }
  }
}

/// What makes a row the same on two pages of a list.
private struct ListedRow: Hashable {
  let url: WebURL?
  let title: String

  init(_ entry: Entry) {
    url = entry.url
    title = entry.title
  }
}
