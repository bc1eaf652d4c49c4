import Page
import Web

extension SiteBuilder {
  /// Gathers everything that is published: rows of lists, and pages with a text of their own.
  mutating func collectPublications() {
    var byAddress: [String: Publication] = [:]
    for (index, column) in columns.enumerated() {
      for entry in column.entries {
        guard let url = entry.url, !leadsToColumn(entry) else { continue }
        let address = entry.page.map { records.pages[$0].finalURL } ?? url
        if byAddress[address.string] != nil {
          byAddress[address.string]?.columns.append(index)
          continue
        }
        byAddress[address.string] = publication(entry, at: address, in: index)
      }
    }
    for (index, page) in records.pages.enumerated() {
      guard let facts = page.facts, byAddress[page.finalURL.string] == nil,
        position(of: page.finalURL) == index, hasOwnText(facts), let title = facts.title,
        columnOfPage[index] == nil || !isOfLinksAlone(facts)
      else { continue }
      byAddress[page.finalURL.string] = Publication(
        title: title, url: page.finalURL, date: facts.publishedOn, listDate: nil,
        owner: owners[index] ?? titleOwner(title), columns: columnOfPage[index].map { [$0] } ?? [],
        page: index, outcome: page.outcome)
    }
    publications = byAddress.values.map { publication in
      var sorted = publication
      sorted.columns = Set(publication.columns).sorted()
      return sorted
    }.sorted { $0.url < $1.url }
    collectUnread()
  }

  /// A row that leads to a column is a signpost, not a publication.
  private func leadsToColumn(_ entry: ColumnEntry) -> Bool {
    guard let page = entry.page, let facts = facts(page), facts.publishedOn == nil else {
      return false
    }
    switch facts.kind {
    case .column, .home: return true
    case .directory: return !facts.isRegister
    case .article, .guide, .form, .download, .error, .challenge: return false
    // A page that shows nothing but the way on, listed without a day.
    case .other:
      return entry.listDate == nil && facts.textLength < 30 && facts.bodyImages == 0
        && facts.attachments.isEmpty
    }
  }

  func hasOwnText(_ facts: PageFacts) -> Bool {
    switch facts.kind {
    case .article, .guide, .form, .download: true
    case .directory where facts.isRegister, .other:
      facts.listState == .none && (facts.textLength > 0 || facts.bodyImages > 0)
    case .home, .column, .directory, .error, .challenge: false
    }
  }

  /// The page of a column that shows nothing but its name and the way to others.
  private func isOfLinksAlone(_ facts: PageFacts) -> Bool {
    guard facts.kind == .other, facts.publishedOn == nil, facts.bodyImages == 0,
      facts.attachments.isEmpty, facts.textLength < 600
    else { return false }
    var text = facts.text
    let words = Set(facts.links.map(\.text) + facts.breadcrumb.map(\.text) + [facts.title ?? ""])
    for word in words.sorted(by: { ($1.count, $0) < ($0.count, $1) }) where !word.isEmpty {
      text = text.replacing(word, with: " ")
    }
    return text.count { $0.isLetter || $0.isNumber } < 8
  }

  private func publication(_ entry: ColumnEntry, at url: WebURL, in column: Int) -> Publication {
    let page = entry.page
    let facts = page.flatMap { self.facts($0) }
    // What came of a page that broke off may not be its title yet.
    let own = facts?.isTruncated == true && !entry.title.isEmpty ? nil : facts?.title
    let title = own.map { longer($0, entry.title) } ?? entry.title
    let date = facts?.publishedOn ?? entry.listDate
    var owner = page.flatMap { owners[$0] } ?? columns[column].owner
    if owner == nil { owner = titleOwner(title) }
    return Publication(
      title: title, url: url, date: date,
      listDate: entry.listDate == date ? nil : entry.listDate, owner: owner, columns: [column],
      page: page,
      outcome: page.map { records.pages[$0].outcome } ?? records.attachment(at: url)?.outcome)
  }

  /// The page's own title, unless the list's says the same and more.
  private func longer(_ own: String, _ listed: String) -> String {
    listed.utf8.count > own.utf8.count && listed.contains(own) ? listed : own
  }

  private func titleOwner(_ title: String) -> Attribution? {
    names.unit(inTitle: title).map { Attribution(unit: $0, reason: .title) }
  }

  /// Everything known that was not read, or read only in part.
  private mutating func collectUnread() {
    for (index, page) in records.pages.enumerated() {
      switch page.outcome.family {
      case .fetched:
        guard page.facts?.isTruncated == true else { continue }
      case .notFound: continue
      // No page at all: a document or a picture hides no column.
      case .error where page.outcome.code.hasPrefix("type."): continue
      // Where another host answers, nothing of this site was missed.
      case .error where page.outcome.code.hasPrefix("redirect.out"): continue
      case .truncated, .blocked, .disallowed, .unreachable, .error: break
      }
      let outcome =
        page.outcome.family == .fetched
        ? Outcome(code: "truncated.depth", family: .truncated) : page.outcome
      unread.append(
        UnreadAddress(
          url: page.url, outcome: outcome, linkTexts: pointers[index].texts.sorted(),
          isEntry: pointers[index].isEntry && !pointers[index].isNavigation))
    }
    unread.sort()
  }
}
