import Texts

/// Tells text that only libxml2 reads in ways of its own, eight bytes at a time.
enum PlainText {
  /// Neither control characters nor U+FFFE and U+FFFF stand in the text.
  static func holds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return true }
    var index = 0
    while index + 32 <= text.count {
      let place = unsafe UnsafeRawPointer(base + index)
      var isSuspect: UInt64 = 0
      for step in 0..<4 {
        let word = unsafe EightBytes.load(place + 8 * step)
        isSuspect |= EightBytes.below(0x20, in: word) | lastBytes(word)
      }
      if isSuspect != 0 {
        for step in 0..<4 where unsafe !holds(text, index + 8 * step, place + 8 * step) {
          return false
        }
      }
      index += 32
    }
    while index < text.count {
      if unsafe isStrange(text, index) { return false }
      index += 1
    }
    return true
  }

  /// Looks closely at eight bytes that hold more than a line's end or a tab.
  private static func holds(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ place: UnsafeRawPointer
  ) -> Bool {
    let word = unsafe EightBytes.load(place)
    let suspects = EightBytes.below(0x20, in: word) & ~lineEnds(word) | lastBytes(word)
    guard suspects != 0 else { return true }
    for place in index..<(index + 8) where unsafe isStrange(text, place) { return false }
    return true
  }

  /// The middle byte of U+FFFE and U+FFFF, and the last one of one character in sixty-four.
  @inline(__always)
  private static func lastBytes(_ word: UInt64) -> UInt64 {
    EightBytes.zeros(in: word ^ EightBytes.repeating(0xBF))
  }

  /// Line ends and tabs, as they stand between the tags of every page.
  @inline(__always)
  private static func lineEnds(_ word: UInt64) -> UInt64 {
    EightBytes.places(of: 0x0A, in: word) | EightBytes.places(of: 0x0D, in: word)
      | EightBytes.places(of: 0x09, in: word)
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
