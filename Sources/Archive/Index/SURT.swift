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
    var out: [UInt8] = []
    out.reserveCapacity(url.string.utf8.count + query.count)
    addAuthority(url, to: &out)
    out.append(UInt8(ascii: ")"))
    addPath(url.path, to: &out)
    if !query.isEmpty { out += sorted(query).utf8 }
    return String(decoding: out, as: UTF8.self)
  }

  private static func addAuthority(_ url: WebURL, to out: inout [UInt8]) {
    var host = Array(url.host.utf8)[...]
    if host.first == UInt8(ascii: "[") { host = host.dropFirst().dropLast() }
    var labels = stripped(host)
    let start = out.count
    while !labels.isEmpty {
      let dot = labels.lastIndex(of: UInt8(ascii: "."))
      let label = labels[(dot.map { $0 + 1 } ?? labels.startIndex)...]
      labels = labels[..<(dot ?? labels.startIndex)]
      if label.isEmpty { continue }
      if out.count > start { out.append(UInt8(ascii: ",")) }
      out += label
    }
    guard url.port != url.scheme.defaultPort else { return }
    out.append(UInt8(ascii: ":"))
    out += String(url.port).utf8
  }

  /// Without `www` and digits in front, as long as a name remains.
  private static func stripped(_ host: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard host.starts(with: "www".utf8), let dot = host.firstIndex(of: UInt8(ascii: ".")) else {
      return host
    }
    let digits = host[..<dot].dropFirst(3)
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return host }
    return host[(dot + 1)...]
  }

  private static func addPath(_ path: String, to out: inout [UInt8]) {
    let start = out.count
    if addPlainPath(path, to: &out) { return }
    out.removeSubrange(start...)
    for segment in path.split(separator: "/", omittingEmptySubsequences: true) {
      out.append(UInt8(ascii: "/"))
      out += folded(Array(segment.utf8)).utf8
    }
    if out.count == start { out.append(UInt8(ascii: "/")) }
  }

  /// Writes a path in which nothing is escaped, as most are; false where it is another, and some of
  /// it may have been written.
  private static func addPlainPath(_ path: String, to out: inout [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    let start = out.count
    var isPlain = true
    out.append(addingCapacity: path.utf8.count + 1) { text in
      text.append(slash)
      var last = slash
      for byte in path.utf8 {
        isPlain = isPlain && byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "%") && byte != 0x23
        if byte == slash, last == slash { continue }
        text.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        last = byte
      }
    }
    if out.count > start + 1, out.last == slash { out.removeLast() }
    return isPlain
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
