import Dates
import Page
import Web

/// Reads just enough of the tests' own pages to crawl them: title, links with their role, text.
///
/// `<a class="menu" href="/x">text</a>`: the class names the link's role;
/// `<form action="/x" data="page=2">`: a form that is posted for the list's next page.
enum TinyReader {
  static let read: @Sendable ([UInt8], WebURL, String?, Timestamp) -> PageFacts = {
    bytes, url, _, _ in
    var facts = PageFacts()
    facts.url = url
    let html = String(decoding: bytes, as: UTF8.self)
    facts.title = between(html, "<title>", "</title>")
    var text = ""
    var rest = html[...]
    if let end = range(rest, "</title>") { rest = rest[end.upperBound...] }
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: ">") else { break }
      let tag = rest[..<close]
      rest = rest[rest.index(after: close)...]
      take(tag, inner: rest.prefix(while: { $0 != "<" }), into: &facts, url)
      if tag.hasPrefix("<script"), let end = range(rest, "</script>") {
        rest = rest[end.upperBound...]
      }
    }
    facts.text = text + rest
    facts.textLength = facts.text.count(where: { !$0.isWhitespace })
    facts.kind = facts.entries.isEmpty ? .other : .column
    return facts
  }

  private static func take(
    _ tag: Substring, inner: Substring, into facts: inout PageFacts, _ base: WebURL
  ) {
    if tag.hasPrefix("<a "), let href = between(tag, "href=\"", "\""),
      let url = WebURL(Array(href.utf8), base: base)
    {
      let role: Link.Role =
        switch between(tag, "class=\"", "\"") {
        case "menu": .menu
        case "pager": .pager
        case "entry": .entry
        default: .other
        }
      facts.links.append(Link(url: url, text: String(inner), role: role))
      if role == .entry {
        facts.entries.append(Entry(title: String(inner), url: url, date: nil))
      }
    }
    if tag.hasPrefix("<form "), let action = between(tag, "action=\"", "\""),
      let endpoint = WebURL(Array(action.utf8), base: base),
      let form = between(tag, "data=\"", "\""),
      let key = FormRequest(endpoint: endpoint, form: form)?.key
    {
      facts.nextPages.append(key)
    }
    if tag.hasPrefix("<meta refresh"), let target = between(tag, "url=\"", "\"") {
      facts.redirect = WebURL(Array(target.utf8), base: base)
    }
  }

  private static func between(
    _ text: some StringProtocol, _ start: String, _ end: String
  ) -> String? {
    let text = Substring(text)
    guard let from = range(text, start), let to = range(text[from.upperBound...], end) else {
      return nil
    }
    return String(text[from.upperBound..<to.lowerBound])
  }

  private static func range(_ text: Substring, _ word: String) -> Range<Substring.Index>? {
    text.firstRange(of: word)
  }
}
