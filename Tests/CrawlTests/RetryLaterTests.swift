import Crawl
import Page
import Support
import Synchronization
import Testing
import Web

/// A host that asks to be left alone for longer than a run waits.
struct RetryLaterTests {
  @Test(arguments: [429, 503])
  func `is left alone for the rest of the run, and the report says so`(status: Int) async throws {
    let asked = Mutex<[String]>([])
    let server = try LoopbackServer { request in
      asked.withLock { $0.append(request.target) }
      if request.target == "/a" {
        return .html("later", status: status, fields: [("Retry-After", "86400")])
      }
      return request.target == "/"
        ? page("首页", "/a", "/b", "/c") : page("第 \(request.target) 页")
    }
    let other = try LoopbackServer { request in
      request.target == "/" ? page("另一个首页", "/x", "/y") : page("第 \(request.target) 页")
    }
    var fixture = try CrawlFixture([server.origin + "/", other.origin + "/"])
    // One request at a time: what the first page links waits while the second one answers.
    fixture.plan.connections = 1
    let output = try await fixture.run()
    #expect(output.stopped == nil)
    #expect(
      output.codes() == [
        "/ http.ok", "/a \(status == 429 ? "blocked.rateLimited" : "http.serverError")",
        "/b blocked.retryLater", "/c blocked.retryLater",
      ])
    #expect(output.page("/b")?.detail == "Retry-After: 86400 s")
    #expect(output.page("/b")?.outcome.family == .blocked)
    #expect(output.codes(site: 1) == ["/ http.ok", "/x http.ok", "/y http.ok"])
    #expect(asked.withLock { $0 } == ["/", "/a"])
  }
}
