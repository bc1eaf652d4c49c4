import Codings
import Crawl
import Dates
import Page
import Support
import Synchronization
import Testing
import Web

/// What the crawl asks for beside a site's pages: sitemaps, feeds, a page that can't be there.
struct SurveyCrawlTests {
  private static func sitemap(_ server: String, _ paths: String...) -> ServerReply {
    let urls = paths.map { "<url><loc>\(server)\($0)</loc></url>" }.joined()
    return .response(
      ServerResponse(
        fields: [("Content-Type", "text/xml")], body: Array("<urlset>\(urls)</urlset>".utf8)))
  }

  @Test func `pages that only a sitemap names are read, and the file is no page`() async throws {
    let server = try LoopbackServer { request in
      let origin = "http://\(request.field("host") ?? "")"
      switch request.path {
      case "/": return page("首页", "/a")
      case "/a", "/orphan": return page("页")
      case "/sitemap.xml":
        return Self.sitemap(origin, "/orphan", "/a", "/x.jpg").with(
          extra: "<url><loc>http://127.0.0.9:9/far</loc></url>")
      default: return .notFound
      }
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.readsSitemaps = true
    let output = try await fixture.run()
    #expect(output.codes() == ["/ http.ok", "/a http.ok", "/orphan http.ok"])
    #expect(output.page("/orphan")?.via == nil)
    #expect(output.records[0].requests == 4)
    #expect(server.targets.first == "/")
  }

  @Test func `robots.txt names the files, indexes and gzip are followed, loops end`() async throws {
    let server = try LoopbackServer { request in
      let origin = "http://\(request.field("host") ?? "")"
      func index(_ paths: String...) -> ServerReply {
        let files = paths.map { "<sitemap><loc>\(origin)\($0)</loc></sitemap>" }.joined()
        return .response(
          ServerResponse(
            fields: [("Content-Type", "text/xml")],
            body: Array("<sitemapindex>\(files)</sitemapindex>".utf8)))
      }
      switch request.path {
      case "/": return page("首页")
      case "/robots.txt":
        return .response(
          .text(
            "Sitemap: /index.xml\nSitemap: \(origin)/secret/s.xml\nUser-agent: *\nDisallow: /secret/"
          ))
      case "/index.xml": return index("/two.xml", "/pack.xml.gz", "/index.xml", "/moved")
      case "/moved": return .redirect(to: "/list.txt")
      case "/list.txt": return .response(.text("\(origin)/of-text\n"))
      case "/two.xml": return index("/three.xml")
      case "/three.xml": return index("/four.xml")
      case "/four.xml": return Self.sitemap(origin, "/too-deep")
      case "/pack.xml.gz":
        return .response(
          ServerResponse(
            fields: [("Content-Type", "application/gzip")],
            body: StoredGzip.encode(
              Array("<urlset><url><loc>\(origin)/of-gz</loc></url></urlset>".utf8))))
      case "/of-gz", "/of-text": return page("页")
      default: return .notFound
      }
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.respectsRobots = true
    fixture.plan.readsSitemaps = true
    let output = try await fixture.run()
    // An index that lies too deep is told of.
    #expect(
      output.codes() == [
        "/ http.ok", "/of-gz http.ok", "/of-text http.ok", "/three.xml budget.sitemap",
      ])
    #expect(!server.targets.contains("/secret/s.xml"))
    #expect(!server.targets.contains("/sitemap.xml"))
    #expect(!server.targets.contains("/four.xml"))
    #expect(server.targets.filter { $0 == "/index.xml" }.count == 1)
  }

  @Test func `what a sitemap names comes last, what it dates in the period before`() async throws {
    let server = try LoopbackServer { request in
      let origin = "http://\(request.field("host") ?? "")"
      switch request.path {
      case "/": return page("首页", "/a")
      case "/sitemap.xml":
        let urls = [("/old", "2001-01-01"), ("/none", ""), ("/new", "2021-05-05")].map {
          "<url><loc>\(origin)\($0)</loc><lastmod>\($1)</lastmod></url>"
        }
        return .response(
          ServerResponse(
            fields: [("Content-Type", "text/xml")],
            body: Array("<urlset>\(urls.joined())</urlset>".utf8)))
      default: return page("页")
      }
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.readsSitemaps = true
    fixture.plan.connections = 1
    let from = try #require(CivilDate("2021-01-01"))
    let to = try #require(CivilDate("2021-12-31"))
    fixture.plan.period = DateSpan(from: from, to: to)
    _ = try await fixture.run()
    #expect(server.targets == ["/", "/sitemap.xml", "/a", "/new", "/old", "/none"])
  }

  @Test func `a page that looks like the answer to nonsense is not there`() async throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/": page("首页", "/a", "/gone", "/gone2", "/same")
      case "/a": page("甲")
      case "/same": .html("<title>提示</title>对不起，没有您要的内容 /same 2021-01-01 有正文")
      default: .html("<title>提示</title>对不起，没有您要的内容 \(request.path) \(request.path.utf8.count)")
      }
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.probesMissing = true
    let output = try await fixture.run()
    #expect(
      output.codes() == [
        "/ http.ok", "/a http.ok", "/gone notFound.probe", "/gone2 notFound.probe", "/same http.ok",
      ])
    #expect(output.page("/gone")?.facts == nil)
    let probes = server.targets.filter { $0.hasPrefix("/mingcha-probe-") }
    #expect(probes.count == 1)
    #expect(server.targets.first == "/")
    #expect(!output.codes().contains { $0.contains("probe-") })
  }

  @Test func `an answer to nonsense with a list of news is recognised by that list`() async throws {
    let news = (1...3).map { "<a class=\"entry\" href=\"/n\($0)\">新闻\($0)</a>" }.joined()
    let server = try LoopbackServer { request in
      switch request.path {
      case "/": page("首页", "/gone", "/real")
      case "/real": .html("<title>提示</title>您访问的内容已转移<a class=\"entry\" href=\"/r\">规划</a>")
      case "/n1", "/n2", "/n3", "/r": page("文 \(request.path)")
      default: .html("<title>提示</title>您访问的 \(request.path) 内容已转移" + news)
      }
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.probesMissing = true
    let output = try await fixture.run()
    #expect(output.code("/gone") == "notFound.probe")
    #expect(output.code("/real") == "http.ok")
  }

  @Test func `what the rules name comes before sitemaps, and what is cut is told`() async throws {
    let server = try LoopbackServer { request in
      let origin = "http://\(request.field("host") ?? "")"
      switch request.path {
      case "/": return page("首页", "/决算", "/other")
      case "/sitemap.xml":
        let files = (1...60).map { "<sitemap><loc>\(origin)/s\($0).xml</loc></sitemap>" }
        return .response(
          ServerResponse(
            fields: [("Content-Type", "text/xml")],
            body: Array("<sitemapindex>\(files.joined())</sitemapindex>".utf8)))
      case let path where path.hasSuffix(".xml"): return Self.sitemap(origin, "/of\(path)")
      default: return page("页 \(request.path)")
      }
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.readsSitemaps = true
    fixture.plan.soughtWords = ["决算"]
    fixture.plan.connections = 1
    let output = try await fixture.run()
    #expect(server.targets.prefix(3) == ["/", "/%E5%86%B3%E7%AE%97", "/sitemap.xml"])
    #expect(output.code("/sitemap.xml") == "budget.sitemap")
    #expect(server.targets.count { $0.hasSuffix(".xml") && !$0.hasPrefix("/of") } == 50)
  }

  @Test func `a host that gives one shell for everything is not called empty`() async throws {
    let server = try LoopbackServer { _ in .html("<title>壳</title><a href=\"/a\">a</a>加载中") }
    var fixture = try CrawlFixture(server)
    fixture.plan.probesMissing = true
    let output = try await fixture.run()
    #expect(output.codes() == ["/ http.ok", "/a http.ok"])
  }

  @Test func `a host that says 404 is asked once and never again`() async throws {
    let server = try LoopbackServer { request in
      request.path == "/" ? page("首页", "/a", "/b") : .notFound
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.probesMissing = true
    let output = try await fixture.run()
    #expect(output.codes() == ["/ http.ok", "/a http.notFound", "/b http.notFound"])
    #expect(server.requests.count == 4)
  }

  @Test func `one page under two spellings is one page`() async throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/": page("首页", "/l/", "/l/index.html", "/x", "/y")
      case "/l/", "/l/index.html": page("列表", "/l/1")
      case "/x", "/y": page("同文")
      default: page("文")
      }
    }
    let output = try await CrawlFixture(server).run()
    #expect(output.page("/l/index.html")?.finalURL.target == "/l/")
    #expect(output.page("/l/")?.finalURL.target == "/l/")
    // Elsewhere the same bytes may be a notice: each address stands for itself.
    #expect(output.page("/y")?.finalURL.target == "/y")
    #expect(output.codes().allSatisfy { $0.hasSuffix("http.ok") })
  }

  @Test func `one page for every path makes no paths without end, and hides nothing`() async throws
  {
    let server = try LoopbackServer { request in
      if request.path == "/" { return page("首页", "/t/", "/real") }
      if request.path == "/real" { return page("真", "/t/5/a") }
      // Every path below /t/ gives the same bytes with relative links.
      return request.path.hasPrefix("/t/") && !request.path.hasSuffix("/a")
        ? page("陷阱", "1/", "2/", "3/") : page("甲")
    }
    let output = try await CrawlFixture(server).run()
    #expect(output.code("/t/5/a") == "http.ok")
    let asked = server.targets.filter { $0.hasPrefix("/t/") }
    #expect(asked.count < 40)
    #expect(output.codes().contains { $0.hasSuffix("trap.duplicate") })
    #expect(output.records[0].stopped == nil)
  }
}

extension ServerReply {
  /// The same with more addresses before the end of the list.
  fileprivate func with(extra: String) -> ServerReply {
    guard case .response(var response) = self else { return self }
    let text = String(decoding: response.body, as: UTF8.self)
    response.body = Array(text.replacing("</urlset>", with: extra + "</urlset>").utf8)
    return .response(response)
  }
}
