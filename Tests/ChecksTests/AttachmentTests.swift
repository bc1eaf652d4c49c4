import Checks
import Findings
import Page
import Sites
import Testing
import Texts
import Web

/// What stands in documents counts as what stands on pages; what can't be read there is a gap.
struct AttachmentTests {
  private static let functions = RuleSketch(
    "{kind: elements, partial: false, parts: [{id: 职能, name: {zh: 职能, en: functions}, "
      + "columns: [机构职能], titles: ['re:主要职责'], shape: text, text: [负责, 贯彻], min-length: 20}]}")
  private static let duty = "本局贯彻执行国家财政方针政策，负责全区财政收支管理，拟订财政发展规划并组织实施。"

  private static func file(
    _ path: String, _ text: String, unreadable: AttachmentFacts.Unreadable? = nil
  ) -> AttachmentRecord {
    var facts = AttachmentFacts(.pdf, unreadable: unreadable)
    facts.text = text
    facts.textLength = text.unicodeScalars.count
    let isRead = unreadable == nil
    return AttachmentRecord(
      url: SiteSketch.url(path), finalURL: SiteSketch.url(path),
      outcome: isRead ? .ok : Outcome(code: "attachment.unreadable", family: .error), facts: facts,
      capture: nil, via: nil, detail: nil)
  }

  /// A column of one page that says nothing but its attachments.
  private static func sketch(_ files: AttachmentRecord..., text: String = "详见附件") -> SiteSketch {
    var sketch = SiteSketch()
    sketch.column("机构职能", of: "czj") {
      $0.text = text
      $0.attachments = [
        Link(url: SiteSketch.url("/a.pdf"), text: "三定方案.pdf", role: .attachment)
      ]
    }
    sketch.attachments = files
    return sketch
  }

  @Test func `a part in a document is met, and the evidence names the file`() throws {
    let finding = try Self.sketch(Self.file("/a.pdf", Self.duty)).judge(Self.functions)
    #expect(finding.status == .pass)
    #expect(finding.evidence.first?.url == SiteSketch.url("/a.pdf").string)
    #expect(finding.evidence.first?.title == "三定方案.pdf")
    #expect(finding.evidence.first?.excerpt == Self.duty)
  }

  // Each page by itself: its documents are part of it.
  @Test(arguments: [("分管政务公开工作", Status.pass), ("分管业务工作", .fail)])
  func `what each page must show may stand in its document`(text: String, expected: Status) throws {
    let rule = RuleSketch(
      "{kind: elements, each: true, columns: [机构职能], parts: "
        + "[{name: {zh: 分工, en: charge}, text: [政务公开]}]}")
    let long = text + "，" + String(repeating: "其他分工照旧。", count: 10)
    #expect(try Self.sketch(Self.file("/a.pdf", long)).status(rule) == expected)
    #expect(try Self.sketch().status(rule) == .undetermined)
  }

  @Test func `a document that was read and says other things leaves a fact`() throws {
    let finding = try Self.sketch(Self.file("/a.pdf", "今年雨水很多。")).judge(Self.functions)
    #expect(finding.status == .fail)
    #expect(finding.evidence.contains { $0.url == SiteSketch.url("/a.pdf").string })
  }

  @Test(arguments: ["", "本局简介：本局成立于一九八三年，办公楼位于府前路，历任局长十二名。各科室团结协作，连年获得先进单位称号，职工队伍稳定，面貌焕然一新。"])
  func `a document that was not fetched, or can't be read, is a gap`(text: String) throws {
    let missing = try Self.sketch(text: text).judge(Self.functions)
    #expect(missing.status == .undetermined)
    #expect(missing.coverage.gaps.contains { $0.outcome == "attachment.notFetched" })
    let scan = try Self.sketch(Self.file("/a.pdf", "", unreadable: .scanned), text: text)
      .judge(Self.functions)
    #expect(scan.status == .undetermined)
    #expect(scan.coverage.gaps.contains { $0.outcome == "attachment.scanned" })
    #expect(scan.message.zh.contains("扫描"))
  }

  @Test func `a document that was read in part may pass and never fails`() throws {
    var part = Self.file("/a.pdf", "今年雨水很多。")
    part.facts?.isCut = true
    #expect(try Self.sketch(part).status(Self.functions) == .undetermined)
    part.facts?.text = Self.duty
    part.facts?.textLength = Self.duty.count
    #expect(try Self.sketch(part).status(Self.functions) == .pass)
  }

  @Test func `labels of a document's table are fields`() throws {
    let rule = RuleSketch(
      "{kind: elements, parts: [{id: 电话, name: {zh: 电话, en: telephone}, columns: [机构职能], "
        + "fields: [联系电话], shape: telephone}]}")
    var file = Self.file("/a.pdf", "见表")
    file.facts?.tables = [AttachmentTable(rows: [["联系电话：", "0632-8811000"], ["邮编", "277200"]])]
    #expect(try Self.sketch(file).status(rule) == .pass)
  }

  @Test func `asks for the documents of fitting pages that say little, and of fitting rows`() throws
  {
    let wishes = AttachmentWishes([try RuleBook(try Self.functions.pack())])
    func facts(_ title: String, column: String, text: Int) -> PageFacts {
      var facts = PageFacts()
      facts.title = title
      facts.column = column
      facts.textLength = text
      facts.attachments = [Link(url: SiteSketch.url("/a.pdf"), text: "a", role: .attachment)]
      return facts
    }
    #expect(wishes.addresses(facts("财政局主要职责", column: "其他", text: 10)).count == 1)
    #expect(wishes.addresses(facts("简介", column: "机构职能", text: 10)).count == 1)
    #expect(wishes.addresses(facts("财政局主要职责", column: "其他", text: 5000)).isEmpty)
    #expect(wishes.addresses(facts("植树节活动", column: "工作动态", text: 10)).isEmpty)
    var list = PageFacts()
    list.entries = [
      Entry(title: "区财政局主要职责", url: SiteSketch.url("/b.DOCX"), date: nil),
      Entry(title: "区财政局主要职责", url: SiteSketch.url("/b.html"), date: nil),
      Entry(title: "植树", url: SiteSketch.url("/c.pdf"), date: nil),
    ]
    #expect(wishes.addresses(list) == [SiteSketch.url("/b.DOCX")])
  }

  @Test func `a publication's labels may stand in its document`() throws {
    let rule = RuleSketch(
      "{kind: publication, columns: [机构职能], fields: [负责, 贯彻], fields-least: 2, dated: any}")
    func sketch(_ files: AttachmentRecord...) -> SiteSketch {
      var sketch = SiteSketch()
      sketch.column(
        "机构职能", of: "czj",
        rows: [
          Row("三定方案", "2021-03-01") {
            $0.attachments = [
              Link(url: SiteSketch.url("/a.pdf"), text: "三定方案.pdf", role: .attachment)
            ]
          }
        ])
      sketch.attachments = files
      return sketch
    }
    #expect(try sketch(Self.file("/a.pdf", Self.duty)).status(rule) == .pass)
    #expect(try sketch(Self.file("/a.pdf", "今年雨水很多。")).status(rule) == .fail)
    #expect(try sketch().status(rule) == .undetermined)
  }
}
