import Archive
import Codings
import Dates
import Testing
import Web

struct `Archive writer` {
  @Test func `gives back what was stored, in order`() throws {
    let folder = try ScratchFolder()
    let writer = try Sample.writer(folder)
    let first = try Sample.capture("/", body: Array((0...255).map { UInt8($0) }))
    let second = try Sample.capture(
      "/政务?x=1", head: "HTTP/2 200 \r\nTransfer-Encoding: chunked\r\n\r\n", truncated: .length,
      version: .http2)
    let start = CaptureNote(via: nil, depth: 0, reason: "start")
    let stored = try writer.append(first, note: start)
    try writer.append(
      FailureNote(
        url: Sample.url("http://gone.a.gov.cn/"), code: "dns.notFound",
        detail: "找不到\n\"主机\"\\", note: Sample.note, at: Sample.moment()))
    _ = try writer.append(PreparedCapture(second, note: Sample.note))
    try writer.finish(summary: Array("{\"x\":[1]}".utf8), answers: 3, at: Sample.moment())

    #expect(
      try kinds(folder.path) == ["info", "response+note", "failure", "response+note", "summary"])
    #expect(try captures(folder.path) == [first, second])
    let all = try entries(folder.path)
    guard case .response(_, let note) = all[1].record, case .failure(let failure) = all[2].record,
      case .summary(let site, let json, let answers) = all[4].record,
      case .info(let fields) = all[0].record
    else {
      Issue.record("not the records that were stored")
      return
    }
    #expect(note == start)
    #expect(failure.code == "dns.notFound")
    #expect(failure.detail == "找不到\n\"主机\"\\")
    #expect(failure.note == Sample.note)
    #expect(site == Sample.site)
    #expect(json == Array("{\"x\":[1]}".utf8))
    #expect(answers == 3)
    #expect(fields.first?.name == "software")
    #expect(fields.first?.value == "mingcha test")
    #expect(all[1].offset == stored.offset)
    #expect(stored.file == Sample.file)
    #expect(stored.sha256 == first.payloadSHA256)
    let member = try folder.read(Sample.file)[stored.offset..<(stored.offset + stored.length)]
    #expect(member.starts(with: [0x1F, 0x8B]))
  }

  @Test func `passes its own verification`() throws {
    let folder = try ScratchFolder()
    let writer = try Sample.writer(folder)
    for number in 0..<20 { _ = try writer.append(Sample.capture("/\(number)"), note: Sample.note) }
    try writer.finish(summary: [], at: Sample.moment())
    let report = try ArchiveReader(folder.path).verify()
    #expect(report.problems == [])
    // warcinfo, three records a capture, summary; a response has two digests.
    #expect(report.records == 62)
    #expect(report.digests == 82)
  }

  @Test func `finds a capture by its name, before and after reading all`() throws {
    let folder = try ScratchFolder()
    let writer = try Sample.writer(folder)
    let all = try (0..<5).map { try Sample.capture("/\($0)") }
    for capture in all { _ = try writer.append(capture, note: Sample.note) }
    try writer.finish(summary: [], at: Sample.moment())
    let reader = try ArchiveReader(folder.path)
    #expect(try reader.capture(all[3].id) == all[3])
    #expect(try reader.capture(all[0].id) == all[0])
    #expect(try reader.capture(.random()) == nil)
  }

  @Test func `begins a new file at the limit, and goes on in the newest`() throws {
    let folder = try ScratchFolder()
    let writer = try Sample.writer(folder, limit: 2000)
    for number in 0..<6 { _ = try writer.append(Sample.capture("/\(number)"), note: Sample.note) }
    try writer.finish(summary: [], at: Sample.moment())
    let names = try folder.names.filter { $0.hasSuffix(".warc.gz") }
    #expect(names.count > 1)
    #expect(names.first == "portal-00000.warc.gz")
    #expect(names.last == "portal-0000\(names.count - 1).warc.gz")
    let again = try Sample.writer(folder)
    _ = try again.append(Sample.capture("/6"), note: Sample.note)
    try again.finish(summary: [], at: Sample.moment())
    #expect(try folder.names.filter { $0.hasSuffix(".warc.gz") } == names)
    #expect(try folder.names.count == 2 * names.count)
    #expect(try captures(folder.path).map(\.url.path) == (0...6).map { "/\($0)" })
    #expect(try ArchiveReader(folder.path).verify().problems == [])
  }

  @Test(arguments: [1, 2000, 1 << 30])
  func `stores several answers at once where it would store each`(limit: Int) throws {
    let folders = [try ScratchFolder(), try ScratchFolder()]
    let prepared = try (0...6).map { number in
      PreparedCapture(
        try Sample.capture("/\(number)", id: "urn:uuid:\(number)"), note: Sample.note)
    }
    var places: [[StoredCapture]] = []
    for (folder, isBatch) in zip(folders, [true, false]) {
      let writer = try Sample.writer(folder, limit: limit)
      places.append(
        isBatch ? try writer.append(prepared) : try prepared.map { try writer.append($0) })
      try writer.finish(summary: Array("{}".utf8), at: Sample.moment())
      #expect(try ArchiveReader(folder.path).verify().problems == [])
    }
    #expect(places[0].map(\.file) == places[1].map(\.file))
    #expect(places[0].map(\.length) == places[1].map(\.length))
    for folder in folders {
      #expect(try captures(folder.path) == prepared.map(\.capture))
    }
  }

  @Test func `finishes several sites together`() throws {
    let folder = try ScratchFolder()
    let files = try SiteFiles(making: folder.path)
    let names = (0..<150).map { SiteID("site \($0)") }
    let writers = try names.map { site in
      try ArchiveWriter(
        folder: folder.path, site: site, software: "t", startedAt: Sample.moment(), files: files)
    }
    for writer in writers { _ = try writer.append(Sample.capture(), note: Sample.note) }
    try ArchiveWriter.finish(
      writers.map { .init(writer: $0, summary: Array("{}".utf8), answers: 1) }, at: Sample.moment())
    #expect(try folder.names.count == 2 * names.count)
    let report = try ArchiveReader(folder.path).verify()
    #expect(report.problems == [])
    #expect(report.unfinished == [])
    #expect(report.indexLines == names.count)
  }

  @Test func `tells the digests of head and body, and an altered head is found`() throws {
    let folder = try ScratchFolder()
    let writer = try Sample.writer(folder)
    let stored = try writer.append(Sample.capture(), note: Sample.note)
    try writer.finish(summary: Array("{}".utf8), at: Sample.moment())
    let whole = try folder.read(Sample.file)
    let member = Array(whole[stored.offset..<(stored.offset + stored.length)])
    let plain = ContentDecoder(contentEncoding: "gzip", maxDecoded: 1 << 20).decode(member).bytes
    let text = String(decoding: plain, as: UTF8.self)
    #expect(text.contains("\r\nWARC-Payload-Digest: sha256:"))
    #expect(text.contains("\r\nX-Mingcha-Head-Digest: sha256:"))
    #expect(!text.contains("WARC-Block-Digest"))
    let forged = text.replacing("HTTP/1.1 200 OK", with: "HTTP/1.1 404 No")
    let other = try #require(GzipMember.pack(Array(forged.utf8)))
    let tail = whole[(stored.offset + stored.length)...]
    try folder.write(whole[..<stored.offset] + other + tail, to: Sample.file)
    let problems = try ArchiveReader(folder.path).verify().problems
    #expect(problems.filter { $0.code == .digest }.count == 1)
  }

  @Test func `keeps sites apart, whatever their names`() throws {
    let folder = try ScratchFolder()
    let names = ["portal", "portal-1", "../evil", "财政 局", ".x", "a.b"]
    for name in names {
      let writer = try ArchiveWriter(
        folder: folder.path, site: SiteID(name), software: "t", startedAt: Sample.moment())
      try writer.finish(summary: Array(name.utf8), at: Sample.moment())
    }
    let reader = try ArchiveReader(folder.path)
    #expect(reader.sites == names.map { SiteID($0) }.sorted())
    for name in names {
      var seen: [String] = []
      try reader.forEach(site: SiteID(name)) { entry in
        #expect(entry.site == SiteID(name))
        if case .summary(let site, let json, _) = entry.record {
          seen = [site.text, String(decoding: json, as: UTF8.self)]
        }
      }
      #expect(seen == [name, name])
    }
  }

  @Test func `refuses a second writer on one file`() throws {
    let folder = try ScratchFolder()
    let writer = try Sample.writer(folder)
    do {
      _ = try Sample.writer(folder)
      Issue.record("two writers")
    } catch let error as ArchiveError {
      #expect(error.code == .locked)
    }
    try writer.finish(summary: [], at: Sample.moment())
    #expect(throws: ArchiveError.self) {
      _ = try writer.append(Sample.capture(), note: Sample.note)
    }
  }

  @Test func `stores no response without a head`() throws {
    let folder = try ScratchFolder()
    let writer = try Sample.writer(folder)
    #expect(throws: ArchiveError.self) {
      _ = try writer.append(Sample.capture(head: ""), note: Sample.note)
    }
    try writer.finish(summary: [], at: Sample.moment())
    #expect(try kinds(folder.path) == ["info", "summary"])
  }

  @Test func `lets no value forge a field`() throws {
    let folder = try ScratchFolder()
    let writer = try Sample.writer(folder)
    let capture = Capture(
      id: CaptureID("urn:uuid:1>\r\nWARC-Type: request"), url: try Sample.url("http://a/"),
      fetchedAt: try Sample.moment(), requestHead: [],
      responseHead: Array("HTTP/1.1 200 OK\r\n\r\n".utf8), body: [],
      remoteAddress: "1.1.1.1\r\nWARC-Target-URI: http://evil/")
    _ = try writer.append(capture, note: Sample.note)
    try writer.finish(summary: [], at: Sample.moment())
    #expect(try captures(folder.path).map(\.url.string) == ["http://a/"])
  }
}

