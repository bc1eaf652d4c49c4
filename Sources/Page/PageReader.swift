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
    let answer = AnswerReader(url: url, fetchedAt: fetchedAt).read(text.bytes)
    if var facts = answer {
      facts.encoding = text.charset.rawValue
      facts.replacements = text.replacements
      return facts
    }
    let document = Document(parsing: text.bytes)
    var facts = PageFacts()
    facts.url = url
    facts.encoding = text.charset.rawValue
    facts.replacements = text.replacements
    facts.isTruncated = document.isTruncated
    let reading = PageReading(document, url: url, fetchedAt: fetchedAt)
    reading.fill(&facts)
    if facts.textLength < 400, facts.kind != .home, let detail = GkmlptDocument(document) {
      read(detail, over: &facts, fetchedAt: fetchedAt)
    }
    facts.isAnswer = Self.isStore(text.bytes) || url.map { FormRequest(key: $0) != nil } ?? false
    FactLimits.apply(to: &facts)
    return facts
  }

  /// Reads the document that a page holds as data as if it stood there as markup.
  private func read(
    _ detail: GkmlptDocument, over facts: inout PageFacts, fetchedAt: Timestamp?
  ) {
    let inner = Document(parsing: detail.markup)
    var article = PageFacts()
    article.url = facts.url
    PageReading(inner, url: facts.url, fetchedAt: fetchedAt).fill(&article)
    article.encoding = facts.encoding
    article.replacements = facts.replacements
    article.isTruncated = facts.isTruncated || inner.isTruncated
    article.siteName = facts.siteName ?? article.siteName
    if !facts.breadcrumb.isEmpty { article.breadcrumb = facts.breadcrumb }
    article.links = facts.links.filter { !article.links.contains($0) } + article.links
    article.metas = facts.metas
    detail.settle(&article, base: facts.url)
    facts = article
  }

  /// The rows of a jpage list without a page around them.
  private static func isStore(_ bytes: [UInt8]) -> Bool {
    let head = ByteSearch.lowered(bytes.prefix(400))
    return ["<datastore", "<recordset"].contains {
      ByteSearch.find(Array($0.utf8), in: head) != nil
    }
      && ByteSearch.find(Array("<html".utf8), in: head) == nil
  }

  /// The dates that could be the page's publish date, the chosen one first.
  package func explainDates(
    _ body: [UInt8], url: WebURL?, contentType: String?, fetchedAt: Timestamp?
  ) -> [DateCandidate] {
    let text = CharsetReader.read(body, contentType: contentType)
    let document = Document(parsing: text.bytes)
    return PageReading(document, url: url, fetchedAt: fetchedAt).dateCandidates()
  }
}
