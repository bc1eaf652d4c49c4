import Dates
import Page
import Web

extension SiteBuilder {
  /// Folds list pages into columns: a list over all its pages is one column.
  mutating func foldColumns() {
    var groups = PageGroups(count: records.pages.count)
    for (index, page) in records.pages.enumerated() {
      guard let read = page.page, isColumnPage(index) else { continue }
      for url in read.facts.nextPages {
        guard let next = position(of: url), isColumnPage(next) else { continue }
        groups.join(index, next)
      }
    }
    var members: [Int: [Int]] = [:]
    for index in records.pages.indices where isColumnPage(index) {
      // Two addresses of one page are one page.
      guard position(of: records.pages[index].finalURL) == index else { continue }
      members[groups.root(of: index), default: []].append(index)
    }
    for group in members.values {
      if let column = fold(group) { columns.append(column) }
    }
    columns += unreadColumns()
    columns.sort { $0.url < $1.url }
    for (index, column) in columns.enumerated() {
      for url in column.pages {
        if let page = position(of: url) { columnOfPage[page] = index }
      }
    }
  }

  /// A page that shows a list, or that a menu leads to.
  private func isColumnPage(_ index: Int) -> Bool {
    guard let read = readPage(index) else { return false }
    switch read.facts.kind {
    case .error, .challenge, .home: return false
    case .directory where read.facts.isRegister:
      return read.facts.listState != .none
        || (pointers[index].isNavigation && !pointers[index].isEntry)
    case .column, .directory: return true
    case .article, .guide, .form, .download, .other:
      return read.facts.listState != .none
        || (pointers[index].isNavigation && (!pointers[index].isEntry || isSignpost(read.facts)))
    }
  }

  /// A page without a text or day of its own that its breadcrumb calls a column: a front page may
  /// list it among its rows all the same.
  private func isSignpost(_ facts: PageFacts) -> Bool {
    guard facts.kind == .other, facts.publishedOn == nil, let column = facts.column,
      let last = facts.breadcrumb.last
    else { return false }
    return last.text == column
  }

  private func fold(_ group: [Int]) -> Column? {
    let sorted = group.sorted { self.before($0, $1) }
    guard let head = sorted.first, let read = readPage(head) else { return nil }
    var column = Column(name: name(of: head, read.facts), url: records.pages[head].finalURL)
    column.otherNames = pointers[head].names.union(read.facts.title.map { [$0] } ?? [])
      .subtracting([column.name]).filter { !Self.isMore($0) }.sorted()
    column.path = read.facts.breadcrumb.map(\.text)
    column.owner = owners[head]
    let pages = inListOrder(head, sorted)
    column.pages = pages.map { records.pages[$0].finalURL }
    addEntries(of: pages, to: &column)
    if column.entries.isEmpty, read.facts.textLength > 0 || read.facts.bodyImages > 0 {
      column.body = read.facts
    }
    column.newest = column.entries.compactMap { entry in
      entry.page.flatMap { readPage($0)?.facts.publishedOn } ?? entry.listDate
    }.max()
    column.unread = unreadPages(of: pages)
    if column.entries.isEmpty { column.unread += outOfSight(read.facts, at: column.url) }
    column.state = state(of: column, pages)
    return column
  }

  /// The first page of a list has the shortest address.
  private func before(_ left: Int, _ right: Int) -> Bool {
    let a = records.pages[left].finalURL
    let b = records.pages[right].finalURL
    // An interface's answer stands for the list only where no page does.
    let answers = (
      readPage(left)?.facts.isAnswer ?? false, readPage(right)?.facts.isAnswer ?? false
    )
    if answers.0 != answers.1 { return answers.1 }
    return (a.string.utf8.count, a) < (b.string.utf8.count, b)
  }

  private func inListOrder(_ head: Int, _ group: [Int]) -> [Int] {
    var order = [head]
    var seen: Set<Int> = [head]
    for url in readPage(head)?.facts.nextPages ?? [] {
      if let next = position(of: url), group.contains(next), seen.insert(next).inserted {
        order.append(next)
      }
    }
    return order + group.filter { !seen.contains($0) }
  }

  private func name(of head: Int, _ facts: PageFacts) -> String {
    if let column = facts.column, !column.isEmpty { return column }
    if let title = facts.title, !title.isEmpty { return title }
    return pointers[head].names.filter { !Self.isMore($0) }.min() ?? ""
  }

