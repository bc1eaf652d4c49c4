import Texts

/// Tells text that only libxml2 reads in ways of its own, eight bytes at a time.
enum PlainText {
  /// Neither control characters nor U+FFFE and U+FFFF stand in the text.
  static func holds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return true }
    var index = 0
    while index &+ 9 <= text.count {
      let word = unsafe EightBytes.load(UnsafeRawPointer(base + index))
      let next = unsafe EightBytes.load(UnsafeRawPointer(base + (index &+ 1)))
      var controls = EightBytes.below(0x20, in: word)
      while controls != 0 {
        let place = controls.trailingZeroBitCount & ~7
        if !isLineEnd(UInt8(truncatingIfNeeded: word >> UInt64(place))) { return false }
        controls &= controls &- 1
      }
      // The first two bytes of U+FFFE and U+FFFF, and of some sixty others.
      let other = (word ^ EightBytes.repeating(0xEF)) | (next ^ EightBytes.repeating(0xBF))
      if EightBytes.zeros(in: other) != 0 {
        for place in index..<(index + 8) where unsafe isStrange(text, place + 1) { return false }
      }
      index &+= 8
    }
    while index < text.count {
      if unsafe isStrange(text, index) { return false }
      index &+= 1
    }
    return true
  }

  /// Line ends and tabs, as they stand between the tags of every page.
  @inline(__always)
  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// A control character, or the middle byte of U+FFFE or U+FFFF.
  @inline(__always)
  private static func isStrange(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = unsafe text[index]
    if byte < 0x20 { return !isLineEnd(byte) }
    guard byte == 0xBF, index > 0, index + 1 < text.count else { return false }
    return unsafe text[index - 1] == 0xEF && text[index + 1] >= 0xBE
  }
}
