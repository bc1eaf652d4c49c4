import Markup
import Testing

/// 政务公开 in GBK.
private let gbk: [UInt8] = [0xD5, 0xFE, 0xCE, 0xF1, 0xB9, 0xAB, 0xBF, 0xAA]

private func page(_ head: String, _ body: [UInt8]) -> [UInt8] { Array(head.utf8) + body }

struct `Charset reader` {
  @Test(arguments: ["gb2312", "GBK", "gb18030", "GB_2312-80", " gbk "])
  func `reads every label of the GB family as GB18030`(_ label: String) {
    #expect(Charset(label: label) == .gb18030)
  }

  @Test func `lets the header win over the meta`() {
    let text = CharsetReader.read(
      page("<meta charset=big5>", gbk), contentType: "text/html; charset=gb2312")
    #expect(text.charset == .gb18030)
    #expect(String(decoding: text.bytes, as: UTF8.self).hasSuffix("政务公开"))
  }

  @Test(arguments: [
    "<meta charset=gb2312>", "<META http-equiv=Content-Type content=\"text/html; charset=GBK\">",
    "<meta charset='gb18030'/>",
  ])
  func `finds the meta`(_ head: String) {
    #expect(CharsetReader.read(page(head, gbk), contentType: nil).charset == .gb18030)
  }

  @Test func `does not believe a header that says utf-8 over GBK bytes`() {
    let text = CharsetReader.read(page("<p>", gbk), contentType: "text/html; charset=utf-8")
    #expect(text.charset == .gb18030)
    #expect(text.replacements == 0)
  }

  @Test func `does not believe a meta that says gb2312 over UTF-8 bytes`() {
    let text = CharsetReader.read(
      Array("<meta charset=gb2312><p>政务公开</p>".utf8), contentType: nil)
    #expect(text.charset == .utf8)
  }

  @Test func `detects GBK without any label`() {
    #expect(CharsetReader.read(gbk, contentType: nil).charset == .gb18030)
  }

  @Test func `obeys a byte order mark over all else`() {
    let text = CharsetReader.read(
      [0xFF, 0xFE, 0x3F, 0x65, 0xA1, 0x52], contentType: "text/html; charset=gbk")
    #expect(text.charset == .utf16le)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "政务")
  }

  @Test func `marks bytes that are no text and goes on behind them`() {
    let text = CharsetReader.read(
      Array("政".utf8) + [0xFF] + Array("务".utf8), contentType: "text/html; charset=utf-8")
    #expect(String(decoding: text.bytes, as: UTF8.self) == "政\u{FFFD}务")
    #expect(text.replacements == 1)
  }

  @Test func `puts blanks for NUL bytes`() {
    #expect(CharsetReader.read([0x61, 0, 0x62], contentType: nil).bytes == [0x61, 0x20, 0x62])
  }
}
