package import Archive
import Codings
package import Dates
package import Page
package import Web

/// Reads one page: decoded bytes, address, `Content-Type`, moment of the fetch.
package typealias ReadPage =
  (_ body: [UInt8], _ url: WebURL, _ contentType: String?, _ fetchedAt: Timestamp)
  -> PageFacts

/// One stored answer to one request, read and classified.
///
/// Live crawl and replay make it by the same function from the same stored bytes.
package struct PageReading: Sendable {
  /// The position among the site's stored answers: the later one stands for the address.
  package var sequence: Int
  package var url: WebURL
  package var outcome: Outcome
  package var status: Int?
  package var detail: String?
  package var facts: PageFacts?
  package var capture: CaptureReference?
  package var via: WebURL?
  /// Where the address leads: `Location`, or a page that is nothing but a redirect.
  package var redirect: WebURL?
  /// The response is a redirect by its status, not by its page.
  package var isHop = false
  /// The response sets a cookie: the same address may answer otherwise next time.
  package var setsCookie = false

  /// Reads a stored response.
  ///
  /// `limit` is the most decoded bytes that are read.
  package init(
    _ capture: Capture, reference: CaptureReference, note: CaptureNote?, sequence: Int, limit: Int,
    read: ReadPage
  ) {
    self.sequence = sequence
    url = capture.url
    via = note?.via
    self.capture = reference
    status = capture.status
    setsCookie = capture.header("set-cookie") != nil
    let body = capture.decodedBody(limit: limit)
    var facts: PageFacts?
    if !body.bytes.isEmpty, OutcomeClassifier.isPage(capture, body: body) {
      let type = capture.headerText("content-type")
      facts = FactAddresses.canonical(read(body.bytes, capture.url, type, capture.fetchedAt))
    }
    let verdict = OutcomeClassifier.verdict(capture, body: body, facts: facts)
    outcome = verdict.outcome
    detail = verdict.detail
    redirect = verdict.redirect
    isHop = redirect != nil
    let isReadable = outcome.family == .fetched || outcome.family == .truncated
    guard isReadable, !isHop else { return }
    self.facts = facts
    if let facts, let target = facts.redirect, Self.isShell(facts) { redirect = target }
  }

  /// An address from which no response came.
  package init(_ failure: FailureNote, sequence: Int) {
    self.sequence = sequence
    url = failure.url
    outcome = OutcomeTable.outcome(failure.code)
    detail = failure.detail
    via = failure.note.via
  }

  /// The same, with nothing in the facts but that there are some.
  var withEmptyFacts: PageReading {
    var reading = self
    if facts != nil { reading.facts = PageFacts() }
    return reading
  }

  /// A page without content of its own, which only sends its reader on.
  private static func isShell(_ facts: PageFacts) -> Bool {
    facts.textLength < 200 && facts.entries.isEmpty && facts.publishedOn == nil
      && facts.url != facts.redirect
  }
}

/// Puts the addresses in a page's facts into the form under which pages are recorded.
enum FactAddresses {
  /// Session and tracking parameters are dropped everywhere (see `CanonicalURL`).
  static func canonical(_ facts: PageFacts) -> PageFacts {
    var facts = facts
    for index in facts.links.indices { fold(&facts.links[index].url) }
    for index in facts.attachments.indices { fold(&facts.attachments[index].url) }
    for index in facts.nextPages.indices { fold(&facts.nextPages[index]) }
    for index in facts.frames.indices { fold(&facts.frames[index]) }
    for index in facts.entries.indices { foldOptional(&facts.entries[index].url) }
    for index in facts.breadcrumb.indices { foldOptional(&facts.breadcrumb[index].url) }
    for index in facts.relatedDocuments.indices { foldOptional(&facts.relatedDocuments[index].url) }
    foldOptional(&facts.redirect)
    return facts
  }

  private static func fold(_ url: inout WebURL) {
    let folded = CanonicalURL.canonical(url)
    if folded != url { url = folded }
  }

  private static func foldOptional(_ url: inout WebURL?) {
    guard let known = url else { return }
    let folded = CanonicalURL.canonical(known)
    if folded != known { url = folded }
  }
}
