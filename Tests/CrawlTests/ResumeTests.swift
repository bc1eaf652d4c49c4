import Archive
import Crawl
import Dates
import Foundation
import Page
import Support
import Synchronization
import Testing
import Web

/// Runs that go on where another was killed.
@Suite(.timeLimit(.minutes(10)))
struct ResumeTests {
  @Test func `a run cut at any record goes on to the same end, asking for nothing twice`()
    async throws
  {
    let server = try LoopbackServer { Self.site($0) }
    let whole = try Self.fixture(server)
    let undisturbed = try await whole.run()
    let wanted = undisturbed.records.map(Self.plain)
    let total = server.requests.count
    let file = "site0-00000.warc.gz"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(whole.folder.path)/\(file)"))
    for cut in Self.cuts(bytes) {
      let part = try Self.fixture(server)
      try bytes.prefix(cut).write(to: URL(fileURLWithPath: "\(part.folder.path)/\(file)"))
      let stored = try Self.storedTargets(part.folder.path)
      let before = server.requests.count
      var use = ArchiveUse()
      use.resumes = true
      let result = try await Crawler(
        plan: part.plan, archive: part.folder.path, use: use, read: TinyReader.read
      ).run()
      #expect(result.records.map(Self.plain) == wanted, "cut at \(cut)")
      try part.expectReplay(of: result.records)
      let asked = server.requests[before...].map(\.target)
      #expect(stored.count + asked.count == total, "cut at \(cut): \(asked)")
      // What is stored is not asked for; `/busy` fails first, and is asked for once more.
      for target in asked where !Self.isAskedAgain(target) {
        #expect(!stored.contains(target), "cut at \(cut): \(target)")
      }
      #expect(try ArchiveReader(part.folder.path).verify().problems == [], "cut at \(cut)")
      #expect(result.takenUp == stored.count)
    }
    server.stop()
  }

  @Test func `a complete archive is left as it is, and gives its records`() async throws {
    let server = try LoopbackServer { Self.site($0) }
    let fixture = try Self.fixture(server)
    let first = try await fixture.run()
    let before = try Self.contents(fixture.folder.path)
    let count = server.requests.count
    let again = try await Self.resume(fixture)
    #expect(again.wasComplete)
    #expect(server.requests.count == count)
    #expect(again.records.map(CrawlFixture.print) == first.records.map(CrawlFixture.print))
    #expect(try Self.contents(fixture.folder.path) == before)
  }

  @Test func `a run that was interrupted goes on`() async throws {
    let asked = Mutex(0)
    let server = try LoopbackServer { request in
      let number = asked.withLock { count in
        count += 1
        return count
      }
      return number == 4 ? .stall() : Self.site(request)
    }
    var fixture = try Self.fixture(server)
    fixture.plan.timeoutSeconds = 60
    fixture.plan.maxSeconds = 1
    let first = try await fixture.run()
    #expect(first.stopped == "budget.time")
    fixture.plan.maxSeconds = nil
    let again = try await Self.resume(fixture)
    let undisturbed = try await Self.fixture(server).run()
    #expect(again.records.map(Self.plain) == undisturbed.records.map(Self.plain))
    try fixture.expectReplay(of: again.records)
  }

  @Test func `a budget of pages that was raised is used`() async throws {
    let server = try LoopbackServer { Self.site($0) }
    var fixture = try Self.fixture(server)
    fixture.plan.maxPages = 4
    let first = try await fixture.run()
    #expect(first.records[0].stopped == "budget.pages")
    let kept = try await Self.resume(fixture)
    #expect(kept.wasComplete)
    #expect(kept.records.map(CrawlFixture.print) == first.records.map(CrawlFixture.print))
    fixture.plan.maxPages = 1000
    let again = try await Self.resume(fixture)
    #expect(!again.wasComplete)
    let undisturbed = try await Self.fixture(server).run()
    #expect(again.records.map(Self.plain) == undisturbed.records.map(Self.plain))
  }

  @Test func `limits of depth and of size that were raised are used`() async throws {
    let server = try LoopbackServer { request in
      request.path == "/e1"
        ? .html("<title>长</title>" + String(repeating: "<p>公开</p>", count: 900))
        : Self.site(request)
    }
    var fixture = try Self.fixture(server)
    fixture.plan.maxDepth = 1
    fixture.plan.maxBody = 2000
    let first = try await fixture.run()
    #expect(first.code("/e1") == "budget.depth")
    let kept = try await Self.resume(fixture)
    #expect(kept.wasComplete)
    fixture.plan.maxDepth = 5
    let deeper = try await Self.resume(fixture)
    #expect(!deeper.wasComplete)
    #expect(CrawlOutput(records: deeper.records, stopped: nil).code("/e1") == "tooLarge.wire")
    fixture.plan.maxBody = 100_000
    let count = server.requests.count
    let larger = try await Self.resume(fixture)
    #expect(CrawlOutput(records: larger.records, stopped: nil).code("/e1") == "http.ok")
    #expect(server.requests[count...].map(\.target) == ["/e1"])
    try fixture.expectReplay(of: larger.records)
  }

