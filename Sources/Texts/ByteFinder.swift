private import Glibc

/// Plain searches in bytes, fast enough to be asked for every text of a page.
package enum ByteFinder {
  /// Where `word` first stands in `text`, counted from its beginning; nil when it does not, or is
  /// empty.
  package static func offset(of word: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = word.first, text.count >= word.count, let base = text.baseAddress
    else { return nil }
    guard word.count > 1 else { return unsafe offset(of: first, in: text) }
    return unsafe word.withUnsafeBytes {
      unsafe offset(of: $0, in: UnsafeRawPointer(base), text.count)
    }
  }

  /// The same for one byte.
  package static func offset(of byte: UInt8, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = text.baseAddress,
      let hit = unsafe memchr(base, Int32(byte), text.count)
    else { return nil }
    return unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }

  /// The same for a word of two bytes or more that is no longer than the text.
  private static func offset(
    of word: UnsafeRawBufferPointer, in raw: UnsafeRawPointer, _ count: Int
  ) -> Int? {
    // Characters of the same block share their first byte: the last two tell more.
    let last = word.count - 1
    let lastBytes = unsafe EightBytes.repeating(word[last])
    let nextBytes = unsafe EightBytes.repeating(word[last - 1])
    var index = 0
    while index + last + 8 <= count {
      let ends = unsafe EightBytes.load(raw + index + last) ^ lastBytes
      let nexts = unsafe EightBytes.load(raw + index + last - 1) ^ nextBytes
      var hits = EightBytes.zeros(in: ends | nexts)
      while hits != 0 {
        let place = index + hits.trailingZeroBitCount / 8
        if unsafe isEqual(raw + place, word) { return place }
        hits &= hits - 1
      }
      index += 8
    }
    let key = unsafe word.loadUnaligned(as: UInt16.self)
    while index + last < count {
      if unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt16.self) == key,
        unsafe isEqual(raw + index, word)
      {
        return index
      }
      index += 1
    }
    return nil
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

/// Words in one run of bytes, to be compared with the beginning of a text.
package struct WordList: Sendable {
  private let bytes: [UInt8]
  /// Where each word ends in `bytes`.
  private let ends: [Int32]
  /// A bit for each byte that a word begins with.
  private let firsts: [UInt64]
  /// For each second byte of a first character of three bytes, a bit for each third one.
  private let heads: [UInt64]
  package let isEmpty: Bool

  package init(_ words: [[UInt8]]) {
    let words = words.filter { !$0.isEmpty }
    bytes = Array(words.joined())
    var ends: [Int32] = []
    var firsts: [UInt64] = [0, 0, 0, 0]
    for word in words {
      ends.append((ends.last ?? 0) + Int32(word.count))
      firsts[Int(word[0] >> 6)] |= 1 << UInt64(word[0] & 63)
    }
    var heads = [UInt64](repeating: 0, count: 64)
    for word in words where word.count >= 3 {
      heads[Int(word[1] & 0x3F)] |= 1 << UInt64(word[2] & 0x3F)
    }
    self.ends = ends
    self.heads = heads
    self.firsts = firsts
    isEmpty = words.isEmpty
  }

  /// Says whether the first character of the text, white space left out, may begin one of the words.
  ///
  /// False is certain; true is to be looked at closely.
  package func mayBegin(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let width = unsafe WhiteSpace.width(at: index, in: text)
      if width == 0 { break }
      index += width
    }
    guard index < text.count else { return false }
    let first = unsafe text[index]
    guard firsts[Int(first >> 6)] >> UInt64(first & 63) & 1 != 0 else { return false }
    guard first >= 0xE0, first < 0xF0, index + 2 < text.count else { return true }
    let row = heads[Int(unsafe text[index + 1] & 0x3F)]
    return row >> UInt64(unsafe text[index + 2] & 0x3F) & 1 != 0
  }

  /// Says whether the text begins with any of the words.
  package func begin(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count > 0, let base = text.baseAddress else { return false }
    let first = unsafe text[0]
    guard firsts[Int(first >> 6)] >> UInt64(first & 63) & 1 != 0 else { return false }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for end in ends {
        let count = Int(end) - start
        if count <= text.count, unsafe bytes[start] == first, let words = bytes.baseAddress,
          unsafe memcmp(base, words + start, count) == 0
        {
          return true
        }
        start = Int(end)
      }
      return false
    }
  }
}

/// Words that are looked for together, in one pass over a text: one group in half a kilobyte.
///
/// Where a text is asked for several groups, `WordGroups` finds them in the same pass.
/// A table of their second and third bytes passes over almost every place without a comparison;
/// words of one or two bytes are looked for one by one.
package struct WordTable: Sendable {
  private let long: WordList
  private let short: [[UInt8]]
  private let marks: [UInt64]

  package init(_ words: [[UInt8]]) {
    let long = words.filter { $0.count >= 3 }
    self.long = WordList(long)
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
      let last = text.count - 3
      var index = 0
      while index <= last {
        let row = unsafe marks[Int(unsafe text[index + 1] & 0x3F)]
        if row >> UInt64(unsafe text[index + 2] & 0x3F) & 1 != 0,
          unsafe long.begin(UnsafeBufferPointer(rebasing: text[index...]))
        {
          return true
        }
        // No word begins within a character: of three bytes, as most are, two are passed over.
        let lead = unsafe text[index]
        index += lead < 0xE0 ? 1 : lead < 0xF0 ? 3 : 4
      }
      return false
    }
  }
}
