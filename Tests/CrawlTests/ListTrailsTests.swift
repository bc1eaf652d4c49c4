import Crawl
import Dates
import Page
import Testing
import Web

/// When a list counts as left: docs/decisions/0007.
struct ListTrailsTests {
  private static let horizon = CivilDate("2020-01-01")

  /// A page of a list whose rows bear dates, written as `2019-12-31`; `-` is a row without one.
  private func facts(_ dates: [String], next: [String], name: String = "") throws -> PageFacts {
    var facts = PageFacts()
    facts.entries = try dates.enumerated().map { index, date in
      let url = try #require(WebURL("http://a.cn/art/\(name)\(index)-\(date).html"))
      return Entry(title: "\(name)\(index)", url: url, date: CivilDate(date))
    }
    facts.nextPages = try next.map { try #require(WebURL("http://a.cn\($0)")) }
    return facts
  }

  /// Reads pages in turn: path, dates, pager; gives what the last one left.
  private func left(
    _ pages: [(path: String, dates: [String], next: [String])], horizon: CivilDate? = horizon
  ) throws -> [String] {
    var trails = ListTrails(horizon: horizon)
    var left: [WebURL] = []
    for page in pages {
      let url = try #require(WebURL("http://a.cn\(page.path)"))
      left = trails.read(try facts(page.dates, next: page.next, name: page.path), at: url)
    }
    return left.map(\.target)
  }

  private static let all = (1...6).map { "/l/index_\($0).html" }
  private static let fresh = ["2021-05-01", "2021-04-01", "2021-03-01"]
  private static let turn = ["2020-02-01", "2019-12-01", "2019-11-01"]
  private static let old = ["2019-10-01", "2019-09-01", "2019-08-01"]
  private static let older = ["2019-07-01", "2019-06-01", "2019-05-01"]

  @Test func `pages behind one that is wholly too old are left`() throws {
    let left = try left([
      ("/l/index.html", Self.fresh, Self.all), ("/l/index_1.html", Self.turn, Self.all),
      ("/l/index_2.html", Self.old, Self.all),
    ])
    #expect(left == ["/l/index_3.html", "/l/index_4.html", "/l/index_5.html", "/l/index_6.html"])
  }

  @Test func `the order in which pages come does not matter`() throws {
    let left = try left([
      ("/l/index_3.html", Self.older, Self.all), ("/l/index_1.html", Self.turn, Self.all),
      ("/l/index_2.html", Self.old, Self.all),
    ])
    #expect(left == ["/l/index_4.html", "/l/index_5.html", "/l/index_6.html"])
  }

  @Test func `a list that names only its next page is left at that page`() throws {
    let left = try left([
      ("/l/index.html", Self.fresh, ["/l/index_1.html"]),
      ("/l/index_1.html", Self.turn, ["/l/index_2.html"]),
      ("/l/index_2.html", Self.old, ["/l/index_3.html", "/l/index_1.html"]),
    ])
    #expect(left == ["/l/index_3.html"])
  }

  @Test func `numbers that fall with age are understood`() throws {
    let all = (1...6).map { "/l/\($0).htm" }
    let left = try left([
      ("/l.htm", Self.fresh, all), ("/l/6.htm", Self.turn, all), ("/l/5.htm", Self.old, all),
    ])
    #expect(left == ["/l/1.htm", "/l/2.htm", "/l/3.htm", "/l/4.htm"])
  }

  @Test func `a window over the numbers hides no page between`() throws {
    // Page 6 is too old, but pages 3 to 5 were never met: they are newer and stay.
    let left = try left([
      ("/l/index.html", Self.fresh, ["/l/index_1.html", "/l/index_2.html", "/l/index_6.html"]),
      ("/l/index_1.html", Self.fresh, ["/l/index_2.html", "/l/index_6.html"]),
      ("/l/index_6.html", Self.older, ["/l/index_5.html", "/l/index_1.html"]),
      ("/l/index_5.html", Self.old, ["/l/index_4.html", "/l/index_6.html"]),
    ])
    #expect(left == [])
  }

  @Test func `rows that stand on top of every page do not count`() throws {
    let sticky = try facts(["2016-01-01", "2021-12-01"], next: []).entries
    var trails = ListTrails(horizon: Self.horizon)
    var left: [WebURL] = []
    for (number, dates) in [(1, Self.turn), (2, Self.old)] {
      var page = try facts(dates, next: Self.all, name: "\(number)")
      page.entries = sticky + page.entries
      let url = try #require(WebURL("http://a.cn/l/index_\(number).html"))
      left = trails.read(page, at: url)
    }
    #expect(left.count == 4)
  }

  /// Whatever speaks against it keeps the list going.
  static let doubts: [(String, [String], [String])] = [
    ("a row without a date", turn, ["2019-10-01", "-", "2019-08-01"]),
    ("rows out of order", turn, ["2019-08-01", "2019-10-01", "2019-09-01"]),
    ("the page before out of order", ["2020-02-01", "2019-11-01", "2019-12-01"], old),
    ("one row within the horizon", turn, ["2020-01-01", "2019-09-01", "2019-08-01"]),
    ("newer than the page before", old, turn),
    ("a gap backwards", older, old),
    ("too few rows", turn, ["2019-10-01", "2019-09-01"]),
    ("no rows", turn, []),
    (
      "all of one day", ["2019-10-01", "2019-10-01", "2019-10-01"],
      ["2019-10-01", "2019-10-01", "2019-10-01"]
    ),
  ]

  @Test(arguments: doubts) func `in doubt a list goes on`(
    _ about: String, _ first: [String], _ second: [String]
  ) throws {
    let left = try left([
      ("/l/index.html", Self.fresh, Self.all), ("/l/index_1.html", first, Self.all),
      ("/l/index_2.html", second, Self.all),
    ])
    #expect(left == [], "\(about)")
  }

  @Test func `a later page that is newer takes the word back`() throws {
    let left = try left([
      ("/l/index_1.html", Self.turn, Self.all), ("/l/index_2.html", Self.old, Self.all),
      ("/l/index_4.html", Self.fresh, Self.all),
    ])
    #expect(left == [])
  }

  @Test func `an old list whose first two pages agree is left`() throws {
    let left = try left([
      ("/l/index_1.html", Self.old, Self.all), ("/l/index_2.html", Self.older, Self.all),
    ])
    #expect(left.first == "/l/index_3.html")
  }

  @Test func `another list's pages are not touched`() throws {
    let other = (1...6).map { "/m/index_\($0).html" }
    let left = try left([
      ("/m/index.html", Self.fresh, other), ("/l/index_1.html", Self.turn, Self.all),
      ("/l/index_2.html", Self.old, Self.all),
    ])
    #expect(left.allSatisfy { $0.hasPrefix("/l/") })
    #expect(left.count == 4)
  }

  @Test func `without a horizon no list is left`() throws {
    let left = try left(
      [("/l/index_1.html", Self.turn, Self.all), ("/l/index_2.html", Self.old, Self.all)],
      horizon: nil)
    #expect(left == [])
  }

  @Test func `pages by query are understood, two numbers that change are not`() throws {
    let one = (1...4).map { "/list?col=12&page=\($0)" }
    let left = try left([
      ("/list?col=12&page=1", Self.turn, one), ("/list?col=12&page=2", Self.old, one),
    ])
    #expect(left == ["/list?col=12&page=3", "/list?col=12&page=4"])
    let two = (1...4).map { "/list?page=\($0)&start=\($0 * 20)" }
    #expect(
      try self.left([
        ("/list?page=1&start=20", Self.turn, two), ("/list?page=2&start=40", Self.old, two),
      ]) == [])
  }

  @Test func `a hostile pager costs no more than it is long`() throws {
    var trails = ListTrails(horizon: Self.horizon)
    let many = (1...20_000).map { "/x/\($0)/\($0 % 7).html" } + (1...20_000).map { "/y/p\($0)" }
    let page = try facts(Self.old, next: many)
    let url = try #require(WebURL("http://a.cn/y/p1"))
    #expect(trails.read(page, at: url).isEmpty)
  }
}