  static func isMore(_ text: String) -> Bool {
    let key = NameKey.of(text).lowercased()
    return key.isEmpty || key.hasPrefix("更多") || key.hasPrefix("more") || key == "+" || key == ">>"
      || key == "查看更多" || key == ">"
  }

  private func addEntries(of pages: [Int], to column: inout Column) {
    var seen: Set<String> = []
    for page in pages {
      for entry in readPage(page)?.facts.entries ?? [] {
        let key = entry.url?.string ?? "\(entry.title)|\(entry.date?.description ?? "")"
        guard seen.insert(key).inserted else { continue }
        column.entries.append(
          ColumnEntry(
            title: entry.title, url: entry.url, listDate: entry.date,
            page: entry.url.flatMap { position(of: $0) }))
      }
    }
  }

  /// Letters from which on a column's page is a text and not a few rows.
  private static let ownText = 200

  /// Gives columns the pages that no list shows and whose breadcrumb leads to the column: rows
  /// without a day, or too few to be told from a menu.
  mutating func placeByBreadcrumb() {
    var listed: Set<Int> = []
    for column in columns { listed.formUnion(column.entries.compactMap(\.page)) }
    for (index, page) in records.pages.enumerated() {
      guard let read = page.page, !read.facts.isTruncated, !listed.contains(index),
        columnOfPage[index] == nil, position(of: page.finalURL) == index, hasOwnText(read.facts),
        let title = read.facts.title,
        let step = read.facts.breadcrumb.last(where: { $0.url != nil }),
        let place = step.url.flatMap({ position(of: $0) }).flatMap({ columnOfPage[$0] }),
        (columns[place].body?.textLength ?? 0) < Self.ownText
      else { continue }
      columns[place].entries.append(
        ColumnEntry(title: title, url: page.finalURL, listDate: nil, page: index))
      columns[place].body = nil
      columns[place].newest = [columns[place].newest, read.facts.publishedOn].compactMap { $0 }
        .max()
      if columns[place].state == .blank { columns[place].state = .complete }
    }
  }

  /// Gives a list that is an interface's answer the path that its rows' pages tell.
  mutating func borrowPaths() {
    for index in columns.indices where columns[index].path.isEmpty {
      let name = NameKey.of(columns[index].name)
      guard !name.isEmpty else { continue }
      for page in columns[index].entries.prefix(5).compactMap(\.page) {
        let steps = readPage(page)?.facts.breadcrumb.map(\.text) ?? []
        guard let own = steps.lastIndex(where: { NameKey.of($0) == name }) else { continue }
        columns[index].path = Array(steps[...own])
        break
      }
    }
  }

  /// List pages that the pager promises and that were not read.
  ///
  /// One that is not there (404) counts too, and one without a row that is not the last: rows that
  /// the list claims to have can't be seen.
  private func unreadPages(of pages: [Int]) -> [UnreadAddress] {
    var found: Set<UnreadAddress> = []
    for page in pages {
      let promised = readPage(page)?.facts.nextPages ?? []
      for (number, url) in promised.enumerated() {
        guard let next = position(of: url) else {
          found.insert(
            UnreadAddress(
              url: url, outcome: Outcome(code: "list.pageNotFetched", family: .disallowed),
              linkTexts: [], isEntry: false))
          continue
        }
        let record = records.pages[next]
        let isBlank = number + 1 < promised.count && isWithoutRows(next) && hasRows(page)
        let isMissing = record.outcome.family == .notFound || isBlank
        guard record.page == nil || isMissing else { continue }
        let outcome =
          isMissing ? Outcome(code: "list.pageMissing", family: .error) : record.outcome
        found.insert(
          UnreadAddress(url: record.url, outcome: outcome, linkTexts: [], isEntry: false))
      }
      let record = records.pages[page]
      if record.outcome.family == .truncated || record.page?.facts.isTruncated == true {
        found.insert(
          UnreadAddress(
            url: record.finalURL,
            outcome: record.outcome.family == .truncated
              ? record.outcome : Outcome(code: "truncated.depth", family: .truncated),
            linkTexts: [], isEntry: false))
      }
    }
    found.formUnion(unreadAnswers(of: pages))
    if found.isEmpty, let gap = missingRows(of: pages) ?? strayPage(of: pages) { found.insert(gap) }
    if found.isEmpty, let open = pages.last(where: { readPage($0)?.facts.leadsOn == true }) {
      found.insert(
        UnreadAddress(
          url: records.pages[open].finalURL,
          outcome: Outcome(code: "list.pagesUnknown", family: .error), linkTexts: [],
          isEntry: false))
    }
    // Behind a page that is too old lie those that were never met: they are older still.
    let isLeft = found.contains { $0.outcome == .beforePeriod }
    if !isLeft, let head = pages.first, let stated = readPage(head)?.facts.statedPages,
      stated > pages.count + found.count, (readPage(head)?.facts.nextPages.count ?? 0) + 1 < stated
    {
      found.insert(
        UnreadAddress(
          url: records.pages[head].finalURL,
          outcome: Outcome(code: "list.pagesUnknown", family: .error), linkTexts: [],
          isEntry: false))
    }
    return found.sorted()
  }

