import Archive
import Crawl
import Dates
import Foundation
import Page
import Support
import Testing
import Web

struct `Rendering` {
  private static let read: @Sendable ([UInt8], WebURL, String?, Timestamp) -> PageFacts = {
    body, url, type, at in
    PageReader().read(body, url: url, contentType: type, fetchedAt: at)
  }

  /// A page whose list only a script that is not read could fill.
  private static let column = """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>通知公告-平湖区</title></head><body>
    <div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/tzgg/">通知公告</a></div><h2>通知公告</h2>
    <ul class="list" id="rows"></ul><script src="/js/main.js"></script></body></html>
    """
  private static let rows = """
    <li><a href="/1.html">关于开展春季绿化工作的通知</a><span>2021-05-28</span></li>
    <li><a href="/2.html">关于防汛值班安排的公告</a><span>2021-04-19</span></li>
    <li><a href="/3.html">关于招聘公益岗位的公示</a><span>2021-03-05</span></li>
    """

  private func server() throws -> LoopbackServer {
    try LoopbackServer { request in
      switch request.path {
      case "/": .html("<title>平湖区</title><ul><li><a href='/tzgg/'>通知公告</a></li></ul>")
      case "/tzgg/": .html(Self.column)
      case "/rows": .html(Self.rows)
      case "/js/main.js":
        .response(
          ServerResponse(
            fields: [("Content-Type", "application/javascript")],
            body: Array(
              "fetch('/rows').then(r => r.text()).then(t => { rows.innerHTML = t })".utf8)))
      case "/moved": .redirect(to: "http://127.0.0.9:1/")
      case "/robots.txt": .response(.text("User-agent: *\nDisallow: /secret\n"))
      default: .notFound
      }
    }
  }

