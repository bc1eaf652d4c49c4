import Archive
import Codings
import Dates
import Testing
import Web

/// Forms in which other programs write what ISO 28500 leaves open.
struct `Archives of other programs` {
  private func folder(_ records: [[UInt8]], packed: Bool) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let members = packed ? records.compactMap { GzipMember.pack($0) } : records
    try folder.write(members.flatMap { $0 }, to: packed ? "x.warc.gz" : "x.warc")
    return folder
  }

  @Test(arguments: [true, false]) func `are read packed and plain`(packed: Bool) throws {
    let message = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nhello"
    let folder = try folder(
      [Sample.response(message), Sample.response(message)], packed: packed)
    let found = try captures(folder.path)
    #expect(found.map(\.body) == [Array("hello".utf8), Array("hello".utf8)])
    #expect(found.first?.fetchedAt.description == "2021-03-05T08:00:00Z")
    let reader = try ArchiveReader(folder.path)
    let id = try #require(found.first?.id)
    #expect(try reader.capture(id) == found.first)
    #expect(reader.sites == [])
    let name = packed ? "x.warc.gz" : "x.warc"
    #expect(try captures("\(folder.path)/\(name)") == found)
  }

  @Test func `may be one gzip member, or members that cut records`() throws {
    let plain = (1...3).flatMap { number in
      Sample.response("HTTP/1.1 200 OK\r\n\r\n\(number)", target: "http://b/\(number)")
    }
    let whole = try #require(GzipMember.pack(plain))
    let pieces = stride(from: 0, to: plain.count, by: 100).compactMap {
      GzipMember.pack(Array(plain[$0..<min($0 + 100, plain.count)]))
    }
    for bytes in [whole, pieces.flatMap { $0 }] {
      let folder = try ScratchFolder()
      try folder.write(bytes, to: "x.warc.gz")
      #expect(try captures(folder.path).map(\.url.path) == ["/1", "/2", "/3"])
    }
  }

  @Test func `find a record inside a member again`() throws {
    let ids = (1...3).map { "urn:uuid:\($0)" }
    let plain = ids.flatMap { id in
      Sample.record(
        [
          "WARC-Type: response", "WARC-Record-ID: <\(id)>", "WARC-Date: 2021-03-05T08:00:00Z",
          "WARC-Target-URI: http://b/\(id)", "Content-Type: application/http",
        ], block: Array("HTTP/1.1 200 OK\r\n\r\n\(id)".utf8))
    }
    let folder = try ScratchFolder()
    try folder.write(try #require(GzipMember.pack(plain)), to: "x.warc.gz")
    let reader = try ArchiveReader(folder.path)
    for id in ids.reversed() {
      #expect(try reader.capture(CaptureID(id))?.body == Array(id.utf8))
    }
  }

  // warcio and GNU Wget keep the chunk framing.
  @Test(
    arguments: [
      ("5\r\nhello\r\n0\r\n\r\n", "hello", nil),
      ("5;x=y\r\nhello\r\n3\r\nabc\r\n0\r\n", "helloabc", nil),
      ("5\r\nhello\r\n5\r\nab", "helloab", .disconnect), ("5\r\nhello\r\n", "hello", .disconnect),
      ("5\nhello\n0\n", "hello", nil), ("<p>not chunked</p>", "<p>not chunked</p>", nil),
      ("0\r\n\r\n", "", nil), ("fffffffffffff\r\nx", "fffffffffffff\r\nx", nil),
      ("ffffffffff\r\nx", "x", .disconnect), ("5\r\nhelloXX", "5\r\nhelloXX", nil), ("", "", nil),
    ] as [(String, String, Capture.Truncation?)])
  func `may keep chunks`(body: String, wanted: String, truncated: Capture.Truncation?) throws {
    let message = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(body)"
    let folder = try folder([Sample.response(message)], packed: true)
    let capture = try #require(try captures(folder.path).first)
    #expect(String(decoding: capture.body, as: UTF8.self) == wanted)
    #expect(capture.truncated == truncated)
    #expect(capture.header("transfer-encoding") == nil)
  }

  @Test func `may write addresses in angle brackets, dates in short and odd fields`() throws {
    let record = Sample.record(
      [
        "warc-type: response", "WARC-Record-ID:<urn:uuid:9>", "WARC-Date: 2021-03",
        "WARC-Target-URI: <http://b.gov.cn/x>", "Content-Type: application/http; msgtype=response",
        "X-Strange: a", "  folded", "WARC-Truncated: whim", "WARC-Protocol: tls/1.3",
        "WARC-Protocol: h2",
      ], block: Array("HTTP/1.1 200 OK\n\nx".utf8), end: "\n")
    let folder = try folder([record], packed: false)
    let capture = try #require(try captures(folder.path).first)
    #expect(capture.url.string == "http://b.gov.cn/x")
    #expect(capture.fetchedAt.description == "2021-03-01T00:00:00Z")
    #expect(capture.truncated == .unspecified)
    #expect(capture.version == .http2)
    #expect(capture.body == Array("x".utf8))
  }

  @Test func `pair a request with its response, or tell it apart`() throws {
    func request(_ extra: [String], _ target: String) -> [UInt8] {
      Sample.record(
        [
          "WARC-Type: request", "WARC-Record-ID: <urn:uuid:r>", "WARC-Date: 2021-03-05T08:00:00Z",
          "WARC-Target-URI: \(target)", "Content-Type: application/http; msgtype=request",
        ] + extra, block: Array("GET /x HTTP/1.1\r\n\r\n".utf8))
    }
    let response = Sample.response("HTTP/1.1 200 OK\r\n\r\n")
    let named = Sample.response(
      "HTTP/1.1 200 OK\r\n\r\n", extra: ["WARC-Concurrent-To: <urn:uuid:r>"])
    let first = "urn:uuid:00000000-0000-4000-8000-000000000001"
    let target = "http://www.b.gov.cn/x"
    let cases: [(records: [[UInt8]], kinds: [String], isPaired: Bool)] = [
      ([request([], target), response], ["response"], true),
      ([request(["WARC-Concurrent-To: <\(first)>"], target), response], ["response"], true),
      ([request([], target), named], ["response"], true),
      ([request([], "http://other/"), response], ["request", "response"], false),
      ([response, request([], target)], ["response", "request"], false),
      ([request([], target), request([], target), response], ["request", "response"], true),
    ]
    for (records, wanted, isPaired) in cases {
      let folder = try folder(records, packed: true)
      #expect(try kinds(folder.path) == wanted)
      #expect(try captures(folder.path).first?.requestHead.isEmpty == !isPaired)
    }
  }

  @Test func `have records of other kinds`() throws {
    func record(_ type: String, _ target: String, _ content: String) -> [UInt8] {
      Sample.record(
        [
          "WARC-Type: \(type)", "WARC-Record-ID: <urn:uuid:\(type)\(content)>",
          "WARC-Date: 2021-03-05T08:00:00Z", "WARC-Target-URI: \(target)",
          "Content-Type: \(content)",
        ], block: Array("{\"a\":1}".utf8))
    }
    let folder = try folder(
      [
        record("warcinfo", "", "application/warc-fields"),
        record("resource", "ftp://b/x", "text/plain"),
        record("response", "dns:b", "text/dns"),
        record("metadata", "http://b/", "application/json"),
        record("conversion", "http://b/", "text/plain"), record("surprise", "http://b/", "x/y"),
        record("revisit", "http://b/", "application/http"), record("metadata", "x:y", "text/plain"),
      ], packed: true)
    #expect(
      try kinds(folder.path)
        == ["info", "other", "other", "other", "other", "other", "revisit", "other"])
  }

  @Test(arguments: [
    ("WARC-Block-Digest: sha1:", 0), ("WARC-Block-Digest: md5:900150983CD24FB0D6963F7D28E17F72", 1),
    ("WARC-Payload-Digest: sha256:\(Base32.text(SHA256.digest(Array("abc".utf8))))", 0),
    ("WARC-Payload-Digest: sha256:\(SHA256.hex(Array("abc".utf8)))", 0),
    ("WARC-Payload-Digest: SHA-256:\(SHA256.hex(Array("abc".utf8)))", 0),
    ("WARC-Payload-Digest: sha256:\(SHA256.hex(Array("abd".utf8)))", 1),
    ("WARC-Payload-Digest: whirlpool:00", 0),
    ("WARC-Payload-Digest: sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", 0),
    ("WARC-Payload-Digest: sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ", 0),
  ])
  func `are held against the digests that they tell`(field: String, problems: Int) throws {
    let message = "HTTP/1.1 200 OK\r\n\r\nabc"
    var told = field
    if field.hasSuffix("sha1:") {
      guard var stream = DigestStream(.sha1) else { return }
      stream.update(Array(message.utf8))
      let digest = stream.finish()
      told += Base32.text(digest)
    }
    let folder = try folder([Sample.response(message, extra: [told])], packed: true)
    let report = try ArchiveReader(folder.path).verify()
    #expect(report.problems.count == problems)
    #expect(report.problems.allSatisfy { $0.code == .digest })
    #expect(report.digests == (field.contains("whirlpool") ? 0 : 1))
  }

  @Test func `may take the payload digest with or without chunks`() throws {
    let body = "3\r\nabc\r\n0\r\n\r\n"
    for payload in [body, "abc"] {
      let digest = "WARC-Payload-Digest: sha256:\(SHA256.hex(Array(payload.utf8)))"
      let folder = try folder(
        [
          Sample.response(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(body)", extra: [digest])
        ], packed: true)
      #expect(try ArchiveReader(folder.path).verify().problems == [])
    }
  }
}
