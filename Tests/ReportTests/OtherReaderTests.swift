import Foundation
import MadeAudits
import Report
import Score
import Support
import Testing
import Texts

/// Every format that other programs read, read by such a program.
@Suite(.enabled(if: OtherReader.areThere))
struct `Reports in other readers` {
  /// A sound audit, and one with strings that mean something to some format.
  private func audits() throws -> [AuditResult] {
    [
      try LargeAudit.make(units: 12, rules: 40), SampleAudit.patterned(units: 12, rules: 60),
      SampleAudit.full,
    ]
  }

  private static let formats: [(String, any Reporter.Type, String)] = [
    ("csv", CSVReporter.self, "findings.csv"), ("junit", JUnitReporter.self, "junit.xml"),
    ("sarif", SARIFReporter.self, "audit.sarif"), ("markdown", MarkdownReporter.self, "report.md"),
  ]

  @Test(arguments: ["csv", "junit", "sarif", "markdown"], Language.allCases)
  func `are sound`(name: String, language: Language) throws {
    let format = try #require(Self.formats.first { $0.0 == name })
    for audit in try audits() {
      let folder = try TemporaryFolder()
      let reporters: [any Reporter.Type] = [JSONReporter.self, format.1]
      try OtherReader.write(audit, reporters, language, below: folder.path)
      let read = try OtherReader.read(
        name, "\(folder.path)/\(format.2)", "\(folder.path)/audit.json")
      #expect(read.status == 0, "\(audit.id): \(read.output)")
    }
  }

  @Test func `are told from broken ones`() throws {
    let folder = try TemporaryFolder()
    let all: [any Reporter.Type] = [JSONReporter.self] + Self.formats.map(\.1)
    try OtherReader.write(SampleAudit.small, all, .chinese, below: folder.path)
    let breaks = [
      ("findings.csv", "区财政局", "=1+1"), ("junit.xml", "tests=", "texts="),
      ("audit.sarif", "\"ruleId\"", "\"rule-id\""), ("report.md", "| --- |", "| ---"),
    ]
    for (format, change) in zip(Self.formats, breaks) {
      let path = "\(folder.path)/\(change.0)"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let broken = text.replacingOccurrences(of: change.1, with: change.2)
      try #require(broken != text)
      try broken.write(toFile: path, atomically: true, encoding: .utf8)
      let read = try OtherReader.read(format.0, path, "\(folder.path)/audit.json")
      #expect(read.status != 0, "\(change.0) passed")
    }
  }
}

/// Workbook and documents in LibreOffice.
@Suite(.enabled(if: OtherReader.areThere && OtherReader.hasOffice))
struct `Reports in LibreOffice` {
  @Test(arguments: Language.allCases)
  func `reckon to the values that the workbook stores`(language: Language) throws {
    let folder = try TemporaryFolder()
    let audit = try LargeAudit.make(units: 24, rules: 60)
    let reporters: [any Reporter.Type] = [JSONReporter.self, XLSXReporter.self]
    try OtherReader.write(audit, reporters, language, below: folder.path)
    let bare = try OtherReader.read(
      "strip", "\(folder.path)/report.xlsx", "\(folder.path)/bare.xlsx")
    #expect(bare.status == 0, "\(bare.output)")
    let out = folder.path + "/reckoned"
    let office = try OtherReader.office(["\(folder.path)/bare.xlsx"], to: "xlsx", out: out)
    #expect(office.status == 0, "\(office.output)")
    let read = try OtherReader.read(
      "xlsx", "\(folder.path)/report.xlsx", "\(out)/bare.xlsx", "\(folder.path)/audit.json")
    #expect(read.status == 0, "\(read.output)")
    #expect(read.output.contains("formulas reckoned anew"))
  }

  @Test func `open as documents whose text is ours`() throws {
    let folder = try TemporaryFolder()
    let audit = try LargeAudit.make(units: 4, rules: 30)
    let paths = try OtherReader.write(audit, [DOCXReporter.self], .chinese, below: folder.path)
    let notice = try #require(paths.first { $0.contains("/001-") })
    let out = folder.path + "/pdf"
    let office = try OtherReader.office([paths[0], notice], to: "pdf", out: out)
    #expect(office.status == 0, "\(office.output)")
    func text(_ path: String) throws -> String {
      let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
      let pages = try OtherReader.run(
        "/usr/bin/env", ["pdftotext", "-layout", "\(out)/\(name).pdf", "-"])
      #expect(pages.status == 0, "\(pages.output)")
      return pages.output.filter { !$0.isWhitespace }
    }
    let report = try text(paths[0])
    for word in [
      "青岚区2021年度政务公开审核评估报告", "一、评估概况", "二、评估方法", "三、总体结果", "四、共性问题",
      "五、未能判定的事项", "六、工作建议", "青岚区人民政府办公室", "2021年12月31日", "附件：各单位结果", "—1—",
    ] {
      #expect(report.contains(word), "\(word) is not in the report")
    }
    for unit in audit.units { #expect(report.contains(unit.name)) }
    let letter = try text(notice)
    for word in [
      "政务公开问题整改通知书", audit.units[0].name + "：", "一、审核结果", "二、需要整改的问题", "请于2022年1月31日前完成整改",
      "复核申请", "青岚区人民政府办公室", "—1—", "—2—",
    ] {
      #expect(letter.contains(word), "\(word) is not in the notice")
    }
  }
}
