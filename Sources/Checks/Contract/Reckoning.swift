/// What a lapse (something late, or missing) is under a rule.
package enum Reckoning: String, Sendable, CaseIterable {
  /// A miss: it counts against the unit.
  case miss
  /// None: what is late counts all the same, and what is missing is another rule's question.
  case accept
}
