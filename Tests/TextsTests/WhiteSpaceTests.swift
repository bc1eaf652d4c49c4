import Testing
import Texts

/// What is asked of sixteen bytes at once is what is asked of each character.
struct `White space in runs` {
  /// Characters of each kind: white space of each width, what begins with the same bytes, and others.
  private static let pieces = [
    "a", "7", ".", "<", "&", "&nbsp", "&nbsp;", " ", "\n", "\t", "\u{7F}", "\u{A0}", "é",
    "\u{2003}",
    "“", "…", "\u{205F}", "℃", "\u{3000}", "。", "《", "あ", "政务", "公开", "中华人民共和国", "，", "：", "０",
    "\u{FEFF}", "𠀀", "\u{1B}",
  ].map { Array($0.utf8) }

  /// Texts of up to 90 bytes, the same at each run.
  private static func texts() -> [[UInt8]] {
    var state: UInt64 = 20_261_123
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    return (0..<3000).map { number in
      // Long runs of one kind, and all kinds mixed.
      let kinds = number % 3 == 0 ? 2 : pieces.count
      let start = next(pieces.count)
      var text: [UInt8] = []
      let length = next(91)
      while text.count < length { text += pieces[(start + next(kinds)) % pieces.count] }
      return text
    }
  }

  /// Begins and ends of white space, one character after another.
  private static func spaces(_ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < text.count {
      let width = unsafe WhiteSpace.width(at: index, in: text)
      if width > 0 { found.append(index..<(index + width)) }
      index += max(1, width)
    }
    return found
  }

  @Test func `letters are the characters that are no white space`() {
    for text in Self.texts() {
      unsafe text.withUnsafeBufferPointer { bytes in
        let spaces = unsafe Self.spaces(bytes)
        let letters = bytes.indices.count { index in
          unsafe bytes[index] & 0xC0 != 0x80 && !spaces.contains { $0.contains(index) }
        }
        #expect(unsafe WhiteSpace.letters(bytes) == letters, "\(text)")
      }
    }
  }

  @Test func `a word ends at the next white space`() {
    for text in Self.texts() {
      unsafe text.withUnsafeBufferPointer { bytes in
        let spaces = unsafe Self.spaces(bytes)
        for start in bytes.indices where unsafe bytes[start] & 0xC0 != 0x80 {
          guard !spaces.contains(where: { $0.contains(start) }) else { continue }
          let end = spaces.first { $0.lowerBound >= start }?.lowerBound ?? text.count
          #expect(unsafe WhiteSpace.wordEnd(from: start, in: bytes) == end, "\(text) \(start)")
        }
      }
    }
  }

  @Test func `what is squeezed is lent without a copy`() {
    for text in Self.texts() {
      let squeezed = WhiteSpace.squeezed(text[...])
      let lent = unsafe text.withUnsafeBufferPointer {
        unsafe WhiteSpace.withSqueezed($0) { unsafe Array($0) }
      }
      #expect(lent == squeezed)
    }
  }
}
