import Dates
import Markup
import Texts
import Web

/// Reads the texts of data rows: titles, days, addresses.
enum DataText {
  /// A title: markup and entities undone, `%u5E7F` escapes too, white space folded.
  static func title(_ raw: [UInt8]) -> [UInt8] {
    var text = raw.count > 4000 ? Array(raw.prefix(4000)) : raw
    if ByteSearch.find(Array("%u".utf8), in: text) != nil { text = unescaped(text) }
    if text.contains(0x3C) || text.contains(0x26) {
      let document = Document(parsing: Array("<p>".utf8) + text)
      text = document.rawText(of: document.root)
    }
    return RowWords.trimmed(WhiteSpace.foldedBytes(text[...]))
  }

  /// Undoes `%uXXXX` (ECMA-262 annex B.2.1.2), pairs of UTF-16 units included.
  static func unescaped(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var high: UInt32?
    var index = 0
    while index < text.count {
      guard let unit = unit(text, index) else {
        if high != nil { out += "\u{FFFD}".utf8 }
        high = nil
        out.append(text[index])
        index += 1
        continue
      }
      index += 6
      if let first = high, (0xDC00..<0xE000).contains(unit) {
        let code = 0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00)
        out += String(Unicode.Scalar(code).map(Character.init) ?? "\u{FFFD}").utf8
        high = nil
        continue
      }
      if high != nil { out += "\u{FFFD}".utf8 }
      high = (0xD800..<0xDC00).contains(unit) ? unit : nil
      if high == nil { out += String(Unicode.Scalar(unit).map(Character.init) ?? "\u{FFFD}").utf8 }
    }
    if high != nil { out += "\u{FFFD}".utf8 }
    return out
  }

  private static func unit(_ text: [UInt8], _ index: Int) -> UInt32? {
    guard index + 6 <= text.count, text[index] == 0x25, text[index + 1] | 0x20 == 0x75 else {
      return nil
    }
    let digits = text[(index + 2)..<(index + 6)]
    guard digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) })
    else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// The years that a row's day may lie in; what lies outside is a default of some database.
  private static let years = 1990...2100

  /// A day: a date in any form of text, seconds or milliseconds since 1970, `/Date(…)/`.
  static func day(_ raw: [UInt8]) -> CivilDate? {
    guard raw.count <= 80 else { return nil }
    let text = Array(WhiteSpaceTrim.trimmed(raw[...]))
    if let moment = moment(text) { return within(moment) }
    if text.starts(with: "/Date(".utf8) {
      let digits = text.dropFirst(6).prefix { (0x30...0x39).contains($0) }
      return seconds(digits).flatMap(within)
    }
    let whole = text.prefix { (0x30...0x39).contains($0) }
    let tail = text[whole.count...]
    let isNumber = tail.isEmpty || tail.first == 0x2E && tail.dropFirst().allSatisfy { $0 == 0x30 }
    if isNumber, whole.count >= 9 { return seconds(whole).flatMap(within) }
    guard let date = DateReader().dates(in: text).first?.date else { return nil }
    return years.contains(date.year) ? date : nil
  }

  private static func within(_ moment: Timestamp) -> CivilDate? {
    let day = moment.beijingDay
    return years.contains(day.year) ? day : nil
  }

  /// Ten digits are seconds, thirteen are milliseconds.
  private static func seconds(_ digits: ArraySlice<UInt8>) -> Timestamp? {
    guard digits.count == 9 || digits.count == 10 || digits.count == 12 || digits.count == 13,
      let value = Int64(String(decoding: digits, as: UTF8.self))
    else { return nil }
    return Timestamp(secondsSince1970: digits.count >= 12 ? value / 1000 : value)
  }

  /// A moment in UTC (`2021-03-04T16:00:00.000Z`, `…+00:00`), which may be the next day in Beijing.
  private static func moment(_ text: [UInt8]) -> Timestamp? {
    guard text.count >= 20, text[10] == UInt8(ascii: "T") else { return nil }
    for zone in ["+00:00", "+0000"] where text.suffix(zone.utf8.count).elementsEqual(zone.utf8) {
      return Timestamp(String(decoding: text.dropLast(zone.utf8.count), as: UTF8.self) + "Z")
    }
    return Timestamp(String(decoding: text, as: UTF8.self))
  }

  /// Where a row leads: whole, from the root, or from the answer's folder when it says so by a dot.
  static func address(_ raw: [UInt8], base: WebURL?) -> WebURL? {
    var text = Array(WhiteSpaceTrim.trimmed(raw[...]))
    if !text.contains(0x2F),
      ByteSearch.find(Array("%2F".utf8), in: text) != nil
        || ByteSearch.find(Array("%2f".utf8), in: text) != nil
    {
      text = percentDecoded(text)
    }
    guard let first = text.first, first != 0x23 else { return nil }
    let isWhole = text.prefix(12).contains(0x3A) || first == 0x2F || first == 0x2E || first == 0x3F
    return WebURL(isWhole ? text : [0x2F] + text, base: base)
  }

  private static func percentDecoded(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == 0x25, index + 2 < text.count,
        let value = UInt8(
          String(decoding: text[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        out.append(value)
        index += 3
      } else {
        out.append(text[index])
        index += 1
      }
    }
    return out
  }
}
