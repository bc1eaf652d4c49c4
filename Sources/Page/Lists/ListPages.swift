import Markup
import Web

/// Puts together what a page's pagers tell of the list's other pages.
struct ListPages {
  let page: ListPage
  let scripts: PageScripts

  struct Result {
    /// In page order, this page not among them.
    var pages: [WebURL] = []
    var total: Int?
    /// Pages lie between those that are named: the first and the last alone are.
    var isBroken = false
  }

  /// `pager` is the pager of links, `script` the one that a script writes; `place` is where the
  /// list begins, after which a text `共12页` counts.
  func read(pager: Pager?, script: ScriptPager?, after place: NodeIndex) -> Result {
    let reader = PagerReader(page)
    var statement = pager?.statement ?? PagerWords.Statement()
    if statement.total == nil, let text = reader.statement(after: place) { statement = text }
    var total = script?.total ?? statement.total
    var current = script?.current ?? statement.current
    var series = PagerSeries()
    var loose: [WebURL] = []
    if let script, script.scheme != nil, let total, total > 1 {
      for number in 1...min(total, PagerSeries.limit) {
        if let url = script.address(of: number, base: page.base) { series.add(number, url) }
      }
    }
    for choice in reader.selectPages() {
      total = max(total ?? 1, choice.page)
      if let url = choice.url { series.add(choice.page, url) }
    }
    if let pager {
      addNumbers(of: pager, to: &series)
      current = current ?? page.url.flatMap { series.rule()?.page(of: Array($0.string.utf8)) }
      current = current ?? currentPage(pager)
      add(pager, current: current, total: &total, to: &series, loose: &loose)
    }
    let numbered = series.pages(total: total)
    var out = numbered.filter { $0.page != current }.map(\.url)
    for url in loose where !out.contains(url) { out.append(url) }
    out = out.filter { isOther($0) }
    return Result(
      pages: Array(out.prefix(PagerSeries.limit)), total: total,
      isBroken: pager.map { isBroken($0, total, out) } ?? false)
  }

  /// 尾页 leads to a page that nothing else counts or reaches: what lies before it is not named.
  private func isBroken(_ pager: Pager, _ total: Int?, _ named: [WebURL]) -> Bool {
    guard total == nil, named.count == 1, let only = named.first else { return false }
    func leads(_ wanted: PagerMark) -> Bool {
      pager.marks.contains { $0.mark == wanted && $0.url.map(isOther) ?? false }
    }
    let isLast = pager.marks.contains { $0.mark == .last && $0.url == only }
    let isCounted = pager.marks.contains {
      if case .number = $0.mark { $0.url != nil } else { false }
    }
    return isLast && !isCounted && !leads(.next) && !leads(.previous)
  }

  /// On the same host, and not this page under this or its folder's name.
  private func isOther(_ url: WebURL) -> Bool {
    guard let own = page.url else { return true }
    return url.isOnHost(of: own) && url != own && plain(url) != plain(own)
  }

  /// `…/index.html` and `…/` are one page.
  private func plain(_ url: WebURL) -> String {
    guard url.query == nil else { return url.string }
    let name =
      url.path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).last ?? ""[...].utf8
    let index = [
      "index.html", "index.htm", "index.shtml", "index.jhtml", "index.asp", "index.jsp",
      "index.php",
    ]
    return index.contains { name.elementsEqual($0.utf8) } ? url.folder : url.string
  }

  /// The page that the pager's links leave out: it is shown as plain text.
  private func currentPage(_ pager: Pager) -> Int? {
    let numbers = pager.marks.compactMap { mark -> Int? in
      if case .number(let page) = mark.mark { return page }
      return nil
    }
    let isOwn = pager.marks.first { $0.url != nil && $0.url == page.url }
    if let isOwn, case .number(let page) = isOwn.mark { return page }
    let hasPrevious = pager.marks.contains {
      $0.mark == .previous && $0.url != nil && $0.url != page.url
    }
    if !hasPrevious { return 1 }
    guard let low = numbers.min(), let high = numbers.max() else { return nil }
    return (low...high).first { !numbers.contains($0) }
  }

  private func addNumbers(of pager: Pager, to series: inout PagerSeries) {
    for (_, mark, url) in pager.marks {
      if case .number(let page) = mark, let url, isOther(url) { series.add(page, url) }
    }
  }

  private func add(
    _ pager: Pager, current: Int?, total: inout Int?, to series: inout PagerSeries,
    loose: inout [WebURL]
  ) {
    for (_, mark, url) in pager.marks {
      guard let url, isOther(url) else { continue }
      switch mark {
      case .number: break
      case .first: series.add(1, url)
      case .previous:
        if let current { series.add(current - 1, url) } else { loose.append(url) }
      case .next:
        if let current { series.add(current + 1, url) } else { loose.append(url) }
      case .last:
        if let known = total ?? series.page(of: url) {
          series.add(known, url)
          total = max(total ?? 1, known)
        } else {
          loose.append(url)
        }
      }
    }
    let named = pager.marks.compactMap { mark -> Int? in
      if case .number(let page) = mark.mark { return page }
      return nil
    }
    let turner = LeadsOnReader(page: page, scripts: scripts, rows: 0)
    // Numbers alone state the total only where the pager shows no way to pages beyond them.
    if total == nil, let highest = (named + [current ?? 1]).max() {
      let goesOn = pager.marks.contains { item in
        let isBeyond = item.mark == .last || item.mark == .next && highest <= current ?? 1
        guard isBeyond else { return false }
        if let url = item.url { return isOther(url) }
        return turner.turns(item.node, beyond: current ?? 1) || turner.isHandled(item.node)
      }
      if !goesOn { total = highest }
    }
  }
}
