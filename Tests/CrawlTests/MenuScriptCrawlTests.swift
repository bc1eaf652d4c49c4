import Crawl
import Dates
import Page
import Sites
import Support
import Testing
import Web

/// Sites whose menu only the file of a script holds.
struct `A menu in a script file` {
  private static let text = String(repeating: "推进政务公开，方便群众办事。", count: 20)

  private static func page(_ title: String, _ path: String) -> ServerReply {
    .html(
      "<html><head><title>\(title)</title></head><body><script src='\(path)'></script>"
        + "<h1>\(title)</h1><p>\(text)</p></body></html>")
  }

  /// The codes of what was asked for, and of what may hide something.
  private func crawl(
    _ menu: @escaping @Sendable () -> ServerReply
  ) async throws -> (codes: [String], gaps: [String]) {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/": Self.page("区财政局", "/js/menu.js")
      case "/js/menu.js": menu()
      case "/nb/": Self.page("年报", "../js/menu.js")
      default: .notFound
      }
    }
    let fixture = try CrawlFixture(server)
    let read: @Sendable ([UInt8], WebURL, String?, Timestamp) -> PageFacts = {
      PageReader().read($0, url: $1, contentType: $2, fetchedAt: $3)
    }
    let result = try await Crawler(
      plan: fixture.plan, archive: fixture.folder.path, read: read
    ).run()
    let replayed = try ArchiveReplay.records(
      fixture.folder.path, seeds: fixture.plan.sites, maxBody: fixture.plan.maxBody,
      software: fixture.plan.software, read: read)
    #expect(result.records.map(CrawlFixture.print) == replayed.map(CrawlFixture.print))
    let records = try #require(result.records.first)
    let site = Site(folding: records, units: [])
    return (
      records.pages.map { "\($0.url.path) \($0.outcome.code)" },
      site.unread.map { "\($0.url.path) \($0.outcome.code)" }
    )
  }

  private static func script(_ text: String) -> ServerReply {
    .response(
      ServerResponse(
        fields: [("Content-Type", "application/javascript")], body: Array(text.utf8)))
  }

  @Test func `leads to the columns, and is asked for once`() async throws {
    let found = try await crawl {
      Self.script("document.write('<li><a href=\"/nb/\">政府信息公开年报</a></li>');")
    }
    #expect(found.codes == ["/ http.ok", "/js/menu.js http.ok", "/nb/ http.ok"])
    #expect(found.gaps.isEmpty)
  }

  @Test func `that can't be had may hide a column`() async throws {
    let refused = try await crawl { .response(.html("", status: 403)) }
    #expect(refused.gaps == ["/js/menu.js blocked.forbidden"])
    let fenced = try await crawl { .html("<html><body><p>您的请求存在威胁，已被拦截</p></body></html>") }
    #expect(fenced.gaps.count == 1)
  }

  @Test func `that is not there hides none`() async throws {
    #expect(try await crawl { .notFound }.gaps.isEmpty)
  }
}
