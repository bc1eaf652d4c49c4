/// Redirects that go round, never end or name nothing.
package let redirectSites: [HostileSite] = [
  HostileSite("loop-1", "redirect.loop", why: "the address redirects to itself") { _ in
    .redirect(to: "/")
  },
  HostileSite(
    "loop-2", "redirect.loop", why: "two addresses redirect to one another", mostRequests: 20
  ) { request in
    .redirect(to: request.path == "/" ? "/b" : "/")
  },
  HostileSite("loop-cookie", "redirect.loop", why: "redirects to itself with a cookie, for ever") {
    _ in .redirect(to: "/", fields: [("Set-Cookie", "CT6T=1; Path=/")])
  },
  HostileSite("gate-cookie", "http.ok", why: "redirects to itself until the cookie comes back") {
    request in
    request.field("cookie")?.contains("CT6T=1") == true
      ? Hostile.page : .redirect(to: "/", fields: [("Set-Cookie", "CT6T=1; Path=/")])
  },
  HostileSite("chain-10", "http.ok", why: "ten redirects, then the page", mostRequests: 24) {
    request in
    let step = Int(request.path.dropFirst()) ?? 0
    return step < 10 ? .redirect(to: "/\(step + 1)") : Hostile.page
  },
  HostileSite("chain-11", "redirect.tooMany", why: "eleven redirects", mostRequests: 25) {
    request in
    let step = Int(request.path.dropFirst()) ?? 0
    return step < 11 ? .redirect(to: "/\(step + 1)") : Hostile.page
  },
  HostileSite("chain-endless", "redirect.tooMany", why: "redirects without end", mostRequests: 50) {
    request in .redirect(to: "/\((Int(request.path.dropFirst()) ?? 0) + 1)")
  },
  HostileSite("location-none", "redirect.noTarget", why: "no Location") { _ in
    .html("moved", status: 302)
  },
  HostileSite("location-empty", "redirect.noTarget", why: "an empty Location") { _ in
    .redirect(to: "")
  },
  HostileSite("location-garbage", "redirect.noTarget", why: "a Location that is no address") { _ in
    .redirect(to: "http://[zz]:99999/\u{1}")
  },
  HostileSite("location-9000", "redirect.noTarget", why: "a Location of 9,000 bytes") { _ in
    .redirect(to: "/" + String(repeating: "x", count: 9000))
  },
  HostileSite("location-crlf", "http.notFound", why: "an encoded line break stays encoded") {
    request in
    request.path == "/" ? .redirect(to: "/a%0d%0aSet-Cookie:%20x=1") : .notFound
  },
  HostileSite(
    "refresh-loop", "redirect.loop", why: "two pages refresh to one another", mostRequests: 20
  ) { request in
    let other = request.path == "/" ? "/b" : "/"
    return .html("<meta http-equiv=\"refresh\" content=\"0;url=\(other)\">")
  },
  HostileSite("refresh-chain", "redirect.tooMany", why: "refreshes without end", mostRequests: 50) {
    request in
    let next = (Int(request.path.dropFirst()) ?? 0) + 1
    return .html("<meta http-equiv=\"refresh\" content=\"0;url=/\(next)\">")
  },
  HostileSite(
    "script-loop", "redirect.loop", why: "two scripts send to one another", mostRequests: 20
  ) { request in
    .html("<script>location.href='\(request.path == "/" ? "/b" : "/")'</script>")
  },
]

/// Redirects that leave http, the plan's hosts or the public internet.
package let escapeSites: [HostileSite] =
  [
    escape("to-file", "redirect.noTarget", "file:///etc/passwd"),
    escape("to-ftp", "redirect.noTarget", "ftp://example.com/x"),
    escape("to-javascript", "redirect.noTarget", "javascript:alert(1)"),
    escape("to-data", "redirect.noTarget", "data:text/html,<p>x"),
    escape("to-gopher", "redirect.noTarget", "gopher://127.0.0.1:6379/_FLUSHALL"),
    escape("to-other-host", "redirect.out", "http://www.example.com/"),
    escape("to-other-scheme-relative", "redirect.out", "//www.example.com/"),
    escape("to-backslashes", "redirect.out", "\\\\www.example.com\\x"),
    escape("to-private", "redirect.out", "http://10.0.0.1/"),
    escape("to-loopback-name", "redirect.out", "http://localhost/"),
    escape("to-loopback-six", "redirect.out", "http://[::1]/"),
    escape("to-metadata", "redirect.out", "http://169.254.169.254/latest/meta-data/"),
    escape("to-metadata-number", "redirect.out", "http://2852039166/"),
    escape("to-metadata-hex", "redirect.out", "http://0xA9FEA9FE/"),
    escape("to-metadata-octal", "redirect.out", "http://0251.0376.0251.0376/"),
    escape("to-metadata-short", "redirect.out", "http://169.254.43518/"),
    escape("to-metadata-mapped", "redirect.out", "http://[::ffff:169.254.169.254]/"),
    escape("to-metadata-nat64", "redirect.out", "http://[64:ff9b::a9fe:a9fe]/"),
    escape("to-metadata-wide", "redirect.out", "http://１６９。２５４。１６９。２５４/"),
    escape("to-zone", "redirect.noTarget", "http://[fe80::1%25eth0]/"),
    HostileSite("to-userinfo", "redirect.noTarget", why: "user and password before the own host") {
      request in .redirect(to: "http://user:secret@\(request.field("host") ?? "")/")
    },
    HostileSite("to-userinfo-host", "redirect.noTarget", why: "the own host as a user's name") {
      request in .redirect(to: "http://\(request.field("host") ?? "")@www.example.com/")
    },
    HostileSite("to-other-port", "redirect.out", why: "the same address, another port") { request in
      let host = request.field("host")?.split(separator: ":").first ?? ""
      return .redirect(to: "http://\(host):1/")
    },
  ]

private func escape(_ name: String, _ code: String, _ target: String) -> HostileSite {
  HostileSite(name, code, why: "redirects to \(target)") { _ in .redirect(to: target) }
}
