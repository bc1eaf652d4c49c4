import Checks
import Dates
import Findings
import Page
import Testing
import Texts
import Web

private let monthly = RuleSketch(
  "{kind: freshness, columns: [统计数据], titles: ['统计月报'], cadence: monthly, period-of: title, "
    + "due: next-period-end, joint: [[1, 2]]}")
private let news = RuleSketch("{kind: freshness, columns: [工作动态], cadence: weekly}")
private let quarterly = RuleSketch(
  "{kind: freshness, titles: ['孤儿'], cadence: quarterly, period-of: title, "
    + "due: next-period-end}", scope: "any", units: "[区民政局]")

/// Bulletins of some months, each out on the 10th of the next month.
private func bulletins(_ months: [Int]) -> [Row] {
  months.map { month in
    let next = month == 12 ? "2022-01-10" : "2021-\(month + 1 < 10 ? "0" : "")\(month + 1)-10"
    return Row("2021年\(month)月统计月报", next)
  }
}

struct `Freshness check` {
  @Test func `counts what stands in columns beneath the sought one`() throws {
    for path in [["首页", "区财政局", "工作动态", "2021年上半年"], []] {
      var sketch = SiteSketch()
      let weeks = (0..<52).compactMap { week -> Row? in
        CivilDate("2021-01-06").map { Row("第\(week)次活动", "\($0 + week * 7)") }
      }
      let parent = sketch.column("工作动态", of: "czj", rows: [])
      sketch.column("2021年上半年", of: "czj", rows: weeks, path: path)
      let status = try sketch.status(news)
      #expect(status == (path.isEmpty ? .fail : .pass), "\(parent)")
    }
  }

