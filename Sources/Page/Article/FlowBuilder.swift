import Markup
import Texts

/// Makes a page's `TextFlow` in one walk over the flat tree.
struct FlowBuilder {
  /// The most scripts whose writing is followed; a page of people has a few dozen.
  private static let mostScripts = 200

  private var flow = TextFlow()
  private var lineStart = 0
  private var linePieces = 0
  private var gap = Gap.none
  private var scripts = 0
  fileprivate static let hidden = Document.key("hidden")
  fileprivate static let style = Document.key("style")

  /// The white space that was seen since the last text.
  private enum Gap { case none, blank, wide }

  /// An element that is open in the walk.
  private struct Open {
    var node: NodeIndex
    var end: NodeIndex
    var breaks: Bool
  }

  static func flow(of document: Document) -> TextFlow {
    var builder = FlowBuilder()
    builder.flow.bytes.reserveCapacity(document.size / 3)
    // Most pages have fewer of both.
    builder.flow.lines.reserveCapacity(Int(document.count) / 8)
    builder.flow.pieces.reserveCapacity(Int(document.count) / 8)
    builder.walk(document, writtenBy: nil)
    builder.breakLine()
    builder.flow.lines = builder.flow.lines.fitted()
    builder.flow.pieces = builder.flow.pieces.fitted()
    return builder.flow
  }

  /// Walks a document; `script` is the node that wrote it, nil for the page itself.
  private mutating func walk(_ document: Document, writtenBy script: NodeIndex?) {
    var open: [Open] = []
    var blocks: [NodeIndex] = [0]
    var links: [NodeIndex] = []
    var hiding = HidingAttributes(document)
    var index: NodeIndex = 1
    while index < document.count {
      while let last = open.last, last.end <= index {
        open.removeLast()
        if last.breaks {
          breakLine()
          if blocks.count > 1, blocks.last == last.node { blocks.removeLast() }
        }
        if links.last == last.node { links.removeLast() }
      }
      let node = document.nodes[Int(index)]
      switch node.kind {
      case .root, .comment: index += 1
      case .text:
        let link = links.last ?? 0
        let block = script ?? blocks.last ?? 0
        unsafe document.withContent(index) {
          unsafe append($0, node: script ?? index, link: link, block: block)
        }
        index += 1
      case .element:
        if FlowTags.isSkipped(node.tag) || hiding.mayHide(node) && Self.isHidden(index, document) {
          if node.tag == .script, script == nil { write(document, by: index) }
          index = node.end
          continue
        }
        if node.tag == .br {
          breakLine()
          index += 1
          continue
        }
        let breaks = FlowTags.isBlock(node.tag) && !(script != nil && Self.isFrame(index, document))
        if breaks {
          breakLine()
          blocks.append(index)
        }
        if node.tag == .a, script == nil { links.append(index) }
        if node.end > index + 1 {
          open.append(Open(node: index, end: node.end, breaks: breaks))
        } else {
          if breaks { blocks.removeLast() }
          if links.last == index { links.removeLast() }
        }
        index += 1
      }
    }
    if script == nil { breakLine() }
  }

  /// html, body and the element that was put around what a script writes.
  private static func isFrame(_ node: NodeIndex, _ document: Document) -> Bool {
    let tag = document.tag(node)
    return tag == .html || tag == .body
      || tag == .div && document.tag(document.parent(of: node)) == .body
  }

  private static let frameStart = Array("<div>".utf8)
  private static let frameEnd = Array("</div>".utf8)

  private static func isHidden(_ node: NodeIndex, _ document: Document) -> Bool {
    let found = document.nodes[Int(node)]
    guard found.attributeCount > 0, found.tag != .body, found.tag != .html,
      Int(found.end - node) * 2 < document.nodes.count
    else { return false }
    let first = Int(found.firstAttribute)
    let (style, hidden) = (Self.style, Self.hidden)
    for index in first..<(first + Int(found.attributeCount)) {
      let key = document.attributes[index].key
      if key == hidden || isTemplate(key) { return true }
      guard key == style else { continue }
      let attribute = document.attributes[index]
      guard attribute.value.count < 512 else { continue }
      if unsafe document.withBytes(of: attribute.value, { unsafe mayHide($0) }),
        ByteText.contains(
          ByteText.lowered(ByteText.squeezed(document.slice(attribute.value))[...])[...],
          displayNone)
      {
        return true
      }
    }
    return false
  }

  /// A row or a branch of a page's template that a script fills: what stands there is shown to no one.
  private static let templates = [
    Document.key("v-for"), Document.key("v-if"), Document.key("v-else"),
    Document.key("v-else-if"), Document.key("ng-repeat"), Document.key("ng-if"),
  ]

  fileprivate static func isTemplate(_ key: Document.AttributeKey) -> Bool {
    // v- or ng-.
    guard key & 0xFFFF == 0x2D76 || key & 0xFF_FFFF == 0x2D_676E else { return false }
    return templates.contains(key)
  }

