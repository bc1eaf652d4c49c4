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
  /// For the same two bytes: which bytes may stand two places further on, by their lowest six bits.
  ///
  /// That is the second byte of the next character: many characters begin a word, few pairs do.
  private var nexts: [UInt64]
  /// Some word begins with a digit or mark of ASCII, which else are passed over eight at a time.
  private let beginsPlainly: Bool

  /// At most 64 groups, and some 60,000 words.
  package init(_ groups: [[[UInt8]]]) {
    var found: [[UInt8]: Marks] = [:]
    for (bit, words) in groups.prefix(64).enumerated() {
      for word in words where word.count >= 3 { found[word, default: 0] |= 1 << UInt64(bit) }
    }
    entries = []
    beginsPlainly = found.keys.contains { $0[0] < 0x40 }
    table = [UInt16](repeating: 0, count: 4096)
    nexts = [UInt64](repeating: 0, count: 4096)
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
      nexts[place] |= word.count > 4 ? 1 << UInt64(word[4] & 0x3F) : .max
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
          unsafe nexts.withUnsafeBufferPointer { nexts in
            unsafe Self.marks(
              base, text.count, Tables(table, nexts, entries, bytes), beginsPlainly)
          }
        }
      }
    }
  }

  /// The tables where they lie while a text is looked over.
  @safe private struct Tables {
    let table: UnsafeBufferPointer<UInt16>
    let nexts: UnsafeBufferPointer<UInt64>
    let entries: UnsafeBufferPointer<Entry>
    let bytes: UnsafeBufferPointer<UInt8>

    init(
      _ table: UnsafeBufferPointer<UInt16>, _ nexts: UnsafeBufferPointer<UInt64>,
      _ entries: UnsafeBufferPointer<Entry>, _ bytes: UnsafeBufferPointer<UInt8>
    ) {
      unsafe self.table = unsafe table
      unsafe self.nexts = unsafe nexts
      unsafe self.entries = unsafe entries
      unsafe self.bytes = unsafe bytes
    }

    /// The lowest bit says whether a word may begin with the lowest five bytes.
    @inline(__always)
    func mayBegin(_ word: UInt64) -> UInt64 {
      unsafe nexts[place(word >> 8)] &>> (word >> 32 & 0x3F)
    }
  }

  private static func marks(
    _ base: UnsafePointer<UInt8>, _ count: Int, _ tables: Tables, _ beginsPlainly: Bool
  ) -> Marks {
    var found: Marks = 0
    var index = 0
    // Sums of places in a text don't overflow; checked ones cost a third of this loop.
    while index &+ 8 <= count {
      let ahead = unsafe EightBytes.load(base + index)
      let isAny = tables.mayBegin(ahead)
      // Two characters of three bytes, where no word begins: most places of most texts.
      if ahead & 0xF000_00F0 == 0xE000_00E0 {
        if (isAny | tables.mayBegin(ahead >> 24)) & 1 == 0 {
          index &+= 6
          continue
        }
      } else if ahead & 0xC0C0_C0C0_C0C0_C0C0 == 0, !beginsPlainly {
        index &+= 8
        continue
      }
      if isAny & 1 != 0 {
        unsafe found |= groups(at: base + index, ahead, count &- index, tables, but: found)
      }
      index &+= width(ahead)
    }
    // Behind the end stand zeros.
    let tail = unsafe tail(base, count)
    while index &+ 3 <= count {
      let ahead = tail &>> (8 &* UInt64(truncatingIfNeeded: index &+ 8 &- count))
      if tables.mayBegin(ahead) & 1 != 0 {
        unsafe found |= groups(at: base + index, ahead, count &- index, tables, but: found)
      }
      index &+= width(ahead)
    }
    return found
  }

  /// How many bytes the character has that a word begins with: no word begins within one.
  @inline(__always)
  private static func width(_ ahead: UInt64) -> Int {
    let lead = ahead & 0xFF
    return lead < 0xE0 ? 1 : lead < 0xF0 ? 3 : 4
  }

  /// The groups of the words that stand at a place, those left out that are known.
  private static func groups(
    at text: UnsafePointer<UInt8>, _ ahead: UInt64, _ count: Int, _ tables: Tables, but known: Marks
  ) -> Marks {
    var found: Marks = 0
    var number = unsafe Int(tables.table[place(ahead >> 8)])
    while number != 0 {
      let entry = unsafe tables.entries[number - 1]
      if (ahead ^ entry.head) & entry.mask == 0, entry.groups & ~(known | found) != 0,
        Int(entry.count) <= count, let word = unsafe tables.bytes.baseAddress,
        unsafe isEqual(text, word + Int(entry.start), Int(entry.count))
      {
        found |= entry.groups
      }
      number = Int(entry.next)
    }
    return found
  }

  /// The place in the table of two bytes, the first one lowest.
  @inline(__always)
  private static func place(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word & 0x3F) << 6 | (word >> 8) & 0x3F)
  }

  /// The last eight bytes, the first one lowest; 0 before the beginning.
  private static func tail(_ text: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    if count >= 8 { return unsafe EightBytes.load(text + count - 8) }
    var tail: UInt64 = 0
    for index in 0..<count { tail |= unsafe UInt64(text[index]) << (8 * UInt64(index)) }
    return tail << (8 * UInt64(8 - count))
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
