import Checks
import Findings
import Page
import Sites
import Testing
import Texts
import Web

private let anywhere = RuleSketch("{kind: document, titles: ['年度报告'], columns: [年报], year: any}")
private let inColumns = RuleSketch("{kind: column, columns: [年报]}")
private var wide: RuleSketch {
  var rule = anywhere
  rule.scope = "any"
  rule.units = "[区财政局]"
  return rule
}

/// Which unread thing makes absence uncertain: the rules of relevance, each with its reverse.
struct `Coverage` {
  @Test func `makes absence a fact when all was read`() throws {
    var sketch = SiteSketch()
    sketch.column("通知", of: "czj", rows: [Row("别的", "2021-01-01")])
    #expect(try sketch.status(anywhere) == .fail)
    #expect(try sketch.status(inColumns) == .fail)
    #expect(try sketch.status(wide) == .fail)
  }

  @Test(arguments: [
    ("政府信息公开", Outcome.blocked, Status.undetermined), ("部门信息公开", .budget, .undetermined),
    ("财政要闻", .blocked, .fail), ("政府信息公开", .gone, .fail),
  ])
  func `an unread section may hide anything, an unread column its own rows`(
    name: String, outcome: Outcome, expected: Status
  ) throws {
    var sketch = SiteSketch()
    sketch.column("通知", of: "czj", rows: [Row("别的", "2021-01-01")])
    let url = sketch.column(
      name, of: nil, state: outcome.family == .notFound ? .missing : .unread)
    sketch.gap(url.path, outcome, [name])
    #expect(try sketch.status(anywhere) == expected)
    #expect(try sketch.status(inColumns) == expected)
  }

  // A.7: a list that lies on the province's service site alone can't be fetched: indeterminate.
  @Test func `leaves open what the unit's pages link on a host outside the plan`() throws {
    var sketch = SiteSketch()
    sketch.column("通知", of: "czj", rows: [Row("别的", "2021-01-01")])
    sketch.departure("年 报", of: "czj", to: "http://www.province.gov.cn/list")
    let finding = try sketch.judge(anywhere)
    #expect(finding.status == .undetermined)
    #expect(finding.coverage.gaps.map(\.outcome) == ["host.outside"])
    #expect(try sketch.status(inColumns) == .undetermined)
  }

  @Test func `does not care for links to other hosts with other words, or of other units`() throws {
    var sketch = SiteSketch()
    sketch.unit("mzj", "区民政局")
    sketch.column("通知", of: "czj", rows: [Row("别的", "2021-01-01")])
    sketch.departure("中国政府网", of: "czj", to: "http://www.gov.cn/")
    sketch.departure("年报", of: "mzj", to: "http://www.province.gov.cn/list")
    #expect(try sketch.status(anywhere) == .fail)
  }

  @Test
  func `leaves open a sought column that only a script opens, where none of its name is known`()
    throws
  {
    var sketch = SiteSketch()
    sketch.column("通知", of: "czj", rows: [Row("别的", "2021-01-01")])
    sketch.departure("年 报", of: "czj", to: "http://www.example.gov.cn/czj/", kind: .blind)
    let finding = try sketch.judge(anywhere)
    #expect(finding.status == .undetermined)
    #expect(finding.coverage.gaps.map(\.outcome) == ["link.script"])
    sketch.column("年报", of: "czj", rows: [Row("别的", "2021-01-01")])
    #expect(try sketch.status(anywhere) == .fail)
  }

  @Test func `leaves open what a unit holds whose entrance the portal names and can't be followed`()
    throws
  {
    var sketch = SiteSketch()
    sketch.unit("water", "区自来水公司", kind: "enterprise", isScoped: false)
    let rule = RuleSketch(anywhere.check, scope: "any", units: "[区自来水公司]")
    sketch.departure("区自来水公司", of: "water", to: "http://water.example.com/", kind: .entrance)
    let finding = try sketch.judge(rule, "water")
    #expect(finding.status == .undetermined)
    #expect(finding.coverage.gaps.map(\.url) == ["http://water.example.com/"])
  }

