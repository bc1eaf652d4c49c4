import Markup
import Web

/// Which block is the page's main list, and why there is none.
struct MainList {
  var block: RowBlock?
  /// The pager that turns the main list's pages.
  var pager: Pager?
  /// Dated lists beside the main one.
  var previews = 0
  var looksLikeArticle = false
}

/// Chooses the main list.
///
/// In this order: the list that a pager follows; the only dated list; one that dominates the others;
/// then, on pages without dated rows, a list of titles. Home and channel pages with several preview
/// lists have none, articles have none.
struct MainListChooser {
  let page: ListPage
  let blocks: [RowBlock]
  let pagers: [Pager]
  /// Where a script writes a pager.
  let scriptPager: NodeIndex?

  private var document: Document { page.document }
  private var sums: PageSums { page.sums }

  func choose() -> MainList {
    var result = MainList()
    let dated = blocks.filter { $0.isDated && isPlausible($0) }
    let signs = ArticleSigns(page, lists: dated)
    result.looksLikeArticle = signs.isArticle
    if let (block, pager) = turned(dated), !signs.isArticle || block.rows >= 5 && signs.weight < 6 {
      result.block = block
      result.pager = pager
      result.looksLikeArticle = false
      result.previews = dated.count - 1
      return result
    }
    if signs.isArticle || isBesideText(dated) { return result }
    if dated.isEmpty {
      (result.block, result.pager) = titles()
      return result
    }
    result.block = dominant(dated)
    result.previews = dated.count - (result.block == nil ? 0 : 1)
    return result
  }

  // MARK: Dated lists

  /// All lists stand in a side column, and the main part holds running text.
  private func isBesideText(_ lists: [RowBlock]) -> Bool {
    guard !lists.isEmpty, lists.allSatisfy({ page.regions.part(of: $0.first) == .side }) else {
      return false
    }
    var prose = 0
    for node in 0..<document.count
    where document.isText(node) && page.regions.part(of: node) == .main {
      prose += sums.prose(node..<node + 1)
    }
    return prose >= 90
  }

  /// Not in a menu, footer, breadcrumb …, and no line of running text with a link in it.
  private func isPlausible(_ block: RowBlock) -> Bool {
    switch page.regions.part(of: block.first) {
    case .main, .side: break
    case .header, .menu, .crumb, .footer, .friends, .related, .pager: return false
    }
    guard block.averageTitle >= 2 else { return false }
    guard hasTitles(block) else { return false }
    if block.rows >= 3 { return true }
    let span = document.span(block.first)
    let spare = sums.text(span) - sums.linkText(span)
    return sums.prose(span) <= block.linkText * 2 + 60 && spare <= block.rows * 120
  }

  /// Most rows lead somewhere under a title: an information line's 打印 and 大 中 小 do not.
  private func hasTitles(_ block: RowBlock) -> Bool {
    let rows = RowBlockFinder(page).rows(of: block)
    let titled = rows.count { row in
      row.nodes.contains { node in
        guard document.tag(node) == .a, !isMail(node) else { return false }
        let text = page.folded(document.span(node))
        let letters = ByteSearch.letters(text[...])
        return letters >= 2 && !RowWords.isNoTitle(text)
          && (page.target(of: node) != nil || letters >= 6)
      }
    }
    return titled * 2 >= max(1, rows.count)
  }

  private func isMail(_ anchor: NodeIndex) -> Bool {
    let href = document.attribute(anchor, "href") ?? []
    return href.starts(with: "mailto:".utf8) || href.starts(with: "tel:".utf8)
  }

