import Markup
import Web

/// One row without a day in an element that is named a list: what a young column has.
///
/// Looked for only where a page has neither rows nor the signs of an article. The link must lead to a
/// document of the same site, and the main part must hold no running text and no second such list.
struct SoleRow {
  let page: ListPage
  private var document: Document { page.document }

  /// The row and the element that holds it; nil without one.
  func read() -> (entry: Entry, list: NodeIndex)? {
    var found: (entry: Entry, list: NodeIndex)?
    for list in 0..<document.count where isList(list) {
      guard let entry = entry(in: list) else { continue }
      // An element within the first one is the same list.
      if let outer = found?.list, !document.contains(outer, list) { return nil }
      found = (entry, list)
    }
    return found.flatMap { hasRunningText ? nil : $0 }
  }

  private func isList(_ node: NodeIndex) -> Bool {
    switch document.tag(node) {
    case .ul, .ol, .table, .tbody, .div, .dl, .section: break
    default: return false
    }
    let span = document.span(node)
    guard page.sums.links(span) == 1, page.regions.part(of: node) == .main,
      page.sums.text(span) - page.sums.linkText(span) <= 20
    else { return false }
    return [document.attribute(node, "class"), document.attribute(node, "id")].contains { name in
      guard let name, name.count <= 80 else { return false }
      let lowered = ByteSearch.lowered(name)
      return Self.names.contains { ByteSearch.find($0, in: lowered) != nil }
    }
  }

  private func entry(in list: NodeIndex) -> Entry? {
    let nodes = document.span(list)
    let entries = RowReader(page).entries([RowSpan(head: list, nodes: nodes)], dateCell: nil)
    guard let entry = entries.first, ByteSearch.letters(Array(entry.title.utf8)[...]) >= 6,
      let url = entry.url, PageAddress.isDocument(url),
      page.url.map({ url.isOnHost(of: $0) }) ?? true
    else { return nil }
    return entry
  }

  private var hasRunningText: Bool {
    var prose = 0
    for node in 0..<document.count
    where document.isText(node) && page.regions.part(of: node) == .main {
      prose += page.sums.prose(node..<node + 1)
    }
    return prose >= 90
  }

  private static let names = ["list", "news"].map { Array($0.utf8) }
}
