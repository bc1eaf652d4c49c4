import Archive
import Codings
import Crawl
import Page
import Support
import Synchronization
import Testing
import Web

/// Sites that misbehave: each has its outcome, and the rest of the site is read.
struct HostileCrawlTests {
  private static let long = String(repeating: "政务公开。", count: 200)

  private static func head(_ lines: String...) -> [UInt8] {
    Array(
      (["HTTP/1.1 200 OK", "Content-Type: text/html"] + lines + ["", ""]).joined(separator: "\r\n")
        .utf8)
  }

  private static func coded(_ coding: String, _ body: [UInt8]) -> ServerReply {
    .response(
      ServerResponse(
        fields: [("Content-Type", "text/html"), ("Content-Encoding", coding)], body: body))
  }

  static let cases: [(path: String, code: String, reply: ServerReply)] = [
    ("/missing", "http.notFound", .notFound),
    ("/soft404", "notFound.soft", .html("<title>提示</title>您访问的页面不存在")),
    ("/412", "blocked.challenge.ruishu", .html("<script>$_ts=1</script>", status: 412)),
    ("/521", "blocked.challenge.jiasule", .html("<script>document.cookie=1</script>", status: 521)),
    ("/403", "blocked.forbidden", .html("x", status: 403)),
    ("/500", "http.serverError", .html("x", status: 500)),
    (
      "/endless", "tooLarge.wire",
      .endless(head: head(), chunk: [UInt8](repeating: 0x61, count: 16_384))
    ),
    ("/slow-head", "timeout.response", .slow(head(), pauseMilliseconds: 200)),
    (
      "/slow-body", "truncated.time", .stall(after: head("Content-Length: 9999") + Array(long.utf8))
    ),
    ("/stall", "timeout.response", .stall()),
    ("/reset", "connect.reset", .reset()),
    ("/empty-reply", "http.emptyReply", .rawThenClose([])),
    (
      "/reset-body", "truncated.disconnect",
      .reset(after: head("Content-Length: 99999") + Array(long.utf8))
    ),
    (
      "/lying-length", "truncated.disconnect",
      .rawThenClose(head("Content-Length: 99999") + Array(long.utf8))
    ),
    ("/no-http", "http.malformed", .rawThenClose(Array("<html>hello</html>".utf8))),
    (
      "/bad-chunk", "truncated.disconnect",
      .rawThenClose(head("Transfer-Encoding: chunked") + Array("5\r\nhello\r\nzz\r\n".utf8))
    ),
    (
      "/cut-gzip", "truncated.coding",
      coded("gzip", StoredGzip.encode(Array(long.utf8)).dropLast(500))
    ),
    ("/no-gzip", "coding.corrupt", coded("gzip", Array(long.utf8))),
    (
      "/bomb", "tooLarge.decoded",
      coded("gzip", GzipMember.pack([UInt8](repeating: 0x61, count: 3_000_000)) ?? [])
    ),
    (
      "/pdf", "type.notPage",
      .response(
        ServerResponse(fields: [("Content-Type", "application/pdf")], body: Array("%PDF-".utf8)))
    ),
    ("/blank", "http.empty", .html("")),
    ("/file", "redirect.noTarget", .redirect(to: "file:///etc/passwd")),
    ("/private", "redirect.out", .redirect(to: "http://127.0.0.2:1/")),
    ("/metadata", "redirect.out", .redirect(to: "http://169.254.169.254/latest/")),
    ("/good", "http.ok", .html("<title>好</title>\(long)")),
  ]