  /// The list that a pager follows or that holds it; of several the one with most rows.
  private func turned(_ lists: [RowBlock]) -> (RowBlock, Pager?)? {
    var found: [(RowBlock, Pager?)] = []
    for pager in pagers {
      if let block = lists.last(where: { $0.first < pager.nodes.lowerBound }),
        isNear(block, pager.nodes.lowerBound)
      {
        found.append((block, pager))
      }
    }
    if let scriptPager, let block = lists.last(where: { $0.first < scriptPager }),
      isNear(block, scriptPager)
    {
      found.append((block, nil))
    }
    if found.isEmpty, lists.count > 1 {
      for frame in pagerFrames {
        if let block = lists.last(where: { $0.first < frame }), isNear(block, frame) {
          found.append((block, nil))
        }
      }
    }
    return found.max { $0.0.rows < $1.0.rows }
  }

  /// Empty elements that are named pagers: a script draws one there.
  private var pagerFrames: [NodeIndex] {
    (0..<document.count).filter { node in
      guard page.regions.part(of: node) == .pager else { return false }
      let parent = document.parent(of: node)
      return page.regions.part(of: parent) != .pager && sums.links(document.span(node)) == 0
    }
  }

  /// Hardly any text stands between a list's end and a place.
  private func isNear(_ block: RowBlock, _ place: NodeIndex) -> Bool {
    let end = document.span(block.containers.last ?? block.first).upperBound
    return end >= place || sums.text(end..<place) <= 160
  }

  private func dominant(_ lists: [RowBlock]) -> RowBlock? {
    let central = lists.filter { page.regions.part(of: $0.first) == .main }
    let ranked = (central.isEmpty ? lists : central).sorted { $0.rows > $1.rows }
    guard let top = ranked.first else { return nil }
    let others = ranked.dropFirst().filter { $0.rows >= 2 }
    if others.isEmpty {
      return isHome && (hasMore(top) || lists.count > 1) ? nil : top
    }
    if isHome { return nil }
    let whole = ranked.filter { !hasMore($0) }
    if whole.count == 1, let only = whole.first, only.rows >= 5 || only.rows >= top.rows {
      return only
    }
    guard let second = others.first, top.rows >= 8, top.rows >= second.rows * 2, !hasMore(top)
    else {
      return nil
    }
    return top
  }

  /// The address is that of a site's first page.
  private var isHome: Bool {
    guard let url = page.url, url.query == nil else { return false }
    let path = ByteSearch.lowered(url.path.utf8)
    guard path.first == 0x2F, !path.dropFirst().contains(0x2F) else { return false }
    let name = path.dropFirst()
    return name.isEmpty
      || ["index.", "default.", "main.", "home."].contains { name.starts(with: $0.utf8) }
  }

  /// A 更多 link stands beside the list: it is a preview of another page.
  private func hasMore(_ block: RowBlock) -> Bool {
    let inner = document.span(block.first)
    let letters = block.containers.reduce(0) { $0 + sums.text(document.span($1)) }
    var frame = block.first
    for _ in 0..<4 {
      let parent = document.parent(of: frame)
      guard parent != 0, sums.text(document.span(parent)) <= letters + 60 else { break }
      frame = parent
    }
    for node in document.span(frame) where document.tag(node) == .a && !inner.contains(node) {
      let text = ByteSearch.squeezed(page.folded(document.span(node))[...])
      if RegionWords.more.name(text) { return true }
    }
    return false
  }

  // MARK: Lists of titles without days

  private func titles() -> (RowBlock?, Pager?) {
    let lists = blocks.filter {
      !$0.isDated && page.regions.part(of: $0.first) == .main && $0.rows >= 2 && isDense($0)
    }
    if let (block, pager) = turned(lists.filter { $0.averageTitle >= 5 }), leadsToPages(block) {
      return (block, pager)
    }
    let long = lists.filter { $0.averageTitle >= 9 && !hasMore($0) && leadsToPages($0) }
      .sorted { $0.rows > $1.rows }
    guard !isHome else { return (nil, nil) }
    guard let top = long.first else { return (pictures(lists), nil) }
    if long.count >= 2 {
      guard top.rows >= 5, top.rows >= long[1].rows * 2 else { return (nil, nil) }
    }
    return (top, nil)
  }

