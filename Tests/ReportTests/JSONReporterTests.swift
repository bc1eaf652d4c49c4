import Dates
import Findings
import Foundation
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// `audit.json` against the contract, by an independent reader.
struct `JSON report` {
  private func render(_ audit: AuditResult, _ language: Language = .chinese) throws -> [UInt8] {
    try #require(try JSONReporter.render(audit, in: language).first).bytes
  }

  private func tree(_ audit: AuditResult, _ language: Language = .chinese) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(try render(audit, language)))
    return try #require(object as? [String: Any])
  }

  @Test func `has the keys of the contract`() throws {
    let root = try tree(SampleAudit.small)
    #expect(root["schema"] as? String == "mingcha.audit/1")
    let run = try #require(root["run"] as? [String: Any])
    let runKeys = ["id", "plan", "asOf", "period", "startedAt", "finishedAt", "tool", "packs"]
    for key in runKeys { #expect(run[key] != nil, "run.\(key)") }
    let site = try #require((root["sites"] as? [[String: Any]])?.first)
    let siteKeys = [
      "id", "status", "complete", "pages", "requests", "bytes", "outcomes", "problems", "stopped",
    ]
    for key in siteKeys { #expect(site[key] != nil, "site.\(key)") }
    let outcomes = try #require(site["outcomes"] as? [String: Int])
    #expect(
      outcomes.keys.sorted() == [
        "blocked", "disallowed", "error", "fetched", "notFound", "truncated", "unreachable",
      ])
    let unit = try #require((root["units"] as? [[String: Any]])?.first)
    let score = try #require(unit["score"] as? [String: Any])
    for key in ["earned", "possible", "percent", "verdict", "vetoes"] {
      #expect(score[key] != nil, "score.\(key)")
    }
    let finding = try #require((unit["findings"] as? [[String: Any]])?.first)
    let findingKeys = [
      "rule", "clause", "title", "status", "points", "message", "fix", "evidence",
    ]
    for key in findingKeys { #expect(finding[key] != nil, "finding.\(key)") }
    let evidence = try #require((finding["evidence"] as? [[String: Any]])?.first)
    for key in ["url", "title", "excerpt", "date", "fetchedAt", "record", "sha256"] {
      #expect(evidence[key] != nil, "evidence.\(key)")
    }
  }

  @Test func `puts the asked language first and the other beside it`() throws {
    for (language, other) in [(Language.chinese, Language.english), (.english, .chinese)] {
      let root = try tree(SampleAudit.small, language)
      let unit = try #require((root["units"] as? [[String: Any]])?.first)
      let finding = try #require((unit["findings"] as? [[String: Any]])?.first)
      #expect(finding["title"] as? String == SampleAudit.titles[0].text(language))
      let translations = try #require(finding["translations"] as? [String: [String: Any]])
      #expect(translations.keys.sorted() == [other.rawValue])
      #expect(
        translations[other.rawValue]?["title"] as? String == SampleAudit.titles[0].text(other))
    }
  }

  @Test func `prints decimals without float noise`() throws {
    var audit = SampleAudit.small
    audit.units[0].score.earned = 81.49999999999999
    audit.units[0].score.possible = 0.1 + 0.2
    audit.units[0].score.percent = 62.5
    let text = String(decoding: try render(audit), as: UTF8.self)
    #expect(text.contains("\"earned\": 81.5,"))
    #expect(text.contains("\"possible\": 0.3,"))
    #expect(text.contains("\"percent\": 62.5,"))
    #expect(text.contains("\"possible\": 5\n"))
  }

  @Test(arguments: Language.allCases)
  func `reads back equal`(language: Language) throws {
    for base in [SampleAudit.small, SampleAudit.later, SampleAudit.patterned(units: 7, rules: 20)] {
      var audit = base
      audit.language = language
      let read = try AuditFile.read(try render(audit, language))
      #expect(read.packs == audit.packs && read.sites == audit.sites)
      for (left, right) in zip(read.units, audit.units) {
        #expect(left.score == right.score)
        for (one, other) in zip(left.findings, right.findings) { #expect(one == other) }
      }
      #expect(read == audit)
    }
  }
}
