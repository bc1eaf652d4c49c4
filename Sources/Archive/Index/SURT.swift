package import Web

/// The sort-friendly form of an address (SURT) by which CDXJ files are ordered:
/// `http://www.a.gov.cn:8080/B/?y=2&x=1` is `cn,gov,a:8080)/b?x=1&y=2`.
///
/// The usual folding of replay tools, so that theirs and ours find the same line: scheme, default
/// port and a leading `www`, `www2` … are dropped, host labels reversed, letters lower case, a
/// slash at the end and empty path segments removed, parameters sorted, session parameters dropped.
package enum SURT {
  /// Parameters that name a visit; 32 hexadecimal digits follow, or for some any word.
  private static let sessionNames: Set<String> = ["jsessionid", "phpsessid", "sid"]

  /// The key of an address.
  package static func key(_ url: WebURL) -> String { key(url, body: nil) }

  /// The key of a request with a body: method and body stand in the query (`__wb_method`).
  package static func key(_ url: WebURL, body: String?, method: String = "POST") -> String {
    var query = url.query.map { Array($0.utf8) } ?? []
    if let body {
      if !query.isEmpty { query.append(UInt8(ascii: "&")) }
      query += Array("__wb_method=\(method)".utf8)
      if !body.isEmpty { query += Array("&\(body)".utf8) }
    }
    return authority(url) + ")" + path(url.path) + sorted(query)
  }

  private static func authority(_ url: WebURL) -> String {
    var host = url.host
    if host.hasPrefix("[") { host = String(host.dropFirst().dropLast()) }
    let labels = stripped(host).split(separator: ".", omittingEmptySubsequences: true)
    let port = url.port == url.scheme.defaultPort ? "" : ":\(url.port)"
    return labels.reversed().joined(separator: ",") + port
  }

  /// Without `www` and digits in front, as long as a name remains.
  private static func stripped(_ host: String) -> Substring {
    guard host.hasPrefix("www"), let dot = host.firstIndex(of: ".") else { return host[...] }
    let digits = host[..<dot].dropFirst(3)
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return host[...] }
    return host[host.index(after: dot)...]
  }

  private static func path(_ path: String) -> String {
    if let plain = plainPath(path) { return plain }
    let segments = path.split(separator: "/", omittingEmptySubsequences: true)
    return "/" + segments.map { folded(Array($0.utf8)) }.joined(separator: "/")
  }

  /// The path in which nothing is escaped: most are.
  private static func plainPath(_ path: String) -> String? {
    var out: [UInt8] = []
    out.reserveCapacity(path.utf8.count + 1)
    for byte in path.utf8 {
      guard byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "%"), byte != 0x23 else { return nil }
      if byte == UInt8(ascii: "/"), out.last == byte { continue }
      out.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    if out.first != UInt8(ascii: "/") { out.insert(UInt8(ascii: "/"), at: 0) }
    if out.count > 1, out.last == UInt8(ascii: "/") { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  private static func sorted(_ query: [UInt8]) -> String {
    guard !query.isEmpty else { return "" }
    let parts = query.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
      .map { folded(Array($0)) }
      .filter { !isSession($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }

  private static func isSession(_ parameter: String) -> Bool {
    let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, sessionNames.contains(String(parts[0])) else { return false }
    return parts[1].utf8.count == 32
      && parts[1].utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
      }
  }

  /// Escapes that need not be are undone, what has to be escaped is, letters become lower case.
  private static func folded(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    for byte in unescaped(bytes) {
      let isPlain = byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "%") && byte != 0x23
      if isPlain {
        out.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      } else {
        out += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Undoes escapes of escapes too; each round makes the text shorter.
  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var now = bytes
    for _ in 0..<8 {
      let next = unescapedOnce(now)
      if next.count == now.count { return now }
      now = next
    }
    return now
  }

  private static func unescapedOnce(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = value(bytes[index + 1]), let low = value(bytes[index + 2])
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }

  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func digit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? 0x30 + nibble : 0x57 + nibble
  }
}
