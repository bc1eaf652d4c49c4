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
  }

  /// The whole address: `http://host[:port]/path[?query]`.
  package let string: String
  package let scheme: Scheme
  /// Lower case; IPv6 in brackets.
  package let host: String
  package let port: Int
  /// Where the path begins in `string`, in UTF-8 bytes.
  private let pathStart: Int
  /// Where the query's `?` stands in `string`, or the end of the string.
  private let queryStart: Int

  init(scheme: Scheme, authority: String, host: String, port: Int, target: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    let origin = "\(scheme.rawValue)://\(authority)"
    string = origin + target
    pathStart = origin.utf8.count
    let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
    queryStart =
      pathStart
      + target.utf8.distance(
        from: target.utf8.startIndex, to: mark ?? target.utf8.endIndex)
  }

  /// An address whose whole text is known; `path` is where its path begins.
  init(normal text: String, scheme: Scheme, host: String, port: Int, path: String.Index) {
    string = text
    self.scheme = scheme
    self.host = host
    self.port = port
    let view = text.utf8
    pathStart = view.distance(from: view.startIndex, to: path)
    let mark = view[path...].firstIndex(of: UInt8(ascii: "?")) ?? view.endIndex
    queryStart = view.distance(from: view.startIndex, to: mark)
  }

  /// Another path and query at the origin of `base`.
  init(_ base: WebURL, target: [UInt8]) {
    scheme = base.scheme
    host = base.host
    port = base.port
    pathStart = base.pathStart
    // All of it is ASCII: what is not was percent-encoded.
    string = String(decoding: Array(base.string.utf8.prefix(pathStart)) + target, as: UTF8.self)
    queryStart = pathStart + (target.firstIndex(of: UInt8(ascii: "?")) ?? target.count)
  }

  /// An address of `base`'s origin whose whole text is known; `query` is where its `?` stands, or
  /// the end.
  init(_ base: WebURL, text: String, query: Int) {
    string = text
    scheme = base.scheme
    host = base.host
    port = base.port
    pathStart = base.pathStart
    queryStart = query
  }

  /// Where path and query begin, in bytes.
  var plainParts: (path: Int, query: Int) { (pathStart, queryStart) }

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

  package var description: String { string }

  package static func == (left: WebURL, right: WebURL) -> Bool { left.string == right.string }
  package func hash(into hasher: inout Hasher) { hasher.combine(string) }
  package static func < (left: WebURL, right: WebURL) -> Bool { left.string < right.string }
}
