import Testing
import Texts

/// Several groups of words, found in one pass.
struct `Word groups` {
  private static let words: [[String]] = [
    ["电话", "传真", "联系电话"], ["ICP备", "©2", "Copyright"], ["政府信息公开指南", "政府信息公开年报"], ["位"],
    ["none", "nonexistent"], ["ab"],
  ]
  private let groups = WordGroups(words.map { $0.map { Array($0.utf8) } })

  @Test(
    arguments: [
      "", "电", "电话", "联系电话：0632", "联系传真电话", "粤ICP备1号 ©2024", "Copyrigh", "Copyright", "政府信息公开指",
      "政府信息公开指南", "政府信息公开年报", "政府信息公开制度", "单位", "位", "nonexisten none", "nonexistent", "ab abc",
      "x位", "é位é", "𠀀位𠀀电话", "电\u{8BDD}", "话电", "位位位位位位位位位位位位",
    ])
  func `are those of which a word stands in the text`(text: String) {
    let marks = groups.marks(in: Array(text.utf8)[...])
    for (bit, words) in Self.words.enumerated() {
      // Words of two bytes are no words of a group.
      let stands = words.contains { $0.utf8.count >= 3 && text.contains($0) }
      #expect((marks >> UInt64(bit) & 1 == 1) == stands, "group \(bit) in \(text)")
    }
  }

  @Test func `of one word each are found at every place`() {
    for blanks in 0..<20 {
      let text =
        String(repeating: " ", count: blanks) + "传真" + String(repeating: "x", count: 20 - blanks)
      #expect(groups.marks(in: Array(text.utf8)[...]) == 1)
    }
  }
}

/// Eight bytes in one word.
struct `Eight bytes` {
  @Test func `count what is shown as byte by byte`() {
    // Every byte at every place, beside every kind of neighbour.
    for neighbour in [0x00, 0x20, 0x21, 0x7F, 0x80, 0xBF, 0xC0, 0xE4, 0xFF] as [UInt8] {
      for byte in UInt8.min...UInt8.max {
        for place in 0..<8 {
          var bytes = [UInt8](repeating: neighbour, count: 8)
          bytes[place] = byte
          let shown = bytes.count { $0 > 0x20 && $0 & 0xC0 != 0x80 }
          let word = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
          #expect(EightBytes.shown(word) == shown)
        }
      }
    }
  }

  @Test func `says exactly which of eight bytes are small or a given one`() {
    for byte in UInt8.min...UInt8.max {
      for other in [0x09, 0x0A, 0x0B, 0x20, 0x21, 0x7F, 0x8A, 0xFF] as [UInt8] {
        for place in 0..<8 {
          var bytes = [UInt8](repeating: other, count: 8)
          bytes[place] = byte
          let word = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
          func marks(_ holds: (UInt8) -> Bool) -> UInt64 {
            bytes.reversed().reduce(UInt64(0)) { $0 << 8 | (holds($1) ? 0x80 : 0) }
          }
          #expect(EightBytes.below(0x20, in: word) == marks { $0 < 0x20 })
          #expect(EightBytes.places(of: 0x0A, in: word) == marks { $0 == 0x0A })
        }
      }
    }
  }
}
