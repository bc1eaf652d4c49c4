import Checks
import Findings
import Page
import Sites
import Testing
import Texts
import Web

private func part(
  _ id: String, _ shape: String, columns: String, fields: String = "[]", more: String = ""
) -> String {
  "{id: \(id), name: {zh: \(id), en: \(id)}, columns: \(columns), fields: \(fields), shape: \(shape)\(more)}"
}

private func rule(_ parts: String..., partial: Bool = false) -> RuleSketch {
  RuleSketch("{kind: elements, partial: \(partial), parts: [\(parts.joined(separator: ", "))]}")
}

// 1.1-c: address, hours (two clock times) and a telephone of valid shape.
private let contact = rule(
  part("地址", "address", columns: "[联系方式]", fields: "[办公地址, 地址]"),
  part("时间", "hours", columns: "[联系方式]", fields: "[办公时间]"),
  part("电话", "telephone", columns: "[联系方式]", fields: "[联系电话, 电话]"))
// 1.1-b and 1.1-d.
private let functions = rule(part("职能", "text", columns: "[机构职能]", more: ", text: [负责, 贯彻]"))
private let sections = rule(part("机构", "sections", columns: "[内设机构]"))
private let leaders = rule(part("领导", "leaders", columns: "[领导分工]"))

private func status(
  _ rule: RuleSketch, _ column: String, _ fill: @escaping (inout PageFacts) -> Void
) throws -> Status {
  var sketch = SiteSketch()
  sketch.column(column, of: "czj", body: fill)
  return try sketch.status(rule)
}

struct `Elements check` {
  @Test(arguments: [
    ("办公地址：青岚区府前路18号\n办公时间：上午8:30—12:00，下午14:00—17:30\n联系电话：0999-5550101", Status.pass),
    ("地址:府前路18号财政大厦\n工作日上午八点半至十二点、下午两点至五点半\n电话:（0999）5550101", .pass),
    ("办公地址\n青岚区府前路18号\n办公时间\n9时—17时（法定节假日除外）\n联系电话\n5550101", .pass),
    ("办公地址：青岚区府前路18号\n办公时间：8:30-17:30\n联系电话：13900000000转", .pass),
    ("办公地址：青岚区府前路18号\n办公时间：8:30-17:30\n联系电话：12345", .pass),
    ("办公地址：府前路18号\n办公时间：8:30-17:30\n联系电话：0999-5550101", .pass),
    ("【办公地址】青岚区府前路18号\n【办公时间】8:30-17:30\n【联系电话】0999-5550101", .pass),
    ("办公地址 青岚区府前路18号\n办公时间 8:30-17:30\n联系电话（传真）：0999-5550101", .pass),
    // Missing or placeholder: 暂无, ××, 0000, 待定.
    ("办公地址：青岚区府前路18号\n办公时间：8:30-17:30\n联系电话：暂无", .fail),
    ("办公地址：青岚区府前路18号\n办公时间：8:30-17:30\n联系电话：0999-×××××××", .fail),
    ("办公地址：青岚区府前路18号\n办公时间：8:30-17:30\n联系电话：0000-0000000", .fail),
    ("办公地址：待定\n办公时间：8:30-17:30\n联系电话：0999-5550101", .fail),
    ("办公地址：青岚区府前路18号\n办公时间：工作日\n联系电话：0999-5550101", .fail),
    ("办公地址：青岚区府前路18号\n办公时间：00:00-00:00\n联系电话：0999-5550101", .fail),
    ("办公地址：青岚区府前路18号\n联系电话：0999-5550101", .fail),
  ])
  func `wants address, hours and telephone`(text: String, expected: Status) throws {
    #expect(try status(contact, "联系方式") { $0.text = text } == expected, "\(text)")
  }

  @Test(arguments: [
    "张建国，男，汉族，1970年5月生，现任区财政局局长。\n主持局全面工作。", "局长张建国主持全面工作，李明协助",
  ])
  func `leaders in a form that is not taken apart are for a person`(text: String) throws {
    let seen = try status(leaders, "领导分工") {
      $0.text = text
      $0.textLength = text.count
    }
    #expect(seen == .undetermined || seen == .pass)
  }