  @Test func `each fault has its outcome, and all are found in one run`() async throws {
    let server = try LoopbackServer { request in
      if request.path == "/" {
        return .html(
          "<title>首页</title>" + Self.cases.map { "<a href=\"\($0.path)\">x</a>" }.joined())
      }
      return Self.cases.first(where: { $0.path == request.path })?.reply ?? .notFound
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.timeoutSeconds = 0.8
    fixture.plan.connections = 16
    let output = try await fixture.run()
    for (path, code, _) in Self.cases {
      // Whether the kernel says "closed" or "reset" depends on who was faster.
      let codes = code == "http.emptyReply" ? [code, "connect.reset"] : [code]
      #expect(codes.contains(output.code(path) ?? ""), "\(path)")
    }
    #expect(output.page("/cut-gzip")?.facts != nil)
    #expect(output.page("/bomb")?.facts?.text.utf8.count == 100_000)
    #expect(output.page("/500")?.facts == nil)
    #expect(output.records[0].stopped == nil)
  }

  @Test func `what failed in passing is asked for once more`() async throws {
    let seen = Mutex<[String: Int]>([:])
    let server = try LoopbackServer { request in
      let number = seen.withLock { seen in
        seen[request.path, default: 0] += 1
        return seen[request.path] ?? 0
      }
      switch request.path {
      case "/": return page("首页", "/a", "/b", "/c")
      case "/a": return number == 1 ? .reset() : page("甲")
      case "/b": return number == 1 ? .html("x", status: 500) : page("乙")
      default: return .html("x", status: 500)
      }
    }
    let output = try await CrawlFixture(server).run()
    #expect(output.page("/a")?.facts?.title == "甲")
    #expect(output.page("/b")?.facts?.title == "乙")
    #expect(output.code("/c") == "http.serverError")
    #expect(seen.withLock { $0["/c"] } == 2)
    #expect(output.page("/a")?.via?.target == "/")
  }

  @Test func `429 is waited out`() async throws {
    let count = Mutex(0)
    let server = try LoopbackServer { request in
      guard request.path == "/a" else { return page("首页", "/a") }
      let number = count.withLock { count in
        count += 1
        return count
      }
      return number == 1
        ? .html("slow down", status: 429, fields: [("Retry-After", "0")]) : page("甲")
    }
    let output = try await CrawlFixture(server).run()
    #expect(output.page("/a")?.facts?.title == "甲")
  }

  @Test func `a name that leads to loopback is refused at the socket`() async throws {
    let server = try LoopbackServer { _ in page("内部") }
    let fixture = try CrawlFixture(["http://localhost:\(server.port)/"])
    let output = try await fixture.run()
    #expect(output.codes() == ["/ address.forbidden"])
    #expect(output.page("/")?.outcome.family == .disallowed)
    #expect(server.requests.isEmpty)
  }

  @Test func `allow-addresses opens it`() async throws {
    let server = try LoopbackServer { _ in page("内部") }
    var fixture = try CrawlFixture(["http://localhost:\(server.port)/"])
    fixture.plan.allowedAddresses = [try #require(CIDR("127.0.0.0/8"))]
    let output = try await fixture.run()
    #expect(output.codes() == ["/ http.ok"])
  }

  @Test func `a host that stops answering is given up`() async throws {
    let server = try LoopbackServer { request in
      request.path == "/"
        ? .html("<title>首页</title>" + (1...300).map { "<a href=\"/\($0)\">x</a>" }.joined())
        : .rawThenClose([])
    }
    let output = try await CrawlFixture(server).run()
    #expect(output.codes().contains(where: { $0.hasSuffix("host.down") }))
    #expect(server.requests.count < 150)
    #expect(output.records[0].pages.count == 301)
  }

  @Test func `an interrupt leaves a readable archive`() async throws {
    let stop = Mutex<(stalled: Int, crawler: Crawler?)>((0, nil))
    let server = try LoopbackServer { request in
      if request.path == "/" { return page("首页", "/a", "/b") }
      let crawler = stop.withLock { stop in
        stop.stalled += 1
        return stop.stalled == 2 ? stop.crawler : nil
      }
      crawler?.interrupt()
      crawler?.interrupt()
      return .stall()
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.timeoutSeconds = 60
    let crawler = Crawler(plan: fixture.plan, archive: fixture.folder.path, read: TinyReader.read)
    stop.withLock { $0.crawler = crawler }
    let result = try await crawler.run()
    #expect(result.stopped == "interrupted")
    let output = CrawlOutput(records: result.records, stopped: result.stopped)
    #expect(output.codes() == ["/ http.ok", "/a interrupted", "/b interrupted"])
    #expect(result.records[0].stopped == "interrupted")
    try fixture.expectReplay(of: result.records)
    #expect(try ArchiveReader(fixture.folder.path).verify().problems.isEmpty)
  }

  @Test func `a folder that can't be written ends the run with an error`() async throws {
    let server = try LoopbackServer { _ in page("x") }
    let fixture = try CrawlFixture(server)
    let crawler = Crawler(
      plan: fixture.plan, archive: "/proc/nothing/here", read: TinyReader.read)
    await #expect(throws: ArchiveError.self) { try await crawler.run() }
  }
}
