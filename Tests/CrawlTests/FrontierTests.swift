import Crawl
import Dates
import Testing
import Web

struct FrontierTests {
  private static let host = HostPort(host: "a.cn", port: nil)

  private func frontier(
    maxPages: Int = 1000, maxDepth: Int = 12, period: DateSpan? = nil
  ) -> Frontier {
    Frontier(hosts: [Self.host], maxPages: maxPages, maxDepth: maxDepth, period: period)
  }

  private func candidate(
    _ path: String, _ reason: Frontier.Reason = .link, depth: Int = 1, via: String? = nil
  ) throws -> Frontier.Candidate {
    let url = try #require(WebURL(path.hasPrefix("http") ? path : "http://a.cn\(path)"))
    return .init(url: url, via: via.flatMap { WebURL($0) }, depth: depth, reason: reason)
  }

  private func drain(_ frontier: inout Frontier) -> [String] {
    var found: [String] = []
    while let ticket = frontier.next(host: 0) { found.append(ticket.url.target) }
    return found
  }

  @Test func `a site can't make us keep addresses without end`() throws {
    var frontier = frontier(maxPages: 10)
    for number in 1...20_000 { _ = frontier.add(try candidate("/\(number)")) }
    #expect(!frontier.isOverfull)
    #expect(frontier.add(try candidate("/20001")) == .ignored)
    #expect(frontier.isOverfull)
    #expect(frontier.known == 20_000)
    #expect(frontier.add(try candidate("/20000")) == .known)
    #expect(frontier.add(try candidate("/start", .start)) == .queued)
  }

  @Test func `each address is given once`() throws {
    var frontier = frontier()
    #expect(frontier.add(try candidate("/a")) == .queued)
    #expect(frontier.add(try candidate("/a#x")) == .known)
    #expect(frontier.add(try candidate("/a;jsessionid=12AB")) == .known)
    #expect(frontier.add(try candidate("/a?utm_source=x")) == .known)
    #expect(drain(&frontier) == ["/a"])
    #expect(frontier.add(try candidate("/a")) == .known)
    #expect(frontier.known == 1)
  }

  @Test(arguments: [
    "/logout", "/user/logout.do", "/login.do?method=logout", "/admin/delete?id=3",
    "/article.do?id=4&action=DELETE", "/wp-login.php?action=logout", "/cart?do=remove&id=2",
  ])
  func `what ends a session or deletes is never asked for`(path: String) throws {
    var frontier = frontier()
    #expect(frontier.add(try candidate(path)) == .ignored)
    #expect(drain(&frontier) == [])
  }

  @Test(arguments: ["/delete/", "/logout/index.html", "/a?action=list", "/del-2021.html"])
  func `a page of such a name is a page`(path: String) throws {
    var frontier = frontier()
    #expect(frontier.add(try candidate(path)) == .queued)
  }

  @Test func `other hosts and what is no page are left out`() throws {
    var frontier = frontier()
    for path in [
      "http://b.cn/", "http://a.cn:81/", "/x.jpg", "/x.PDF", "/a/x.css", "/d.docx", "/f.woff2",
    ] {
      #expect(frontier.add(try candidate(path)) == .ignored, "\(path)")
    }
    #expect(frontier.add(try candidate("/v1.2/list")) == .queued)
    #expect(frontier.add(try candidate("/a.aspx")) == .queued)
    #expect(frontier.add(try candidate("https://a.cn/")) == .queued)
  }

  @Test func `what the rules need goes first`() throws {
    var frontier = frontier()
    for (path, reason) in [
      ("/rest", .link), ("/entry", .entry), ("/menu", .menu), ("/sought", .sought),
      ("/pager", .pager), ("/start", .start),
    ] as [(String, Frontier.Reason)] {
      _ = frontier.add(try candidate(path, reason))
    }
    #expect(drain(&frontier) == ["/start", "/sought", "/menu", "/pager", "/entry", "/rest"])
  }

  @Test func `a better reason moves an address up`() throws {
    var frontier = frontier()
    _ = frontier.add(try candidate("/a"))
    _ = frontier.add(try candidate("/b", .entry))
    _ = frontier.add(try candidate("/a", .menu))
    let first = frontier.next(host: 0)
    #expect(first?.url.target == "/a")
    #expect(first?.reason == .menu)
    #expect(drain(&frontier) == ["/b"])
    #expect(frontier.waiting == 0)
  }

  @Test func `the budget of pages ends the giving out`() throws {
    var frontier = frontier(maxPages: 2)
    for number in 1...4 { _ = frontier.add(try candidate("/\(number)")) }
    #expect(drain(&frontier) == ["/1", "/2"])
    #expect(frontier.isSpent)
    let pending = frontier.pending(waiting: Outcome(code: "budget.pages", family: .disallowed))
    #expect(pending.map(\.url.target) == ["/3", "/4"])
    #expect(pending.allSatisfy { $0.outcome.code == "budget.pages" })
  }

