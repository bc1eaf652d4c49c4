import Dates
import Findings
import Foundation
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// Reading foreign audit files: clear errors, and nothing that traps.
struct `Audit file` {
  private static let sample = String(
    decoding: (try? JSONReporter.render(SampleAudit.small, in: .chinese).first?.bytes) ?? [],
    as: UTF8.self)

  private func error(of text: String) -> AuditFileError? {
    do {
      _ = try AuditFile.read(Array(text.utf8))
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    ("\"mingcha.audit/1\"", "\"mingcha.audit/2\"", "schema"),
    ("\"asOf\": \"2021-12-31\"", "\"asOf\": \"2021-02-30\"", "run.asOf"),
    ("\"from\": \"2021-01-01\"", "\"from\": \"2022-01-01\"", "run.period.to"),
    ("\"tool\": \"mingcha 0.1.0\"", "\"tool\": 1", "run.tool"),
    ("\"pages\": 1234", "\"pages\": -1", "sites[0].pages"),
    ("\"pages\": 1234", "\"pages\": 1e400", "sites[0].pages"),
    ("\"complete\": true", "\"complete\": 1", "sites[0].complete"),
    ("\"fetched\": 1234", "\"got\": 1234", "sites[0].outcomes.fetched"),
    ("\"percent\": 62.5", "\"percent\": 1e300", "units[0].score.percent"),
    ("\"verdict\": \"fail\"", "\"verdict\": \"failed\"", "units[1].score.verdict"),
    ("\"status\": \"partial\"", "\"status\": \"half\"", "units[0].findings[2].status"),
    ("\"rule\": \"qinglan-2021/A.4\"", "\"rule\": \"A.4\"", "units[0].findings[3].rule"),
    ("\"due\": \"2021-02-20\"", "\"due\": \"soon\"", "units[0].findings[1].timeline[0].due"),
  ])
  func `names the place of what is wrong`(old: String, new: String, path: String) throws {
    let range = try #require(Self.sample.range(of: old))
    let changed = Self.sample.replacingCharacters(in: range, with: new)
    let error = try #require(self.error(of: changed))
    #expect(error.path == path)
    #expect(!error.message(.chinese).isEmpty && error.message(.english).hasPrefix(path))
  }

  @Test(arguments: [
    "", " ", "{", "[", "\"", "{\"schema\"}", "{\"schema\":}", "{\"a\":01}", "{\"a\":1.}",
    "{\"a\":-}",
    "nul", "{}x", "{\"a\":\"\u{1}\"}", "[1,]", "{,}", "{\"schema\":\"\\q\"}",
    "{\"schema\":\"\\ud800\"}", "{\"schema\":\"\\u12\"}", "null", "[]", "12",
  ])
  func `refuses what is no audit`(text: String) {
    #expect(error(of: text) != nil)
  }

  @Test(arguments: Language.allCases)
  func `keeps office and deadline`(language: Language) throws {
    let file = try #require(try JSONReporter.render(SampleAudit.full, in: language).first)
    let audit = try AuditFile.read(file.bytes)
    #expect(audit.office == "青岚区人民政府办公室")
    #expect(audit.repairBy == SampleAudit.day("2022-01-31"))
  }

  @Test func `refuses deep nesting`() {
    let deep = String(repeating: "[", count: 1_000_000)
    #expect(error(of: deep)?.reason.en == "nested deeper than 64")
  }

  @Test func `refuses bytes that are not UTF-8`() throws {
    var bytes = Array(Self.sample.utf8)
    let place = try #require(Self.sample.utf8.firstRange(of: "mingcha 0.1.0".utf8))
    bytes[Self.sample.utf8.distance(from: Self.sample.utf8.startIndex, to: place.lowerBound)] = 0xFF
    #expect(throws: AuditFileError.self) { try AuditFile.read(bytes) }
  }

  @Test func `never traps on a file that was cut or has a wrong byte`() throws {
    var audit = SampleAudit.small
    audit.units = [SampleAudit.statistics]
    let bytes = try #require(try JSONReporter.render(audit, in: .chinese).first).bytes
    for length in stride(from: 0, to: bytes.count - 2, by: 211) {
      #expect(throws: AuditFileError.self) { try AuditFile.read(Array(bytes[..<length])) }
    }
    for place in stride(from: 0, to: bytes.count, by: 173) {
      for wrong in [0x00, 0x22, 0x5C, 0x7B, 0x5D, 0xFF] as [UInt8] {
        var changed = bytes
        changed[place] = wrong
        _ = try? AuditFile.read(changed)
      }
    }
  }

  @Test func `reads escapes, a byte order mark and keys that it does not know`() throws {
    let text =
      "\u{FEFF}"
      + Self.sample.replacingOccurrences(
        of: "\"tool\": \"mingcha 0.1.0\"",
        with:
          "\"later\": {\"a\": [1, null, true]}, \"tool\": \"\\u660e\\u5bdf \\ud83d\\ude00\\n\\/\"")
    #expect(try AuditFile.read(Array(text.utf8)).tool == "明察 😀\n/")
  }

  @Test func `reads a file with the contract's keys alone`() throws {
    let text = """
      {"schema":"mingcha.audit/1","run":{"id":"1","plan":"p","asOf":"2021-12-31",
      "period":{"from":"2021-01-01","to":"2021-12-31"},"startedAt":"2021-12-31T00:00:00Z",
      "finishedAt":"2021-12-31T00:00:01Z","tool":"mingcha 0.1.0",
      "packs":[{"id":"x-1","sha256":"00"}]},"sites":[],
      "units":[{"id":"a","name":"甲","kind":"town","score":{"earned":0,"possible":5,"percent":0,
      "verdict":"fail","vetoes":["x-1/A"]},"findings":[{"rule":"x-1/A","clause":"A","title":"t",
      "status":"fail","points":{"earned":0,"possible":5},"message":"m","fix":null,"evidence":[]}]}]}
      """
    let audit = try AuditFile.read(Array(text.utf8))
    #expect(audit.units.first?.findings.first?.title == Bilingual(zh: "t", en: "t"))
    for reporter in allReporters { #expect(try !reporter.render(audit, in: .english).isEmpty) }
  }
}
