import Page
import Sites
import Support
import Synchronization
import Testing

/// Addresses that answer otherwise when they are asked again, and redirects that hide a column.
struct `Answers that contradict one another` {
  private static let rows = (1...3).map {
    "<a class=\"entry\" href=\"/\($0).html\">第\($0)期公告的标题</a>"
  }.joined()

  /// The outcome of a list that breaks off at the first request, and how many rows are known of it.
  private func outcome(
    second: @escaping @Sendable () -> ServerReply
  ) async throws -> (code: String?, rows: Int?) {
    let asked = Mutex(0)
    let server = try LoopbackServer { request in
      switch request.path {
      case "/": return page("首页", "/list")
      case "/list":
        let count = asked.withLock {
          $0 += 1; return $0
        }
        guard count == 1 else { return second() }
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n"
        return .rawThenClose(Array("\(head)<title>公告</title>\(Self.rows)".utf8))
      case "/1.html", "/2.html", "/3.html": return page("页")
      default: return .notFound
      }
    }
    let output = try await CrawlFixture(server).run()
    return (output.code("/list"), output.page("/list")?.facts?.entries.count)
  }

  @Test func `a dead link, a fault or a blank page after rows show nothing missing`() async throws {
    for second: ServerReply in [
      .notFound, .html("", status: 500), .html("<html><title>公告</title><body></body></html>"),
    ] {
      let found = try await outcome { second }
      #expect(found.code == "truncated.disconnect")
      #expect(found.rows == 3)
    }
  }

  @Test func `the whole page counts when it comes`() async throws {
    let found = try await outcome {
      .html("<title>公告</title>\(Self.rows)<a class=\"entry\" href=\"/1.html\">第4期公告的标题</a>")
    }
    #expect(found.code == "http.ok")
    #expect(found.rows == 4)
  }

  @Test func `a column of one step that leads home is hidden, another name of home is not`()
    async throws
  {
    let server = try LoopbackServer { request in
      switch request.target {
      case "/": page("首页", "/tzgg/", "/index.html", "/zwgk")
      case "/?from=1": page("首页", "/tzgg/", "/index.html", "/zwgk")
      case "/tzgg/": .redirect(to: "/")
      case "/zwgk": .redirect(to: "/?from=1")
      case "/index.html": .redirect(to: "/")
      default: .notFound
      }
    }
    let output = try await CrawlFixture(server).run()
    #expect(output.code("/tzgg/") == "redirect.home")
    #expect(output.code("/zwgk") == "redirect.home")
    #expect(output.code("/index.html") == "http.ok")
  }

  @Test func `a sign of less within data cuts nothing off`() async throws {
    let server = try LoopbackServer { _ in
      .response(
        ServerResponse(
          fields: [("Content-Type", "application/json")],
          body: Array(#"{"title": "PM<2.5", "rows": []}"#.utf8)))
    }
    let output = try await CrawlFixture(server).run()
    #expect(output.page("/")?.facts?.text.hasPrefix(#"{"title": "PM"#) == true)
    #expect(output.code("/") == "http.ok")
  }

  @Test func `half an address at the end of a page is not asked for`() async throws {
    let server = try LoopbackServer { request in
      request.path == "/"
        ? .html("<title>首页</title><a href=\"/whole\">全部</a><a href=\"/hal") : page("页")
    }
    _ = try await CrawlFixture(server).run()
    #expect(!server.targets.contains { $0.hasPrefix("/hal") })
    #expect(server.targets.contains("/whole"))
  }
}
