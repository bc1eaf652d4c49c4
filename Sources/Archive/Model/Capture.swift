package import Codings
package import Dates
package import Web

/// One request and the response that came, as they are stored.
///
/// The head is text of HTTP/1.1 form whatever the protocol was: status line, then fields, each
/// line ended by CRLF, and an empty line. The body is what the server sent: still content-coded,
/// the transfer coding already undone. Making a capture rewrites what would no longer be true
/// (see `MessageHead.storable`), so that a fresh capture equals the one that is read back.
package struct Capture: Sendable, Equatable {
  /// Why a body is shorter than the server meant it to be (ISO 28500:2017 §5.13).
  package enum Truncation: String, Sendable, CaseIterable {
    /// Longer than the limit in bytes.
    case length
    /// Not finished within the limit in time.
    case time
    /// The connection ended early.
    case disconnect
    /// For a reason that the archive does not tell.
    case unspecified
  }

  /// The protocol in which the exchange took place.
  package enum Version: String, Sendable, CaseIterable {
    case http10 = "http/1.0"
    case http11 = "http/1.1"
    case http2 = "h2"
    case http3 = "h3"
  }

  package let id: CaptureID
  /// The address that was asked for.
  package let url: WebURL
  package let fetchedAt: Timestamp
  /// Request line and fields; empty when the archive has no request record.
  package let requestHead: [UInt8]
  /// What was posted; empty for a GET.
  package let requestBody: [UInt8]
  /// Status line and fields.
  package let responseHead: [UInt8]
  package let body: [UInt8]
  /// Nil when the body is whole.
  package let truncated: Truncation?
  /// The IP address of the server, as text; nil when it is not known.
  package let remoteAddress: String?
  package let version: Version

  /// Makes a capture of what came over the wire.
  ///
  /// A fresh capture takes `CaptureID.random()`.
  package init(
    id: CaptureID, url: WebURL, fetchedAt: Timestamp, requestHead: [UInt8],
    requestBody: [UInt8] = [], responseHead: [UInt8], body: [UInt8], truncated: Truncation? = nil,
    remoteAddress: String? = nil, version: Version = .http11
  ) {
    self.id = id
    self.url = url
    self.fetchedAt = fetchedAt
    self.requestHead = MessageHead.storable(request: requestHead)
    self.requestBody = requestBody
    self.responseHead = MessageHead.storable(response: responseHead, bodyLength: body.count)
    self.body = body
    self.truncated = truncated
    self.remoteAddress = remoteAddress
    self.version = version
  }

  /// The status code of the response; nil when the status line can't be read.
  package var status: Int? { MessageHead(responseHead).status }

  /// The value of the first field of that name, white space around it removed; nil without one.
  ///
  /// Names are compared without regard to case.
  package func header(_ name: String) -> [UInt8]? { MessageHead(responseHead).first(name) }

  /// The values of all fields of that name, in order.
  package func headers(_ name: String) -> [[UInt8]] { MessageHead(responseHead).all(name) }

  /// The value of the first field of that name as text; bytes that are not UTF-8 become U+FFFD.
  package func headerText(_ name: String) -> String? {
    header(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The lower-case media type without parameters: `text/html`; nil when none was sent.
  package var mediaType: String? {
    guard let value = header("content-type") else { return nil }
    let essence = value.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") }
    let text = MessageHead.lower(MessageHead.trimmed(essence))
    return text.isEmpty ? nil : text
  }

  /// SHA-256 of the stored body, lower-case hex.
  ///
  /// Computed at each call.
  package var payloadSHA256: String { SHA256.hex(body) }

  /// The body with its content coding undone.
  ///
  /// At most `limit` bytes come out. Chains of codings and repeated fields are followed in order.
  /// Text that begins with the gzip mark though no coding was named is unpacked too; a gzip file
  /// that is offered as such (`application/gzip`) is not.
  package func decodedBody(limit: Int) -> DecodedBody {
    let codings = headers("content-encoding").map { String(decoding: $0, as: UTF8.self) }
    let decoder = ContentDecoder(
      contentEncoding: codings.joined(separator: ","), maxDecoded: limit,
      unnamedGzip: isText ? .unpack : .keep)
    return decoder.decode(body)
  }

  /// Says whether the response is offered as text, or as nothing in particular.
  private var isText: Bool {
    guard let mediaType else { return true }
    return mediaType.hasPrefix("text/")
      || ["html", "xml", "json", "javascript"].contains { mediaType.hasSuffix($0) }
  }
}

extension CaptureID {
  /// A new name, of a random UUID (RFC 9562 version 4): `urn:uuid:…`.
  package static func random() -> CaptureID { CaptureID(RandomUUID.urn()) }
}
