import Dates
import Markup
import Texts

/// Reads the one date of a list row from its texts outside the title.
enum RowDate {
  /// What may fill in or settle a row's date.
  struct Context {
    /// The path of the row's address, which often carries the day.
    var address: ArraySlice<UInt8> = []
    /// The day on which the page was fetched; nil leaves 今天 and 昨天 unread.
    var fetchedAt: Timestamp?
  }

  /// A row's date, or what is known of it.
  enum Reading: Equatable {
    case none
    case day(CivilDate)
    /// No year stands in the row or its address.
    case yearless(month: Int, day: Int)
    /// `20日` under a heading `2023年12月`.
    case dayOnly(Int)
  }

  private static var reader: DateReader { DateReader() }
  private static let agoWords = Phrases(["天前", "小时前", "分钟前"])
  private static let relativeWords = Phrases(["今天", "昨天", "前天", "刚刚"])

  /// The text holds a day or a part of one, so it may be a row's date.
  static func marks(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= 240 else { return false }
    let hasDigit = unsafe ByteText.holdsDigit(text)
    guard unsafe hasDigit || relativeWords.mayBegin(text) else { return false }
    if hasDigit, unsafe reader.isDated(text) || day(text) != nil { return true }
    guard text.count <= 60, unsafe mayBeginShort(text), unsafe !isFigure(text) else { return false }
    return unsafe WhiteSpace.withSqueezed(text) { short in
      unsafe relativeWords.begin(short) || mayBePart(short) && isPart(Array(short))
    }
  }

  /// A text without white space is a part of a day.
  private static func isPart(_ short: [UInt8]) -> Bool {
    isAgo(short) || isYearMonth(short) || monthAlone(short) != nil || shortYear(short) != nil
      || dayAlone(short) != nil
  }

  /// A text without white space may be a part of a day; false is certain, and what most are.
  private static func mayBePart(_ short: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = unsafe short.prefix(4).prefix { (0x30...0x39).contains($0) }.count
    guard digits < short.count else { return false }
    let next = unsafe short[digits]
    switch digits {
    // `[21-06-30]`
    case 0: return unsafe short.count == 10 && isDayMark(short[3])
    // `年` or a mark behind a year; behind less `月`, `日`, `天前`, `小时前`, `分钟前`, and two marks in
    // a day with a short year.
    case 4: return next == 0xE5 || isDayMark(next)
    case 2 where isDayMark(next): return unsafe short.count == 8 && short[5] == next
    default: return next == 0xE5 || next == 0xE6
    }
  }

