package import Dates
package import Markup
package import Web

/// Reads one page: bytes in, facts out.
///
/// Pure: no network and no clock. The same bytes and address give the same facts.
package struct PageReader: Sendable {
  /// How much of a page is read.
  package enum Depth: Sendable {
    /// What a crawl goes by: links, lists, title, day, number, text, attachments. The facts that only
    /// judging asks for (source and other fields, conflicts of days, headings, related documents,
    /// tables, contacts, leaders, guides, questions, letters, marks, hidden parts, identity) stay empty.
    case crawl
    /// All facts.
    case judging
  }

  private let parse: @Sendable (CharsetReader.Text) -> Document
  private let depth: Depth

  package init(depth: Depth = .judging) { self.init(engine: ByteEngine(), depth: depth) }

  /// Reads with another parser.
  package init(engine: some MarkupEngine, depth: Depth = .judging) {
    parse = { engine.parse($0) }
    self.depth = depth
  }

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
    if let answer = answer(text, url, fetchedAt) { return answer }
    let document = parse(text)
    let reading = PageReading(document, url: url, fetchedAt: fetchedAt)
    return facts(reading, document, text, url, fetchedAt)
  }

  /// What an interface of a content system answers: rows without a page around them.
  private func answer(
    _ text: CharsetReader.Text, _ url: WebURL?, _ fetchedAt: Timestamp?
  ) -> PageFacts? {
    guard var facts = AnswerReader(url: url, fetchedAt: fetchedAt).read(text.bytes) else {
      return nil
    }
    facts.encoding = text.charset.rawValue
    facts.replacements = text.replacements
    return facts
  }

  private func facts(
    _ reading: PageReading, _ document: Document, _ text: CharsetReader.Text, _ url: WebURL?,
    _ fetchedAt: Timestamp?
  ) -> PageFacts {
    var facts = PageFacts()
    facts.url = url
    facts.encoding = text.charset.rawValue
    facts.declaredEncoding = text.declared?.rawValue
    facts.replacements = text.replacements
    facts.isTruncated = document.isTruncated
    reading.fill(&facts, depth)
    if facts.textLength < 400, facts.kind != .home, let detail = GkmlptDocument(document) {
      read(detail, over: &facts, fetchedAt: fetchedAt)
    }
    if facts.listState != .readable, facts.kind == .other || facts.kind == .directory {
      readFrames(reading, document, over: &facts, fetchedAt)
    }
    facts.isAnswer = Self.isStore(text.bytes) || url.map { FormRequest(key: $0) != nil } ?? false
    FactLimits.apply(to: &facts)
    return facts
  }

  /// Reads the list that stands in a frame's own document.
  private func readFrames(
    _ reading: PageReading, _ document: Document, over facts: inout PageFacts,
    _ fetchedAt: Timestamp?
  ) {
    for markup in InnerDocument.markup(document, frames: reading.outline.innerPages) {
      var inner = PageFacts()
      let frame = PageReading(Document(parsing: markup), url: facts.url, fetchedAt: fetchedAt)
      frame.fill(&inner, .crawl)
      if InnerDocument.settle(inner, over: &facts) { return }
    }
  }

  /// Reads the document that a page holds as data as if it stood there as markup.
  private func read(
    _ detail: GkmlptDocument, over facts: inout PageFacts, fetchedAt: Timestamp?
  ) {
    let inner = Document(parsing: detail.markup)
    var article = PageFacts()
    article.url = facts.url
    PageReading(inner, url: facts.url, fetchedAt: fetchedAt).fill(&article, depth)
    article.encoding = facts.encoding
    article.declaredEncoding = facts.declaredEncoding
    article.replacements = facts.replacements
    article.isTruncated = facts.isTruncated || inner.isTruncated
    article.siteName = facts.siteName ?? article.siteName
    if !facts.breadcrumb.isEmpty { article.breadcrumb = facts.breadcrumb }
    article.links = facts.links.missing(in: article.links) + article.links
    article.metas = facts.metas
    article.identity = facts.identity
    detail.settle(&article, base: facts.url)
    // What the page shows beside the document stands where the document says nothing.
    article.source = article.source ?? facts.source
    article.writtenOn = facts.writtenOn ?? article.writtenOn
    article.publisher = article.publisher ?? facts.publisher
    article.indexNumber = article.indexNumber ?? facts.indexNumber
    article.documentNumber = article.documentNumber ?? facts.documentNumber
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

  /// What the reader saw and why it chose as it did; the facts are those of `read`.
  package func explain(
    _ body: [UInt8], url: WebURL?, contentType: String?, fetchedAt: Timestamp?
  ) -> PageExplanation {
    let text = CharsetReader.read(body, contentType: contentType)
    let document = parse(text)
    let reading = PageReading(document, url: url, fetchedAt: fetchedAt)
    let facts = answer(text, url, fetchedAt) ?? facts(reading, document, text, url, fetchedAt)
    return reading.explain(facts, charset: text.reason)
  }
}
