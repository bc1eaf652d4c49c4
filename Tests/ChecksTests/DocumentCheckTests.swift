import Checks
import Dates
import Findings
import Page
import Sites
import Testing
import Texts
import Web

private let report = RuleSketch(
  "{kind: document, titles: ['re:信息公开.{0,8}(报告|年报)'], except: ['re:关于.{0,30}通知'], "
    + "own-columns: [政府信息公开年报], year: previous, due: 01-31}")
private let list = RuleSketch(
  "{kind: document, titles: ['权责清单'], year: current, from: 01-01, due: 03-31, "
    + "marks-revised: ['re:(调整|修订|更新)']}")

private func sketch(_ rows: [Row], column: String = "通知公告", of unit: String? = "czj") -> SiteSketch
{
  var sketch = SiteSketch()
  sketch.column(column, of: unit, rows: rows)
  return sketch
}

struct `Document check` {
  // A.5: of the year before, by 31 January.
  @Test(arguments: [
    ("区财政局2020年政府信息公开工作年度报告", "2021-01-29", Status.pass),
    ("青岚区财政局2020年政府信息公开工作年度报告", "2021-01-31", .pass),
    ("财政局二〇二〇年政府信息公开年度报告", "2021-01-04", .pass),
    ("2020年政府信息公开年报", "2021-01-04", .pass),
    ("政府信息公开年度报告", "2021-01-04", .pass),
    // Late by the first working day of February.
    ("区财政局2020年政府信息公开工作年度报告", "2021-02-01", .fail),
    // Distractors: right title, wrong year; right title, wrong unit; a notice about reports.
    ("区财政局2019年政府信息公开工作年度报告", "2021-01-29", .fail),
    ("区财政局2021年政府信息公开工作年度报告", "2021-01-29", .fail),
    ("政府信息公开年度报告", "2020-01-20", .fail),
    ("区民政局2020年政府信息公开工作年度报告", "2021-01-29", .fail),
    // In the unit's own column, but whose?
    ("清州市财政局2020年政府信息公开工作年度报告", "2021-01-29", .undetermined),
    ("青岚区人民政府2020年政府信息公开工作年度报告", "2021-01-29", .undetermined),
    ("青岚区水利局2020年政府信息公开工作年度报告", "2021-01-29", .undetermined),
    ("青岚区水利局2019年政府信息公开工作年度报告", "2021-01-29", .fail),
    ("区财局2020年政府信息公开工作年度报告", "2021-01-29", .pass),
    ("我局2020年政府信息公开工作年度报告", "2021-01-29", .pass),
    ("关于报送2020年政府信息公开年度报告的通知", "2021-01-29", .fail),
    // A day that had not come when the page was read: a slip of the pen, but only of the right year.
    ("区财政局2020年政府信息公开工作年度报告", "2031-01-20", .undetermined),
    ("区财政局2019年政府信息公开工作年度报告", "2031-01-20", .fail),
  ])
  func `looks at title, year, unit and day`(title: String, date: String, expected: Status) throws {
    #expect(try sketch([Row(title, date)]).status(report) == expected)
  }

  @Test func `counts working days of lateness and shows the late document`() throws {
    let finding = try sketch([Row("2020年政府信息公开工作年度报告", "2021-02-18")]).judge(report)
    // 1–5, 7 (make-up), 8–10 February, then the festival to the 17th, 18 February.
    #expect(finding.message.zh.contains("超过期限2021-01-31共10个工作日"))
    #expect(finding.evidence.first?.nearMiss?.zh == "逾期10个工作日")
    #expect(finding.timeline.map(\.state) == [.late])
  }

  @Test func `takes no page without a text for the document`() throws {
    let row = Row("2020年政府信息公开工作年度报告", "2021-01-29") { $0.text = "" }
    let finding = try sketch([row]).judge(report)
    #expect(finding.status == .fail)
    #expect(finding.evidence.first?.nearMiss?.zh == "页面没有正文和附件")
    let file = Row("2020年政府信息公开工作年度报告", "2021-01-29") { facts in
      facts.text = ""
      facts.bodyImages = 1
    }
    #expect(try sketch([file]).status(report) == .pass)
  }

