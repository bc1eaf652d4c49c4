import Texts

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

  private(set) var document: Document
  /// Where `document.source` lies in memory while it is read; what a parser hands over from there is
  /// not copied.
  @safe private let origin: UnsafeBufferPointer<UInt8>
  private var open: [NodeIndex] = [0]
  private var flattened = 0

  /// For a parser that hands over bytes of its own.
  init(expecting byteCount: Int) {
    unsafe self.init(over: [], at: UnsafeBufferPointer(start: nil, count: 0), expecting: byteCount)
    document.extra.reserveCapacity(byteCount)
  }

  /// For a parser that hands over parts of `source`, which lies at `origin` all the while.
  init(over source: [UInt8], at origin: UnsafeBufferPointer<UInt8>) {
    unsafe self.init(over: source, at: origin, expecting: origin.count)
  }

  private init(
    over source: [UInt8], at origin: UnsafeBufferPointer<UInt8>, expecting byteCount: Int
  ) {
    document = Document(over: source)
    self.origin = unsafe origin
    document.nodes.reserveCapacity(byteCount / 24 + 16)
    document.attributes.reserveCapacity(byteCount / 40 + 16)
  }

  private mutating func isFull() -> Bool {
    if document.nodes.count < Self.mostNodes { return false }
    document.isTruncated = true
    return true
  }

  private var parent: NodeIndex {
    // Mutating, as all that is asked for each node: else the builder is copied.
    mutating get { open.last ?? 0 }
  }

  /// The place of some bytes: their own in the source, else that of a copy.
  private mutating func place(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteRange {
    if bytes.isEmpty { return .empty }
    return unsafe placeInSource(bytes) ?? copy(bytes)
  }

  private mutating func placeInSource(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteRange? {
    guard let start = bytes.baseAddress, let base = origin.baseAddress else { return nil }
    let offset = UInt(bitPattern: start) &- UInt(bitPattern: base)
    guard offset < UInt(origin.count) else { return nil }
    return ByteRange(start: UInt32(offset), end: UInt32(Int(offset) + bytes.count))
  }

  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteRange {
    let start = document.source.count + document.extra.count
    unsafe document.extra.append(contentsOf: bytes)
    return ByteRange(start: UInt32(start), end: UInt32(start + bytes.count))
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
    if tag == .other {
      unsafe document.attributes.append(
        Document.Attribute(name: .empty, value: place(name), key: 0))
    }
    let index = document.count
    document.nodes.append(
      Document.Node(tag, in: parent, at: index, firstAttribute: document.attributes.count))
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
      document.nodes.count < Self.mostNodes, document.nodes[last].attributeCount < .max
    else { return }
    unsafe document.attributes.append(
      Document.Attribute(name: place(name), value: place(value), key: key))
    document.nodes[last].attributeCount += 1
  }

  /// Says whether the element begun last has an attribute of that name.
  private mutating func hasAttribute(
    _ name: UnsafeBufferPointer<UInt8>, _ key: Document.AttributeKey
  ) -> Bool {
    guard let last = document.nodes.last else { return false }
    guard last.attributeCount > 0 else { return false }
    let first = last.firstAttribute
    for index in first..<(first + Int(last.attributeCount))
    where document.attributes[index].key == key {
      let known = document.attributes[index].name
      if known.count == name.count,
        unsafe name.count < 8 || document.withBytes(of: known, { unsafe SameBytes.are($0, name) })
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
      document.nodes[last].parent == parent
    {
      unsafe lengthen(last, by: bytes)
      return
    }
    unsafe leaf(.text, bytes)
  }

  mutating func comment(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !isFull() else { return }
    unsafe leaf(.comment, bytes)
  }

  private mutating func leaf(_ kind: Document.Kind, _ bytes: UnsafeBufferPointer<UInt8>) {
    let content = unsafe place(bytes)
    let index = document.count
    document.nodes.append(Document.Node(kind, content, in: parent, at: index))
  }

  /// Adds to a text; it is copied once, when what follows does not stand right behind it.
  private mutating func lengthen(_ node: Int, by bytes: UnsafeBufferPointer<UInt8>) {
    let content = document.nodes[node].content
    let isCopy = Int(content.start) >= document.source.count
    if !isCopy, let more = unsafe placeInSource(bytes), more.start == content.end {
      document.nodes[node].last = more.end
      return
    }
    if !isCopy || Int(content.end) < document.source.count + document.extra.count {
      document.nodes[node].first = UInt32(document.source.count + document.extra.count)
      document.extra += document.slice(content)
    }
    document.nodes[node].last = unsafe copy(bytes).end
  }

  /// Marks the page as cut.
  mutating func markTruncated() { document.isTruncated = true }

  /// Closes what is open and hands the document over.
  mutating func finish() -> Document {
    flattened = 0
    while open.count > 1 { end() }
    document.nodes[0].end = document.count
    // Room was made for a page full of tags.
    document.nodes = document.nodes.fitted()
    document.attributes = document.attributes.fitted()
    return document
  }
}
