import Dates
import Findings
import Foundation
import FoundationXML
import MadeAudits
import Report
import Rules
import Score
import Support
import Testing
import Texts
import Web

/// Collects paragraphs, with the style of each, and the depth of tables.
private final class WordReader: NSObject, XMLParserDelegate {
  var paragraphs: [(style: String, text: String)] = []
  var rows = 0
  private var isText = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch name {
    case "w:p": paragraphs.append(("", ""))
    case "w:pStyle": paragraphs[paragraphs.count - 1].style = attributes["w:val"] ?? ""
    case "w:t": isText = true
    case "w:tr": rows += 1
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isText { paragraphs[paragraphs.count - 1].text += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "w:t" { isText = false }
  }
}

/// `docx/`: the report and the notices, taken apart.
struct `DOCX report` {
  private func read(_ file: ReportFile) throws -> WordReader {
    let zip = try #require(ZipReader(file.bytes))
    let reader = WordReader()
    let parser = XMLParser(data: Data(try #require(zip.entries["word/document.xml"])))
    parser.delegate = reader
    #expect(parser.parse(), "\(file.path) is not well-formed")
    return reader
  }

  private func text(_ file: ReportFile) throws -> String {
    try read(file).paragraphs.map(\.text).joined(separator: "\n")
  }

  @Test(arguments: Language.allCases)
  func `has a report and a notice for each unit`(language: Language) throws {
    let files = try DOCXReporter.render(SampleAudit.small, in: language)
    #expect(
      files.map(\.path) == [
        "docx/report.docx", "docx/notices/001-区财政局.docx", "docx/notices/002-区统计局.docx",
        "docx/notices/003-云门镇.docx",
      ])
    for file in files {
      let reader = try read(file)
      #expect(reader.paragraphs.count { $0.style == "Title" } == 1)
      #expect(reader.paragraphs.count { $0.style == "Date" } == 1)
    }
  }

  @Test func `lists each lost point in the notice and asks for a review of none else`() throws {
    let files = try DOCXReporter.render(SampleAudit.small, in: .chinese)
    let finance = try read(files[1])
    let lines = finance.paragraphs.map(\.text)
    #expect(lines.first == "政务公开问题整改通知书")
    #expect(lines.contains("区财政局："))
    let unit = SampleAudit.finance
    for scored in unit.findings {
      let clause = "\(scored.finding.rule.clause) \(scored.title.zh)"
      let isListed = scored.finding.status.isFault || scored.finding.status == .manual
      #expect(lines.contains(clause) == isListed, "\(clause)")
    }
    // Nothing is asked of a unit that could not be read but that it helps to decide.
    let town = try text(files[3])
    #expect(town.hasPrefix("政务公开审核结果通知书"))
    #expect(town.contains("没有发现失分的问题"))
    #expect(!town.contains("完成整改"))
  }

  @Test func `leaves office and deadline to be filled in where the plan names none`() throws {
    var audit = SampleAudit.small
    let open = try text(DOCXReporter.render(audit, in: .chinese)[1])
    #expect(open.contains("请于＿＿＿＿年＿＿月＿＿日前") && open.contains("（署名机关）"))
    audit.office = "青岚区人民政府办公室"
    audit.repairBy = SampleAudit.day("2022-01-31")
    let filled = try text(DOCXReporter.render(audit, in: .chinese)[1])
    #expect(filled.contains("请于2022年1月31日前") && filled.contains("\n青岚区人民政府办公室\n"))
    #expect(filled.contains("\n2022-01-31\n"))
    let english = try text(DOCXReporter.render(audit, in: .english)[1])
    #expect(english.contains("by 31 January 2022") && english.hasPrefix("Notice of faults"))
  }

  @Test func `is dated by the day in Beijing on which the audit ended`() throws {
    var audit = SampleAudit.small
    audit.finishedAt = SampleAudit.moment("2021-12-31T16:00:00Z")
    #expect(try text(DOCXReporter.render(audit, in: .chinese)[1]).hasSuffix("2022年1月1日"))
  }

  @Test func `carries hostile text as text, links to web addresses only and stays in its folder`()
    throws
  {
    var audit = SampleAudit.patterned(units: 2, rules: 40)
    let names = SampleAudit.hostile + ["../../etc/passwd", "", String(repeating: "长", count: 400)]
    audit.units = names.map { name in
      var unit = audit.units[0]
      unit.name = name
      unit.findings[0].finding.status = .fail
      unit.findings[0].finding.evidence = [
        Evidence(url: "javascript:alert(1)", title: name),
        Evidence(url: "http://x/\"><w:p>", title: name),
      ]
      return unit
    }
    let files = try DOCXReporter.render(audit, in: .chinese)
    #expect(Set(files.map(\.path)).count == files.count)
    for file in files {
      #expect(!file.path.contains("..") && file.path.utf8.count < 160, "\(file.path)")
      #expect(file.path.split(separator: "/").count <= 3)
      _ = try read(file)
      let zip = try #require(ZipReader(file.bytes))
      let links = String(
        decoding: try #require(zip.entries["word/_rels/document.xml.rels"]), as: UTF8.self)
      #expect(!links.contains("javascript"))
    }
    let script = try text(files[1])
    #expect(script.contains("<script>alert(1)</script>："))
  }

  @Test func `keeps its signature off a page of its own and numbers its sections`() throws {
    let files = try DOCXReporter.render(try LargeAudit.make(units: 3, rules: 30), in: .chinese)
    for file in files.dropFirst() {
      let paragraphs = try read(file).paragraphs
      let place = try #require(paragraphs.firstIndex { $0.style == "Signature" })
      #expect(paragraphs[place - 1].style == "BodyKept")
      let heads = paragraphs.filter { $0.style == "Heading1" }.map { String($0.text.prefix(2)) }
      #expect(heads == Array(["一、", "二、", "三、", "四、", "五、", "六、"].prefix(heads.count)))
    }
  }

  @Test func `is the same in another time zone`() throws {
    let files = try DOCXReporter.render(SampleAudit.small, in: .chinese)
    for file in files {
      // The zip's own times are the format's earliest day, in local form and in UTC.
      #expect(file.bytes[10..<14] == [0, 0, 0x21, 0])
    }
  }
}
