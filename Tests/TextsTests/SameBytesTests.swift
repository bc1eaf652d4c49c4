import Testing
import Texts

/// Bytes compared as the C library does.
struct `Same bytes` {
  @Test func `tells parts of texts by what they hold, not by where they lie`() {
    let text = "http://www.qinglan.example.cn/政务"
    #expect(SameBytes.are(7..<29, of: text, 0..<22, of: "www.qinglan.example.cn"))
    #expect(!SameBytes.are(7..<29, of: text, 0..<22, of: "www.qinglan.example.cm"))
    #expect(!SameBytes.are(7..<28, of: text, 0..<22, of: "www.qinglan.example.cn"))
    #expect(SameBytes.are(30..<33, of: text, 0..<3, of: "政"))
    #expect(SameBytes.are(5..<5, of: text, 0..<0, of: ""))
  }

  @Test func `says no of parts that lie outside`() {
    #expect(!SameBytes.are(0..<9, of: "abc", 0..<9, of: "abcdefghi"))
    #expect(!SameBytes.are(0..<3, of: "abc", 8..<11, of: "abcdefghi"))
    #expect(!SameBytes.are(-1..<2, of: "abc", 0..<3, of: "abc"))
  }

  @Test func `compares a slice with a text`() {
    let bytes = Array("栏目：通知公告".utf8)
    #expect(SameBytes.are(bytes[9...], "通知公告"))
    #expect(!SameBytes.are(bytes[9...], "通知公示"))
    #expect(!SameBytes.are(bytes[9...], "通知"))
    #expect(SameBytes.are(bytes[3..<3], ""))
  }
}
