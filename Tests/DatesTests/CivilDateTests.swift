import Dates
import Testing

struct `Civil date` {
  @Test func `counts every day of eight centuries once`() throws {
    var ordinal = try #require(CivilDate(year: 1600, month: 1, day: 1)).ordinal
    for year in 1600..<2400 {
      for month in 1...12 {
        for day in 1...CivilDate.days(inMonth: month, of: year) {
          let date = try #require(CivilDate(year: year, month: month, day: day))
          guard date.ordinal == ordinal, CivilDate(ordinal: ordinal) == date else {
            Issue.record("\(date): \(date.ordinal) is not \(ordinal)")
            return
          }
          ordinal += 1
        }
      }
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2021-12-31", 18_992, 5),
    ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
  ])
  func `has ordinal and weekday`(text: String, ordinal: Int, weekday: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.ordinal == ordinal)
    #expect(date.weekday == weekday)
    #expect(date.description == text)
  }

  @Test(arguments: [
    "2021-02-29", "2021-13-01", "2021-00-01", "2021-01-00", "2021-1-01", "0000-01-01",
    "2021/01/01", "2021-01-01 ", "+021-01-01", "２０２１-01-01", "",
  ])
  func `refuses what is no day`(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func `stays within years 1 to 9999 however far one counts`() throws {
    let date = try #require(CivilDate("2021-06-01"))
    #expect((date + .max).description == "9999-12-31")
    #expect((date + .min).description == "0001-01-01")
    #expect(CivilDate(ordinal: .max).description == "9999-12-31")
  }
}

struct Moments {
  @Test(arguments: [
    ("2021-03-05T08:00:00Z", "2021-03-05T08:00:00Z", "2021-03-05"),
    ("2021-12-31T16:00:00Z", "2021-12-31T16:00:00Z", "2022-01-01"),
    ("2021-03-05T08:00:00.123456Z", "2021-03-05T08:00:00Z", "2021-03-05"),
    ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z", "1970-01-01"),
  ])
  func `are read, printed and fall on a Beijing day`(text: String, again: String, day: String) {
    let moment = Timestamp(text)
    #expect(moment?.description == again)
    #expect(moment?.beijingDay.description == day)
  }

  @Test(arguments: [
    "2021-03-05", "2021-03-05T08:00:00", "2021-03-05T08:00:00+08:00", "2021-03-05T24:00:00Z",
    "2021-03-05T+8:00:00Z", "2021-03-05T08:00:00xZ", "2021-03-05T08:00:00.Z", "Z",
  ])
  func `refuse other forms`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `are clamped`() {
    #expect(Timestamp(secondsSince1970: .max).description == "9999-12-31T23:59:59Z")
    #expect(Timestamp(secondsSince1970: .min).description == "0001-01-01T00:00:00Z")
  }
}

struct Cadences {
  private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  // ISO 8601: week 1 is the one with the year's first Thursday.
  @Test(arguments: [
    ("2021-01-03", 2020, 53, "2020-12-28"), ("2021-01-04", 2021, 1, "2021-01-04"),
    ("2019-12-30", 2020, 1, "2019-12-30"), ("2021-12-31", 2021, 52, "2021-12-27"),
    ("2018-12-31", 2019, 1, "2018-12-31"), ("2016-01-01", 2015, 53, "2015-12-28"),
    ("2024-12-29", 2024, 52, "2024-12-23"), ("2004-12-31", 2004, 53, "2004-12-27"),
  ])
  func `number weeks as ISO 8601 does`(
    day: String, year: Int, index: Int, monday: String
  ) throws {
    let period = Cadence.weekly.period(of: try date(day))
    #expect(period.year == year)
    #expect(period.index == index)
    #expect(period.span.from.description == monday)
    #expect(period.span.to - period.span.from == 6)
  }

  @Test(arguments: [
    (Cadence.monthly, 2, "2021-02-01..2021-02-28"), (.quarterly, 1, "2021-01-01..2021-03-31"),
    (.halfyearly, 1, "2021-01-01..2021-06-30"), (.yearly, 1, "2021-01-01..2021-12-31"),
  ])
  func `give the whole period of a day`(cadence: Cadence, index: Int, span: String) throws {
    let period = cadence.period(of: try date("2021-02-10"))
    #expect(period.index == index)
    #expect(period.span.description == span)
  }

  @Test(arguments: [
    (Cadence.weekly, 53), (.monthly, 12), (.quarterly, 4), (.halfyearly, 2), (.yearly, 1),
  ])
  func `give the periods of a year without gap, oldest first`(
    cadence: Cadence, count: Int
  ) throws {
    let year = try #require(DateSpan(from: date("2021-01-01"), to: date("2021-12-31")))
    let periods = cadence.periods(touching: year)
    #expect(periods.count == count)
    for (left, right) in zip(periods, periods.dropFirst()) {
      #expect(right.span.from - left.span.to == 1)
      #expect(left.next == right)
    }
  }

  @Test func `end at the end of time`() throws {
    let end = try #require(DateSpan(from: date("9999-12-01"), to: date("9999-12-31")))
    for cadence in Cadence.allCases { #expect(!cadence.periods(touching: end).isEmpty) }
  }
}
