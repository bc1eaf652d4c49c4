import Codings
import Dates
import Web

/// A capture as the bytes that go to the file: a request, a note and a response or revisit record.
///
/// Packing costs far more than writing; it is pure, so that worker threads can do it. The
/// response stands last: when it is in the file, its request and its note are too.
package struct PreparedCapture: Sendable {
  /// What a reader should see; for a revisit the answer with the body of the original.
  package let capture: Capture
  /// SHA-256 of the body, lower-case hex.
  package let sha256: String
  /// The gzip members that come before the response's.
  let leading: [UInt8]
  /// The response's gzip member; nil when it could not be packed or there is no response.
  let response: [UInt8]?
  /// What the index says of it.
  let subject: CDXEntry.Subject

  /// Packs the three records; the cost is that of packing and two SHA-256.
  package init(_ capture: Capture, note: CaptureNote) {
    let payload = SHA256.digest(capture.body)
    self.capture = capture
    sha256 = Hex.text(payload)
    subject = Self.subject(capture, payload: payload, isRevisit: false)
    leading = Self.leading(capture, note: note)
    let isStorable = !leading.isEmpty && !capture.responseHead.isEmpty
    let isPacked = capture.header("content-encoding") != nil
    response =
      isStorable
      ? GzipMember.pack(
        Self.response(capture, payload: payload), effort: isPacked ? .packed : .text) : nil
  }

  /// Packs an answer whose body an older record holds.
  ///
  /// `answer` is the answer as it came, without a body after a 304. `original` is the older
  /// record's capture, whose body the answer stands for; after a 200 with the same body it is the
  /// answer itself. `target` says where the body lies. Nil when the original's body is not the one
  /// that `target` names by its digest.
  package init?(
    revisit answer: Capture, of original: Capture, profile: Revisit.Profile, target: OlderCapture,
    note: CaptureNote
  ) {
    let payload = SHA256.digest(original.body)
    guard Hex.text(payload) == target.sha256 else { return nil }
    let revisit = Revisit(
      profile: profile,
      target: Revisit.Target(id: target.id, url: target.url, fetchedAt: target.fetchedAt),
      answer: answer, payloadDigest: "sha256:\(Base32.text(payload))")
    guard let resolved = revisit.resolved(with: original) else { return nil }
    capture = resolved
    sha256 = target.sha256
    subject = Self.subject(answer, payload: payload, isRevisit: true)
    leading = Self.leading(answer, note: note)
    let isStorable = !leading.isEmpty && !answer.responseHead.isEmpty
    response = isStorable ? GzipMember.pack(Self.record(revisit)) : nil
  }

  private static func subject(
    _ capture: Capture, payload: [UInt8], isRevisit: Bool
  ) -> CDXEntry.Subject {
    CDXEntry.Subject(
      url: capture.url, fetchedAt: capture.fetchedAt, head: capture.responseHead,
      digest: "sha256:\(Base32.text(payload))", isRevisit: isRevisit,
      request: capture.requestHead + capture.requestBody)
  }

  /// Request and note; empty when there is no memory to pack them.
  private static func leading(_ capture: Capture, note: CaptureNote) -> [UInt8] {
    let request = capture.requestHead.isEmpty ? [] : GzipMember.pack(Self.request(capture))
    guard let request, let notes = GzipMember.pack(Self.note(note, on: capture)) else { return [] }
    return request + notes
  }

  private static func request(_ capture: Capture) -> [UInt8] {
    var text = RecordText(
      type: "request", id: .random(), date: capture.fetchedAt.description)
    text.add("WARC-Target-URI", capture.url.string)
    text.add("WARC-Concurrent-To", capture.id)
    addWire(capture, to: &text)
    return text.bytes(
      contentType: "application/http;msgtype=request",
      block: capture.requestHead + capture.requestBody)
  }

  private static func note(_ note: CaptureNote, on capture: Capture) -> [UInt8] {
    var text = RecordText(
      type: "metadata", id: .random(), date: capture.fetchedAt.description)
    text.add("WARC-Target-URI", capture.url.string)
    text.add("WARC-Concurrent-To", capture.id)
    return text.bytes(contentType: "application/json", block: NoteText.bytes(note))
  }

  private static func response(_ capture: Capture, payload: [UInt8]) -> [UInt8] {
    var text = RecordText(
      type: "response", id: capture.id, date: capture.fetchedAt.description)
    text.add("WARC-Target-URI", capture.url.string)
    addWire(capture, to: &text)
    if let reason = capture.truncated { text.add("WARC-Truncated", reason.rawValue) }
    text.add("WARC-Payload-Digest", digest: payload)
    return text.bytes(
      contentType: "application/http;msgtype=response",
      block: capture.responseHead + capture.body)
  }

  private static func record(_ revisit: Revisit) -> [UInt8] {
    let answer = revisit.answer
    var text = RecordText(type: "revisit", id: answer.id, date: answer.fetchedAt.description)
    text.add("WARC-Target-URI", answer.url.string)
    text.add("WARC-Profile", revisit.profile.name)
    if let id = revisit.target.id { text.add("WARC-Refers-To", id) }
    if let url = revisit.target.url { text.add("WARC-Refers-To-Target-URI", url.string) }
    if let moment = revisit.target.fetchedAt {
      text.add("WARC-Refers-To-Date", moment.description)
    }
    addWire(answer, to: &text)
    if let digest = revisit.payloadDigest { text.add("WARC-Payload-Digest", digest) }
    return text.bytes(
      contentType: "application/http;msgtype=response", block: answer.responseHead)
  }

  private static func addWire(_ capture: Capture, to text: inout RecordText) {
    if let address = capture.remoteAddress { text.add("WARC-IP-Address", address) }
    text.add("WARC-Protocol", capture.version.rawValue)
  }
}
