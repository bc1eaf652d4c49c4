import Archive
import Codings
import Dates
import Testing
import Web

struct Revisits {
  private static let original = "urn:uuid:00000000-0000-4000-8000-000000000001"

  /// A revisit as another program might write it.
  private static func record(_ extra: [String], head: String = "") -> [UInt8] {
    Sample.record(
      [
        "WARC-Type: revisit", "WARC-Record-ID: <urn:uuid:2>", "WARC-Date: 2022-01-01T00:00:00Z",
        "WARC-Target-URI: http://www.b.gov.cn/x",
        "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest",
        "Content-Type: application/http; msgtype=response",
      ] + extra, block: Array(head.utf8))
  }

  private static func resolved(_ revisit: [UInt8]) throws -> Capture? {
    let folder = try ScratchFolder()
    try folder.write(
      Sample.response("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nhello") + revisit,
      to: "x.warc")
    let reader = try ArchiveReader(folder.path)
    var found: Revisit?
    try reader.forEach { if case .revisit(let revisit, _) = $0.record { found = revisit } }
    return try? RevisitResolver(reader).capture(#require(found))
  }

  @Test func `of other programs are resolved by name, or by address and time`() throws {
    let digest = "WARC-Payload-Digest: sha256:\(SHA256.hex(Array("hello".utf8)))"
    let byPlace = [
      "WARC-Refers-To-Target-URI: http://www.b.gov.cn/x",
      "WARC-Refers-To-Date: 2021-03-05T08:00:00Z",
    ]
    for fields in [
      ["WARC-Refers-To: <\(Self.original)>"], ["WARC-Refers-To: <\(Self.original)>", digest],
      byPlace, byPlace + [digest], ["WARC-Refers-To: <urn:uuid:none>"] + byPlace,
    ] {
      let capture = try #require(try Self.resolved(Self.record(fields)))
      #expect(capture.body == Array("hello".utf8))
      #expect(capture.status == 200)
      #expect(capture.id.text == "urn:uuid:2")
      #expect(capture.fetchedAt.description == "2022-01-01T00:00:00Z")
    }
    let ownHead = try Self.resolved(
      Self.record(
        ["WARC-Refers-To: <\(Self.original)>"],
        head: "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"))
    #expect(ownHead?.mediaType == "text/plain")
  }

  @Test func `that name nothing, themselves or another body are not resolved`() throws {
    for fields in [
      [], ["WARC-Refers-To: <urn:uuid:none>"], ["WARC-Refers-To: <urn:uuid:2>"],
      [
        "WARC-Refers-To: <\(Self.original)>",
        "WARC-Payload-Digest: sha256:\(SHA256.hex(Array("hullo".utf8)))",
      ],
    ] {
      #expect(try Self.resolved(Self.record(fields)) == nil)
    }
  }

  @Test func `that name each other end`() throws {
    let one = Self.record(["WARC-Refers-To: <urn:uuid:3>"])
    let two = Sample.record(
      [
        "WARC-Type: revisit", "WARC-Record-ID: <urn:uuid:3>", "WARC-Date: 2022-01-01T00:00:00Z",
        "WARC-Target-URI: http://www.b.gov.cn/x", "WARC-Refers-To: <urn:uuid:2>",
      ], block: [])
    #expect(try Self.resolved(one + two) == nil)
  }

  @Test func `archives that name each other as the older one end`() throws {
    let folder = try ScratchFolder()
    for (name, other) in [("a", "../b"), ("b", "../a")] {
      let writer = try ArchiveWriter(
        folder: "\(folder.path)/\(name)", site: Sample.site, software: "t",
        startedAt: Sample.moment(),
        origin: SegmentOrigin(
          sites: [Sample.site], start: [Sample.url("http://a/")], hosts: [], since: [other]))
      _ = try writer.append(Sample.capture("/\(name)"), note: Sample.note)
      try writer.finish(summary: [], at: Sample.moment())
    }
    let older = try OlderCaptures("\(folder.path)/a")
    #expect(older.folders == ["\(folder.path)/a", "\(folder.path)/b"])
    #expect(older.latest(of: try Sample.url("http://www.a.gov.cn/b")) != nil)
  }
}

struct `Verification of an archive of ours` {
  private static func archive() throws -> (folder: ScratchFolder, stored: [StoredCapture]) {
    let folder = try ScratchFolder()
    let writer = try Sample.writer(folder)
    var stored: [StoredCapture] = []
    for number in 0..<3 {
      stored.append(try writer.append(Sample.capture("/\(number)"), note: Sample.note))
    }
    try writer.finish(summary: Array("{}".utf8), at: Sample.moment())
    return (folder, stored)
  }

  private static func codes(_ folder: ScratchFolder) throws -> [ArchiveError.Code] {
    try ArchiveReader(folder.path).verify().problems.map(\.code)
  }

  @Test func `finds nothing wrong with a whole one`() throws {
    let (folder, _) = try Self.archive()
    let report = try ArchiveReader(folder.path).verify()
    #expect(report.problems == [])
    #expect(report.unfinished == [])
    #expect(report.indexLines == 3)
    #expect(report.missing == [])
  }

  @Test func `misses a record that was taken out`() throws {
    let (folder, stored) = try Self.archive()
    var bytes = try folder.read(Sample.file)
    bytes.removeSubrange(stored[1].offset..<(stored[1].offset + stored[1].length))
    let index = try folder.read("portal-00000.cdxj")
    try folder.write(bytes, to: Sample.file)
    try folder.write(index, to: "portal-00000.cdxj")
    // The request and the note have lost their answer; the index names another place.
    #expect(try Self.codes(folder) == [.order, .order, .index])
  }

  @Test func `sees a renamed file, and one without its first record`() throws {
    let (folder, _) = try Self.archive()
    let bytes = try folder.read(Sample.file)
    let other = try ScratchFolder()
    try other.write(bytes, to: "portal-00001.warc.gz")
    #expect(try Self.codes(other) == [.order])
    let first = bytes.indices.dropFirst().first { bytes[$0...].starts(with: [0x1F, 0x8B, 0x08]) }
    let headless = try ScratchFolder()
    try headless.write(Array(bytes[try #require(first)...]), to: Sample.file)
    #expect(try Self.codes(headless) == [.order])
  }

  @Test func `says what is unfinished`() throws {
    let folder = try ScratchFolder()
    let writer = try Sample.writer(folder)
    _ = try writer.append(Sample.capture("/"), note: Sample.note)
    let report = try ArchiveReader(folder.path).verify()
    #expect(report.problems == [])
    #expect(report.unfinished == [Sample.site])
  }
}
