/// Finds dates in text: every form that Chinese government pages write, and none of their traps.
///
/// Reads UTF-8 bytes in one pass. Numbers that only look like dates are left out: index numbers
/// (`2026-02-00018`), telephone numbers, versions, years outside 1900…2099, days that don't exist.
/// What a date means (published, written, a meeting) is for the caller to say.
package struct DateReader: Sendable {
  /// The day of reading, for 今天 and 昨天; without one those words are no dates.
  package let today: CivilDate?

  /// The minute of the day of reading, 0 to 1439, for 3小时前; without one those are no dates.
  package let minute: Int?

  package init(today: CivilDate? = nil) {
    self.today = today
    minute = nil
  }

  /// Reads against a moment; days and hours are those of Beijing.
  package init(at moment: Timestamp?) {
    today = moment?.beijingDay
    minute = moment?.beijingMinute
  }

  /// Says whether a date with a year stands in the text.
  package func isDated(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let scanner = unsafe DateScanner(bytes: text)
    var index = scanner.beginning(from: 0)
    while index < scanner.count {
      if sighting(at: index, after: nil, scanner) != nil { return true }
      index = scanner.beginning(from: scanner.next(after: index))
    }
    return false
  }

  /// All dates with a year, in order of place.
  package func dates(in text: [UInt8]) -> [DateSighting] { dates(in: text[...]) }

  /// The same; their ranges count from the beginning of the slice.
  package func dates(in text: ArraySlice<UInt8>) -> [DateSighting] {
    unsafe text.withUnsafeBufferPointer { unsafe dates(in: $0) }
  }

  /// The same.
  package func dates(in text: UnsafeBufferPointer<UInt8>) -> [DateSighting] {
    unsafe dates(DateScanner(bytes: text))
  }

  private func dates(_ scanner: DateScanner) -> [DateSighting] {
    var found: [DateSighting] = []
    var index = scanner.beginning(from: 0)
    while index < scanner.count {
      if let sighting = sighting(at: index, after: found.last, scanner) {
        found.append(sighting)
        index = sighting.range.upperBound
      } else {
        index = scanner.next(after: index)
      }
      index = scanner.beginning(from: index)
    }
    return found
  }

  /// The first date with a year, or nil.
  package func first(in text: some StringProtocol) -> CivilDate? {
    dates(in: Array(text.utf8)).first?.date
  }

  /// The date that fills the text, a time of day, brackets and blanks aside; nil if words remain.
  package func whole(_ text: [UInt8]) -> CivilDate? {
    unsafe text.withUnsafeBufferPointer { text in
      let scanner = unsafe DateScanner(bytes: text)
      guard let only = dates(scanner).first else { return nil }
      let rest = scanner.skipBlanks(only.range.upperBound)
      let end = scanner.time(at: rest) ?? rest
      return scanner.isFrame(0..<only.range.lowerBound)
        && scanner.isFrame(end..<max(end, scanner.count)) ? only.date : nil
    }
  }

  private func sighting(
    at index: Int, after last: DateSighting?, _ scanner: DateScanner
  ) -> DateSighting? {
    switch scanner.byte(index) {
    case 0x30...0x39, 0xEF: numeric(at: index, after: last, scanner)
    // Years begin with 一 (E4 B8 80) or 二 (E4 BA 8C).
    case 0xE4 where scanner.byte(index + 2) == 0x80 || scanner.byte(index + 2) == 0x8C:
      ChineseNumerals.date(at: index, scanner)
    case 0xE4, 0xE5, 0xE6:
      DateScanner.mayBeRelative(scanner.byte(index + 1)) ? relative(at: index, scanner) : nil
    default: nil
    }
  }

  private func numeric(
    at index: Int, after last: DateSighting?, _ scanner: DateScanner
  ) -> DateSighting? {
    guard !scanner.followsDigit(index), let year = scanner.number(at: index, limit: 9) else {
      return nil
    }
    if year.digits <= 3 { return ago(year, at: index, scanner) }
    if year.digits == 8 { return compact(year, at: index, scanner) }
    guard year.digits == 4, (1900...2099).contains(year.value) else { return nil }
    let gap = scanner.skipBlanks(year.end)
    guard let first = scanner.separator(at: gap), first.kind != .month,
      let month = scanner.number(at: scanner.skipBlanks(gap + first.width), limit: 3),
      month.digits <= 2
    else { return nil }
    let second = scanner.skipBlanks(month.end)
    guard let middle = scanner.separator(at: second),
      middle.kind == (first.kind == .year ? .month : first.kind),
      let day = day(at: scanner.skipBlanks(second + middle.width), scanner),
      let date = CivilDate(year: year.value, month: month.value, day: day.value)
    else { return nil }
    var end = day.end
    if first.kind == .year {
      end +=
        scanner.dayMark(at: scanner.skipBlanks(end)) > 0 ? scanner.skipBlanks(end) - end + 3 : 0
    } else if isPartOfNumber(index, end, endsSpan: last?.range.upperBound == index - 1, scanner) {
      return nil
    }
    let rest = scanner.skipBlanks(end)
    let clock = scanner.byte(rest) == UInt8(ascii: "T") ? rest + 1 : rest
    return DateSighting(
      date: date, range: index..<end, form: .full, hasTime: scanner.time(at: clock) != nil)
  }

  /// One or two digits; more only where the time of day is glued on (`2021-01-0810:20`).
  private func day(at index: Int, _ scanner: DateScanner) -> (value: Int, end: Int)? {
    guard let day = scanner.number(at: index, limit: 2) else { return nil }
    guard scanner.digit(at: day.end) != nil else { return (day.value, day.end) }
    return day.digits == 2 && scanner.time(at: day.end) != nil ? (day.value, day.end) : nil
  }

  /// `JA01-2021-05-12`, `2021.1.8.5`, `v2021.1.8`, `/2021/01/08/`: parts of longer identifiers.
  private func isPartOfNumber(
    _ start: Int, _ end: Int, endsSpan: Bool, _ scanner: DateScanner
  ) -> Bool {
    let before = scanner.byte(start - 1)
    if scanner.isLetter(before) || before == UInt8(ascii: "_") { return true }
    if !endsSpan,
      before == UInt8(ascii: "-") || before == UInt8(ascii: "/") || before == UInt8(ascii: ".")
    {
      let earlier = scanner.byte(start - 2)
      if scanner.isLetter(earlier) || scanner.followsDigit(start - 1) { return true }
    }
    guard let next = scanner.separator(at: end), next.kind != .year, next.kind != .month else {
      return false
    }
    // A second date after a dash is a span, not a longer number.
    guard let number = scanner.number(at: end + next.width, limit: 5) else { return false }
    return !(number.digits == 4 && scanner.separator(at: number.end) != nil)
  }

  private func compact(
    _ number: (value: Int, digits: Int, end: Int), at index: Int, _ scanner: DateScanner
  ) -> DateSighting? {
    let before = scanner.byte(index - 1)
    let after = scanner.byte(number.end)
    guard !scanner.isLetter(before), !scanner.isLetter(after),
      ![0x2D, 0x2E, 0x2F, 0x5F].contains(before), ![0x2D, 0x2E, 0x2F, 0x5F].contains(after),
      (1990...2099).contains(number.value / 10_000),
      let date = CivilDate(
        year: number.value / 10_000, month: number.value / 100 % 100, day: number.value % 100)
    else { return nil }
    let clock = scanner.time(at: scanner.skipBlanks(number.end))
    return DateSighting(
      date: date, range: index..<number.end, form: .compact, hasTime: clock != nil)
  }

  /// 今天, 昨天 and the like.
  private func relative(at index: Int, _ scanner: DateScanner) -> DateSighting? {
    if scanner.has("今天", at: index) || scanner.has("刚刚", at: index) {
      return seen(0, index..<index + 6, scanner)
    }
    if scanner.has("昨天", at: index) { return seen(1, index..<index + 6, scanner) }
    if scanner.has("前天", at: index) { return seen(2, index..<index + 6, scanner) }
    return nil
  }

  /// `3天前`, `5小时前`, `10分钟前`.
  private func ago(
    _ count: (value: Int, digits: Int, end: Int), at index: Int, _ scanner: DateScanner
  ) -> DateSighting? {
    let unit = scanner.skipBlanks(count.end)
    // 天, 小 and 分 begin with the same byte.
    guard scanner.byte(unit) == 0xE5 else { return nil }
    if scanner.has("天前", at: unit) { return seen(count.value, index..<unit + 6, scanner) }
    let hours = scanner.has("小时前", at: unit)
    guard hours || scanner.has("分钟前", at: unit), let minute else { return nil }
    // Minutes that lie before midnight belong to the days before.
    let ago = count.value * (hours ? 60 : 1)
    return seen(ago <= minute ? 0 : (ago - minute + 1439) / 1440, index..<unit + 9, scanner)
  }

  private func seen(
    _ daysAgo: Int, _ range: Range<Int>, _ scanner: DateScanner
  ) -> DateSighting? {
    guard let today else { return nil }
    let rest = scanner.skipBlanks(range.upperBound)
    return DateSighting(
      date: today + -daysAgo, range: range, form: .relative, hasTime: scanner.time(at: rest) != nil)
  }
}