  /// Where the content of a column without rows or text may be: in a frame that was not read, in
  /// pictures alone.
  private func outOfSight(_ facts: PageFacts, at url: WebURL) -> [UnreadAddress] {
    guard facts.listState == .none, facts.textLength < 60, facts.attachments.isEmpty else {
      return []
    }
    let frames = facts.frames.compactMap { frame -> UnreadAddress? in
      let record = position(of: frame).map { records.pages[$0] }
      guard record?.page == nil, record?.outcome.family != .notFound else { return nil }
      let outcome = record?.outcome ?? Outcome(code: "host.outside", family: .disallowed)
      return UnreadAddress(url: frame, outcome: outcome, linkTexts: [], isEntry: false)
    }
    guard frames.isEmpty, facts.bodyImages > 0 else { return frames }
    let outcome = Outcome(code: "column.pictures", family: .error)
    return [UnreadAddress(url: url, outcome: outcome, linkTexts: [], isEntry: false)]
  }

  private func hasRows(_ page: Int) -> Bool { readPage(page)?.facts.entries.isEmpty == false }

  /// The page was read and shows neither a row nor that a script would write some.
  private func isWithoutRows(_ page: Int) -> Bool {
    guard let facts = readPage(page)?.facts else { return false }
    return facts.entries.isEmpty && (facts.listState == .none || facts.listState == .empty)
      && facts.publishedOn == nil
  }

  private func state(of column: Column, _ pages: [Int]) -> ColumnState {
    let states = pages.compactMap { readPage($0)?.facts.listState }
    if column.entries.isEmpty {
      if states.contains(.elsewhere), !column.unread.isEmpty { return .unreadable }
      if states.contains(.unreadable) { return .unreadable }
      if !column.unread.isEmpty { return .partial }
      if column.body != nil && !states.contains(.empty) { return .complete }
      return .blank
    }
    return column.unread.isEmpty && !states.contains(.unreadable) ? .complete : .partial
  }

  /// Columns that a menu names and whose page was not read, or is not there.
  private func unreadColumns() -> [Column] {
    var found: [Column] = []
    for (index, page) in records.pages.enumerated() {
      guard page.page == nil, !pointers[index].isEntry else { continue }
      let names = pointers[index].names.filter { !Self.isMore($0) }.sorted()
      guard let name = names.first else { continue }
      var column = Column(name: name, url: page.url)
      column.otherNames = Array(names.dropFirst())
      column.owner = owners[index]
      if page.outcome.family == .notFound, PageReader.isInterface(page.url) {
        column.unread = [noAnswer(page.url)]
      } else if page.outcome.family == .notFound {
        column.state = .missing
      } else {
        column.unread = [
          UnreadAddress(
            url: page.url, outcome: page.outcome, linkTexts: names, isEntry: false)
        ]
      }
      found.append(column)
    }
    return found
  }
}

/// Sets of pages that are one list (union–find with path halving).
struct PageGroups {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  mutating func root(of index: Int) -> Int {
    var current = index
    while parent[current] != current {
      parent[current] = parent[parent[current]]
      current = parent[current]
    }
    return current
  }

  mutating func join(_ left: Int, _ right: Int) {
    let a = root(of: left)
    let b = root(of: right)
    if a != b { parent[max(a, b)] = min(a, b) }
  }
}
