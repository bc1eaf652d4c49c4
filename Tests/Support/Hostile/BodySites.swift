/// Bodies whose length is a lie, that drip, break off or never end.
package let bodySites: [HostileSite] = [
  HostileSite("body-drip", "truncated.time", why: "a byte of the body every 100 ms") { _ in
    .drip(head: Hostile.ok(), rest: UInt8(ascii: "x"), pauseMilliseconds: 100)
  },
  HostileSite("body-stall", "truncated.time", why: "half a body, then nothing") { _ in
    .stall(after: Hostile.ok("Content-Length: 99999"))
  },
  HostileSite("body-reset", "truncated.disconnect", why: "reset within the body") { _ in
    .reset(after: Hostile.ok("Content-Length: 99999"))
  },
  HostileSite("length-long", "truncated.disconnect", why: "announces more than it sends") { _ in
    .rawThenClose(Hostile.ok("Content-Length: 99999"))
  },
  HostileSite("length-short", "http.ok", why: "announces less than it sends: the rest is no body") {
    _ in .rawThenClose(Hostile.ok("Content-Length: \(Hostile.content.utf8.count)") + [1, 2, 3])
  },
  HostileSite("length-negative", "http.malformed", why: "a length below zero") { _ in
    .rawThenClose(Hostile.ok("Content-Length: -5"))
  },
  HostileSite("length-two", "http.malformed", why: "two lengths that differ (RFC 9112 §6.3)") {
    _ in
    .rawThenClose(
      Hostile.ok("Content-Length: 20", "Content-Length: \(Hostile.content.utf8.count)"))
  },
  HostileSite("length-twice", "http.ok", why: "one length, said twice") { _ in
    let length = Hostile.content.utf8.count
    return .rawThenClose(Hostile.ok("Content-Length: \(length)", "Content-Length: \(length)"))
  },
  HostileSite("length-words", "http.malformed", why: "a length that is no number") { _ in
    .rawThenClose(Hostile.ok("Content-Length: many"))
  },
  HostileSite("length-overflow", "http.malformed", why: "a length beyond 64 bits") { _ in
    .rawThenClose(Hostile.ok("Content-Length: 99999999999999999999999999"))
  },
  HostileSite("length-petabyte", "tooLarge.wire", why: "announces 10¹⁵ bytes and sends on") { _ in
    .endless(
      head: Hostile.ok("Content-Length: 1000000000000000"),
      chunk: [UInt8](repeating: UInt8(ascii: "a"), count: 16_384))
  },
  HostileSite("body-endless", "tooLarge.wire", why: "a body without length or end") { _ in
    .endless(head: Hostile.ok(), chunk: [UInt8](repeating: UInt8(ascii: "a"), count: 16_384))
  },
]

/// Chunked bodies that are framed wrongly.
package let chunkSites: [HostileSite] = [
  HostileSite("chunk-good", "http.ok", why: "the proper form, for comparison") { _ in
    chunked(good(Hostile.content) + "0\r\n\r\n")
  },
  HostileSite("chunk-size-words", "truncated.disconnect", why: "a size that is no number") { _ in
    chunked(good(Hostile.content) + "zz\r\nhello\r\n0\r\n\r\n")
  },
  HostileSite("chunk-size-huge", "truncated.disconnect", why: "a size beyond 64 bits") { _ in
    chunked(good(Hostile.content) + "FFFFFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n")
  },
  HostileSite("chunk-size-lie", "truncated.disconnect", why: "a chunk longer than its size") { _ in
    chunked("5\r\n\(Hostile.content)\r\n0\r\n\r\n")
  },
  HostileSite("chunk-no-end", "truncated.disconnect", why: "no last chunk") { _ in
    chunked(good(Hostile.content))
  },
  HostileSite("chunk-cut", "truncated.disconnect", why: "closes within a chunk") { _ in
    chunked("FFFF\r\n\(Hostile.content)")
  },
  HostileSite("chunk-crumbs", "http.ok", why: "a chunk for each byte") { _ in
    let crumbs = Hostile.content.utf8.flatMap { [UInt8(ascii: "1"), 13, 10, $0, 13, 10] }
    return .rawThenClose(
      Hostile.ok("Transfer-Encoding: chunked", body: "") + crumbs + Array("0\r\n\r\n".utf8))
  },
  HostileSite("chunk-extension", "http.ok", why: "an extension of 10,000 bytes") { _ in
    let size = String(Hostile.content.utf8.count, radix: 16)
    let extra = String(repeating: "e", count: 10_000)
    return chunked("\(size);\(extra)\r\n\(Hostile.content)\r\n0\r\n\r\n")
  },
  HostileSite("chunk-trailers", "http.headTooLarge", why: "trailer fields without end") { _ in
    .endless(
      head: Hostile.ok("Transfer-Encoding: chunked", body: good(Hostile.content) + "0\r\n"),
      chunk: Array("X-Trailer: yyyyyyyyyyyy\r\n".utf8))
  },
  HostileSite("chunk-and-length", "http.ok", why: "both framings: chunks win (RFC 9112 §6.3)") {
    _ in
    .rawThenClose(
      Hostile.ok(
        "Transfer-Encoding: chunked", "Content-Length: 5",
        body: good(Hostile.content) + "0\r\n\r\n"))
  },
  HostileSite("transfer-unknown", "http.malformed", why: "a transfer coding that is none") { _ in
    .rawThenClose(Hostile.ok("Transfer-Encoding: rot13"))
  },
]

/// One chunk that holds the text.
private func good(_ text: String) -> String {
  "\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n"
}

private func chunked(_ text: String) -> ServerReply {
  .rawThenClose(Hostile.ok("Transfer-Encoding: chunked", body: text))
}
