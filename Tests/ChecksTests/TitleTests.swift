import Checks
import Dates
import Patterns
import Testing

struct `Titles` {
  @Test(arguments: [
    ("　区财政局 ２０２１年\u{200B}（年报）", "区财政局2021年(年报)"), ("二〇二一年工作", "2021年工作"),
    ("二○二O年", "2020年"), ("二0二一年度", "2021年度"), ("二十一条", "二十一条"), ("", ""),
    ("Ａ－ｂ：１", "A-b:1"),
  ])
  func `have one normal form`(text: String, expected: String) {
    #expect(FoldedName(text).text == expected)
  }

  @Test(arguments: [
    ("{unit}{year}年{month}月统计月报", "青岚区二〇二一年3月统计月报", true),
    ("{year}年1-{month}月{unit}主要经济指标", "2021年1-9月青岚区主要经济指标", true),
    ("{year}年第{quarter}季度{item}发放情况", "2021年第三季度孤儿福利发放情况", true),
    ("《{policy}》政策解读", "《青岚区办法》政策解读", true), ("权责清单（{year}年版）", "权责清单(2021年版)", true),
    ("re:（调整|修订）", "权责清单(调整", true), ("re:^月报$", "统计月报", false), ("a.b", "axb", false),
  ])
  func `fit patterns with slots`(pattern: String, title: String, expected: Bool) throws {
    #expect((try TitlePattern(pattern).match(TitleText.normalize(title)) != nil) == expected)
  }

  @Test func `give up what slots capture`() throws {
    let pattern = try TitlePattern("{year}年{month}月{item}第{quarter}季度")
    let captures = pattern.match(TitleText.normalize("2021年十一月情况第四季度"))
    #expect(captures == TitlePattern.Captures(year: 2021, month: 11, quarter: 4))
  }

  @Test func `refuse a bad expression with its place`() {
    #expect(throws: Pattern.Fault.self) { try TitlePattern("re:(((") }
  }

  @Test(arguments: [
    ("2021年9月统计月报", ["2021-09"]), ("二〇二一年九月份", ["2021-09"]), ("2021年1-9月", ["2021-09"]),
    ("2021年1—2月", ["2021-02"]), ("2021年1月至9月", ["2021-09"]), ("前9个月（2021年）", ["2021-09"]),
    ("2021年3月、4月", ["2021-03", "2021-04"]), ("2021年4-6月", ["2021-04", "2021-05", "2021-06"]),
    ("2021年第三季度", ["2021-09"]), ("2021年前三季度", ["2021-09"]), ("2021年上半年", ["2021-06"]),
    ("2021年全年", ["2021-12"]), ("2021-09", ["2021-09"]), ("2021.9.15水质", ["2021-09"]),
    ("202109月报", ["2021-09"]), ("20210915", ["2021-09"]), ("青政发〔2020〕3号2021年9月", ["2021-09"]),
    ("2021年统计月报", []), ("第9期", []), ("“十四五”规划", []), ("12345热线3个月", []),
  ])
  func `name their months`(title: String, expected: [String]) {
    let periods = TitlePeriod.read(TitleText.normalize(title), dated: CivilDate("2021-10-12"))
    let months = periods.flatMap { $0.periods(.monthly) }.map {
      "\($0.year)-\($0.index < 10 ? "0" : "")\($0.index)"
    }
    #expect(months == expected)
  }

  @Test(arguments: [
    ("12月", "2021-01-08", 2020), ("1月", "2021-02-03", 2021), ("11月", "2021-01-20", 2020),
    ("6月", "2021-05-28", 2021), ("第四季度", "2021-01-20", 2020), ("下半年", "2021-01-20", 2020),
  ])
  func `take the year of a month from the date`(title: String, date: String, year: Int) {
    let periods = TitlePeriod.read(TitleText.normalize(title), dated: CivilDate(date))
    #expect(periods.map(\.year) == [year])
    #expect(TitlePeriod.read(TitleText.normalize(title), dated: nil).isEmpty)
  }

  @Test(arguments: [
    ("2020年度报告", [2020]), ("权责清单（2021版）", [2021]), ("〔2021〕5号 2020年", [2020]),
    ("2019-2020年", [2019, 2020]), ("电话63820200000", []), ("青政办发[2021]12号", []), ("", []),
  ])
  func `name their years, not those of document numbers`(title: String, expected: [Int]) {
    #expect(TitlePeriod.years(in: TitleText.normalize(title)) == expected)
  }

  // Distractor: full against short names, and the city's body of the same name.
  @Test(arguments: [
    ("清州市青岚区财政局年报", true), ("区财政局年报", true), ("财政局年报", true), ("清州市财政局年报", false),
    ("省财政局与区财政局", true), ("区民政局年报", false),
  ])
  func `name a unit in any spelling`(title: String, expected: Bool) {
    let names = UnitSpellings(["区财政局", "青岚区财政局", "财政局"])
    #expect(names.isNamed(in: TitleText.normalize(title)) == expected)
  }

  @Test func `survive hostile lengths`() throws {
    let long = String(repeating: "2021年1-", count: 50_000)
    _ = TitlePeriod.read(TitleText.normalize(long), dated: nil)
    let pattern = try TitlePattern("{a}{b}{c}{d}{e}{f}x")
    #expect(pattern.match(TitleText.normalize(String(repeating: "年", count: 20_000))) == nil)
  }
}

struct `Patterns for people` {
  @Test(arguments: [
    ("re:证明(事项|材料).{0,14}(清单|目录)$", "证明(事项/材料)…(清单/目录)"),
    ("re:(任免|任职)", "(任免/任职)"), ("re:公开(工作)?.*报告", "公开(工作)…报告"),
    ("{year}年{month}月统计月报", "{year}年{month}月统计月报"),
  ])
  func `show no marks of expressions`(_ source: String, _ shown: String) throws {
    #expect(try TitlePattern(source).readable == shown)
  }
}
