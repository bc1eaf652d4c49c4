import Crawl
import Page
import Support
import Synchronization
import Testing
import Web

/// robots.txt as the crawler meets it.
struct RobotsCrawlTests {
  private func crawl(
    _ robots: @escaping @Sendable (ServerRequest) -> ServerReply
  ) async throws -> (output: CrawlOutput, targets: [String]) {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/": page("首页", "/open", "/closed/x")
      case "/open", "/closed/x": page("页")
      default: robots(request)
      }
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.respectsRobots = true
    let output = try await fixture.run()
    return (output, server.targets)
  }

  @Test func `what it forbids is not asked for, and is named`() async throws {
    let (output, targets) = try await crawl { _ in
      .response(.text("User-agent: *\nDisallow: /closed/"))
    }
    #expect(output.codes() == ["/ http.ok", "/closed/x robots.disallowed", "/open http.ok"])
    #expect(targets.first == "/robots.txt")
    #expect(!targets.contains("/closed/x"))
    #expect(output.records[0].requests == 3)
  }

  @Test func `it is not asked for when the plan ignores it`() async throws {
    let server = try LoopbackServer { $0.path == "/" ? page("首页") : .notFound }
    let fixture = try CrawlFixture(server)
    _ = try await fixture.run()
    #expect(server.targets == ["/"])
  }

  @Test(arguments: [400, 401, 403, 404, 410, 429]) func `4xx allows all`(_ status: Int) async throws
  {
    let (output, _) = try await crawl { _ in .response(.text("x", status: status)) }
    #expect(output.code("/closed/x") == "http.ok")
  }

  @Test(arguments: [500, 503]) func `5xx forbids all for the run`(_ status: Int) async throws {
    let (output, targets) = try await crawl { _ in
      .response(.text("x", status: status, fields: [("Retry-After", "0")]))
    }
    #expect(output.codes() == ["/ robots.unreachable"])
    #expect(output.page("/")?.detail == "robots.txt: HTTP \(status)")
    #expect(Set(targets) == ["/robots.txt"])
    #expect(targets.count == 2)
  }

  @Test func `a host that does not answer forbids all`() async throws {
    let (output, _) = try await crawl { _ in .rawThenClose([]) }
    #expect(output.codes() == ["/ http.emptyReply"])
    #expect(output.page("/")?.detail?.hasPrefix("robots.txt: ") == true)
  }

  @Test func `a second try may succeed`() async throws {
    let count = Mutex(0)
    let (output, _) = try await crawl { _ in
      let number = count.withLock { count in
        count += 1
        return count
      }
      return number == 1 ? .reset() : .response(.text("User-agent: *\nDisallow: /closed"))
    }
    #expect(output.code("/open") == "http.ok")
    #expect(output.code("/closed/x") == "robots.disallowed")
  }

  @Test func `a challenge in its place is a block`() async throws {
    let (output, _) = try await crawl { _ in
      .html("<script>x</script>", status: 521, fields: [("Set-Cookie", "__jsluid_h=1")])
    }
    #expect(output.codes() == ["/ robots.blocked"])
    #expect(output.page("/")?.outcome.family == .blocked)
  }

  @Test func `five redirects are followed, a sixth is not`() async throws {
    @Sendable func chain(_ request: ServerRequest, _ length: Int) -> ServerReply {
      let number = request.path == "/robots.txt" ? 0 : Int(request.path.dropFirst(2)) ?? 0
      return number == length
        ? .response(.text("User-agent: *\nDisallow: /closed")) : .redirect(to: "/r\(number + 1)")
    }
    let five = try await crawl { chain($0, 5) }
    #expect(five.output.code("/closed/x") == "robots.disallowed")
    let six = try await crawl { chain($0, 6) }
    #expect(six.output.code("/closed/x") == "http.ok")
    #expect(!six.targets.contains("/r6"))
  }

  @Test func `a redirect to another host's file is as none`() async throws {
    let (output, _) = try await crawl { _ in .redirect(to: "http://127.0.0.9:9/robots.txt") }
    #expect(output.code("/closed/x") == "http.ok")
  }
}
