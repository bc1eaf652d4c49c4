import Dates
import Web

/// Reads the date that content systems put into the address of an article.
///
/// Only forms with a full day count; a month (`/202103/`) is none. Source: cms.md §1, the dialects
/// of article links: `tYYYYMMDD_ID`, `/art/YYYY/M/D/`, `/YYYY-MM/DD/`, `/YYYYMMDD/` …
enum ArticleAddress {
  /// The date, or nil.
  static func date(in url: WebURL?) -> CivilDate? {
    guard let url, url.path.utf8.count <= 1024 else { return nil }
    let segments = url.path.split(separator: "/").map { Array($0.utf8) }
    for (index, segment) in segments.enumerated().reversed() {
      if let date = inSegment(segment) { return date }
      if let date = spread(segments[..<(index + 1)]) { return date }
    }
    return nil
  }

  /// `t20210305_123.html`, `20210305`, `2021-03-05`.
  private static func inSegment(_ segment: [UInt8]) -> CivilDate? {
    var bytes = segment[...]
    if bytes.first == UInt8(ascii: "t") || bytes.first == UInt8(ascii: "P") {
      bytes = bytes.dropFirst()
    }
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    if digits.count == 8 {
      let next = bytes.dropFirst(8).first
      guard next == nil || next == UInt8(ascii: "_") || next == UInt8(ascii: ".") else {
        return nil
      }
      return day(digits.prefix(4), digits.dropFirst(4).prefix(2), digits.suffix(2))
    }
    if digits.count == 4, segment.count == 10 {
      return CivilDate(String(decoding: segment, as: UTF8.self))
    }
    return nil
  }

  /// `2021/3/5`, `2021-03/05`, `202103/05` that end with the last of `segments`.
  private static func spread(_ segments: ArraySlice<[UInt8]>) -> CivilDate? {
    guard let last = segments.last, last.count <= 2 else { return nil }
    let before = segments.dropLast()
    guard let month = before.last else { return nil }
    if month.count == 7, month[4] == UInt8(ascii: "-") {
      return day(month[0..<4], month[5...], last[...])
    }
    if month.count == 6 { return day(month[0..<4], month[4...], last[...]) }
    guard month.count <= 2, let year = before.dropLast().last, year.count == 4 else { return nil }
    return day(year[...], month[...], last[...])
  }

  private static func day(
    _ year: ArraySlice<UInt8>, _ month: ArraySlice<UInt8>, _ day: ArraySlice<UInt8>
  ) -> CivilDate? {
    guard let year = number(year), let month = number(month), let day = number(day),
      (1990...2099).contains(year)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}
