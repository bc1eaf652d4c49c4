/// Finds whether a text holds one of many words, in one pass over its bytes.
struct SoughtWords: Sendable {
  /// Words by their first three bytes: one Chinese character.
  private let byStart: [UInt32: [[UInt8]]]

  /// Words of less than three bytes are left out: they say too little.
  init(_ words: [String]) {
    var byStart: [UInt32: [[UInt8]]] = [:]
    for word in Set(words).sorted() where word.utf8.count >= 3 {
      let bytes = Array(word.utf8)
      byStart[Self.key(bytes[0], bytes[1], bytes[2]), default: []].append(bytes)
    }
    self.byStart = byStart
  }

  func occur(in text: String) -> Bool {
    guard !byStart.isEmpty else { return false }
    let bytes = Array(text.utf8)
    guard bytes.count >= 3 else { return false }
    return (0...(bytes.count - 3)).contains { index in
      guard let words = byStart[Self.key(bytes[index], bytes[index + 1], bytes[index + 2])] else {
        return false
      }
      return words.contains { bytes[index...].starts(with: $0) }
    }
  }

  private static func key(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt32 {
    UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c)
  }
}
