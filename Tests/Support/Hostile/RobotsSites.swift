/// robots.txt in every shape; the code is that of the start page (RFC 9309 §2.3.1).
package let robotsSites: [HostileSite] = [
  robots("robots-bom", "robots.disallowed", "a byte order mark before the first line") { _ in
    .response(.text("\u{FEFF}User-agent: *\nDisallow: /\n"))
  },
  robots("robots-500", "robots.unreachable", "the server fails: a ban for the run") { _ in
    .html("x", status: 500)
  },
  robots("robots-stall", "timeout.response", "no answer") { _ in .stall() },
  robots("robots-reset", "connect.reset", "reset") { _ in .reset() },
  robots("robots-403", "http.ok", "403: no rules") { _ in .html("x", status: 403) },
  robots("robots-loop", "http.ok", "redirects to itself: as if not there") { _ in
    .redirect(to: "/robots.txt")
  },
  robots("robots-away", "http.ok", "leads to another host: as if not there") { _ in
    .redirect(to: "http://169.254.169.254/robots.txt")
  },
  robots("robots-html", "http.ok", "a page in place of rules") { _ in Hostile.page },
  robots("robots-binary", "http.ok", "bytes in place of rules") { _ in
    Hostile.typed("text/plain", (0..<9000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
  },
  robots("robots-huge", "http.ok", "the ban stands behind 500 KiB") { _ in
    .response(
      .text(
        "User-agent: *\n" + String(repeating: "Allow: /aaaaaaaaaaaaaa\n", count: 26_000)
          + "Disallow: /\n"))
  },
  robots("robots-endless", "robots.disallowed", "no end; the ban stands at the beginning") { _ in
    .endless(
      head: Hostile.message(
        "HTTP/1.1 200 OK", "Content-Type: text/plain",
        body: Array("User-agent: *\nDisallow: /\n".utf8)),
      chunk: [UInt8](repeating: UInt8(ascii: "#"), count: 8192))
  },
  robots("robots-line", "http.ok", "one line of 400,000 bytes") { _ in
    .response(.text("User-agent: *\nDisallow: /" + String(repeating: "x", count: 400_000)))
  },
  robots("robots-stars", "http.ok", "patterns made to be slow") { _ in
    .response(
      .text(
        "User-agent: *\n"
          + String(repeating: "Disallow: /*a*a*a*a*a*a*a*a*b$\n", count: 9000)))
  },
  robots("robots-bomb", "http.ok", "a bomb of letters: no rules") { _ in
    Hostile.coded("gzip", DeflateBomb.gzip)
  },
  robots("robots-gzip-cut", "robots.unreachable", "rules that end within the coding") { _ in
    Hostile.coded(
      "gzip", StoredGzip.encode(Array("User-agent: *\nDisallow: /\n".utf8)).dropLast(20))
  },
  robots("robots-challenge", "robots.blocked", "a challenge in place of rules") { _ in
    .html("<script>document.cookie='__jsl_clearance=1'</script>", status: 521)
  },
]

private func robots(
  _ name: String, _ code: String, _ why: String,
  reply: @escaping HostileSite.Reply
) -> HostileSite {
  HostileSite(
    name, code, why: "robots.txt: \(why)", robots: reply,
    reply: { _ in Hostile.page })
}
