/// Finds which of many words stand in a text, in one pass over its bytes.
///
/// Costs about a nanosecond a byte where no word begins; words of less than three bytes are left
/// out: they say too little.
struct WordFinder: Sendable {
  private struct Word: Sendable {
    let bytes: [UInt8]
    let rank: Int
  }

  /// Whether a word begins with a pair of bytes.
  private var begins = [Bool](repeating: false, count: 65_536)
  /// Words by their first three bytes: one Chinese character.
  private var byStart: [UInt32: [Word]] = [:]

  /// `groups` in order of rank: all words of the first have rank 0, and so on.
  init(_ groups: [[String]]) {
    for (rank, words) in groups.enumerated() {
      for word in Set(words).sorted() where word.utf8.count >= 3 {
        let bytes = Array(word.utf8)
        begins[Int(bytes[0]) << 8 | Int(bytes[1])] = true
        byStart[Self.key(bytes, 0), default: []].append(Word(bytes: bytes, rank: rank))
      }
    }
  }

  /// The lowest rank of all words that stand in the text; nil when none does.
  func rank(in bytes: [UInt8]) -> Int? {
    guard !byStart.isEmpty, bytes.count >= 3 else { return nil }
    var best: Int?
    for index in 0...(bytes.count - 3)
    where begins[Int(bytes[index]) << 8 | Int(bytes[index + 1])] {
      guard let words = byStart[Self.key(bytes, index)] else { continue }
      for word in words where word.rank < best ?? .max && bytes[index...].starts(with: word.bytes) {
        best = word.rank
        if word.rank == 0 { return 0 }
      }
    }
    return best
  }

  /// There are no words.
  var isEmpty: Bool { byStart.isEmpty }

  /// Says whether any word stands in the text.
  func occurs(in text: String) -> Bool {
    byStart.isEmpty ? false : rank(in: Array(text.utf8)) != nil
  }

  /// The longest word that stands in the text; of equals the first.
  func longestWord(in bytes: [UInt8]) -> String? {
    guard !byStart.isEmpty, bytes.count >= 3 else { return nil }
    var best: [UInt8] = []
    for index in 0...(bytes.count - 3)
    where begins[Int(bytes[index]) << 8 | Int(bytes[index + 1])] {
      for word in byStart[Self.key(bytes, index)] ?? []
      where word.bytes.count > best.count && bytes[index...].starts(with: word.bytes) {
        best = word.bytes
      }
    }
    return best.isEmpty ? nil : String(decoding: best, as: UTF8.self)
  }

  private static func key(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
  }
}
