/// Base 32 (RFC 4648 §6), upper case, padded: the form of digests in WARC files.
///
/// `warcio check` takes an unpadded SHA-256 for base 64, and tells every record as altered.
package enum Base32 {
  /// The text of `bytes`: 52 characters and `====` for a SHA-256.
  package static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 4) / 5 * 8)
    append(bytes, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Writes that text at the end of `out`.
  package static func append(_ bytes: [UInt8], to out: inout [UInt8]) {
    var pending = 0
    var bits = 0
    for byte in bytes {
      pending = (pending << 8 | Int(byte)) & 0xFFF
      bits += 8
      while bits >= 5 {
        bits -= 5
        out.append(letter(pending >> bits))
      }
    }
    if bits > 0 { out.append(letter(pending << (5 - bits))) }
    let groups = (bytes.count + 4) / 5
    for _ in (bytes.count * 8 + 4) / 5..<groups * 8 { out.append(UInt8(ascii: "=")) }
  }

  /// `A` to `Z`, then `2` to `7`, of the lowest five bits.
  private static func letter(_ bits: Int) -> UInt8 {
    let value = UInt8(truncatingIfNeeded: bits & 31)
    return value < 26 ? UInt8(ascii: "A") + value : UInt8(ascii: "2") + (value - 26)
  }
}

/// Hexadecimal text, lower case.
package enum Hex {
  /// Two characters for each byte.
  package static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      out.append(digit(byte >> 4))
      out.append(digit(byte & 15))
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The digit of a number below 16.
  static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + (value - 10)
  }
}