  // 1. No readable start page; the unit's own tree not reached.
  @Test(arguments: [Outcome.blocked, Outcome(code: "dns.notFound", family: .unreachable)])
  func `knows nothing of a site whose start page was not read`(outcome: Outcome) throws {
    let sketch = SiteSketch(home: outcome)
    for rule in [anywhere, inColumns, wide] {
      let finding = try sketch.judge(rule)
      #expect(finding.status == .undetermined)
      #expect(finding.coverage.gaps.contains { $0.outcome == outcome.code })
    }
  }

  // A gather that was killed tells nothing of what it had not asked for.
  @Test func `knows nothing of a site of which no account was stored`() throws {
    var sketch = SiteSketch()
    sketch.column("通知", of: "czj", rows: [Row("别的", "2021-01-01")])
    sketch.stopped = SiteRecords.unaccounted
    for rule in [anywhere, inColumns, wide] {
      let finding = try sketch.judge(rule)
      #expect(finding.status == .undetermined)
      #expect(finding.coverage.gaps.map(\.outcome) == ["interrupted.unaccounted"])
    }
  }

  @Test func `knows nothing of a unit whose tree was not reached`() throws {
    var sketch = SiteSketch()
    sketch.unit("tjj", "区统计局", isScoped: false)
    let finding = try sketch.judge(anywhere, "tjj")
    #expect(finding.status == .undetermined)
    #expect(finding.coverage.gaps.map(\.outcome) == ["tree.notReached"])
  }

  // A.21: an enterprise has no tree; where any publication will do, the portal speaks for it.
  @Test func `does not ask for the tree of a unit that has none`() throws {
    var sketch = SiteSketch()
    sketch.unit("water", "区自来水公司", kind: "enterprise", isScoped: false)
    let rule = RuleSketch(anywhere.check, scope: "any", units: "[区自来水公司]")
    #expect(try sketch.status(rule, "water") == .fail)
  }

