import Archive
import Crawl
import Dates
import Foundation
import Page
import Support
import Synchronization
import Testing
import Texts
import Web

/// Runs that ask only for what has changed.
@Suite(.timeLimit(.minutes(5)))
struct SinceTests {
  /// A site whose pages tell their version in one of several ways; `changed` gets a new text.
  private static func server(
    changed: @escaping @Sendable () -> Bool = { false }
  ) throws -> LoopbackServer {
    try LoopbackServer { request in
      let isChanged = changed() && request.path == "/tag"
      func answer(_ fields: [(String, String)], _ text: String) -> ServerReply {
        .html("<title>\(text)</title><p>\(text)</p>", fields: fields)
      }
      switch request.path {
      case "/": return page("首页", "/tag", "/date", "/plain", "/gone")
      case "/tag":
        let tag = isChanged ? "\"v2\"" : "W/\"v1\""
        if request.field("if-none-match") == tag { return notModified([("ETag", tag)]) }
        return answer([("ETag", tag)], isChanged ? "新" : "旧")
      case "/date":
        let date = "Tue, 05 Jan 2021 08:00:00 GMT"
        if request.field("if-modified-since") == date { return notModified([]) }
        return answer([("Last-Modified", date)], "日期")
      case "/plain": return answer([], "平常")
      default: return .notFound
      }
    }
  }

  private static func notModified(_ fields: [(String, String)]) -> ServerReply {
    .response(ServerResponse(status: 304, fields: fields, body: []))
  }

  private static func run(
    _ plan: CrawlPlan, since older: String, into folder: String
  ) async throws -> Crawler.Result {
    var use = ArchiveUse()
    let captures = try OlderCaptures(older)
    use.since = captures
    use.sincePaths = captures.folders.map { RelativePath.text(of: $0, from: folder) }
    return try await Crawler(
      plan: plan, archive: folder, use: use, read: TinyReader.read
    ).run()
  }

  private static func replay(_ plan: CrawlPlan, _ folder: String) throws -> [SiteRecords] {
    try ArchiveReplay.records(
      folder, seeds: plan.sites, maxBody: plan.maxBody, software: plan.software,
      read: TinyReader.read)
  }

