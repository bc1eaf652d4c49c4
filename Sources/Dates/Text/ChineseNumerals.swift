/// Dates in Chinese numerals: `二〇二一年三月五日`, `二○二一年十二月三十一日`.
enum ChineseNumerals {
  /// The date at `index`, or nil.
  static func date(at index: Int, _ scanner: DateScanner) -> DateSighting? {
    guard digit(at: index - 3, scanner) == nil else { return nil }
    var place = index
    var year = 0
    for _ in 0..<4 {
      guard let next = digit(at: place, scanner) else { return nil }
      year = year * 10 + next.value
      place += next.width
    }
    guard scanner.has("年", at: place), (1900...2099).contains(year),
      let month = upTo99(at: place + 3, scanner), scanner.has("月", at: month.end),
      let day = upTo99(at: month.end + 3, scanner), scanner.dayMark(at: day.end) > 0,
      let date = CivilDate(year: year, month: month.value, day: day.value)
    else { return nil }
    return DateSighting(
      date: date, range: index..<(day.end + 3), form: .chinese, hasTime: false)
  }

  /// One digit of a year; the zero is written in ten ways, letters that look like it among them.
  private static func digit(at index: Int, _ scanner: DateScanner) -> (value: Int, width: Int)? {
    for zero: StaticString in ["〇", "零", "○", "Ｏ", "０", "◯"] where scanner.has(zero, at: index) {
      return (0, 3)
    }
    switch scanner.byte(index) {
    case UInt8(ascii: "O"), UInt8(ascii: "o"), UInt8(ascii: "0"): return (0, 1)
    default: break
    }
    // Greek omicron and Cyrillic O.
    if scanner.has("\u{39F}", at: index) || scanner.has("\u{41E}", at: index) { return (0, 2) }
    return unit(at: index, scanner).map { ($0, 3) }
  }

  private static func unit(at index: Int, _ scanner: DateScanner) -> Int? {
    let units: [StaticString] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
    for (offset, word) in units.enumerated() where scanner.has(word, at: index) {
      return offset + 1
    }
    return nil
  }

  /// `五`, `十`, `十二`, `二十`, `三十一`, `廿一`, `卅`.
  private static func upTo99(
    at index: Int, _ scanner: DateScanner
  ) -> (value: Int, end: Int)? {
    var place = index
    var tens = 0
    if scanner.has("廿", at: place) || scanner.has("卅", at: place) {
      tens = scanner.has("廿", at: place) ? 2 : 3
      place += 3
    } else if let first = unit(at: place, scanner) {
      place += 3
      guard scanner.has("十", at: place) else { return (first, place) }
      tens = first
      place += 3
    } else if scanner.has("十", at: place) {
      tens = 1
      place += 3
    } else {
      return nil
    }
    guard let last = unit(at: place, scanner) else { return (tens * 10, place) }
    return (tens * 10 + last, place + 3)
  }
}