  @Test func `a site that is over stays as it is while another goes on`() async throws {
    let first = try LoopbackServer { Self.site($0) }
    let second = try LoopbackServer { Self.site($0) }
    var fixture = try CrawlFixture([first.origin, second.origin])
    fixture.plan.connections = 1
    fixture.plan.timeoutSeconds = 20
    let whole = try await fixture.run()
    let cut = "\(fixture.folder.path)/site1-00000.warc.gz"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: cut))
    try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: cut))
    let kept = try Self.contents(fixture.folder.path)["site0-00000.warc.gz"]
    let count = first.requests.count
    let again = try await Self.resume(fixture)
    #expect(first.requests.count == count)
    #expect(again.records.map(Self.plain) == whole.records.map(Self.plain))
    #expect(try Self.contents(fixture.folder.path)["site0-00000.warc.gz"] == kept)
    try fixture.expectReplay(of: again.records)
    // A plan's site whose file is gone is begun anew.
    for name in fixture.folder.names where name.hasPrefix("site1") {
      try FileManager.default.removeItem(atPath: "\(fixture.folder.path)/\(name)")
    }
    let third = try await Self.resume(fixture)
    #expect(first.requests.count == count)
    #expect(third.records.map(Self.plain) == whole.records.map(Self.plain))
  }

  @Test func `a robots.txt behind a redirect, or not to be had, goes on too`() async throws {
    for isDown in [false, true] {
      let server = try LoopbackServer { request in
        switch request.path {
        case "/robots.txt":
          isDown ? .response(.text("", status: 503)) : .redirect(to: "/r/robots.txt")
        case "/r/robots.txt": .response(.text("User-agent: *\nDisallow: /a\n"))
        default: Self.site(request)
        }
      }
      var whole = try Self.fixture(server)
      whole.plan.respectsRobots = true
      let undisturbed = try await whole.run()
      let total = server.requests.count
      let file = "site0-00000.warc.gz"
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(whole.folder.path)/\(file)"))
      for end in try Self.exchangeEnds(whole.folder.path).prefix(4) {
        var part = try Self.fixture(server)
        part.plan.respectsRobots = true
        try bytes.prefix(end).write(to: URL(fileURLWithPath: "\(part.folder.path)/\(file)"))
        let before = server.requests.count
        let again = try await Self.resume(part)
        let asked = server.requests.count - before
        // A redirect whose target was not stored yet is asked for once more.
        #expect((total...(total + 1)).contains(again.takenUp + asked), "\(isDown) \(end)")
        #expect(
          again.records.map(Self.withoutTraffic) == undisturbed.records.map(Self.withoutTraffic))
      }
    }
  }

  @Test func `sitemaps and probes are not asked for again`() async throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/sitemap.xml":
        .response(
          ServerResponse(
            fields: [("Content-Type", "text/xml")],
            body: Array("<urlset><url><loc>/extra</loc></url></urlset>".utf8)))
      case "/extra", "/list2": Self.site(request)
      default:
        request.path.hasPrefix("/mingcha-probe") ? .notFound : Self.site(request)
      }
    }
    func fixture() throws -> CrawlFixture {
      var fixture = try Self.fixture(server)
      fixture.plan.readsSitemaps = true
      fixture.plan.probesMissing = true
      return fixture
    }
    let whole = try fixture()
    let undisturbed = try await whole.run()
    let total = server.requests.count
    #expect(server.targets.contains("/sitemap.xml"))
    let file = "site0-00000.warc.gz"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(whole.folder.path)/\(file)"))
    for end in try Self.exchangeEnds(whole.folder.path) {
      let part = try fixture()
      try bytes.prefix(end).write(to: URL(fileURLWithPath: "\(part.folder.path)/\(file)"))
      let before = server.requests.count
      let again = try await Self.resume(part)
      #expect(again.takenUp + server.requests.count - before == total, "\(end)")
      #expect(again.records.map(Self.plain) == undisturbed.records.map(Self.plain), "\(end)")
      try part.expectReplay(of: again.records)
    }
  }

  @Test func `another plan's archive is refused, and not touched`() async throws {
    let server = try LoopbackServer { Self.site($0) }
    let fixture = try Self.fixture(server)
    _ = try await fixture.run()
    let before = try Self.contents(fixture.folder.path)
    for change in 0..<4 {
      var other = fixture
      switch change {
      case 0: other.plan.sites[0].start = [try #require(WebURL(server.origin + "/a"))]
      case 1: other.plan.sites[0].hosts.append(HostPort(host: "b.example", port: nil))
      case 2: other.plan.sites[0].site = SiteID("other")
      default:
        var second = other.plan.sites[0]
        second.site = SiteID("second")
        other.plan.sites.append(second)
      }
      let changed = other
      await #expect(throws: ArchiveError.self) { _ = try await Self.resume(changed) }
      #expect(try Self.contents(fixture.folder.path) == before)
    }
  }

  @Test(arguments: ["notes.txt", "crawl.warc.gz", "site1-00000.warc.gz", "site0-1.cdxj"])
  func `files that are no part of the archive are refused`(name: String) async throws {
    let server = try LoopbackServer { Self.site($0) }
    let fixture = try Self.fixture(server)
    try Data("x".utf8).write(to: URL(fileURLWithPath: "\(fixture.folder.path)/\(name)"))
    do {
      _ = try await Self.resume(fixture)
      Issue.record("not refused")
    } catch let error as ArchiveError {
      #expect(error.code == .foreign)
    }
    #expect(server.requests.isEmpty)
  }

  @Test func `robots.txt of the last day is used again, an older one is not`() async throws {
    let server = try LoopbackServer { request in
      request.path == "/robots.txt"
        ? .response(.text("User-agent: *\nDisallow: /b\n")) : Self.site(request)
    }
    for (age, isAsked) in [(3600, false), (25 * 3600, true)] {
      var fixture = try Self.fixture(server)
      fixture.plan.respectsRobots = true
      try Self.store(
        "/robots.txt", "User-agent: *\nDisallow: /\n", reason: "robots", age: age, in: fixture)
      let count = server.requests.count
      let result = try await Self.resume(fixture)
      let asked = server.requests[count...].map(\.target)
      #expect(asked.contains("/robots.txt") == isAsked)
      #expect(asked.contains("/") == isAsked)
      #expect(
        result.records[0].pages.contains { $0.outcome.code == "robots.disallowed" })
    }
  }

  @Test func `cookies are put back`() async throws {
    let server = try LoopbackServer { request in
      let cookie = request.field("cookie") ?? ""
      switch request.path {
      case "/": return page("首页", "/door", "/in/1")
      case "/door":
        return .html("<title>门</title>", fields: [("Set-Cookie", "k=v1; Path=/in; Max-Age=999")])
      default: return cookie == "k=v1" ? page("里面") : .response(.text("no", status: 403))
      }
    }
    let whole = try Self.fixture(server)
    let undisturbed = try await whole.run()
    #expect(undisturbed.code("/in/1") == "http.ok")
    let file = "site0-00000.warc.gz"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(whole.folder.path)/\(file)"))
    let second = try #require(try Self.exchangeEnds(whole.folder.path).dropFirst().first)
    let part = try Self.fixture(server)
    try bytes.prefix(second).write(to: URL(fileURLWithPath: "\(part.folder.path)/\(file)"))
    let again = try await Self.resume(part)
    #expect(again.records.map(Self.plain) == undisturbed.records.map(Self.plain))
  }

  @Test func `files roll over, and a run goes on in the newest`() async throws {
    let server = try LoopbackServer { Self.site($0) }
    let fixture = try Self.fixture(server)
    var use = ArchiveUse()
    use.segmentLimit = 3000
    let first = try await Crawler(
      plan: fixture.plan, archive: fixture.folder.path, use: use, read: TinyReader.read
    ).run()
    try fixture.expectReplay(of: first.records)
    let files = fixture.folder.names.filter { $0.hasSuffix(".warc.gz") }
    #expect(files.count > 2)
    #expect(fixture.folder.names.count == 2 * files.count)
    let newest = "\(fixture.folder.path)/\(files[files.count - 1])"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: newest))
    try bytes.prefix(bytes.count - 30).write(to: URL(fileURLWithPath: newest))
    let again = try await Self.resume(fixture)
    #expect(again.records.map(Self.plain) == first.records.map(Self.plain))
    let report = try ArchiveReader(fixture.folder.path).verify()
    #expect(report.problems == [])
    #expect(report.unfinished == [])
  }
}

