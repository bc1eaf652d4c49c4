package import Dates
import Markup
package import Web

/// Reads one page: bytes in, facts out.
///
/// Pure: no network and no clock. The same bytes and address give the same facts.
package struct PageReader: Sendable {
  package init() {}

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
    let document = Document(parsing: text)
    var facts = PageFacts()
    facts.url = url
    facts.encoding = text.charset.rawValue
    facts.replacements = text.replacements
    facts.isTruncated = document.isTruncated
    let reading = PageReading(document, url: url, fetchedAt: fetchedAt)
    reading.fill(&facts)
    return facts
  }

  /// The dates that could be the page's publish date, the chosen one first.
  package func explainDates(
    _ body: [UInt8], url: WebURL?, contentType: String?, fetchedAt: Timestamp?
  ) -> [DateCandidate] {
    let text = CharsetReader.read(body, contentType: contentType)
    let document = Document(parsing: text)
    return PageReading(document, url: url, fetchedAt: fetchedAt).dateCandidates()
  }
}
