package import Web

/// How long a transfer and each of its phases may take and how much it may bring.
///
/// A phase is looked at ten times a second: it may last a tenth of a second longer than its limit.
package struct TransferLimits: Sendable, Equatable {
  /// Looking the name up, in milliseconds.
  package var nameMilliseconds = 10_000
  /// From the first socket to the connection, in milliseconds.
  package var connectMilliseconds = 10_000
  /// The TLS handshake, in milliseconds.
  package var handshakeMilliseconds = 10_000
  /// From the request to the first byte of the head, in milliseconds.
  package var firstByteMilliseconds = 20_000
  /// The whole transfer, in milliseconds.
  package var totalMilliseconds = 20_000
  /// Without one byte of an answer that has begun, in milliseconds.
  package var stallMilliseconds = 10_000
  /// Status line and fields together, those of interim responses and trailers included, in bytes.
  package var headBytes = 256 << 10
  /// The body as it comes over the wire, content coding not undone, in bytes.
  package var bodyBytes = 10 << 20

  package init() {}
}

/// One request to be made: a GET, or the POST of a form.
package struct Request: Sendable {
  /// The caller's number for it; comes back with the transfer.
  package var id: Int
  package var url: WebURL
  /// Field lines beside those that every request has: `If-None-Match: "x"`.
  package var fields: [String] = []
  /// The body of a POST, `application/x-www-form-urlencoded`; nil for a GET.
  package var form: [UInt8]?
  package var limits = TransferLimits()
  /// Requests with the same jar see each other's cookies; each jar lives as long as the loop.
  package var jar = 0
  /// Takes any certificate and old ciphers: only where the plan says `tls: accept-invalid`.
  package var acceptsInvalidTLS = false
  /// Decides, at each hop and each address tried, whether the socket may be connected.
  package var mayConnect: @Sendable (ResolvedAddress) -> Bool

  package init(id: Int, url: WebURL, mayConnect: @escaping @Sendable (ResolvedAddress) -> Bool) {
    self.id = id
    self.url = url
    self.mayConnect = mayConnect
  }
}

/// The address that a socket is about to be connected to.
package struct ResolvedAddress: Sendable, Hashable, CustomStringConvertible {
  /// 4 bytes (IPv4) or 16 bytes (IPv6), in network order; empty for any other family.
  package var bytes: [UInt8]
  package var port: Int

  package init(bytes: [UInt8], port: Int) {
    self.bytes = bytes
    self.port = port
  }

  /// `127.0.0.1:80`, `[0:0:0:0:0:0:0:1]:80`.
  package var description: String {
    guard bytes.count == 16 else {
      return bytes.map { String($0) }.joined(separator: ".") + ":\(port)"
    }
    let groups = stride(from: 0, to: 16, by: 2).map { index in
      String(Int(bytes[index]) << 8 | Int(bytes[index + 1]), radix: 16)
    }
    return "[\(groups.joined(separator: ":"))]:\(port)"
  }
}