  /// A browser of a few lines: asks the proxy what a page's script would, and notes the answers.
  private func browser(in folder: TemporaryFolder, other: String) throws -> String {
    let path = "\(folder.path)/browser"
    let script = """
      #!/bin/bash
      for word in "$@"; do case "$word" in --proxy-server=*) port=${word##*:};; esac; done
      url="${@: -1}"
      root="${url%%/tzgg/}"
      ask() {
        exec 3<>"/dev/tcp/127.0.0.1/$port"
        printf '%s\\r\\nHost: x\\r\\n\\r\\n' "$1" >&3
        cat <&3
        exec 3>&-
      }
      status() { ask "$1" | head -n 1 | cut -d ' ' -f 2; }
      {
        status "CONNECT 127.0.0.1:443 HTTP/1.1"
        status "POST $root/rows HTTP/1.1"
        status "GET \(other)/x HTTP/1.1"
        status "GET file:///etc/passwd HTTP/1.1"
        status "GET $root/secret HTTP/1.1"
        status "GET $root/rows?__wb_method=POST&a=1 HTTP/1.1"
        status "GET /rows HTTP/1.1"
        ask "GET $root/moved HTTP/1.1" | head -n 2 | tail -n 1 | tr -d '\\r'
      } > "\(folder.path)/log"
      ask "GET $url HTTP/1.1" | sed '1,/^\\r*$/d' | sed "s|<ul class=\\"list\\" id=\\"rows\\"></ul>|<ul>$(ask "GET $root/rows HTTP/1.1" | sed '1,/^\\r*$/d' | tr -d '\\n')</ul>|"
      """
    try script.write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  private func crawl(_ fixture: CrawlFixture) async throws -> [SiteRecords] {
    try await Crawler(plan: fixture.plan, archive: fixture.folder.path, read: Self.read).run()
      .records
  }

  private func replay(_ fixture: CrawlFixture) throws -> [SiteRecords] {
    try ArchiveReplay.records(
      fixture.folder.path, seeds: fixture.plan.sites, maxBody: fixture.plan.maxBody,
      software: fixture.plan.software, read: Self.read)
  }

  @Test func `stores what a browser shows, and the archive alone gives its rows`() async throws {
    let server = try server()
    let other = try LoopbackServer(address: "127.0.0.2") { _ in .html("other") }
    var fixture = try CrawlFixture(server)
    fixture.plan.timeoutSeconds = 60
    fixture.plan.respectsRobots = true
    let tools = try TemporaryFolder()
    let records = try await crawl(fixture)
    let before = try #require(records[0].pages.first { $0.url.target == "/tzgg/" })
    #expect(before.facts?.listState == .unreadable)
    let renderer = PageRenderer(
      plan: fixture.plan, archive: fixture.folder.path,
      program: try browser(in: tools, other: other.origin))
    let accounts = try renderer.run(records)
    #expect(accounts.map(\.rendered) == [1])
    #expect(accounts.map(\.failed) == [0])

    let after = try #require(try replay(fixture)[0].pages.first { $0.url.target == "/tzgg/" })
    #expect(after.facts?.listState == .readable)
    #expect(
      after.facts?.entries.map(\.title) == ["关于开展春季绿化工作的通知", "关于防汛值班安排的公告", "关于招聘公益岗位的公示"])
    #expect(after.facts?.isRendered == true)
    #expect(after.detail == "rendered")
    #expect(after.capture == before.capture)

    let log = try String(contentsOfFile: "\(tools.path)/log", encoding: .utf8)
    #expect(
      log.split(separator: "\n").map(String.init) == [
        "405", "405", "403", "405", "403", "405", "405", "Location: http://127.0.0.9:1/",
      ])
    #expect(other.targets.isEmpty)
    #expect(!server.targets.contains("/secret"))
    // The page itself came out of the archive.
    #expect(server.targets.count { $0 == "/tzgg/" } == 1)
    #expect(server.requests.allSatisfy { $0.method == "GET" })
  }

  @Test func `leaves the page unread when the browser fails`() async throws {
    let server = try server()
    var fixture = try CrawlFixture(server)
    fixture.plan.timeoutSeconds = 60
    let records = try await crawl(fixture)
    let accounts = try PageRenderer(
      plan: fixture.plan, archive: fixture.folder.path, program: "/bin/false"
    ).run(records)
    #expect(accounts.map(\.failed) == [1])
    #expect(try replay(fixture).map(CrawlFixture.print) == records.map(CrawlFixture.print))
  }

  @Test func `is bounded in pages`() async throws {
    let server = try server()
    var fixture = try CrawlFixture(server)
    fixture.plan.timeoutSeconds = 60
    let records = try await crawl(fixture)
    let accounts = try PageRenderer(
      plan: fixture.plan, archive: fixture.folder.path, program: "/bin/false", mostPages: 0
    ).run(records)
    #expect(accounts.map(\.left) == [1])
    #expect(accounts.map(\.failed) == [0])
  }

  /// Set `MINGCHA_TEST_BROWSER` to a Chromium to run it.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["MINGCHA_TEST_BROWSER"] != nil))
  func `works with a real browser`() async throws {
    let server = try server()
    var fixture = try CrawlFixture(server)
    fixture.plan.timeoutSeconds = 60
    let records = try await crawl(fixture)
    let program = ProcessInfo.processInfo.environment["MINGCHA_TEST_BROWSER"] ?? ""
    let accounts = try PageRenderer(
      plan: fixture.plan, archive: fixture.folder.path, program: program
    ).run(records)
    #expect(accounts.map(\.rendered) == [1])
    let after = try replay(fixture)[0].pages.first { $0.url.target == "/tzgg/" }
    #expect(after?.facts?.entries.count == 3)
  }

  @Test func `finds a browser by path and by name`() throws {
    let folder = try TemporaryFolder()
    let path = try browser(in: folder, other: "")
    #expect(BrowserFinder.find(path, path: "") == path)
    #expect(BrowserFinder.find("browser", path: "/nowhere:\(folder.path)") == path)
    #expect(BrowserFinder.find("", path: folder.path) == nil)
    #expect(BrowserFinder.find(folder.path, path: "") == nil)
    #expect(BrowserFinder.find("/etc/passwd", path: "") == nil)
  }
}
