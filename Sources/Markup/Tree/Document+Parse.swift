extension Document {
  /// Parses HTML that is UTF-8 already; never fails, an empty page gives an empty tree.
  ///
  /// Linear in the length of the text. The engine stands behind this one door.
  package init(parsing utf8: [UInt8]) {
    self = SAXEngine.parse(utf8)
  }
}
