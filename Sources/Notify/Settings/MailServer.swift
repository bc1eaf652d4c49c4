import Texts
import Web

/// A mail server's address: `smtp://host[:port]` or `smtps://host[:port]`, nothing more.
struct MailServer {
  /// `smtps`: the connection is TLS from its first byte.
  let isWrapped: Bool
  let host: HostPort

  static let expected = Bilingual(
    zh: "邮件服务器，如 smtps://smtp.example.gov.cn 或 smtp://10.0.0.5:25（不含用户名和密码）",
    en: "a mail server such as smtps://smtp.example.gov.cn or smtp://10.0.0.5:25 (no user, no "
      + "password)")

  init?(_ text: String) {
    let lower = text.lowercased()
    let scheme = ["smtps://", "smtp://"].first { lower.hasPrefix($0) }
    guard let scheme else { return nil }
    var rest = text.dropFirst(scheme.count)
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    guard let host = HostPort(String(rest)) else { return nil }
    self.host = host
    isWrapped = scheme == "smtps://"
  }

  /// As libcurl takes it; the path is the name that is said in EHLO.
  var address: String { "\(isWrapped ? "smtps" : "smtp")://\(host)/mingcha" }
}
