import Texts

/// Tells text that only libxml2 reads in ways of its own, eight bytes at a time.
enum PlainText {
  /// Neither control characters nor U+FFFE and U+FFFF stand in the text.
  static func holds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return true }
    var index = 0
    while index + 8 <= text.count {
      let word = unsafe EightBytes.load(UnsafeRawPointer(base + index))
      // Blanks between tags and the last byte of one character in sixty-four are looked at.
      let suspects =
        EightBytes.below(0x20, in: word)
        | EightBytes.zeros(in: word ^ EightBytes.repeating(0xBF))
      if suspects != 0 {
        for place in index..<(index + 8) where unsafe isStrange(text, place) { return false }
      }
      index += 8
    }
    while index < text.count {
      if unsafe isStrange(text, index) { return false }
      index += 1
    }
    return true
  }

  /// A control character, or the middle byte of U+FFFE or U+FFFF.
  @inline(__always)
  private static func isStrange(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = unsafe text[index]
    if byte < 0x20 { return byte != 0x09 && byte != 0x0A && byte != 0x0D }
    guard byte == 0xBF, index > 0, index + 1 < text.count else { return false }
    return unsafe text[index - 1] == 0xEF && text[index + 1] >= 0xBE
  }
}
