import Texts

/// An absolute http or https address in its normal form.
///
/// Scheme and host are lower case, the default port is left out, dot segments are resolved, a
/// fragment is dropped, bytes that may not stand in a path or query are percent-encoded (UTF-8).
/// Two addresses that differ only in those points are equal. Addresses of other schemes, with
/// user or password, or without a host are no `WebURL`. Source: RFC 3986 §5 and §6.2.
package struct WebURL: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The two schemes that an audit may fetch.
  package enum Scheme: String, Sendable {
    case http, https

    /// 80 for http, 443 for https.
    package var defaultPort: Int { self == .http ? 80 : 443 }

    /// The bytes of `http://` and `https://`.
    var length: Int { self == .http ? 7 : 8 }
  }

  /// The whole address: `http://host[:port]/path[?query]`.
  package let string: String
  /// The hash of `string`, worked out once: an address is looked up far more often than made.
  package let code: Int
  /// Where the path begins in `string`, in UTF-8 bytes.
  private let pathPlace: UInt32
  /// Where the query's `?` stands in `string`, or the end of the string.
  private let queryPlace: UInt32
  private let portNumber: UInt16
  /// The bytes of the host, which stands behind the scheme: no text of its own, since addresses are
  /// copied far more often than their hosts are asked for.
  private let hostCount: UInt16
  package let scheme: Scheme
  /// A `;` or `%` may stand in the address: false is certain, and what nearly all addresses are.
  package let mayHoldMark: Bool

  private init(
    _ text: String, scheme: Scheme, host: UInt16, port: UInt16, path: Int, query: Int,
    mayHoldMark: Bool? = nil, hash: UInt64? = nil
  ) {
    string = text
    self.scheme = scheme
    self.mayHoldMark =
      mayHoldMark
      ?? text.utf8.contains {
        $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "%")
      }
    hostCount = host
    portNumber = port
    pathPlace = UInt32(truncatingIfNeeded: path)
    queryPlace = UInt32(truncatingIfNeeded: query)
    code = Int(truncatingIfNeeded: hash ?? KeyedHash.of(text))
  }

  /// An address of its parts; `host` is how many bytes of `authority` are the host's.
  init(scheme: Scheme, authority: String, host: Int, port: Int, target: String) {
    let origin = "\(scheme.rawValue)://\(authority)"
    let start = origin.utf8.count
    let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
    let query = target.utf8.distance(
      from: target.utf8.startIndex, to: mark ?? target.utf8.endIndex)
    self.init(
      origin + target, scheme: scheme, host: UInt16(clamping: host), port: UInt16(clamping: port),
      path: start,
      query: start + query)
  }

  /// An address whose whole text is known; `path` is where its path begins, `host` the bytes of its
  /// host.
  init(normal text: String, scheme: Scheme, host: Int, port: Int, path: String.Index) {
    let view = text.utf8
    let mark = view[path...].firstIndex(of: UInt8(ascii: "?")) ?? view.endIndex
    self.init(
      text, scheme: scheme, host: UInt16(clamping: host), port: UInt16(clamping: port),
      path: view.distance(from: view.startIndex, to: path),
      query: view.distance(from: view.startIndex, to: mark))
  }

  /// An address at its scheme's own port whose whole text is known.
  ///
  /// None of its bytes is unusual (see `WebURL+Plain.swift`).
  init(plain text: String, hash: UInt64, scheme: Scheme, path: Int, query: Int) {
    self.init(
      text, scheme: scheme, host: UInt16(clamping: path - scheme.length),
      port: UInt16(clamping: scheme.defaultPort), path: path, query: query,
      mayHoldMark: false, hash: hash)
  }

  /// Another path and query at the origin of `base`.
  init(_ base: WebURL, target: [UInt8]) {
    // All of it is ASCII: what is not was percent-encoded.
    let text = String(
      decoding: Array(base.string.utf8.prefix(base.pathStart)) + target, as: UTF8.self)
    let query = base.pathStart + (target.firstIndex(of: UInt8(ascii: "?")) ?? target.count)
    self = base.withText(text, query: query)
  }

  /// An address of the same origin whose whole text is known; `query` is where its `?` stands, or
  /// the end, `mayHoldMark` and `hash` what is known of it.
  func withText(
    _ text: String, query: Int, mayHoldMark: Bool? = nil, hash: UInt64? = nil
  ) -> WebURL {
    WebURL(
      text, scheme: scheme, host: hostCount, port: portNumber, path: pathStart, query: query,
      mayHoldMark: mayHoldMark, hash: hash)
  }

  package var port: Int { Int(portNumber) }

  /// Lower case; IPv6 in brackets.
  package var host: String { slice(hostRange.lowerBound, hostRange.upperBound) }

  /// Says whether `host` is that name, without making a text of it.
  package func hasHost(_ name: String) -> Bool {
    SameBytes.are(hostRange, of: string, 0..<name.utf8.count, of: name)
  }

  /// Says whether both lie on one host, whatever the port.
  package func isOnHost(of other: WebURL) -> Bool {
    SameBytes.are(hostRange, of: string, other.hostRange, of: other.string)
  }

  private var hostRange: Range<Int> { scheme.length..<(scheme.length + Int(hostCount)) }

  private var pathStart: Int { Int(pathPlace) }
  private var queryStart: Int { Int(queryPlace) }

  /// Where path and query begin, in bytes.
  var plainParts: (path: Int, query: Int) { (pathStart, queryStart) }

  /// Where the path lies in the bytes of `string`.
  package var pathRange: Range<Int> { pathStart..<queryStart }

  /// There is a query, if an empty one.
  package var hasQuery: Bool { queryStart != string.utf8.count }

  /// The bytes of the path.
  var pathBytes: ArraySlice<UInt8> { Array(string.utf8)[pathStart..<queryStart] }

  /// The path, from its first slash; never empty.
  package var path: String { slice(pathStart, queryStart) }

  /// What follows `?`, or nil when there is no `?`.
  package var query: String? {
    queryStart == string.utf8.count ? nil : slice(queryStart + 1, string.utf8.count)
  }

  /// Path and query: what a request line and robots.txt see.
  package var target: String { slice(pathStart, string.utf8.count) }

  /// The address without path and query: `http://host[:port]`.
  package var origin: String { slice(0, pathStart) }

  /// Host and port as a plan would name them.
  package var hostPort: HostPort {
    HostPort(host: host, port: port == scheme.defaultPort ? nil : port)
  }

  /// The address of the folder that holds this one: everything up to the path's last slash.
  package var folder: String {
    let bytes = Array(string.utf8.prefix(queryStart))
    let slash = bytes.lastIndex(of: UInt8(ascii: "/")) ?? pathStart
    return String(decoding: bytes[...slash], as: UTF8.self)
  }

  private func slice(_ from: Int, _ to: Int) -> String {
    let view = string.utf8
    let start = view.index(view.startIndex, offsetBy: from)
    let end = view.index(view.startIndex, offsetBy: to)
    return String(string[start..<end])
  }

  /// Says whether path and query are those given, to the byte.
  package func hasTarget(_ target: String) -> Bool {
    string.utf8.count - pathStart == target.utf8.count && string.hasSuffix(target)
  }

  /// Says whether the path begins with a text that ends at a segment's end.
  package func isBelow(_ prefix: String) -> Bool {
    let count = prefix.utf8.count
    guard queryStart - pathStart >= count else { return false }
    let view = string.utf8
    var place = view.index(view.startIndex, offsetBy: pathStart)
    var last: UInt8 = 0
    for byte in prefix.utf8 {
      guard view[place] == byte else { return false }
      last = byte
      place = view.index(after: place)
    }
    return queryStart - pathStart == count || last == UInt8(ascii: "/")
      || view[place] == UInt8(ascii: "/")
  }

  package var description: String { string }

  package static func == (left: WebURL, right: WebURL) -> Bool {
    left.code == right.code && left.string == right.string
  }
  package func hash(into hasher: inout Hasher) { hasher.combine(code) }
  package static func < (left: WebURL, right: WebURL) -> Bool { left.string < right.string }
}

/// A dump shows the address, not its hash.
extension WebURL: CustomReflectable {
  package var customMirror: Mirror {
    Mirror(self, children: ["string": string], displayStyle: .struct)
  }
}
