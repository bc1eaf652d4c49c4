import Dates
import Foundation
import Support
import Testing

struct `Work calendar` {
  private func calendar() throws -> WorkCalendar {
    let path = Fixtures.root + "/Rules/calendar/workdays.csv"
    return try WorkCalendar(csv: String(contentsOfFile: path, encoding: .utf8))
  }

  private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  // State Council General Office notice 国办发明电〔2020〕27号 on the holidays of 2021.
  @Test(arguments: [
    ("2021-02-07", true), ("2021-02-10", true), ("2021-02-11", false), ("2021-02-17", false),
    ("2021-02-18", true), ("2021-02-20", true), ("2021-04-25", true), ("2021-05-01", false),
    ("2021-05-05", false), ("2021-05-06", true), ("2021-05-08", true), ("2021-05-09", false),
    ("2021-09-26", true), ("2021-10-01", false), ("2021-10-07", false), ("2021-10-08", true),
    ("2021-10-09", true), ("2021-10-10", false), ("2021-06-05", false), ("2021-06-07", true),
  ])
  func `knows the holidays and make-up days of 2021`(day: String, works: Bool) throws {
    #expect(try calendar().isWorkingDay(date(day)) == works)
  }

  @Test(arguments: [
    ("2021-09-29", 1, "2021-09-30"), ("2021-09-29", 2, "2021-10-08"),
    ("2021-09-29", 3, "2021-10-09"), ("2021-09-29", 4, "2021-10-11"),
    ("2021-02-10", 1, "2021-02-18"), ("2021-02-10", 3, "2021-02-20"),
    ("2021-02-10", 4, "2021-02-22"), ("2021-04-30", 1, "2021-05-06"),
    ("2021-04-30", 3, "2021-05-08"), ("2021-04-24", 1, "2021-04-25"),
    ("2021-06-05", 1, "2021-06-07"), ("2021-06-05", 0, "2021-06-05"),
    ("2021-12-31", 20, "2022-01-29"),
  ])
  func `counts on from the day after`(from: String, count: Int, wanted: String) throws {
    let day = try calendar().day(count, workingDaysAfter: date(from))
    #expect(day.description == wanted)
    if count > 0 {
      #expect(try calendar().workingDays(after: date(from), through: day) == count)
    }
  }

  @Test func `counts nothing backwards`() throws {
    #expect(
      try calendar().workingDays(after: date("2021-05-06"), through: date("2021-05-06")) == 0)
    #expect(
      try calendar().workingDays(after: date("2021-05-07"), through: date("2021-05-06")) == 0)
  }

  @Test func `does not guess outside its years`() throws {
    let calendar = try calendar()
    for day in ["2003-12-31", "2090-01-01"] {
      #expect(throws: WorkCalendar.Problem.self) { try calendar.isWorkingDay(date(day)) }
    }
    #expect(throws: WorkCalendar.Problem.self) {
      try calendar.day(.max, workingDaysAfter: date("2021-01-01"))
    }
    let empty = try WorkCalendar(csv: "")
    #expect(throws: WorkCalendar.Problem.self) { try empty.isWorkingDay(date("2021-01-01")) }
  }

  @Test func `reads line ends of either kind`() throws {
    let csv = "date,kind,name\r\n2021-01-01,holiday,元旦\r\n2021-02-07,makeup-workday,春节\r\n"
    let calendar = try WorkCalendar(csv: csv)
    #expect(try !calendar.isWorkingDay(date("2021-01-01")))
    #expect(try calendar.isWorkingDay(date("2021-02-07")))
  }

  @Test(arguments: ["2021-02-30,holiday,x", "2021-01-01,holidays,x", "2021-01-01", "x"])
  func `names the row that is wrong`(row: String) {
    #expect(throws: WorkCalendar.Problem.row(line: 3, text: row)) {
      try WorkCalendar(csv: "date,kind,name\n2021-01-01,holiday,元旦\n\(row)\n")
    }
  }
}