extension ResumeTests {
  /// A small site with a redirect, a missing page, a page that fails once, a list of two pages.
  private static func site(_ request: ServerRequest) -> ServerReply {
    switch request.path {
    case "/":
      .html(
        "<title>首页</title><a class=\"menu\" href=\"/list\">栏目</a><a href=\"/old\">旧</a>"
          + "<a href=\"/none\">无</a><a href=\"/busy\">忙</a><a href=\"/a\">甲</a>")
    case "/list":
      .html(
        "<title>列表</title><a class=\"entry\" href=\"/e1\">一</a>"
          + "<a class=\"pager\" href=\"/list2\">下一页</a>")
    case "/list2": .html("<title>列表</title><a class=\"entry\" href=\"/e2\">二</a>")
    case "/old": .redirect(to: "/new", status: 301)
    case "/busy": .response(.text("later", status: 500))
    case "/none": .notFound
    default: .html("<title>\(request.path)</title><p>政务公开 \(request.path)</p>")
    }
  }

  /// Pages that are asked for a second time in every run.
  private static func isAskedAgain(_ target: String) -> Bool { target == "/busy" }

  /// One request at a time: the order is always the same.
  private static func fixture(_ server: LoopbackServer) throws -> CrawlFixture {
    var fixture = try CrawlFixture(server)
    fixture.plan.connections = 1
    fixture.plan.timeoutSeconds = 20
    return fixture
  }