  // A.9: every month but the joint January and February; a month is overdue when the next ended.
  @Test func `passes a monthly series with January and February in one issue`() throws {
    var sketch = SiteSketch()
    sketch.column(
      "统计数据", of: "czj", rows: [Row("2021年1-2月统计月报", "2021-03-15")] + bulletins(Array(3...10)))
    let finding = try sketch.judge(monthly)
    #expect(finding.status == .pass)
    #expect(finding.timeline.count == 11)
    #expect(
      finding.timeline.filter { $0.state == .upcoming }.map(\.label.zh) == ["2021年11月", "2021年12月"])
  }

  @Test func `fails a monthly series with holes and names them`() throws {
    var sketch = SiteSketch()
    let months = [2, 3, 4, 6, 7, 9, 10]
    sketch.column("统计数据", of: "czj", rows: bulletins(months))
    let finding = try sketch.judge(monthly)
    #expect(finding.status == .fail)
    #expect(finding.message.zh.contains("缺2期：2021年5月、8月"))
    #expect(finding.fix?.zh.contains("2021年5月、8月") == true)
    #expect(finding.timeline.filter { $0.state == .missed }.count == 2)
  }

  @Test func `counts cumulative titles for their last month`() throws {
    var sketch = SiteSketch()
    let rows = (2...10).map { Row("2021年1-\($0)月全区统计月报", "2021-\($0 < 9 ? "0" : "")\($0 + 1)-12") }
    sketch.column("统计数据", of: "czj", rows: rows)
    #expect(try sketch.status(monthly) == .pass)
  }

  // Distractor: twelve entries, all of them put up in December.
  @Test func `fails twelve entries that all came out in December`() throws {
    var sketch = SiteSketch()
    sketch.column(
      "统计数据", of: "czj", rows: (1...12).map { Row("2021年\($0)月统计月报", "2021-12-2\($0 % 9)") })
    let finding = try sketch.judge(monthly)
    #expect(finding.status == .fail)
    #expect(finding.message.zh.contains("逾期才发布"))
    #expect(finding.timeline.contains { $0.state == .late })
    let byDate = RuleSketch("{kind: freshness, columns: [统计数据], cadence: monthly}")
    #expect(try sketch.status(byDate) == .fail)
  }

  @Test func `accepts late items where the rule says so`() throws {
    var sketch = SiteSketch()
    sketch.column("统计数据", of: "czj", rows: (2...10).map { Row("2021年\($0)月统计月报", "2021-12-20") })
    let rule = RuleSketch(monthly.check.replacing("cadence", with: "late: accept, cadence"))
    #expect(try sketch.status(rule) == .pass)
  }

  @Test func `takes the year of a month from the date`() throws {
    var sketch = SiteSketch()
    let rows = (2...10).map { Row("统计月报（\($0)月）", "2021-\($0 < 9 ? "0" : "")\($0 + 1)-12") }
    // December, dated in January 2021, is December 2020 and fills nothing.
    sketch.column("统计数据", of: "czj", rows: rows + [Row("统计月报（12月）", "2021-01-12")])
    let finding = try sketch.judge(monthly)
    #expect(finding.status == .pass)
    #expect(finding.timeline.last?.state == .upcoming)
  }

  @Test func `is undetermined when an item without period could fill the hole`() throws {
    var sketch = SiteSketch()
    sketch.column(
      "统计数据", of: "czj", rows: bulletins([2, 3, 4, 6, 7, 8, 9, 10]) + [Row("统计月报", "2021-06-10")])
    #expect(try sketch.status(monthly) == .undetermined)
    var far = SiteSketch()
    far.column(
      "统计数据", of: "czj", rows: bulletins([2, 3, 4, 6, 7, 8, 9, 10]) + [Row("统计月报", "2021-09-10")])
    #expect(try far.status(monthly) == .fail)
  }

  @Test func `does not count another unit's bulletin`() throws {
    var sketch = SiteSketch()
    sketch.column("统计数据", of: "mzj", rows: bulletins(Array(1...12)))
    sketch.column("统计数据", of: "czj", rows: bulletins([2]))
    #expect(try sketch.status(monthly) == .fail)
  }

  @Test func `does not count dead links, and says so`() throws {
    var sketch = SiteSketch()
    var rows = bulletins(Array(2...10))
    rows[3].outcome = .gone
    sketch.column("统计数据", of: "czj", rows: rows)
    let finding = try sketch.judge(monthly)
    #expect(finding.status == .fail)
    #expect(finding.evidence.contains { $0.nearMiss?.zh.contains("链接打不开") == true })
  }

  @Test func `is satisfied with rows whose pages were not read`() throws {
    var sketch = SiteSketch()
    var rows = bulletins(Array(2...10))
    for index in rows.indices { rows[index].outcome = .budget }
    sketch.column("统计数据", of: "czj", rows: rows)
    #expect(try sketch.status(monthly) == .pass)
  }

  // A.3: every week with three or more working days.
  @Test func `exempts the weeks of the Spring Festival and National Day`() throws {
    var sketch = SiteSketch()
    // Every Wednesday but those of 2021-02-08…14, 15…21 (festival 11–17) and 10-04…10 (1–7).
    var rows: [Row] = []
    var day = try #require(CivilDate("2021-01-06"))
    let skipped = ["2021-02-10", "2021-10-06"].compactMap { CivilDate($0) }
    while day < (CivilDate("2021-12-31") ?? day) {
      if !skipped.contains(day) { rows.append(Row("开展工作\(day)", "\(day)")) }
      day = day + 7
    }
    sketch.column("工作动态", of: "czj", rows: rows)
    let finding = try sketch.judge(news)
    // 2021-02-08…14: 7 (Sunday) was a make-up day; 8, 9, 10 are working days: the week counts.
    #expect(finding.status == .fail)
    #expect(finding.message.zh.contains("缺1期：2021年第6周"))
    #expect(finding.timeline.contains { $0.state == .exempt && $0.label.zh.contains("第40周") })
  }

  // Distractor: fresh news of another column beside a stale one.
  @Test func `is not refreshed by another column`() throws {
    var sketch = SiteSketch()
    sketch.column("工作动态", of: "czj", rows: [Row("召开会议", "2021-01-05")])
    sketch.column(
      "通知公告", of: "czj", rows: (1...12).map { Row("公告\($0)", "2021-\($0 < 10 ? "0" : "")\($0)-15") }
    )
    let finding = try sketch.judge(news)
    #expect(finding.status == .fail)
    #expect(finding.evidence.first?.date == CivilDate("2021-01-05"))
    #expect(finding.evidence.first?.record?.hasPrefix("urn:uuid:") == true)
  }

  // Distractor: the page's own date decides, not the list's.
  @Test func `goes by the page's date where the list shows another`() throws {
    let rule = RuleSketch("{kind: freshness, columns: [工作动态], cadence: quarterly}")
    var sketch = SiteSketch()
    let rows = ["02", "05", "08"].map { Row("动态", "2021-\($0)-10") }
    sketch.column("工作动态", of: "czj", rows: rows + [Row("年终", "2021-09-20", list: "2021-10-08")])
    #expect(try sketch.status(rule, asOf: "2022-01-15", to: "2021-12-31") == .fail)
  }

  @Test func `is undetermined when undated items could fill all holes, and fails when not`() throws
  {
    let rule = RuleSketch("{kind: freshness, columns: [工作动态], cadence: quarterly}")
    var sketch = SiteSketch()
    sketch.column(
      "工作动态", of: "czj", rows: [Row("一", "2021-02-01"), Row("二", "2021-05-01"), Row("无日期")])
    #expect(try sketch.status(rule) == .undetermined)
    sketch = SiteSketch()
    sketch.column("工作动态", of: "czj", rows: [Row("一", "2021-02-01"), Row("无日期")])
    #expect(try sketch.status(rule) == .fail)
  }

  // A.13–A.16: quarters, by quarter or by each of its months.
  @Test(arguments: [
    (["2021年第一季度孤儿福利发放情况", "2021年二季度孤儿福利发放情况"], Status.pass),
    (["2021年1月孤儿", "2021年2月孤儿", "2021年3月孤儿", "2021年4-6月孤儿"], .pass),
    (["2021年1月孤儿", "2021年3月孤儿", "2021年第2季度孤儿"], .fail),
    (["2021年一季度孤儿", "2021年上半年孤儿"], .pass),
    (["2020年第一季度孤儿", "2021年第2季度孤儿"], .fail),
  ])
  func `reads quarters off titles`(titles: [String], expected: Status) throws {
    var sketch = SiteSketch()
    // Quarters are due when the next has ended: of 2021 the first two by the end of the year.
    sketch.column("社会福利", of: "mzj", rows: titles.map { Row($0, "2021-06-20") })
    #expect(try sketch.status(quarterly, "mzj", asOf: "2021-12-31") == expected)
  }

  @Test func `wants the words on the page, unless it is a picture`() throws {
    let rule = RuleSketch(
      "{kind: freshness, titles: ['补贴发放'], cadence: yearly, shows: [[人数, 人], [金额, 元]]}")
    func outcome(_ text: String, images: Int = 0) throws -> Status {
      var sketch = SiteSketch()
      let row = Row("补贴发放情况", "2021-05-01") {
        $0.text = text
        $0.bodyImages = images
      }
      sketch.column("福利", of: "czj", rows: [row])
      return try sketch.status(rule, asOf: "2022-02-01", to: "2021-12-31")
    }
    #expect(try outcome("共发放12人，金额3000元。") == .pass)
    #expect(try outcome("领导走访慰问，" + String(repeating: "情况良好", count: 20)) == .fail)
    #expect(try outcome("", images: 1) == .pass)
  }

  // A.22: silence is no failure unless the pack is strict; a statement of none counts.
  @Test func `leaves silence open where the rule says so, and takes a zero statement`() throws {
    let rule = RuleSketch(
      "{kind: freshness, titles: ['重大变化'], cadence: halfyearly, period-of: title, "
        + "absence: undetermined, zero-statement: ['无变化']}")
    var sketch = SiteSketch()
    sketch.column("国资", of: "czj", rows: [Row("2021年下半年重大变化", "2021-12-01")])
    #expect(try sketch.status(rule) == .undetermined)
    sketch.column("说明", of: "czj", rows: [Row("2021年上半年国资无变化情况", "2021-06-30")])
    #expect(try sketch.status(rule) == .pass)
  }

  @Test func `is not applicable when nothing was due yet`() throws {
    var sketch = SiteSketch()
    sketch.column("统计数据", of: "czj")
    #expect(try sketch.status(monthly, asOf: "2021-02-20") == .notApplicable)
  }

  // 任一: the portal's own column and every named unit count.
  @Test func `takes the portal's column where any publication will do`() throws {
    var sketch = SiteSketch()
    sketch.column("统计数据", of: nil, rows: bulletins(Array(2...10)))
    var rule = monthly
    #expect(try sketch.status(rule) == .fail)
    rule.scope = "any"
    rule.units = "[区财政局, 区民政局]"
    #expect(try sketch.status(rule) == .pass)
    #expect(try sketch.status(rule, "mzj") == .pass)
  }

  @Test func `does not let an unrelated unit's section meet a rule of any`() throws {
    var sketch = SiteSketch()
    sketch.column("统计数据", of: "mzj", rows: bulletins(Array(2...10)))
    var rule = monthly
    rule.scope = "any"
    rule.units = "[区财政局]"
    #expect(try sketch.status(rule) == .fail)
  }

  @Test func `says which unit met a rule of any`() throws {
    var sketch = SiteSketch()
    sketch.column("统计数据", of: "mzj", rows: bulletins(Array(2...10)))
    var rule = monthly
    rule.scope = "any"
    rule.units = "[区财政局, 区民政局]"
    #expect(try sketch.judge(rule).message.zh.contains("由区民政局发布"))
    #expect(try !sketch.judge(rule, "mzj").message.zh.contains("由区民政局发布"))
  }

  @Test func `is undetermined beyond the work calendar`() throws {
    var sketch = SiteSketch()
    sketch.column("工作动态", of: "czj", rows: [Row("召开会议", "2031-01-05")])
    let finding = try sketch.judge(news, asOf: "2031-12-31", from: "2031-01-01")
    #expect(finding.status == .undetermined)
    #expect(finding.message.zh.contains("工作日历"))
  }

  // What the title says need not stand in the text again.
  @Test func `finds a word that it asks for in the title`() throws {
    let rule = RuleSketch(
      "{kind: freshness, titles: ['补贴发放'], cadence: yearly, shows: [[老年人, 老人], [金额, 元]]}")
    var sketch = SiteSketch()
    sketch.column(
      "资金", of: "czj",
      rows: [Row("2021年老年人补贴发放情况", "2021-06-10") { $0.text = "发放人数：1260人。\n发放金额：38万元。" }])
    #expect(try sketch.status(rule, asOf: "2022-01-10", to: "2021-12-31") == .pass)
  }
}
