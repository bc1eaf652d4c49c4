import Markup

/// Small questions about UTF-8 text, answered without decoding it.
enum ByteText {
  /// The bytes without any white space, ideographic and no-break spaces included.
  static func squeezed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let width = WhiteSpace.width(at: index, in: bytes)
      if width > 0 {
        index += width
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }

  static func squeezed(_ text: some StringProtocol) -> [UInt8] {
    squeezed(Array(text.utf8)[...])
  }

  /// Where `needle` first stands in `text`, or nil.
  static func find(_ needle: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard let first = needle.first, text.count >= needle.count else { return nil }
    var index = text.startIndex
    let last = text.endIndex - needle.count
    while index <= last {
      if text[index] == first, text[index..<(index + needle.count)].elementsEqual(needle) {
        return index
      }
      index += 1
    }
    return nil
  }

  static func contains(_ text: ArraySlice<UInt8>, _ needle: [UInt8]) -> Bool {
    find(needle, in: text) != nil
  }

  static func containsAny(_ text: ArraySlice<UInt8>, of needles: [[UInt8]]) -> Bool {
    needles.contains { contains(text, $0) }
  }

  static func ends(_ text: ArraySlice<UInt8>, with tail: [UInt8]) -> Bool {
    text.count >= tail.count && text.suffix(tail.count).elementsEqual(tail)
  }

  /// ASCII letters in lower case; all else as it is.
  static func lowered(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// The number of characters (code points).
  static func length(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// The bytes of each word of a table.
  static func words(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }

  /// Decodes, tabs (wide gaps of a flow) turned into blanks.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    WhiteSpace.folded(bytes)
  }
}

/// A set of words that is looked for in one pass over a text.
///
/// Words have three bytes at least; a table of their second and third bytes passes over almost
/// every place without a comparison.
struct WordSet: Sendable {
  private let words: [[UInt8]]
  private var table = [Bool](repeating: false, count: 4096)

  init(_ words: [[UInt8]]) {
    self.words = words.filter { $0.count >= 3 }
    for word in self.words { table[Self.key(word[1], word[2])] = true }
  }

  private static func key(_ second: UInt8, _ third: UInt8) -> Int {
    Int(second & 0x3F) << 6 | Int(third & 0x3F)
  }

  /// Says whether any of the words stands in the text.
  func occurs(in text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 3 else { return false }
    var index = text.startIndex
    let last = text.endIndex - 3
    while index <= last {
      if table[Self.key(text[index + 1], text[index + 2])],
        words.contains(where: { text[index...].starts(with: $0) })
      {
        return true
      }
      index += 1
    }
    return false
  }
}
