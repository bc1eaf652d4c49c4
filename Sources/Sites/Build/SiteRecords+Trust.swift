import Page
import Web

extension SiteRecords {
  /// The fewest missing pages that make one think.
  private static let fewestMissing = 10

  /// The records, with "not found" taken for no answer where most of a site says so.
  ///
  /// Some fences answer 404 to strangers on all but the home page. When more addresses are not
  /// there than are, their absence is no fact: they count as unreachable, `notFound.widespread`.
  func distrustingWidespread404() -> SiteRecords {
    let missing = pages.count { $0.outcome.family == .notFound }
    let read = pages.count { $0.outcome.family == .fetched }
    guard missing >= Self.fewestMissing, missing > read else { return self }
    var records = self
    for index in records.pages.indices where records.pages[index].outcome.family == .notFound {
      records.pages[index].outcome = Outcome(code: "notFound.widespread", family: .unreachable)
    }
    return records
  }

  /// The records, with what arrived in part marked as such in its facts too: the reader knows only
  /// the bytes that came, and whoever looks for something on such a page must not miss it.
  func markingCutPages() -> SiteRecords {
    guard pages.contains(where: Self.isCut) else { return self }
    var records = self
    for index in records.pages.indices where Self.isCut(records.pages[index]) {
      records.pages[index].facts?.isTruncated = true
    }
    return records
  }

  /// The records, with pages that are nothing but a script's frame taken for unread.
  ///
  /// Such an address shows nothing of its own to who runs no scripts: it is neither a blank column
  /// nor an article without a text. A page of frames that can't be had is the same. A further page of a
  /// list is another thing: some systems leave an empty one behind the last.
  func settingShellsAside() -> SiteRecords {
    let shells = pages.indices.filter { Self.isShell(pages[$0]) && !hasLiveFrame(pages[$0]) }
    guard !shells.isEmpty else { return self }
    let further = Set(pages.flatMap { $0.page?.facts.nextPages ?? [] })
    var records = self
    for index in shells where !further.contains(records.pages[index].url) {
      records.pages[index].outcome = Outcome(code: "http.empty", family: .error)
      records.pages[index].facts = nil
    }
    return records
  }

  private static func isShell(_ page: PageRecord) -> Bool {
    guard page.outcome.family == .fetched, let read = page.page, read.facts.textLength == 0,
      !read.facts.isAnswer
    else { return false }
    switch (read.facts.kind, read.facts.listState) {
    case (.other, .none), (.column, .unreadable): break
    default: return false
    }
    return read.facts.linkList.count == 0 && read.facts.bodyImages == 0
      && read.facts.attachments.isEmpty
      && read.facts.redirect == nil && read.facts.formFields == 0
      && read.facts.fields.isEmpty && read.facts.breadcrumb.isEmpty
  }

  /// A frame of the page was read, or its want is told of in its own place.
  private func hasLiveFrame(_ page: PageRecord) -> Bool {
    page.page?.facts.frames.contains { record(of: $0)?.outcome.family != .notFound } ?? false
  }

  private static func isCut(_ page: PageRecord) -> Bool {
    page.outcome.family == .truncated && page.page?.facts.isTruncated == false
  }
}
