import Markup
import Texts

/// The text of a table's cell as a reader sees it.
enum CellText {
  /// Lines apart by a line feed; tables inside, scripts and styles left out; cut at a character.
  static func read(_ cell: NodeIndex, in document: Document, longest: Int) -> String {
    var index = cell + 1
    let end = document.nodes[Int(cell)].end
    // Most cells hold one text and nothing else, or nothing.
    if index >= end { return "" }
    if end == index + 1, document.isText(index), document.content(index).count <= longest {
      return unsafe document.withContent(index) { unsafe WhiteSpace.folded($0) }
    }
    var out: [UInt8] = []
    // Where the innermost open block ends.
    var blocks: [NodeIndex] = []
    while index < end, out.count <= longest {
      while let last = blocks.last, last <= index {
        blocks.removeLast()
        breakLine(&out)
      }
      let node = document.nodes[Int(index)]
      switch node.kind {
      case .text: unsafe document.withContent(index) { unsafe append($0, to: &out, longest) }
      case .element:
        if node.tag == .table || FlowTags.isSkipped(node.tag) {
          index = node.end
          continue
        }
        if node.tag == .br {
          breakLine(&out)
        } else if FlowTags.isBlock(node.tag) {
          breakLine(&out)
          blocks.append(node.end)
        }
      case .root, .comment: break
      }
      index += 1
    }
    while let last = out.last, last == 0x20 || last == 0x0A { out.removeLast() }
    if out.count > longest { out = Array(whole(out[..<longest])) }
    return UTF8Check.string(out)
  }

  private static func breakLine(_ out: inout [UInt8]) {
    if out.last == 0x20 { out.removeLast() }
    if let last = out.last, last != 0x0A { out.append(0x0A) }
  }

  private static func append(
    _ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8], _ longest: Int
  ) {
    var index = 0
    while index < text.count, out.count <= longest {
      let width = unsafe WhiteSpace.width(at: index, in: text)
      if width > 0 {
        if let last = out.last, last != 0x20, last != 0x0A { out.append(0x20) }
        index += width
      } else {
        let end = unsafe WhiteSpace.wordEnd(from: index, in: text)
        unsafe out.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<end]))
        index = end
      }
    }
  }

  /// Without the beginning of a character whose end was cut off.
  private static func whole(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    while let last = rest.last, last & 0xC0 == 0x80 { rest = rest.dropLast() }
    return rest.last.map { $0 >= 0xC0 } == true ? rest.dropLast() : rest
  }
}
