import Texts

extension Document {
  /// The children of a node, in order.
  @inlinable
  public func children(of node: NodeIndex) -> ChildSequence {
    ChildSequence(document: self, parent: node)
  }

  /// The run of a node's descendants, the node itself not among them.
  @inlinable @inline(__always)
  public func descendants(of node: NodeIndex) -> Range<NodeIndex> {
    (node + 1)..<nodes[Int(node)].end
  }

  /// The element's tag, `.other` for anything that is no known element.
  @inlinable @inline(__always)
  public func tag(_ node: NodeIndex) -> Tag { nodes[Int(node)].tag }

  @inlinable @inline(__always)
  public func isElement(_ node: NodeIndex) -> Bool { nodes[Int(node)].kind == .element }

  @inlinable @inline(__always)
  public func isText(_ node: NodeIndex) -> Bool { nodes[Int(node)].kind == .text }

  @inlinable @inline(__always)
  public func parent(of node: NodeIndex) -> NodeIndex { nodes[Int(node)].parent }

  /// The node right after this one's subtree under the same parent, or nil.
  package func nextSibling(of node: NodeIndex) -> NodeIndex? {
    let end = nodes[Int(node)].end
    return node != 0 && end < nodes[Int(parent(of: node))].end ? end : nil
  }

  /// Says whether `node` lies in the subtree of `ancestor` (or is it).
  @inlinable @inline(__always)
  public func contains(_ ancestor: NodeIndex, _ node: NodeIndex) -> Bool {
    ancestor <= node && node < nodes[Int(ancestor)].end
  }

  /// The nearest ancestor with that tag, the node itself not counted.
  package func ancestor(of node: NodeIndex, tagged tag: Tag) -> NodeIndex? {
    var current = node
    while current != 0 {
      current = parent(of: current)
      if self.tag(current) == tag { return current }
    }
    return nil
  }

  /// The bytes of a text or comment node.
  @inlinable @inline(__always)
  public func content(_ node: NodeIndex) -> ArraySlice<UInt8> {
    slice(nodes[Int(node)].content)
  }

  /// The name of an element that is outside the table of tags; empty for others.
  ///
  /// It stands as a value without a name right before the element's attributes.
  package func name(of node: NodeIndex) -> ArraySlice<UInt8> {
    let found = nodes[Int(node)]
    guard found.kind == .element, found.tag == .other, found.firstAttribute > 0 else { return [] }
    return slice(attributes[found.firstAttribute - 1].value)
  }

  @inlinable @inline(__always)
  public func slice(_ range: ByteRange) -> ArraySlice<UInt8> {
    if range.isEmpty { return [] }
    let start = Int(range.start)
    if start < source.count { return source[start..<Int(range.end)] }
    return extra[(start - source.count)..<(Int(range.end) - source.count)]
  }

  /// The bytes of a text or comment node for as long as `body` runs: no reference is counted, which a
  /// slice of `content` costs twice.
  @inlinable @inline(__always)
  public func withContent<Made>(
    _ node: NodeIndex, _ body: (UnsafeBufferPointer<UInt8>) -> Made
  ) -> Made {
    unsafe withBytes(of: nodes[Int(node)].content, body)
  }

  /// The same for any run of bytes.
  @inlinable @inline(__always)
  public func withBytes<Made>(
    of range: ByteRange, _ body: (UnsafeBufferPointer<UInt8>) -> Made
  ) -> Made {
    let isInSource = Int(range.start) < source.count || range.isEmpty
    let shift = isInSource ? 0 : source.count
    let place = range.isEmpty ? 0..<0 : (Int(range.start) - shift)..<(Int(range.end) - shift)
    let bytes = isInSource ? source.span : extra.span
    return unsafe bytes.extracting(place).withUnsafeBufferPointer { unsafe body($0) }
  }

  /// The value of an attribute, entities decoded; nil when the element has none of that name.
  ///
  /// `name` in lower case.
  @inlinable @inline(__always)
  public func attribute(_ node: NodeIndex, _ name: StaticString) -> ArraySlice<UInt8>? {
    let found = nodes[Int(node)]
    // Most elements have none: no call for them.
    return found.attributeCount == 0 ? nil : attribute(of: found, name)
  }

  @usableFromInline
  func attribute(of found: Node, _ name: StaticString) -> ArraySlice<UInt8>? {
    valueRange(of: found, name).map { slice($0) }
  }

