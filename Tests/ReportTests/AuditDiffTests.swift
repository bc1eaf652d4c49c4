import Dates
import Findings
import Foundation
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// What changed between two audits.
struct `Audit difference` {
  @Test(arguments: [
    (Status.pass, Status.fail, AuditDiff.Kind?.some(.new)), (.pass, .partial, .new),
    (.undetermined, .fail, .new), (.notApplicable, .fail, .new), (.fail, .pass, .fixed),
    (.partial, .pass, .fixed), (.partial, .fail, .worse), (.fail, .partial, .better),
    (.pass, .undetermined, .unseen), (.fail, .undetermined, .unseen), (.fail, .waived, .unseen),
    (.fail, .fail, nil), (.pass, .pass, nil), (.undetermined, .pass, nil), (.manual, .manual, nil),
  ])
  func `names each change`(before: Status, after: Status, kind: AuditDiff.Kind?) {
    func audit(_ status: Status) -> AuditResult {
      var audit = SampleAudit.small
      audit.units = [SampleAudit.finance]
      let earned = status == .pass ? 5.0 : status == .partial ? 2 : 0
      audit.units[0].findings = [
        SampleAudit.finding("A.1", status, "czj", points: (earned, 5))
      ]
      return audit
    }
    let diff = AuditDiff(from: audit(before), to: audit(after))
    #expect(diff.changes.map(\.kind) == [kind].compactMap { $0 })
  }

  @Test func `knows units that came and went`() {
    let diff = AuditDiff(from: SampleAudit.small, to: SampleAudit.later)
    #expect(diff.changes(.new).map(\.unit.text) == ["czj", "bgs"])
    #expect(diff.changes(.fixed).map(\.rule.clause) == ["A.2"])
    #expect(diff.changes(.worse).map(\.rule.clause) == ["A.3"])
    #expect(diff.changes(.better).map(\.unit.text) == ["tjj"])
    #expect(diff.changes(.unseen).map(\.rule.clause) == ["A.4"])
    #expect(diff.scores.map(\.unit.text) == ["czj", "bgs", "ymz"])
    #expect(diff.scores.last?.after == nil)
  }

  @Test(arguments: Language.allCases)
  func `says so when there is none`(language: Language) {
    let diff = AuditDiff(from: SampleAudit.small, to: SampleAudit.small)
    #expect(diff.changes.isEmpty && diff.scores.isEmpty)
    let text = String(decoding: diff.render(.text, in: language), as: UTF8.self)
    #expect(text.contains(language == .chinese ? "没有差别" : "do not differ"))
  }

  @Test(arguments: Language.allCases)
  func `is painted as text only, and says the same without its colours`(language: Language) {
    let diff = AuditDiff(from: SampleAudit.small, to: SampleAudit.later)
    func text(_ format: AuditDiff.Format, _ style: TerminalStyle) -> String {
      String(decoding: diff.render(format, in: language, style: style), as: UTF8.self)
    }
    let painted = text(.text, .colored)
    #expect(painted.contains("\u{1B}[31m") && painted.contains("\u{1B}[32m"))
    #expect(painted.replacing(/\u{1B}\[[0-9]+m/, with: "") == text(.text, .plain))
    #expect(text(.markdown, .colored) == text(.markdown, .plain))
    #expect(!text(.json, .plain).contains("\u{1B}"))
  }

  @Test func `is sound JSON`() throws {
    let diff = AuditDiff(from: SampleAudit.small, to: SampleAudit.later)
    let bytes = diff.render(.json, in: .english)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect((root["counts"] as? [String: Int])?["worse"] == 1)
    #expect((root["changes"] as? [Any])?.count == diff.changes.count)
  }
}
