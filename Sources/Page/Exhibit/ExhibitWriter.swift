import Markup
import Texts

/// Writes the harmless markup of a tree, with marks around parts of its text.
struct ExhibitWriter {
  /// A part of the text, counted in bytes without white space.
  struct Mark {
    let range: Range<Int>
  }

  private(set) var bytes: [UInt8] = []
  var isCut = false
  /// A mark was written.
  private(set) var hasMark = false

  private let document: Document
  /// The marks by where they begin, each with its number.
  private let marks: [(range: Range<Int>, number: Int)]
  private let limit: Int
  /// How much text, without white space, was passed.
  private var position = 0
  private var next = 0
  /// The names of the elements that are open, with where each ends in the tree.
  private var open: [(end: NodeIndex, name: StaticString?)] = []
  /// The marks whose first part was written: an id stands once.
  private var named: Set<Int> = []
  private static let deepest = 200
  private static let longestTitle = 300

  init(_ document: Document, _ marks: [Mark], limit: Int) {
    self.document = document
    self.limit = limit
    self.marks = marks.enumerated().map { ($0.element.range, $0.offset + 1) }
      .sorted { ($0.range.lowerBound, $0.number) < ($1.range.lowerBound, $1.number) }
  }

  /// Passes text that is not shown.
  mutating func skip(_ length: Int) {
    position = length
    while next < marks.count, marks[next].range.upperBound <= position { next += 1 }
  }

  /// Writes a subtree; nodes whose subtree ends before `first` are left out.
  mutating func write(_ root: NodeIndex, from first: NodeIndex) {
    var index = root
    let end = document.nodes[Int(root)].end
    while index < end {
      closeAll(endingAt: index)
      if bytes.count >= limit {
        isCut = true
        break
      }
      let nodeEnd = document.nodes[Int(index)].end
      if nodeEnd <= first {
        index = nodeEnd
        continue
      }
      index = node(index)
    }
    while let last = open.popLast() { close(last.name) }
  }

  /// Writes one node's own part; gives the node to go on with.
  private mutating func node(_ index: NodeIndex) -> NodeIndex {
    if document.isText(index) {
      text(document.content(index))
      return index + 1
    }
    guard document.isElement(index) else { return index + 1 }
    let end = document.nodes[Int(index)].end
    switch ExhibitElement.of(document, index) {
    case .dropped: return end
    case .opened: open.append((end, nil))
    case .picture: picture(index)
    case .void(let name):
      bytes.append(UInt8(ascii: "<"))
      append(name)
      bytes.append(UInt8(ascii: ">"))
    case .kept(let name):
      guard open.count < Self.deepest else {
        open.append((end, nil))
        break
      }
      bytes.append(UInt8(ascii: "<"))
      append(name)
      attributes(index)
      bytes.append(UInt8(ascii: ">"))
      open.append((end, name))
    }
    return index + 1
  }

  private mutating func closeAll(endingAt index: NodeIndex) {
    while let last = open.last, last.end <= index {
      open.removeLast()
      close(last.name)
    }
  }

  private mutating func close(_ name: StaticString?) {
    guard let name else { return }
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// The few attributes that stay: how cells span, and where a link led.
  private mutating func attributes(_ index: NodeIndex) {
    switch document.tag(index) {
    case .td, .th:
      span(index, "colspan")
      span(index, "rowspan")
    case .a:
      bytes += " class=\"a\"".utf8
      if let target = document.attribute(index, "href"), !target.isEmpty {
        bytes += " title=\"".utf8
        escape(Self.clipped(target))
        bytes.append(UInt8(ascii: "\""))
      }
    default: return
    }
  }

  private mutating func span(_ index: NodeIndex, _ name: StaticString) {
    guard let value = document.attributeText(index, name).flatMap({ Int($0) }),
      (2...200).contains(value)
    else { return }
    bytes.append(0x20)
    append(name)
    bytes += "=\"\(value)\"".utf8
  }

  private mutating func picture(_ index: NodeIndex) {
    guard let words = document.attribute(index, "alt"), WhiteSpace.letters(words) > 0 else {
      return
    }
    bytes += "<span class=\"pic\">".utf8
    escape(Self.clipped(words))
    bytes += "</span>".utf8
  }

  /// Text, marked where a mark covers it.
  private mutating func text(_ content: ArraySlice<UInt8>) {
    var start = content.startIndex
    var index = content.startIndex
    var current = 0
    while index < content.endIndex {
      let width = WhiteSpace.width(at: index, in: content)
      if width > 0 {
        index += width
        continue
      }
      while next < marks.count, marks[next].range.upperBound <= position { next += 1 }
      let number =
        next < marks.count && marks[next].range.contains(position) ? marks[next].number : 0
      if number != current {
        escape(content[start..<index])
        start = index
        if current > 0 { bytes += "</mark>".utf8 }
        if number > 0 { openMark(number) }
        current = number
      }
      position += 1
      index += 1
    }
    escape(content[start...])
    if current > 0 { bytes += "</mark>".utf8 }
  }

  private mutating func openMark(_ number: Int) {
    hasMark = true
    if named.insert(number).inserted {
      bytes += "<mark id=\"x\(number)\">".utf8
    } else {
      bytes += "<mark>".utf8
    }
  }

  /// At most `longestTitle` bytes, no character cut in two.
  private static func clipped(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.count > longestTitle else { return text }
    var end = text.startIndex + longestTitle
    while end > text.startIndex, text[end] & 0xC0 == 0x80 { end -= 1 }
    return text[..<end]
  }

  private mutating func append(_ name: StaticString) {
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func escape(_ text: ArraySlice<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x80...0xFF: bytes.append(byte)
      // Control characters may not stand in HTML.
      default: bytes += "\u{FFFD}".utf8
      }
    }
  }
}
