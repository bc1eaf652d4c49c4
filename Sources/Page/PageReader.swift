package import Dates
package import Markup
package import Web

/// Reads one page: bytes in, facts out.
///
/// Pure: no network and no clock. The same bytes and address give the same facts.
package struct PageReader: Sendable {
  private let parse: @Sendable (CharsetReader.Text) -> Document

  package init() { self.init(engine: ByteEngine()) }

  /// Reads with another parser.
  package init(engine: some MarkupEngine) { parse = { engine.parse($0) } }

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - body: the page as it came, content coding removed, in its own charset.
  ///   - url: the page's address, against which its links are resolved.
  ///   - contentType: the value of the header `Content-Type`, for its charset.
  ///   - fetchedAt: when the page was fetched: 今天 and 昨天 are read against it.
  /// - Returns: the facts; absent is nil or empty, never a guess.
  package func read(
    _ body: [UInt8], url: WebURL?, contentType: String?, fetchedAt: Timestamp?
  ) -> PageFacts {
    let text = CharsetReader.read(body, contentType: contentType)
    let document = parse(text)
    let reading = PageReading(document, url: url, fetchedAt: fetchedAt)
    return Self.facts(reading, document, text, url)
  }

  private static func facts(
    _ reading: PageReading, _ document: Document, _ text: CharsetReader.Text, _ url: WebURL?
  ) -> PageFacts {
    var facts = PageFacts()
    facts.url = url
    facts.encoding = text.charset.rawValue
    facts.declaredEncoding = text.declared?.rawValue
    facts.replacements = text.replacements
    facts.isTruncated = document.isTruncated
    reading.fill(&facts)
    return facts
  }

  /// What the reader saw and why it chose as it did; the facts are those of `read`.
  package func explain(
    _ body: [UInt8], url: WebURL?, contentType: String?, fetchedAt: Timestamp?
  ) -> PageExplanation {
    let text = CharsetReader.read(body, contentType: contentType)
    let document = parse(text)
    let reading = PageReading(document, url: url, fetchedAt: fetchedAt)
    return reading.explain(Self.facts(reading, document, text, url), charset: text.reason)
  }
}