  /// Says whether the element has an attribute of that name, in lower case.
  @inlinable @inline(__always)
  public func hasAttribute(_ node: NodeIndex, _ name: StaticString) -> Bool {
    let found = nodes[Int(node)]
    return found.attributeCount != 0 && valueRange(of: found, name) != nil
  }

  /// The value of an attribute for as long as `body` runs, as `withContent` lends a text; nil when the
  /// element has none of that name.
  @inlinable @inline(__always)
  public func withAttribute<Made>(
    _ node: NodeIndex, _ name: StaticString, _ body: (UnsafeBufferPointer<UInt8>) -> Made
  ) -> Made? {
    let found = nodes[Int(node)]
    guard found.attributeCount != 0, let range = valueRange(of: found, name) else { return nil }
    return unsafe withBytes(of: range, body)
  }

  /// Where an attribute's value lies.
  @usableFromInline
  func valueRange(of found: Node, _ name: StaticString) -> ByteRange? {
    let key = Self.key(name)
    let first = found.firstAttribute
    for index in first..<(first + Int(found.attributeCount))
    where attributes[index].key == key && isRest(attributes[index].name, name) {
      return attributes[index].value
    }
    return nil
  }

  /// The key of a name in lower case.
  @inline(__always)
  package static func key(_ name: StaticString) -> AttributeKey {
    var key: AttributeKey = 0
    for index in 0..<min(8, name.utf8CodeUnitCount) {
      key |= AttributeKey(unsafe name.utf8Start[index]) << (8 * AttributeKey(index))
    }
    return key
  }

  /// A name whose key is the same is the same behind the key, too.
  @inline(__always)
  private func isRest(_ range: ByteRange, _ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    if count < 8 { return true }
    guard range.count == count else { return false }
    let bytes = slice(range)
    for index in 8..<max(8, count)
    where unsafe bytes[bytes.startIndex + index] != name.utf8Start[index] {
      return false
    }
    return true
  }

  /// Says whether two runs of bytes are the same text.
  package func isEqual(_ left: ByteRange, _ right: ByteRange) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe withBytes(of: left) { left in
      unsafe withBytes(of: right) { unsafe SameBytes.are(left, $0) }
    }
  }

  /// A hash of a run of bytes, the same for the same text within a process.
  package func hash(of range: ByteRange) -> UInt64 {
    unsafe withBytes(of: range) { unsafe KeyedHash.of($0) }
  }

  /// The attribute as text, or nil.
  package func attributeText(_ node: NodeIndex, _ name: StaticString) -> String? {
    attribute(node, name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The first element with that tag in the subtree, or nil.
  package func first(_ tag: Tag, in node: NodeIndex) -> NodeIndex? {
    descendants(of: node).first { self.tag($0) == tag }
  }

  /// All elements with that tag in the subtree, in document order.
  package func all(_ tag: Tag, in node: NodeIndex) -> [NodeIndex] {
    descendants(of: node).filter { self.tag($0) == tag }
  }

  /// The raw text of a subtree: text nodes joined, script and style left out.
  package func rawText(of node: NodeIndex) -> [UInt8] {
    if isText(node) { return Array(content(node)) }
    var out: [UInt8] = []
    var index = node + 1
    let end = nodes[Int(node)].end
    while index < end {
      switch nodes[Int(index)].kind {
      case .text: out += content(index)
      case .element where tag(index) == .script || tag(index) == .style:
        index = nodes[Int(index)].end
        continue
      default: break
      }
      index += 1
    }
    return out
  }

  /// The text of a subtree with white space folded to single blanks and trimmed.
  ///
  /// No-break and ideographic spaces and zero-width characters count as white space.
  package func text(of node: NodeIndex) -> String { WhiteSpace.folded(rawText(of: node)[...]) }
}

/// Walks a node's children.
public struct ChildSequence: Sequence, IteratorProtocol {
  @usableFromInline let nodes: [Document.Node]
  @usableFromInline var place: NodeIndex
  @usableFromInline let end: NodeIndex

  @inlinable
  init(document: Document, parent: NodeIndex) {
    nodes = document.nodes
    place = parent + 1
    end = document.nodes[Int(parent)].end
  }

  @inlinable
  public mutating func next() -> NodeIndex? {
    guard place < end else { return nil }
    let child = place
    place = nodes[Int(child)].end
    return child
  }
}
