import Archive
import Crawl
import Dates
import Foundation
import Page
import Support
import Synchronization
import Testing
import Web

/// In which order a site is asked, what is left out, and what the archive says of it.
struct OrderCrawlTests {
  /// Reads like `TinyReader`, with a date before each row: `2021-03-05 标题`, and a pager.
  private static let read: @Sendable ([UInt8], WebURL, String?, Timestamp) -> PageFacts = {
    bytes, url, type, moment in
    var facts = TinyReader.read(bytes, url, type, moment)
    for index in facts.entries.indices {
      facts.entries[index].date = CivilDate(String(facts.entries[index].title.prefix(10)))
    }
    facts.nextPages = facts.links.filter { $0.role == .pager }.map(\.url)
    if !facts.entries.isEmpty { facts.column = facts.title }
    return facts
  }

  private func crawl(_ plan: CrawlPlan, _ folder: TemporaryFolder) async throws -> [SiteRecords] {
    let result = try await Crawler(plan: plan, archive: folder.path, read: Self.read).run()
    let replayed = try ArchiveReplay.records(
      folder.path, seeds: plan.sites, maxBody: plan.maxBody, software: plan.software,
      read: Self.read)
    #expect(result.records.map(CrawlFixture.print) == replayed.map(CrawlFixture.print))
    return result.records
  }

  private static func list(_ title: String, _ rows: [String], _ pagers: [String]) -> ServerReply {
    .html(
      "<title>\(title)</title>"
        + rows.map { "<a class=\"entry\" href=\"/art/\($0)\">\($0)</a>" }.joined()
        + pagers.map { "<a class=\"pager\" href=\"\($0)\">x</a>" }.joined())
  }

  /// `/l/1` … `/l/9`: three rows a page, one a month, from December 2021 backwards.
  ///
  /// Each page names its neighbours alone, so that none is asked for before the one before was read.
  private static func archive(_ request: ServerRequest) -> ServerReply {
    let path = request.path
    if path == "/" { return .html("<title>首页</title><a class=\"menu\" href=\"/l/1\">工作动态</a>") }
    guard path.hasPrefix("/l/"), let number = Int(path.dropFirst(3)) else { return page("文") }
    let rows = (0..<3).map { row in
      let months = (number - 1) * 3 + row
      let month = 12 - months % 12
      return "\(2021 - months / 12)-\(month < 10 ? "0" : "")\(month)-15"
    }
    return list(
      "工作动态", rows, [number - 1, number + 1].filter { (1...9).contains($0) }.map { "/l/\($0)" })
  }

  private func listPlan(_ server: LoopbackServer) throws -> (CrawlPlan, TemporaryFolder) {
    var fixture = try CrawlFixture(server)
    fixture.plan.connections = 1
    fixture.plan.horizon = CivilDate("2020-12-01")
    fixture.plan.soughtWords = ["工作动态"]
    return (fixture.plan, fixture.folder)
  }

  @Test func `a list that no rule looks back into is left where it gets too old`() async throws {
    let server = try LoopbackServer { Self.archive($0) }
    var (plan, folder) = try listPlan(server)
    plan.looksBack = { _ in false }
    let records = try await crawl(plan, folder)
    let asked = server.targets.filter { $0.hasPrefix("/l/") }
    let left = records[0].pages.filter { $0.outcome == .beforePeriod }.map(\.url.target)
    // Page 6 goes back to September 2020: it and page 5 beside it tell.
    #expect(left == ["/l/7"])
    #expect(asked == ["/l/1", "/l/2", "/l/3", "/l/4", "/l/5", "/l/6"])
    #expect(records[0].stopped == nil)
  }

  @Test func `a list that a rule may look back into is read to its end, last of all`() async throws
  {
    let server = try LoopbackServer { Self.archive($0) }
    let (plan, folder) = try listPlan(server)
    let records = try await crawl(plan, folder)
    #expect(records[0].pages.allSatisfy { $0.outcome == .ok })
    let late = try #require(server.targets.firstIndex(of: "/l/7"))
    let rows = try #require(server.targets.firstIndex(of: "/art/2021-01-15"))
    #expect(late > rows)
  }

  @Test func `the newest rows of a list to be kept up come before a title's fourth row`()
    async throws
  {
    // One list with rows of both kinds: all of them are known at one time.
    let days = (1...6).map { "2021-03-0\($0)" }
    let server = try LoopbackServer { request in
      switch request.path {
      case "/": .html("<a class=\"menu\" href=\"/news\">工作动态</a>")
      case "/news": Self.list("工作动态", days.flatMap { ["\($0)计划", "\($0)消息"] }, [])
      default: page("文")
      }
    }
    var (plan, folder) = try listPlan(server)
    plan.soughtWords = ["工作动态"]
    plan.freshColumns = ["工作动态"]
    plan.soughtTitle = { $0.hasSuffix("计划") && $0.hasPrefix("2021") ? "计划" : nil }
    _ = try await crawl(plan, folder)
    let rows = server.targets.filter { $0.hasPrefix("/art/") }.map {
      $0.removingPercentEncoding ?? $0
    }
    #expect(rows.prefix(3).allSatisfy { $0.hasSuffix("计划") })
    #expect(rows.dropFirst(3).prefix(3).allSatisfy { $0.hasSuffix("消息") })
    #expect(rows.dropFirst(6).prefix(3).allSatisfy { $0.hasSuffix("计划") })
    #expect(rows.count == 12)
  }

