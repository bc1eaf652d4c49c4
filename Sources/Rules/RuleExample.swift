package import YAML

/// A small made-up site and what a rule must say of it.
package struct RuleExample: Sendable {
  /// The rule that is tried.
  package var rule: RuleID
  /// The example's own keys, still with their places; the module that builds the site reads them.
  package var content: YAMLMapping
  /// Where the example begins: file:line:column.
  package var place: String
}