  @Test func `names the nearest miss and why it does not count`() throws {
    let finding = try sketch([Row("区民政局2020年政府信息公开年报", "2021-01-29")]).judge(report)
    #expect(finding.evidence.first?.nearMiss?.zh == "标题写的是区民政局，不是本单位")
    #expect(finding.fix?.zh.contains("2020年") == true)
  }

  @Test func `takes any title in the document's own column, but not of another year`() throws {
    let own = "政府信息公开年报"
    #expect(try sketch([Row("2020年度报告", "2021-01-20")], column: own).status(report) == .pass)
    #expect(try sketch([Row("2019年度报告", "2021-01-20")], column: own).status(report) == .fail)
    #expect(try sketch([Row("报告全文", "2021-01-20")], column: own).status(report) == .pass)
  }

  // Distractor: a dead link behind a good title.
  @Test func `does not count a dead link`() throws {
    let row = Row("2020年政府信息公开工作年度报告", "2021-01-20", outcome: .gone)
    let finding = try sketch([row]).judge(report)
    #expect(finding.status == .fail)
    #expect(finding.evidence.first?.nearMiss?.zh.contains("链接打不开") == true)
  }

  // Distractor: the list says January, the page says February.
  @Test func `goes by the page's date`() throws {
    let row = Row("2020年政府信息公开工作年度报告", "2021-02-20", list: "2021-01-20")
    let finding = try sketch([row]).judge(report)
    #expect(finding.status == .fail)
    #expect(finding.evidence.first?.excerpt == "列表日期 2021-01-20，页面日期 2021-02-20")
  }

  @Test func `takes a row whose page was not read at its list's word`() throws {
    let row = Row("2020年政府信息公开工作年度报告", "2021-01-20", outcome: .blocked)
    #expect(try sketch([row]).status(report) == .pass)
  }

  @Test func `is undetermined for a fitting document without a date`() throws {
    #expect(try sketch([Row("2020年政府信息公开工作年度报告")]).status(report) == .undetermined)
  }

  // Distractor: the same document of another unit.
  @Test func `does not take another unit's document`() throws {
    let other = sketch([Row("2020年政府信息公开工作年度报告", "2021-01-20")], of: "mzj")
    #expect(try other.status(report) == .fail)
    #expect(try other.status(report, "mzj") == .pass)
  }

  // Distractor: the needed document stands on list page 3.
  @Test func `fails only when every page of the unit's lists was read`() throws {
    var short = SiteSketch()
    short.column(
      "通知公告", of: "czj", state: .partial, rows: [Row("别的", "2021-01-20")], unread: [.budget])
    let finding = try short.judge(report)
    #expect(finding.status == .undetermined)
    #expect(finding.coverage.gaps.map(\.outcome) == ["budget.pages"])
  }

  @Test func `is not applicable before its day, unless it is met`() throws {
    let rule = RuleSketch("{kind: document, titles: ['决策目录'], year: current, due: 10-31}")
    #expect(try sketch([]).status(rule, asOf: "2021-07-27") == .notApplicable)
    #expect(try sketch([Row("2021年决策目录", "2021-05-01")]).status(rule, asOf: "2021-07-27") == .pass)
    #expect(try sketch([]).status(rule, asOf: "2021-10-31") == .notApplicable)
    #expect(try sketch([]).status(rule, asOf: "2021-11-01") == .fail)
  }

