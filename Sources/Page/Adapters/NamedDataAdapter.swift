import Web

/// Any system whose page names the JSON or XML of its list in its own script:
/// `$.ajax({url:'list.json'})`, `fetch('/api/list?channel=7&page=1')` (facts: cms.md §9).
///
/// Only what would be a GET is asked for, and only an address whose parts all are known.
let namedDataAdapter = CMSAdapter(
  name: "data named by the page",
  requests: { page, scripts in
    ScriptRequests(page: page, scripts: scripts).requests(NamedData.isList)
      .filter { !$0.isPost }.compactMap { $0.url(base: page.base) }
      .filter { page.url.map($0.isOnHost) ?? false }
  })

/// Tells addresses of lists from the others that scripts hold.
private enum NamedData {
  private static let files = Phrases([".json", ".xml"])
  private static let words = Phrases([
    "list", "search", "query", "page", "news", "article", "data", "info", "column", "channel",
  ])
  private static let calls = Phrases(["/api", "?", ".do", ".action", ".jspx", "/rest", "interface"])
  /// What counts or changes something instead of listing.
  private static let others = Phrases([
    "count", "click", "hits", "visit", "login", "logout", "save", "submit", "delete", "remove",
    "update", "weather", "config", "upload", "captcha", "token", "comment", "vote", "stat.",
  ])

  static func isList(_ text: [UInt8]) -> Bool {
    let lower = ByteSearch.lowered(text)
    guard lower.count >= 5, !lower.contains(0x3C), !lower.contains(0x20), !others.occur(in: lower)
    else { return false }
    let path = lower.prefix { $0 != 0x3F }
    if files.end(path) { return true }
    guard lower.first == 0x2F || lower.starts(with: "http".utf8) || lower.first == 0x2E else {
      return false
    }
    return calls.occur(in: lower) && words.occur(in: lower)
  }
}
