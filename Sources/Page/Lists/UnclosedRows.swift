import Markup

/// Rows whose end tag is missing behind an open inline element: `<li><font>…<li><font>…`.
///
/// libxml2's rules let `li` end an open `li` only where nothing but the row itself is open, so such
/// rows stand within one another. Browsers show them side by side (HTML §13.2.6.4.7, "A start tag
/// whose tag name is li"), and so do the readers of lists.
struct UnclosedRows: Sendable {
  /// For a row that holds another one: the row that follows it.
  private var followers: [NodeIndex: NodeIndex] = [:]
  private var inner: Set<NodeIndex> = []

  /// Every row has its end, as on most pages.
  var isEmpty: Bool { followers.isEmpty }

  /// One pass over the tree.
  init(_ document: Document) {
    // What is open and ends the search for a row: rows themselves, and elements that may hold a
    // list of their own.
    var open: [NodeIndex] = []
    for node in 0..<document.count where document.isElement(node) {
      while let last = open.last, document.nodes[Int(last)].end <= node { open.removeLast() }
      switch document.tag(node) {
      case .li:
        if let last = open.last, document.tag(last) == .li, followers[last] == nil {
          followers[last] = node
          inner.insert(node)
        }
        open.append(node)
      case .ul, .ol, .table, .td, .div, .dl, .section, .article, .form: open.append(node)
      default: break
      }
    }
  }

  /// A row with what is its own: up to the row that follows it.
  func span(_ row: NodeIndex, in document: Document) -> Range<NodeIndex> {
    let whole = document.span(row)
    guard !followers.isEmpty, let next = followers[row] else { return whole }
    return row..<next
  }

  /// The children of an element, after each row those that stand within it; a row that was opened
  /// within another is nobody's child.
  func children(of node: NodeIndex, in document: Document) -> [NodeIndex] {
    let children = Array(document.children(of: node))
    guard !followers.isEmpty else { return children }
    return children.filter { !inner.contains($0) }.flatMap { child in
      var run = [child]
      var last = child
      while let next = followers[last] {
        run.append(next)
        last = next
      }
      return run
    }
  }
}
