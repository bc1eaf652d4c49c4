/// Sites that make addresses without end; the plan's `max-pages` has to be the end of them.
package let trapSites: [HostileSite] = [
  HostileSite("trap-path", "http.ok", why: "each page links one folder deeper", mostRequests: 60) {
    _ in Hostile.page(links: ["more/", "more/other/"])
  },
  HostileSite("trap-path-new", "http.ok", why: "a new name at each step", mostRequests: 60) {
    request in
    Hostile.page(links: (1...9).map { "\(request.path)\(request.path.utf8.count)-\($0)/" })
  },
  HostileSite("trap-calendar", "http.ok", why: "a calendar without end", mostRequests: 60) {
    request in
    let day = Int(request.query?.drop(while: { $0 != "=" }).dropFirst() ?? "") ?? 0
    return Hostile.page(links: ["?day=\(day + 1)", "?day=\(day - 1)", "?year=\(3000 + day)"])
  },
  HostileSite("trap-query", "http.ok", why: "new parameters at each step", mostRequests: 60) {
    request in
    let old = request.query ?? "s=0"
    return Hostile.page(links: (1...9).map { "?\(old)&f=\($0)" })
  },
  HostileSite("trap-session", "http.ok", why: "a new session in each link", mostRequests: 30) {
    request in
    let id = sessionNumber(request)
    return Hostile.page(
      links: [
        "/a;jsessionid=\(id)A", "/b?PHPSESSID=\(id)", "/c?utm_source=\(id)", "/?sessionid=\(id)",
      ])
  },
  HostileSite("trap-soft-404", "http.ok", why: "every address has a page", mostRequests: 60) {
    request in
    guard request.path == "/" else {
      return .html("<title>提示</title>您访问的页面不存在<a href=\"\(request.path)x\">返回</a>")
    }
    return Hostile.page(links: (1...9).map { "/\($0)" })
  },
  HostileSite("trap-frames", "http.ok", why: "a frame within a frame", mostRequests: 60) {
    request in
    .html("\(Hostile.content)<iframe src=\"/f\(request.path.utf8.count)\(request.path)\"></iframe>")
  },
  HostileSite("trap-pager", "http.ok", why: "a list that always has a next page", mostRequests: 60)
  {
    request in
    let page = Int(request.path.drop(while: { $0 != "_" }).dropFirst().prefix(while: \.isNumber))
    let rows = (1...10).map {
      "<li><a href=\"/art/\(page ?? 0)_\($0).html\">公告第\($0)号</a><span>2021-03-05</span></li>"
    }
    return .html(
      "<title>公告</title><ul>\(rows.joined())</ul><a href=\"/index_\((page ?? 0) + 1).html\">下一页</a>"
    )
  },
]

/// Differs from request to request.
private func sessionNumber(_ request: ServerRequest) -> Int {
  request.target.utf8.reduce(request.connection) { $0 &* 31 &+ Int($1) } & 0xFF_FFFF
}
