import Codings
import Dates
import Web

/// A capture as the bytes that go to the file: a request, a note and a response record.
///
/// Packing costs far more than writing; it is pure, so that worker threads can do it. The
/// response stands last: when it is in the file, its request and its note are too.
package struct PreparedCapture: Sendable {
  package let capture: Capture
  /// SHA-256 of the stored body, lower-case hex.
  package let sha256: String
  /// The gzip members that come before the response's.
  let leading: [UInt8]
  /// The response's gzip member; nil when it could not be packed or there is no response.
  let response: [UInt8]?

  /// Packs the three records; the cost is that of packing and two SHA-256.
  package init(_ capture: Capture, note: CaptureNote) {
    let payload = SHA256.digest(capture.body)
    self.capture = capture
    sha256 = Hex.text(payload)
    let request = capture.requestHead.isEmpty ? [] : GzipMember.pack(Self.request(capture))
    let notes = GzipMember.pack(Self.note(note, on: capture))
    guard let request, let notes, !capture.responseHead.isEmpty else {
      leading = []
      response = nil
      return
    }
    leading = request + notes
    let isPacked = capture.header("content-encoding") != nil
    response = GzipMember.pack(
      Self.response(capture, payload: payload), effort: isPacked ? .packed : .text)
  }

  private static func request(_ capture: Capture) -> [UInt8] {
    var text = RecordText(
      type: "request", id: .random(), date: capture.fetchedAt.description)
    text.add("WARC-Target-URI", capture.url.string)
    text.add("WARC-Concurrent-To", capture.id)
    addWire(capture, to: &text)
    return text.bytes(
      contentType: "application/http;msgtype=request", block: capture.requestHead)
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

  private static func addWire(_ capture: Capture, to text: inout RecordText) {
    if let address = capture.remoteAddress { text.add("WARC-IP-Address", address) }
    text.add("WARC-Protocol", capture.version.rawValue)
  }
}
