import Checks
import Dates
import Findings
import Page
import Sites
import Testing
import Texts
import Web

// A.4: within three working days of the file.
private let rule = RuleSketch(
  "{kind: interpretation, policy-columns: [政策文件], policy-except: ['任免', '会议'], columns: [政策解读], "
    + "titles: ['解读', '一图读懂'], days: 3, calendar: working, start: later}")

private func policy(
  _ title: String, _ date: String?, written: String? = nil, number: String? = "青财〔2021〕3号",
  outcome: Outcome = .ok, fill: @escaping (inout PageFacts) -> Void = { _ in }
) -> Row {
  Row(title, date, outcome: outcome) {
    $0.documentNumber = number
    $0.writtenOn = written.flatMap { CivilDate($0) }
    fill(&$0)
  }
}

private func sketch(_ policies: [Row], _ explanations: [Row]) -> SiteSketch {
  var sketch = SiteSketch()
  sketch.column("政策文件", of: "czj", rows: policies)
  sketch.column("政策解读", of: "czj", rows: explanations)
  return sketch
}

private let title = "区财政局关于印发《青岚区惠农补贴资金管理办法》的通知"

struct `Interpretation check` {
  @Test(arguments: [
    // 2021-03-08 is a Monday.
    ("2021-03-08", "2021-03-11", Status.pass), ("2021-03-08", "2021-03-12", .fail),
    ("2021-03-08", "2021-03-08", .pass),
    // Over a week-end: Thursday + 3 = Tuesday.
    ("2021-03-11", "2021-03-16", .pass), ("2021-03-11", "2021-03-17", .fail),
    // Day 3 against day 4 across the Spring Festival (11 to 17 February; 20 February is made up).
    ("2021-02-09", "2021-02-19", .pass), ("2021-02-09", "2021-02-20", .fail),
    // 1 May 2021: off 1 to 5, worked on 25 April and 8 May.
    ("2021-04-29", "2021-05-07", .pass), ("2021-04-29", "2021-05-08", .fail),
    // National Day: off 1 to 7, worked on 26 September and 9 October.
    ("2021-09-29", "2021-10-09", .pass), ("2021-09-29", "2021-10-11", .fail),
  ])
  func `counts working days, the day itself not`(out: String, explained: String, expected: Status)
    throws
  {
    let finding = try sketch([policy(title, out)], [Row("《青岚区惠农补贴资金管理办法》政策解读", explained)]).judge(
      rule)
    #expect(finding.status == expected, "\(finding.message.zh)")
  }

  @Test(arguments: [
    ("http://jd.province.gov.cn/1.html", Status.undetermined), ("", .fail),
  ])
  func `an explanation that the policy's page links out of the plan was not looked at`(
    address: String, expected: Status
  ) throws {
    let finding = try sketch(
      [
        policy(title, "2021-03-08") { facts in
          guard let url = WebURL(address) else { return }
          facts.relatedDocuments = [.init(relation: .interpretedBy, title: "政策解读", url: url)]
        }
      ], []
    ).judge(rule)
    #expect(finding.status == expected, "\(finding.message.zh)")
  }

  @Test func `an explanation as a file, or behind a script, has to be looked at`() throws {
    let url = try #require(WebURL("http://www.example.gov.cn/jd.pdf"))
    let attached = try sketch(
      [
        policy(title, "2021-03-08") {
          $0.attachments = [Link(url: url, text: "政策解读.pdf", role: .attachment)]
        }
      ], []
    ).judge(rule)
    #expect(attached.status == .undetermined)
    let blind = try sketch([policy(title, "2021-03-08") { $0.blindLinks = ["政策解读"] }], []).judge(
      rule)
    #expect(blind.status == .undetermined)
    let awaited = try sketch([policy(title, "2021-03-08") { $0.awaitsRelated = true }], []).judge(
      rule)
    #expect(awaited.status == .undetermined)
  }

  @Test func `a link that only a script may show is not missing`() throws {
    let linked = RuleSketch(
      "{kind: interpretation, policy-columns: [政策文件], columns: [政策解读], titles: ['解读'], days: 3, "
        + "links: one}")
    let explanation = "《青岚区惠农补贴资金管理办法》政策解读"
    func status(_ awaits: Bool) throws -> Status {
      try sketch(
        [policy(title, "2021-03-08") { $0.awaitsRelated = awaits }],
        [Row(explanation, "2021-03-09")]
      ).status(linked)
    }
    #expect(try status(false) == .fail)
    #expect(try status(true) == .undetermined)
  }

  @Test func `says by how many working days an explanation is late`() throws {
    let finding = try sketch(
      [policy(title, "2021-02-09")], [Row("《青岚区惠农补贴资金管理办法》政策解读", "2021-02-22")]
    ).judge(rule)
    #expect(finding.message.zh.contains("应于2021-02-19前解读，实际2021-02-22发布，逾期2个工作日"))
    #expect(finding.timeline.map(\.state) == [.late])
  }

