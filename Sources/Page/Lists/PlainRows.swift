import Dates
import Markup
import Web

/// Rows without links of text: elements that a click leads on from, tables of documents by name and
/// day, and pictures whose titles stand in attributes.
///
/// Looked for only where a page has neither a list of links nor the signs of an article.
struct PlainRows {
  let page: ListPage
  private var document: Document { page.document }

  /// The rows and the element that holds them; nil without any.
  func read() -> (entries: [Entry], list: NodeIndex)? {
    clicked() ?? tabled() ?? pictured() ?? dated()
  }

  // MARK: `<li onclick="location.href='…'">`

  private func clicked() -> (entries: [Entry], list: NodeIndex)? {
    var seen: Set<NodeIndex> = []
    for node in 0..<document.count {
      switch document.tag(node) {
      case .li, .div, .tr, .dl: break
      default: continue
      }
      let list = document.parent(of: node)
      guard document.attribute(node, "onclick") != nil, seen.insert(list).inserted,
        page.regions.part(of: node) == .main
      else { continue }
      let rows = document.children(of: list).filter {
        document.tag($0) == document.tag(node) && document.attribute($0, "onclick") != nil
      }
      let entries = rows.compactMap { row -> Entry? in
        let url = document.attribute(row, "onclick").flatMap(page.scriptTarget)
        return url.flatMap { entry(row, url: $0) }
      }
      // A menu's items have no days.
      guard rows.count >= 2, entries.count == rows.count,
        entries.count(where: { $0.date != nil }) * 2 >= entries.count
      else { continue }
      return (entries, list)
    }
    return nil
  }

  /// The title is a row's heading or its first text of several letters that is no day.
  private func entry(_ row: NodeIndex, url: WebURL?) -> Entry? {
    let texts = page.texts(in: document.span(row)).filter { page.sums.text($0..<$0 + 1) > 0 }
    let heading = document.descendants(of: row).first { node in
      switch document.tag(node) {
      case .h1, .h2, .h3, .h4, .h5, .h6, .dt: true
      default: false
      }
    }
    let first = texts.first {
      !RowDate.fills(document.content($0)) && page.sums.text($0..<$0 + 1) > 3
    }
    guard let span = heading.map({ document.span($0) }) ?? first.map({ $0..<$0 + 1 }) else {
      return nil
    }
    let title = RowWords.trimmed(page.folded(span))
    guard !title.isEmpty, !RowWords.isNoTitle(title) else { return nil }
    let rest = texts.filter { !span.contains($0) }.map { document.content($0) }
    return entry(title, url: url, rest)
  }

  private func entry(_ title: [UInt8], url: WebURL?, _ rest: [ArraySlice<UInt8>]) -> Entry {
    var entry = Entry(title: String(decoding: title, as: UTF8.self), url: url, date: nil)
    let context = RowDate.Context(
      address: Array((url?.path ?? "").utf8)[...], fetchedAt: page.fetchedAt)
    if case .day(let date) = RowDate.read(rest, context), !RowWords.isPlaceholder(date) {
      entry.date = date
    }
    return entry
  }

  // MARK: 索引号 | 信息名称 | 生成日期

  private func tabled() -> (entries: [Entry], list: NodeIndex)? {
    for table in 0..<document.count
    where document.tag(table) == .table && page.regions.part(of: table) == .main
      && page.sums.links(document.span(table)) == 0
    {
      let rows = document.all(.tr, in: table)
      guard rows.count >= 3, let head = head(of: table) ?? rows.first else { continue }
      let labels = cells(of: head).map { ByteSearch.squeezed(page.folded(document.span($0))[...]) }
      guard labels.count >= 3, labels.contains(where: { Self.index.contains($0) }),
        let name = labels.firstIndex(where: { Self.names.contains($0) }),
        let day = labels.firstIndex(where: { Self.days.contains($0) })
      else { continue }
      let entries = rows.filter { $0 != head }.compactMap { row -> Entry? in
        let cells = self.cells(of: row)
        guard cells.count == labels.count else { return nil }
        let title = RowWords.trimmed(page.folded(document.span(cells[name])))
        guard !title.isEmpty, !Self.names.contains(title) else { return nil }
        return entry(
          title, url: nil,
          page.texts(in: document.span(cells[day])).map { document.content($0) })
      }
      guard entries.count >= 2, entries.count(where: { $0.date != nil }) * 2 >= entries.count
      else { continue }
      return (entries, table)
    }
    return nil
  }

  /// `<thead><th>标题</th><th>文号</th></thead>`: the head's cells without a row around them.
  private func head(of table: NodeIndex) -> NodeIndex? {
    document.children(of: table).first { document.tag($0) == .thead && !cells(of: $0).isEmpty }
  }

  // MARK: `<a href="…" title="…"><img></a>`

