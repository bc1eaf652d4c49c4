/// Why a transfer brought no response.
///
/// A response that broke off in its body is no error: see `Response.cut`.
package struct TransferError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The closed set of causes; the raw values are outcome codes (module Crawl documents them).
  package enum Kind: String, Sendable, CaseIterable {
    /// The name has no address, or no name server answered.
    case nameNotResolved = "dns.failed"
    case connectRefused = "connect.refused"
    /// No route to the host or its network.
    case connectUnreachable = "connect.unreachable"
    case certificateExpired = "tls.expired"
    case certificateNotYetValid = "tls.notYetValid"
    /// The certificate is for another name.
    case certificateName = "tls.name"
    case certificateSelfSigned = "tls.selfSigned"
    /// The chain ends at an issuer that is not known, or a link of it is missing.
    case certificateIssuer = "tls.issuer"
    case certificateRevoked = "tls.revoked"
    /// Key or signature of the chain are too weak to be trusted.
    case certificateWeak = "tls.weak"
    /// The certificate has another fault.
    case certificateInvalid = "tls.invalid"
    /// The server knows no version or cipher that is still safe.
    case handshakeOutdated = "tls.outdated"
    /// What the server speaks on that port is no TLS.
    case notTLS = "tls.notTLS"
    /// The peer broke off the handshake, or it failed in another way.
    case handshake = "tls.handshake"
    case timeoutName = "timeout.dns"
    case timeoutConnect = "timeout.connect"
    case timeoutHandshake = "timeout.tls"
    /// The head of the response was not complete in time.
    case timeoutResponse = "timeout.response"
    /// The connection was reset before the head was complete.
    case reset = "connect.reset"
    /// The connection ended without one byte.
    case emptyReply = "http.emptyReply"
    /// What came is no HTTP/1 or HTTP/2.
    case malformed = "http.malformed"
    /// The head is longer than the limit.
    case headTooLarge = "http.headTooLarge"
    /// The address policy refused every address of the host.
    case addressForbidden = "address.forbidden"
    /// The run was stopped.
    case cancelled = "interrupted"
    /// This machine has no memory, descriptor or thread to give.
    case noResources = "local.resources"
  }

  package var kind: Kind
  /// What the library said, or the address that was refused; for logs, not for comparing.
  package var detail: String

  package init(_ kind: Kind, _ detail: String) {
    self.kind = kind
    self.detail = detail
  }

  package var description: String { "\(kind.rawValue): \(detail)" }
}
