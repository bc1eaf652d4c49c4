import Crawl
import Page
import Support
import Testing
import Web

/// Documents are fetched on demand: behind the pages, within their own budget, and replayed.
struct AttachmentCrawlTests {
  /// Every link that ends in `.pdf` is wanted; a document's text is what was sent.
  private static func fixture(_ server: LoopbackServer) throws -> CrawlFixture {
    var fixture = try CrawlFixture(server)
    fixture.plan.wantedFiles = { facts in
      facts.links.map(\.url).filter { $0.path.hasSuffix(".pdf") }
    }
    fixture.readFile = { bytes, name in
      var facts = AttachmentFacts(.pdf)
      facts.text = String(decoding: bytes.dropFirst(5), as: UTF8.self)
      facts.title = name
      if facts.text.isEmpty { facts.unreadable = .empty }
      return facts
    }
    return fixture
  }

  private static func pdf(_ text: String, fields: [(name: String, value: String)] = [])
    -> ServerReply
  {
    .response(
      ServerResponse(
        status: 200, fields: [("Content-Type", "application/pdf")] + fields,
        body: Array("%PDF-\(text)".utf8)))
  }

  @Test func `documents that rules want are fetched, read and stored`() async throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/": return page("首页", "/a.html", "/a.pdf", "/b.doc")
      case "/a.html": return page("甲", "/c.pdf")
      case "/a.pdf": return Self.pdf("年度报告")
      case "/c.pdf": return Self.pdf("职责")
      default: return .notFound
      }
    }
    let output = try await Self.fixture(server).run()
    let found = output.records[0].attachments
    #expect(found.map(\.url.target) == ["/a.pdf", "/c.pdf"])
    #expect(found.map { $0.facts?.text } == ["年度报告", "职责"])
    #expect(found.map { $0.facts?.title } == ["a.pdf", "c.pdf"])
    #expect(found.allSatisfy { $0.outcome == .ok && $0.capture != nil })
    #expect(found[1].via?.target == "/a.html")
    // They are no pages, and what nobody wants is left alone.
    #expect(output.codes() == ["/ http.ok", "/a.html http.ok"])
    #expect(server.requests.count == 4)
    #expect(output.records[0].attachment(at: found[0].url)?.facts?.text == "年度报告")
  }

  @Test func `without a wish no document is asked for`() async throws {
    let server = try LoopbackServer { request in
      request.path == "/" ? page("首页", "/a.pdf") : Self.pdf("x")
    }
    var fixture = try Self.fixture(server)
    fixture.plan.wantedFiles = { _ in [] }
    let output = try await fixture.run()
    #expect(output.records[0].attachments.isEmpty)
    #expect(server.requests.count == 1)
  }

  @Test func `the budget of documents is kept, what is left is named and no page`() async throws {
    let server = try LoopbackServer { request in
      request.path == "/" ? page("首页", "/1.pdf", "/2.pdf", "/3.pdf") : Self.pdf("文")
    }
    var fixture = try Self.fixture(server)
    fixture.plan.maxAttachments = 2
    let output = try await fixture.run()
    let codes = output.records[0].attachments.map { "\($0.url.target) \($0.outcome.code)" }
    #expect(codes == ["/1.pdf http.ok", "/2.pdf http.ok", "/3.pdf budget.attachments"])
    #expect(output.codes() == ["/ http.ok"])
    #expect(output.records[0].stopped == nil)
  }

  @Test func `pages in place of documents, redirects and dead links keep their outcome`()
    async throws
  {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/":
        return page("首页", "/gone.pdf", "/page.pdf", "/moved.pdf", "/empty.pdf", "/out.pdf")
      case "/page.pdf": return page("系统提示", "/")
      case "/moved.pdf": return .redirect(to: "/files/7")
      case "/files/7":
        return Self.pdf(
          "搬家了", fields: [("Content-Disposition", "attachment; filename=\"new.pdf\"")])
      case "/empty.pdf": return Self.pdf("")
      case "/out.pdf": return .redirect(to: "http://other.example/x.pdf")
      default: return .notFound
      }
    }
    let output = try await Self.fixture(server).run()
    let codes = output.records[0].attachments.map { "\($0.url.target) \($0.outcome.code)" }
    #expect(
      codes == [
        "/empty.pdf attachment.unreadable", "/files/7 http.ok", "/gone.pdf http.notFound",
        "/moved.pdf http.ok", "/out.pdf redirect.out", "/page.pdf attachment.unreadable",
      ])
    let moved = output.records[0].attachments.first { $0.url.target == "/moved.pdf" }
    #expect(moved?.finalURL.target == "/files/7")
    #expect(moved?.facts?.text == "搬家了")
    #expect(moved?.facts?.title == "new.pdf")
    #expect(output.codes() == ["/ http.ok"])
  }

  @Test func `robots.txt holds for documents, and one that is too long is not read`() async throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/robots.txt": return .response(.text("User-agent: *\nDisallow: /secret/"))
      case "/": return page("首页", "/secret/a.pdf", "/long.pdf")
      case "/long.pdf": return Self.pdf(String(repeating: "x", count: 200_000))
      default: return Self.pdf("x")
      }
    }
    var fixture = try Self.fixture(server)
    fixture.plan.respectsRobots = true
    let output = try await fixture.run()
    let found = output.records[0].attachments
    #expect(found.map(\.outcome.code) == ["attachment.unreadable", "robots.disallowed"])
    #expect(found.first?.facts?.unreadable == .tooLarge)
    #expect(!server.requests.contains { $0.path == "/secret/a.pdf" })
  }

  @Test func `a start address that is a document is read`() async throws {
    let server = try LoopbackServer { _ in Self.pdf("只有这份文件") }
    let output = try await Self.fixture(server).run()
    #expect(output.records[0].attachments.first?.facts?.text == "只有这份文件")
  }
}

