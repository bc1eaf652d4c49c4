package import Dates
package import Markup
package import Web

/// Reads a page's main list, its pager, its frames and all its links.
package enum ListReader {
  /// What the page's lists and links say.
  ///
  /// `url` is the page's own address: without it relative links are lost. `fetchedAt` settles 今天
  /// and 昨天. Pure; cost linear in the page.
  package static func read(
    _ document: Document, url: WebURL?, fetchedAt: Timestamp?
  ) -> ListFacts {
    let page = ListPage(document, url: url, fetchedAt: fetchedAt)
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
    scriptPager = allAdapters.lazy.compactMap { $0.pager?(scripts) }.first
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
    if let list = allAdapters.lazy.compactMap({ $0.embedded?(page, scripts) }).first {
      take(list, into: &facts)
    } else {
      readRows(into: &facts)
    }
    facts.isDirectory = facts.entries.isEmpty && DirectorySigns(page).isDirectory(facts)
    facts.links =
      PageLinks(
        page: page, scripts: scripts, main: main, blocks: blocks, pagers: pagers,
        entries: facts.entries, nextPages: facts.nextPages
      ).links()
    return facts
  }

  private func take(_ list: EmbeddedList, into facts: inout ListFacts) {
    facts.entries = list.entries
    facts.state =
      list.entries.isEmpty ? ((list.records ?? 0) > 0 ? .unreadable : .empty) : .readable
    facts.nextPages = list.rest
    facts.looksLikeArticle = false
    guard let records = list.records, let perPage = list.perPage, perPage > 0 else { return }
    // A page that holds all its records pages through them itself: nothing is left to fetch.
    facts.statedPages =
      records <= list.entries.count
      ? 1 : max(1, (min(records, 10_000_000) + perPage - 1) / perPage)
  }

  private func readRows(into facts: inout ListFacts) {
    if let block = main.block {
      let reader = RowReader(page)
      facts.entries = reader.entries(finder.rows(of: block), dateCell: reader.dateCell(of: block))
      facts.mainList = block.first
    }
    if facts.entries.isEmpty {
      facts.mainList = nil
      facts.state = ListStateReader(page: page, scripts: scripts).state(
        isArticle: main.looksLikeArticle, hasPreviews: main.previews > 0)
    } else {
      facts.state = .readable
    }
    guard facts.state != .none else { return }
    let series = ListPages(page: page, scripts: scripts).read(
      pager: main.pager ?? pagers.last, script: scriptPager,
      after: facts.mainList.map { page.document.span($0).lowerBound } ?? 0)
    facts.nextPages = series.pages
    facts.statedPages = series.total
    if facts.state == .empty, (series.total ?? 1) > 1 { facts.state = .unreadable }
  }

  private func frames() -> [WebURL] {
    var out: [WebURL] = []
    for node in 0..<page.document.count
    where page.document.tag(node) == .iframe || page.document.tag(node) == .frame {
      guard let source = page.document.attribute(node, "src"),
        let url = WebURL(Array(source), base: page.base), !out.contains(url), out.count < 100
      else { continue }
      out.append(url)
    }
    return out
  }
}
