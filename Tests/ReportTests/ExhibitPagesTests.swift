import Dates
import Findings
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// The pages beside a report that show what was archived.
struct `Archived pages beside a report` {
  private static let record = "urn:uuid:6f1ed002-ab5d-4c3b-9f1e-0123456789ab"
  private static let name = "6f1ed002-ab5d-4c3b-9f1e-0123456789ab"

  private func exhibit(_ content: ExhibitContent, marks: [Int?]) -> Exhibit {
    Exhibit(
      record: Self.record, url: "http://www.example.gov.cn/a.html?x=1&y=\"2\"",
      fetchedAt: SampleAudit.moment("2021-12-31T01:02:03Z"),
      sha256: String(repeating: "ab", count: 32), status: 200, mediaType: "text/html", size: 1234,
      content: content, marks: marks)
  }

  private let markup = Array("<p>区财政局 <mark id=\"x1\">年度报告</mark></p>".utf8)

  @Test(arguments: Language.allCases)
  func `show the page in a frame without rights, beside live link and facts`(
    language: Language
  ) throws {
    let pages = ExhibitPages(SampleAudit.small, in: language)
    let cited = try #require(pages.citations[Self.record])
    #expect(cited.count > 3)
    #expect(cited.allSatisfy { $0.words.contains("年度报告") })
    let files = pages.files(
      exhibit(.page(markup, isCut: false), marks: cited.map { _ in 1 }))
    #expect(
      files.map(\.path) == ["evidence/\(Self.name).html", "evidence/pages/\(Self.name).html"])
    let outer = MarkupCheck(try #require(files.first).bytes)
    #expect(outer.faults.isEmpty, "\(outer.faults)")
    let frame = try #require(outer.elements.first { $0.name == "iframe" })
    #expect(frame.attributes["sandbox"] == "")
    #expect(frame.attributes["src"] == "pages/\(Self.name).html#x1")
    #expect(frame.attributes["title"]?.isEmpty == false)
    let links = outer.elements.filter { $0.name == "a" }
    #expect(
      links.contains {
        $0.attributes["href"]?.hasPrefix("http://www.example.gov.cn/a.html") == true
      })
    #expect(links.count { $0.attributes["target"] == "exhibit" } == cited.count)
    #expect(outer.text.contains(String(repeating: "ab", count: 32)))
    #expect(outer.text.contains(Self.record))
    #expect(outer.text.contains("2021-12-31 09:02"))
  }

  @Test func `let nothing run or load in the archived page`() throws {
    let pages = ExhibitPages(SampleAudit.small, in: .chinese)
    let inner = try #require(
      pages.files(exhibit(.page(markup, isCut: true), marks: [1])).last)
    let check = MarkupCheck(inner.bytes)
    #expect(check.faults.isEmpty, "\(check.faults)")
    let policy =
      check.elements.first { $0.attributes["http-equiv"] != nil }?
      .attributes["content"] ?? ""
    #expect(policy.contains("default-src &#39;none&#39;"))
    #expect(!policy.contains("script-src"))
    #expect(!check.elements.contains { ["script", "a", "img", "iframe"].contains($0.name) })
  }

  @Test func `say that the words were not found, and that a document is not shown`() throws {
    let pages = ExhibitPages(SampleAudit.small, in: .chinese)
    let lost = try #require(
      pages.files(exhibit(.page(markup, isCut: false), marks: [nil, nil])).first)
    #expect(MarkupCheck(lost.bytes).text.contains("未能标出"))
    let files = pages.files(exhibit(.other, marks: [nil]))
    #expect(files.count == 1)
    let check = MarkupCheck(try #require(files.first).bytes)
    #expect(check.faults.isEmpty)
    #expect(check.text.contains("不是网页"))
    #expect(!check.elements.contains { $0.name == "iframe" })
  }

  @Test(arguments: ["../../etc/passwd", "urn:uuid:../x", "a/b", ".hidden"])
  func `keep their folder, whatever a record is called`(record: String) throws {
    var audit = SampleAudit.small
    audit.units[0].findings[0].finding.evidence[0].record = record
    let pages = ExhibitPages(audit, in: .chinese)
    var shown = exhibit(.page(markup, isCut: false), marks: [1])
    shown.record = record
    for file in pages.files(shown) {
      let parts = file.path.split(separator: "/")
      #expect(parts.first == "evidence" && parts.count <= 3)
      #expect(!parts.contains("..") && parts.last?.hasPrefix(".") == false)
    }
  }

  @Test func `are linked from the evidence only where they are`() throws {
    func page(_ exhibits: Exhibits?) throws -> MarkupCheck {
      MarkupCheck(
        try #require(
          try HTMLReporter.render(SampleAudit.small, with: exhibits, in: .chinese)
            .first { $0.path == "units/czj.html" }
        ).bytes)
    }
    func links(_ check: MarkupCheck) -> Int {
      check.elements.count { $0.attributes["href"] == "../evidence/\(Self.name).html" }
    }
    var exhibits = Exhibits()
    let without = try page(exhibits)
    #expect(links(without) == 0)
    #expect(!without.text.contains("没有存档在手"))
    exhibits.insert(Self.record)
    #expect(links(try page(exhibits)) > 3)
    let bare = try page(nil)
    #expect(links(bare) == 0)
    #expect(bare.text.contains("没有存档在手"))
  }
}
