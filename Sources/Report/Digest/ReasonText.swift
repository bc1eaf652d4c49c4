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

  /// What the site's owner can do; empty when the sites' problems do not say.
  func advice(_ code: String, _ language: Language) -> String {
    details[code]?.advice.text(language) ?? ""
  }
}
