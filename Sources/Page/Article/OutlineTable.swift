import Markup

/// Elements of a page that name themselves, found in one walk.
struct OutlineTable: Sendable {
  /// h1 to h6 and elements that are named like a title, in order.
  private(set) var headings: [NodeIndex] = []
  /// Elements that are named like a breadcrumb, in order.
  private(set) var breadcrumbs: [NodeIndex] = []
  /// Elements that are named like an article's body, in order.
  private(set) var bodies: [NodeIndex] = []
  /// Outermost elements of the page's frame: head, menus, foot; in order.
  private(set) var frames: [Range<NodeIndex>] = []
  /// `iframe`, `frame`, `embed` and `object` elements.
  private(set) var innerPages: [NodeIndex] = []
  private(set) var images: [NodeIndex] = []
  private(set) var forms: [NodeIndex] = []
  private(set) var tables: [NodeIndex] = []
  private(set) var links: [NodeIndex] = []

  /// The most elements that are kept of a kind that is looked at closely.
  private static let most = 400

  init(_ document: Document, names: PageNames) {
    for index in document.descendants(of: 0) where document.isElement(index) {
      let tag = document.tag(index)
      switch tag {
      case .a: links.append(index)
      case .img: images.append(index)
      case .iframe, .frame, .embed, .object: innerPages.append(index)
      case .form: forms.append(index)
      case .table: tables.append(index)
      case .h1, .h2, .h3, .h4, .h5, .h6: heading(index)
      default: break
      }
      if tag == .header || tag == .footer || tag == .nav { frame(index, document) }
      if document.nodes[Int(index)].attributeCount > 0, Self.mayHint(tag) {
        hint(index, document, names.hints(index))
      }
    }
  }

  private static func mayHint(_ tag: Tag) -> Bool {
    switch tag {
    case .div, .p, .ul, .ol, .td, .span, .section, .article, .h1, .h2, .h3, .h4, .h5, .h6, .dl,
      .nav, .header, .footer, .li, .table, .strong, .b, .center, .main, .other, .aside, .dd, .dt:
      true
    default: false
    }
  }

  private mutating func heading(_ node: NodeIndex) {
    if headings.count < Self.most { headings.append(node) }
  }

  private mutating func breadcrumb(_ node: NodeIndex) {
    if breadcrumbs.count < Self.most { breadcrumbs.append(node) }
  }

  private mutating func frame(_ node: NodeIndex, _ document: Document) {
    let end = document.nodes[Int(node)].end
    if let last = frames.last, last.contains(node) { return }
    // Most of the page is no frame of it, whatever its name; but a blank page is mostly its menu.
    guard Int(end - node) * 5 < document.nodes.count * 3 || isMenu(node..<end, document) else {
      return
    }
    frames.append(node..<end)
  }

  /// The longest name in a menu, and what may stand beside its links, in bytes.
  private static let longestName = 36
  private static let mostBeside = 30

  /// Short links alone.
  private func isMenu(_ span: Range<NodeIndex>, _ document: Document) -> Bool {
    var beside = 0
    var node = span.lowerBound
    while node < span.upperBound {
      if document.tag(node) == .a {
        let end = document.nodes[Int(node)].end
        if document.text(of: node).utf8.count > Self.longestName { return false }
        node = max(end, node + 1)
        continue
      }
      if document.isText(node) {
        beside += document.content(node).count { $0 > 0x20 }
        if beside > Self.mostBeside { return false }
      }
      node += 1
    }
    return true
  }

  private mutating func hint(_ node: NodeIndex, _ document: Document, _ hints: PageNames.Hints) {
    if document.tag(node) == .nav, HintWords.isBreadcrumb(document.attribute(node, "aria-label")) {
      breadcrumb(node)
    }
    guard !hints.isEmpty else { return }
    if hints.contains(.body), bodies.count < Self.most { bodies.append(node) }
    if hints.contains(.breadcrumb) { breadcrumb(node) }
    if hints.contains(.title), headings.last != node { heading(node) }
    if hints.contains(.frame), !hints.contains(.article) { frame(node, document) }
  }

  /// Says whether a node lies in the page's head, menus or foot.
  func isInFrame(_ node: NodeIndex) -> Bool {
    var low = 0
    var high = frames.count
    while low < high {
      let middle = (low + high) / 2
      if frames[middle].upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return low < frames.count && frames[low].contains(node)
  }
}
