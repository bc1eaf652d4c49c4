import Page
import Web

extension SiteBuilder {
  /// Gathers everything that is published: rows of lists, and pages with a text of their own.
  mutating func collectPublications() {
    var found: [Publication] = []
    var places: [WebURL: Int] = [:]
    for (index, column) in columns.enumerated() {
      for entry in column.entries {
        guard let url = entry.url, !leadsToColumn(entry) else { continue }
        let address = entry.page.map { records.pages[$0].finalURL } ?? url
        if let known = places[address] {
          if found[known].columns.last != index { found[known].columns.append(index) }
          continue
        }
        places[address] = found.count
        found.append(publication(entry, at: address, in: index))
      }
    }
    for (index, page) in records.pages.enumerated() {
      guard let read = page.page, places[page.finalURL] == nil,
        position(of: page.finalURL) == index, hasOwnText(read.facts), let title = read.facts.title,
        columnOfPage[index] == nil || !isOfLinksAlone(read.facts)
      else { continue }
      places[page.finalURL] = found.count
      found.append(
        Publication(
          title: title, url: page.finalURL, date: read.facts.publishedOn, listDate: nil,
          owner: owners[index] ?? titleOwner(title),
          columns: columnOfPage[index].map { [$0] } ?? [], page: index, outcome: page.outcome))
    }
    publications = found.indices.sorted { found[$0].url < found[$1].url }.map { found[$0] }
    collectUnread()
  }

  /// A row that leads to a column is a signpost, not a publication.
  private func leadsToColumn(_ entry: ColumnEntry) -> Bool {
    guard let page = entry.page, let read = readPage(page), read.facts.publishedOn == nil else {
      return false
    }
    switch read.facts.kind {
    case .column, .home: return true
    case .directory: return !read.facts.isRegister
    case .article, .guide, .form, .download, .error, .challenge: return false
    // A page that shows nothing but the way on, listed without a day.
    case .other:
      return entry.listDate == nil && read.facts.textLength < 30 && read.facts.bodyImages == 0
        && read.facts.attachments.isEmpty
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
    let read = page.flatMap { readPage($0) }
    // What came of a page that broke off may not be its title yet.
    let own = read?.facts.isTruncated == true && !entry.title.isEmpty ? nil : read?.facts.title
    let title = own.map { longer($0, entry.title) } ?? entry.title
    let date = read?.facts.publishedOn ?? entry.listDate
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
    let spare = spareScripts()
    for (index, page) in records.pages.enumerated() where !spare.contains(page.url) {
      switch page.outcome.family {
      case .fetched:
        guard page.page?.facts.isTruncated == true else { continue }
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

  /// The menu links of a page whose menu does not come from a script, at least.
  private static let leastMenu = 4

  /// Files of scripts named after menus, where every page that names them bears a menu without them:
  /// they only stir it, and hide no column.
  private func spareScripts() -> Set<WebURL> {
    var spare: Set<WebURL> = []
    var needed: Set<WebURL> = []
    for page in records.pages {
      guard let facts = page.page?.facts, !facts.menuScripts.isEmpty else { continue }
      let links = facts.links.lazy.filter { $0.role == .menu }.prefix(Self.leastMenu)
      if links.count < Self.leastMenu {
        needed.formUnion(facts.menuScripts)
      } else {
        spare.formUnion(facts.menuScripts)
      }
    }
    return spare.subtracting(needed)
  }
}