  /// The only list whose rows all show a picture, where each leads to a page of its own.
  private func pictures(_ lists: [RowBlock]) -> RowBlock? {
    let shown = lists.filter { block in
      block.rows >= 3 && block.averageTitle >= 6 && !hasMore(block)
        && leadsToPages(block)
        && RowBlockFinder(page).rows(of: block).allSatisfy { row in
          row.nodes.contains { document.tag($0) == .img }
        }
    }
    return shown.count == 1 ? shown[0] : nil
  }

  /// Links make up most of the text.
  private func isDense(_ block: RowBlock) -> Bool {
    let text = block.containers.reduce(0) { $0 + sums.text(document.span($1)) }
    return block.linkText * 10 >= text * 6
  }

  /// Most rows lead to single pages, not to columns (`…/`, `…/index.html`) or other sites.
  private func leadsToPages(_ block: RowBlock) -> Bool {
    let rows = RowBlockFinder(page).rows(of: block)
    // A file's name without a digit may be a column's, where titles are as short as names.
    let namesCount = block.averageTitle >= 10
    var pages = 0
    for row in rows {
      guard let anchor = row.nodes.first(where: { document.tag($0) == .a }) else { continue }
      guard let url = page.target(of: anchor) else {
        if namesCount, isCall(anchor) { pages += 1 }
        continue
      }
      if PageAddress.isDocument(url) || namesCount && PageAddress.isFile(url), isOwn(url) {
        pages += 1
      }
    }
    return pages * 5 >= rows.count * 3
  }

  /// The link calls a script with a number or a name of its own: `showInfo('1208')`.
  private func isCall(_ anchor: NodeIndex) -> Bool {
    for name in ["onclick", "href"] as [StaticString] {
      guard let call = document.attribute(anchor, name), call.count <= 300,
        call.contains(0x28), call.contains(where: { (0x30...0x39).contains($0) })
      else { continue }
      return ByteSearch.find(Array("void(0)".utf8), in: call) == nil
    }
    return false
  }

  /// The same host, or another one under the same domain: `www.a.gov.cn`, `gk.a.gov.cn`.
  private func isOwn(_ url: WebURL) -> Bool {
    guard let own = page.url, !url.isOnHost(of: own) else { return true }
    let labels = [own.host, url.host].map { $0.split(separator: ".").suffix(3) }
    return labels[0].count == 3 && labels[0] == labels[1] && labels[0].dropFirst() != ["com", "cn"]
  }
}

/// What an address tells of its page.
enum PageAddress {
  /// The last step is a file's name that is none of a column's first page: `wjhb.html`.
  static func isFile(_ url: WebURL) -> Bool {
    let path = Array(url.path.utf8)
    let name = path[((path.lastIndex(of: 0x2F) ?? -1) + 1)...]
    let stem = name.prefix { $0 != 0x2E }
    guard stem.count >= 2, stem.count < name.count else { return false }
    return ![
      "index", "list", "default", "column", "col", "main", "home", "more",
    ].contains { stem.starts(with: $0.utf8) }
  }

  /// The address is that of one document: its last step holds digits or a long name, and it is no
  /// column's first page.
  static func isDocument(_ url: WebURL) -> Bool {
    let path = Array(url.path.utf8)
    let name = path[((path.lastIndex(of: 0x2F) ?? -1) + 1)...]
    if name.isEmpty { return false }
    let stem = name.prefix { $0 != 0x2E }
    let isIndex = ["index", "list", "default", "column", "col"].contains {
      stem.starts(with: $0.utf8)
    }
    if isIndex {
      let query = url.query ?? ""
      return stem.elementsEqual("index".utf8) && query.utf8.contains(0x3D)
        && ["id=", "Id=", "ID="].contains { query.contains($0) }
    }
    return stem.contains { (0x30...0x39).contains($0) }
      || (url.query ?? "").utf8.contains {
        (0x30...0x39).contains($0)
      }
  }
}
