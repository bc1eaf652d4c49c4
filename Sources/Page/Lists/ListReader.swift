package import Dates
package import Markup
package import Web

/// Reads a page's main list, its pager, its frames and all its links.
package enum ListReader {
  /// What the page's lists and links say.
  ///
  /// `url` is the page's own address: without it relative links are lost. `fetchedAt` settles 今天
  /// and 昨天; `names` spares a look at the page's names where they are known. Pure; cost linear in
  /// the page.
  package static func read(
    _ document: Document, names: PageNames? = nil, url: WebURL?, fetchedAt: Timestamp?
  ) -> ListFacts {
    let page = ListPage(
      document, names: names ?? PageNames(document), url: url, fetchedAt: fetchedAt)
    return ListReading(page).facts()
  }
}

/// The reading of one page.
private struct ListReading {
  let page: ListPage
  let scripts: PageScripts
  let finder: RowBlockFinder
  let blocks: [RowBlock]
  let pagers: [Pager]
  let scriptPager: ScriptPager?
  let main: MainList

  init(_ page: ListPage) {
    self.page = page
    scripts = PageScripts(page.document)
    finder = RowBlockFinder(page)
    blocks = finder.blocks()
    pagers = PagerReader(page).pagers()
    let scripts = self.scripts
    scriptPager = CMSAdapter.first { $0.pager?(scripts) }
    main = MainListChooser(
      page: page, blocks: blocks, pagers: pagers,
      scriptPager: scriptPager?.scheme == nil ? nil : scriptPager?.node
    ).choose()
  }

  func facts() -> ListFacts {
    var facts = ListFacts(regions: page.regions)
    facts.previews = main.previews
    facts.looksLikeArticle = main.looksLikeArticle
    facts.frames = frames()
    facts.menuScripts = MenuScripts(page: page, scripts: scripts).files()
    if let list = CMSAdapter.first({ $0.embedded?(page, scripts) }) {
      take(list, into: &facts)
    } else {
      readRows(into: &facts)
    }
    let columns = CMSAdapter.first { $0.columns?(page, scripts) }
    if columns != nil, facts.state != .readable {
      // The rows of a column of its own, where the page would show one, are the interface's too.
      facts.state = facts.state == .none ? .none : .elsewhere
      facts.isDirectory = true
    } else {
      facts.isDirectory = facts.entries.isEmpty && DirectorySigns(page).isDirectory(facts)
    }
    // What a page writes into links and scripts must not make a POST.
    facts.nextPages.removeAll { FormRequest.isKey($0) && !facts.requests.contains($0) }
    addFormPages(&facts)
    ask(&facts)
    if facts.state == .readable, facts.nextPages.isEmpty {
      let reader = LeadsOnReader(page: page, scripts: scripts, rows: facts.entries.count)
      let isOpen = (facts.statedPages != 1 || reader.goesOnByRoute) && reader.leadsOn
      let isShort = (facts.statedPages ?? 1) == 1 && reader.countsRows(besides: facts.mainList)
      facts.leadsOn = facts.leadsOn || isOpen || isShort
    }
    let years = YearChoice(page: page)
    if facts.state == .readable || facts.state == .empty, years.hidesRows(besides: facts.entries) {
      facts.leadsOn = facts.state == .readable
      if facts.state == .empty { facts.state = .unreadable }
    }
    let links = PageLinks(
      page: page, scripts: scripts, main: main, blocks: blocks, pagers: pagers,
      entries: facts.entries, nextPages: facts.nextPages
    ).links()
    facts.links = links.found + (columns ?? [])
    facts.blindLinks = links.blind
    if facts.looksLikeArticle {
      facts.awaitsRelated = ListStateReader(page: page, scripts: scripts).awaitsRelated
    }
    return facts
  }

  private func take(_ list: EmbeddedList, into facts: inout ListFacts) {
    facts.entries = list.entries
    facts.state =
      list.entries.isEmpty ? ((list.records ?? 0) > 0 ? .unreadable : .empty) : .readable
    facts.nextPages = list.rest
    facts.requests = list.rest
    facts.statedEntries = list.records.map { max($0, list.entries.count) }
    facts.looksLikeArticle = false
    guard let records = list.records, let perPage = list.perPage, perPage > 0 else { return }
    // A page that holds all its records pages through them itself: nothing is left to fetch.
    facts.statedPages =
      records <= list.entries.count
      ? 1
      : list.isWhole
        ? list.rest.count + 1 : max(1, (min(records, 10_000_000) + perPage - 1) / perPage)
  }

