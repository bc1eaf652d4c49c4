/// What turns UTF-8 HTML into a `Document`: the one door behind which a parser can be exchanged.
///
/// An engine never fails: an empty page gives an empty tree, a page beyond its bounds a tree that is
/// marked as truncated. Two engines must give the same facts for the same page; a test compares
/// them over every page of the fixtures.
package protocol MarkupEngine: Sendable {
  /// Parses UTF-8 text, in time linear in its length.
  func parse(_ utf8: [UInt8]) -> Document
}

extension Document {
  /// Parses HTML that is UTF-8 already; never fails, an empty page gives an empty tree.
  package init(parsing utf8: [UInt8], with engine: some MarkupEngine) {
    self = engine.parse(utf8)
  }

  /// Parses with the engine that the auditor uses.
  package init(parsing utf8: [UInt8]) {
    self = SAXEngine().parse(utf8)
  }
}
