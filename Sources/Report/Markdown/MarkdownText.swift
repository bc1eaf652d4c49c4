/// Foreign text made fit for Markdown.
enum MarkdownText {
  /// The text on one line with all signs that mean something to Markdown or HTML escaped.
  static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 64)
    for byte in text.utf8 {
      if plain[Int(byte)] {
        out.append(byte)
        continue
      }
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case 0..<0x20, 0x7F: out.append(0x20)
      // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
      case 0xA8, 0xA9:
        if out.suffix(2) == [0xE2, 0x80] {
          out.removeLast(2)
          out.append(0x20)
        } else {
          out.append(byte)
        }
      default: out += [UInt8(ascii: "\\"), byte]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Bytes that stand for themselves whatever comes before them.
  private static let plain: [Bool] = {
    var table = [Bool](repeating: true, count: 256)
    for byte in 0..<0x20 { table[byte] = false }
    for byte in [0x7F, 0xA8, 0xA9] { table[byte] = false }
    for byte in "&<>\\`*_[]|#~!".utf8 { table[Int(byte)] = false }
    return table
  }()

  /// A link where the address is http or https, else the text alone.
  static func link(_ text: String, _ url: String) -> String {
    guard let target = LinkTarget.safe(url) else { return escaped(text) }
    return "[\(escaped(text))](<\(target)>)"
  }
}
