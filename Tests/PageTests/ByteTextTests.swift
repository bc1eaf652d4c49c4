import Testing

@testable import Page

/// Questions to the bytes of a text.
struct `Bytes of a text` {
  private func holdsDigit(_ text: String) -> Bool {
    unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe ByteText.holdsDigit($0) }
  }

  @Test(arguments: ["0", "9", "５", "０", "９"])
  func `hold a digit wherever it stands`(digit: String) {
    for before in ["", "政", "，", "a", "政务公开，", "，，，", "/:;!"] {
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
  }
}
