/// Text made fit for XML 1.0.
enum XMLText {
  /// The text escaped for content and for attributes in double quotes.
  ///
  /// Scalars that XML 1.0 §2.2 does not allow become U+FFFD; line ends and tabs stay, as references
  /// in attributes, where a parser would else turn them into spaces.
  static func escaped(_ text: String) -> String {
    if isPlain(text) { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 64)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case 0x0A: out += "&#10;".utf8
      case 0x0D: out += "&#13;".utf8
      case 0x09: out += "&#9;".utf8
      case 0..<0x20: out += "\u{FFFD}".utf8
      // U+FFFE and U+FFFF are EF BF BE and EF BF BF, U+FFFD is EF BF BD.
      case 0xBE, 0xBF: out.append(out.suffix(2) == [0xEF, 0xBF] ? 0xBD : byte)
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether a text holds nothing to escape; may say no of one that does not.
  private static func isPlain(_ text: String) -> Bool {
    var before: UInt8 = 0
    for byte in text.utf8 {
      if !plain[Int(byte)] || byte >= 0xBE && before == 0xBF { return false }
      before = byte
    }
    return true
  }

  private static let plain: [Bool] = {
    var table = [Bool](repeating: true, count: 256)
    for byte in 0..<0x20 { table[byte] = false }
    for byte in "&<>\"".utf8 { table[Int(byte)] = false }
    return table
  }()
}
