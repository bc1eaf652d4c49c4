import Markup

/// The forms of document numbers in text.
///
/// Source: 党政机关公文处理工作条例 §9 (发文字号: agency code, year in 〔〕, serial number); orders and announcements carry
/// `令第N号`, `公告第N号`. All brackets that occur in practice are read; the text is kept as shown.
enum DocumentNumberText {
  static let ordinal = Array("第".utf8)
  private static let sign = Array("号".utf8)
  private static let year = Array("年".utf8)
  /// The longest agency code and the longest title of an order, in bytes.
  private static let longestCode = 54
  private static let longestOrder = 90
  private static let opening = ByteText.words(
    "〔", "[", "【", "（", "(", "〈", "﹝", "［", "<", "﹙", "「", "『")
  private static let closing = ByteText.words(
    "〕", "]", "】", "）", ")", "〉", "﹞", "］", ">", "﹚", "」", "』")
  private static let orders = ByteText.words("令", "公告", "通告", "公报", "决定", "命令")
  private static let numerals = ByteText.words(
    "〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "○")
  private static let frames = ByteText.words("（", "(", "）", ")", "【", "】", "《", "》")

  /// The number when it fills the text, brackets around it aside; else nil.
  static func whole(_ text: ArraySlice<UInt8>) -> String? {
    guard text.count <= 160 else { return nil }
    var bytes = ByteText.squeezed(text)[...]
    for mark in frames where bytes.starts(with: mark) && closesAtEnd(bytes) {
      bytes = bytes.dropFirst(mark.count).dropLast(bytes.last == UInt8(ascii: ")") ? 1 : 3)
      break
    }
    guard let found = last(bytes), found.upperBound == bytes.endIndex,
      found.lowerBound == bytes.startIndex
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `第12号`, `2021年第3号`, `（第3号）`: a serial number without the name of its series; white space
  /// left out before.
  static func isSerial(_ text: [UInt8]) -> Bool {
    guard text.count <= 40 else { return false }
    var bytes = text[...]
    for mark in frames where bytes.starts(with: mark) && closesAtEnd(bytes) {
      bytes = bytes.dropFirst(mark.count).dropLast(bytes.last == UInt8(ascii: ")") ? 1 : 3)
      break
    }
    guard ByteText.ends(bytes, with: sign) else { return false }
    bytes = bytes.dropLast(sign.count)
    var digits = 0
    while let width = digitWidth(endOf: bytes) {
      bytes = bytes.dropLast(width)
      digits += 1
    }
    guard digits > 0, ByteText.ends(bytes, with: ordinal) else { return false }
    bytes = bytes.dropLast(ordinal.count)
    if ByteText.ends(bytes, with: year) { bytes = dropYear(bytes.dropLast(year.count)) ?? bytes }
    return bytes.isEmpty
  }

  private static func closesAtEnd(_ bytes: ArraySlice<UInt8>) -> Bool {
    ByteText.ends(bytes, with: Array("）".utf8)) || ByteText.ends(bytes, with: Array("】".utf8))
      || bytes.last == UInt8(ascii: ")")
  }

  /// The number with which a value begins, for values that go on after it.
  static func first(_ text: ArraySlice<UInt8>) -> String? {
    let bytes = ByteText.squeezed(text)
    guard let end = ByteText.find(sign, in: bytes[...]) else { return nil }
    return whole(bytes[..<(end + 3)])
  }

  /// The number that ends a headline, glued or in brackets; nil for a headline that cites one.
  static func atEnd(of text: [UInt8]) -> String? {
    var bytes = ByteText.squeezed(text[...])[...]
    var isBracketed = false
    for mark in ByteText.words("）", ")") where ByteText.ends(bytes, with: mark) {
      bytes = bytes.dropLast(mark.count)
      isBracketed = true
    }
    guard var found = last(bytes), found.upperBound == bytes.endIndex else { return nil }
    if isBracketed {
      guard found.lowerBound > bytes.startIndex else { return nil }
    } else if let kind = lastKind(in: bytes[found]) {
      // `…公告吉市产权公发[2019]第20号`: the code begins after the word that ends the headline.
      found = kind..<found.upperBound
    }
    return String(decoding: bytes[found], as: UTF8.self)
  }

  /// Where the last word that ends headlines (公告, 通知 …) ends within a glued headline.
  private static func lastKind(in bytes: ArraySlice<UInt8>) -> Int? {
    var place: Int?
    let bracket = opening.compactMap { ByteText.find($0, in: bytes) }.min() ?? bytes.endIndex
    for word in ByteText.words(
      "通知", "公告", "通告", "意见", "办法", "方案", "决定", "通报", "批复", "函", "细则", "规定", "公示")
    {
      if let found = ByteText.find(word, in: bytes[..<bracket]), found + word.count < bracket {
        place = max(place ?? 0, found + word.count)
      }
    }
    return place
  }

  /// The last document number in text without white space.
  static func last(_ bytes: ArraySlice<UInt8>) -> Range<Int>? {
    var end = bytes.endIndex
    while end - 3 >= bytes.startIndex {
      if bytes[(end - 3)..<end].elementsEqual(sign), let start = start(bytes[..<(end - 3)]) {
        return start..<end
      }
      end -= 1
    }
    return nil
  }

  /// Where the number begins that ends with `head` (the sign 号 cut off).
  private static func start(_ head: ArraySlice<UInt8>) -> Int? {
    var rest = head
    var digits = 0
    while let width = digitWidth(endOf: rest), digits < 12 {
      rest = rest.dropLast(width)
      digits += 1
    }
    guard digits > 0 else { return nil }
    let isOrdinal = ByteText.ends(rest, with: ordinal)
    if isOrdinal { rest = rest.dropLast(3) }
    if let mark = closing.first(where: { ByteText.ends(rest, with: $0) }) {
      return code(rest.dropLast(mark.count))
    }
    guard isOrdinal else { return nil }
    if ByteText.ends(rest, with: year) {
      rest = rest.dropLast(3)
      guard let before = dropYear(rest) else { return nil }
      rest = before
      if let mark = opening.first(where: { ByteText.ends(rest, with: $0) }) {
        rest = rest.dropLast(mark.count)
      }
    }
    guard orders.contains(where: { ByteText.ends(rest, with: $0) }) else { return nil }
    let start = words(rest)
    return (3...longestOrder).contains(rest.endIndex - start) ? start : nil
  }

  /// The text before four digits that end it, or nil.
  private static func dropYear(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = text
    var digits = 0
    while let width = digitWidth(endOf: rest), digits < 5 {
      rest = rest.dropLast(width)
      digits += 1
    }
    return digits == 4 ? rest : nil
  }

  private static func digitWidth(endOf bytes: ArraySlice<UInt8>) -> Int? {
    guard let last = bytes.last else { return nil }
    if (0x30...0x39).contains(last) || last == UInt8(ascii: "-") { return 1 }
    let tail = Array(bytes.suffix(3))
    if tail.count == 3, tail[0] == 0xEF, tail[1] == 0xBC, (0x90...0x99).contains(tail[2]) {
      return 3
    }
    return numerals.contains(tail) ? 3 : nil
  }

  /// `山政办发〔2021`: the year, its bracket, and the agency's code before it.
  private static func code(_ head: ArraySlice<UInt8>) -> Int? {
    guard var rest = dropYear(head),
      let mark = opening.first(where: { ByteText.ends(rest, with: $0) })
    else { return nil }
    rest = rest.dropLast(mark.count)
    let start = words(rest)
    return (3...longestCode).contains(rest.endIndex - start) ? start : nil
  }

  /// Where the run of Han characters, letters and digits begins that ends the text.
  private static func words(_ bytes: ArraySlice<UInt8>) -> Int {
    var start = bytes.endIndex
    while start > bytes.startIndex {
      var step = start - 1
      while step > bytes.startIndex, bytes[step] & 0xC0 == 0x80 { step -= 1 }
      let first = bytes[step]
      let isHan = (0xE4...0xE9).contains(first) && start - step == 3
      let isPlain =
        start - step == 1 && ((0x30...0x39).contains(first) || (0x61...0x7A).contains(first | 0x20))
      guard isHan || isPlain else { break }
      start = step
    }
    return start
  }
}
