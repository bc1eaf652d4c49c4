import Testing

@testable import Page

/// Questions to the bytes of a text.
struct `Bytes of a text` {
  private func holdsDigit(_ text: String) -> Bool {
    unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe ByteText.holdsDigit($0) }
  }

  @Test(arguments: ["0", "9", "５", "０", "９"])
  func `hold a digit wherever it stands`(digit: String) {
    for before in ["", "政", "，", "a", "政务公开，", "，，，", "/:;!", "政务公开领导小组办公室，／，中华人民共和国"] {
      for after in ["", "年", "，", "x", "年度部门预算公开"] {
        #expect(holdsDigit(before + digit + after), "\(before)\(digit)\(after)")
      }
    }
  }

  @Test(arguments: [
    "", "/", ":", "政务公开", "，。：；！？（）", "／：", "二〇二一年三月五日", "plain text!", "－－－－－－－－－",
    "\u{FF0F}\u{FF1A}\u{FF0F}",
  ])
  func `hold none where there is none`(text: String) {
    #expect(!holdsDigit(text))
    #expect(!holdsDigit(text + text + text + text + text))
  }

  @Test func `show the characters that are no blanks or controls`() {
    let text = Array("政务 公开\t2024年，\u{7F}a\u{1}é𠀀\n中华人民共和国 plain text".utf8)
    for start in text.indices {
      for end in start...text.count {
        let part = text[start..<end]
        #expect(ByteText.shown(part) == part.count { $0 > 0x20 && $0 & 0xC0 != 0x80 }, "\(part)")
      }
    }
  }
}
