import Testing
import Texts

/// The check of UTF-8 says what the standard library says, of every kind of bytes.
struct `UTF-8 check` {
  private func expectSame(_ bytes: [UInt8]) {
    let valid = (try? UTF8Span(validating: bytes.span)) != nil
    #expect(UTF8Check.isValid(bytes) == valid, "\(bytes)")
    let small = unsafe bytes.withUnsafeBufferPointer { unsafe UTF8Check.checkByEight($0) }
    #expect((small != .neither) == valid, "by eight: \(bytes)")
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

  @Test func `agrees on a long text with any two bytes at any place of it`() {
    let unit = Array("政务公开, plain é 𠀀".utf8)
    let long = unit + unit + unit + unit
    for first in stride(from: 0x7E, through: 0xFF, by: 1) {
      for second in stride(from: 0x7F, through: 0xFF, by: 8) {
        // Each pair at one place of a block of sixteen, all places in turn.
        let place = 40 + (first + second / 8) % 32
        let plain = [UInt8](repeating: 0x61, count: place)
        let pair = [UInt8(first), UInt8(second)]
        expectSame(plain + pair + [0x80] + plain)
        expectSame(plain + pair + [0xBF, 0xBF] + long)
        expectSame(long + pair)
      }
    }
  }

  @Test func `agrees on a long text cut at any place`() {
    let unit = Array("中华人民共和国 é plain 𠀀\u{10FFFF}".utf8)
    let long = unit + unit + unit
    for end in long.indices {
      expectSame(Array(long[..<end]))
      // A page whose last characters are ASCII, behind one that is cut.
      expectSame(Array(long[..<end]) + [UInt8](repeating: 0x20, count: 33))
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
