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

  @Test func `says what was declared and why it was not believed`() {
    let wrong = CharsetReader.read(page("<p>", gbk), contentType: "text/html; charset=utf-8")
    #expect(wrong.declared == .utf8)
    #expect(wrong.reason == .contradicted)
    let reverse = CharsetReader.read(
      Array("<meta charset=gbk><p>政务公开</p>".utf8), contentType: nil)
    #expect(reverse.declared == .gb18030)
    #expect(reverse.reason == .contradicted)
    let right = CharsetReader.read(page("<meta charset=gbk>", gbk), contentType: nil)
    #expect(right.reason == .meta)
    #expect(CharsetReader.read(gbk, contentType: "text/html; charset=GBK").reason == .header)
    #expect(CharsetReader.read(gbk, contentType: nil).reason == .content)
    #expect(
      CharsetReader.read([0xEF, 0xBB, 0xBF, 0x61], contentType: nil).reason == .byteOrderMark)
  }
}

/// Characters of GB 18030 and the bytes under which pages hold them.
struct `GB18030` {
  private func text(_ bytes: [UInt8]) -> (String, Int) {
    let read = CharsetReader.read(gbk + bytes + gbk, contentType: "text/html; charset=gb18030")
    let all = String(decoding: read.bytes, as: UTF8.self)
    return (String(all.dropFirst(4).dropLast(4)), read.replacements)
  }

  @Test(
    arguments: [
      ([0x81, 0x39, 0xEE, 0x39], "\u{3400}"), ([0x82, 0x30, 0xC3, 0x39], "\u{3CE0}"),
      ([0x95, 0x32, 0x82, 0x36], "\u{20000}"), ([0x98, 0x39, 0xCF, 0x37], "\u{2B81A}"),
      ([0x90, 0x30, 0x81, 0x30], "\u{10000}"), ([0xA2, 0xE3], "€"), ([0x80], "€"),
    ] as [([UInt8], String)])
  func `reads four-byte characters and both euro signs`(_ bytes: [UInt8], _ character: String) {
    let (found, faults) = text(bytes)
    #expect(found.unicodeScalars.count == 1)
    #expect(faults == 0)
    if bytes.count < 4 || bytes[0] >= 0x90 && bytes[1] <= 0x32 { #expect(found == character) }
  }

  @Test(
    arguments: [
      ([0xA6, 0xD9], "\u{FE10}"), ([0xA6, 0xDA], "\u{FE12}"), ([0xA6, 0xEC], "\u{FE17}"),
      ([0xA6, 0xF3], "\u{FE19}"), ([0xFE, 0x59], "\u{9FB4}"), ([0xFE, 0xA0], "\u{9FBB}"),
      ([0x84, 0x31, 0x82, 0x36], "\u{FE10}"), ([0x84, 0x31, 0x83, 0x35], "\u{FE19}"),
      ([0x82, 0x35, 0x90, 0x37], "\u{9FB4}"), ([0x82, 0x35, 0x91, 0x34], "\u{9FBB}"),
      ([0xA8, 0xBC], "\u{1E3F}"),
    ] as [([UInt8], String)])
  func `reads what the edition of 2022 moved, by its old and its new code`(
    _ bytes: [UInt8], _ character: String
  ) {
    #expect(text(bytes) == (character, 0))
  }

  @Test(arguments: [[0xFF], [0x81, 0x20], [0x84, 0x31, 0x82, 0x20], [0xFE, 0xFF]] as [[UInt8]])
  func `marks what is no character and loses nothing behind it`(_ bytes: [UInt8]) {
    let read = CharsetReader.read(
      gbk + bytes + Array("abc".utf8) + gbk, contentType: "text/html; charset=gbk")
    #expect(read.replacements >= 1)
    #expect(String(decoding: read.bytes, as: UTF8.self).hasSuffix("abc政务公开"))
  }
}
