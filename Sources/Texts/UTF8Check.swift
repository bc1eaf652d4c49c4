private import CBytes

/// Says whether bytes are well-formed UTF-8 (RFC 3629 §4).
///
/// Eight bytes of ASCII are one step, a character of three bytes, as Chinese has, is another.
package enum UTF8Check {
  /// What the bytes are; ASCII with escapes in it may be a text in ISO-2022.
  package enum Result { case ascii, utf8, neither }

  package static func check(_ bytes: [UInt8]) -> Result {
    unsafe bytes.withUnsafeBufferPointer { unsafe check($0) }
  }

  package static func isValid(_ bytes: [UInt8]) -> Bool { check(bytes) != .neither }

  /// The text of bytes, U+FFFD for what is none: what `String(decoding:)` gives, in fewer steps.
  package static func string(_ bytes: [UInt8]) -> String {
    guard isValid(bytes) else { return String(decoding: bytes, as: UTF8.self) }
    return unsafe String(copying: UTF8Span(unchecked: bytes.span))
  }

  /// The same.
  package static func string(_ text: UnsafeBufferPointer<UInt8>) -> String {
    let isText = unsafe check(text) != .neither
    guard isText else { return unsafe String(decoding: text, as: UTF8.self) }
    return unsafe String(copying: UTF8Span(unchecked: Span(_unsafeElements: text)))
  }

  private static func check(_ text: UnsafeBufferPointer<UInt8>) -> Result {
    guard let base = text.baseAddress else { return .ascii }
    // A short text is looked at before such a check has begun.
    let known = text.count < 64 ? -1 : unsafe mc_utf8_kind(base, text.count)
    switch known {
    case 0: return unsafe text.contains(0x1B) ? .utf8 : .ascii
    case 1: return .utf8
    case 2: return .neither
    default: return unsafe checkByEight(text)
    }
  }

  /// The same, eight bytes at a step, for short texts and for processors of another kind.
  package static func checkByEight(_ text: UnsafeBufferPointer<UInt8>) -> Result {
    guard let base = text.baseAddress else { return .ascii }
    var isASCII = true
    var index = 0
    while index &+ 8 <= text.count {
      let word = unsafe EightBytes.load(UnsafeRawPointer(base + index))
      let high = word & EightBytes.highs
      if high == 0 {
        index &+= 8
        continue
      }
      isASCII = false
      // What is ASCII before the first other character is passed over at once.
      let plain = high.trailingZeroBitCount >> 3
      if plain > 0 {
        index &+= plain
        continue
      }
      // Two Han characters at a step, which most text of most pages is.
      if word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0, isHan(word), isHan(word >> 24) {
        index &+= 6
        continue
      }
      let width = unsafe self.width(text[index], base + index, text.count &- index)
      guard width > 0 else { return .neither }
      index &+= width
    }
    while index < text.count {
      let first = unsafe text[index]
      if first < 0x80 {
        index &+= 1
        continue
      }
      isASCII = false
      let width = unsafe self.width(first, base + index, text.count &- index)
      guard width > 0 else { return .neither }
      index &+= width
    }
    guard isASCII else { return .utf8 }
    return unsafe text.contains(0x1B) ? .utf8 : .ascii
  }

  /// A lead byte E4 to EB, of three: what follows may be any two continuation bytes.
  @inline(__always)
  private static func isHan(_ word: UInt64) -> Bool { word & 0x0C == 0x04 || word & 0x0C == 0x08 }

  /// The bytes of the well-formed character that begins with `first`, of `left` bytes; 0 for none.
  @inline(__always)
  private static func width(
    _ first: UInt8, _ place: UnsafePointer<UInt8>, _ left: Int
  ) -> Int {
    func follows(_ index: Int) -> Bool { unsafe place[index] & 0xC0 == 0x80 }
    func isLow(_ limit: UInt8) -> Bool { unsafe place[1] < limit }
    switch first {
    case 0xE1...0xEC, 0xEE, 0xEF: return left >= 3 && follows(1) && follows(2) ? 3 : 0
    case 0xC2...0xDF: return left >= 2 && follows(1) ? 2 : 0
    // No longer form than needed, no half of a pair, nothing above U+10FFFF.
    case 0xE0: return left >= 3 && follows(1) && follows(2) && !isLow(0xA0) ? 3 : 0
    case 0xED: return left >= 3 && follows(1) && follows(2) && isLow(0xA0) ? 3 : 0
    case 0xF0...0xF4:
      guard left >= 4, follows(1), follows(2), follows(3) else { return 0 }
      return first == 0xF0 && isLow(0x90) || first == 0xF4 && !isLow(0x90) ? 0 : 4
    default: return 0
    }
  }
}