  private static func resume(_ fixture: CrawlFixture) async throws -> Crawler.Result {
    var use = ArchiveUse()
    use.resumes = true
    return try await Crawler(
      plan: fixture.plan, archive: fixture.folder.path, use: use, read: TinyReader.read
    ).run()
  }

  /// The records without names and times, which differ from run to run.
  static func plain(_ records: SiteRecords) -> String {
    var records = records
    for index in records.pages.indices {
      guard let capture = records.pages[index].capture else { continue }
      records.pages[index].capture = CaptureReference(
        id: CaptureID("x"), fetchedAt: Timestamp(secondsSince1970: 0), sha256: capture.sha256)
    }
    return CrawlFixture.print(records)
  }

  /// The same without what a redirect that is asked for once more costs.
  private static func withoutTraffic(_ records: SiteRecords) -> String {
    var records = records
    records.requests = 0
    records.bytes = 0
    return plain(records)
  }

  /// Every third boundary of a gzip member, a byte before and after it, and places inside.
  private static func cuts(_ bytes: Data) -> [Int] {
    let starts = bytes.indices.dropLast(3).filter {
      bytes[$0] == 0x1F && bytes[$0 + 1] == 0x8B && bytes[$0 + 2] == 0x08
    }
    var cuts: Set<Int> = [0, 1, bytes.count - 1]
    for (number, start) in starts.enumerated() {
      cuts.insert(start)
      if number % 3 == 0 { cuts.formUnion([start - 1, start + 1]) }
      if number % 4 == 1 { cuts.formUnion([start + 12, start + 60]) }
    }
    return cuts.filter { (0..<bytes.count).contains($0) }.sorted()
  }

  /// The targets of all whole answers and failures of an archive; empty for one without a record.
  private static func storedTargets(_ folder: String) throws -> [String] {
    var found: [String] = []
    try ArchiveReader(folder).forEach { entry in
      switch entry.record {
      case .response(let capture, _): found.append(capture.url.target)
      case .failure(let note): found.append(note.url.target)
      default: return
      }
    }
    return found
  }

  /// Where each answer of a file ends.
  private static func exchangeEnds(_ folder: String) throws -> [Int] {
    try ArchiveIndex(ArchiveReader(folder)).entries.map { $0.offset + $0.length }.sorted()
  }

  private static func contents(_ folder: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      found[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    return found
  }

  /// Stores one answer, so old, as an earlier run would have.
  private static func store(
    _ path: String, _ text: String, reason: String, age: Int, in fixture: CrawlFixture
  ) throws {
    let seed = fixture.plan.sites[0]
    let moment = Timestamp(
      secondsSince1970: Int64(Date().timeIntervalSince1970) - Int64(age))
    let writer = try ArchiveWriter(
      folder: fixture.folder.path, site: seed.site, software: "mingcha test", startedAt: moment,
      origin: SegmentOrigin(sites: [seed.site], start: seed.start, hosts: seed.hosts))
    let url = try #require(WebURL(seed.start[0].origin + path))
    _ = try writer.append(
      Capture(
        id: .random(), url: url, fetchedAt: moment,
        requestHead: Array("GET \(path) HTTP/1.1\r\n\r\n".utf8),
        responseHead: Array("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n".utf8),
        body: Array(text.utf8)),
      note: CaptureNote(via: nil, depth: 0, reason: reason))
  }
}
