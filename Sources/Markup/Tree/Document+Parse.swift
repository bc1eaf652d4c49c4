extension Document {
  /// Parses HTML that is UTF-8 already; never fails, an empty page gives an empty tree.
  ///
  /// Linear in the length of the text. Of the two engines the fast one reads what it can read as
  /// the other would (docs/decisions/0007-two-engines.md). The text is cut before a tag with
  /// thousands of attributes, and the document marked as truncated.
  package init(parsing utf8: [UInt8]) {
    self.init(utf8, isValid: UTF8Check.isValid(utf8))
  }

  /// The same for a page whose charset is settled: what `CharsetReader` gives is valid.
  package init(parsing text: CharsetReader.Text) {
    self.init(text.bytes, isValid: true)
  }

  private init(_ utf8: [UInt8], isValid: Bool) {
    let end = TagScan.firstMonster(in: utf8) ?? utf8.count
    let fast = isValid ? ByteEngine.parse(utf8, upTo: end) : nil
    self = fast ?? SAXEngine.parse(utf8, upTo: end)
    if end < utf8.count { isTruncated = true }
  }
}
