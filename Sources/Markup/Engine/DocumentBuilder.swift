/// Fills a `Document` from the events of a parser: start, end, text, comment.
///
/// A value that the parser's callbacks reach through one pointer: no reference counting and no
/// exclusivity checks in the hot path. Every method is a constant number of appends. Beyond `deepest` open elements the tree is
/// flattened: the words and links of deeper elements stay in order, as children of the last
/// element that was let in, so that nothing is lost and no walk up is long.
@safe struct DocumentBuilder {
  /// The deepest nesting that is kept as a tree.
  static let deepest = 512
  /// The most nodes that a page may have; what follows is cut and the page says so.
  ///
  /// Ten times those of the largest real pages: their facts stay below 150 MB.
  static let mostNodes = 400_000

  private(set) var document = Document()
  private var open: [NodeIndex] = [0]
  private var flattened = 0

  init(expecting byteCount: Int) {
    document.bytes.reserveCapacity(byteCount)
    document.nodes.reserveCapacity(byteCount / 24 + 16)
    document.attributes.reserveCapacity(byteCount / 40 + 16)
  }

  private mutating func isFull() -> Bool {
    if document.nodes.count < Self.mostNodes { return false }
    document.isTruncated = true
    return true
  }

  private var parent: NodeIndex { open.last ?? 0 }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteRange {
    let start = UInt32(document.bytes.count)
    unsafe document.bytes.append(contentsOf: bytes)
    return ByteRange(start: start, end: UInt32(document.bytes.count))
  }

  /// Begins an element; `name` in lower case.
  ///
  /// Attributes follow through `attribute`.
  mutating func start(_ name: UnsafeBufferPointer<UInt8>) {
    unsafe start(Tag(name: name), name)
  }

  /// The same, where the tag of the name is known.
  mutating func start(_ tag: Tag, _ name: UnsafeBufferPointer<UInt8>) {
    guard !isFull() else {
      flattened += 1
      return
    }
    let content = unsafe tag == .other ? append(name) : .empty
    let index = document.count
    document.nodes.append(
      Document.Node(
        kind: .element, tag: tag, parent: parent, content: content,
        firstAttribute: UInt32(document.attributes.count)))
    document.nodes[Int(index)].end = index + 1
    if flattened > 0 || open.count >= Self.deepest {
      flattened += 1
    } else {
      open.append(index)
    }
  }

  /// Adds an attribute to the element begun last, unless it has one of that name already.
  mutating func newAttribute(
    _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
  ) {
    let key = unsafe Self.key(name)
    guard unsafe !hasAttribute(name, key) else { return }
    unsafe attribute(name, value, key)
  }

  /// Adds an attribute to the element begun last.
  mutating func attribute(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
    unsafe attribute(name, value, Self.key(name))
  }

  private mutating func attribute(
    _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>,
    _ key: Document.AttributeKey
  ) {
    guard let last = document.nodes.indices.last, document.nodes[last].kind == .element,
      document.nodes.count < Self.mostNodes
    else { return }
    unsafe document.attributes.append(
      Document.Attribute(name: append(name), value: append(value), key: key))
    document.nodes[last].attributeCount += 1
  }

  /// Says whether the element begun last has an attribute of that name.
  private func hasAttribute(
    _ name: UnsafeBufferPointer<UInt8>, _ key: Document.AttributeKey
  ) -> Bool {
    guard let last = document.nodes.last else { return false }
    guard last.attributeCount > 0 else { return false }
    let first = Int(last.firstAttribute)
    for index in first..<(first + Int(last.attributeCount))
    where document.attributes[index].key == key {
      let known = document.attributes[index].name
      if known.count == name.count,
        unsafe name.count < 8 || document.slice(known).elementsEqual(name)
      {
        return true
      }
    }
    return false
  }

  @inline(__always)
  private static func key(_ name: UnsafeBufferPointer<UInt8>) -> Document.AttributeKey {
    var key: Document.AttributeKey = 0
    for index in 0..<min(8, name.count) {
      key |= unsafe Document.AttributeKey(name[index]) << (8 * Document.AttributeKey(index))
    }
    return key
  }

  /// Ends the innermost open element.
  mutating func end() {
    if flattened > 0 {
      flattened -= 1
      return
    }
    guard open.count > 1, let node = open.popLast() else { return }
    document.nodes[Int(node)].end = document.count
  }

  /// Adds text; pieces that follow one another become one node.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty, !isFull() else { return }
    if let last = document.nodes.indices.last, document.nodes[last].kind == .text,
      document.nodes[last].parent == parent,
      Int(document.nodes[last].content.end) == document.bytes.count
    {
      document.nodes[last].content.end = unsafe append(bytes).end
      return
    }
    unsafe leaf(.text, bytes)
  }

  mutating func comment(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !isFull() else { return }
    unsafe leaf(.comment, bytes)
  }

  private mutating func leaf(_ kind: Document.Kind, _ bytes: UnsafeBufferPointer<UInt8>) {
    let content = unsafe append(bytes)
    let index = document.count
    document.nodes.append(
      Document.Node(
        kind: kind, tag: .other, parent: parent, content: content,
        firstAttribute: UInt32(document.attributes.count)))
    document.nodes[Int(index)].end = index + 1
  }

  /// Marks the page as cut.
  mutating func markTruncated() { document.isTruncated = true }

  /// Closes what is open and hands the document over.
  mutating func finish() -> Document {
    flattened = 0
    while open.count > 1 { end() }
    document.nodes[0].end = document.count
    return document
  }
}