  private func readRows(into facts: inout ListFacts) {
    if let block = main.block {
      let reader = RowReader(page)
      facts.entries = reader.entries(finder.rows(of: block), dateCell: reader.dateCell(of: block))
      facts.mainList = block.first
      // The same rows again for narrow screens, right below those for wide ones.
      if block.containers.count > 1 { facts.entries = Self.unique(facts.entries) }
    }
    if facts.entries.isEmpty, !main.looksLikeArticle, main.previews == 0,
      let plain = PlainRows(page: page).read() ?? OfferedRows(page: page).read()
    {
      facts.entries = plain.entries
      facts.mainList = plain.list
    }
    if facts.entries.isEmpty, !main.looksLikeArticle, main.previews == 0,
      let sole = SoleRow(page: page).read()
    {
      facts.entries = [sole.entry]
      facts.mainList = sole.list
    }
    if facts.entries.isEmpty {
      facts.mainList = nil
      facts.state = ListStateReader(page: page, scripts: scripts).state(
        isArticle: main.looksLikeArticle, hasPreviews: main.previews > 0)
    } else {
      facts.state = .readable
    }
    if facts.state == .unreadable || facts.state == .empty {
      facts.entries = WrittenRows(page: page, scripts: scripts).entries()
      if !facts.entries.isEmpty { facts.state = .readable }
    }
    guard facts.state != .none else { return }
    let series = ListPages(page: page, scripts: scripts).read(
      pager: main.pager ?? pagers.last, script: scriptPager,
      after: facts.mainList.map { page.document.span($0).lowerBound } ?? 0)
    facts.nextPages = series.pages
    facts.statedPages = series.total
    facts.leadsOn = series.isBroken
    if facts.state == .empty, (series.total ?? 1) > 1 { facts.state = .unreadable }
  }

  /// Each address and day once, the first row kept; where rows share addresses, each title as well.
  private static func unique(_ entries: [Entry]) -> [Entry] {
    let addresses = Set(entries.compactMap(\.url)).count
    let isShared = addresses * 3 <= entries.count
    var seen: Set<Entry> = []
    return entries.filter { entry in
      guard entry.url != nil else { return true }
      var key = entry
      if !isShared { key.title = "" }
      return seen.insert(key).inserted
    }
  }

  /// An answer to a posted form names its other pages by their number in the form.
  private func addFormPages(_ facts: inout ListFacts) {
    guard let url = page.url, FormRequest(key: url) != nil, let slot = PageSlot(url),
      slot.number == 1, let pages = facts.statedPages, pages > 1
    else { return }
    facts.requests = (2...min(pages, PagerSeries.limit)).compactMap { slot.url($0) }
    facts.nextPages = facts.requests
  }

  /// A printed first page with fewer rows is the whole list.
  private static let fewestPrinted = 5

  /// Adds what the page's script asks an interface for, where the page lacks rows.
  private func ask(_ facts: inout ListFacts) {
    let lacksPages =
      facts.state == .readable && facts.nextPages.isEmpty
      && (facts.statedPages ?? 1) > 1 && facts.requests.isEmpty
    if facts.state == .unreadable {
      let entries = EmbeddedData(page: page, scripts: scripts).entries()
      if !entries.isEmpty {
        facts.entries = entries
        facts.state = .readable
        return
      }
    }
    // A block that the server printed with its first page says nothing of the others.
    let mayGoOn =
      facts.state == .readable && facts.nextPages.isEmpty && facts.requests.isEmpty
      && facts.statedPages == nil && facts.entries.count >= Self.fewestPrinted
    guard facts.state == .unreadable || lacksPages || mayGoOn else { return }
    let found = CMSAdapter.first { adapter -> [WebURL]? in
      if mayGoOn, !lacksPages, !adapter.printsFirstPage { return nil }
      guard let asked = adapter.requests?(page, scripts), !asked.isEmpty else { return nil }
      return asked
    }
    guard let found else { return }
    for url in found where !facts.requests.contains(url) { facts.requests.append(url) }
    facts.nextPages += facts.requests.filter { !facts.nextPages.contains($0) }
    if facts.state == .unreadable { facts.state = .elsewhere }
  }

  private func frames() -> [WebURL] {
    var out: [WebURL] = []
    for node in 0..<NodeIndex(page.document.count) {
      guard let source = source(of: node), let url = WebURL(source, base: page.base),
        !out.contains(url), out.count < 100
      else { continue }
      out.append(url)
    }
    return out
  }

  private static let documents = Phrases([".pdf", ".htm", ".shtml", ".jsp", ".aspx", ".php"])

  /// What a frame shows: its `src`, the `data-src` that a script puts there when it comes into sight,
  /// the document or page that an `object` or `embed` names.
  private func source(of node: NodeIndex) -> ArraySlice<UInt8>? {
    switch page.document.tag(node) {
    case .iframe, .frame:
      let source = page.document.attribute(node, "src")
      let isBlank = source.map { $0.isEmpty || $0.starts(with: "about:".utf8) } ?? true
      return isBlank ? page.document.attribute(node, "data-src") ?? source : source
    case .object, .embed:
      let source =
        page.document.attribute(node, "data") ?? page.document.attribute(node, "src")
      return source.flatMap { Self.documents.occur(in: ByteSearch.lowered($0)) ? $0 : nil }
    default: return nil
    }
  }
}
