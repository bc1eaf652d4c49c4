private import Glibc

/// A cheap look over a page before it is parsed.
enum TagScan {
  /// The most attributes that a tag may have before the page is cut at it.
  static let mostAttributes = 4000

  /// From how many attributes on a tag counts towards the page's budget.
  static let manyAttributes = 200
  /// The most comparisons of attributes that a page may cost: four tags at the limit.
  private static let mostComparisons = 4 * mostAttributes * mostAttributes

  /// Where the first tag begins that costs more than a page may, or nil.
  ///
  /// That is a tag with more than `mostAttributes` attributes, or the one at which the squares of
  /// many attributes add up to too much. Linear: one pass; quoted values are skipped, script and
  /// style bodies are passed over.
  static func firstMonster(in text: [UInt8]) -> Int? {
    // A monster is longer than this: most pages need no scan of their tags at all.
    guard text.count > mostAttributes * 2 else { return nil }
    return unsafe text.withUnsafeBufferPointer { unsafe firstMonster(in: $0) }
  }

  private static func firstMonster(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = text.baseAddress else { return nil }
    var index = 0
    var comparisons = 0
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
      let (end, attributes) = unsafe scanTag(text, from: index + 1)
      if attributes > manyAttributes {
        comparisons += attributes * attributes
        if attributes > mostAttributes || comparisons > mostComparisons { return index }
      }
      index = unsafe isRawText(text, at: index + 1) ? skipRawText(text, from: end) : end
    }
    return nil
  }

  /// Where a scan stands within a tag.
  private enum Place { case between, name, afterName, beforeValue, value }

  /// Where the tag ends, and how many attributes it has; stops counting beyond the limit.
  private static func scanTag(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> (
    end: Int, attributes: Int
  ) {
    var index = start
    // The tag's own name is the first word.
    var words = 1
    var place = Place.name
    while index < text.count, words <= mostAttributes + 1 {
      let byte = unsafe text[index]
      index += 1
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      switch (place, byte) {
      case (_, UInt8(ascii: ">")): return (index, words - 1)
      case (.beforeValue, UInt8(ascii: "\"")), (.beforeValue, UInt8(ascii: "'")):
        while index < text.count, unsafe text[index] != byte { index += 1 }
        index = min(index + 1, text.count)
        place = .between
      case (.beforeValue, _): place = isSpace ? .beforeValue : .value
      case (.value, _): place = isSpace ? .between : .value
      case (.name, UInt8(ascii: "=")), (.afterName, UInt8(ascii: "=")):
        // What follows the tag's own name is no value of it.
        place = words > 1 ? .beforeValue : .name
      case (.name, UInt8(ascii: "/")): place = .between
      case (.name, _): place = isSpace ? .afterName : .name
      case (_, UInt8(ascii: "/")): continue
      case (.between, _), (.afterName, _):
        guard !isSpace else { continue }
        words += 1
        place = .name
      }
    }
    return (index, words - 1)
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
