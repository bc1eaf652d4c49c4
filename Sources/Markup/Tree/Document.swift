/// A run of bytes in a text, or of places in a list, in eight bytes.
public struct ByteRange: Sendable, Hashable {
  public var start: UInt32
  public var end: UInt32

  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// The same run; places lie below 2^32.
  @inlinable @inline(__always)
  public init(_ range: Range<Int>) {
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  @inlinable @inline(__always)
  public var range: Range<Int> { Int(start)..<max(Int(start), Int(end)) }

  public static let empty = ByteRange(start: 0, end: 0)
  public var isEmpty: Bool { start >= end }
  public var count: Int { isEmpty ? 0 : Int(end - start) }
}

/// A node's place in its document, in document order; 0 is the root above `html`.
public typealias NodeIndex = Int32

/// One parsed page: flat arrays of nodes and attributes over the page's own bytes.
///
/// Nodes stand in document order (an element before its children), so a subtree is the run
/// `node ..< nodes[node].end` and every walk is a loop. Text and attribute values are UTF-8 with
/// entities decoded. What stands in the page as it is meant is not copied: a range lies in `source`
/// or, counted on from its end, in `extra`. Element and attribute names are lower case.
public struct Document: Sendable {
  public enum Kind: UInt8, Sendable { case root, element, text, comment }

  /// Twenty bytes: a page has one for every thirty of its own.
  public struct Node: Sendable {
    public var kind: Kind
    /// The element's name; `.other` for names outside the table (then see `Document.name`).
    public var tag: Tag
    public var attributeCount: UInt16
    public var parent: NodeIndex
    /// One past the last node of the subtree.
    public var end: NodeIndex
    /// An element's first attribute; the start of a text.
    @usableFromInline var first: UInt32
    /// The end of a text.
    @usableFromInline var last: UInt32

    /// Text or comment; empty for an element.
    @inlinable @inline(__always)
    public var content: ByteRange {
      kind == .element ? .empty : ByteRange(start: first, end: last)
    }

    @inlinable @inline(__always)
    public var firstAttribute: Int { kind == .element ? Int(first) : 0 }

    init(_ tag: Tag, in parent: NodeIndex, at index: NodeIndex, firstAttribute: Int) {
      kind = .element
      self.tag = tag
      self.parent = parent
      end = index + 1
      first = UInt32(firstAttribute)
      last = 0
      attributeCount = 0
    }

    init(_ kind: Kind, _ content: ByteRange, in parent: NodeIndex, at index: NodeIndex) {
      self.kind = kind
      tag = .other
      self.parent = parent
      end = index + 1
      first = content.start
      last = content.end
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
  /// The page's text, as far as values stand in it as they are meant; empty for another parser's.
  @usableFromInline let source: [UInt8]
  /// What had to be written anew: decoded references, names in capitals.
  @usableFromInline var extra: [UInt8] = []
  /// The page was cut: nesting or attributes beyond what a page of people has.
  public internal(set) var isTruncated = false

  init(over source: [UInt8]) {
    nodes = [Node(.root, .empty, in: 0, at: -1)]
    attributes = []
    self.source = source
  }

  /// How many bytes of text, values and markup it stands on.
  package var size: Int { source.count + extra.count }
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
