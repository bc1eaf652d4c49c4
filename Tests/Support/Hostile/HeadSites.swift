/// Heads that are slow, cut, too long or no heads at all.
package let headSites: [HostileSite] = [
  HostileSite("head-slow", "timeout.response", why: "one byte of the head every 100 ms") { _ in
    .slow(Hostile.ok("X-Padding: \(String(repeating: "x", count: 4000))"), pauseMilliseconds: 100)
  },
  HostileSite("head-stall", "timeout.response", why: "takes the request and says nothing") { _ in
    .stall()
  },
  HostileSite("head-half", "timeout.response", why: "half a head, then nothing") { _ in
    .stall(after: Array("HTTP/1.1 200 OK\r\nContent-Type: te".utf8))
  },
  HostileSite("head-reset", "connect.reset", "http.emptyReply", why: "reset before the head") { _ in
    .reset()
  },
  HostileSite("head-reset-inside", "connect.reset", "http.malformed", why: "reset in the head") {
    _ in .reset(after: Array("HTTP/1.1 200 OK\r\nContent-Ty".utf8))
  },
  HostileSite("head-hangup", "http.emptyReply", "connect.reset", why: "closes without a byte") {
    _ in .rawThenClose([])
  },
  HostileSite("head-cut", "http.malformed", "connect.reset", why: "closes within the head") { _ in
    .rawThenClose(Array("HTTP/1.1 200 OK\r\nX: 1\r\n".utf8))
  },
  HostileSite("head-endless", "http.headTooLarge", why: "fields without end") { _ in
    .endless(
      head: Array("HTTP/1.1 200 OK\r\n".utf8), chunk: Array("X-Field: yyyyyyyyyyyyyyyy\r\n".utf8))
  },
  HostileSite("head-endless-line", "http.headTooLarge", why: "one field without end") { _ in
    .endless(
      head: Array("HTTP/1.1 200 OK\r\nX-Field: ".utf8),
      chunk: [UInt8](repeating: UInt8(ascii: "y"), count: 8192))
  },
  HostileSite("head-long-line", "http.headTooLarge", why: "a field of 150,000 bytes") { _ in
    .rawThenClose(Hostile.ok("X-Field: \(String(repeating: "y", count: 150_000))"))
  },
  HostileSite("head-50000-fields", "http.headTooLarge", why: "50,000 fields") { _ in
    .rawThenClose(
      Array("HTTP/1.1 200 OK\r\n".utf8)
        + Array((1...50_000).map { "X\($0): y\r\n" }.joined().utf8) + [13, 10])
  },
  HostileSite("head-10000-fields", "http.ok", why: "many fields, yet within the limit") { _ in
    .rawThenClose(
      Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n".utf8)
        + Array((1...10_000).map { "X\($0): y\r\n" }.joined().utf8) + [13, 10]
        + Array(Hostile.content.utf8))
  },
  HostileSite("head-no-colon", "http.malformed", why: "a field without a colon") { _ in
    .rawThenClose(Hostile.ok("this is no field"))
  },
  HostileSite("head-nul", "http.malformed", why: "a NUL byte within a field") { _ in
    .rawThenClose(Hostile.ok("X-Field: a\u{0}b"))
  },
  HostileSite("head-folded", "http.ok", why: "a field folded over lines (RFC 9112 §5.2)") { _ in
    .rawThenClose(Hostile.ok("X-Field: a\r\n\tb"))
  },
  HostileSite("head-cookies", "http.ok", why: "3,000 cookies") { _ in
    .html(Hostile.content, fields: (1...3000).map { ("Set-Cookie", "name\($0)=\($0); Path=/") })
  },
  HostileSite("head-binary", "http.malformed", why: "random bytes in place of HTTP") { _ in
    .rawThenClose((0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ 11) })
  },
  HostileSite("http-0-9", "http.malformed", why: "HTTP/0.9: a page without a head") { _ in
    .rawThenClose(Array(Hostile.content.utf8))
  },
  HostileSite("http-3-7", "http.malformed", why: "a version that does not exist") { _ in
    .rawThenClose(Hostile.message("HTTP/3.7 200 OK", "", body: Array(Hostile.content.utf8)))
  },
  HostileSite("interim-flood", "http.headTooLarge", why: "103 Early Hints without end") { _ in
    .endless(head: [], chunk: Hostile.message("HTTP/1.1 103 Early Hints", "Link: </style.css>"))
  },
  HostileSite("interim-some", "http.ok", why: "interim responses before the page") { _ in
    .rawThenClose(
      Hostile.message("HTTP/1.1 100 Continue") + Hostile.message("HTTP/1.1 103 Early Hints")
        + Hostile.ok())
  },
]

/// Status codes that do not fit.
package let statusSites: [HostileSite] = [
  HostileSite("status-000", "http.malformed", "http.unexpected", why: "status 000") { _ in
    .rawThenClose(Hostile.message("HTTP/1.1 000 Zero", "", body: Array(Hostile.content.utf8)))
  },
  HostileSite("status-99", "http.malformed", "http.unexpected", why: "two digits") { _ in
    .rawThenClose(Hostile.message("HTTP/1.1 99 Low", "Content-Length: 0"))
  },
  HostileSite("status-999", "http.unexpected", why: "a status beyond all classes") { _ in
    .html(Hostile.content, status: 999)
  },
  HostileSite("status-101", "http.malformed", "http.unexpected", why: "switches the protocol") {
    _ in
    .rawThenClose(
      Hostile.message("HTTP/1.1 101 Switching Protocols", "Upgrade: websocket") + [1, 2, 3, 4])
  },
  HostileSite("status-204", "http.empty", why: "204 for a page") { _ in
    .rawThenClose(Hostile.message("HTTP/1.1 204 No Content"))
  },
  HostileSite("status-205", "http.empty", why: "205 for a page") { _ in
    .rawThenClose(Hostile.message("HTTP/1.1 205 Reset Content", "Content-Length: 0"))
  },
  HostileSite("status-206", "http.unexpected", why: "a part though none was asked for") { _ in
    .html(Hostile.content, status: 206, fields: [("Content-Range", "bytes 0-9/99999")])
  },
  HostileSite("status-304", "http.unexpected", why: "not modified though nothing was known") {
    _ in .rawThenClose(Hostile.message("HTTP/1.1 304 Not Modified"))
  },
  HostileSite("status-408", "timeout.response", why: "the server's own patience ended") { _ in
    .html("late", status: 408)
  },
  HostileSite("empty-200", "http.empty", why: "200 and no byte") { _ in .html("") },
]
