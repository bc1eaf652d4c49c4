import Archive
import Crawl
import Dates
import Foundation
import Page
import Support
import Synchronization
import Testing
import Web

/// What was read from an archive is kept beside it: never read twice, never believed wrongly.
struct FactsStoreTests {
  /// Counts how often it is asked.
  private final class Reader: Sendable {
    private let asked = Mutex(0)
    var count: Int { asked.withLock { $0 } }

    func read(_ body: [UInt8], _ url: WebURL, _ type: String?, _ at: Timestamp) -> PageFacts {
      asked.withLock { $0 += 1 }
      return TinyReader.read(body, url, type, at)
    }
  }

  private static func crawled() async throws -> (CrawlFixture, [String]) {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/":
        .html(
          "<title>首页</title><a class=\"menu\" href=\"/a\">甲</a><a class=\"menu\" href=\"/b\">乙</a>"
            + "<a class=\"menu\" href=\"/gone\">丙</a>")
      case "/a": .html("<title>甲</title><a class=\"entry\" href=\"/b\">é</a>正文一")
      case "/b": .html("<title>乙</title><a class=\"entry\" href=\"/a\">e\u{301}</a>正文二")
      default: .notFound
      }
    }
    let fixture = try CrawlFixture(server)
    let output = try await fixture.run()
    return (fixture, output.records.map(CrawlFixture.print))
  }

  private static func replay(
    _ fixture: CrawlFixture, _ reader: Reader, name: String? = "reader 1", maxBody: Int? = nil
  ) throws -> [String] {
    try ArchiveReplay.records(
      fixture.folder.path, seeds: fixture.plan.sites, maxBody: maxBody ?? fixture.plan.maxBody,
      software: fixture.plan.software, reader: name,
      read: { reader.read($0, $1, $2, $3) }
    ).map(CrawlFixture.print)
  }

  private static func file(_ fixture: CrawlFixture) -> URL {
    URL(fileURLWithPath: "\(fixture.folder.path)/\(KeptFile.name)")
  }

  @Test func `a second replay reads no page and gives the same records`() async throws {
    let (fixture, live) = try await Self.crawled()
    let (first, second) = (Reader(), Reader())
    #expect(try Self.replay(fixture, first) == live)
    #expect(first.count > 0)
    #expect(try Self.replay(fixture, second) == live)
    #expect(second.count == 0)
  }

  @Test func `a reader of another name reads all again`() async throws {
    let (fixture, live) = try await Self.crawled()
    let (first, second) = (Reader(), Reader())
    _ = try Self.replay(fixture, first)
    #expect(try Self.replay(fixture, second, name: "reader 2") == live)
    #expect(second.count == first.count)
  }

  @Test func `under another limit pages are known by their digests`() async throws {
    let (fixture, live) = try await Self.crawled()
    let (first, second) = (Reader(), Reader())
    _ = try Self.replay(fixture, first)
    #expect(try Self.replay(fixture, second, maxBody: 90_000) == live)
    #expect(second.count == 0)
  }

  @Test func `an archive whose bytes have changed is read by its bytes`() async throws {
    let (fixture, _) = try await Self.crawled()
    _ = try Self.replay(fixture, Reader())
    let names = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
    let name = try #require(names.first { $0.hasSuffix(".warc.gz") })
    let path = "\(fixture.folder.path)/\(name)"
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: path))
    let bare = try Self.replay(fixture, Reader(), name: nil)
    #expect(try Self.replay(fixture, Reader()) == bare)
  }

  @Test func `a damaged file counts for nothing`() async throws {
    let (fixture, live) = try await Self.crawled()
    let first = Reader()
    _ = try Self.replay(fixture, first)
    let whole = try Data(contentsOf: Self.file(fixture))
    for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 24)) {
      var damaged = whole
      damaged[place] ^= 0x11
      try damaged.write(to: Self.file(fixture))
      let reader = Reader()
      #expect(try Self.replay(fixture, reader) == live, "byte \(place)")
      #expect(reader.count == first.count, "byte \(place)")
    }
    for length in [0, 7, 40, whole.count - 1] {
      try whole.prefix(length).write(to: Self.file(fixture))
      #expect(try Self.replay(fixture, Reader()) == live, "\(length) bytes")
    }
  }

  @Test func `the archive is listed, verified and gone on with as before`() async throws {
    let (fixture, live) = try await Self.crawled()
    _ = try Self.replay(fixture, Reader())
    #expect(FileManager.default.fileExists(atPath: Self.file(fixture).path))
    #expect(try !ArchiveReader(fixture.folder.path).files.contains(KeptFile.name))
    var use = ArchiveUse()
    use.resumes = true
    let crawler = Crawler(
      plan: fixture.plan, archive: fixture.folder.path, use: use, read: TinyReader.read)
    let result = try await crawler.run()
    #expect(result.wasComplete)
    #expect(result.records.map(CrawlFixture.print) == live)
  }
}
