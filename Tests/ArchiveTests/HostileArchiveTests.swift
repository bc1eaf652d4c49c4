import Archive
import Codings
import Glibc
import Testing
import Web

struct `Hostile archives` {
  private func fault(_ bytes: [UInt8], packed: Bool = false) throws -> ArchiveError? {
    let folder = try ScratchFolder()
    let name = packed ? "x.warc.gz" : "x.warc"
    try folder.write(packed ? try #require(GzipMember.pack(bytes)) : bytes, to: name)
    do {
      _ = try entries(folder.path)
      return nil
    } catch let error as ArchiveError {
      #expect(error.file == name)
      #expect(try ArchiveReader(folder.path).verify().problems.first?.code == error.code)
      return error
    }
  }

  private let good = Sample.response("HTTP/1.1 200 OK\r\n\r\nx")

  @Test(arguments: [
    "", "-1", "+5", "5x", "0x5", "99999999999999999999999999", "9223372036854775807",
    "999999999999999", "５", "5, 6",
  ])
  func `with a length that is none are refused with the place`(length: String) throws {
    for packed in [true, false] {
      let bytes = good + Sample.response("HTTP/1.1 200 OK\r\n\r\nx", length: length)
      let error = try #require(try fault(bytes, packed: packed))
      #expect(error.code == .length)
      #expect(error.offset == (packed ? 0 : good.count))
      #expect(error.description.hasPrefix(error.file))
    }
  }

  @Test(arguments: ["5000", "1000000000000"])
  func `with a length beyond the file end as torn, without allocating it`(length: String) throws {
    let folder = try ScratchFolder()
    let bytes = good + Sample.response("HTTP/1.1 200 OK\r\n\r\nx", length: length)
    try folder.write(bytes, to: "a.warc")
    try folder.write(try #require(GzipMember.pack(bytes)), to: "b.warc.gz")
    #expect(try kinds(folder.path) == ["response", "torn", "response", "torn"])
  }

  @Test func `with a length that swallows the next record are refused`() throws {
    let folder = try ScratchFolder()
    let first = try #require(
      GzipMember.pack(Sample.response("HTTP/1.1 200 OK\r\n\r\nx", length: "200")))
    let second = try #require(GzipMember.pack(good))
    try folder.write(first + second, to: "x.warc.gz")
    do {
      _ = try entries(folder.path)
      Issue.record("two records became one")
    } catch let error as ArchiveError {
      #expect(error.code == .length)
    }
  }

  @Test func `with two lengths are refused`() throws {
    let bytes = Sample.response("HTTP/1.1 200 OK\r\n\r\nx", extra: ["Content-Length: 3"])
    #expect(try fault(bytes)?.code == .length)
  }

  @Test(arguments: [
    "<html>", "PK\u{3}\u{4}", "WARX/1.0\r\n", "\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}", "WA<",
  ])
  func `without a record at the start are refused`(text: String) throws {
    #expect(try fault(Array(text.utf8))?.code == .notWARC)
    #expect(try fault(good + Array(text.utf8))?.offset == good.count)
    #expect(try fault(Array(text.utf8), packed: true)?.code == .notWARC)
  }

  @Test func `with a header without end are refused`() throws {
    let long = Array("WARC/1.0\r\nX: ".utf8) + [UInt8](repeating: 0x61, count: 200_000)
    #expect(try fault(long)?.code == .header)
    #expect(try fault(long, packed: true)?.code == .header)
    let lines = Array("WARC/1.0\r\n".utf8) + (0..<100_000).flatMap { _ in Array("a:b\r\n".utf8) }
    #expect(try fault(lines)?.code == .header)
    #expect(try fault(Array("WARC/9999999999\r\n\r\n".utf8))?.code == .header)
  }

  @Test(arguments: [
    ("HTTP/1.1 200 OK\r\n\r\nx", "http://", "unreadable:identity"),
    ("HTTP/1.1 200 OK\r\n\r\nx", "http://u@b/", "unreadable:identity"),
    ("garbage", "http://b/", "unreadable:message"), ("", "http://b/", "unreadable:message"),
    ("HTTP/", "http://b/", "response"), ("HTTP/1.1 200 OK", "http://b/", "response"),
    ("HTTP/1.1 999999999999999999999 x\r\n\r\n", "http://b/", "response"),
  ])
  func `with one bad response give the others`(
    message: String, target: String, kind: String
  ) throws {
    let folder = try ScratchFolder()
    try folder.write(good + Sample.response(message, target: target) + good, to: "x.warc")
    #expect(try kinds(folder.path) == ["response", kind, "response"])
  }

  @Test func `with a record too long to be held give the others, and its digest still counts`()
    throws
  {
    let folder = try ScratchFolder()
    let message = "HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: 300_000)
    let digest = "WARC-Block-Digest: sha256:\(SHA256.hex(Array(message.utf8)))"
    let wrong = "WARC-Block-Digest: sha256:\(SHA256.hex([]))"
    try folder.write(
      Sample.response(message, extra: [digest]) + Sample.response(message, extra: [wrong]) + good,
      to: "x.warc")
    let reader = try ArchiveReader(folder.path, blockLimit: 1000)
    var count = 0
    var tooLong = 0
    try reader.forEach { entry in
      count += 1
      if case .unreadable(_, let error) = entry.record, error.code == .length { tooLong += 1 }
    }
    #expect(count == 3)
    #expect(tooLong == 2)
    let report = reader.verify()
    #expect(report.digests == 2)
    #expect(report.problems.filter { $0.code == .digest }.count == 1)
  }

  @Test func `with every byte flipped neither crash nor hang`() throws {
    let folder = try ScratchFolder()
    let record = Sample.response("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0")
    let packed = try #require(GzipMember.pack(record))
    for (name, bytes) in [("x.warc", record + record), ("x.warc.gz", packed + packed)] {
      for index in bytes.indices {
        var damaged = bytes
        damaged[index] ^= 0x15
        try folder.write(damaged, to: name)
        let report = try ArchiveReader("\(folder.path)/\(name)").verify()
        #expect(report.records <= 2)
        if name.hasSuffix("gz") { _ = try? entries("\(folder.path)/\(name)") }
      }
    }
  }

  @Test func `with the same name twice are told`() throws {
    let folder = try ScratchFolder()
    try folder.write(good + good, to: "x.warc")
    #expect(try ArchiveReader(folder.path).verify().problems.map(\.code) == [.identity])
  }

  @Test func `that are empty, or no archives, say what to do`() throws {
    let folder = try ScratchFolder()
    do {
      _ = try ArchiveReader(folder.path)
      Issue.record("read an empty folder")
    } catch {
      #expect(error.code == .empty)
      #expect(error.description.contains("mingcha gather"))
    }
    #expect(throws: ArchiveError.self) { _ = try ArchiveReader(folder.path + "/none") }
    try folder.write([], to: "x.warc.gz")
    #expect(try kinds(folder.path) == [])
  }

  @Test func `keep the error that the caller throws`() throws {
    struct Stop: Error {}
    let folder = try ScratchFolder()
    try folder.write(good + good, to: "x.warc")
    var seen = 0
    #expect(throws: Stop.self) {
      try ArchiveReader(folder.path).forEach { _ in
        seen += 1
        throw Stop()
      }
    }
    #expect(seen == 1)
  }