/// The queue of documents, without any input or output.
struct AttachmentQueueTests {
  private static func candidate(_ path: String) throws -> Frontier.Candidate {
    Frontier.Candidate(
      url: try #require(WebURL("http://a.cn\(path)")), via: nil, depth: 1, reason: .attachment)
  }

  @Test func `gives each document once, host by host, up to the budget`() throws {
    var queue = AttachmentQueue(most: 2)
    queue.add(try Self.candidate("/1.pdf;jsessionid=9"), host: 0)
    queue.add(try Self.candidate("/1.pdf"), host: 0)
    queue.add(try Self.candidate("/2.pdf"), host: 1)
    queue.add(try Self.candidate("/3.pdf"), host: 0)
    #expect(queue.waiting == 3)
    let firstNext = queue.next(host: 0)
    let first = try #require(firstNext)
    #expect(first.url.target == "/1.pdf")
    #expect(first.reason == .attachment)
    #expect(queue.next(host: 1)?.url.target == "/2.pdf")
    #expect(queue.next(host: 0) == nil)
    #expect(queue.isIdle)
    let waiting = Outcome(code: "budget.attachments", family: .disallowed)
    #expect(queue.pending(waiting: waiting).map(\.url.target) == ["/3.pdf"])
  }

  @Test func `a second attempt costs nothing, a refusal gives the place back`() throws {
    var queue = AttachmentQueue(most: 1)
    queue.add(try Self.candidate("/1.pdf"), host: 0)
    queue.add(try Self.candidate("/2.pdf"), host: 0)
    let firstNext = queue.next(host: 0)
    let first = try #require(firstNext)
    let why = Outcome(code: "robots.disallowed", family: .disallowed)
    queue.refuse(first.number, why)
    let secondNext = queue.next(host: 0)
    let second = try #require(secondNext)
    #expect(second.url.target == "/2.pdf")
    queue.again(second.number)
    #expect(queue.next(host: 0)?.attempt == 2)
    queue.refuseWaiting(host: 0, why)
    #expect(queue.pending(waiting: .ok).map(\.outcome.code) == ["robots.disallowed"])
    #expect(queue.isIdle)
  }
}
