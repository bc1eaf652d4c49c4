import Page
import Synchronization

/// Policies and their explanations as the rules on interpretation see them, found once for a survey.
///
/// What an item is called, which number it bears and which numbers its text cites depends on nothing
/// but the item, and every rule on the subject asks.
final class PolicyPapers: Sendable {
  /// A document with a number of its own.
  final class Policy: Sendable {
    let item: Item
    let page: ReadPage
    let core: [UInt8]
    /// In the form of `PolicyName.number`.
    let number: [UInt8]

    init(_ item: Item, _ page: ReadPage, number: String) {
      self.item = item
      self.page = page
      core = PolicyName.core(of: item.title)
      self.number = PolicyName.number(number)
    }
  }

  /// An item that may explain a policy.
  final class Explanation: Sendable {
    let item: Item
    let page: ReadPage?
    /// What it explains, by its title.
    let core: [UInt8]
    /// The document numbers that its text cites.
    let citations: [[UInt8]]

    init(_ item: Item, _ page: ReadPage?) {
      self.item = item
      self.page = page
      core = PolicyName.explained(by: item.title)
      citations = page.map { PolicyName.citations(in: $0.facts.text) } ?? []
    }
  }

  private let policies = Mutex<[Int: Policy]>([:])
  private let explanations = Mutex<[Int: Explanation]>([:])

  /// The item at a position as a policy; nil when its page gives no document number.
  func policy(_ position: Int, _ item: Item, _ page: ReadPage) -> Policy? {
    guard let number = page.facts.documentNumber else { return nil }
    if let known = policies.withLock({ $0[position] }) { return known }
    let policy = Policy(item, page, number: number)
    policies.withLock { $0[position] = policy }
    return policy
  }

  /// The item at a position as an explanation; without a page its title alone speaks.
  func explanation(_ position: Int, _ item: Item, _ page: ReadPage?) -> Explanation {
    if let known = explanations.withLock({ $0[position] }) { return known }
    let explanation = Explanation(item, page)
    explanations.withLock { $0[position] = explanation }
    return explanation
  }
}
