/// Whether foreign text may become a link.
enum LinkTarget {
  /// The address with unsafe bytes percent-encoded; nil unless it is http or https with a host.
  static func safe(_ text: String) -> String? {
    let lower = text.prefix(8).lowercased()
    guard
      lower.hasPrefix("http://") && text.utf8.count > 7
        || lower.hasPrefix("https://") && text.utf8.count > 8
    else { return nil }
    return encoded(text)
  }

  /// The text with every byte that may not stand in an address percent-encoded (RFC 3986 §2).
  static func encoded(_ text: String) -> String {
    if text.utf8.allSatisfy({ allowed[Int($0)] }) { return text }
    var out: [UInt8] = []
    for byte in text.utf8 {
      if allowed[Int(byte)] {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static let allowed: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(byte)] = true }
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") { table[Int(byte)] = true }
    for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") { table[Int(byte)] = true }
    for byte in "-._~:/?#[]@!$&'()*+,;=%".utf8 { table[Int(byte)] = true }
    return table
  }()
}
