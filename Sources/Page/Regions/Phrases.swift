import Markup

/// A table of words that are looked for in a page's bytes, in the order in which they stand.
///
/// Cost: one comparison a word and byte, so texts that are asked about should be short.
package struct Phrases: Sendable {
  private let words: [[UInt8]]

  package init(_ words: [String]) { self.words = words.map { Array($0.utf8) } }

  /// One of the words occurs in `text`.
  package func occur(in text: some RandomAccessCollection<UInt8>) -> Bool {
    words.contains { ByteSearch.find($0, in: text) != nil }
  }

  /// `text` begins with one of the words.
  package func begin(_ text: some RandomAccessCollection<UInt8>) -> Bool {
    words.contains { text.starts(with: $0) }
  }

  /// `text` ends with one of the words.
  package func end(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    words.contains { text.suffix($0.count).elementsEqual($0) }
  }

  /// `text` is one of the words.
  package func name(_ text: some RandomAccessCollection<UInt8>) -> Bool {
    words.contains { $0.elementsEqual(text) }
  }
}

/// Plain searches in bytes.
package enum ByteSearch {
  /// The place of the first occurrence of `word` at or after `start`, or nil.
  package static func find<Text: RandomAccessCollection<UInt8>>(
    _ word: [UInt8], in text: Text, from start: Text.Index? = nil
  ) -> Text.Index? {
    guard let first = word.first else { return nil }
    var index = start ?? text.startIndex
    while index < text.endIndex {
      guard let hit = text[index...].firstIndex(of: first) else { return nil }
      if text[hit...].starts(with: word) { return hit }
      index = text.index(after: hit)
    }
    return nil
  }

  /// ASCII letters in lower case, all other bytes as they are.
  package static func lowered(_ text: some Sequence<UInt8>) -> [UInt8] {
    ByteText.lowered(Array(text)[...])
  }

  /// The text without any white space.
  package static func squeezed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    ByteText.squeezed(text)
  }

  /// The number of characters that are no white space.
  package static func letters(_ text: ArraySlice<UInt8>) -> Int {
    var count = 0
    var index = text.startIndex
    while index < text.endIndex {
      let width = WhiteSpace.width(at: index, in: text)
      if width > 0 {
        index += width
        continue
      }
      if text[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }
}
