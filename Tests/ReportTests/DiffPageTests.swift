import Findings
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// `mingcha diff --format html`.
struct `Difference of two audits as a page` {
  private func check(
    _ old: AuditResult, _ new: AuditResult, _ language: Language
  ) -> MarkupCheck {
    MarkupCheck(AuditDiff(from: old, to: new).render(.html, in: language))
  }

  @Test(arguments: Language.allCases)
  func `is one well-formed page with a section for each kind of change`(language: Language) {
    let check = check(SampleAudit.small, SampleAudit.later, language)
    #expect(check.faults.isEmpty, "\(check.faults)")
    let ids = check.elements.filter { $0.name == "section" }.compactMap { $0.attributes["id"] }
    #expect(ids == ["summary", "scores", "new", "fixed", "worse", "better", "unseen"])
    let rows = check.elements.compactMap { $0.attributes["data-k"] }
    let diff = AuditDiff(from: SampleAudit.small, to: SampleAudit.later)
    #expect(rows.count == diff.changes.count)
    #expect(!check.elements.contains { ["img", "link", "iframe"].contains($0.name) })
    #expect(check.elements.count { $0.name == "h1" } == 1)
    #expect(check.text.contains(language == .chinese ? "变差" : "Worse"))
  }

  @Test func `says that nothing differs`() {
    let check = check(SampleAudit.small, SampleAudit.small, .chinese)
    #expect(check.faults.isEmpty)
    #expect(check.text.contains("没有差别"))
    #expect(!check.elements.contains { $0.name == "form" })
  }

  @Test func `is safe against hostile names`() {
    var new = SampleAudit.patterned(units: 12, rules: 40)
    for place in new.units.indices {
      for number in new.units[place].findings.indices where number % 3 == 0 {
        new.units[place].findings[number].finding.status = .fail
        new.units[place].findings[number].finding.message = SampleAudit.both(
          SampleAudit.hostile[number % SampleAudit.hostile.count])
      }
    }
    let check = check(SampleAudit.patterned(units: 12, rules: 40), new, .english)
    #expect(check.faults.isEmpty, "\(check.faults.prefix(3))")
    #expect(check.elements.count { $0.name == "script" } == 1)
  }
}
