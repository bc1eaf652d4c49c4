private import CBytes

/// Tells text that only libxml2 reads in ways of its own.
enum PlainText {
  /// Neither control characters nor U+FFFE and U+FFFF stand in the text.
  static func holds(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return true }
    var index = 0
    while index < text.count {
      unsafe index &+= mc_plain_run(base + index, text.count &- index)
      guard index < text.count else { break }
      // Behind EF stands the byte to be asked.
      if unsafe isStrange(text, index) { return false }
      if index &+ 1 < text.count, unsafe isStrange(text, index &+ 1) { return false }
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
