import Web

/// Addresses that do something where they are asked for: they end a session or delete what is there.
///
/// A crawler holds no session, but a site with a fault may obey it; there is nothing to read behind them.
enum ActionAddress {
  private static let actions: Set<String> = [
    "logout", "logoff", "loginout", "signout", "signoff", "unsubscribe", "delete", "del", "remove",
  ]
  private static let parameters: Set<String> = ["action", "method", "act", "do", "op", "cmd"]

  /// `/user/logout.do`, `/admin/delete?id=3`, `/login.do?method=logout`; no folder of such a name.
  static func isAction(_ url: WebURL) -> Bool {
    let name = url.path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    if actions.contains(name.prefix { $0 != "." && $0 != ";" }.lowercased()) { return true }
    guard let query = url.query else { return false }
    return query.split(separator: "&").contains { parameter in
      let name = parameter.prefix { $0 != "=" }
      return parameters.contains(name.lowercased())
        && actions.contains(parameter.dropFirst(name.count + 1).lowercased())
    }
  }
}
