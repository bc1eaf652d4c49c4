import Texts

/// Settles a page's charset and turns the page into UTF-8.
///
/// Order: byte order mark, HTTP header, `<meta>`, then the bytes themselves (Encoding Standard
/// §6, HTML §13.2.3.2). A label that the bytes contradict is not believed: old sites say utf-8
/// in the header and send GBK, and the other way round.
package enum CharsetReader {
  /// A page in UTF-8.
  package struct Text: Sendable {
    package var bytes: [UInt8]
    package var charset: Charset
    /// How many runs of bytes were no text; U+FFFD stands for each.
    package var replacements: Int
    /// Why the page was read in that charset.
    package var reason = Reason.content
    /// What header or meta say, where they name a charset that is known.
    package var declared: Charset?
  }

  /// What settled a page's charset.
  package enum Reason: String, Sendable, CaseIterable {
    case byteOrderMark, header, meta
    /// No label: the bytes themselves.
    case content
    /// The label contradicts the bytes and was not believed.
    case contradicted
  }

  /// How far into the page a `<meta>` is looked for, in bytes.
  static let prescan = 4096

  /// Turns a page into UTF-8; NUL bytes become blanks.
  package static func read(_ body: [UInt8], contentType: String?) -> Text {
    let header = contentType.flatMap(charsetParameter).flatMap { Charset(label: $0) }
    let declared = header ?? metaCharset(body)
    if let (charset, width) = byteOrderMark(body) {
      var text = decode(body[width...], as: charset)
      text.declared = declared
      text.reason = .byteOrderMark
      return text
    }
    var text = settle(body, declared: declared)
    text.declared = declared
    if let declared {
      text.reason =
        declared == text.charset ? (header == nil ? .meta : .header) : .contradicted
    }
    return text
  }

  private static func settle(_ body: [UInt8], declared: Charset?) -> Text {
    let check = UTF8Check.check(body)
    if check == .ascii {
      return Text(bytes: cleaned(body), charset: declared ?? .utf8, replacements: 0)
    }
    if check == .utf8,
      declared == nil || declared == .utf8 || isChinese(declared) || declared == .windows1252
    {
      // Valid UTF-8 beyond ASCII is hardly ever anything else.
      return Text(bytes: cleaned(body), charset: .utf8, replacements: 0)
    }
    if let declared, declared != .utf8, declared != .windows1252 {
      let text = decode(body[...], as: declared)
      if text.replacements == 0 { return text }
      return better(text, decode(body[...], as: .utf8), body)
    }
    let utf8 = decode(body[...], as: .utf8)
    return better(utf8, decode(body[...], as: .gb18030), body)
  }

  private static func isChinese(_ charset: Charset?) -> Bool {
    charset == .gb18030 || charset == .big5
  }

  /// The reading with far fewer faults wins; the declared one (first) wins a near tie.
  private static func better(_ first: Text, _ second: Text, _ body: [UInt8]) -> Text {
    second.replacements * 2 < first.replacements ? second : first
  }

  private static func byteOrderMark(_ body: [UInt8]) -> (Charset, Int)? {
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if body.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
    if body.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
    return nil
  }

  /// The value of `charset=` in a Content-Type header.
  static func charsetParameter(_ header: String) -> String? {
    guard let found = header.lowercased().firstRange(of: "charset=") else { return nil }
    let rest = header.lowercased()[found.upperBound...]
    return String(rest.prefix { $0 != ";" && $0 != "," && $0 != " " || $0 == "\"" })
  }

  /// The charset that a `<meta>` in the first bytes declares.
  ///
  /// `charset=` is looked for inside `<meta …>` only. A declared UTF-16 means UTF-8: bytes that
  /// could be read so far are no UTF-16 (HTML §13.2.3.3).
  static func metaCharset(_ body: [UInt8]) -> Charset? {
    let head = body.prefix(prescan)
    var index = 0
    while let start = head[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      guard start + 5 <= head.count, isMeta(head, start) else { continue }
      let end = head[start...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
      index = end
      let tag = lowered(head[start..<end])
      if let place = find(label, in: tag, from: 0), let charset = label_(tag[(place + 7)...]) {
        return charset == .utf16le || charset == .utf16be ? .utf8 : charset
      }
    }
    return nil
  }

  private static func lowered(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// `<meta` stands there, in letters of either case.
  private static func isMeta(_ head: ArraySlice<UInt8>, _ start: Int) -> Bool {
    meta.indices.allSatisfy { head[start + $0] | 0x20 == meta[$0] | 0x20 }
  }

  private static func label_(_ rest: ArraySlice<UInt8>) -> Charset? {
    var tail = rest.drop { $0 <= 0x20 }
    guard tail.first == UInt8(ascii: "=") else { return nil }
    tail = tail.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
    let name = tail.prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x2F }
    return Charset(label: String(decoding: name, as: UTF8.self))
  }

  private static let meta = Array("<meta".utf8)
  private static let label = Array("charset".utf8)

  private static func find(_ word: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard start < text.count else { return nil }
    let offset = unsafe text.withUnsafeBufferPointer { text in
      unsafe ByteFinder.offset(of: word, in: UnsafeBufferPointer(rebasing: text[start...]))
    }
    return offset.map { start + $0 }
  }

  private static func decode(_ body: ArraySlice<UInt8>, as charset: Charset) -> Text {
    let (bytes, faults) = Transcoder.toUTF8(body, from: charset)
    return Text(bytes: cleaned(bytes), charset: charset, replacements: faults)
  }

  /// NUL means the end of the text to a C parser: a blank stands for it.
  private static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
    let place = unsafe bytes.withUnsafeBufferPointer { unsafe ByteFinder.offset(of: [0], in: $0) }
    return place == nil ? bytes : bytes.map { $0 == 0 ? 0x20 : $0 }
  }
}