  /// The word none stands in a style, in letters of any size.
  private static func mayHide(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 3
    while index < style.count {
      if unsafe style[index] | 0x20 == 0x65, unsafe style[index - 1] | 0x20 == 0x6E,
        unsafe style[index - 2] | 0x20 == 0x6F
      {
        return true
      }
      index += 1
    }
    return false
  }

  private static let displayNone = Array("display:none".utf8)

  /// Follows what an inline script writes.
  private mutating func write(_ document: Document, by node: NodeIndex) {
    guard scripts < Self.mostScripts, document.attribute(node, "src") == nil,
      let content = document.descendants(of: node).first
    else { return }
    let source = document.content(content)
    guard source.count <= ScriptRun.longest else { return }
    guard ScriptRun.isOfUse(source) else { return }
    scripts += 1
    let run = ScriptRun(source)
    flow.scriptValues += run.values.prefix(max(0, 500 - flow.scriptValues.count))
    guard !run.written.isEmpty else { return }
    let fragment = Document(parsing: Self.frameStart + run.written + Self.frameEnd)
    for link in fragment.all(.a, in: 0) {
      flow.writtenLinks.append(
        TextFlow.WrittenLink(
          script: node, href: Array(fragment.attribute(link, "href") ?? []),
          text: fragment.text(of: link)))
    }
    walk(fragment, writtenBy: node)
  }

  private mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, node: NodeIndex, link: NodeIndex, block: NodeIndex
  ) {
    var pieceStart: Int?
    var followsGap = gap != .none
    var index = 0
    var wide = 0
    while index < text.count {
      let width = unsafe WhiteSpace.width(at: index, in: text)
      if width > 0 {
        if width > 1 { wide += 1 }
        gap = wide > 1 || gap == .wide ? .wide : .blank
        index += width
        continue
      }
      if pieceStart == nil { followsGap = gap != .none || followsGap }
      let isLineStart = flow.bytes.count == lineStart
      if gap != .none, !isLineStart { flow.bytes.append(gap == .wide ? 0x09 : 0x20) }
      gap = .none
      wide = 0
      if pieceStart == nil { pieceStart = flow.bytes.count }
      let end = unsafe WhiteSpace.wordEnd(from: index, in: text)
      unsafe flow.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<end]))
      index = end
    }
    guard let start = pieceStart else { return }
    if flow.pieces.count == linePieces {
      flow.lines.append(
        TextFlow.Line(
          lineStart..<lineStart, pieces: linePieces..<linePieces, block: block, node: node))
    }
    flow.pieces.append(
      TextFlow.Piece(
        start..<flow.bytes.count, node: node, link: link, followsGap: followsGap))
    if link != 0, let last = flow.lines.indices.last {
      flow.lines[last].linkBytes += flow.bytes.count - start
    }
  }

  private mutating func breakLine() {
    gap = .none
    guard flow.pieces.count > linePieces, let last = flow.lines.indices.last else { return }
    flow.lines[last].range = lineStart..<flow.bytes.count
    flow.lines[last].pieces = linePieces..<flow.pieces.count
    lineStart = flow.bytes.count
    linePieces = flow.pieces.count
  }
}

/// The attributes of a document that may hide their element: few elements of a page have one, and
/// every element is asked.
private struct HidingAttributes {
  /// Positions among the document's attributes, in order.
  private var places: [UInt32] = []
  /// The first one that may be an element's from here on: elements are asked in order.
  private var next = 0

  init(_ document: Document) {
    // What is set up at its first use is asked for at each: once is enough.
    let (style, hidden) = (FlowBuilder.style, FlowBuilder.hidden)
    for (place, attribute) in document.attributes.enumerated()
    where attribute.key == style || attribute.key == hidden
      || FlowBuilder.isTemplate(attribute.key)
    {
      places.append(UInt32(place))
    }
  }

  /// False where none of the element's attributes can hide it.
  mutating func mayHide(_ node: Document.Node) -> Bool {
    let first = node.firstAttribute
    guard node.attributeCount > 0 else { return false }
    if next > 0, places[next - 1] >= first { next = 0 }
    while next < places.count, places[next] < first { next += 1 }
    return next < places.count && Int(places[next]) < Int(first) + Int(node.attributeCount)
  }
}

/// What elements do to the flow of text.
enum FlowTags {
  /// Elements around which a line ends.
  static func isBlock(_ tag: Tag) -> Bool {
    switch tag {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .div, .dl, .dt,
      .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1, .h2, .h3, .h4, .h5, .h6,
      .header, .hr, .html, .legend, .li, .main, .nav, .ol, .p, .pre, .section, .table, .tbody,
      .td, .tfoot, .th, .thead, .tr, .ul:
      true
    default: false
    }
  }

  /// Elements whose text nobody reads on the page.
  static func isSkipped(_ tag: Tag) -> Bool {
    switch tag {
    case .script, .style, .title, .noscript, .select, .option, .optgroup, .textarea, .iframe,
      .object, .frame:
      true
    default: false
    }
  }
}