  @Test func `takes the empty frame of an application's list for no page`() throws {
    let rule = RuleSketch(
      "{kind: elements, each: true, absence: not-applicable, columns: [政府信息公开目录], "
        + "titles: ['re:信息公开目录'], parts: [{name: {zh: 主体, en: body}, text: [公开主体]}]}")
    let outcome = try status(rule, "政府信息公开目录") {
      $0.title = "山亭区财政局政府信息公开目录"
      $0.listState = .elsewhere
      $0.text = ""
      $0.textLength = 0
    }
    #expect(outcome == .notApplicable)
  }

  // 3.6-c of longcheng-2019: an interface that was read to its end leaves nothing behind the frame.
  @Test(arguments: [
    (ColumnState.blank, [Outcome](), Status.fail), (.partial, [.blocked], .undetermined),
  ])
  func `looks behind a list's frame where its interface was read`(
    state: ColumnState, unread: [Outcome], expected: Status
  ) throws {
    var sketch = SiteSketch()
    sketch.listFrame("机构职能", of: "czj", state: state, unread: unread, isAnswered: true)
    #expect(try sketch.status(functions) == expected)
    var unasked = SiteSketch()
    unasked.listFrame("机构职能", of: "czj", state: state, unread: unread, isAnswered: false)
    #expect(try unasked.status(functions) == .undetermined)
  }

  @Test func `reads values from a table's fields`() throws {
    let outcome = try status(contact, "联系方式") {
      $0.fields = [
        Field(label: "办公地址", value: "青岚区府前路18号"),
        Field(label: "办公时间", value: "8:30-12:00 14:00-17:30"),
        Field(label: "联系电话", value: "0999-5550101"),
      ]
    }
    #expect(outcome == .pass)
  }

  @Test func `lists what is missing and where it stood as a placeholder`() throws {
    var sketch = SiteSketch()
    sketch.column("联系方式", of: "czj") { $0.text = "办公地址：青岚区府前路18号\n电话：××××" }
    let finding = try sketch.judge(contact)
    #expect(finding.message.zh.contains("缺2项：时间、电话"))
    #expect(finding.evidence.contains { $0.nearMiss?.zh.contains("占位内容") == true })
  }

  @Test func `earns its share where the rule is partial`() throws {
    var rule = contact
    rule.check = rule.check.replacing("partial: false", with: "partial: true")
    var sketch = SiteSketch()
    sketch.column("联系方式", of: "czj") { $0.text = "办公地址：青岚区府前路18号\n电话：0999-5550101" }
    let finding = try sketch.judge(rule)
    #expect(finding.status == .partial)
    #expect(abs(finding.share - 2.0 / 3) < 1e-9)
  }

  // 1.1-c: values inside a picture alone are undetermined.
  @Test func `can't read pictures, attachments and scripts`() throws {
    #expect(try status(contact, "联系方式") { $0.bodyImages = 1 } == .undetermined)
    let file = Link(url: SiteSketch.url("/a.pdf"), text: "附件", role: .attachment)
    #expect(try status(functions, "机构职能") { $0.attachments = [file] } == .undetermined)
    #expect(try status(contact, "联系方式") { $0.listState = .unreadable } == .undetermined)
  }

  @Test(arguments: [
    ("贯彻执行国家财政方针政策，负责全区财政收支管理，拟订财政发展规划并组织实施。", Status.pass), ("暂无", .fail), ("负责财政", .fail),
    ("今天天气很好，我们在春天里种下了许多棵小树苗，大家都非常高兴。", .fail),
  ])
  func `wants duties in words`(text: String, expected: Status) throws {
    #expect(try status(functions, "机构职能") { $0.text = text } == expected)
  }

  @Test func `finds the part on an article of the column and by the page's own column`() throws {
    let text = "贯彻执行国家财政方针政策，负责全区财政收支管理工作。"
    var sketch = SiteSketch()
    sketch.column("机构职能", of: "czj", rows: [Row("主要职责", "2020-01-01") { $0.text = text }])
    #expect(try sketch.status(functions) == .pass)
    sketch = SiteSketch()
    sketch.page("/czj/jgzn.html", of: "czj") {
      $0.column = "机构职能"
      $0.text = text
    }
    #expect(try sketch.status(functions) == .pass)
    #expect(try sketch.status(functions, "mzj") == .fail)
  }

  @Test func `does not take another unit's page`() throws {
    var sketch = SiteSketch()
    sketch.column("联系方式", of: "mzj") {
      $0.text = "办公地址：府前路18号财政局\n办公时间：8:30-17:30\n联系电话：0999-5550101"
    }
    #expect(try sketch.status(contact) == .fail)
    #expect(try sketch.status(contact, "mzj") == .pass)
  }

