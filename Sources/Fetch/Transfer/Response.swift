/// The HTTP version that a response came in.
package enum HTTPVersion: String, Sendable {
  case http10 = "HTTP/1.0"
  case http11 = "HTTP/1.1"
  case http2 = "HTTP/2"
}

/// What a server sent.
package struct Response: Sendable {
  /// Why the body is not whole.
  package enum Cut: String, Sendable {
    /// The limit of body bytes was reached.
    case length
    /// The time was over.
    case time
    /// The connection ended early, or its framing broke.
    case disconnect
  }

  package var status: Int
  package var version: HTTPVersion
  /// Status line and fields as received, CRLF, empty line included.
  ///
  /// For HTTP/2 libcurl writes them in the form of HTTP/1.1 under the status line `HTTP/2 200`.
  package var head: [UInt8]
  /// The body: transfer coding undone, content coding (gzip, br) not.
  package var body: [UInt8]
  /// Nil when the body is whole as far as its framing tells.
  package var cut: Cut?

  package init(
    status: Int, version: HTTPVersion, head: [UInt8], body: [UInt8], cut: Cut? = nil
  ) {
    self.status = status
    self.version = version
    self.head = head
    self.body = body
    self.cut = cut
  }
}

/// How long the phases of a transfer took, in microseconds from its start; 0: not reached.
package struct TransferTiming: Sendable, Equatable {
  package var nameLookup = 0
  package var connect = 0
  package var handshake = 0
  package var firstByte = 0
  package var total = 0

  package init() {}
}

/// A request that is over, well or ill.
package struct Transfer: Sendable {
  package var request: Request
  /// Request line and fields as sent; empty when nothing was sent.
  package var requestHead: [UInt8]
  package var result: Result<Response, TransferError>
  /// The peer's address as text, without port; nil when no connection stood.
  package var remoteAddress: String?
  package var timing: TransferTiming
  /// When it was started: seconds since 1970, UTC.
  package var startedAt: Int64

  package init(
    request: Request, requestHead: [UInt8], result: Result<Response, TransferError>,
    remoteAddress: String?, timing: TransferTiming, startedAt: Int64
  ) {
    self.request = request
    self.requestHead = requestHead
    self.result = result
    self.remoteAddress = remoteAddress
    self.timing = timing
    self.startedAt = startedAt
  }
}
