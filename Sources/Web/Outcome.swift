/// What became of one address: a stable dotted code and the word under which it is counted.
///
/// The list of codes, with the advice to the site's owner, is `allOutcomes` in module Crawl.
package struct Outcome: Sendable, Hashable, Comparable {
  /// The words of the contract under which pages are counted.
  package enum Family: String, Sendable, CaseIterable {
    /// Read in full.
    case fetched
    /// Read in part: size, time, depth of nesting, disconnect.
    case truncated
    /// The server says that there is nothing (404, 410, a soft 404).
    case notFound
    /// Challenge, firewall, login wall.
    case blocked
    /// robots.txt, or the plan's own limits.
    case disallowed
    /// DNS, connect, TLS, timeout, 5xx.
    case unreachable
    /// What came is no readable page.
    case error
  }

  /// The dotted code, such as `http.ok`, `tls.expired`, `timeout.connect`, `budget.pages`.
  package let code: String
  package let family: Family

  package init(code: String, family: Family) {
    self.code = code
    self.family = family
  }

  package static let ok = Outcome(code: "http.ok", family: .fetched)

  /// A page of a list behind one whose rows are all older than the audit looks at: not asked for.
  package static let beforePeriod = Outcome(code: "list.beforePeriod", family: .disallowed)

  package static func < (left: Outcome, right: Outcome) -> Bool { left.code < right.code }
}
