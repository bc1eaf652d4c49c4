private import Glibc

/// A cheap look over a page before it is parsed.
enum TagScan {
  /// The most attributes that a tag may have before the page is cut at it.
  static let mostAttributes = 4000

  /// Where the first tag with more than `mostAttributes` attributes begins, or nil.
  ///
  /// Linear: one pass; quoted values are skipped, script and style bodies are passed over.
  static func firstMonster(in text: [UInt8]) -> Int? {
    // A monster is longer than this: most pages need no scan of their tags at all.
    guard text.count > mostAttributes * 2 else { return nil }
    return unsafe text.withUnsafeBufferPointer { unsafe firstMonster(in: $0) }
  }

  private static func firstMonster(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = text.baseAddress else { return nil }
    var index = 0
    while index < text.count {
      guard unsafe text[index] == UInt8(ascii: "<"), index + 1 < text.count,
        (0x61...0x7A).contains(unsafe text[index + 1] | 0x20)
      else {
        guard index + 1 < text.count,
          let next = unsafe memchr(base + index + 1, 0x3C, text.count - index - 1)
        else { return nil }
        index = unsafe UnsafeRawPointer(next) - UnsafeRawPointer(base)
        continue
      }
      let (end, words) = unsafe scanTag(text, from: index + 1)
      if words > mostAttributes { return index }
      index = unsafe isRawText(text, at: index + 1) ? skipRawText(text, from: end) : end
    }
    return nil
  }

  private static func scanTag(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> (
    end: Int, words: Int
  ) {
    var index = start
    var words = 0
    var quote: UInt8 = 0
    var afterEquals = false
    while index < text.count {
      let byte = unsafe text[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case UInt8(ascii: ">"): return (index, words)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if afterEquals { quote = byte }
        afterEquals = false
      case UInt8(ascii: "="):
        afterEquals = true
        words += 1
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20: words += 1
      default: afterEquals = false
      }
      if words > 3 * mostAttributes { return (index, words) }
    }
    return (index, words / 2)
  }

  private static func isRawText(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    unsafe matches(text, start, "script") || matches(text, start, "style")
  }

  private static func matches(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ word: StaticString
  ) -> Bool {
    let count = word.utf8CodeUnitCount
    guard start + count <= text.count else { return false }
    return word.withUTF8Buffer { buffer in
      for offset in 0..<count where unsafe text[start + offset] | 0x20 != buffer[offset] {
        return false
      }
      return true
    }
  }

  private static func skipRawText(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 1 < text.count {
      if unsafe text[index] == UInt8(ascii: "<"), unsafe text[index + 1] == UInt8(ascii: "/"),
        unsafe isRawText(text, at: index + 2)
      {
        return index
      }
      index += 1
    }
    return text.count
  }
}
