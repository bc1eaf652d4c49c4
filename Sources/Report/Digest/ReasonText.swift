import Score
import Texts
import Web

/// Puts an outcome code into words: those of the sites' problems where they name it.
struct ReasonText {
  private var details: [String: SiteProblem] = [:]

  init(_ audit: AuditResult) {
    for site in audit.sites {
      for problem in site.problems where details[problem.outcome] == nil {
        details[problem.outcome] = problem
      }
    }
  }

  /// What happened, in one phrase.
  func detail(_ code: String, _ language: Language) -> String {
    if let problem = details[code], !problem.detail.text(language).isEmpty {
      return problem.detail.text(language)
    }
    return ReasonWord(code: code).text(language)
  }

  /// What can be done about it, so that the items can be decided.
  func advice(_ code: String, _ language: Language) -> String {
    if code.isEmpty { return ReasonWord.other.advice.text(language) }
    if let advice = details[code]?.advice.text(language), !advice.isEmpty { return advice }
    return ReasonWord(code: code).advice.text(language)
  }
}