  @Test func `neighbours of a row, rows of further pages and lists without sought rows wait`()
    async throws
  {
    let server = try LoopbackServer { request in
      switch request.path.removingPercentEncoding ?? "" {
      case "/":
        .html(
          "<a class=\"menu\" href=\"/news\">新闻中心</a>"
            + "<a class=\"menu\" href=\"/plans\">规划计划</a>")
      case "/news":
        .html(
          "<title>新闻中心</title><a class=\"entry\" href=\"/art/2021-03-09消息\">2021-03-09消息</a>"
            + "<a class=\"pager\" href=\"/news/2\">x</a><a href=\"/art/linked\">2021年计划</a>")
      case "/plans":
        Self.list("规划计划", ["2021-03-05计划", "2021-03-04计划"], ["/plans/2"])
      case "/plans/2":
        Self.list("规划计划", ["2021-03-03计划", "2021-03-02计划"], [])
      case "/art/2021-03-05计划":
        // The neighbour that the page names bears the column's name, as the page itself does.
        .html("<a href=\"/art/beside\">2021规划计划</a><a href=\"/art/other\">2021总结</a>")
      default: page("文")
      }
    }
    var (plan, folder) = try listPlan(server)
    plan.soughtWords = ["规划计划", "新闻中心"]
    plan.soughtTitle = { title in
      title.hasPrefix("2021") ? ["计划", "总结"].first { title.hasSuffix($0) } : nil
    }
    _ = try await crawl(plan, folder)
    let order = server.targets.map { $0.removingPercentEncoding ?? $0 }
      .filter { $0.hasPrefix("/art") || $0.hasSuffix("/2") }
    // Each pair is known of at one time: the readers' speed changes nothing.
    let pairs = [
      ("/plans/2", "/art/2021-03-05计划"), ("/art/2021-03-05计划", "/art/2021-03-04计划"),
      ("/art/2021-03-03计划", "/art/2021-03-02计划"), ("/art/other", "/art/beside"),
      ("/art/linked", "/news/2"), ("/news/2", "/art/2021-03-09消息"),
    ]
    for (first, second) in pairs {
      let place = try #require(order.firstIndex(of: first))
      #expect(try place < #require(order.firstIndex(of: second)), "\(first) \(second)")
    }
  }

  @Test func `when the budget is spent on all but old pages, it is not missed`() async throws {
    let server = try LoopbackServer { Self.archive($0) }
    var (plan, folder) = try listPlan(server)
    // The start page, six list pages and their rows.
    plan.maxPages = 25
    let records = try await crawl(plan, folder)
    #expect(records[0].stopped == nil)
    #expect(records[0].pages.count { $0.outcome == .beforePeriod } == 1)
  }

  @Test func `the archive says why each page was asked for, with the word that decided`()
    async throws
  {
    let server = try LoopbackServer { request in
      request.path == "/"
        ? .html(
          "<title>首页</title><a class=\"menu\" href=\"/m\">其他</a><a href=\"/t\">2021年财政预算报告</a>"
            + "<a class=\"menu\" href=\"/c\">政务公开</a><a href=\"/x\">天气</a>")
        : page("页")
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.connections = 1
    fixture.plan.soughtWords = ["政务公开"]
    fixture.plan.soughtTitle = { $0.contains("预算") ? "预算…报告" : nil }
    _ = try await fixture.run()
    var reasons: [String: String] = [:]
    try ArchiveReader(fixture.folder.path).forEach { entry in
      guard case .response(let capture, let note) = entry.record else { return }
      reasons[capture.url.target] = note?.reason ?? "-"
    }
    // In the order of the requests: two answers may be stored in another.
    let seen = server.targets.compactMap { target in reasons[target].map { "\(target) \($0)" } }
    #expect(
      seen == ["/ start", "/m menu", "/c menu 政务公开", "/t sought 预算…报告", "/x link"])
  }

  @Test func `what timed out is asked again last, alone and with more time`() async throws {
    let tries = Mutex<[String: Int]>([:])
    let server = try LoopbackServer { request in
      let number = tries.withLock { tries in
        tries[request.path, default: 0] += 1
        return tries[request.path, default: 0]
      }
      if request.path == "/" { return page("首页", "/s1", "/s2", "/a", "/b", "/c") }
      if request.path.hasPrefix("/s"), number == 1 { return .stall() }
      return page("页")
    }
    var fixture = try CrawlFixture(server)
    fixture.plan.timeoutSeconds = 0.5
    let output = try await fixture.run()
    #expect(output.codes().allSatisfy { $0.hasSuffix("http.ok") })
    #expect(server.targets.suffix(2).sorted() == ["/s1", "/s2"])
    #expect(server.requests.count == 8)
  }

  @Test func `a host that hangs keeps no other host of its site waiting`() async throws {
    let dead = try LoopbackServer(address: "127.0.0.2") { _ in .stall() }
    let quick = try LoopbackServer { request in
      request.path == "/"
        ? page("首页", "/1", "/2", "/3", "\(dead.origin)/x", "\(dead.origin)/y") : page("页")
    }
    var fixture = try CrawlFixture(quick)
    fixture.plan.sites[0].hosts.append(HostPort(host: "127.0.0.2", port: dead.port))
    let output = try await fixture.run()
    #expect(quick.targets.sorted() == ["/", "/1", "/2", "/3"])
    #expect(output.records[0].pages.count { $0.outcome.code == "timeout.response" } == 2)
    #expect(output.records[0].pages.count { $0.outcome == .ok } == 4)
  }
}
