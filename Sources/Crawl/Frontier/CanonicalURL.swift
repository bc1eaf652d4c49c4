package import Web

/// Folds addresses that differ only in how they are written, or in what names a visitor or an
/// advertisement.
package enum CanonicalURL {
  /// Query parameters and path parameters that hold a session: their value names no page.
  private static let sessionNames: Set<String> = [
    "jsessionid", "phpsessid", "sessionid", "session_id", "cfid", "cftoken", "gclid", "fbclid",
    "spm", "isappinstalled",
  ]
  /// Names under which a script puts the moment or a random number, so that no cache answers.
  private static let freshNames: Set<String> = ["_", "_t", "rnd", "rand", "random", "timestamp"]
  /// How WeChat marks an address that was passed on.
  private static let senders: Set<String> = ["singlemessage", "groupmessage", "timeline"]

  /// The address without session and tracking parameters; most addresses come back as they are.
  ///
  /// Dropped are `;jsessionid=…` and its like in the path, the same names in the query,
  /// `ASPSESSIONID…`, `utm_…`, `_t=1640937600000`, `from=singlemessage`, and a `?` with nothing after it. Percent-encoding is brought into its
  /// normal form (RFC 3986 §6.2.2).
  package static func canonical(_ url: WebURL) -> WebURL {
    guard mayFold(url) else { return url }
    let bare = withoutVisitor(url)
    let target = bare.target
    guard target.utf8.contains(UInt8(ascii: "%")) else { return bare }
    let normal = PercentEncoding.normalized(target)
    return normal == target ? bare : WebURL("\(bare.origin)\(normal)") ?? bare
  }

  private static func withoutVisitor(_ url: WebURL) -> WebURL {
    let path = url.path.split(separator: ";", omittingEmptySubsequences: false)
    var target = path.first.map(String.init) ?? "/"
    for parameter in path.dropFirst() {
      let slash = parameter.firstIndex(of: "/") ?? parameter.endIndex
      if isVisitor(parameter[..<slash]) {
        target += parameter[slash...]
      } else {
        target += ";" + parameter
      }
    }
    if let query = url.query {
      let kept = query.split(separator: "&", omittingEmptySubsequences: false)
        .filter { !isVisitor($0) }
      let joined = kept.joined(separator: "&")
      if !joined.isEmpty { target += "?" + joined }
    }
    guard target != url.target else { return url }
    return WebURL("\(url.origin)\(target)") ?? url
  }

  /// False where the address is certain to come back as it is: every link of every page is asked.
  static func mayFold(_ url: WebURL) -> Bool { url.mayHoldMark || url.hasQuery }

  /// Names that hold a session where their value looks like one; else they may number a section.
  private static let doubtfulNames: Set<String> = ["sid", "sessid", "psid", "session"]

  /// Sixteen or more letters and digits, both among them.
  private static func isRandom(_ value: Substring) -> Bool {
    let bytes = value.utf8
    let digits = bytes.count { (0x30...0x39).contains($0) }
    let letters = bytes.count { (0x61...0x7A).contains($0 | 0x20) }
    return bytes.count >= 16 && digits >= 3 && letters >= 3 && digits + letters == bytes.count
  }

  private static func isVisitor(_ parameter: Substring) -> Bool {
    let name = parameter.prefix(while: { $0 != "=" }).lowercased()
    if doubtfulNames.contains(name) { return isRandom(parameter.dropFirst(name.count + 1)) }
    let value = parameter.dropFirst(name.count + 1)
    if name == "from" { return senders.contains(value.lowercased()) }
    if freshNames.contains(name) {
      return value.utf8.count >= 10
        && value.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    }
    return sessionNames.contains(name) || name.hasPrefix("utm_") || name.hasPrefix("aspsessionid")
  }
}
