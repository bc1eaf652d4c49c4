import Checks
import Findings
import Page
import Patterns
import Sites
import Testing
import Texts
import Web

private let naming = RuleSketch(
  "{kind: naming, titles: ['年度报告'], form: '{unit}{year}年政府信息公开工作年度报告'}")
private let column = RuleSketch("{kind: column, columns: [工作动态, 部门动态]}")

struct `Naming check` {
  @Test(arguments: [
    ("区财政局2020年政府信息公开工作年度报告", []), ("青岚区财政局2020年政府信息公开工作年度报告", []),
    ("2020年政府信息公开工作年度报告", ["缺单位名称"]), ("区财政局政府信息公开工作年度报告", ["缺年份", "缺“年政府信息公开工作年度报告”"]),
    ("区财政局2020年政府信息公开年度报告", ["缺“年政府信息公开工作年度报告”", "多出“年政府信息公开年度报告”"]),
    ("2020年区财政局政府信息公开工作年度报告", ["多出“2020年”", "年份位置不对", "缺“年政府信息公开工作年度报告”"]),
  ])
  func `tells what is missing and what is misplaced`(title: String, expected: [String]) throws {
    let form = try TitleForm("{unit}{year}年政府信息公开工作年度报告")
    let faults = form.faults(
      in: TitleText.normalize(title), names: [UnitSpellings(["区财政局", "青岚区财政局"])])
    #expect(faults.map(\.zh).prefix(expected.count) == expected.prefix(expected.count)[...])
    #expect(faults.isEmpty == expected.isEmpty)
  }

  @Test func `passes, fails or earns its share`() throws {
    let right = Row("区财政局2020年政府信息公开工作年度报告", "2021-01-20")
    let wrong = Row("2020年度报告", "2021-01-21")
    func finding(_ rows: [Row]) throws -> Finding {
      var sketch = SiteSketch()
      sketch.column("年报", of: "czj", rows: rows)
      return try sketch.judge(naming)
    }
    #expect(try finding([right]).status == .pass)
    #expect(try finding([wrong]).status == .fail)
    let mixed = try finding([right, wrong])
    #expect(mixed.status == .partial)
    #expect(mixed.share == 0.5)
    #expect(try finding([]).status == .notApplicable)
    #expect(try finding([Row("2020年度报告", "2021-01-21", outcome: .gone)]).status == .notApplicable)
  }

  @Test func `is undetermined when there may be titles that were not read`() throws {
    var sketch = SiteSketch()
    sketch.gap("/czj/x/")
    #expect(try sketch.status(naming) == .undetermined)
  }
}

struct `Column check` {
  @Test func `passes a column that holds something, by any of its names`() throws {
    var sketch = SiteSketch()
    sketch.column("部门动态", of: "czj", rows: [Row("一", "2021-01-01")])
    #expect(try sketch.status(column) == .pass)
    #expect(try sketch.status(column, "mzj") == .fail)
    sketch.column("区民政局工作动态", of: "mzj") { $0.text = "本月工作情况" }
    #expect(try sketch.status(column, "mzj") == .pass)
  }

  @Test func `fails a blank column, unless blank will do`() throws {
    var sketch = SiteSketch()
    sketch.column("工作动态", of: "czj", state: .blank)
    #expect(try sketch.status(column) == .fail)
    let lax = RuleSketch("{kind: column, columns: [工作动态], not-blank: false}")
    #expect(try sketch.status(lax) == .pass)
  }

  @Test(arguments: [ColumnState.unreadable, .unread, .partial])
  func `does not call blank what it could not read`(state: ColumnState) throws {
    var sketch = SiteSketch()
    sketch.column("工作动态", of: "czj", state: state)
    #expect(try sketch.status(column) == .undetermined)
  }

  @Test func `refuses a placeholder for content`() throws {
    var sketch = SiteSketch()
    sketch.column("工作动态", of: "czj") { $0.text = "栏目建设中……" }
    #expect(try sketch.status(column) == .fail)
  }
}

struct `Upkeep check` {
  private static let upkeep = RuleSketch("{kind: upkeep, stale-days: 90, stale-most: 0}")

  @Test func `looks past a page of columns at the columns`() throws {
    var sketch = SiteSketch()
    let fresh = sketch.column("工作动态", of: "czj", rows: [Row("一", "2021-12-20")])
    sketch.directory("信息公开", of: "czj", leadsTo: [fresh])
    #expect(try sketch.status(Self.upkeep) == .pass)
    let stale = sketch.column("通知公告", of: "czj", rows: [Row("二", "2021-02-20")])
    sketch.directory("政务公开", of: "czj", leadsTo: [fresh, stale])
    #expect(try sketch.status(Self.upkeep) == .fail)
  }

  @Test func `can't tell of rows without days that are no columns`() throws {
    var sketch = SiteSketch()
    sketch.column("工作动态", of: "czj", rows: [Row("一", "2021-12-20")])
    sketch.directory("信息公开", of: "czj", leadsTo: [SiteSketch.url("/czj/x.html")])
    #expect(try sketch.status(Self.upkeep) == .undetermined)
  }
}
