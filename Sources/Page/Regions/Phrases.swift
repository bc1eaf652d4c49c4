import Markup
import Texts

/// A table of words that are looked for in a page's bytes, in the order in which they stand.
///
/// Cost: one pass over the text for all words together.
package struct Phrases: Sendable {
  private let words: [[UInt8]]
  private let table: WordTable
  private let list: WordList

  package init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
    table = WordTable(self.words)
    list = WordList(self.words)
  }

  /// One of the words occurs in `text`.
  package func occur(in text: some RandomAccessCollection<UInt8>) -> Bool {
    text.withContiguousStorageIfAvailable { unsafe table.occurs(in: $0) }
      ?? words.contains { ByteSearch.find($0, in: text) != nil }
  }

  /// Without white space `text` may begin with one of the words; false is certain.
  package func mayBegin(_ text: ArraySlice<UInt8>) -> Bool {
    unsafe text.withUnsafeBufferPointer { unsafe list.mayBegin($0) }
  }

  /// The same.
  func mayBegin(_ text: UnsafeBufferPointer<UInt8>) -> Bool { unsafe list.mayBegin(text) }

  /// `text` begins with one of the words.
  package func begin(_ text: some RandomAccessCollection<UInt8>) -> Bool {
    text.withContiguousStorageIfAvailable { unsafe list.begin($0) }
      ?? words.contains { text.starts(with: $0) }
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
    let start = start ?? text.startIndex
    guard let first = word.first, start < text.endIndex else { return nil }
    let rest = text[start...]
    let offset = rest.withContiguousStorageIfAvailable {
      unsafe ByteFinder.offset(of: word, in: $0)
    }
    if let offset { return offset.map { text.index(start, offsetBy: $0) } }
    var index = start
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
  package static func squeezed(_ text: ArraySlice<UInt8>) -> [UInt8] { WhiteSpace.squeezed(text) }

  /// The number of characters that are no white space.
  package static func letters(_ text: ArraySlice<UInt8>) -> Int { WhiteSpace.letters(text) }
}