  // 2. Inside the unit's scope.
  @Test(arguments: [Outcome.blocked, .budget, Outcome(code: "timeout.total", family: .unreachable)])
  func `minds an unread address in the unit's scope`(outcome: Outcome) throws {
    var sketch = SiteSketch()
    sketch.gap("/czj/x/", outcome, ["随便什么"])
    for rule in [anywhere, inColumns, wide] { #expect(try sketch.status(rule) == .undetermined) }
    #expect(try sketch.status(anywhere, "mzj") == .fail)
  }

  @Test func `minds an unread row only by its title`() throws {
    var sketch = SiteSketch()
    sketch.gap("/czj/1.html", .blocked, ["开展春季植树活动"], isEntry: true)
    #expect(try sketch.status(anywhere) == .fail)
    sketch.gap("/czj/2.html", .blocked, ["青岚区财政局关于公布二〇二〇…"], isEntry: true)
    #expect(try sketch.status(anywhere) == .undetermined)
    #expect(try sketch.status(inColumns) == .fail)
  }

  @Test func `has an undated unread row that fits left open`() throws {
    var sketch = SiteSketch()
    sketch.gap("/czj/1.html", .blocked, ["年度报告"], isEntry: true)
    #expect(try sketch.status(anywhere) == .undetermined)
  }

  // 3. Columns.
  @Test(arguments: [
    (ColumnState.unreadable, "column.script"), (.unread, "column.unread"),
    (.partial, "column.partial"),
  ])
  func `minds a matching column that was not read whole`(state: ColumnState, code: String) throws {
    var sketch = SiteSketch()
    sketch.column("年报", of: "czj", state: state)
    for rule in [anywhere, inColumns] {
      let finding = try sketch.judge(rule)
      #expect(finding.status == .undetermined)
      #expect(finding.coverage.gaps.map(\.outcome) == [code])
    }
  }

  @Test func `minds another column of the unit only when titles count anywhere`() throws {
    var sketch = SiteSketch()
    sketch.column(
      "工作动态", of: "czj", state: .partial, rows: [Row("动态", "2021-01-01")], unread: [.budget])
    #expect(try sketch.status(anywhere) == .undetermined)
    #expect(try sketch.status(inColumns) == .fail)
    #expect(try sketch.status(anywhere, "mzj") == .fail)
  }

  /// What a list leaves open that was left where it got too old (decision 0007).
  static let left: [(rule: String, isFact: Bool)] = [
    ("{kind: freshness, columns: [年报], cadence: monthly}", true),
    ("{kind: freshness, titles: [年度报告], cadence: monthly, period-of: title}", true),
    ("{kind: document, titles: [年度报告], columns: [年报], year: current}", true),
    ("{kind: document, titles: [年度报告], columns: [年报], year: any}", false),
    ("{kind: document, titles: [年度报告], columns: [年报], year: previous}", false),
    (
      "{kind: document, titles: [年度报告], columns: [年报], year: current, marks-revised: ['{year}年修订']}",
      false
    ),
    ("{kind: column, columns: [年报], not-blank: true}", true),
  ]

  @Test(arguments: left)
  func `does not mind what is older than the question, and minds it for all others`(
    rule: String, isFact: Bool
  ) throws {
    var sketch = SiteSketch()
    sketch.column(
      "年报", of: "czj", state: .partial, rows: [Row("动态", "2019-05-01")], unread: [.beforePeriod])
    let sketched = RuleSketch(rule)
    let finding = try sketch.judge(sketched)
    guard !rule.contains("kind: column") else {
      #expect(finding.status == .pass)
      return
    }
    #expect(finding.status == (isFact ? .fail : .undetermined))
    #expect(finding.coverage.gaps.map(\.outcome) == (isFact ? [] : ["list.beforePeriod"]))
  }

  @Test func `minds what else is missing of a list that was left`() throws {
    var sketch = SiteSketch()
    sketch.column(
      "年报", of: "czj", state: .partial, rows: [Row("动态", "2019-05-01")],
      unread: [.beforePeriod, .budget])
    let news = RuleSketch("{kind: freshness, columns: [年报], cadence: monthly}")
    let finding = try sketch.judge(news)
    #expect(finding.status == .undetermined)
    #expect(finding.coverage.gaps.map(\.outcome) == ["budget.pages"])
  }

  @Test func `minds a page of a left list that a script fills`() throws {
    var sketch = SiteSketch()
    sketch.column(
      "年报", of: "czj", state: .partial, rows: [Row("动态", "2019-05-01")], unread: [.beforePeriod]
    ) { $0.listState = .unreadable }
    let news = RuleSketch("{kind: freshness, columns: [年报], cadence: monthly}")
    let finding = try sketch.judge(news)
    #expect(finding.status == .undetermined)
    #expect(finding.coverage.gaps.map(\.outcome) == ["column.partial"])
  }

  @Test func `takes a dead column for absent`() throws {
    var sketch = SiteSketch()
    sketch.column("年报", of: "czj", state: .missing)
    let finding = try sketch.judge(inColumns)
    #expect(finding.status == .fail)
    #expect(finding.evidence.first?.nearMiss?.zh.contains("链接打不开") == true)
  }

  // 4. Outside every unit's scope.
  @Test(arguments: [
    (["年报"], true), (["查看年度报告"], true), (["区财政局"], true), (["更多"], true), ([], true),
    (["图片新闻"], false), (["区民政局"], false), (["清州市财政局"], false),
  ])
  func `minds an unread portal page by what its links say`(texts: [String], minds: Bool) throws {
    var sketch = SiteSketch()
    sketch.gap("/other/", .blocked, texts)
    #expect(try sketch.status(anywhere) == (minds ? .undetermined : .fail))
    // Where the portal counts too, any unread page of it could hold the thing.
    #expect(try sketch.status(wide) == .undetermined)
  }

  @Test func `does not mind unread rows of the portal for a unit's own document`() throws {
    var sketch = SiteSketch()
    sketch.gap("/other/1.html", .blocked, ["图片新闻一则"], isEntry: true)
    #expect(try sketch.status(anywhere) == .fail)
  }

  @Test func `lists at most twenty gaps and says how many there are`() throws {
    var sketch = SiteSketch()
    for number in 0..<30 { sketch.gap("/czj/x\(number)/", .budget) }
    let finding = try sketch.judge(anywhere)
    #expect(finding.coverage.gaps.count == 20)
    #expect(finding.message.zh.contains("另有30处"))
  }

  // A wrong fail costs a person their bonus: less reading never makes a fail of what was none.
  @Test func `never turns into a fail when something more is unread`() throws {
    var base = SiteSketch()
    base.column("年报", of: "czj", rows: [Row("2020年度报告", "2021-01-05")])
    base.column("工作动态", of: "mzj", rows: [Row("动态", "2021-01-05")])
    let holes: [(inout SiteSketch) -> Void] = [
      { $0.gap("/czj/y/", .blocked) }, { $0.gap("/z/", .budget, ["更多"]) },
      { $0.gap("/mzj/1.html", .blocked, ["年度…"], isEntry: true) },
      { $0.column("年报", of: "mzj", state: .unread) },
      { $0.column("年报", of: nil, state: .partial, unread: [.budget]) },
      { $0.gap("/p/", .blocked, ["区民政局年度报告"]) },
    ]
    for rule in [anywhere, inColumns, wide] {
      for mask in 0..<(1 << holes.count) {
        var sketch = base
        for (bit, hole) in holes.enumerated() where mask & (1 << bit) != 0 { hole(&sketch) }
        for unit in ["czj", "mzj"] {
          let before = try base.status(rule, unit)
          let after = try sketch.status(rule, unit)
          #expect(after != .fail || before == .fail, "\(rule.check) \(unit) \(mask)")
        }
      }
    }
  }

  // A row's title and day are evidence of what was published. That its link is dead is known only
  // once it was asked for: until then nobody may hold it against the unit, nor need doubt the list.
  @Test(arguments: [
    ("{kind: document, titles: ['年度报告'], due: 03-31}"),
    ("{kind: publication, columns: [年报], titles: ['年度报告']}"),
    ("{kind: freshness, columns: [年报], titles: ['年度报告'], cadence: yearly}"),
  ])
  func `holds a dead link against a unit only when it was asked for`(check: String) throws {
    func status(_ outcome: Outcome?) throws -> Status {
      var sketch = SiteSketch()
      sketch.column(
        "年报", of: "czj", rows: [Row("区财政局2021年年度报告", "2021-03-10", outcome: outcome)])
      return try sketch.status(RuleSketch(check), asOf: "2022-02-10", to: "2021-12-31")
    }
    #expect(try status(.gone) == .fail)
    #expect(try status(nil) == .pass)
    #expect(try status(.budget) == .pass)
    #expect(try status(.blocked) == .pass)
  }

  // A page that broke off before its text is no page without a text.
  @Test func `never holds a page that was cut against a unit`() throws {
    var sketch = SiteSketch()
    sketch.column(
      "年报", of: "czj",
      rows: [
        Row(
          "区财政局2021年年度报告", "2021-03-10",
          outcome: Outcome(code: "truncated.disconnect", family: .truncated)
        ) {
          $0.text = ""
          $0.isTruncated = true
        }
      ])
    let rule = RuleSketch("{kind: publication, columns: [年报], titles: ['年度报告']}")
    #expect(try sketch.status(rule, asOf: "2022-02-10", to: "2021-12-31") == .undetermined)
  }

  // Labels and values are a content; what stands about every page, and a menu's head, are none.
  @Test(arguments: [
    ("发布人", "区财政局局长", Status.pass), ("浏览次数", "12", .fail), ("发布机构", "区财政局", .fail),
    ("青岚区财政局", "工作动态", .fail),
  ])
  func `takes labelled values for a content`(label: String, value: String, expected: Status) throws
  {
    var sketch = SiteSketch()
    sketch.column(
      "发布会", of: "czj",
      rows: [
        Row("新闻发布会", "2021-03-10") {
          $0.text = ""
          $0.fields = [Field(label: label, value: value)]
        }
      ])
    let rule = RuleSketch("{kind: publication, columns: [发布会], titles: ['发布会']}")
    #expect(try sketch.status(rule) == expected)
  }
}
