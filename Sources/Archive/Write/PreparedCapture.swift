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
  /// The gzip members of request, note and response; nil when there is no response, or no memory
  /// to pack them.
  let members: [UInt8]?
  /// Where the response's member begins in `members`.
  let responseStart: Int
  /// What the index says of it.
  let subject: CDXEntry.Subject

  /// Packs the three records; the cost is that of packing and one SHA-256.
  package init(_ capture: Capture, note: CaptureNote) {
    let digests = SHA256.Series()
    let payload = digests.digest(capture.body)
    self.capture = capture
    sha256 = Hex.text(payload)
    subject = Self.subject(capture, payload: payload, isRevisit: false)
    let coding = MessageHead(capture.responseHead).first("content-encoding").map(MessageHead.lower)
    let isPacked = coding.map(Self.packingCodings.contains) ?? false
    (members, responseStart) = Self.packed(
      capture, note, digests, room: capture.body.count, effort: isPacked ? .packed : .text
    ) { Self.addResponse(capture, payload: payload, to: &$0) }
  }

  /// Content codings of bodies in which nothing repeats any more.
  private static let packingCodings: Set<String> = ["gzip", "x-gzip", "br", "deflate", "zstd"]

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
    let digests = SHA256.Series()
    let payload = digests.digest(original.body)
    guard Hex.text(payload) == target.sha256 else { return nil }
    let revisit = Revisit(
      profile: profile,
      target: Revisit.Target(id: target.id, url: target.url, fetchedAt: target.fetchedAt),
      answer: answer, payloadDigest: "sha256:\(Base32.text(payload))")
    guard let resolved = revisit.resolved(with: original) else { return nil }
    capture = resolved
    sha256 = target.sha256
    subject = Self.subject(answer, payload: payload, isRevisit: true)
    (members, responseStart) = Self.packed(answer, note, digests, room: 0, effort: .text) {
      Self.add(revisit, to: &$0)
    }
  }

  private static func subject(
    _ capture: Capture, payload: [UInt8], isRevisit: Bool
  ) -> CDXEntry.Subject {
    CDXEntry.Subject(
      url: capture.url, fetchedAt: capture.fetchedAt, head: capture.responseHead,
      digest: "sha256:\(Base32.text(payload))", isRevisit: isRevisit,
      request: capture.requestBody.isEmpty
        ? capture.requestHead : capture.requestHead + capture.requestBody)
  }

  /// The members of request, note and answer, and where the answer's begins.
  ///
  /// `room` is how many bytes the answer has beside its head, `effort` how hard to pack it; `answer`
  /// adds its record.
  private static func packed(
    _ capture: Capture, _ note: CaptureNote, _ digests: SHA256.Series, room: Int,
    effort: GzipMember.Effort,
    answer: (inout RecordText) -> Void
  ) -> (members: [UInt8]?, start: Int) {
    guard !capture.responseHead.isEmpty else { return (nil, 0) }
    let address = capture.url.string.utf8.count + (note.via?.string.utf8.count ?? 0)
    var text = RecordText(
      capacity: 3 * RecordText.usualHeader + 4 * address + capture.requestHead.count
        + capture.requestBody.count + capture.responseHead.count + room,
      digests: digests)
    if !capture.requestHead.isEmpty { addRequest(capture, to: &text) }
    add(note, on: capture, to: &text)
    let leading = text.ends.count
    answer(&text)
    var runs: [GzipMember.Run] = []
    runs.reserveCapacity(text.ends.count)
    var start = 0
    for (index, end) in text.ends.enumerated() {
      let effort = index == leading ? effort : .text
      runs.append(GzipMember.Run(text.bytes, start..<end, effort: effort))
      start = end
    }
    guard let packed = GzipMember.members(of: runs) else { return (nil, 0) }
    return (packed.bytes, packed.ends[leading - 1])
  }

  private static func addRequest(_ capture: Capture, to text: inout RecordText) {
    text.begin("request", at: capture.fetchedAt)
    text.add("WARC-Target-URI", capture.url.string)
    text.add("WARC-Concurrent-To", capture.id)
    addWire(capture, to: &text)
    text.end(
      contentType: "application/http;msgtype=request",
      block: capture.requestHead, capture.requestBody)
  }

  private static func add(
    _ note: CaptureNote, on capture: Capture, to text: inout RecordText
  ) {
    text.begin("metadata", at: capture.fetchedAt)
    text.add("WARC-Target-URI", capture.url.string)
    text.add("WARC-Concurrent-To", capture.id)
    text.end(contentType: "application/json", block: NoteText.bytes(note))
  }

  private static func addResponse(
    _ capture: Capture, payload: [UInt8], to text: inout RecordText
  ) {
    text.begin("response", id: capture.id, at: capture.fetchedAt)
    text.add("WARC-Target-URI", capture.url.string)
    addWire(capture, to: &text)
    if let reason = capture.truncated { text.add("WARC-Truncated", reason.rawValue) }
    text.end(
      contentType: "application/http;msgtype=response", head: capture.responseHead,
      body: capture.body, payload: payload)
  }

  private static func add(_ revisit: Revisit, to text: inout RecordText) {
    let answer = revisit.answer
    text.begin("revisit", id: answer.id, at: answer.fetchedAt)
    text.add("WARC-Target-URI", answer.url.string)
    text.add("WARC-Profile", revisit.profile.name)
    if let id = revisit.target.id { text.add("WARC-Refers-To", id) }
    if let url = revisit.target.url { text.add("WARC-Refers-To-Target-URI", url.string) }
    if let moment = revisit.target.fetchedAt {
      text.add("WARC-Refers-To-Date", moment.description)
    }
    addWire(answer, to: &text)
    if let digest = revisit.payloadDigest { text.add("WARC-Payload-Digest", digest) }
    text.end(
      contentType: "application/http;msgtype=response", block: answer.responseHead)
  }

  private static func addWire(_ capture: Capture, to text: inout RecordText) {
    if let address = capture.remoteAddress { text.add("WARC-IP-Address", address) }
    text.add("WARC-Protocol", capture.version.rawValue)
  }
}
