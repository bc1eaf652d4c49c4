import Testing

@testable import Page

@Suite struct KeptTextTests {
  private static let text = "山亭区财政局 2021年度\n部门预算a"

  /// The same text as a string, and among the bytes of a file.
  private static let forms: [KeptText] = {
    let file = Array("前面的\(text)后面的".utf8)
    let start = "前面的".utf8.count
    return [
      KeptText(text), KeptText(Array(text.utf8)),
      KeptText(file, start..<(start + text.utf8.count)),
    ]
  }()

  @Test(arguments: forms)
  func `is the same wherever it lies`(kept: KeptText) {
    #expect(kept.string == Self.text)
    #expect(kept.count == Self.text.utf8.count)
    #expect(kept == KeptText(Self.text))
    #expect(kept != KeptText("山亭区"))
  }

  @Test(arguments: forms)
  func `begins with whole characters`(kept: KeptText) {
    let whole = Self.text
    for bytes in 0...(whole.utf8.count + 3) {
      let start = kept.start(bytes)
      #expect(whole.hasPrefix(start) && start.utf8.count <= bytes)
      #expect(start.utf8.count + 3 > min(bytes, whole.utf8.count), "no character less than fits")
    }
  }

  @Test func `of no text is empty`() {
    #expect(KeptText("").start(5).isEmpty)
    #expect(KeptText([], 0..<0).string.isEmpty)
  }
}
