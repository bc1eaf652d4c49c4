import Synchronization

/// Bodies that are not what their labels say.
package let typeSites: [HostileSite] = [
  HostileSite("binary-as-html", "attachment.unreadable", why: "zeros under text/html") { _ in
    Hostile.typed("text/html", (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0) })
  },
  HostileSite("pdf-as-html", "attachment.unreadable", why: "a PDF under text/html") { _ in
    Hostile.typed("text/html", Array("%PDF-1.4\n%âãÏÓ\n1 0 obj".utf8))
  },
  HostileSite("html-as-bytes", "http.ok", why: "a page under application/octet-stream") { _ in
    Hostile.typed("application/octet-stream", Array(Hostile.content.utf8))
  },
  HostileSite("html-as-picture", "http.ok", why: "a page under image/png") { _ in
    Hostile.typed("image/png", Array(Hostile.content.utf8))
  },
  HostileSite("type-garbage", "http.ok", why: "a type of 60,000 bytes before a page") { _ in
    Hostile.typed(String(repeating: "x/", count: 30_000), Array(Hostile.content.utf8))
  },
  HostileSite("charset-lie", "http.ok", why: "header says UTF-16, page says GBK, it is UTF-8") {
    _ in
    Hostile.typed("text/html; charset=utf-16", Array(Hostile.content.utf8))
  },
  HostileSite("charset-nonsense", "http.ok", why: "a charset of 10,000 letters") { _ in
    Hostile.typed(
      "text/html; charset=" + String(repeating: "x", count: 10_000), Array(Hostile.content.utf8))
  },
  HostileSite("utf8-broken", "http.ok", why: "every tenth byte is no UTF-8") { _ in
    let broken = Hostile.content.utf8.enumerated().map { $0.offset % 10 == 9 ? 0xFF : $0.element }
    return Hostile.typed(
      "text/html; charset=utf-8",
      Array("<!DOCTYPE html><title>工作</title>".utf8) + broken)
  },
  HostileSite("soft-404", "notFound.soft", why: "200 for a page that is not there") { _ in
    .html("<title>提示信息</title><p>抱歉，您访问的页面不存在！</p>")
  },
  HostileSite("changing", "http.ok", why: "another page at each request") { request in
    .html("\(Hostile.content)<!-- \(changes.withLock { $0 &+= 1; return $0 }) -->")
  },
]

private let changes = Mutex(0)

/// 40,000 addresses, far more than are read, 25 times over.
private let millionLinks: String = {
  var text = ""
  for number in 1...40_000 { text += "<a href=\(number)>x</a>" }
  return String(repeating: text, count: 25)
}()

/// Pages made to cost time and memory.
package let monsterSites: [HostileSite] = [
  HostileSite("nested", "http.ok", why: "200,000 nested elements") { _ in
    .html(Hostile.content + String(repeating: "<b>", count: 200_000) + "text")
  },
  HostileSite("nested-tables", "http.ok", why: "20,000 tables in one another") { _ in
    .html(Hostile.content + String(repeating: "<table><tr><td>", count: 20_000))
  },
  HostileSite("unclosed", "http.ok", why: "60,000 formatting elements left open") { _ in
    .html(Hostile.content + String(repeating: "<b><i><font>x", count: 20_000))
  },
  HostileSite("attributes", "truncated.depth", why: "100,000 attributes on one element") { _ in
    let list = (1...100_000).map { " a\(String($0, radix: 36))" }.joined()
    return .html("\(Hostile.content)<p\(list)>x</p>")
  },
  HostileSite("attributes-often", "truncated.depth", why: "3,000 attributes on each of 30 tags") {
    _ in
    let tag = "<p" + (1...3000).map { " a\($0)" }.joined() + ">x</p>"
    return .html(Hostile.content + String(repeating: tag, count: 30))
  },
  HostileSite("links", "tooLarge.wire", why: "a million links", mostRequests: 60) { request in
    guard request.path == "/" else { return .notFound }
    return .html(Hostile.content + millionLinks)
  },
  HostileSite("names", "http.ok", why: "links with hostile names", mostRequests: 40) { request in
    guard request.path == "/" else { return .notFound }
    return Hostile.page(links: hostileNames + ["/" + String(repeating: "x", count: 100_000)])
  },
  HostileSite("entities", "http.ok", why: "an XML bomb and an external entity in a page") {
    request in
    Hostile.typed("text/xml", Array(xmlBomb(request.origin).utf8) + Array(Hostile.content.utf8))
  },
  HostileSite(
    "sitemap-bomb", "http.ok", why: "an XML bomb and an external entity in the sitemap",
    mostRequests: 20, robots: { .response(.text("Sitemap: \($0.origin)/sitemap.xml\n")) },
    reply: { request in
      guard request.path == "/sitemap.xml" else { return Hostile.page }
      return Hostile.typed("application/xml", Array(xmlBomb(request.origin).utf8))
    }),
  HostileSite(
    "sitemap-index-loop", "http.ok", why: "a sitemap index that lists itself", mostRequests: 20,
    robots: { .response(.text("Sitemap: \($0.origin)/sitemap.xml\n")) },
    reply: { request in
      guard request.path == "/sitemap.xml" else { return Hostile.page }
      return Hostile.typed(
        "application/xml",
        Array(
          "<sitemapindex><sitemap><loc>\(request.origin)/sitemap.xml</loc></sitemap></sitemapindex>"
            .utf8))
    }),
]

/// The path that an external entity names: no client may ever ask for it.
package let forbiddenEntity = "/external-entity"

private func xmlBomb(_ origin: String) -> String {
  let levels = (1...9).map { level in
    let inner = String(repeating: "&a\(level - 1);", count: 10)
    return "<!ENTITY a\(level) \"\(inner)\">"
  }
  return """
    <?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a0 "aaaaaaaaaa">\(levels.joined())
    <!ENTITY file SYSTEM "file:///etc/passwd">
    <!ENTITY away SYSTEM "\(origin)\(forbiddenEntity)">]>
    <urlset><url><loc>\(origin)/&a9;&file;&away;</loc></url></urlset>
    """
}

private let hostileNames = [
  "/\u{202E}gpj.exe", "/a\u{0}b", "/a%00b", "/\u{FEFF}x", "/..%2f..%2fetc/passwd", "/%zz", "/%",
  "/a b c", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:a@b.c",
  "http:", "http:///", "//", "///", "http://[", "http://a:99999/", "http://@/", "\\\\x\\y", "?",
  "/😀", "/\u{1B}[31m", "/'\"><script>", "/a;b;c;;;", "/?a=1&a=1&&&=", "../../../../../..",
]