  // Catalogue question 2: due days before the effective day are advisory.
  @Test func `only advises about days before the pack took effect`() throws {
    var rule = report
    rule.effective = "2021-04-01"
    let finding = try sketch([]).judge(rule)
    #expect(finding.status == .notApplicable)
    #expect(finding.message.zh.hasPrefix("提示"))
    #expect(try sketch([Row("2020年政府信息公开年报", "2021-01-20")]).status(rule) == .pass)
    #expect(try sketch([]).status(rule, asOf: "2022-03-01", from: "2022-01-01") == .fail)
  }

  @Test(arguments: [("2021-02-28", Status.pass), ("2021-03-01", .fail)])
  func `knows the end of February`(date: String, expected: Status) throws {
    let rule = RuleSketch("{kind: document, titles: ['法治政府'], year: previous, due: 02-end}")
    #expect(try sketch([Row("2020年法治政府建设报告", date)]).status(rule) == expected)
  }

  @Test(arguments: [
    ("区财政局权责清单（2021年版）", "2021-03-20", "一、行政许可", Status.pass),
    ("区财政局权责清单（2021年版）", "2020-12-30", "", .fail),
    ("区财政局权责清单", "2020-06-01", "", .fail),
    ("区财政局权责清单", "2020-06-01", "本清单已于2021年3月15日调整。", .pass),
    ("区财政局权责清单", "2020-06-01", "本清单已于2021年6月15日调整。", .fail),
    ("区财政局权责清单", "2020-06-01", "2021年修订。", .undetermined),
    ("区财政局权责清单", "2020-06-01", "2019年3月调整。", .fail),
  ])
  func `takes a list that is marked as revised in time`(
    title: String, date: String, text: String, expected: Status
  ) throws {
    let row = Row(title, date) { $0.text = text }
    #expect(try sketch([row]).status(list) == expected)
  }

  @Test(arguments: [
    ("unit", Status.fail), ("unit-or-district", .pass), ("district-doubtful", .undetermined),
  ])
  func `weighs the district's own document as the rule says`(word: String, expected: Status) throws
  {
    let rule = RuleSketch(
      "{kind: document, titles: ['职责边界清单'], columns: [职责边界], year: current, due: 03-31, "
        + "publisher: \(word)}")
    var sketch = SiteSketch()
    sketch.unit("gov", "区政府办公室", kind: "government")
    sketch.column("清单", of: "gov", rows: [Row("青岚区2021年职责边界清单", "2021-02-01")])
    if word == "district-doubtful" {
      // Only where nothing better is found is the district's looked at.
      sketch.column("职责边界", of: "czj", rows: [Row("青岚区2021年职责边界清单", "2021-02-01", owner: "gov")])
    }
    let status = try sketch.status(rule)
    #expect(status == expected || (word == "district-doubtful" && status == .pass))
  }

  @Test func `takes a statement that there is none`() throws {
    let rule = RuleSketch(
      "{kind: document, titles: ['决策目录'], none-statement: ['re:无重大.{0,4}决策'], year: current, due: 10-31}"
    )
    let row = Row("关于2021年无重大行政决策事项的说明", "2021-10-20")
    #expect(try sketch([row]).status(rule) == .pass)
  }

  @Test func `ignores what came out after the audited day`() throws {
    let rule = RuleSketch("{kind: document, titles: ['目录'], year: any, due: 07-31}")
    let rows = [Row("目录", "2021-09-01")]
    #expect(try sketch(rows).status(rule, asOf: "2021-08-01") == .fail)
    let yearly = RuleSketch("{kind: document, titles: ['目录'], year: any}")
    #expect(try sketch(rows).status(yearly, asOf: "2021-10-01") == .pass)
  }

  @Test(arguments: [("2021-08-01", Status.notApplicable), ("2021-12-31", .fail)])
  func `without a due day asks for presence in the year, once that is over`(
    _ asOf: String, _ expected: Status
  ) throws {
    let rule = RuleSketch("{kind: document, titles: ['工作计划'], year: current}")
    let rows = [Row("2020年工作计划", "2020-02-01")]
    #expect(try sketch(rows).status(rule, asOf: asOf) == expected)
  }
}
