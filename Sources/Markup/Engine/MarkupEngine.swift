/// What turns UTF-8 HTML into a `Document`: the one door behind which a parser can be exchanged.
///
/// An engine never fails: an empty page gives an empty tree, a page beyond its bounds a tree that is
/// marked as truncated. Two engines must give the same facts for the same page; a test compares
/// them over every page of the fixtures.
package protocol MarkupEngine: Sendable {
  /// Parses UTF-8 text, in time linear in its length.
  ///
  /// The text is cut before a tag with thousands of attributes, and the document marked truncated.
  func parse(_ utf8: [UInt8]) -> Document
  /// The same for a page whose charset is settled: what `CharsetReader` gives is valid UTF-8.
  func parse(_ text: CharsetReader.Text) -> Document
}

extension MarkupEngine {
  package func parse(_ text: CharsetReader.Text) -> Document { parse(text.bytes) }
}

extension Document {
  /// Parses HTML that is UTF-8 already; never fails, an empty page gives an empty tree.
  package init(parsing utf8: [UInt8], with engine: some MarkupEngine) {
    self = engine.parse(utf8)
  }

  /// Parses with the engine that the auditor uses.
  package init(parsing utf8: [UInt8]) {
    self = ByteEngine().parse(utf8)
  }
}
