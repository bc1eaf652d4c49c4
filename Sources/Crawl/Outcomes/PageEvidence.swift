import Archive
import Codings
import Page
import Web

/// What a response shows, laid out for the classifier.
struct PageEvidence {
  let status: Int
  let capture: Capture
  let body: DecodedBody
  let facts: PageFacts?
  /// Media type without parameters, lower case; empty when none was sent.
  let mediaType: String

  init(_ capture: Capture, body: DecodedBody, facts: PageFacts?) {
    self.capture = capture
    self.body = body
    self.facts = facts
    status = capture.status ?? 0
    mediaType = capture.mediaType ?? ""
  }

  /// The field by which a server says that it sends a part alone, nobody having asked for one.
  var partOfWhole: String? {
    guard let range = capture.headerText("content-range"),
      let span = range.split(separator: " ").last?.split(separator: "/"), span.count == 2,
      let ends = Optional(span[0].split(separator: "-")), ends.count == 2,
      let first = Int(ends[0]), let last = Int(ends[1])
    else { return nil }
    if first == 0, let all = Int(span[1]), last >= all - 1 { return nil }
    return "Content-Range: \(range)"
  }

  var title: String { facts?.title ?? "" }

  /// The length of the main part's text in characters.
  var textLength: Int { facts?.textLength ?? body.bytes.count }

  /// Nothing on the page marks it as content: no list, no date, no document number.
  var isBare: Bool {
    guard let facts else { return true }
    return facts.entries.isEmpty && facts.publishedOn == nil && facts.documentNumber == nil
      && facts.attachments.isEmpty
  }

  /// Title and text in UTF-8; the first 16 KiB of the bytes when nothing was read.
  var words: [UInt8] {
    guard let facts, !(facts.title ?? "").isEmpty || facts.textBytes > 0 else {
      return Array(body.bytes.prefix(16 << 10))
    }
    return Array((facts.title ?? "").utf8) + [10] + Array(facts.text.utf8.prefix(6000))
  }

  /// The source of a short page, to look for scripts; empty for a page longer than 40 KB.
  var shortSource: [UInt8] { body.bytes.count <= 40_000 ? body.bytes : [] }

  /// A short page has a field for a password.
  var asksForPassword: Bool {
    let source = sourceText.lowercased()
    return ["type=\"password\"", "type='password'", "type=password"].contains {
      source.contains($0)
    }
  }

  /// The source of a short page as text.
  var sourceText: String { String(decoding: shortSource, as: UTF8.self) }

  /// The names of the cookies that the response sets.
  var cookieNames: [String] {
    capture.headers("set-cookie").map { value in
      String(decoding: value.prefix(while: { $0 != UInt8(ascii: "=") }), as: UTF8.self).trimmed
    }
  }
}
