import Dates
import Markup
import Texts
import Web

/// Rows that name a file in plain text beside a link 下载: `<li>某申请表 <a href="1.doc">[下载]</a></li>`.
///
/// Looked for only where a page has neither a list of links nor the signs of an article.
struct OfferedRows {
  let page: ListPage
  private var document: Document { page.document }

  /// The rows and the element that holds them; nil without any.
  func read() -> (entries: [Entry], list: NodeIndex)? {
    guard (page.url?.path ?? "/").utf8.count > 1 else { return nil }
    var seen: Set<NodeIndex> = []
    for node in 0..<document.count where document.tag(node) == .a && isOffer(node) {
      guard let row = row(around: node) else { continue }
      let list = document.parent(of: row)
      guard seen.insert(list).inserted else { continue }
      let rows = document.children(of: list).filter {
        document.tag($0) == document.tag(row) && page.sums.text(document.span($0)) > 0
      }
      let entries = rows.compactMap(entry)
      // A head of names stands above them at most.
      if entries.count >= 3, entries.count + 1 >= rows.count { return (entries, list) }
    }
    return nil
  }

  /// A link in the main part whose text says no more than that a file lies behind it.
  private func isOffer(_ anchor: NodeIndex) -> Bool {
    let span = document.span(anchor)
    guard page.sums.text(span) <= 8, page.regions.part(of: anchor) == .main,
      let href = document.attribute(anchor, "href"),
      AttachmentReader.isFile(href) || AttachmentReader.isDownload(href)
    else { return false }
    return Self.words.name(ByteSearch.squeezed(page.folded(span)[...]))
  }

  /// The largest element around the link that holds no other link.
  private func row(around anchor: NodeIndex) -> NodeIndex? {
    var row: NodeIndex?
    var node = document.parent(of: anchor)
    while node != 0, page.sums.links(document.span(node)) == 1,
      page.sums.text(document.span(node)) <= 200
    {
      row = node
      node = document.parent(of: node)
    }
    guard let row else { return nil }
    switch document.tag(row) {
    case .li, .tr, .p, .div, .dl, .dd: return row
    default: return nil
    }
  }

  private func entry(_ row: NodeIndex) -> Entry? {
    let span = document.span(row)
    guard let anchor = span.first(where: { document.tag($0) == .a }), isOffer(anchor) else {
      return nil
    }
    let link = document.span(anchor)
    let texts = page.texts(in: span).filter { !link.contains($0) }
    guard
      let name = texts.first(where: {
        page.sums.text($0..<$0 + 1) > 3 && !RowDate.fills(document.content($0))
      })
    else { return nil }
    let title = RowWords.trimmed(WhiteSpace.foldedBytes(document.content(name)))
    guard !title.isEmpty, !RowWords.isNoTitle(title) else { return nil }
    let rest = texts.filter { $0 != name }.map { document.content($0) }
    var entry = Entry(
      title: String(decoding: title, as: UTF8.self), url: page.target(of: anchor), date: nil)
    let context = RowDate.Context(address: [], fetchedAt: page.fetchedAt)
    if case .day(let date) = RowDate.read(rest, context), !RowWords.isPlaceholder(date) {
      entry.date = date
    }
    return entry
  }

  private static let words = Phrases([
    "下载", "[下载]", "【下载】", "(下载)", "（下载）", "点击下载", "立即下载", "附件下载", "表格下载", "下载附件", "样表", "空表",
  ])
}
