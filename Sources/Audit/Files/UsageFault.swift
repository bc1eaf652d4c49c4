/// A mistake of the caller: exit status 2, and nothing was fetched.
package struct UsageFault: Error, CustomStringConvertible {
  /// What was seen, where, and what to do; Chinese first.
  package let description: String

  package init(_ description: String) { self.description = description }
}
