private import CBytes
import Markup
import Texts

/// Small questions about UTF-8 text, answered without decoding it.
enum ByteText {
  /// The bytes without any white space, ideographic and no-break spaces included.
  static func squeezed(_ bytes: ArraySlice<UInt8>) -> [UInt8] { WhiteSpace.squeezed(bytes) }

  static func squeezed(_ text: some StringProtocol) -> [UInt8] {
    squeezed(Array(text.utf8)[...])
  }

  /// Where `needle` first stands in `text`, or nil.
  static func find(_ needle: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    let offset = unsafe text.withUnsafeBufferPointer {
      unsafe ByteFinder.offset(of: needle, in: $0)
    }
    return offset.map { text.startIndex + $0 }
  }

  static func contains(_ text: ArraySlice<UInt8>, _ needle: [UInt8]) -> Bool {
    find(needle, in: text) != nil
  }

  static func containsAny(_ text: ArraySlice<UInt8>, of needles: [[UInt8]]) -> Bool {
    unsafe text.withUnsafeBufferPointer { text in
      for index in needles.indices
      where unsafe ByteFinder.offset(of: needles[index], in: text) != nil {
        return true
      }
      return false
    }
  }

  static func ends(_ text: ArraySlice<UInt8>, with tail: [UInt8]) -> Bool {
    text.count >= tail.count && text.suffix(tail.count).elementsEqual(tail)
  }

  /// A capital as its small letter; any other byte as it is.
  static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// ASCII letters in lower case; all else as it is.
  static func lowered(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// The number of characters (code points).
  static func length(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// The number of characters that are no blanks, tabs or controls.
  static func shown(_ bytes: ArraySlice<UInt8>) -> Int {
    unsafe bytes.withUnsafeBufferPointer { unsafe shown($0) }
  }

  /// The same.
  static func shown(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = text.baseAddress else { return 0 }
    var count = unsafe mc_shown(base, text.count)
    var index = mc_shown_reach(text.count)
    while index + 8 <= text.count {
      count += unsafe EightBytes.shown(EightBytes.load(UnsafeRawPointer(base + index)))
      index += 8
    }
    while index < text.count {
      let byte = unsafe text[index]
      count += byte > 0x20 && byte & 0xC0 != 0x80 ? 1 : 0
      index += 1
    }
    return count
  }

  /// A digit stands in the text, of ASCII or of full width (U+FF10–U+FF19).
  static func holdsDigit(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    if let base = text.baseAddress {
      while index &+ 16 <= text.count {
        unsafe index &+= mc_undigited_run(base + index, text.count &- index)
        guard index &+ 16 <= text.count else { break }
        if unsafe text[index] != 0xEF || isWideDigit(at: index, in: text) { return true }
        index &+= 1
      }
      while index &+ 8 <= text.count {
        let word = unsafe EightBytes.load(UnsafeRawPointer(base + index))
        // The digits are the bytes from 0 to 9 once 30 is taken away bit by bit.
        if EightBytes.below(10, in: word ^ EightBytes.repeating(0x30)) != 0 { return true }
        var wide = EightBytes.places(of: 0xEF, in: word)
        while wide != 0 {
          let place = index + wide.trailingZeroBitCount >> 3
          if unsafe isWideDigit(at: place, in: text) { return true }
          wide &= wide &- 1
        }
        index &+= 8
      }
    }
    while index < text.count {
      if unsafe text[index] &- 0x30 <= 9 || isWideDigit(at: index, in: text) { return true }
      index &+= 1
    }
    return false
  }

  private static func isWideDigit(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe text[index] == 0xEF && index + 2 < text.count && text[index + 1] == 0xBC
      && text[index + 2] &- 0x90 <= 9
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
/// Words have three bytes at least.
struct WordSet: Sendable {
  private let table: WordTable

  init(_ words: [[UInt8]]) { table = WordTable(words.filter { $0.count >= 3 }) }

  /// Says whether any of the words stands in the text.
  func occurs(in text: ArraySlice<UInt8>) -> Bool {
    unsafe text.withUnsafeBufferPointer { unsafe table.occurs(in: $0) }
  }
}
