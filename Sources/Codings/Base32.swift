/// Base 32 (RFC 4648 §6), upper case, padded: the form of digests in WARC files.
///
/// `warcio check` takes an unpadded SHA-256 for base 64, and tells every record as altered.
package enum Base32 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  /// The text of `bytes`: 52 characters and `====` for a SHA-256.
  package static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 4) / 5 * 8)
    var pending = 0
    var bits = 0
    for byte in bytes {
      pending = (pending << 8 | Int(byte)) & 0xFFF
      bits += 8
      while bits >= 5 {
        bits -= 5
        out.append(alphabet[pending >> bits & 31])
      }
    }
    if bits > 0 { out.append(alphabet[pending << (5 - bits) & 31]) }
    while out.count % 8 != 0 { out.append(UInt8(ascii: "=")) }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Hexadecimal text, lower case.
package enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Two characters for each byte.
  package static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }
}
