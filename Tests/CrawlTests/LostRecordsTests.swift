import Archive
import Codings
import Crawl
import Foundation
import Page
import Support
import Testing
import Web

/// Archives of which something was lost or altered since they were written: it is never absent.
@Suite(.timeLimit(.minutes(5)))
struct `Records that were lost` {
  private static let file = "site0-00000.warc.gz"

  private static func server() throws -> LoopbackServer {
    try LoopbackServer { request in
      switch request.path {
      case "/": page("首页", "/a", "/b", "/c")
      default: .html("<title>\(request.path)</title><p>政务公开 \(request.path)</p>")
      }
    }
  }

  /// The gzip members of the archive's file, in order.
  private static func members(_ fixture: CrawlFixture) throws -> [[UInt8]] {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path(fixture))))
    let starts = bytes.indices.dropLast(3).filter {
      bytes[$0] == 0x1F && bytes[$0 + 1] == 0x8B && bytes[$0 + 2] == 0x08
    }
    return zip(starts, starts.dropFirst() + [bytes.count]).map { Array(bytes[$0..<$1]) }
  }

  private static func path(_ fixture: CrawlFixture) -> String { "\(fixture.folder.path)/\(file)" }

  private static func text(_ member: [UInt8]) -> [UInt8] {
    ContentDecoder(contentEncoding: "gzip", maxDecoded: 1 << 20).decode(member).bytes
  }

  private static func write(_ members: [[UInt8]], _ fixture: CrawlFixture) throws {
    try Data(members.flatMap { $0 }).write(to: URL(fileURLWithPath: path(fixture)))
    try? FileManager.default.removeItem(
      atPath: path(fixture).replacingOccurrences(of: ".warc.gz", with: ".cdxj"))
  }

  private static func replay(_ fixture: CrawlFixture) throws -> SiteRecords {
    try #require(
      try ArchiveReplay.records(
        fixture.folder.path, seeds: fixture.plan.sites, maxBody: fixture.plan.maxBody,
        software: fixture.plan.software, read: TinyReader.read
      ).first)
  }

  private static func resume(_ fixture: CrawlFixture) async throws -> Crawler.Result {
    var use = ArchiveUse()
    use.resumes = true
    return try await Crawler(
      plan: fixture.plan, archive: fixture.folder.path, use: use, read: TinyReader.read
    ).run()
  }

  @Test func `leave nothing proven, and are asked for again`() async throws {
    let server = try Self.server()
    let fixture = try CrawlFixture(server)
    let first = try await fixture.run()
    var members = try Self.members(fixture)
    let place = try #require(
      members.firstIndex {
        String(decoding: Self.text($0), as: UTF8.self).hasPrefix("WARC/1.1\r\nWARC-Type: response")
          && String(decoding: Self.text($0), as: UTF8.self).contains("/b\r\n")
      })
    // A response with its request and note, without a trace.
    members.removeSubrange((place - 2)...place)
    try Self.write(members, fixture)
    #expect(try Self.replay(fixture).stopped == "archive.recordsMissing")
    #expect(try ArchiveReader(fixture.folder.path).verify().problems.map(\.code) == [.lost])
    let count = server.requests.count
    let healed = try await Self.resume(fixture)
    #expect(server.requests[count...].map(\.target) == ["/b"])
    #expect(healed.records.map(ResumeTests.plain) == first.records.map(ResumeTests.plain))
    #expect(try Self.replay(fixture).stopped == nil)
    #expect(try ArchiveReader(fixture.folder.path).verify().problems == [])
  }

  @Test(arguments: [("200 OK", "404 OK"), ("政务公开 /b", "政务公开 /x"), ("WARC-Date: 2", "WARC-Date: x")])
  func `or altered are no evidence, of their page alone`(from: String, to: String) async throws {
    let server = try Self.server()
    let fixture = try CrawlFixture(server)
    _ = try await fixture.run()
    server.stop()
    let members = try Self.members(fixture).map { member -> [UInt8] in
      let text = String(decoding: Self.text(member), as: UTF8.self)
      guard text.contains("WARC-Type: response"), text.contains("/b\r\n") else { return member }
      let altered = text.replacing(from, with: to, maxReplacements: 1)
      return GzipMember.pack(Array(altered.utf8)) ?? member
    }
    try Self.write(members, fixture)
    let records = try Self.replay(fixture)
    #expect(records.stopped == nil)
    let codes = records.pages.map { "\($0.url.target) \($0.outcome.code)" }
    #expect(codes == ["/ http.ok", "/a http.ok", "/b archive.damaged", "/c http.ok"])
  }

  @Test func `of one site take nothing from another`() async throws {
    let servers = [try Self.server(), try Self.server()]
    let fixture = try CrawlFixture(servers.map(\.origin))
    _ = try await fixture.run()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: Self.path(fixture)))
    bytes[bytes.count / 2] ^= 0xFF
    try bytes.write(to: URL(fileURLWithPath: Self.path(fixture)))
    let records = try ArchiveReplay.records(
      fixture.folder.path, seeds: fixture.plan.sites, maxBody: fixture.plan.maxBody,
      software: fixture.plan.software, read: TinyReader.read)
    #expect(records.map(\.stopped) == ["archive.recordsMissing", nil])
    #expect(records[1].pages.count == 4)
  }
}
