import Dates
import Testing

struct `Date reader` {
  private func days(_ text: String, today: String? = nil) -> [String] {
    DateReader(today: today.flatMap { CivilDate($0) }).dates(in: Array(text.utf8)).map(
      \.date.description)
  }

  @Test(arguments: [
    ("2021-01-08", "2021-01-08"), ("[2021-01-08]", "2021-01-08"), ("2021-1-8", "2021-01-08"),
    ("2021/1/8", "2021-01-08"), ("2021.01.08", "2021-01-08"), ("2021年1月8日", "2021-01-08"),
    ("2021年01月08日 10:20", "2021-01-08"), ("2021-01-08 10:20:30", "2021-01-08"),
    ("2021-01-0810:20", "2021-01-08"), ("２０２１年１月８日", "2021-01-08"),
    ("２０２１－０１－０８", "2021-01-08"), ("2026-\n01-\n23", "2026-01-23"),
    ("2021 年 1 月 8 日", "2021-01-08"), ("20210108", "2021-01-08"),
    ("2021-01-08T10:20:00", "2021-01-08"),
    ("二〇二一年三月五日", "2021-03-05"), ("二○二一年十二月三十一日", "2021-12-31"),
    ("二零二一年十月二十日", "2021-10-20"), ("二O二一年一月十日", "2021-01-10"),
    ("2021年3月5号", "2021-03-05"), ("2021—03—05", "2021-03-05"),
  ])
  func `reads every form`(_ text: String, _ day: String) {
    #expect(days("发布日期：\(text) 来源") == [day])
    #expect(Self.isDated("发布日期：\(text) 来源"))
  }

  @Test(arguments: [
    "2026-02-00018", "JA0101-2021-05-12-001", "002482082/2024-00332", "〔2021〕3号", "浏览次数：2021",
    "© 2010-2021", "鲁ICP备05001907号-1", "0632-8811123", "2021-02-30", "2021-13-01", "2202-01-05",
    "1.2021.3.5", "v2021.1.8", "202103051234567", "2021年度", "2021年3月", "360A12-07-2024-0008-1",
    "37040602000123", "12021-01-08", "2021-01-081",
  ])
  func `leaves numbers alone that are no dates`(_ text: String) {
    #expect(days(text).isEmpty)
    #expect(!Self.isDated(text))
  }

  private static func isDated(_ text: String) -> Bool {
    unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe DateReader().isDated($0) }
  }

  @Test func `reads several dates in order with their places`() {
    let text = "自2021-03-01至2021-04-01"
    let found = DateReader().dates(in: Array(text.utf8))
    #expect(found.map(\.date.description) == ["2021-03-01", "2021-04-01"])
    #expect(found.first?.range == 3..<13)
  }

  @Test func `reads both ends of a span`() {
    #expect(days("2021-03-01-2021-04-01") == ["2021-03-01", "2021-04-01"])
  }

  @Test func `knows whether a time of day follows`() {
    let times = ["2021-01-08 10:20", "2021-01-08", "2021年1月8日 9：05", "2021-01-08 99:99"]
    let found = times.flatMap { DateReader().dates(in: Array($0.utf8)) }.map(\.hasTime)
    #expect(found == [true, false, true, false])
  }

  @Test(arguments: [("今天", "2021-03-05"), ("昨天 10:20", "2021-03-04"), ("3天前", "2021-03-02")])
  func `counts back from the day of reading`(_ text: String, _ day: String) {
    #expect(days(text, today: "2021-03-05") == [day])
    #expect(days(text).isEmpty)
  }

  @Test(arguments: [
    ("3小时前", "2021-03-05"), ("12小时前", "2021-03-04"), ("36小时前", "2021-03-03"),
    ("5分钟前", "2021-03-05"),
    ("700分钟前", "2021-03-04"), ("2 小时前", "2021-03-05"), ("刚刚", "2021-03-05"), ("昨天", "2021-03-04"),
  ])
  func `counts hours back from the moment of reading`(_ text: String, _ day: String) {
    // 11:30 in Beijing.
    let reader = DateReader(at: Timestamp("2021-03-05T03:30:00Z"))
    #expect(reader.dates(in: Array(text.utf8)).map(\.date.description) == [day])
  }

  @Test func `leaves hours alone when it only knows the day`() {
    #expect(days("3小时前", today: "2021-03-05").isEmpty)
    #expect(DateReader(at: nil).dates(in: Array("3小时前".utf8)).isEmpty)
  }

  @Test(arguments: ["二O二一年三月五日", "二o二一年三月五日", "二Ο二一年三月五日", "二О二一年三月五日", "二０二一年三月五日", "二◯二一年三月五日"])
  func `knows every zero of a year in Chinese numerals`(_ text: String) {
    #expect(days(text) == ["2021-03-05"])
  }

  @Test(arguments: ["44260", "二〇二一年", "二〇二一年三月", "二〇二一年十三月五日", "二〇二一年二月三十日", "阅读：20210"])
  func `makes no date of what is none`(_ text: String) {
    #expect(days(text).isEmpty)
  }

  @Test(arguments: [
    ("[2021-01-08]", "2021-01-08"), ("2021-01-08 10:20", "2021-01-08"), ("会议于2021-01-08召开", nil),
  ])
  func `tells a date that fills its text`(_ text: String, _ day: String?) {
    #expect(DateReader().whole(Array(text.utf8))?.description == day)
  }

  @Test func `goes over a hostile text once`() {
    let text = String(repeating: "2021-", count: 40_000) + String(repeating: "二", count: 40_000)
    #expect(days(text).isEmpty)
  }
}

struct `Dates of rows` {
  @Test(arguments: [
    ("01-08", 1, 8), ("[01-08]", 1, 8), ("01/08", 1, 8), ("1月8日", 1, 8), ("12.31", 12, 31),
  ])
  func `read month and day`(_ text: String, _ month: Int, _ day: Int) {
    let found = DateReader().monthDay(in: Array(text.utf8)[...])
    #expect(found?.month == month)
    #expect(found?.day == day)
  }

  @Test(arguments: ["13-08", "2021-01-08", "1.5", "10:20", "0632-88", "2021年1月", "第1-8页x"])
  func `leave other numbers alone`(_ text: String) {
    let found = DateReader().monthDay(in: Array(text.utf8)[...])
    #expect(text == "第1-8页x" ? found != nil : found == nil)
  }

  @Test(arguments: [
    ("08 2021-01", "2021-01-08"), ("2021.01 08", "2021-01-08"), ("01-08 2021", "2021-01-08"),
    ("2021年01月 08", "2021-01-08"), ("05 3月 2024", "2024-03-05"), ("28 02 2024", "2024-02-28"),
  ])
  func `join the two boxes of a date`(_ text: String, _ day: String) {
    #expect(DateReader().boxed(Array(text.utf8))?.description == day)
  }

  @Test(arguments: ["08 2021", "2021-01 08 10", "08 2021-01 某", "40 2021-01"])
  func `join no other numbers`(_ text: String) {
    #expect(DateReader().boxed(Array(text.utf8)) == nil)
  }
}
