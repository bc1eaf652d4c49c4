import Dates
import Findings
import Foundation
import Report
import Rules
import Score
import Support
import Testing
import Texts
import Web

/// The golden report of the small sample, byte for byte, and that nothing else moves the bytes.
struct `Golden reports` {
  @Test(arguments: [
    ("json", "audit.json"), ("csv", "findings.csv"), ("junit", "junit.xml"),
    ("sarif", "audit.sarif"), ("markdown", "report.md"), ("prometheus", "metrics.prom"),
  ])
  func `are rendered byte for byte`(format: String, name: String) throws {
    let reporter = try #require(allReporters.first { $0.format == format })
    let files = try reporter.render(SampleAudit.small, in: .chinese)
    #expect(files.map(\.path) == [name])
    try GoldenFile.expect(try #require(files.first).bytes, equal: name)
  }

  @Test func `hold the terminal summary`() throws {
    let summary = TerminalSummary(language: .chinese, width: 80)
    let text = summary.text(SampleAudit.small, reportAt: "Reports/demo/index.html")
    try GoldenFile.expect(Array(text.utf8), equal: "summary.txt")
  }

  @Test(arguments: [
    (AuditDiff.Format.text, "diff.txt"), (.json, "diff.json"), (.markdown, "diff.md"),
  ])
  func `hold the difference of two audits`(format: AuditDiff.Format, name: String) throws {
    let diff = AuditDiff(from: SampleAudit.small, to: SampleAudit.later)
    try GoldenFile.expect(diff.render(format, in: .chinese), equal: name)
  }

  @Test(arguments: allReporters.map { $0.format }, Language.allCases)
  func `are the same each time`(format: String, language: Language) throws {
    let reporter = try #require(allReporters.first { $0.format == format })
    let audit = SampleAudit.patterned(units: 5, rules: 14)
    let first = try reporter.render(audit, in: language)
    let second = try reporter.render(audit, in: language)
    #expect(first.map(\.path) == second.map(\.path))
    for (left, right) in zip(first, second) { #expect(left.bytes == right.bytes) }
  }

  @Test func `are the same from an audit file read again`() throws {
    let audit = SampleAudit.patterned(units: 4, rules: 12)
    let file = try #require(try JSONReporter.render(audit, in: .english).first)
    let again = try AuditFile.read(file.bytes)
    for reporter in allReporters where reporter.format != "xlsx" {
      for language in Language.allCases {
        let direct = try reporter.render(audit, in: language)
        let read = try reporter.render(again, in: language)
        #expect(direct.map(\.path) == read.map(\.path))
        for (left, right) in zip(direct, read) { #expect(left.bytes == right.bytes) }
      }
    }
  }
}

/// The registry of formats.
struct `Report formats` {
  @Test func `have distinct names and a summary in both languages`() {
    let names = allReporters.map { $0.format }
    #expect(
      names == ["json", "html", "xlsx", "docx", "csv", "junit", "sarif", "markdown", "prometheus"])
    for reporter in allReporters {
      #expect(!reporter.summary.zh.isEmpty && !reporter.summary.en.isEmpty)
    }
  }

  @Test func `are all those that have a file`() throws {
    let root = Fixtures.root + "/Sources/Report"
    let files = try FileManager.default.subpathsOfDirectory(atPath: root)
      .filter { $0.hasSuffix("Reporter.swift") && !$0.hasPrefix("Contract/") }
      .map { String($0.split(separator: "/").last?.dropLast(6) ?? "") }
    #expect(files.sorted() == allReporters.map { "\($0)" }.sorted())
  }

  @Test(arguments: Language.allCases)
  func `render an audit of nothing`(language: Language) throws {
    var audit = SampleAudit.small
    audit.units = []
    audit.sites = []
    audit.packs = []
    for reporter in allReporters {
      #expect(try !reporter.render(audit, in: language).isEmpty)
    }
    let text = TerminalSummary(language: language).text(audit, reportAt: nil)
    #expect(text.hasSuffix("\n"))
  }
}
