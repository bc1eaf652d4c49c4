import Texts

/// The engine that the auditor uses: pages are read straight from their bytes.
///
/// What only libxml2 reads in ways of its own (broken UTF-8, control characters) goes through
/// `SAXEngine`; the document is the same as that engine's for every text
/// (docs/decisions/0011-two-engines.md).
package struct ByteEngine: MarkupEngine {
  package init() {}

  package func parse(_ utf8: [UInt8]) -> Document {
    parse(utf8, isValid: UTF8Check.isValid(utf8))
  }

  package func parse(_ text: CharsetReader.Text) -> Document { parse(text.bytes, isValid: true) }

  private func parse(_ utf8: [UInt8], isValid: Bool) -> Document {
    if isValid,
      let document = ByteParser.parse(
        utf8, upTo: utf8.count, mostAttributes: TagScan.manyAttributes)
    {
      return document
    }
    // Only what is strange is looked over for tags that cost more than a page may.
    let end = TagScan.firstMonster(in: utf8) ?? utf8.count
    let fast =
      isValid ? ByteParser.parse(utf8, upTo: end, mostAttributes: TagScan.mostAttributes) : nil
    var document = fast ?? SAXEngine.parse(utf8, upTo: end)
    if end < utf8.count { document.isTruncated = true }
    return document
  }
}
