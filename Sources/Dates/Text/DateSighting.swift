/// A date that stands in a text.
package struct DateSighting: Sendable, Hashable {
  /// How the date was written.
  package enum Form: String, Sendable {
    /// Year, month and day with separators: `2021-1-8`, `2021年1月8日`, `2021.01.08`.
    case full
    /// Year, month and day in Chinese numerals: `二〇二一年三月五日`.
    case chinese
    /// Eight digits: `20210108`.
    case compact
    /// Counted from the day of reading: `今天`, `3天前`.
    case relative
  }

  package var date: CivilDate
  /// Where it stands, in bytes of the text that was read; a time of day after it not counted.
  package var range: Range<Int>
  package var form: Form
  /// A time of day follows.
  package var hasTime: Bool

  package init(date: CivilDate, range: Range<Int>, form: Form, hasTime: Bool) {
    self.date = date
    self.range = range
    self.form = form
    self.hasTime = hasTime
  }
}

/// A month and a day without a year, as rows of lists show them: `01-08`, `1月8日`.
package struct MonthDay: Sendable, Hashable {
  /// 1 to 12.
  package var month: Int
  /// 1 to 31; whether the month has that day is known with the year.
  package var day: Int
  /// Where it stands, in bytes of the text that was read.
  package var range: Range<Int>

  package init(month: Int, day: Int, range: Range<Int>) {
    self.month = month
    self.day = day
    self.range = range
  }
}
