/// A run of bytes in a document's text.
public struct ByteRange: Sendable, Hashable {
  public var start: UInt32
  public var end: UInt32

  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  public static let empty = ByteRange(start: 0, end: 0)
  public var isEmpty: Bool { start >= end }
  public var count: Int { isEmpty ? 0 : Int(end - start) }
}

/// A node's place in its document, in document order; 0 is the root above `html`.
public typealias NodeIndex = Int32

/// One parsed page: flat arrays of nodes and attributes over one buffer of UTF-8 bytes.
///
/// Nodes stand in document order (an element before its children), so a subtree is the run
/// `node ..< nodes[node].end` and every walk is a loop. Text and attribute values are UTF-8 with
/// entities decoded, in `bytes`. Element and attribute names are lower case.
public struct Document: Sendable {
  public enum Kind: UInt8, Sendable { case root, element, text, comment }

  public struct Node: Sendable {
    public var kind: Kind
    /// The element's name; `.other` for names outside the table (then see `name`).
    public var tag: Tag
    public var parent: NodeIndex
    /// One past the last node of the subtree.
    public var end: NodeIndex
    /// Text, comment, or the name of an element whose tag is `.other`.
    public var content: ByteRange
    public var firstAttribute: UInt32
    public var attributeCount: UInt32

    init(kind: Kind, tag: Tag, parent: NodeIndex, content: ByteRange, firstAttribute: UInt32) {
      self.kind = kind
      self.tag = tag
      self.parent = parent
      end = 0
      self.content = content
      self.firstAttribute = firstAttribute
      attributeCount = 0
    }
  }

  public struct Attribute: Sendable {
    public var name: ByteRange
    public var value: ByteRange
    /// The first eight bytes of the name, by which it is told from others at once.
    public var key: AttributeKey
  }

  /// Up to eight bytes of a name, the first one lowest.
  public typealias AttributeKey = UInt64

  public internal(set) var nodes: [Node]
  public internal(set) var attributes: [Attribute]
  public internal(set) var bytes: [UInt8]
  /// The page was cut: nesting or attributes beyond what a page of people has.
  public internal(set) var isTruncated = false

  init() {
    nodes = [
      Node(kind: .root, tag: .other, parent: 0, content: .empty, firstAttribute: 0)
    ]
    attributes = []
    bytes = []
  }

  public var root: NodeIndex { 0 }
  public var count: NodeIndex { NodeIndex(nodes.count) }
}

/// Names of elements that the reader asks for; every other one is `.other`.
public enum Tag: UInt8, Sendable, CaseIterable {
  case other
  case a, abbr, address, area, article, aside, b, base, big, blockquote, body, br, button
  case caption, center, cite, code, dd, del, div, dl, dt, em, embed, fieldset, figcaption
  case figure, font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hr
  case html, i, iframe, img, input, ins, label, legend, li, link, main, marquee, meta, nav
  case noscript, object, ol, optgroup, option, p, param, pre, q, s, script, section, select
  case small, source, span, strong, style, sub, sup, table, tbody, td, textarea, tfoot, th
  case thead, time, title, tr, u, ul, video
}