  @Test func `a refused address is not charged, and is told`() throws {
    var frontier = frontier(maxPages: 1)
    _ = frontier.add(try candidate("/a", via: "http://a.cn/"))
    _ = frontier.add(try candidate("/b"))
    let next = frontier.next(host: 0)
    let ticket = try #require(next)
    frontier.refuse(ticket.number, Outcome(code: "robots.disallowed", family: .disallowed))
    #expect(drain(&frontier) == ["/b"])
    #expect(!frontier.isSpent)
    let pending = frontier.pending(waiting: Outcome(code: "x", family: .error))
    #expect(pending.map(\.outcome.code) == ["robots.disallowed"])
  }

  @Test func `depth is a limit, except for pagers and redirects`() throws {
    var frontier = frontier(maxDepth: 2)
    let tooDeep = Outcome(code: "budget.depth", family: .disallowed)
    #expect(frontier.add(try candidate("/a", depth: 3)) == .refused(tooDeep))
    #expect(frontier.add(try candidate("/b", depth: 2)) == .queued)
    #expect(frontier.add(try candidate("/c", .redirect, depth: 3)) == .queued)
  }

  @Test func `the page on which an address was found is kept`() throws {
    var frontier = frontier()
    _ = frontier.add(try candidate("/", .start, depth: 0))
    _ = frontier.add(try candidate("/a", via: "http://a.cn/;jsessionid=1"))
    #expect(frontier.next(host: 0)?.via == nil)
    #expect(frontier.next(host: 0)?.via?.target == "/")
  }

  @Test func `hosts have queues of their own`() throws {
    var frontier = Frontier(
      hosts: [Self.host, HostPort(host: "b.cn", port: nil)], maxPages: 10, maxDepth: 3, period: nil)
    _ = frontier.add(try candidate("http://b.cn/1"))
    _ = frontier.add(try candidate("http://a.cn/1"))
    #expect(frontier.next(host: 0)?.url.host == "a.cn")
    #expect(frontier.next(host: 0) == nil)
    #expect(frontier.isWaiting(host: 1))
    frontier.refuseWaiting(host: 1, Outcome(code: "host.down", family: .unreachable))
    #expect(frontier.next(host: 1) == nil)
    #expect(frontier.waiting == 0)
  }

  @Test func `an address can be asked for again`() throws {
    var frontier = frontier(maxPages: 1)
    _ = frontier.add(try candidate("/a"))
    let next = frontier.next(host: 0)
    let first = try #require(next)
    let second = frontier.again(first.number)
    #expect(second?.attempt == 2)
    #expect(second?.reason == .retry)
    #expect(frontier.asked == 1)
    #expect(frontier.attempts(first.number) == 2)
  }

  static let traps: [(String, String?)] = [
    ("/a/b/a/b/a/b/a/b/", "trap.repetition"),
    ("/zwgk/zwgk/bm/zwgk/", nil),
    ("/1/1/1/1/1/", nil),
    ("/" + String(repeating: "x/", count: 30), "trap.repetition"),
    ("/" + String(repeating: "x", count: 3000), "trap.length"),
    ("/cal?year=2035&month=1", "trap.calendar"),
    ("/cal?year=2021&month=1", nil),
    ("/cal?date=1999-01-01", "trap.calendar"),
    ("/list?date=new", nil),
    ("/list?id=2035", nil),
  ]

  @Test(arguments: traps) func `traps are known`(_ path: String, _ code: String?) throws {
    let from = try #require(CivilDate("2021-01-01"))
    let to = try #require(CivilDate("2021-12-31"))
    var frontier = frontier(period: DateSpan(from: from, to: to))
    let verdict = frontier.add(try candidate(path))
    if let code {
      #expect(verdict == .refused(Outcome(code: code, family: .disallowed)))
    } else {
      #expect(verdict == .queued)
    }
  }

  @Test func `one path has so many queries and no more`() throws {
    var frontier = frontier()
    var refused = 0
    for number in 1...400 {
      if case .refused = frontier.add(try candidate("/s?q=a\(number)")) { refused += 1 }
    }
    #expect(refused == 100)
    #expect(frontier.add(try candidate("/s?q=a500", .pager)) == .queued)
    #expect(frontier.add(try candidate("/t?q=1")) == .queued)
  }

