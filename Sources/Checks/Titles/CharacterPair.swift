/// Two characters that stand side by side in a text, as a number of 32 bits.
///
/// Whoever looks for a word or pattern in thousands of texts first asks whether the text has the
/// pairs that each hit must have: that is told by a few bits, and mostly it has not. Different
/// pairs may share a number, so that having them all proves nothing.
enum CharacterPair {
  /// The number of a pair; a character is its UTF-8 bytes, the first highest.
  static func number(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let mixed = (first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA6B)
    return mixed ^ (mixed >> 15)
  }

  /// Calls `body` with the pairs of a text in their order, until it says false.
  @inline(__always)
  static func forEach(in text: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Bool) {
    var last: UInt32 = 0
    var place = 0
    while place < text.count {
      let lead = unsafe text[place]
      // Whatever is no lead byte stands for itself; so does a character cut off by the end.
      let length = min(lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, text.count - place)
      var character = UInt32(lead)
      for index in 1..<4 where index < length {
        character = character << 8 | UInt32(unsafe text[place + index])
      }
      place += length
      if last != 0, !body(number(last, character)) { return }
      last = character
    }
  }
}

/// Which pairs many titles have: for each of 512 kinds of pairs the titles that have one of it.
///
/// Titles stand in blocks of 64, a bit for each.
struct TitleMarks: Sendable {
  private static let kinds = 512
  private var blocks: [UInt64] = []
  private(set) var count = 0

  /// Notes the next title.
  mutating func append(_ title: [UInt8]) {
    if count % 64 == 0 { blocks += [UInt64](repeating: 0, count: Self.kinds) }
    let block = count / 64 * Self.kinds
    let bit = UInt64(1) << UInt64(count % 64)
    unsafe blocks.withUnsafeMutableBufferPointer { blocks in
      unsafe title.withUnsafeBufferPointer { bytes in
        unsafe CharacterPair.forEach(in: bytes) { pair in
          unsafe blocks[block + Int(pair) % Self.kinds] |= bit
          return true
        }
      }
    }
    count += 1
  }

  /// The titles that may fit, in order: those that have all pairs of one way.
  func titles(_ ways: [[UInt32]]) -> [Int] {
    var found: [Int] = []
    for number in 0..<((count + 63) / 64) {
      let block = number * Self.kinds
      var any: UInt64 = 0
      for way in ways {
        var all = UInt64.max
        for pair in way { all &= blocks[block + Int(pair) % Self.kinds] }
        any |= all
      }
      // No title stands beyond the last.
      if number == count / 64 { any &= (UInt64(1) << UInt64(count % 64)) - 1 }
      while any != 0 {
        found.append(number * 64 + any.trailingZeroBitCount)
        any &= any - 1
      }
    }
    return found
  }
}

/// Which pairs a page has: sixteen bits or so for each of its characters.
struct PageMarks: Sendable {
  private var words: [UInt64]
  private let mask: UInt32

  /// `bytes` is how much text will be told of.
  init(bytes: Int) {
    var size = 16
    while size * 12 < bytes, size < 1 << 16 { size *= 2 }
    words = [UInt64](repeating: 0, count: size)
    mask = UInt32(size * 64 - 1)
  }

  /// What it takes to keep them, in bytes.
  var size: Int { words.count * 8 }

  /// Notes the pairs of a text.
  mutating func insert(_ text: [UInt8]) {
    let mask = mask
    unsafe words.withUnsafeMutableBufferPointer { words in
      unsafe text.withUnsafeBufferPointer { bytes in
        unsafe CharacterPair.forEach(in: bytes) { pair in
          let place = pair & mask
          unsafe words[Int(place >> 6)] |= UInt64(1) << UInt64(place & 63)
          return true
        }
      }
    }
  }

  func hold(_ pair: UInt32) -> Bool {
    let place = pair & mask
    return words[Int(place >> 6)] >> UInt64(place & 63) & 1 == 1
  }

  /// Says whether the pairs of a word are all there: else it stands nowhere on the page.
  func mayHold(_ word: [UInt8]) -> Bool {
    var isThere = true
    unsafe word.withUnsafeBufferPointer { bytes in
      unsafe CharacterPair.forEach(in: bytes) { pair in
        isThere = hold(pair)
        return isThere
      }
    }
    return isThere
  }

  /// Says whether a text that fits may stand on the page.
  func mayHold(_ needs: PatternNeeds) -> Bool {
    guard let ways = needs.ways else { return true }
    return ways.contains { $0.allSatisfy(hold) }
  }
}
