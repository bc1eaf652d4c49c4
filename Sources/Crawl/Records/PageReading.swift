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
  package var facts: PageFacts? {
    get { sharedFacts.page?.facts }
    set { sharedFacts.facts = newValue }
  }
  /// The facts as they are shared with copies of the reading.
  package var sharedFacts = SharedFacts.none
  package var capture: CaptureReference?
  package var via: WebURL?
  /// Where the address leads: `Location`, or a page that is nothing but a redirect.
  package var redirect: WebURL?
  /// The response is a redirect by its status, not by its page.
  package var isHop = false
  /// The page shows nothing and sends its reader on, by a meta refresh or a script.
  package var isShell = false
  /// The address was asked for as a document.
  package var isFile = false
  /// What the document says, when the answer was read as one.
  package var document: AttachmentFacts? {
    get { heldDocument?.facts }
    set { heldDocument = newValue.map(HeldDocument.init) }
  }
  /// Apart: most readings are of pages, and a crawl holds all of them to its end.
  private var heldDocument: HeldDocument?
  /// The response sets a cookie: the same address may answer otherwise next time.
  package var setsCookie = false

  /// Reads a stored response.
  ///
  /// `limit` is the most decoded bytes that are read. `readFile` reads documents: those that a
  /// rule asked for, and a start address that is one; without it they are not read.
  package init(
    _ capture: Capture, reference: CaptureReference, note: CaptureNote?, sequence: Int, limit: Int,
    read: ReadPage, readFile: ReadFile? = nil
  ) {
    self.sequence = sequence
    url = Self.key(of: capture, note) ?? capture.url
    via = note?.via
    isFile = note?.reason == Frontier.Reason.attachment.rawValue
    self.capture = reference
    status = capture.status
    setsCookie = capture.header("set-cookie") != nil
    let body = capture.decodedBody(limit: limit)
    if let script = Self.menu(of: capture, body, note) {
      outcome = OutcomeTable.outcome("http.ok")
      sharedFacts = SharedFacts(FactAddresses.canonical(script))
      return
    }
    var facts: PageFacts?
    if !body.bytes.isEmpty, OutcomeClassifier.isPage(capture, body: body) {
      let type = capture.headerText("content-type")
      let bytes = UnfinishedPage.withoutCutTag(body.bytes)
      facts = FactAddresses.canonical(read(bytes, url, type, capture.fetchedAt))
    }
    let verdict = OutcomeClassifier.verdict(capture, body: body, facts: facts)
    outcome = verdict.outcome
    detail = verdict.detail
    redirect = verdict.redirect
    isHop = redirect != nil
    if let readFile, isFile || note?.depth == 0 && outcome.code == "type.notPage" {
      readDocument(capture, body, readFile)
    }
    guard !isFile else { return }
    let isReadable = outcome.family == .fetched || outcome.family == .truncated
    guard isReadable, !isHop else { return }
    sharedFacts = SharedFacts(facts)
    if let facts, let target = facts.redirect, Self.isShell(facts) {
      redirect = target
      isShell = true
    }
  }

  /// What the file of a script writes, where one was asked for and came whole.
  private static func menu(
    of capture: Capture, _ body: DecodedBody, _ note: CaptureNote?
  ) -> PageFacts? {
    guard Frontier.Reason(account: note?.reason) == .script, capture.status == 200,
      capture.truncated == nil, body.state == .complete, MenuScript.isScript(body.bytes)
    else { return nil }
    return MenuScript.read(
      body.bytes, url: capture.url, contentType: capture.headerText("content-type"),
      on: note?.via, fetchedAt: capture.fetchedAt)
  }

  /// The same page with what a browser showed of its list.
  ///
  /// Only rows count: a browser that could not load a list shows an empty frame too.
  func rendered(_ conversion: Conversion, sequence: Int, read: ReadPage) -> PageReading {
    guard facts?.listState == .unreadable, let at = capture?.fetchedAt else { return self }
    var facts = FactAddresses.canonical(read(conversion.body, url, "text/html; charset=utf-8", at))
    guard facts.listState == .readable, facts.kind == .column else { return self }
    facts.isRendered = true
    var reading = self
    reading.sequence = sequence
    reading.facts = facts
    reading.detail = "rendered"
    return reading
  }

  /// The key of a posted form; nil for a GET, and for a note that names another endpoint.
  private static func key(of capture: Capture, _ note: CaptureNote?) -> WebURL? {
    guard let key = note?.key, FormRequest(key: key)?.endpoint == capture.url else { return nil }
    return key
  }

  /// An address from which no response came.
  package init(_ failure: FailureNote, sequence: Int) {
    self.sequence = sequence
    url = failure.url
    outcome = OutcomeTable.outcome(failure.code)
    detail = failure.detail
    via = failure.note.via
    isFile = failure.note.reason == Frontier.Reason.attachment.rawValue
  }

  /// The same in another's place among the stored answers.
  func stored(at sequence: Int) -> PageReading {
    var reading = self
    reading.sequence = sequence
    return reading
  }

  /// The same, with nothing in the facts but that there are some.
  var withEmptyFacts: PageReading {
    var reading = self
    if facts != nil { reading.sharedFacts = .empty }
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
    var links = facts.links
    if links.indices.contains(where: { CanonicalURL.mayFold(links[$0].url) }) {
      // Not held twice: a change would copy the list.
      facts.links = []
      for index in links.indices { fold(&links[index].url) }
      facts.links = links
    }
    for index in facts.attachments.indices { fold(&facts.attachments[index].url) }
    for index in facts.nextPages.indices { fold(&facts.nextPages[index]) }
    for index in facts.requests.indices { fold(&facts.requests[index]) }
    for index in facts.frames.indices { fold(&facts.frames[index]) }
    for index in facts.menuScripts.indices { fold(&facts.menuScripts[index]) }
    for index in facts.entries.indices { foldOptional(&facts.entries[index].url) }
    for index in facts.breadcrumb.indices { foldOptional(&facts.breadcrumb[index].url) }
    for index in facts.relatedDocuments.indices { foldOptional(&facts.relatedDocuments[index].url) }
    foldOptional(&facts.redirect)
    return facts
  }

  private static func fold(_ url: inout WebURL) {
    guard CanonicalURL.mayFold(url) else { return }
    let folded = CanonicalURL.canonical(url)
    if folded != url { url = folded }
  }

  private static func foldOptional(_ url: inout WebURL?) {
    guard let known = url, CanonicalURL.mayFold(known) else { return }
    let folded = CanonicalURL.canonical(known)
    if folded != known { url = folded }
  }
}

/// What a document says, held by reference.
private final class HeldDocument: Sendable {
  let facts: AttachmentFacts

  init(_ facts: AttachmentFacts) { self.facts = facts }
}