  @Test(arguments: [
    "《青岚区惠农补贴资金管理办法》解读", "一图读懂《青岚区惠农补贴资金管理办法》", "关于《青岚区惠农补贴资金管理办法》的解读",
    "青岚区惠农补贴资金管理办法政策解读", "图解：青岚区惠农补贴资金管理办法（解读）",
    "关于印发《青岚区惠农补贴资金管理办法》的通知政策解读",
  ])
  func `pairs by name`(explanation: String) throws {
    #expect(
      try sketch([policy(title, "2021-03-08")], [Row(explanation, "2021-03-09")]).status(rule)
        == .pass)
  }

  @Test func `pairs by link, either way, and by document number`() throws {
    let related = RelatedDocument(
      relation: .interpretedBy, title: "", url: SiteSketch.url("/czj/c2/0.html"))
    let forth = policy(title, "2021-03-08") { $0.relatedDocuments = [related] }
    #expect(try sketch([forth], [Row("政策解读", "2021-03-09")]).status(rule) == .pass)
    let back = RelatedDocument(
      relation: .interprets, title: "", url: SiteSketch.url("/czj/c1/0.html"))
    let linking = Row("政策解读", "2021-03-09") { $0.relatedDocuments = [back] }
    #expect(try sketch([policy(title, "2021-03-08")], [linking]).status(rule) == .pass)
    let citing = Row("政策解读", "2021-03-09") { $0.text = "现对青财[2021]3号文件解读如下" }
    #expect(try sketch([policy(title, "2021-03-08")], [citing]).status(rule) == .pass)
  }

  @Test func `fails a policy without explanation and names it`() throws {
    let finding = try sketch([policy(title, "2021-03-08")], [Row("《别的办法和规定》解读", "2021-03-09")])
      .judge(rule)
    #expect(finding.status == .fail)
    #expect(finding.message.zh.contains("未找到解读"))
    #expect(finding.fix?.zh.contains("惠农补贴") == true)
  }

  @Test func `does not count a dead explanation`() throws {
    let dead = Row("《青岚区惠农补贴资金管理办法》解读", "2021-03-09", outcome: .gone)
    #expect(try sketch([policy(title, "2021-03-08")], [dead]).status(rule) == .fail)
  }

  // The limit runs from the later of the day on the document and the day online.
  @Test func `runs from the later day`() throws {
    let late = policy(title, "2021-03-18", written: "2021-03-01")
    #expect(try sketch([late], [Row("《青岚区惠农补贴资金管理办法》解读", "2021-03-22")]).status(rule) == .pass)
    #expect(try sketch([late], [Row("《青岚区惠农补贴资金管理办法》解读", "2021-03-03")]).status(rule) == .pass)
  }

  // Distractor: dated before its policy. A person has to look, unless it is plainly an older one's.
  @Test(arguments: [("2021-03-05", Status.undetermined), ("2020-03-05", .fail)])
  func `does not take an explanation that came before its policy`(date: String, expected: Status)
    throws
  {
    let row = Row("《青岚区惠农补贴资金管理办法》解读", date)
    #expect(try sketch([policy(title, "2021-03-08")], [row]).status(rule) == expected)
  }

  @Test func `is not applicable without a policy, and while the limit runs`() throws {
    let unnumbered = policy(title, "2021-03-08", number: nil)
    let personnel = policy("关于任免干部的通知", "2021-03-08")
    #expect(try sketch([unnumbered, personnel], []).status(rule) == .notApplicable)
    #expect(try sketch([policy(title, "2020-03-08")], []).status(rule) == .notApplicable)
    #expect(try sketch([policy(title, "2021-12-30")], []).status(rule) == .notApplicable)
  }

  @Test func `does not judge what it could not read`() throws {
    #expect(
      try sketch([policy(title, "2021-03-08", outcome: .blocked)], []).status(rule) == .undetermined
    )
    #expect(try sketch([policy(title, nil)], []).status(rule) == .undetermined)
    let undated = Row("《青岚区惠农补贴资金管理办法》解读")
    #expect(try sketch([policy(title, "2021-03-08")], [undated]).status(rule) == .undetermined)
    var holed = sketch([policy(title, "2021-03-08")], [])
    holed.column("政策解读", of: "czj", state: .partial, unread: [.budget])
    #expect(try holed.status(rule) == .undetermined)
    var dark = SiteSketch()
    dark.column("政策文件", of: "czj", state: .unreadable)
    #expect(try dark.status(rule) == .undetermined)
  }

  @Test func `takes the portal's explanation of a unit's policy`() throws {
    var sketch = sketch([policy(title, "2021-03-08")], [])
    sketch.column("政策解读", of: nil, rows: [Row("《青岚区惠农补贴资金管理办法》解读", "2021-03-10")])
    #expect(try sketch.status(rule) == .pass)
  }

  @Test func `can count calendar days`() throws {
    let calendar = RuleSketch(rule.check.replacing("calendar: working", with: "calendar: calendar"))
    let over = sketch([policy(title, "2021-03-11")], [Row("《青岚区惠农补贴资金管理办法》解读", "2021-03-15")])
    #expect(try over.status(calendar) == .fail)
    #expect(try over.status(rule) == .pass)
  }
}
