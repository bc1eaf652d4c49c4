import Markup

/// Elements of a page that name themselves, found in one walk.
struct PageOutline: Sendable {
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

  private var known: [[UInt8]: Hints] = [:]

  /// The most elements that are kept of a kind that is looked at closely.
  private static let most = 400

  init(_ document: Document) {
    for index in document.descendants(of: 0) where document.isElement(index) {
      let tag = document.tag(index)
      switch tag {
      case .a: links.append(index)
      case .img: images.append(index)
      case .iframe, .frame, .embed, .object: innerPages.append(index)
      case .form: forms.append(index)
      case .table: tables.append(index)
      case .h1, .h2, .h3, .h4, .h5, .h6: add(index, to: \.headings)
      default: break
      }
      if tag == .header || tag == .footer || tag == .nav { frame(index, document) }
      if document.nodes[Int(index)].attributeCount > 0, Self.mayHint(tag) {
        hint(index, document)
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

  private mutating func add(_ node: NodeIndex, to list: WritableKeyPath<Self, [NodeIndex]>) {
    if self[keyPath: list].count < Self.most { self[keyPath: list].append(node) }
  }

  private mutating func frame(_ node: NodeIndex, _ document: Document) {
    let end = document.nodes[Int(node)].end
    // Most of the page is no frame of it, whatever its name.
    guard Int(end - node) * 5 < document.nodes.count * 3 else { return }
    if let last = frames.last, last.contains(node) { return }
    frames.append(node..<end)
  }

  /// What the names of an element hint at.
  private struct Hints {
    var isBody: Bool
    var isBreadcrumb: Bool
    var isTitle: Bool
    var isFrame: Bool

    init(_ names: [UInt8]) {
      isBody = names.split(separator: 0x20).contains { HintWords.bodyBytes.contains(Array($0)) }
      isBreadcrumb = HintWords.contains(names, anyOf: HintWords.breadcrumbBytes)
      isTitle = HintWords.contains(names, anyOf: HintWords.titleBytes)
      isFrame =
        HintWords.contains(names, anyOf: HintWords.frameBytes)
        && !HintWords.contains(names, anyOf: HintWords.articleBytes)
    }
  }

  private mutating func hint(_ node: NodeIndex, _ document: Document) {
    if document.tag(node) == .nav, HintWords.isBreadcrumb(document.attribute(node, "aria-label")) {
      add(node, to: \.breadcrumbs)
    }
    let names = HintWords.names(of: node, in: document)
    guard !names.isEmpty else { return }
    // Pages repeat a few names a thousand times.
    let hints = known[names] ?? Hints(names)
    if known.count < 2000 { known[names] = hints }
    if hints.isBody { add(node, to: \.bodies) }
    if hints.isBreadcrumb { add(node, to: \.breadcrumbs) }
    if hints.isTitle, headings.last != node { add(node, to: \.headings) }
    if hints.isFrame { frame(node, document) }
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
