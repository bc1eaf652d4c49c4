/// A host with its port, as a plan names it: `www.example.gov.cn`, `127.0.0.1:8080`.
///
/// The host is lower case; an IPv6 address stands in brackets. Without a port in the text the
/// value matches both default ports (80 for http, 443 for https).
package struct HostPort: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let host: String
  /// The port that was written, or nil when the default ports are meant.
  package let port: Int?

  package init(host: String, port: Int?) {
    self.host = host
    self.port = port
  }

  /// Reads `host` or `host:port`; nil for anything else (scheme, path, user, space, bad port).
  package init?(_ text: String) {
    // What an address reader would drop or split at must not pass in silence.
    let isBare = text.utf8.allSatisfy { $0 > 0x20 && !Self.delimiters.contains($0) }
    guard isBare, text.utf8.last != UInt8(ascii: ":"), let url = WebURL("http://\(text)/"),
      url.path == "/", url.query == nil
    else { return nil }
    let tail = text.hasSuffix("]") ? "" : text
    let writesPort = tail.utf8.last(where: { $0 == UInt8(ascii: ":") }) != nil
    self.init(host: url.host, port: writesPort ? url.port : nil)
  }

  private static let delimiters = Set("/?#@\\".utf8)

  /// Says whether an address belongs to this host and port.
  package func covers(_ url: WebURL) -> Bool {
    guard url.hasHost(host) else { return false }
    guard let port else { return url.port == url.scheme.defaultPort }
    return url.port == port
  }

  package var description: String { port.map { "\(host):\($0)" } ?? host }

  package static func < (left: HostPort, right: HostPort) -> Bool {
    left.description < right.description
  }
}
