import Archive
import Codings
import Testing
import Web

struct Captures {
  @Test(
    arguments: [
      ("HTTP/1.1 200 OK\r\n\r\n", 200), ("HTTP/1.0 404\r\n\r\n", 404), ("HTTP/2 301 \r\n\r\n", 301),
      ("HTTP/1.1  503 x\n\n", 503), ("HTTP/1.1 20 OK\r\n\r\n", nil), ("HTTP/1.1 2000\r\n\r\n", nil),
      ("HTTP/1.1\r\n\r\n", nil), ("hello", nil), ("", nil),
    ] as [(String, Int?)])
  func `tell the status`(head: String, status: Int?) throws {
    #expect(try Sample.capture(head: head).status == status)
  }

  @Test func `find fields without regard to case, folded and repeated ones too`() throws {
    let head =
      "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nset-cookie:b=2\r\nX-Long: one\r\n  two\r\n"
      + "no colon\r\nContent-Type:  Text/HTML ; charset=GBK\r\n\r\nlate: 1\r\n"
    let capture = try Sample.capture(head: head)
    #expect(
      capture.headers("SET-COOKIE").map { String(decoding: $0, as: UTF8.self) } == ["a=1", "b=2"])
    #expect(capture.headerText("x-long") == "one two")
    #expect(capture.headerText("late") == nil)
    #expect(capture.headerText("content-type") == "Text/HTML ; charset=GBK")
    #expect(capture.mediaType == "text/html")
    #expect(try Sample.capture().mediaType == nil)
  }

  @Test func `keep no transfer coding and no length that is not the body's`() throws {
    let body = Array("12345".utf8)
    let chunked = try Sample.capture(
      head: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n", body: body
    )
    #expect(
      String(decoding: chunked.responseHead, as: UTF8.self)
        == "HTTP/1.1 200 OK\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n"
    )
    let cut = try Sample.capture(
      head: "HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n", body: body)
    #expect(cut.header("content-length") == nil)
    #expect(cut.headerText("x-archive-orig-content-length") == "500")
  }

  @Test(arguments: [
    // As it came.
    ("HTTP/1.1 200 OK\r\nA: b\r\n\r\n", "HTTP/1.1 200 OK\r\nA: b\r\n\r\n"),
    ("HTTP/1.0 200\r\n\r\n", "HTTP/1.0 200\r\n\r\n"),
    (
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"
    ),
    // Ends of lines and of the head.
    ("HTTP/1.1 200 OK\nA: b\n\n", "HTTP/1.1 200 OK\r\nA: b\r\n\r\n"),
    ("HTTP/1.1 200 OK\nA: b\r\n\r\n", "HTTP/1.1 200 OK\r\nA: b\r\n\r\n"),
    ("HTTP/1.1 200 OK\r\nA: b", "HTTP/1.1 200 OK\r\nA: b\r\n\r\n"),
    ("HTTP/1.1 200 OK\r\nA: b\r\n", "HTTP/1.1 200 OK\r\nA: b\r\n\r\n"),
    ("HTTP/1.1 200 OK", "HTTP/1.1 200 OK\r\n\r\n"),
    ("HTTP/1.1 200 OK\r\nA: b\r\n\r\nlate: 1\r\n", "HTTP/1.1 200 OK\r\nA: b\r\n\r\n"),
    // Fields that are no longer true, however they are written.
    (
      "HTTP/1.1 200 OK\r\nCookie: x\r\nTRANSFER-ENCODING : x\r\n\r\n",
      "HTTP/1.1 200 OK\r\nCookie: x\r\nX-Archive-Orig-TRANSFER-ENCODING : x\r\n\r\n"
    ),
    ("HTTP/3\r\nA: b\r\n\r\n", "HTTP/3\r\nA: b\r\n\r\n"),
    ("HTTP/3 200 OK\r\nA: b\r\n\r\n", "HTTP/1.1 200 OK\r\nA: b\r\n\r\n"),
  ])
  func `keep their heads with whole line ends`(_ came: String, _ kept: String) throws {
    let capture = try Sample.capture(head: came, body: Array("12345".utf8))
    #expect(String(decoding: capture.responseHead, as: UTF8.self) == kept)
  }

  @Test func `store HTTP 2 in the form of HTTP 1`() throws {
    let capture = Capture(
      id: .random(), url: try Sample.url("https://a/"), fetchedAt: try Sample.moment(),
      requestHead: Array("GET / HTTP/2\r\nhost: a\r\n\r\n".utf8),
      responseHead: Array("HTTP/2 200 \r\nserver: x\r\n\r\n".utf8), body: [], version: .http2)
    #expect(capture.requestHead == Array("GET / HTTP/1.1\r\nhost: a\r\n\r\n".utf8))
    #expect(capture.responseHead == Array("HTTP/1.1 200 \r\nserver: x\r\n\r\n".utf8))
  }

  @Test func `undo the content coding under a limit`() throws {
    let text = Array(String(repeating: "政务公开", count: 100).utf8)
    let packed = try #require(GzipMember.pack(text))
    let named = try Sample.capture(
      head: "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", body: packed)
    #expect(named.decodedBody(limit: 10_000) == DecodedBody(bytes: text, state: .complete))
    #expect(named.decodedBody(limit: 10).state == .capped)
    let unnamed = try Sample.capture(
      head: "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", body: packed)
    #expect(unnamed.decodedBody(limit: 10_000).bytes == text)
    let download = try Sample.capture(
      head: "HTTP/1.1 200 OK\r\nContent-Type: application/x-gzip\r\n\r\n", body: packed)
    #expect(download.decodedBody(limit: 10_000).bytes == packed)
  }
}
