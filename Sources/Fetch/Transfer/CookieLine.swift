private import CCurl
package import Web

/// Cookies that were set in an earlier run, in the form in which libcurl takes them back (the seven
/// fields of Netscape's cookie file).
package enum CookieLine {
  /// The longest name and value together, in bytes (RFC 6265 §6.1).
  static let longest = 4096

  /// The cookies of the `Set-Cookie` fields of a response; what may not be set is left out.
  ///
  /// `moment` is when the response came, in seconds since 1970. Source: RFC 6265 §5.2 and §5.3.
  package static func lines(
    _ fields: [[UInt8]], url: WebURL, at moment: Int64
  ) -> [String] {
    fields.compactMap { line($0, url: url, at: moment) }
  }

  private static func line(_ field: [UInt8], url: WebURL, at moment: Int64) -> String? {
    // A tab or a line end would shift or forge fields of the line.
    guard field.count <= longest * 2, !field.contains(where: { $0 < 0x20 || $0 == 0x7F }),
      let text = String(validating: field, as: UTF8.self)
    else { return nil }
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(trimmed)
    guard let pair = parts.first, let (name, value) = halves(pair), !name.isEmpty,
      name.utf8.count + value.utf8.count <= longest
    else { return nil }
    var cookie = Attributes(path: folder(of: url), host: bare(url.host))
    for attribute in parts.dropFirst() {
      guard cookie.take(attribute, secure: url.scheme == .https, at: moment) else { return nil }
    }
    return [
      cookie.domain ?? cookie.host, cookie.domain == nil ? "FALSE" : "TRUE", cookie.path,
      cookie.isSecure ? "TRUE" : "FALSE", String(cookie.expires), name, value,
    ].joined(separator: "\t")
  }

  /// What follows the first `;`.
  private struct Attributes {
    var path: String
    let host: String
    var domain: String?
    var isSecure = false
    /// Seconds since 1970; 0 for the length of the run.
    var expires: Int64 = 0
    private var hasAge = false

    init(path: String, host: String) {
      self.path = path
      self.host = host
    }

    /// False when the cookie may not be set at all.
    mutating func take(_ attribute: String, secure: Bool, at moment: Int64) -> Bool {
      let (name, value) = halves(attribute) ?? (attribute, "")
      switch name.lowercased() {
      case "domain":
        let wanted = (value.hasPrefix(".") ? String(value.dropFirst()) : value).lowercased()
        if wanted.isEmpty { return true }
        guard wanted == host || host.hasSuffix("." + wanted), wanted.contains(".") else {
          return false
        }
        // An address of numbers has no names below it.
        domain = IPAddress(host) == nil ? wanted : nil
      case "path": if value.hasPrefix("/") { path = value }
      case "secure":
        guard secure else { return false }
        isSecure = true
      case "max-age":
        guard let seconds = Int64(value.prefix(15)) else { return true }
        hasAge = true
        expires = seconds <= 0 ? 1 : max(1, moment &+ seconds)
      case "expires" where !hasAge:
        let date = Int64(unsafe curl_getdate(value, nil))
        if date >= 0 { expires = max(1, date) }
      default: break
      }
      return true
    }
  }

  private static func halves(_ text: String) -> (String, String)? {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    return (
      trimmed(text[..<sign]), trimmed(text[text.index(after: sign)...])
    )
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var view = Substring(text)
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }

  private static func bare(_ host: String) -> String {
    host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
  }

  /// The path for which a cookie counts that names none: up to the last slash.
  private static func folder(of url: WebURL) -> String {
    guard let slash = url.path.lastIndex(of: "/"), slash != url.path.startIndex else { return "/" }
    return String(url.path[..<slash])
  }
}
