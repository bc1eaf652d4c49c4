import Dates
import Fetch
import Page
import Support
import Synchronization
import Testing
import Web

// The watch is the engine's own; the crawls below go through the door that users have.
@testable import Crawl

/// Our own network fails: injected, no socket is opened.
struct NetworkDownTests {
  private enum FakeAnswer {
    case success(String)
    case failure(TransferError.Kind)
  }

  /// Answers requests at once, from a function, on the caller's thread.
  private final class FakeNetwork: TransferSource {
    typealias Answer = @Sendable (WebURL, Int) -> FakeAnswer
    private let answer: Answer
    private let sink: @Sendable (Transfer) -> Void
    private let count = Mutex(0)

    init(_ answer: @escaping Answer, sink: @escaping @Sendable (Transfer) -> Void) {
      self.answer = answer
      self.sink = sink
    }

    func submit(_ request: Request) {
      let number = count.withLock { count in
        count += 1
        return count
      }
      let result: Result<Response, TransferError>
      switch answer(request.url, number) {
      case .success(let html):
        let head = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8)
        result = .success(
          Response(status: 200, version: .http11, head: head, body: Array(html.utf8)))
      case .failure(let kind): result = .failure(TransferError(kind, "injected"))
      }
      sink(
        Transfer(
          request: request, requestHead: Array("GET / HTTP/1.1\r\n\r\n".utf8), result: result,
          remoteAddress: nil, timing: TransferTiming(), startedAt: 1_600_000_000))
    }

    func cancelAll() {}
    func release(_ bytes: Int) {}
    func close() {}
  }

  private func crawl(
    _ starts: [String], _ answer: @escaping FakeNetwork.Answer
  ) async throws -> CrawlOutput {
    var fixture = try CrawlFixture(starts)
    fixture.plan.connections = 1
    let crawler = Crawler(
      plan: fixture.plan, archive: fixture.folder.path, read: TinyReader.read,
      transfers: { sink in FakeNetwork(answer, sink: sink) })
    let result = try await crawler.run()
    try fixture.expectReplay(of: result.records)
    return CrawlOutput(records: result.records, stopped: result.stopped)
  }

  private static func links(_ count: Int) -> String {
    "<title>首页</title>" + (1...count).map { "<a href=\"/p\($0)\">x</a>" }.joined()
  }

  private static let sites = ["http://a.example/", "http://b.example/", "http://c.example/"]

  @Test
  func `a network that fails after answers had come stops the run, and nothing is judged by it`()
    async throws
  {
    let answers = Mutex<[String: Int]>([:])
    let output = try await crawl(Self.sites) { url, _ -> FakeAnswer in
      if url.target == "/" { return .success(Self.links(300)) }
      // The network works until every host has given a few pages.
      let isUp = answers.withLock { answers in
        if answers.count == 3, answers.values.allSatisfy({ $0 >= 2 }) { return false }
        answers[url.host, default: 0] += 1
        return true
      }
      return isUp ? .success("<title>页</title>文") : .failure(.connectUnreachable)
    }
    #expect(output.stopped == "network.down")
    for site in output.records {
      #expect(site.stopped == "network.down")
      let codes = Set(site.pages.map(\.outcome.code))
      #expect(codes == ["http.ok", "network.down"])
      #expect(site.pages.count == 301)
    }
  }

  @Test func `one host that falls silent is its own affair`() async throws {
    let output = try await crawl(Self.sites) { url, _ -> FakeAnswer in
      if url.target == "/" { return .success(Self.links(20)) }
      return url.host == "a.example" ? .failure(.timeoutConnect) : .success("<title>页</title>文")
    }
    #expect(output.stopped == nil)
    #expect(output.records[1].pages.allSatisfy { $0.outcome == .ok })
    #expect(output.records[0].pages.contains { $0.outcome.family == .unreachable })
    #expect(output.records[0].stopped == nil)
  }

  @Test func `it takes several failures of several hosts that had answered, and silence`() {
    let hosts = ["a", "b", "c"].map { HostPort(host: $0, port: nil) }
    var watch = NetworkWatch()
    func fail(_ host: Int, _ kind: TransferError.Kind = .timeoutConnect, times: Int = 3) {
      for _ in 0..<times { watch.failed(hosts[host], kind) }
    }
    fail(0)
    fail(1)
    #expect(!watch.isDown, "no host had answered")
    watch.answered(hosts[0])
    fail(0, times: 9)
    #expect(!watch.isDown, "one host alone")
    fail(1)
    #expect(!watch.isDown, "the other one never answered")
    watch.answered(hosts[1])
    fail(0)
    fail(1)
    #expect(watch.isDown)
    watch.failed(hosts[2], .timeoutResponse)
    #expect(watch.isDown, "silence proves nothing")
    watch.failed(hosts[2], .connectRefused)
    #expect(!watch.isDown, "a refused connection came over the network")
  }

  @Test func `hosts that never answered say nothing about the network while another does`()
    async throws
  {
    let output = try await crawl(Self.sites) { url, _ -> FakeAnswer in
      if url.host == "c.example" {
        return .success(url.target == "/" ? Self.links(5) : "<title>页</title>文")
      }
      return .failure(.nameNotResolved)
    }
    #expect(output.stopped == nil)
    #expect(output.records[2].pages.count == 6)
    #expect(output.records[0].pages.map(\.outcome.code) == ["dns.failed"])
  }

  @Test func `when nothing ever answers the network is named at the end`() async throws {
    let output = try await crawl(Self.sites) { _, _ in .failure(.nameNotResolved) }
    #expect(output.records.allSatisfy { $0.stopped == "network.down" })
  }
}
