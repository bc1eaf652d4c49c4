import Dates

/// Takes the year of a row from its address: `…/202103/t20210305_1.html`, `…/art/2021/3/5/…`, `…/2021-03/05/…`.
enum RowYear {
  /// A month and day of a row with the year that the row's address gives, or nil.
  ///
  /// The address's day need not be the row's: the year is taken that brings the row's day nearest
  /// to it, and only when they lie within 60 days. An address with a bare year (`/2021/`) gives
  /// that year.
  static func complete(month: Int, day: Int, from address: ArraySlice<UInt8>) -> CivilDate? {
    if let near = nearDay(in: address) {
      return (near.year - 1...near.year + 1)
        .compactMap { CivilDate(year: $0, month: month, day: day) }
        .filter { abs($0 - near) <= 60 }
        .min { abs($0 - near) < abs($1 - near) }
    }
    guard let year = year(in: address) else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// The day in an address; a month alone counts as its middle.
  private static func nearDay(in address: ArraySlice<UInt8>) -> CivilDate? {
    day(in: address, wholeOnly: false)
  }

  /// The whole day in an address, or nil.
  static func wholeDay(in address: ArraySlice<UInt8>) -> CivilDate? {
    day(in: address, wholeOnly: true)
  }

  private static func day(in address: ArraySlice<UInt8>, wholeOnly: Bool) -> CivilDate? {
    let runs = digitRuns(address)
    for (index, run) in runs.enumerated() {
      if run.digits == 8 || run.digits >= 12, let date = compact(address, run) { return date }
      if !wholeOnly, run.digits == 6, let month = monthOnly(run.value / 100, run.value % 100) {
        return month
      }
      guard run.digits == 4, (1990...2100).contains(run.value), index + 1 < runs.count else {
        continue
      }
      let next = runs[index + 1]
      guard next.start - run.end == 1, next.digits == 4 || next.digits <= 2 else { continue }
      if next.digits == 4 {
        if let date = CivilDate(year: run.value, month: next.value / 100, day: next.value % 100) {
          return date
        }
        continue
      }
      if index + 2 < runs.count, runs[index + 2].start - next.end == 1,
        runs[index + 2].digits <= 2,
        let date = CivilDate(year: run.value, month: next.value, day: runs[index + 2].value)
      {
        return date
      }
      if !wholeOnly, let month = monthOnly(run.value, next.value) { return month }
    }
    return nil
  }

  private static func monthOnly(_ year: Int, _ month: Int) -> CivilDate? {
    (1990...2100).contains(year) ? CivilDate(year: year, month: month, day: 15) : nil
  }

  private static func compact(_ address: ArraySlice<UInt8>, _ run: Run) -> CivilDate? {
    let digits = address[run.start..<run.start + 8].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard (1990...2100).contains(digits / 10_000) else { return nil }
    return CivilDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }

  /// A path step that is a year.
  private static func year(in address: ArraySlice<UInt8>) -> Int? {
    digitRuns(address).first { run in
      run.digits == 4 && (1990...2100).contains(run.value) && run.start > address.startIndex
        && address[run.start - 1] == 0x2F && run.end < address.endIndex
        && address[run.end] == 0x2F
    }?.value
  }

  private struct Run {
    var value: Int
    var digits: Int
    var start: Int
    var end: Int
  }

  private static func digitRuns(_ address: ArraySlice<UInt8>) -> [Run] {
    var out: [Run] = []
    var index = address.startIndex
    while index < address.endIndex, out.count < 40 {
      guard (0x30...0x39).contains(address[index]) else {
        index += 1
        continue
      }
      var run = Run(value: 0, digits: 0, start: index, end: index)
      while index < address.endIndex, (0x30...0x39).contains(address[index]) {
        run.value = min(run.value, 1_000_000_000) * 10 + Int(address[index] - 0x30)
        run.digits += 1
        index += 1
      }
      run.end = index
      out.append(run)
    }
    return out
  }
}
