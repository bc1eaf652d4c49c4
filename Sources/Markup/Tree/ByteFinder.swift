private import Glibc

/// Plain searches in bytes, fast enough to be asked for every text of a page.
package enum ByteFinder {
  /// Where `word` first stands in `text`, counted from its beginning; nil when it does not, or is
  /// empty.
  package static func offset(of word: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = word.first, text.count >= word.count, let base = text.baseAddress
    else { return nil }
    guard word.count > 1 else {
      guard let hit = unsafe memchr(base, Int32(first), text.count) else { return nil }
      return unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }
    return unsafe word.withUnsafeBytes { word in
      // Two bytes at once: characters of the same block share their first byte.
      let raw = unsafe UnsafeRawPointer(base)
      let key = unsafe word.loadUnaligned(as: UInt16.self)
      let last = text.count - word.count
      var index = 0
      while index <= last {
        if unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt16.self) == key,
          unsafe isEqual(raw + index, word)
        {
          return index
        }
        index += 1
      }
      return nil
    }
  }

  /// Says whether `text` begins with `word`.
  package static func begins(_ text: UnsafeBufferPointer<UInt8>, with word: [UInt8]) -> Bool {
    guard text.count >= word.count, let base = text.baseAddress else { return word.isEmpty }
    return unsafe word.withUnsafeBytes { unsafe isEqual(UnsafeRawPointer(base), $0) }
  }

  private static func isEqual(_ text: UnsafeRawPointer, _ word: UnsafeRawBufferPointer) -> Bool {
    guard let base = word.baseAddress else { return true }
    return unsafe memcmp(text, base, word.count) == 0
  }
}

/// Words that are looked for together, in one pass over a text.
///
/// A table of their second and third bytes passes over almost every place without a comparison;
/// words of one or two bytes are looked for one by one.
package struct WordTable: Sendable {
  private let long: [[UInt8]]
  private let short: [[UInt8]]
  private let marks: [UInt64]

  package init(_ words: [[UInt8]]) {
    long = words.filter { $0.count >= 3 }
    short = words.filter { $0.count == 1 || $0.count == 2 }
    var marks = [UInt64](repeating: 0, count: 64)
    for word in long { marks[Int(word[1] & 0x3F)] |= 1 << UInt64(word[2] & 0x3F) }
    self.marks = marks
  }

  /// Says whether any of the words stands in the text.
  package func occurs(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    for word in short where unsafe ByteFinder.offset(of: word, in: text) != nil { return true }
    guard text.count >= 3, !long.isEmpty else { return false }
    return unsafe marks.withUnsafeBufferPointer { marks in
      for index in 0...(text.count - 3) {
        let row = unsafe marks[Int(unsafe text[index + 1] & 0x3F)]
        if row >> UInt64(unsafe text[index + 2] & 0x3F) & 1 != 0,
          unsafe begins(UnsafeBufferPointer(rebasing: text[index...]))
        {
          return true
        }
      }
      return false
    }
  }

  private func begins(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for word in long where unsafe ByteFinder.begins(text, with: word) { return true }
    return false
  }
}
