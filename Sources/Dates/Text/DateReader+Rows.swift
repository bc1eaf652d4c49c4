extension DateReader {
  /// The first month and day without a year, or nil: `01-08`, `[1/8]`, `1月8日`.
  ///
  /// A number that belongs to a longer one, to a date with a year or to a time is none. Its range
  /// counts from the beginning of the slice.
  package func monthDay(in text: ArraySlice<UInt8>) -> MonthDay? {
    unsafe text.withUnsafeBufferPointer { unsafe monthDay(in: $0) }
  }

  /// The same.
  package func monthDay(in text: UnsafeBufferPointer<UInt8>) -> MonthDay? {
    let scanner = unsafe DateScanner(bytes: text)
    var index = 0
    while index < scanner.count {
      guard scanner.digit(at: index) != nil else {
        index += 1
        continue
      }
      if let found = monthDay(at: index, scanner) { return found }
      while let next = scanner.digit(at: index) { index += next.width }
    }
    return nil
  }

  private func monthDay(at index: Int, _ scanner: DateScanner) -> MonthDay? {
    guard let month = scanner.number(at: index, limit: 3), month.digits <= 2,
      (1...12).contains(month.value), !isJoined(before: index, scanner),
      let middle = scanner.separator(at: month.end), middle.kind != .year,
      let day = scanner.number(at: month.end + middle.width, limit: 3), day.digits <= 2,
      (1...31).contains(day.value)
    else { return nil }
    if middle.kind == .month {
      let mark = scanner.dayMark(at: day.end)
      return mark > 0
        ? MonthDay(month: month.value, day: day.value, range: index..<day.end + mark) : nil
    }
    // `1.5` is a number, `01.05` a day.
    if middle.kind == .dot, month.digits < 2 || day.digits < 2 { return nil }
    if scanner.separator(at: day.end) != nil || scanner.isLetter(scanner.byte(day.end)) {
      return nil
    }
    return MonthDay(month: month.value, day: day.value, range: index..<day.end)
  }

  private func isJoined(before index: Int, _ scanner: DateScanner) -> Bool {
    let before = scanner.byte(index - 1)
    if scanner.followsDigit(index) || scanner.isLetter(before) { return true }
    return [0x2D, 0x2E, 0x2F, 0x3A, 0x5F].contains(before) || scanner.has("年", at: index - 3)
  }

  /// The date of a box that shows day and month of the year apart: `08 2021-01`, `2021.01 08`.
  ///
  /// The text must hold three numbers and nothing else but separators; nil otherwise.
  package func boxed(_ text: [UInt8]) -> CivilDate? {
    guard text.count <= 48 else { return nil }
    let numbers = unsafe text.withUnsafeBufferPointer { text in
      unsafe self.numbers(DateScanner(bytes: text))
    }
    guard numbers.count == 3, let year = numbers.firstIndex(where: { $0.digits == 4 }),
      (1900...2099).contains(numbers[year].value)
    else { return nil }
    var order = [[1, 2], [2, 0], [0, 1]][year]
    // `05 3月 2024`, `28 02 2024`: the unit tells the month, or the day is too large for one.
    let month = numbers.firstIndex { $0.isMonth }
    let isTurned = month.map { $0 == order[1] } ?? (year == 2 && numbers[order[0]].value > 12)
    if isTurned { order.swapAt(0, 1) }
    guard numbers[order[0]].digits <= 2, numbers[order[1]].digits <= 2 else { return nil }
    return CivilDate(
      year: numbers[year].value, month: numbers[order[0]].value, day: numbers[order[1]].value)
  }

  /// The numbers of a text of numbers, separators and brackets; none where it holds anything else.
  private func numbers(
    _ scanner: DateScanner
  ) -> [(value: Int, digits: Int, isMonth: Bool)] {
    var numbers: [(value: Int, digits: Int, isMonth: Bool)] = []
    var index = 0
    while index < scanner.count {
      if let number = scanner.number(at: index, limit: 5) {
        numbers.append((number.value, number.digits, scanner.has("月", at: number.end)))
        index = number.end
      } else if let next = scanner.separator(at: index) {
        index += next.width
      } else if scanner.dayMark(at: index) > 0 {
        index += 3
      } else {
        let rest = scanner.skipBlanks(index)
        guard rest > index || [0x28, 0x29, 0x5B, 0x5D].contains(scanner.byte(index)) else {
          return []
        }
        index = max(rest, index + 1)
      }
    }
    return numbers
  }
}
