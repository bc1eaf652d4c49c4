import Dates
import Findings
import Foundation
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// `audit.sarif` against the rules of SARIF 2.1.0 that readers insist on.
struct `SARIF report` {
  private func run(_ language: Language = .chinese) throws -> [String: Any] {
    let audit = SampleAudit.patterned(units: 12, rules: 25)
    let file = try #require(try SARIFReporter.render(audit, in: language).first)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
    #expect(root["version"] as? String == "2.1.0")
    return try #require((root["runs"] as? [[String: Any]])?.first)
  }

  @Test(arguments: Language.allCases)
  func `names a known rule and a sound kind in every result`(language: Language) throws {
    let run = try run(language)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(!results.isEmpty)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      let kind = try #require(result["kind"] as? String)
      let level = try #require(result["level"] as? String)
      #expect(["fail", "open", "review"].contains(kind))
      // §3.27.10: a level other than none belongs to kind fail only.
      #expect((kind == "fail") == (level != "none"))
      let message = try #require(result["message"] as? [String: Any])
      #expect(!(message["text"] as? String ?? "").isEmpty)
    }
  }

  @Test func `has one fingerprint a unit and rule`() throws {
    let results = try #require(try run()["results"] as? [[String: Any]])
    let prints = results.compactMap {
      ($0["partialFingerprints"] as? [String: String])?["mingchaUnitRule/v1"]
    }
    #expect(prints.count == results.count)
    #expect(Set(prints).count == prints.count)
  }

  @Test func `keeps a fingerprint when words, addresses, points and the run change`() throws {
    func prints(_ audit: AuditResult, _ language: Language) throws -> [String] {
      let file = try #require(try SARIFReporter.render(audit, in: language).first)
      let root = try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any]
      let run = try #require((root?["runs"] as? [[String: Any]])?.first)
      return try #require(run["results"] as? [[String: Any]]).compactMap {
        ($0["partialFingerprints"] as? [String: String])?["mingchaUnitRule/v1"]
      }
    }
    var later = SampleAudit.small
    later.id = "20220131-later"
    later.startedAt = SampleAudit.moment("2022-01-31T01:00:00Z")
    for unit in later.units.indices {
      later.units[unit].name += "（新）"
      later.units[unit].findings.reverse()
      for place in later.units[unit].findings.indices {
        later.units[unit].findings[place].title = SampleAudit.both("x")
        later.units[unit].findings[place].points.earned = 0
        later.units[unit].findings[place].finding.message = SampleAudit.both("y")
        later.units[unit].findings[place].finding.evidence = []
      }
    }
    let before = try prints(SampleAudit.small, .chinese)
    #expect(!before.isEmpty && Set(before).count == before.count)
    #expect(try prints(later, .english).sorted() == before.sorted())
  }

  @Test func `has addresses that are URI references`() throws {
    let results = try #require(try run()["results"] as? [[String: Any]])
    for location in results.flatMap({ $0["locations"] as? [[String: Any]] ?? [] }) {
      let place = location["physicalLocation"] as? [String: Any]
      let artifact = place?["artifactLocation"] as? [String: Any]
      guard let uri = artifact?["uri"] as? String else { continue }
      #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }
  }
}
