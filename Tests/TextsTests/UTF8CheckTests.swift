import Testing
import Texts

/// The check of UTF-8 says what the standard library says, of every kind of bytes.
struct `UTF-8 check` {
  private func expectSame(_ bytes: [UInt8]) {
    let valid = (try? UTF8Span(validating: bytes.span)) != nil
    #expect(UTF8Check.isValid(bytes) == valid, "\(bytes)")
  }

  @Test func `agrees on every first two bytes with all that may follow`() {
    for first in UInt8(0x7E)...0xFF {
      for second in stride(from: 0, through: 255, by: 1) {
        for tail in [[], [0x80], [0xBF, 0x80], [0x41], [0xC0], [0x80, 0x80, 0x80]] as [[UInt8]] {
          expectSame([first, UInt8(second)] + tail)
        }
      }
    }
  }

  @Test func `agrees on a text that is broken at any place`() {
    let text = Array("<p>当前位置：首页 é 𠀀 政务公开中华人民共和国힣</p>12345678政".utf8)
    for place in text.indices {
      expectSame(Array(text[..<place]))
      for byte in [0x00, 0x41, 0x80, 0xC0, 0xE4, 0xED, 0xF0, 0xF5, 0xFF] as [UInt8] {
        var broken = text
        broken[place] = byte
        expectSame(broken)
      }
    }
  }

  @Test(arguments: ["", "plain", "政务公开 é 𠀀", "\u{0}x"])
  func `makes the text of bytes`(text: String) {
    #expect(UTF8Check.string(Array(text.utf8)) == text)
    let broken = Array(text.utf8) + [0xE4, 0xB8]
    #expect(UTF8Check.string(broken) == String(decoding: broken, as: UTF8.self))
  }

  @Test func `knows plain ASCII, and an escape that may shift it`() {
    #expect(UTF8Check.check(Array("plain text".utf8)) == .ascii)
    #expect(UTF8Check.check(Array("plain \u{1B}(B text".utf8)) == .utf8)
    #expect(UTF8Check.check([]) == .ascii)
    #expect(UTF8Check.check(Array("plain text 政".utf8)) == .utf8)
  }
}
