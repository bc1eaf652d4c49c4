private import CBytes

/// White space as readers of Chinese pages see it.
///
/// White space is ASCII space and controls, U+00A0, U+2000–U+200F, U+2028, U+2029, U+202F, U+205F,
/// U+2060, U+3000 and U+FEFF, and the letters `&nbsp`: a blank that a page wrote without its semicolon,
/// or escaped twice. Every function is one pass over the bytes.
public enum WhiteSpace {
  /// Folds runs of white space to one blank and trims both ends.
  package static func folded(_ bytes: ArraySlice<UInt8>) -> String {
    unsafe bytes.withUnsafeBufferPointer { unsafe folded($0) }
  }

  /// The same.
  package static func folded(_ text: UnsafeBufferPointer<UInt8>) -> String {
    unsafe withScratch(text.count) { out in
      let made = unsafe fold(text, into: out)
      return unsafe UTF8Check.string(UnsafeBufferPointer(rebasing: out[..<made]))
    }
  }

  /// The same, as bytes.
  package static func foldedBytes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    unsafe bytes.withUnsafeBufferPointer { unsafe foldedBytes($0) }
  }

  /// The same.
  package static func foldedBytes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    unsafe withScratch(text.count) { out in
      let made = unsafe fold(text, into: out)
      return unsafe Array(out[..<made])
    }
  }

  /// The same, put behind what is there: many short texts need one array's memory.
  package static func fold(
    _ text: UnsafeBufferPointer<UInt8>, appendingTo bytes: inout [UInt8]
  ) {
    unsafe withScratch(text.count) { out in
      let made = unsafe fold(text, into: out)
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: out[..<made]))
    }
  }

  /// The bytes without any white space.
  package static func squeezed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    unsafe bytes.withUnsafeBufferPointer { unsafe squeezed($0) }
  }

  /// The same.
  package static func squeezed(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    unsafe withSqueezed(text) { unsafe Array($0) }
  }

  /// Lends the bytes without any white space for as long as `body` runs, for a question that needs no
  /// array of its own.
  package static func withSqueezed<Made>(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Made
  ) -> Made {
    unsafe withScratch(text.count) { out in
      let made = unsafe squeeze(text, into: out)
      return unsafe body(UnsafeBufferPointer(rebasing: out[..<made]))
    }
  }

  /// Gives how many bytes were made: no more than the text has.
  private static func squeeze(
    _ text: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var index = 0
    var made = 0
    while index < text.count {
      let width = unsafe width(at: index, in: text)
      if width > 0 {
        index &+= width
      } else {
        unsafe copyCharacter(text, &index, to: out, &made)
      }
    }
    return made
  }

  /// Lends memory for a text that is being made: short ones need none of the heap's, and what is
  /// made of them takes no more than its length.
  @inline(__always)
  private static func withScratch<Made>(
    _ count: Int, _ make: (UnsafeMutableBufferPointer<UInt8>) -> Made
  ) -> Made {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, count)) {
      unsafe make($0)
    }
  }

  /// Gives how many bytes were made: no more than the text has.
  private static func fold(
    _ text: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var index = 0
    var made = 0
    var pending = false
    while index < text.count {
      let width = unsafe width(at: index, in: text)
      if width > 0 {
        pending = made > 0
        index &+= width
        continue
      }
      // A blank takes no more room than the white space that it stands for.
      if pending {
        unsafe out[made] = 0x20
        made &+= 1
        pending = false
      }
      unsafe copyCharacter(text, &index, to: out, &made)
    }
    return made
  }

  /// Copies a Han character whole, anything else byte by byte.
  @inline(__always)
  private static func copyCharacter(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int,
    to out: UnsafeMutableBufferPointer<UInt8>, _ made: inout Int
  ) {
    let first = unsafe text[index]
    unsafe out[made] = first
    guard first >= 0xE4, first < 0xEF, index &+ 2 < text.count else {
      index &+= 1
      made &+= 1
      return
    }
    unsafe out[made &+ 1] = unsafe text[index &+ 1]
    unsafe out[made &+ 2] = unsafe text[index &+ 2]
    index &+= 3
    made &+= 3
  }

  /// The number of characters that are no white space.
  package static func letters(_ bytes: ArraySlice<UInt8>) -> Int {
    unsafe bytes.withUnsafeBufferPointer { unsafe letters($0) }
  }

  /// The same.
  package static func letters(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = text.baseAddress else { return 0 }
    var index = 0
    var count = 0
    while index < text.count {
      unsafe index &+= mc_shown_run(base + index, text.count &- index, &count)
      guard index < text.count else { break }
      // Han characters by two or one, then a letter: what most texts are of.
      if unsafe areHan(at: index, in: text) {
        count &+= 2
        index &+= 6
        continue
      }
      let first = unsafe text[index]
      if first >= 0xE4, first != 0xEF {
        count &+= 1
        index &+= 3
        continue
      }
      if first > 0x26, first < 0x7F {
        count &+= 1
        index &+= 1
        continue
      }
      let width = unsafe width(at: index, in: text)
      if width > 0 {
        index &+= width
        continue
      }
      if first & 0xC0 != 0x80 { count &+= 1 }
      index &+= 1
    }
    return count
  }

  /// Two Han characters stand at `index`, and two bytes behind them.
  @inline(__always)
  private static func areHan(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index &+ 8 <= text.count, let base = text.baseAddress else { return false }
    return unsafe EightBytes.areHan(EightBytes.load(UnsafeRawPointer(base + index)))
  }

  /// The number of bytes of the white space at `index`, or 0 when none stands there.
  package static func width(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    unsafe bytes.withUnsafeBufferPointer { unsafe width(at: index - bytes.startIndex, in: $0) }
  }

  /// Where the word ends that begins at `index`: the next white space, or the text's end.
  package static func wordEnd(from index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = text.baseAddress else { return 0 }
    var end = index
    var letters = 0
    while end < text.count {
      unsafe end &+= mc_shown_run(base + end, text.count &- end, &letters)
      guard end < text.count else { break }
      if unsafe areHan(at: end, in: text) {
        end &+= 6
        continue
      }
      let first = unsafe text[end]
      if first > 0x20, first < 0x7F, first != 0x26 {
        end &+= 1
      } else if first >= 0xE4, first != 0xEF {
        end &+= 3
      } else if unsafe width(at: end, in: text) > 0 {
        return end
      } else {
        end &+= 1
      }
    }
    return min(end, text.count)
  }

  /// The number of bytes of the white space at `index`, or 0 when none stands there.
  @inlinable @inline(__always)
  public static func width(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let byte = unsafe text[index]
    if byte <= 0x20 { return 1 }
    // Most text of most pages: continuation bytes, Han characters, ASCII.
    if byte < 0xC2 {
      return byte == 0x26 ? unsafe blankWidth(at: index, in: text) : byte == 0x7F ? 1 : 0
    }
    return byte >= 0xE4 && byte != 0xEF ? 0 : unsafe wideWidth(at: index, in: text)
  }

  /// `&nbsp` or `&nbsp;`, as they are left in a text.
  @usableFromInline
  static func blankWidth(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard index + 4 < text.count, unsafe text[index + 1] == 0x6E, unsafe text[index + 2] == 0x62,
      unsafe text[index + 3] == 0x73, unsafe text[index + 4] == 0x70
    else { return 0 }
    return unsafe index + 5 < text.count && text[index + 5] == 0x3B ? 6 : 5
  }

  @usableFromInline
  static func wideWidth(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard index + 1 < text.count else { return 0 }
    let byte = unsafe text[index]
    let second = unsafe text[index + 1]
    if byte == 0xC2 { return second == 0xA0 ? 2 : 0 }
    guard index + 2 < text.count else { return 0 }
    let third = unsafe text[index + 2]
    switch (byte, second) {
    case (0xE2, 0x80):
      return third <= 0x8F || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0
    case (0xE2, 0x81): return third == 0x9F || third == 0xA0 ? 3 : 0
    case (0xE3, 0x80): return third == 0x80 ? 3 : 0
    case (0xEF, 0xBB): return third == 0xBF ? 3 : 0
    default: return 0
    }
  }
}