  @Test func `with notes of odd JSON give other records`() throws {
    func note(_ json: String) -> [UInt8] {
      Sample.record(
        [
          "WARC-Type: metadata", "WARC-Record-ID: <urn:uuid:m>", "WARC-Date: 2021-03-05T08:00:00Z",
          "WARC-Target-URI: http://b/", "Content-Type: application/json",
        ], block: Array(json.utf8))
    }
    let texts = [
      "", "{", "{}", "[]", "{\"schema\":\"mingcha.note/1\"}", "{\"schema\":\"mingcha.failure/1\"}",
      "{\"schema\":\"mingcha.note/1\",\"depth\":99999999999999999999,\"reason\":\"x\",\"via\":null}",
      "{\"a\":{\"b\":1}}", "{\"a\":\"\\uD800\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\\q\"}",
      "{\"a\":--}", "{\"a\":1,}", "{\"a\" 1}", "{\"a\":\"b\"} x", "{\"a\":\"\n\"}",
    ]
    let folder = try ScratchFolder()
    try folder.write(texts.flatMap { note($0) }, to: "x.warc")
    #expect(try kinds(folder.path) == texts.map { _ in "other" })
  }

  @Test func `with a device under a file's name are refused, and not read for ever`() throws {
    let folder = try ScratchFolder()
    #expect(unsafe symlink("/dev/zero", folder.path + "/x.warc.gz") == 0)
    #expect(try ArchiveReader(folder.path).verify().problems.map(\.code) == [.system])
  }
}