  private func pictured() -> (entries: [Entry], list: NodeIndex)? {
    guard (page.url?.path ?? "/").utf8.count > 1 else { return nil }
    var seen: Set<NodeIndex> = []
    for node in 0..<document.count
    where document.tag(node) == .a && page.regions.part(of: node) == .main {
      guard page.sums.text(document.span(node)) == 0 else { continue }
      var row = node
      while row != 0, isOnly(row) { row = document.parent(of: row) }
      let list = document.parent(of: row)
      guard row != 0, seen.insert(list).inserted else { continue }
      let rows = document.children(of: list).filter { document.tag($0) == document.tag(row) }
      let entries = rows.compactMap { picture($0) }
      if rows.count >= 3, entries.count == rows.count { return (entries, list) }
    }
    return nil
  }

  /// No other element stands beside it; a look at the first two is enough.
  private func isOnly(_ node: NodeIndex) -> Bool {
    let parent = document.parent(of: node)
    var elements = 0
    var child = parent + 1
    while child < document.nodes[Int(parent)].end, elements < 2 {
      if document.isElement(child) { elements += 1 }
      child = document.nodes[Int(child)].end
    }
    return elements == 1
  }

  /// A row with one link, around a picture: it leads to a page of its own on this site.
  private func picture(_ row: NodeIndex) -> Entry? {
    let anchors = document.span(row).filter { document.tag($0) == .a }
    guard anchors.count == 1, let anchor = anchors.first, page.sums.links(document.span(row)) == 0,
      document.first(.img, in: anchor) != nil, let url = page.target(of: anchor),
      page.url.map({ url.isOnHost(of: $0) }) ?? false, PageAddress.isDocument(url)
    else { return nil }
    let title = RowWords.trimmed(RowReader(page).imageText(anchor))
    guard ByteSearch.letters(title[...]) >= 5, !RowWords.isNoTitle(title) else { return nil }
    return entry(
      title, url: url, page.texts(in: document.span(row)).map { document.content($0) })
  }

  // MARK: `<li><div>title</div><div>text</div><div>2018-11-11</div></li>`

  /// Rows that a script makes lead on: each holds a title and, in an element of its own, a whole day.
  private func dated() -> (entries: [Entry], list: NodeIndex)? {
    guard (page.url?.path ?? "/").utf8.count > 1 else { return nil }
    var seen: Set<NodeIndex> = []
    for node in 0..<document.count
    where document.isText(node) && page.sums.dates(node..<node + 1) == 1
      && page.regions.part(of: node) == .main
    {
      guard RowDate.fills(document.content(node)), let row = row(around: node) else { continue }
      let list = document.parent(of: row)
      guard seen.insert(list).inserted else { continue }
      let rows = document.children(of: list).filter { document.tag($0) == document.tag(row) }
      let entries = rows.compactMap { row in
        page.sums.dates(document.span(row)) >= 1 ? entry(row, url: nil) : nil
      }
      guard rows.count >= 3, entries.count == rows.count,
        entries.allSatisfy({ $0.date != nil && isTitle($0.title) })
      else { continue }
      return (entries, list)
    }
    return nil
  }

  /// The largest element around a day that holds no second one, no link and a text beside the day.
  private func row(around day: NodeIndex) -> NodeIndex? {
    var row: NodeIndex?
    var node = document.parent(of: day)
    while node != 0, page.sums.dates(document.span(node)) == 1,
      page.sums.links(document.span(node)) == 0, page.sums.text(document.span(node)) <= 600
    {
      row = node
      node = document.parent(of: node)
    }
    guard let row else { return nil }
    switch document.tag(row) {
    case .li, .div, .dl, .a: break
    default: return nil
    }
    return page.sums.text(document.span(row)) >= page.sums.text(day..<day + 1) + 6 ? row : nil
  }

  /// A name of some length and no sentence.
  private func isTitle(_ title: String) -> Bool {
    let bytes = Array(title.utf8)
    return (15...300).contains(bytes.count) && !ByteText.ends(bytes[...], with: Self.fullStop)
  }

  private static let fullStop = Array("。".utf8)

  private func cells(of row: NodeIndex) -> [NodeIndex] {
    document.children(of: row).filter { document.tag($0) == .td || document.tag($0) == .th }
  }

  private static let index = ByteText.words(
    "索引号", "索取号", "文号", "发文字号", "公开编号", "公文文号", "发文文号", "公文字号", "文件编号", "文件字号", "发文号")
  private static let names = ByteText.words(
    "信息名称", "标题", "名称", "文件名称", "信息标题", "公文名称", "公文标题", "文件标题")
  private static let days = ByteText.words(
    "生成日期", "发布日期", "发布时间", "公开日期", "公开时间", "生成时间", "发文日期", "成文日期",
    "发文时间", "成文时间", "印发日期", "印发时间", "公布日期", "发起时间", "日期")
}
