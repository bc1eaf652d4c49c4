import Archive
import Crawl
import Page
import Support
import Testing
import Web

struct `Posted forms` {
  static let form = "page=2&size=15"

  private func server() throws -> LoopbackServer {
    try LoopbackServer { request in
      switch (request.method, request.path) {
      case ("GET", "/"):
        .html(
          "<title>list</title><form action=\"/list?kind=1\" data=\"\(Self.form)\">"
            + "<a href=\"/x?__wb_method=POST&a=1\">x</a>"
            + "<a class=\"pager\" href=\"/y?__wb_method=POST&a=1\">y</a>"
            + "<a href=\"/moved\">z</a>")
      case ("GET", "/moved"): .redirect(to: "/w?__wb_method=POST&a=1")
      case ("POST", "/list"):
        .html("<title>\(String(decoding: request.body, as: UTF8.self))</title><a href=\"/1\">1</a>")
      case ("GET", "/1"): page("one")
      default: .notFound
      }
    }
  }

  @Test func `are sent when an adapter names them, and stored and replayed under their keys`()
    async throws
  {
    let server = try server()
    let fixture = try CrawlFixture(server)
    let output = try await fixture.run()
    let posted = server.requests.filter { $0.method == "POST" }
    #expect(posted.map(\.target) == ["/list?kind=1"])
    #expect(posted.map { String(decoding: $0.body, as: UTF8.self) } == [Self.form])
    #expect(posted.first?.field("content-type") == "application/x-www-form-urlencoded")
    let key = "/list?kind=1&__wb_method=POST&\(Self.form)"
    #expect(output.page(key)?.facts?.title == Self.form)
    #expect(output.code("/1") == "http.ok")
    #expect(output.page("/list?kind=1") == nil)
  }

  @Test func `are never sent because a link, a pager or a redirect has the form of a key`()
    async throws
  {
    let server = try server()
    let output = try await CrawlFixture(server).run()
    #expect(server.requests.allSatisfy { $0.method == "GET" || $0.path == "/list" })
    #expect(!server.targets.contains { $0.hasPrefix("/x") || $0.hasPrefix("/y") })
    #expect(!server.targets.contains { $0.hasPrefix("/w") })
    #expect(output.page("/x?__wb_method=POST&a=1") == nil)
  }

  @Test func `leave the true request in the archive`() async throws {
    let server = try server()
    let fixture = try CrawlFixture(server)
    _ = try await fixture.run()
    var found: [Capture] = []
    var keys: [String?] = []
    try ArchiveReader(fixture.folder.path).forEach { entry in
      guard case .response(let capture, let note) = entry.record, !capture.requestBody.isEmpty
      else { return }
      found.append(capture)
      keys.append(note?.key?.target)
    }
    #expect(found.map(\.url.target) == ["/list?kind=1"])
    #expect(found.map { String(decoding: $0.requestBody, as: UTF8.self) } == [Self.form])
    #expect(found.first?.requestHead.starts(with: "POST /list?kind=1 HTTP/1.1".utf8) == true)
    #expect(keys == ["/list?kind=1&__wb_method=POST&\(Self.form)"])
  }

  @Test func `ask robots.txt for their endpoint`() async throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/robots.txt": .response(.text("User-agent: *\nDisallow: /list\n"))
      case "/": .html("<title>a</title><form action=\"/list\" data=\"a=1\">")
      default: page("posted")
      }
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.respectsRobots = true
    let output = try await fixture.run()
    #expect(output.code("/list?__wb_method=POST&a=1") == "robots.disallowed")
    #expect(server.requests.allSatisfy { $0.method == "GET" })
  }
}