  // Distractor: the page exists behind a challenge.
  @Test func `is undetermined when the page behind a fitting row was not read`() throws {
    var sketch = SiteSketch()
    sketch.column("机构职能", of: "czj", rows: [Row("主要职责", "2020-01-01", outcome: .blocked)])
    #expect(try sketch.status(functions) == .undetermined)
  }

  @Test(arguments: [
    ("张明 局长 主持全面工作\n李华 副局长 分管预算科、国库科\n王强 副局长 负责行政事业单位国有资产", Status.pass),
    ("张明，党组书记、局长：主持全面工作。\n李华，副局长：分管预算。\n王强，党组成员", .pass),
    ("姓名：张明\n职务：局长\n分工：主持全面工作\n姓名：李华\n职务：副局长\n分工：分管预算科", .pass),
    ("党组书记、局长：张明\n主持全面工作\n党组成员、副局长：李华\n协助局长分管预算工作", .pass),
    ("张明\n党组书记、局长\n主持局全面工作。\n李华\n副局长\n分管国库科。", .pass),
    // Names without duties; duties of fewer than half.
    ("张明 局长\n李华 副局长\n王强 副局长", .fail),
    ("张明 局长 主持全面工作\n李华 副局长\n王强 副局长\n赵兰 党组成员", .fail),
    ("暂无信息", .fail),
    // The name of an office before 班子成员 is no leader's, so that a list's row is none.
    ("领导班子\n1\n区发改局班子成员及分管工作\n2019-07-11", .fail),
    ("区发改局领导班子成员及分管工作", .fail),
  ])
  func `wants leaders with their work`(text: String, expected: Status) throws {
    #expect(try status(leaders, "领导分工") { $0.text = text } == expected, "\(text)")
  }

  @Test func `adds up leaders with a page each`() throws {
    var sketch = SiteSketch()
    let rows = [("张明", "局长，主持全面工作"), ("李华", "副局长，分管预算"), ("王强", "副局长")].map { name, text in
      Row(name, "2021-01-01") { $0.text = "\(name)，\(text)" }
    }
    sketch.column("领导分工", of: "czj", rows: rows)
    #expect(try sketch.status(leaders) == .pass)
  }

  @Test(arguments: [
    ("办公室：负责机关文电、会务、机要、档案等工作。\n预算科：负责编制全区年度预算草案。", Status.pass),
    ("（一）办公室。负责机关日常运转和后勤保障。\n（二）国库科。承担国库资金收付管理。", .pass),
    ("1.办公室\n负责文电、会务、机要、档案等机关日常运转工作。\n2.人事科\n承担机关和所属单位干部人事工作。", .pass),
    ("党政办：负责机关文电、会务、机要、档案等工作。\n社会事务办：负责民政、社会保障等具体工作。", .pass),
    ("我局内设3个科室，分别是：办公室，负责机关文电会务工作；预算科，负责编制年度预算草案；国库科，办理资金拨付。", .pass),
    ("主办：青岚区人民政府办公室及各有关单位\n承办：青岚区大数据服务中心等单位", .fail),
    ("我局内设3个科室：办公室、预算科、国库科；均在区政府大楼办公，工作时间对外接待。", .fail),
    ("办公室\n预算科\n国库科", .fail), ("本局内设办公室、预算科、国库科。", .fail), ("暂无", .fail),
  ])
  func `wants sections with their tasks`(text: String, expected: Status) throws {
    #expect(try status(sections, "内设机构") { $0.text = text } == expected, "\(text)")
  }

  @Test(arguments: [
    ("办公室", "办公室", Status.pass), ("办公室", "办公室职责", .pass), ("办公室", "科室详情", .pass),
    ("召开会议", "召开会议", .fail),
  ])
  func `adds up sections with a page each`(row: String, title: String, expected: Status) throws {
    var sketch = SiteSketch()
    let rows = ["", "预算", "国库"].map { name in
      Row(name + row, "2021-01-01") {
        $0.title = title == "科室详情" ? title : name + title
        $0.text = "承担有关管理工作，办理领导交办的事项，拟订制度并组织实施，负责机关文电会务工作。"
        $0.textLength = 38
      }
    }
    sketch.column("内设机构", of: "czj", rows: rows)
    #expect(try sketch.status(sections) == expected)
  }
}
