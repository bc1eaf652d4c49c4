/// Reads years, months, quarters and halves off one title, left to right.
struct TitlePeriodScan {
  private let text: [Unicode.Scalar]
  private var index = 0
  /// The year that the words after it belong to.
  private var year: Int?
  private var firstYear: Int?
  private var raw: [(year: Int?, extent: TitlePeriod.Extent)] = []
  private(set) var years: [Int] = []

  init(_ title: [UInt8]) {
    text = Self.withoutNumbers(
      Array(String(decoding: title.prefix(1200), as: UTF8.self).unicodeScalars))
  }

  /// What was read, each with its year when the title has one.
  var found: [(year: Int?, extent: TitlePeriod.Extent)] {
    if raw.isEmpty { return firstYear.map { [($0, .bareYear)] } ?? [] }
    return raw.map { ($0.year ?? firstYear, $0.extent) }
  }

  mutating func run() {
    while index < text.count {
      if readWord() || readNumber() { continue }
      index += 1
    }
  }

  // MARK: Document numbers

  private static let opening: Set<Unicode.Scalar> = ["〔", "[", "【", "(", "〈", "﹝"]
  private static let closing: Set<Unicode.Scalar> = ["〕", "]", "】", ")", "〉", "﹞"]

  /// Blanks out 文号 such as 〔2021〕5号: their year is no period.
  private static func withoutNumbers(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var text = scalars
    var place = 0
    while place + 5 < text.count {
      defer { place += 1 }
      guard opening.contains(text[place]), closing.contains(text[place + 5]),
        text[(place + 1)...(place + 4)].allSatisfy({ ("0"..."9").contains($0) })
      else { continue }
      var end = place + 6
      while end < text.count, end < place + 13, isDigit(text[end]) || text[end] == "第" { end += 1 }
      let isNumber = end > place + 6 && end < text.count && text[end] == "号"
      guard isNumber || text[place] == "〔" else { continue }
      for blank in place..<min(end, text.count) { text[blank] = " " }
    }
    return text
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  // MARK: Words

  private func stands(_ word: String, at place: Int) -> Bool {
    var cursor = place
    for scalar in word.unicodeScalars {
      guard cursor < text.count, text[cursor] == scalar else { return false }
      cursor += 1
    }
    return true
  }

  private mutating func readWord() -> Bool {
    guard text[index] == "上" || text[index] == "下" || text[index] == "全" else { return false }
    for (word, extent) in Self.words where stands(word, at: index) {
      raw.append((year, extent))
      index += word.unicodeScalars.count
      return true
    }
    return false
  }

  private static let words: [(String, TitlePeriod.Extent)] = [
    ("上半年", .half(1)), ("下半年", .half(2)), ("全年", .wholeYear),
  ]

  // MARK: Numbers

  /// A run of digits, or of Chinese numerals, at a place.
  private func number(at place: Int) -> (value: Int, end: Int, isArabic: Bool)? {
    var end = place
    while end < text.count, end < place + 9, Self.isDigit(text[end]) { end += 1 }
    if end > place {
      guard end <= place + 8 else { return nil }
      return (text[place..<end].reduce(0) { $0 * 10 + Int($1.value) - 0x30 }, end, true)
    }
    while end < text.count, end < place + 3, Self.isNumeral(text[end]) { end += 1 }
    guard end > place, let value = ChineseNumber.value(of: Array(text[place..<end])) else {
      return nil
    }
    return (value, end, false)
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }

  private mutating func readNumber() -> Bool {
    guard let number = number(at: index) else {
      // A longer run of digits is no date: skip it whole.
      guard Self.isDigit(text[index]) else { return false }
      while index < text.count, Self.isDigit(text[index]) { index += 1 }
      return true
    }
    let length = number.end - index
    if number.isArabic && length == 4 && (1949...2100).contains(number.value) {
      readYear(number.value, end: number.end)
    } else if number.isArabic && (length == 6 || length == 8) {
      readCompact(number.value, digits: length, end: number.end)
    } else if (1...12).contains(number.value) && length <= 2 {
      readMonth(number.value, end: number.end)
    } else {
      index = number.end
    }
    return true
  }

  private mutating func note(year: Int) {
    self.year = year
    firstYear = firstYear ?? year
    if !years.contains(year) { years.append(year) }
  }

  /// 2021, with the month of 2021-09 and 2021.9 when one follows.
  private mutating func readYear(_ value: Int, end: Int) {
    note(year: value)
    index = end
    guard end < text.count, text[end] == "-" || text[end] == "." || text[end] == "/",
      let month = number(at: end + 1), month.isArabic, month.end - end <= 3,
      (1...12).contains(month.value), !stands("年", at: month.end), !stands("月", at: month.end)
    else { return }
    if month.end < text.count, text[month.end] != text[end], Self.dashes.contains(text[month.end]) {
      // 2021.1-9月: the month is the beginning of a range.
      index = end + 1
      return
    }
    raw.append((value, .months(month.value...month.value)))
    index = month.end
    // The day of 2021-09-15.
    if index < text.count, text[index] == text[end], let day = number(at: index + 1) {
      index = day.end
    }
  }

  /// 202109 and 20210915.
  private mutating func readCompact(_ value: Int, digits: Int, end: Int) {
    index = end
    let head = digits == 8 ? value / 100 : value
    guard (1949...2100).contains(head / 100), (1...12).contains(head % 100) else { return }
    note(year: head / 100)
    raw.append((head / 100, .months(head % 100...head % 100)))
  }

  private static let dashes: Set<Unicode.Scalar> = ["-", "–", "—", "~", "～", "至", "到", "−", "―"]

  /// 9月, 1-9月, 1月至9月, 前9个月, 第三季度, 前三季度, 1-3季度.
  private mutating func readMonth(_ value: Int, end: Int) {
    let first = index
    var last = (value: value, end: end)
    var cursor = end
    if stands("月份", at: cursor) { cursor += 2 } else if stands("月", at: cursor) { cursor += 1 }
    let mid = cursor
    while cursor < text.count, Self.dashes.contains(text[cursor]) { cursor += 1 }
    if cursor > mid, let other = number(at: cursor), other.end - cursor <= 2,
      (value...12).contains(other.value), value <= other.value
    {
      last = (other.value, other.end)
    } else if mid > end {
      last = (value, end)
    }
    index = max(last.end, mid > end && last.end == end ? mid : last.end)
    let isLead = first > 0 && text[first - 1] == "前"
    if stands("个月", at: last.end) {
      if isLead || last.end > end { raw.append((year, .months(1...last.value))) }
    } else if stands("月", at: last.end) {
      raw.append((year, .months(value...last.value)))
    } else if stands("季度", at: last.end), last.value <= 4 {
      let isCumulative = last.value != value || isLead
      raw.append((year, isCumulative ? .months(1...(last.value * 3)) : .quarter(value)))
    } else if mid > end && last.end > end {
      // 3月-15: the number after the dash is no month.
      raw.append((year, .months(value...value)))
    }
  }
}
