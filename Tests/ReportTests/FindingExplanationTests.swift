import Dates
import Findings
import Foundation
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// What `mingcha explain` says of one finding.
struct `Finding explained` {
  private func text(
    _ clause: String, _ language: Language = .chinese, style: TerminalStyle = .plain,
    in audit: AuditResult = SampleAudit.full,
    change: (inout ScoredFinding) -> Void = { _ in }
  ) throws -> String {
    let unit = try #require(audit.units.first)
    var scored = try #require(unit.findings.first { $0.finding.rule.clause == clause })
    change(&scored)
    return FindingExplanation(scored, of: unit, in: audit, language: language, style: style).text
  }

  @Test(arguments: [(Language.chinese, "explain.txt"), (.english, "explain-en.txt")])
  func `is told in full`(language: Language, name: String) throws {
    try GoldenFile.expect(Array(try text("A.2", language).utf8), equal: name)
  }

  @Test func `names the evidence with address and capture, and why a near miss does not count`()
    throws
  {
    let text = try text("A.2")
    #expect(text.contains("http://www.example.gov.cn/zwgk/bm/czj/ndbg/202101/t20210128_1.html"))
    #expect(text.contains("urn:uuid:6f1ed002-ab5d-4c3b-9f1e-0123456789ab"))
    #expect(text.contains("年份不对：是 2019 年的报告"))
    #expect(text.contains("mingcha archive show"))
  }

  @Test func `names each gap under its reason, with what to do`() throws {
    let text = try text("A.8")
    let place = try #require(text.range(of: "安全证书已过期 (tls.expired)"))
    let rest = text[place.upperBound...]
    #expect(rest.hasPrefix("\n    → 请更换证书。\n    http://www.example.gov.cn/x/\n"))
    #expect(text.contains("(blocked.challenge)"))
    #expect(!text.contains("可能刊登该内容的网页都已读到"))
  }

  @Test func `says that all was read only where it was`() throws {
    #expect(try text("A.2").contains("可能刊登该内容的网页都已读到"))
    #expect(try text("A.7").contains("没有查看网页"))
  }

  @Test(arguments: [
    ("A.1", "计分：分值 5 分，得 5 分\n"),
    ("A.2", "计分：分值 5 分；3 处 × 每处扣 0.5 分，最多扣 2 分：扣 1.5 分，得 3.5 分\n"),
    ("A.3", "计分：分值 5 分 × 达成 50.0% = 得 2.5 分\n"), ("A.4", "计分：加分项，得 2 分\n"),
    ("A.5", "计分：不计分\n"), ("A.6", "计分：不计分\n"), ("A.7", "计分：不计分\n"),
    ("A.8", "计分：分值 4 分，未能判定：不计入应得分，也不扣分\n"),
    ("B.1", "计分：与 qinglan-2021/A.2 同一事项，在那里计分\n"),
  ])
  func `reckons the points`(clause: String, line: String) throws {
    #expect(try text(clause).contains(line))
  }

  @Test func `sums the dimension and the unit`() throws {
    let text = try text("A.2")
    #expect(text.contains("所属维度：统计信息 · 得 3.5 / 5 分\n"))
    #expect(text.contains("全单位：实得 12.5 分 ÷ 应得 20 分 = 62.5% · 合格\n"))
  }

  @Test(arguments: Status.allCases, Language.allCases)
  func `is told for every status`(status: Status, language: Language) throws {
    let text = try text("A.2", language) { $0.finding.status = status }
    #expect(text.contains(StatusWord(status).text(language)))
    #expect(text.hasSuffix("\n") && !text.contains("\n\n"))
  }

  @Test func `carries no control signs of foreign text`() throws {
    let bad = "a\u{1B}[31m\nb\u{202E}c\u{7}"
    var audit = SampleAudit.full
    audit.units[0].name = bad
    audit.packs[0].title = SampleAudit.both(bad)
    audit.sites[0].problems[0].advice = SampleAudit.both(bad)
    let clean = try text("A.8", in: SampleAudit.full)
    let text = try text("A.8", in: audit) { scored in
      scored.title = SampleAudit.both(bad)
      scored.article = bad
      scored.why = SampleAudit.both(bad)
      scored.finding.message = SampleAudit.both(bad)
      scored.finding.soughtFor = SampleAudit.both(bad)
      for place in scored.finding.coverage.gaps.indices {
        scored.finding.coverage.gaps[place].url = bad
      }
    }
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && scalar.value != 0x7F && scalar.value != 0x202E)
    }
    let lines = { (text: String) in text.split(separator: "\n").count }
    #expect(lines(text) == lines(clean))
  }

  @Test func `paints only when asked`() throws {
    let plain = try text("A.2")
    let colored = try text("A.2", style: .colored)
    #expect(!plain.contains("\u{1B}") && colored.contains("\u{1B}[31m"))
    #expect(colored.replacing(/\u{1B}\[\d+m/, with: "") == plain)
  }

  @Test func `is the same from an audit file read again`() throws {
    let file = try #require(try JSONReporter.render(SampleAudit.full, in: .english).first)
    let again = try AuditFile.read(file.bytes)
    for clause in ["A.1", "A.2", "A.3", "A.4", "A.8", "B.1"] {
      for language in Language.allCases {
        #expect(try text(clause, language, in: again) == text(clause, language))
      }
    }
  }
}