struct `Torn tail` {
  /// An archive of two captures, and where the last exchange and its answer begin.
  private func archive() throws -> (bytes: [UInt8], exchange: Int, last: StoredCapture) {
    let folder = try ScratchFolder()
    let writer = try Sample.writer(folder)
    let first = try writer.append(Sample.capture("/1"), note: Sample.note)
    let last = try writer.append(Sample.capture("/2"), note: Sample.note)
    return (try folder.read(Sample.file), first.offset + first.length, last)
  }

  @Test func `is told by the reader and cut by the writer at every byte`() throws {
    let (bytes, exchange, last) = try archive()
    for length in exchange...bytes.count {
      let folder = try ScratchFolder()
      try folder.write(Array(bytes.prefix(length)), to: Sample.file)
      let isWhole = length == bytes.count
      let isClean = isWhole || length == exchange
      let before = try kinds(folder.path)
      #expect(before.starts(with: ["info", "response+note"]), "\(length)")
      if length > last.offset {
        let rest = isWhole ? ["response+note"] : ["request", "other", "torn"]
        #expect(Array(before.dropFirst(2)) == rest, "\(length)")
      }
      let isChecked = length % 16 == 0 || isClean
      if isChecked {
        #expect(try ArchiveReader(folder.path).verify().problems.isEmpty == isClean, "\(length)")
      }

      let writer = try Sample.writer(folder)
      let kept = bytes.prefix(isWhole ? length : exchange)
      #expect(try folder.read(Sample.file).starts(with: kept), "\(length)")
      _ = try writer.append(Sample.capture("/3"), note: Sample.note)
      let paths = try captures(folder.path).map(\.url.path)
      #expect(paths == (isWhole ? ["/1", "/2", "/3"] : ["/1", "/3"]), "\(length)")
      if isChecked { #expect(try ArchiveReader(folder.path).verify().problems == []) }
    }
  }

  @Test func `may be zeros after a power cut`() throws {
    let (bytes, _, _) = try archive()
    let folder = try ScratchFolder()
    try folder.write(bytes + [UInt8](repeating: 0, count: 5000), to: Sample.file)
    #expect(try kinds(folder.path) == ["info", "response+note", "response+note", "torn"])
    let writer = try Sample.writer(folder)
    try writer.finish(summary: [], at: Sample.moment())
    #expect(try captures(folder.path).count == 2)
  }

  @Test func `is not taken for damage in the middle, which is left alone`() throws {
    let (bytes, _, last) = try archive()
    let folder = try ScratchFolder()
    // Damage may also make a gzip member swallow all that follows it.
    for index in (last.offset - 60)..<last.offset {
      var damaged = bytes
      damaged[index] ^= 0xFF
      try folder.write(damaged, to: Sample.file)
      do {
        _ = try Sample.writer(folder)
        Issue.record("appended to a damaged file: \(index)")
      } catch let error as ArchiveError {
        #expect(error.code == .gzip)
      }
      #expect(try folder.read(Sample.file) == damaged)
      let problems = try ArchiveReader(folder.path).verify().problems
      #expect(!problems.isEmpty)
      #expect(problems.allSatisfy { $0.code != .tornTail }, "\(index): \(problems)")
    }
  }

  @Test func `may be the whole file`() throws {
    let folder = try ScratchFolder()
    try folder.write([0x1F], to: Sample.file)
    let writer = try Sample.writer(folder)
    try writer.finish(summary: [], at: Sample.moment())
    #expect(try kinds(folder.path) == ["info", "summary"])
  }
}
