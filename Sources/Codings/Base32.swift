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
    let groups = (bytes.count &+ 4) / 5
    out.append(addingCapacity: groups &* 8) { text in
      for group in 0..<groups {
        var bits: UInt64 = 0
        for place in group &* 5..<group &* 5 &+ 5 {
          bits = bits &<< 8 | (place < bytes.count ? UInt64(bytes[place]) : 0)
        }
        let letters = letters(of: bits)
        for place in 0..<8 {
          text.append(UInt8(truncatingIfNeeded: letters &>> UInt64(56 &- 8 &* place)))
        }
      }
    }
    // What the last group lacks.
    let written = (bytes.count &* 8 &+ 4) / 5
    for place in out.count &- (groups &* 8 &- written)..<out.count {
      out[place] = UInt8(ascii: "=")
    }
  }

  /// The eight letters of 40 bits, the first in the highest byte: `A` to `Z`, then `2` to `7`.
  private static func letters(of bits: UInt64) -> UInt64 {
    // Five bits to each byte, by halves.
    let halves = (bits & 0xFF_FFF0_0000) &<< 12 | bits & 0xF_FFFF
    let quarters = (halves & 0x000F_FC00_000F_FC00) &<< 6 | halves & 0x0000_03FF_0000_03FF
    let values = (quarters & 0x03E0_03E0_03E0_03E0) &<< 3 | quarters & 0x001F_001F_001F_001F
    let ones: UInt64 = 0x0101_0101_0101_0101
    // One in each byte whose value is 26 or more: those are digits.
    let digits = (values &+ ones &* (0x80 - 26)) &>> 7 & ones
    return values &+ ones &* UInt64(UInt8(ascii: "A")) &- digits &* (65 + 26 - 50)
  }
}

/// Hexadecimal text, lower case.
package enum Hex {
  /// Two characters for each byte.
  package static func text(_ bytes: [UInt8]) -> String {
    unsafe String(unsafeUninitializedCapacity: bytes.count &* 2) { text in
      var place = 0
      for byte in bytes {
        unsafe text[place] = digit(byte >> 4)
        unsafe text[place &+ 1] = digit(byte & 15)
        place &+= 2
      }
      return place
    }
  }

  /// The digit of a number below 16.
  static func digit(_ value: UInt8) -> UInt8 {
    value &+ (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") &- 10)
  }
}
