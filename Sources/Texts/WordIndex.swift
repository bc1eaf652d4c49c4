/// Tells which of many words a text is, without a copy of it.
package struct WordIndex: Sendable {
  private let bytes: [UInt8]
  /// Where each word begins and ends in `bytes`.
  private let ranges: [Range<Int32>]
  /// Open addressing by a word's hash: 1 + its place in the list, 0 for none.
  private let slots: [Int32]

  /// Of words that occur twice the first counts.
  package init(_ words: [[UInt8]]) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int32>] = []
    var size = 64
    while size < words.count * 3 { size *= 2 }
    var slots = [Int32](repeating: 0, count: size)
    for (index, word) in words.enumerated() {
      ranges.append(Int32(bytes.count)..<Int32(bytes.count + word.count))
      bytes += word
      let hash = unsafe word.withUnsafeBufferPointer { unsafe Self.hash($0) }
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0, words[Int(slots[slot]) - 1] != word { slot = (slot + 1) & (size - 1) }
      if slots[slot] == 0 { slots[slot] = Int32(index + 1) }
    }
    self.bytes = bytes
    self.ranges = ranges
    self.slots = slots
  }

  /// The place in the list of the word that the text is; nil when it is none of them.
  package func place(of text: ArraySlice<UInt8>) -> Int? {
    unsafe text.withUnsafeBufferPointer { unsafe place(of: $0) }
  }

  /// The same.
  package func place(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = unsafe Int(truncatingIfNeeded: Self.hash(text)) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if unsafe isEqual(ranges[index], text) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isEqual(_ range: Range<Int32>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count == text.count else { return false }
    let start = Int(range.lowerBound)
    for index in 0..<text.count where unsafe bytes[start + index] != text[index] { return false }
    return true
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(text.count)
    var index = 0
    if let base = text.baseAddress {
      while index + 8 <= text.count {
        let word = unsafe EightBytes.load(UnsafeRawPointer(base + index))
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        index += 8
      }
    }
    while index < text.count {
      hash = (hash ^ UInt64(unsafe text[index])) &* 0x9E37_79B9_7F4A_7C15
      index += 1
    }
    return hash ^ hash >> 32
  }
}
