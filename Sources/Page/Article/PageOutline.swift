import Markup

/// Elements of a page that name themselves, as all readers of the page share them.
///
/// A reference: some twenty readers a page hold it, and nothing of it changes.
final class PageOutline: Sendable {
  private let table: OutlineTable

  init(_ document: Document, names: PageNames) { table = OutlineTable(document, names: names) }

  /// h1 to h6 and elements that are named like a title, in order.
  var headings: [NodeIndex] { table.headings }
  /// Elements that are named like a breadcrumb, in order.
  var breadcrumbs: [NodeIndex] { table.breadcrumbs }
  /// Elements that are named like an article's body, in order.
  var bodies: [NodeIndex] { table.bodies }
  /// Outermost elements of the page's frame: head, menus, foot; in order.
  var frames: [Range<NodeIndex>] { table.frames }
  /// `iframe`, `frame`, `embed` and `object` elements.
  var innerPages: [NodeIndex] { table.innerPages }
  var images: [NodeIndex] { table.images }
  var forms: [NodeIndex] { table.forms }
  var tables: [NodeIndex] { table.tables }
  var links: [NodeIndex] { table.links }

  /// Says whether a node lies in the page's head, menus or foot.
  func isInFrame(_ node: NodeIndex) -> Bool { table.isInFrame(node) }
}
