extension Document {
  /// The children of a node, in order.
  package func children(of node: NodeIndex) -> ChildSequence {
    ChildSequence(document: self, parent: node)
  }

  /// The run of a node's descendants, the node itself not among them.
  @inlinable
  package func descendants(of node: NodeIndex) -> Range<NodeIndex> {
    (node + 1)..<nodes[Int(node)].end
  }

  /// The element's tag, `.other` for anything that is no known element.
  @inlinable
  package func tag(_ node: NodeIndex) -> Tag { nodes[Int(node)].tag }

  @inlinable
  package func isElement(_ node: NodeIndex) -> Bool { nodes[Int(node)].kind == .element }

  @inlinable
  package func isText(_ node: NodeIndex) -> Bool { nodes[Int(node)].kind == .text }

  @inlinable
  package func parent(of node: NodeIndex) -> NodeIndex { nodes[Int(node)].parent }

  /// The node right after this one's subtree under the same parent, or nil.
  package func nextSibling(of node: NodeIndex) -> NodeIndex? {
    let end = nodes[Int(node)].end
    return node != 0 && end < nodes[Int(parent(of: node))].end ? end : nil
  }

  /// Says whether `node` lies in the subtree of `ancestor` (or is it).
  @inlinable
  package func contains(_ ancestor: NodeIndex, _ node: NodeIndex) -> Bool {
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
  @inlinable
  package func content(_ node: NodeIndex) -> ArraySlice<UInt8> {
    slice(nodes[Int(node)].content)
  }

  @inlinable
  package func slice(_ range: ByteRange) -> ArraySlice<UInt8> {
    range.isEmpty ? [] : bytes[Int(range.start)..<Int(range.end)]
  }

  /// The value of an attribute, entities decoded; nil when the element has none of that name.
  ///
  /// `name` in lower case.
  package func attribute(_ node: NodeIndex, _ name: StaticString) -> ArraySlice<UInt8>? {
    let found = nodes[Int(node)]
    let first = Int(found.firstAttribute)
    for index in first..<(first + Int(found.attributeCount))
    where isName(attributes[index].name, name) {
      return slice(attributes[index].value)
    }
    return nil
  }

  /// Says whether a run of bytes is that name.
  @inline(__always)
  package func isName(_ range: ByteRange, _ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    guard range.count == count else { return false }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      let start = Int(range.start)
      // Checked once: the range lies in the buffer.
      guard start + count <= bytes.count else { return false }
      for index in 0..<count where unsafe bytes[start + index] != name.utf8Start[index] {
        return false
      }
      return true
    }
  }

  /// Says whether two runs of bytes are the same text.
  package func isEqual(_ left: ByteRange, _ right: ByteRange) -> Bool {
    left.count == right.count && slice(left).elementsEqual(slice(right))
  }

  /// A hash of a run of bytes, the same for the same text within a process.
  package func hash(of range: ByteRange) -> UInt64 {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var hash = UInt64(range.count)
      for index in Int(range.start)..<max(Int(range.start), Int(range.end)) {
        hash = (hash ^ UInt64(unsafe bytes[index])) &* 0x0000_0100_0000_01B3
      }
      return hash ^ hash >> 32
    }
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
package struct ChildSequence: Sequence, IteratorProtocol {
  private let document: Document
  private var next_: NodeIndex
  private let end: NodeIndex

  init(document: Document, parent: NodeIndex) {
    self.document = document
    next_ = parent + 1
    end = document.nodes[Int(parent)].end
  }

  package mutating func next() -> NodeIndex? {
    guard next_ < end else { return nil }
    let child = next_
    next_ = document.nodes[Int(child)].end
    return child
  }
}