  @Test func `rows do not use up the queries of the columns, and a name brings one back`() throws {
    var frontier = frontier()
    for number in 1...1000 {
      let row = try candidate("/index.php?a=show&id=\(number)", .entry)
      #expect(frontier.add(row) == .queued)
    }
    #expect(frontier.add(try candidate("/index.php?a=lists&c=1", .menu)) == .queued)
    #expect(frontier.add(try candidate("/index.php?a=lists&c=1&page=2", .pager)) == .queued)
    for number in 1...400 { _ = frontier.add(try candidate("/index.php?tag=\(number)&a=b")) }
    let late = try candidate("/index.php?a=lists&c=9", .menu)
    #expect(frontier.add(late) == .refused(Outcome(code: "trap.query", family: .disallowed)))
    let waiting = frontier.waiting
    _ = frontier.add(try candidate("/index.php?a=lists&c=9", .sought))
    #expect(frontier.waiting == waiting + 1)
  }

  @Test func `no more than ten redirects and frames in a row are followed`() throws {
    var frontier = frontier()
    var tenth = try candidate("/10", .redirect)
    tenth.hops = 10
    #expect(frontier.add(tenth) == .queued)
    #expect(frontier.next(host: 0)?.hops == 10)
    var next = try candidate("/11", .frame)
    next.hops = 11
    #expect(
      frontier.add(next) == .refused(Outcome(code: "redirect.tooMany", family: .error)))
  }

  @Test func `ten thousand addresses are told apart`() throws {
    var frontier = frontier(maxPages: 1_000_000)
    for number in 1...10_000 { _ = frontier.add(try candidate("/p/\(number).html")) }
    #expect(frontier.known == 10_000)
    #expect(frontier.add(try candidate("/p/7777.html")) == .known)
    #expect(drain(&frontier).last == "/p/10000.html")
  }
}

struct CanonicalURLTests {
  static let pairs: [(String, String)] = [
    ("http://a.cn/x", "http://a.cn/x"),
    ("http://a.cn/x;jsessionid=0A1B?y=1", "http://a.cn/x?y=1"),
    ("http://a.cn/x;JSESSIONID=1/y;v=2", "http://a.cn/x/y;v=2"),
    ("http://a.cn/x?PHPSESSID=1&y=2", "http://a.cn/x?y=2"),
    ("http://a.cn/x?y=2&utm_source=a&utm_medium=b", "http://a.cn/x?y=2"),
    ("http://a.cn/x?ASPSESSIONIDQQ=1", "http://a.cn/x"),
    ("http://a.cn/x?_t=1640937600000&rnd=0.8251739201", "http://a.cn/x"),
    ("http://a.cn/x?from=singlemessage&isappinstalled=0&spm=a1.b2", "http://a.cn/x"),
    ("http://a.cn/x?from=2021&_t=3&rnd=7", "http://a.cn/x?from=2021&_t=3&rnd=7"),
    ("http://a.cn/x?", "http://a.cn/x"),
    ("http://a.cn/x?sid=2&page=1", "http://a.cn/x?sid=2&page=1"),
    ("http://a.cn/?id=1;2", "http://a.cn/?id=1;2"),
    ("http://a.cn/x?a=1&&b", "http://a.cn/x?a=1&&b"),
    ("http://a.cn/x?sid=9f8e7d6c5b4a39281706&p=2", "http://a.cn/x?p=2"),
    ("http://a.cn/x?sid=12&p=2", "http://a.cn/x?sid=12&p=2"),
    // RFC 3986 §6.2.2: one page in several spellings; what is reserved stays as it is.
    ("http://a.cn/%e4%b8%ad?q=%e6", "http://a.cn/%E4%B8%AD?q=%E6"),
    ("http://a.cn/%7Ezs/%61?%62=1", "http://a.cn/~zs/a?b=1"),
    ("http://a.cn/a%2fb?c=%26", "http://a.cn/a%2Fb?c=%26"),
    ("http://a.cn/a%2eb", "http://a.cn/a.b"),
    ("http://a.cn/100%/%zz/%4", "http://a.cn/100%/%zz/%4"),
  ]

  @Test(arguments: pairs) func `visitors' parameters are dropped`(_ from: String, _ to: String) {
    #expect(WebURL(from).map { CanonicalURL.canonical($0).string } == to)
  }
}

struct `Queries of one path` {
  @Test(
    arguments: [
      // Columns of old systems are one number each; combinations of parameters go on without end.
      ("/class.asp?cid=", "", 301, nil), ("/class.asp?cid=", "&order=1", 301, "trap.query"),
      ("/class.asp?cid=", "", 2001, "trap.query"), ("/list?tag=a", "", 301, "trap.query"),
    ] as [(String, String, Int, String?)])
  func `are asked for up to a limit`(
    start: String, end: String, count: Int, outcome: String?
  ) throws {
    var guardian = TrapGuard(period: nil)
    var last: String?
    for number in 1...count {
      let url = try #require(WebURL("http://www.example.gov.cn\(start)\(number)\(end)"))
      last = guardian.trap(url, isPager: false, isEntry: false)
    }
    #expect(last == outcome)
  }
}
