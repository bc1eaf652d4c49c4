import Dates
import Markup
import Texts
import Web

/// One page as the readers of lists, pagers and links see it.
///
/// A reference, since each of a dozen readers holds it; nothing of it changes.
final class ListPage: Sendable {
  let document: Document
  let regions: Regions
  /// The page's own address.
  let url: WebURL?
  /// What references on the page are resolved against: `base` where the page has one.
  let base: WebURL?
  let fetchedAt: Timestamp?
  /// Rows that were never closed, so that the tree holds each within the one before.
  let unclosed: UnclosedRows

  var sums: PageSums { regions.sums }

  init(_ document: Document, names: PageNames, url: WebURL?, fetchedAt: Timestamp?) {
    self.document = document
    regions = Regions(document, names: names)
    unclosed = UnclosedRows(document)
    self.url = url
    self.fetchedAt = fetchedAt
    let declared = document.first(.base, in: document.root)
      .flatMap { document.attribute($0, "href") }
      .flatMap { WebURL(Array($0), base: url) }
    base = declared ?? url
  }

  /// Where a link leads: its `href`, or the address that its script sets.
  func target(of anchor: NodeIndex) -> WebURL? {
    let url = unsafe document.withAttribute(anchor, "href") {
      unsafe WebURL.reading($0, base: base)
    }
    if case .some(.some(let url)) = url { return url }
    if url != nil, let href = document.attribute(anchor, "href"), let url = scriptTarget(href) {
      return url
    }
    if let url = document.attribute(anchor, "onclick").flatMap({ scriptTarget($0) }) { return url }
    return keptTarget(of: anchor)
  }

  /// The address that a script will find beside the link: `<a href="javascript:;" data-href="/nb/">`.
  private func keptTarget(of anchor: NodeIndex) -> WebURL? {
    for name in ["data-href", "data-url", "data-link"] as [StaticString] {
      guard let value = document.attribute(anchor, name), value.count <= 600,
        value.first == 0x2F || Self.endings.occur(in: value)
      else { continue }
      return WebURL(Array(value), base: base)
    }
    return nil
  }

  private static let openers = Phrases(["open(", "location", "href"])
  private static let endings = Phrases([
    ".htm", ".shtml", ".jhtml", ".jsp", ".asp", ".php", ".do", "://", "?",
  ])

  /// The address that `window.open('…')` or `location.href='…'` names.
  func scriptTarget(_ script: ArraySlice<UInt8>) -> WebURL? {
    guard script.count <= 600, Self.openers.occur(in: script) else { return nil }
    return quoted(in: script).first { Self.endings.occur(in: $0) || $0.first == 0x2F }
      .flatMap { WebURL(Array($0), base: base) }
  }

  /// Where a pager's link leads: as any link, or to the one address that its attributes name.
  func pagerTarget(of anchor: NodeIndex) -> WebURL? {
    // `href="#"` beside an `onclick` leads nowhere itself.
    let isBare = document.attribute(anchor, "href").map { $0.elementsEqual([0x23]) } ?? false
    if !isBare, let url = target(of: anchor) { return url }
    for name in ["tagname", "data-href", "data-url"] as [StaticString] {
      if let value = document.attribute(anchor, name), Self.endings.occur(in: value) {
        return WebURL(value, base: base)
      }
    }
    for name in ["href", "onclick"] as [StaticString] {
      guard let script = document.attribute(anchor, name), script.count <= 600,
        let found = quoted(in: script).first(where: { Self.endings.occur(in: $0) })
      else { continue }
      return WebURL(found, base: base)
    }
    return nil
  }

  /// The strings in quotes in a piece of script, without escapes.
  func quoted(in script: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var out: [ArraySlice<UInt8>] = []
    var index = script.startIndex
    while index < script.endIndex, out.count < 64 {
      let byte = script[index]
      guard byte == 0x22 || byte == 0x27 else {
        index += 1
        continue
      }
      guard let end = script[(index + 1)...].firstIndex(of: byte) else { break }
      out.append(script[(index + 1)..<end])
      index = end + 1
    }
    return out
  }

  /// The text nodes of a span that a reader sees, in order.
  func texts(in span: Range<NodeIndex>) -> [NodeIndex] {
    span.filter { document.isText($0) && !sums.silent[Int($0)] }
  }

  /// A text of a span of nodes, white space folded.
  func folded(_ span: Range<NodeIndex>) -> [UInt8] {
    var bytes: [UInt8] = []
    fold(span, into: &bytes)
    return bytes
  }

  /// The same, in place of what `out` holds.
  func fold(_ span: Range<NodeIndex>, into out: inout [UInt8]) {
    out.removeAll(keepingCapacity: true)
    let sums = sums
    func next(_ start: NodeIndex) -> NodeIndex {
      var node = start
      while node < span.upperBound, !document.isText(node) || sums.silent[Int(node)] { node += 1 }
      return node
    }
    let first = next(span.lowerBound)
    guard first < span.upperBound else { return }
    var node = next(first + 1)
    // Most links hold a single text.
    if node >= span.upperBound {
      unsafe document.withContent(first) { unsafe WhiteSpace.fold($0, appendingTo: &out) }
      return
    }
    var bytes = Array(document.content(first))
    while node < span.upperBound {
      bytes += document.content(node)
      node = next(node + 1)
    }
    unsafe bytes.withUnsafeBufferPointer { unsafe WhiteSpace.fold($0, appendingTo: &out) }
  }
}