  @Test func `an unchanged site costs one request a page and no body, and reads the same`()
    async throws
  {
    let server = try Self.server()
    let fixture = try CrawlFixture(server)
    let first = try await fixture.run()
    var older = fixture.folder.path
    let scratch = try TemporaryFolder()
    // A chain: each archive refers to the bodies of the first.
    for round in 1...3 {
      let folder = "\(scratch.path)/\(round)"
      let count = server.requests.count
      let result = try await Self.run(fixture.plan, since: older, into: folder)
      #expect(server.requests.count - count == 5)
      #expect(Self.withoutTraffic(result.records) == Self.withoutTraffic(first.records))
      #expect(
        try Self.replay(fixture.plan, folder).map(CrawlFixture.print)
          == result.records.map(CrawlFixture.print))
      var stored: [String: String] = [:]
      try ArchiveReader(folder).forEach { entry in
        switch entry.record {
        case .response(let capture, _): stored[capture.url.path] = "response"
        case .revisit(let revisit, let note):
          stored[revisit.answer.url.path] = "\(revisit.profile)"
          #expect(revisit.answer.body.isEmpty)
          #expect(note != nil)
          #expect(!revisit.answer.requestHead.isEmpty)
        default: return
        }
      }
      #expect(
        stored == [
          "/": "identicalPayload", "/tag": "notModified", "/date": "notModified",
          "/plain": "identicalPayload", "/gone": "response",
        ])
      #expect(try ArchiveReader(folder).verify().problems == [])
      older = folder
    }
    #expect(try OlderCaptures(older).folders.count == 4)
  }

  @Test func `what has changed is stored`() async throws {
    let isChanged = Mutex(false)
    let server = try Self.server { isChanged.withLock { $0 } }
    let fixture = try CrawlFixture(server)
    _ = try await fixture.run()
    isChanged.withLock { $0 = true }
    let scratch = try TemporaryFolder()
    let result = try await Self.run(
      fixture.plan, since: fixture.folder.path, into: "\(scratch.path)/new")
    let page = try #require(result.records[0].pages.first { $0.url.path == "/tag" })
    #expect(page.facts?.title == "新")
  }

  @Test func `both archives may be moved together; without the older one pages say so`()
    async throws
  {
    let server = try Self.server()
    let scratch = try TemporaryFolder()
    var fixture = try CrawlFixture(server)
    fixture.plan.connections = 1
    let old = "\(scratch.path)/a/old"
    let new = "\(scratch.path)/a/new"
    _ = try await Crawler(plan: fixture.plan, archive: old, read: TinyReader.read).run()
    let result = try await Self.run(fixture.plan, since: old, into: new)
    let files = FileManager.default
    try files.moveItem(atPath: "\(scratch.path)/a", toPath: "\(scratch.path)/b")
    #expect(
      try Self.replay(fixture.plan, "\(scratch.path)/b/new").map(CrawlFixture.print)
        == result.records.map(CrawlFixture.print))
    try files.removeItem(atPath: "\(scratch.path)/b/old")
    let alone = try Self.replay(fixture.plan, "\(scratch.path)/b/new")
    let codes = alone[0].pages.map { "\($0.url.path) \($0.outcome.code)" }
    #expect(
      codes == [
        "/ archive.originalMissing", "/date archive.originalMissing", "/gone http.notFound",
        "/plain archive.originalMissing", "/tag archive.originalMissing",
      ])
    #expect(alone[0].pages.first?.outcome.family == .error)
    let advice = try #require(OutcomeTable.entry("archive.originalMissing")).advice
    #expect(!advice.zh.isEmpty && !advice.en.isEmpty)
  }

  @Test func `a run that was killed goes on asking the older archive`() async throws {
    let server = try Self.server()
    var fixture = try CrawlFixture(server)
    fixture.plan.connections = 1
    _ = try await fixture.run()
    let scratch = try TemporaryFolder()
    let whole = "\(scratch.path)/whole"
    let undisturbed = try await Self.run(fixture.plan, since: fixture.folder.path, into: whole)
    let file = "site0-00000.warc.gz"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(whole)/\(file)"))
    for share in [0.3, 0.5, 0.8] {
      let part = "\(scratch.path)/part\(share)"
      try FileManager.default.createDirectory(atPath: part, withIntermediateDirectories: true)
      try bytes.prefix(Int(Double(bytes.count) * share))
        .write(to: URL(fileURLWithPath: "\(part)/\(file)"))
      var use = ArchiveUse()
      use.resumes = true
      use.sincePaths = ArchiveUse.sincePaths(of: part)
      #expect(use.sincePaths.count == 1)
      use.since = try OlderCaptures(RelativePath.resolved(use.sincePaths[0], from: part))
      let before = server.requests.count
      let result = try await Crawler(
        plan: fixture.plan, archive: part, use: use, read: TinyReader.read
      ).run()
      #expect(result.takenUp + server.requests.count - before == 5)
      #expect(result.records.map(ResumeTests.plain) == undisturbed.records.map(ResumeTests.plain))
      #expect(
        try Self.replay(fixture.plan, part).map(CrawlFixture.print)
          == result.records.map(CrawlFixture.print))
    }
  }

  @Test func `a body that was altered in the older archive is not believed`() async throws {
    let server = try Self.server()
    let fixture = try CrawlFixture(server)
    _ = try await fixture.run()
    let older = try OlderCaptures(fixture.folder.path)
    // The older archive goes after it was looked through: every 304 is worth nothing now.
    for name in fixture.folder.names {
      try FileManager.default.removeItem(atPath: "\(fixture.folder.path)/\(name)")
    }
    var use = ArchiveUse()
    use.since = older
    use.sincePaths = older.folders
    let scratch = try TemporaryFolder()
    let result = try await Crawler(
      plan: fixture.plan, archive: "\(scratch.path)/new", use: use, read: TinyReader.read
    ).run()
    // Asked for once more, without conditions.
    for path in ["/tag", "/date"] {
      let page = try #require(result.records[0].pages.first { $0.url.path == path })
      #expect(page.outcome == .ok)
      #expect(server.targets.count { $0 == path } == 3)
    }
  }

  @Test func `a 304 with the mark of another version is not believed`() async throws {
    let version = Mutex(1)
    let server = try LoopbackServer { request in
      let number = version.withLock { $0 }
      let tag = ("ETag", "\"v\(number)\"")
      // A cache that was just filled: the new tag, and yet 304.
      if request.field("if-none-match") != nil { return Self.notModified([tag]) }
      return .html("<title>\(number)</title><p>\(number)</p>", fields: [tag])
    }
    let fixture = try CrawlFixture(server)
    _ = try await fixture.run()
    version.withLock { $0 = 2 }
    let scratch = try TemporaryFolder()
    let folder = "\(scratch.path)/new"
    let result = try await Self.run(fixture.plan, since: fixture.folder.path, into: folder)
    #expect(result.records[0].pages.first?.facts?.title == "2")
    #expect(server.requests.count == 3)
    let last = try await Self.run(fixture.plan, since: folder, into: "\(scratch.path)/last")
    #expect(last.records[0].pages.first?.facts?.title == "2")
    #expect(server.requests.count == 4)
  }

  @Test func `a 304 to an unconditional request is an error`() async throws {
    let server = try LoopbackServer { request in
      request.path == "/" ? page("首页", "/a") : Self.notModified([("ETag", "\"x\"")])
    }
    let fixture = try CrawlFixture(server)
    let output = try await fixture.run()
    #expect(output.page("/a")?.outcome.family == .error)
    #expect(output.page("/a")?.facts == nil)
    // Nor does it become right because an older archive holds something without a version.
    let scratch = try TemporaryFolder()
    let result = try await Self.run(
      fixture.plan, since: fixture.folder.path, into: "\(scratch.path)/new")
    let record = try #require(result.records[0].pages.first { $0.url.path == "/a" })
    #expect(record.outcome.family == .error)
  }

  @Test(
    arguments: [
      ("\"a\"\r\nX-Evil: 1", "\"a\""), ("*", nil), ("a", nil), ("\"", nil), ("\"a\", \"b\"", nil),
      ("\"" + String(repeating: "a", count: 600) + "\"", nil), ("\"a b\"", nil), ("w/\"a\"", nil),
      ("\"a\u{7F}\"", nil), ("\"政\"", nil), ("\"\"", "\"\""), ("W/\"a-1:gzip\"", "W/\"a-1:gzip\""),
    ] as [(String, String?)])
  func `no odd entity tag gets into a request`(tag: String, sent: String?) async throws {
    let server = try LoopbackServer { _ in page("首页") }
    let fixture = try CrawlFixture(server)
    try Self.store("ETag: \(tag)", in: fixture)
    let scratch = try TemporaryFolder()
    _ = try await Self.run(
      fixture.plan, since: fixture.folder.path, into: "\(scratch.path)/new")
    let request = try #require(server.requests.first)
    #expect(request.field("if-none-match") == sent)
    #expect(request.field("x-evil") == nil)
  }

  @Test(arguments: [
    ("Tue, 05 Jan 2021 08:00:00 GMT", true), ("Tue, 5 Jan 2021 8:00:00 +0800", true),
    ("yesterday", false), ("Tue, 05 Jan 2021 08:00:00 GMT\r\nX-Evil: 1", true),
    (String(repeating: "1", count: 60), false), ("Tue; 05 Jan 2021 08:00:00 GMT", false),
    ("\u{0}\u{1}05 Jan 2021 08:00:00 GMT", false),
  ])
  func `no odd date gets into a request`(date: String, isSent: Bool) async throws {
    let server = try LoopbackServer { _ in page("首页") }
    let fixture = try CrawlFixture(server)
    try Self.store("Last-Modified: \(date)", in: fixture)
    let scratch = try TemporaryFolder()
    _ = try await Self.run(
      fixture.plan, since: fixture.folder.path, into: "\(scratch.path)/new")
    let request = try #require(server.requests.first)
    let wanted = String(date.prefix { $0 != "\r\n" && $0 != "\r" })
    #expect(request.field("if-modified-since") == (isSent ? wanted : nil))
    #expect(request.field("x-evil") == nil)
  }

  /// An older archive whose start page has that field in its head, whatever is in it.
  private static func store(_ field: String, in fixture: CrawlFixture) throws {
    let seed = fixture.plan.sites[0]
    let moment = Timestamp(secondsSince1970: 1_600_000_000)
    let writer = try ArchiveWriter(
      folder: fixture.folder.path, site: seed.site, software: "t", startedAt: moment)
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(field)\r\n\r\n"
    _ = try writer.append(
      Capture(
        id: .random(), url: seed.start[0], fetchedAt: moment,
        requestHead: Array("GET / HTTP/1.1\r\n\r\n".utf8), responseHead: Array(head.utf8),
        body: Array("<title>旧</title>".utf8)),
      note: CaptureNote(via: nil, depth: 0, reason: "start"))
    try writer.finish(summary: [], at: moment)
  }

  /// Records without names, times and bytes over the wire.
  private static func withoutTraffic(_ records: [SiteRecords]) -> [String] {
    records.map { site in
      var site = site
      site.bytes = 0
      return ResumeTests.plain(site)
    }
  }
}