  /// Letters, digits and marks of ASCII without a blank that are no short day: the numbers of tables
  /// and pagers.
  private static func isFigure(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.count {
    // `2021-1`, `2021-01`
    case 6, 7: if unsafe isDayMark(text[4]) { return false }
    // `21-01-02`
    case 8: if unsafe isDayMark(text[2]) || isDayMark(text[4]) { return false }
    // `[21-01-02]`
    case 10: if unsafe isDayMark(text[3]) { return false }
    default: break
    }
    return unsafe text.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x26 }
  }

  private static func isDayMark(_ byte: UInt8) -> Bool { (0x2D...0x2F).contains(byte) }

  /// The text's first character that shows is a digit, or one with which 今天 and the like begin.
  private static func mayBeginShort(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = unsafe text.first(where: { $0 > 0x20 }) else { return false }
    // Wide blanks are looked at closely, too.
    return unsafe (0x30...0x39).contains(first) || first < 0xE4 && first >= 0x7F || first == 0x26
      || first == 0xEF || relativeWords.mayBegin(text)
  }

  /// `3天前`, `12小时前`: what is read against the moment of fetching.
  private static func isAgo(_ text: [UInt8]) -> Bool {
    let rest = text.prefix(40).drop { (0x30...0x39).contains($0) }
    return (1...3).contains(rest.startIndex - text.startIndex) && agoWords.begin(rest)
  }

  /// The text is a day, or a part of one, and nothing else but brackets.
  static func fills(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 60 else { return false }
    let short = ByteSearch.squeezed(text)
    if reader.whole(Array(text)) != nil || isYearMonth(short) { return true }
    guard let found = day(short[...]) else { return false }
    return ByteSearch.letters(short[...]) <= found.range.count + 2
  }

  /// A month and day that can be a row's: `1/12` is as well a page of twelve, so a slash or dash
  /// needs two digits on both sides.
  private static func day(_ text: ArraySlice<UInt8>) -> MonthDay? {
    unsafe text.withUnsafeBufferPointer { unsafe day($0) }
  }

  /// The same.
  private static func day(_ text: UnsafeBufferPointer<UInt8>) -> MonthDay? {
    guard let found = unsafe reader.monthDay(in: text) else { return nil }
    let isTelling =
      unsafe found.range.count >= 5 || text[found.range].suffix(3).elementsEqual("日".utf8)
    return isTelling ? found : nil
  }

  private static let good = Phrases(["发布", "公开日", "公开时间", "上传", "更新", "时间", "日期"])
  private static let bad = Phrases([
    "截止", "截至", "有效期", "成文", "生成", "印发", "实施", "施行", "失效", "结束", "开始", "生效", "签发", "发文",
    "制发", "起始", "答复", "回复", "办结",
  ])

  /// Reads `texts`, the row's pieces of text outside its title, in document order.
  static func read(_ texts: [ArraySlice<UInt8>], _ context: Context) -> Reading {
    let pieces = texts.filter { $0.count <= 400 }.map { Array($0) }
    if let whole = wholeDay(pieces) { return .day(whole) }
    if let boxed = boxes(pieces) { return .day(boxed) }
    if let short = pieces.lazy.compactMap({ shortYear(ByteSearch.squeezed($0[...])) }).first {
      return .day(short)
    }
    let joined = pieces.flatMap { ByteSearch.squeezed($0[...]) }
    if joined.count <= 400, let date = reader.dates(in: joined).first?.date { return .day(date) }
    for piece in pieces {
      if let found = day(piece[...]) { return settle(found.month, found.day, context) }
    }
    if let (month, day) = monthBoxes(pieces) { return settle(month, day, context) }
    if let known = borneOut(pieces, by: context) { return .day(known) }
    if let day = pieces.lazy.compactMap({ dayAlone(ByteSearch.squeezed($0[...])) }).first {
      return .dayOnly(day)
    }
    if let day = english(pieces) { return .day(day) }
    return relative(pieces, context)
  }

  /// The whole day that is labelled as publishing, else the last one with no other label.
  private static func wholeDay(_ pieces: [[UInt8]]) -> CivilDate? {
    var best: (rank: Int, date: CivilDate)?
    var label: [UInt8] = []
    for piece in pieces {
      var from = 0
      for found in reader.dates(in: piece) {
        label += ByteSearch.squeezed(piece[from..<max(from, found.range.lowerBound)])
        from = found.range.upperBound
        let rank = bad.occur(in: label) ? 0 : good.occur(in: label) ? 2 : 1
        // Among equals the first labelled wins; of two bare days the later column.
        if best == nil || rank > best?.rank ?? 0 || (rank == 1 && best?.rank == 1) {
          best = (rank, found.date)
        }
        label = []
      }
      label += ByteSearch.squeezed(piece[from...])
      if label.count > 60 { label.removeFirst(label.count - 60) }
    }
    guard let best, best.rank > 0 else { return nil }
    return best.date
  }

  /// Two-box dates: `08` beside `2021-01`, `03-05` beside `2021`.
  private static func boxes(_ pieces: [[UInt8]]) -> CivilDate? {
    let short = pieces.filter { $0.count <= 24 && $0.contains { (0x30...0x39).contains($0) } }
    if let date = turned(short) { return date }
    for (left, right) in zip(short, short.dropFirst()) {
      if let date = reader.boxed(left + [0x20] + right) { return date }
    }
    for index in short.indices.dropLast(2) {
      let text = short[index] + [0x20] + short[index + 1] + [0x20] + short[index + 2]
      if isUnsettled(short[index...(index + 2)]) { continue }
      if let date = reader.boxed(text) { return date }
    }
    return nil
  }

  /// `05` beside `03/2024`, `3月 2024`: the day before month and year.
  private static func turned(_ short: [[UInt8]]) -> CivilDate? {
    for (left, right) in zip(short, short.dropFirst()) {
      let numbers = right.split { !(0x30...0x39).contains($0) }
      guard let day = number(ByteSearch.squeezed(left[...]), unit: "日"), numbers.count == 2,
        numbers[1].count == 4, let month = number(Array(numbers[0]), unit: ""),
        ByteSearch.letters(right[...]) <= 9
      else { continue }
      let year = numbers[1].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      if (1990...2099).contains(year), let date = CivilDate(year: year, month: month, day: day) {
        return date
      }
    }
    return nil
  }

  /// `05`, `03`, `2024`: either of the two may be the month.
  private static func isUnsettled(_ boxes: ArraySlice<[UInt8]>) -> Bool {
    let numbers = boxes.map { number(ByteSearch.squeezed($0[...]), unit: "") }
    guard numbers.count == 3, let first = numbers[0], let second = numbers[1] else { return false }
    return numbers[2] == nil && first <= 12 && second <= 12 && first != second
  }

  /// `Mar 5, 2024`, `05` beside `Mar 2024`.
  private static func english(_ pieces: [[UInt8]]) -> CivilDate? {
    let short = pieces.filter { $0.count <= 40 && !$0.contains { $0 >= 0x80 } }
    let words = short.joined(separator: [0x20]).map { $0 | 0x20 }.split { byte in
      !(0x30...0x39).contains(byte) && !(0x61...0x7A).contains(byte)
    }
    for index in words.indices {
      guard let month = months.firstIndex(where: { words[index].starts(with: $0) }),
        words[index].count <= 9
      else { continue }
      for (day, year) in [(index - 1, index + 1), (index + 1, index + 2)] {
        guard words.indices.contains(day), words.indices.contains(year), words[year].count == 4,
          let first = number(Array(words[day]), unit: ""),
          let second = Int(String(decoding: words[year], as: UTF8.self)),
          (1990...2099).contains(second),
          let date = CivilDate(year: second, month: month + 1, day: first)
        else { continue }
        return date
      }
    }
    return nil
  }

  private static let months = ByteText.words(
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

  /// `08` beside `1月`.
  private static func monthBoxes(_ pieces: [[UInt8]]) -> (month: Int, day: Int)? {
    let short = pieces.map { ByteSearch.squeezed($0[...]) }
    for (index, piece) in short.enumerated() {
      guard let month = monthAlone(piece) else { continue }
      for other in [index - 1, index + 1] where short.indices.contains(other) {
        if let day = number(short[other], unit: "日"), (1...31).contains(day) {
          return (month, day)
        }
      }
    }
    return nil
  }

  /// `2021-01`, `2021.1`, `2021年1月`: the lower half of a two-box date.
  private static func isYearMonth(_ text: [UInt8]) -> Bool { yearMonth(text) != nil }

  /// The year and month that fill a text without white space: a half of a two-box date, or the
  /// heading over the rows of a month.
  static func yearMonth(_ text: [UInt8]) -> (year: Int, month: Int)? {
    guard (6...13).contains(text.count), text[0] == 0x31 || text[0] == 0x32 else { return nil }
    let digits = text.prefix { (0x30...0x39).contains($0) }
    guard digits.count == 4 else { return nil }
    var rest = text[4...]
    if rest.starts(with: "年".utf8) {
      rest = rest.dropFirst(3)
    } else if let mark = rest.first, [0x2D, 0x2E, 0x2F].contains(mark) {
      rest = rest.dropFirst()
    } else {
      return nil
    }
    guard let month = number(Array(rest), unit: "月"), (1...12).contains(month) else { return nil }
    return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, month)
  }

  /// `20日`: a text that is nothing but the day of a month.
  private static func dayAlone(_ text: [UInt8]) -> Int? {
    guard text.count <= 5, text.suffix(3).elementsEqual("日".utf8),
      let day = number(text, unit: "日"), (1...31).contains(day)
    else { return nil }
    return day
  }

  /// `3月`, `03月`.
  private static func monthAlone(_ text: [UInt8]) -> Int? {
    guard text.count <= 5, text.suffix(3).elementsEqual("月".utf8),
      let month = number(text, unit: "月"), (1...12).contains(month)
    else { return nil }
    return month
  }

  /// A text of one or two digits, with or without its unit.
  static func number(_ text: [UInt8], unit: String) -> Int? {
    let mark = Array(unit.utf8)
    let digits = text.suffix(mark.count).elementsEqual(mark) ? text.dropLast(mark.count) : text[...]
    guard (1...2).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// `21/06/30`, `08.11.06`: a text that is nothing but a day of this century with a short year.
  private static func shortYear(_ written: [UInt8]) -> CivilDate? {
    var text = written
    // `[21-06-30]`
    if text.count == 10, [0x5B, 0x28].contains(text[0]), [0x5D, 0x29].contains(text[9]) {
      text = Array(text[1..<9])
    }
    guard text.count == 8, text[2] == text[5], [0x2D, 0x2E, 0x2F].contains(text[2]) else {
      return nil
    }
    let numbers = [0, 3, 6].compactMap { number(Array(text[$0..<$0 + 2]), unit: "") }
    guard numbers.count == 3 else { return nil }
    return CivilDate(year: 2000 + numbers[0], month: numbers[1], day: numbers[2])
  }

  /// `[6/11]`, `今天`: too little to tell a day, unless the row's address names the same or any day.
  private static func borneOut(
    _ pieces: [[UInt8]], by context: Context
  ) -> CivilDate? {
    guard let date = RowYear.wholeDay(in: context.address) else { return nil }
    let isFetchKnown = context.fetchedAt != nil
    let shows = pieces.contains { piece in
      guard piece.count <= 60 else { return false }
      if piece.count <= 24, let found = reader.monthDay(in: piece[...]) {
        return found.month == date.month && found.day == date.day
      }
      let short = ByteSearch.squeezed(piece[...])
      return !isFetchKnown && (relativeWords.begin(short) || isAgo(short))
    }
    return shows ? date : nil
  }

  private static func settle(_ month: Int, _ day: Int, _ context: Context) -> Reading {
    if let date = RowYear.complete(month: month, day: day, from: context.address) {
      return .day(date)
    }
    return .yearless(month: month, day: day)
  }

  private static func relative(_ pieces: [[UInt8]], _ context: Context) -> Reading {
    guard let moment = context.fetchedAt else { return .none }
    let reader = DateReader(at: moment)
    for piece in pieces where piece.count <= 60 {
      if let found = reader.dates(in: piece).first { return .day(found.date) }
    }
    return .none
  }
}
