/// Groups of words that are looked for together: which of the groups stand in a text, in one pass.
///
/// A dozen readers each ask a page for words of their own; asked together they cost one look at
/// each character. Words have three bytes at least.
package struct WordGroups: Sendable {
  /// A bit for each group, in the order in which they were given.
  package typealias Marks = UInt64

  /// A word and the groups that it belongs to.
  private struct Entry {
    /// Up to eight of its bytes, the first one lowest.
    var head: UInt64
    /// The bits of `head` that are the word's.
    var mask: UInt64
    var groups: Marks
    /// In `bytes`.
    var start: Int32
    var count: Int32
    /// The next entry of the same place in the table, 0 for none.
    var next: Int32
  }

  private var entries: [Entry]
  private var bytes: [UInt8] = []
  /// For the second and third byte of a text: 1 + the first entry with such bytes, 0 for none.
  private var table: [UInt16]

  /// At most 64 groups, and some 60,000 words.
  package init(_ groups: [[[UInt8]]]) {
    var found: [[UInt8]: Marks] = [:]
    for (bit, words) in groups.prefix(64).enumerated() {
      for word in words where word.count >= 3 { found[word, default: 0] |= 1 << UInt64(bit) }
    }
    entries = []
    table = [UInt16](repeating: 0, count: 4096)
    for (word, groups) in found.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let place = Int(word[1] & 0x3F) << 6 | Int(word[2] & 0x3F)
      var head: UInt64 = 0
      for (index, byte) in word.prefix(8).enumerated() {
        head |= UInt64(byte) << (8 * UInt64(index))
      }
      entries.append(
        Entry(
          head: head, mask: word.count >= 8 ? .max : (1 << (8 * UInt64(word.count))) - 1,
          groups: groups, start: Int32(bytes.count), count: Int32(word.count),
          next: Int32(table[place])))
      bytes += word
      table[place] = UInt16(entries.count)
    }
  }

  /// The groups of which a word stands in the text.
  package func marks(in text: ArraySlice<UInt8>) -> Marks {
    unsafe text.withUnsafeBufferPointer { unsafe marks(in: $0) }
  }

  /// The same.
  package func marks(in text: UnsafeBufferPointer<UInt8>) -> Marks {
    guard text.count >= 3, let base = text.baseAddress else { return 0 }
    return unsafe table.withUnsafeBufferPointer { table in
      unsafe entries.withUnsafeBufferPointer { entries in
        unsafe bytes.withUnsafeBufferPointer { bytes in
          unsafe Self.marks(base, text.count, table, entries, bytes)
        }
      }
    }
  }

  private static func marks(
    _ base: UnsafePointer<UInt8>, _ count: Int, _ table: UnsafeBufferPointer<UInt16>,
    _ entries: UnsafeBufferPointer<Entry>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Marks {
    var found: Marks = 0
    let last = count - 3
    var index = 0
    while index <= last {
      // Two characters of three bytes, where no word begins: most places of most texts.
      if index + 8 <= count {
        let word = unsafe EightBytes.load(UnsafeRawPointer(base + index))
        if word & 0xF000_00F0 == 0xE000_00E0,
          unsafe table[place(word >> 8)] | table[place(word >> 32)] == 0
        {
          index += 6
          continue
        }
      }
      let place =
        unsafe Int(base[index + 1] & 0x3F) << 6 | Int(base[index + 2] & 0x3F)
      var number = unsafe Int(table[place])
      if number != 0 {
        let ahead = unsafe head(base + index, count - index)
        repeat {
          let entry = unsafe entries[number - 1]
          if (ahead ^ entry.head) & entry.mask == 0, entry.groups & ~found != 0,
            Int(entry.count) <= count - index, let word = bytes.baseAddress,
            unsafe isEqual(base + index, word + Int(entry.start), Int(entry.count))
          {
            found |= entry.groups
          }
          number = Int(entry.next)
        } while number != 0
      }
      // No word begins within a character: of three bytes, as most are, two are passed over.
      let lead = unsafe base[index]
      index += lead < 0xE0 ? 1 : lead < 0xF0 ? 3 : 4
    }
    return found
  }

  /// The place in the table of two bytes, the first one lowest.
  @inline(__always)
  private static func place(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word & 0x3F) << 6 | (word >> 8) & 0x3F)
  }

  /// Up to eight bytes, the first one lowest; 0 behind the end.
  @inline(__always)
  private static func head(_ text: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    if count >= 8 {
      return unsafe UInt64(littleEndian: UnsafeRawPointer(text).loadUnaligned(as: UInt64.self))
    }
    var head: UInt64 = 0
    for index in 0..<count { head |= unsafe UInt64(text[index]) << (8 * UInt64(index)) }
    return head
  }

  /// The bytes behind the first eight are equal.
  private static func isEqual(
    _ text: UnsafePointer<UInt8>, _ word: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    var index = 8
    while index < count {
      if unsafe text[index] != word[index] { return false }
      index += 1
    }
    return true
  }
}
