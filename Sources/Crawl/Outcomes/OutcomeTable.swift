package import Texts
package import Web

/// One kind of outcome with what it means for the site's owner.
package struct OutcomeEntry: Sendable, Hashable {
  package let outcome: Outcome
  /// Asking again later may give another result.
  package let isRetryable: Bool
  /// What it is and what to do, in one or two sentences.
  package let advice: Bilingual

  init(
    _ code: String, _ family: Outcome.Family, retryable: Bool = false, _ zh: String, _ en: String
  ) {
    outcome = Outcome(code: code, family: family)
    isRetryable = retryable
    advice = Bilingual(zh: zh, en: en)
  }
}

/// Every outcome that an address can have, in the order in which the documentation lists them.
package let allOutcomes: [OutcomeEntry] =
  answeredOutcomes + blockedOutcomes + plannedOutcomes + unreachableOutcomes + brokenOutcomes

/// Look-up by code.
package enum OutcomeTable {
  private static let byCode: [String: OutcomeEntry] = Dictionary(
    allOutcomes.map { ($0.outcome.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The entry of a code; nil for a code of another version of this program.
  package static func entry(_ code: String) -> OutcomeEntry? { byCode[code] }

  /// The outcome of a code; one that is not known here (from another version's archive) counts
  /// as an error, so that nothing is judged by it.
  package static func outcome(_ code: String) -> Outcome {
    byCode[code]?.outcome ?? Outcome(code: code, family: .error)
  }
}
