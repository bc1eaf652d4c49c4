import Findings
import Texts

/// Why one finding is open and what to do about it, each thing said once.
struct OpenReason {
  /// Outcome codes of the gaps, in their order.
  let codes: [String]
  let reasons: [String]
  /// What can be done: the sites' advice where they give any, else the finding's own.
  let advice: [String]

  init(_ finding: Finding, _ texts: ReasonText, _ language: Language) {
    codes = Self.distinct(finding.coverage.gaps.map(\.outcome))
    reasons = Self.distinct(codes.map { texts.detail($0, language) })
    var advice = Self.distinct(codes.map { texts.advice($0, language) })
    if advice.isEmpty, let fix = finding.fix?.text(language), !fix.isEmpty { advice = [fix] }
    if advice.isEmpty, finding.status == .manual { advice = [MethodWord.manual.text(language)] }
    self.advice = advice
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var kept: [String] = []
    for text in texts where !text.isEmpty && !kept.contains(text) { kept.append(text) }
    return kept
  }
}
