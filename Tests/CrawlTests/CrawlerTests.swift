import Archive
import Codings
import Crawl
import Page
import Support
import Synchronization
import Testing
import Web

/// Whole crawls of small sites that behave.
struct CrawlerTests {
  @Test func `a site is followed from link to link, and recorded in full`() async throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/": page("首页", "/a", "b?x=1", "/a#top", "http://elsewhere.example/", "/p.jpg")
      case "/a": page("甲", "/", "/c/")
      case "/b": page("乙")
      case "/c/": page("丙", "d")
      case "/c/d": page("丁")
      default: .notFound
      }
    }
    let output = try await CrawlFixture(server).run()
    #expect(
      output.codes() == [
        "/ http.ok", "/a http.ok", "/b?x=1 http.ok", "/c/ http.ok", "/c/d http.ok",
      ])
    #expect(server.targets.sorted() == ["/", "/a", "/b?x=1", "/c/", "/c/d"])
    let leaf = try #require(output.page("/c/d"))
    #expect(leaf.facts?.title == "丁")
    #expect(leaf.via?.target == "/c/")
    #expect(leaf.status == 200)
    #expect(leaf.capture?.sha256.count == 64)
    #expect(output.records[0].requests == 5)
    #expect(output.records[0].bytes > 100)
    #expect(output.records[0].stopped == nil)
    #expect(output.stopped == nil)
  }

  @Test func `facts that are not kept change nothing but themselves`() async throws {
    let server = try LoopbackServer { request in
      request.path == "/" ? page("首页", "/a", "/gone") : request.path == "/a" ? page("甲") : .notFound
    }
    let whole = try await CrawlFixture(server).run()
    var fixture = try CrawlFixture(server)
    fixture.plan.keepsFacts = false
    let result = try await Crawler(
      plan: fixture.plan, archive: fixture.folder.path, read: TinyReader.read
    ).run()
    let lean = CrawlOutput(records: result.records, stopped: result.stopped)
    #expect(lean.codes() == whole.codes())
    #expect(lean.page("/a")?.facts?.title == nil)
    #expect(lean.page("/a")?.facts != nil)
    #expect(lean.page("/gone")?.facts == nil)
    #expect(whole.page("/a")?.facts?.title == "甲")
  }

  @Test func `redirects are followed within the hosts, each hop recorded`() async throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/": page("首页", "/old", "/out", "/shell", "/dead", "/deep/old", "/deep/shell")
      case "/old": .redirect(to: "/mid", status: 301)
      case "/mid": .redirect(to: "new")
      case "/new": page("新", "/from-new")
      case "/from-new": page("后")
      case "/out": .redirect(to: "http://127.0.0.2:9/")
      case "/shell": .html("<meta refresh url=\"/new\">")
      case "/dead": .redirect(to: "/gone")
      case "/deep/old": .redirect(to: "/")
      case "/deep/shell": .html("<meta refresh url=\"/\">")
      default: .notFound
      }
    }
    let output = try await CrawlFixture(server).run()
    for path in ["/old", "/mid", "/shell"] {
      let record = try #require(output.page(path))
      #expect(record.outcome == .ok)
      #expect(record.finalURL.target == "/new")
      #expect(record.facts?.title == "新")
      #expect(record.capture == output.page("/new")?.capture)
    }
    #expect(output.page("/new")?.finalURL.target == "/new")
    #expect(output.code("/from-new") == "http.ok")
    #expect(output.code("/out") == "redirect.out")
    #expect(output.code("/dead") == "http.notFound")
    #expect(output.code("/deep/old") == "redirect.home")
    // A column that sends its readers home is hidden by that, however it does so.
    #expect(output.code("/deep/shell") == "redirect.home")
    #expect(output.page("/deep/shell")?.facts == nil)
  }

  @Test(arguments: ["redirect", "refresh"])
  func `a chain without end keeps nothing else waiting`(_ kind: String) async throws {
    let server = try LoopbackServer { request in
      if request.path == "/" { return page("首页", "/n/1", "/a", "/b", "/c", "/d") }
      guard request.path.hasPrefix("/n/") else { return page("页 \(request.path)") }
      let next = "/n/\((Int(request.path.dropFirst(3)) ?? 0) + 1)"
      return kind == "redirect"
        ? .redirect(to: next) : .html("<meta refresh url=\"\(next)\">")
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.maxPages = 12
    fixture.plan.connections = 1
    let output = try await fixture.run()
    for path in ["/a", "/b", "/c", "/d"] { #expect(output.code(path) == "http.ok") }
    fixture = try CrawlFixture(server)
    let whole = try await fixture.run()
    #expect(whole.code("/n/1") == "redirect.tooMany")
    #expect(server.targets.filter { $0 == "/n/11" }.count <= 2)
    #expect(!server.targets.contains("/n/12"))
  }

  @Test func `loops and endless chains of redirects end`() async throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/": return page("首页", "/self", "/x", "/n/1")
      case "/self": return .redirect(to: "/self")
      case "/x": return .redirect(to: "/y")
      case "/y": return .redirect(to: "/x")
      default:
        let number = Int(request.path.dropFirst(3)) ?? 0
        return .redirect(to: "/n/\(number + 1)")
      }
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.maxPages = 40
    let output = try await fixture.run()
    #expect(output.code("/self") == "redirect.loop")
    #expect(output.code("/x") == "redirect.loop")
    #expect(output.code("/n/1") == "redirect.tooMany")
    #expect(server.requests.count <= 41)
  }

  @Test func `a page behind a cookie is reached`() async throws {
    let server = try LoopbackServer { request in
      let cookie = request.field("cookie") ?? ""
      switch request.path {
      case "/": return page("首页", "/self", "/a")
      case "/self":
        if cookie.contains("k=1") { return page("进来了") }
        return .redirect(to: "/self", fields: [("Set-Cookie", "k=1; Path=/")])
      case "/a":
        return cookie.contains("t=1") ? page("甲") : .redirect(to: "/gate")
      case "/gate": return .redirect(to: "/a", fields: [("Set-Cookie", "t=1; Path=/")])
      default: return .notFound
      }
    }
    let output = try await CrawlFixture(server).run()
    #expect(output.page("/self")?.facts?.title == "进来了")
    #expect(output.page("/a")?.facts?.title == "甲")
  }

  @Test func `a cookie that never helps is given up`() async throws {
    let server = try LoopbackServer { _ in
      .redirect(to: "/", fields: [("Set-Cookie", "k=1; Path=/")])
    }
    let output = try await CrawlFixture(server).run()
    #expect(output.codes() == ["/ redirect.loop"])
    #expect(server.requests.count <= 4)
  }

  @Test func `two sites run side by side, and a dead one spoils nothing`() async throws {
    let good = try LoopbackServer { $0.path == "/" ? page("首页", "/a") : page("甲") }
    let dead = try LoopbackServer { _ in .stall() }
    let gone = try LoopbackServer(address: "127.0.0.3") { _ in .notFound }
    let nowhere = gone.origin
    gone.stop()
    let output = try await CrawlFixture([dead.origin, good.origin, "\(nowhere)/x"]).run()
    #expect(output.codes(site: 0) == ["/ timeout.response"])
    #expect(output.codes(site: 1) == ["/ http.ok", "/a http.ok"])
    #expect(output.records[2].pages.first?.outcome.family == .unreachable)
    #expect(output.records[0].pages.first?.facts == nil)
  }

  @Test func `the budget of pages is kept, what is left is named`() async throws {
    let server = try LoopbackServer { request in
      request.path == "/" ? page("首页", "/1", "/2", "/3", "/4") : page("页")
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.maxPages = 3
    let output = try await fixture.run()
    #expect(server.requests.count == 3)
    #expect(output.records[0].stopped == "budget.pages")
    #expect(
      output.codes().filter { $0.hasSuffix("budget.pages") } == [
        "/3 budget.pages", "/4 budget.pages",
      ])
    #expect(output.page("/4")?.via?.target == "/")
  }

  @Test func `depth is kept, but a pager does not deepen`() async throws {
    let server = try LoopbackServer { request in
      let number = Int(request.path.dropFirst(2)) ?? 0
      return request.path.hasPrefix("/p")
        ? .html(
          "<title>列表</title><a class=\"pager\" href=\"/p\(number + 1)\">下一页</a>".replacing(
            "/p6", with: "/end"))
        : request.path == "/end" ? page("完") : page("层", "/d\(number + 1)", "/p1")
    }
    var fixture = try CrawlFixture(server, path: "/d0")
    fixture.plan.maxDepth = 2
    let output = try await fixture.run()
    #expect(output.code("/p5") == "http.ok")
    #expect(output.code("/d2") == "http.ok")
    #expect(output.code("/d3") == "budget.depth")
  }

  @Test func `the time of the run is kept`() async throws {
    let server = try LoopbackServer { $0.path == "/" ? page("首页", "/slow", "/b") : .stall() }
    var fixture = try CrawlFixture(server)
    fixture.plan.timeoutSeconds = 60
    fixture.plan.maxSeconds = 0.3
    let output = try await fixture.run()
    #expect(output.stopped == "budget.time")
    #expect(output.codes() == ["/ http.ok", "/b budget.time", "/slow budget.time"])
    #expect(output.records[0].stopped == "budget.time")
  }

  @Test func `links with sought words go first`() async throws {
    let server = try LoopbackServer { request in
      guard request.path == "/" else { return page("页") }
      return .html(
        "<title>首页</title><a href=\"/1\">天气</a><a href=\"/2\">图片</a><a href=\"/3\">财政预算公开</a>")
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.soughtWords = ["预算公开"]
    fixture.plan.connections = 1
    _ = try await fixture.run()
    #expect(server.targets == ["/", "/3", "/1", "/2"])
  }

  @Test func `sessions in addresses are folded, in the records too`() async throws {
    let server = try LoopbackServer { request in
      request.path == "/"
        ? page("首页", "/a;jsessionid=1A", "/a;jsessionid=2B?utm_source=x") : page("甲")
    }
    let output = try await CrawlFixture(server).run()
    #expect(output.codes() == ["/ http.ok", "/a http.ok"])
    #expect(output.page("/")?.facts?.links.map(\.url.target) == ["/a", "/a"])
  }

  @Test func `gzip pages are read, requests and responses are in the archive`() async throws {
    let server = try LoopbackServer { request in
      request.path == "/"
        ? .response(
          ServerResponse(
            fields: [("Content-Type", "text/html"), ("Content-Encoding", "gzip")],
            body: StoredGzip.encode(Array("<title>压缩</title><a href=\"/a\">a</a>".utf8))))
        : .notFound
    }
    let fixture = try CrawlFixture(server)
    let output = try await fixture.run()
    #expect(output.page("/")?.facts?.title == "压缩")
    var seen: [String] = []
    try ArchiveReader(fixture.folder.path).forEach { entry in
      guard case .response(let capture, let note) = entry.record else { return }
      let line = String(decoding: capture.requestHead.prefix(while: { $0 != 13 }), as: UTF8.self)
      seen.append("\(line) \(capture.status ?? 0) \(note?.reason ?? "-") \(note?.depth ?? -1)")
    }
    #expect(seen == ["GET / HTTP/1.1 200 start 0", "GET /a HTTP/1.1 404 link 1"])
  }

  @Test func `progress is told, to the end`() async throws {
    let server = try LoopbackServer { $0.path == "/" ? page("首页", "/a", "/b") : .notFound }
    let last = Mutex(CrawlProgress())
    _ = try await CrawlFixture(server).run { snapshot in last.withLock { $0 = snapshot } }
    let end = last.withLock { $0 }
    #expect(end.done == 3)
    #expect(end.requests == 3)
    #expect(end.queued == 0 && end.inFlight == 0 && end.unread == 0)
    #expect(end.families.map(\.family) == [.fetched, .notFound])
    #expect(end.families.map(\.count) == [1, 2])
  }
}
