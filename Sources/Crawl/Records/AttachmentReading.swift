import Archive
import Codings
package import Page
import Texts
import Web

/// Reads one document: decoded bytes and the name of the file.
package typealias ReadFile = (_ body: [UInt8], _ name: String) -> AttachmentFacts

extension PageReading {
  /// Reads the response as a document, where the answer may be one.
  ///
  /// What a server says instead of a file (not found, a login, a challenge) keeps its outcome.
  mutating func readDocument(_ capture: Capture, _ body: DecodedBody, _ read: ReadFile) {
    guard !isHop else { return }
    let answers = outcome.family == .fetched || outcome.family == .truncated
    guard answers || outcome.code == "type.notPage" else { return }
    let document = Self.document(capture, body, read)
    self.document = document
    guard isFile else { return }
    facts = nil
    guard let reason = document.unreadable else {
      outcome = .ok
      return
    }
    outcome = OutcomeTable.outcome("attachment.unreadable")
    let words = document.detail.map { " (\($0))" } ?? ""
    detail = "\(reason.rawValue)\(words): \(reason.sentence.zh)"
  }

  private static func document(
    _ capture: Capture, _ body: DecodedBody, _ read: ReadFile
  ) -> AttachmentFacts {
    switch (capture.truncated, body.state) {
    case (.length, _), (_, .capped): return AttachmentFacts(.unknown, unreadable: .tooLarge)
    case (nil, .complete): break
    default: return AttachmentFacts(.unknown, unreadable: .incomplete)
    }
    // A page in place of the file says nothing of the file; office files that are HTML inside
    // come under their own type.
    if capture.mediaType == "text/html", OutcomeClassifier.isPage(capture, body: body) {
      return AttachmentFacts(.html, unreadable: .unsupported, detail: "text/html")
    }
    return read(body.bytes, fileName(capture))
  }

  /// The name that the server gives the file, else the last part of the address.
  private static func fileName(_ capture: Capture) -> String {
    let told = (capture.headerText("content-disposition") ?? "").lowercased()
    if let range = told.firstRange(of: "filename=") {
      let name = told[range.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }
      if name.contains(".") { return name }
    }
    return capture.url.path.split(separator: "/").last.map(String.init) ?? ""
  }
}

extension SiteLedger {
  /// The documents that were asked for, with those that were to be, sorted by address.
  func attachments(_ summary: CrawlSummary, _ files: [WebURL: PageReading]) -> [AttachmentRecord] {
    let trail = RedirectTrail(
      readings: files, pending: [], start: summary.start, hosts: summary.hosts)
    var found = files.values.map { reading in
      let record = trail.record(of: reading)
      // A start address that is a document counts as no page, and as a document all the same.
      let codes = ["http.ok", "attachment.unreadable", "type.notPage"]
      let document = codes.contains(record.outcome.code) ? files[record.finalURL]?.document : nil
      let outcome = document.map { Self.outcome($0) } ?? record.outcome
      return AttachmentRecord(
        url: record.url, finalURL: record.finalURL, outcome: outcome, facts: document,
        capture: record.capture, via: record.via, detail: record.detail)
    }
    for item in summary.pending where item.isAttachment && files[item.url] == nil {
      found.append(
        AttachmentRecord(
          url: item.url, finalURL: item.url, outcome: OutcomeTable.outcome(item.code), facts: nil,
          capture: nil, via: item.via, detail: item.detail))
    }
    return found.sorted { $0.url < $1.url }
  }

  private static func outcome(_ document: AttachmentFacts) -> Outcome {
    document.unreadable == nil ? .ok : OutcomeTable.outcome("attachment.unreadable")
  }
}
