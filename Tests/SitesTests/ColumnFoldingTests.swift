import Dates
import Page
import Sites
import Testing
import Web

struct `Folding of columns` {
  @Test func `makes one column of a list over three pages`() throws {
    var sketch = RecordSketch()
    let paths = ["/dt/index.html", "/dt/index_1.html", "/dt/index_2.html"]
    for (number, path) in paths.enumerated() {
      sketch.page(path, .column) { facts in
        facts.column = "工作动态"
        facts.row("/dt/\(number).html", "动态\(number)", "2021-0\(number + 1)-05")
        facts.nextPages = paths.filter { $0 != path }.map(RecordSketch.url)
      }
    }
    let site = sketch.site()
    let column = try #require(site.columns.first)
    #expect(site.columns.count == 1)
    #expect(column.url == RecordSketch.url("/dt/index.html"))
    #expect(column.entries.map(\.title) == ["动态0", "动态1", "动态2"])
    #expect(column.newest == CivilDate("2021-03-05"))
    #expect(column.state == .complete)
  }

  @Test func `takes in a page that no list shows and whose breadcrumb leads to it`() throws {
    var sketch = RecordSketch()
    sketch.page("/xy/", .column) { facts in
      facts.column = "信用监管"
      facts.textLength = 20
    }
    sketch.page("/xy/1.html", .article) { facts in
      facts.title = "信用分级分类监管实施方案"
      facts.publishedOn = CivilDate("2021-06-24")
      facts.breadcrumb = [Crumb(text: "信用监管", url: RecordSketch.url("/xy/"))]
      facts.breadcrumb.append(Crumb(text: "正文", url: nil))
    }
    let site = sketch.site()
    let column = try #require(site.columns.first)
    #expect(column.entries.map(\.title) == ["信用分级分类监管实施方案"])
    #expect(column.newest == CivilDate("2021-06-24"))
    #expect(column.state == .complete)
    #expect(site.publications.map(\.columns) == [[0]])
  }

  @Test func `stays a text where an article stands below it`() throws {
    var sketch = RecordSketch()
    sketch.page("/jg/", .other) { facts in
      facts.column = "机构职能"
      facts.textLength = 600
    }
    sketch.page("/", .home) { $0.link("/jg/", "机构职能", .menu) }
    sketch.page("/jg/1.html", .article) { facts in
      facts.title = "内设机构"
      facts.breadcrumb = [Crumb(text: "机构职能", url: RecordSketch.url("/jg/"))]
    }
    let column = try #require(sketch.site().columns.first)
    #expect(column.entries.isEmpty)
    #expect(column.body?.textLength == 600)
  }

  @Test func `makes a column of a signpost that a front page lists among its rows`() {
    var sketch = RecordSketch()
    sketch.page("/zd/", .other) { facts in
      facts.column = "政务公开重点工作"
      facts.title = "政务公开重点工作"
      facts.crumbs("首页", "政务公开重点工作")
      facts.link("/zd/tj/", "工作推进", .other)
    }
    sketch.page("/", .home) { facts in
      facts.link("/zd/", "政务公开重点工作", .menu)
      facts.row("/zd/", "政务公开重点工作")
    }
    #expect(sketch.site().columns.map(\.name) == ["政务公开重点工作"])
  }

  @Test func `learns from its rows what stands above it`() throws {
    var sketch = RecordSketch()
    sketch.page("/api/12", .column) { facts in
      facts.column = "城乡低保"
      facts.row("/1.html", "低保标准")
    }
    sketch.page("/1.html", .article) { $0.crumbs("首页", "社会救助", "城乡低保", "正文") }
    let column = try #require(sketch.site().columns.first)
    #expect(column.path == ["首页", "社会救助", "城乡低保"])
  }

  @Test(arguments: [("社会公益事业 脱贫攻坚 社会救助", 0), ("脱贫攻坚 帮扶热线0515-66690001，工作日接听", 1)])
  func `publishes no page that holds nothing but the way to others`(
    _ text: String, _ count: Int
  ) {
    var sketch = RecordSketch()
    sketch.page("/gy/", .other) { facts in
      facts.title = "社会公益事业"
      facts.column = "社会公益事业"
      facts.text = text
      facts.textLength = text.count
      facts.link("/gy/1/", "脱贫攻坚", .other)
      facts.link("/gy/2/", "社会救助", .other)
    }
    sketch.page("/", .home) { $0.link("/gy/", "社会公益事业", .menu) }
    #expect(sketch.site().publications.count == count)
  }

  @Test func `takes no name from breadcrumbs that call one page by many names`() throws {
    var sketch = RecordSketch()
    sketch.page("/gkmlpt/index", .directory) { $0.title = "政府信息公开目录" }
    for (number, name) in ["机构职能", "规划计划", "财政预决算", "意见征集", "权责清单"].enumerated() {
      sketch.page("/gkmlpt/\(number).html", .article) { facts in
        facts.breadcrumb = [Crumb(text: name, url: RecordSketch.url("/gkmlpt/index"))]
      }
    }
    let column = try #require(sketch.site().columns.first)
    #expect(column.otherNames.isEmpty)
  }

  @Test func `a column of a picture alone, or of a frame that nobody may read, is not blank`() {
    var sketch = RecordSketch()
    sketch.page("/", .home) { facts in
      facts.link("/a/", "权责清单", .menu)
      facts.link("/b/", "年报", .menu)
      facts.link("/c/", "工作动态", .menu)
    }
    sketch.page("/a/", .other) { $0.bodyImages = 1 }
    sketch.page("/b/", .other) { facts in
      facts.frames = [WebURL("http://b.example.com/l")].compactMap { $0 }
      facts.textLength = 4
    }
    sketch.page("/c/", .column) { facts in
      facts.row("/c/1.html", "走访服务", "2021-05-06")
      facts.leadsOn = true
    }
    let columns = sketch.site().columns
    #expect(
      columns.map { $0.unread.map(\.outcome.code) } == [
        ["column.pictures"], ["host.outside"], ["list.pagesUnknown"],
      ])
    #expect(columns.allSatisfy { $0.state == .partial })
  }

  @Test(arguments: [(2, ["list.pageMissing"]), (3, [])])
  func `misses the rows of a page within the list that shows none`(
    blank: Int, gaps: [String]
  ) throws {
    var sketch = RecordSketch()
    sketch.page("/", .home) { $0.link("/dt/", "工作动态", .menu) }
    for number in 1...3 {
      let path = number == 1 ? "/dt/" : "/dt/index_\(number).html"
      sketch.page(path, .column) { facts in
        facts.column = "工作动态"
        facts.nextPages = (2...3).map { RecordSketch.url("/dt/index_\($0).html") }
        if number == blank {
          facts.listState = .empty
        } else {
          facts.row("/dt/\(number)9.html", "走访服务第\(number)次", "2021-05-06")
        }
      }
    }
    let column = try #require(sketch.site().columns.first)
    #expect(column.unread.map(\.outcome.code) == gaps)
    #expect(column.state == (gaps.isEmpty ? .complete : .partial))
  }

  @Test func `calls a script's bare frame unread, not blank, and keeps the row's title`() throws {
    var sketch = RecordSketch()
    sketch.page("/", .home) { facts in
      facts.link("/tz/", "通知公告", .menu)
      facts.link("/dt/", "工作动态", .menu)
    }
    sketch.page("/tz/", .other)
    sketch.page("/dt/", .column) { facts in
      facts.column = "工作动态"
      facts.row("/dt/1.html", "开展走访服务", "2021-05-06")
    }
    sketch.page("/dt/1.html", .other) { $0.title = "列表" }
    let site = sketch.site()
    #expect(site.columns.map(\.state) == [.complete, .unread])
    #expect(site.publications.map(\.title) == ["开展走访服务"])
    #expect(site.publications.map(\.outcome?.code) == ["http.empty"])
  }

  @Test func `ends with the empty page that a system leaves behind the last`() throws {
    var sketch = RecordSketch()
    sketch.page("/tz/", .column) { facts in
      facts.column = "通知公告"
      facts.row("/tz/1.html", "关于防汛值班安排的公告", "2021-04-19")
      facts.nextPages = [RecordSketch.url("/tz/index_1.html")]
    }
    sketch.page("/tz/index_1.html", .other) { $0.title = "通知公告" }
    let column = try #require(sketch.site().columns.first)
    #expect(column.state == .complete)
    #expect(column.unread.isEmpty)
  }

  @Test func `is partial when a list page could not be read`() throws {
    var sketch = RecordSketch()
    sketch.page("/dt/", .column) { facts in
      facts.row("/dt/1.html", "一")
      facts.nextPages = [RecordSketch.url("/dt/2/")]
    }
    sketch.hole("/dt/2/", "timeout.total", .unreachable)
    let column = try #require(sketch.site().columns.first)
    #expect(column.state == .partial)
    #expect(column.unread.map(\.outcome.code) == ["timeout.total"])
  }

  @Test func `is partial when a page that the pager promises is not there`() throws {
    var sketch = RecordSketch()
    sketch.page("/dt/", .column) { facts in
      facts.row("/dt/1.html", "一")
      facts.nextPages = [RecordSketch.url("/dt/2/")]
    }
    sketch.hole("/dt/2/", "http.notFound", .notFound)
    let column = try #require(sketch.site().columns.first)
    #expect(column.state == .partial)
    #expect(column.unread.map(\.outcome.code) == ["list.pageMissing"])
  }

  @Test func `knows that pages behind one that is too old are older still`() throws {
    var sketch = RecordSketch()
    sketch.page("/dt/", .column) { facts in
      facts.row("/dt/1.html", "一")
      facts.statedPages = 50
      facts.nextPages = [RecordSketch.url("/dt/2/")]
    }
    sketch.hole("/dt/2/", Outcome.beforePeriod.code, Outcome.beforePeriod.family)
    let column = try #require(sketch.site().columns.first)
    #expect(column.state == .partial)
    #expect(column.unread.map(\.outcome) == [.beforePeriod])
  }

  @Test func `is partial when the pager states pages that nothing leads to`() throws {
    var sketch = RecordSketch()
    sketch.page("/dt/", .column) { facts in
      facts.row("/dt/1.html", "一")
      facts.statedPages = 5
    }
    let column = try #require(sketch.site().columns.first)
    #expect(column.state == .partial)
    #expect(column.unread.map(\.outcome.code) == ["list.pagesUnknown"])
  }

  @Test func `tells a blank column from one that a script fills`() throws {
    var sketch = RecordSketch()
    sketch.page("/a/", .column) { $0.listState = .empty }
    sketch.page("/b/", .column) { facts in
      facts.listState = .unreadable
      facts.link("/a/", "公开指南", .menu)
    }
    // A script's frame without a site around it is no column.
    sketch.page("/c/", .column) { $0.listState = .unreadable }
    let site = sketch.site()
    #expect(site.columns.map(\.state) == [.blank, .unreadable])
    #expect(site.unread.map(\.outcome.code) == ["http.empty"])
  }

  @Test func `makes a column with a body of an article behind a menu`() throws {
    var sketch = RecordSketch()
    sketch.page("/", .home) { $0.link("/jgzn.html", "机构职能", .menu) }
    sketch.page("/jgzn.html", .article) { facts in
      facts.title = "区财政局主要职责"
      facts.textLength = 300
    }
    let column = try #require(sketch.site().columns.first)
    #expect(column.otherNames == ["机构职能"])
    #expect(column.body != nil)
    #expect(column.state == .complete)
  }

  @Test func `names columns behind a menu that were not read or are not there`() {
    var sketch = RecordSketch()
    sketch.page("/", .home) { facts in
      facts.link("/a/", "权责清单", .menu)
      facts.link("/b/", "政策解读", .menu)
    }
    sketch.hole("/a/", "blocked.challenge", .blocked)
    sketch.hole("/b/", "http.notFound", .notFound)
    let columns = sketch.site().columns
    #expect(columns.map(\.name) == ["权责清单", "政策解读"])
    #expect(columns.map(\.state) == [.unread, .missing])
  }
}

struct `Publications` {
  @Test func `take the page's own date before the list's and keep both`() throws {
    var sketch = RecordSketch()
    sketch.page("/zc/", .column) { $0.row("/zc/1.html", "办法", "2021-05-20") }
    sketch.page("/zc/1.html", .article) { facts in
      facts.title = "办法"
      facts.publishedOn = CivilDate("2021-05-18")
    }
    let found = try #require(sketch.site().publications.first)
    #expect(found.date == CivilDate("2021-05-18"))
    #expect(found.listDate == CivilDate("2021-05-20"))
  }

  @Test func `remember that their page is a dead link`() throws {
    var sketch = RecordSketch()
    sketch.page("/zc/", .column) { $0.row("/zc/1.html", "办法", "2021-05-20") }
    sketch.hole("/zc/1.html", "http.notFound", .notFound)
    let site = sketch.site()
    #expect(site.publications.first?.outcome?.family == .notFound)
    #expect(site.unread.isEmpty)
  }

  @Test func `count rows of a page that two columns list once`() throws {
    var sketch = RecordSketch()
    for path in ["/a/", "/b/"] { sketch.page(path, .column) { $0.row("/1.html", "一") } }
    let found = sketch.site().publications
    #expect(found.count == 1)
    #expect(found.first?.columns == [0, 1])
  }

  @Test func `leave out rows that lead to columns`() {
    var sketch = RecordSketch()
    sketch.page("/", .directory) { $0.row("/a/", "政策文件") }
    sketch.page("/a/", .column) { $0.row("/a/1.html", "办法") }
    #expect(sketch.site().publications.map(\.title) == ["办法"])
  }
}

struct `Unread addresses` {
  @Test func `say what links call them and whether they are rows`() throws {
    var sketch = RecordSketch()
    sketch.page("/", .home) { $0.link("/a/", "年报", .menu) }
    sketch.page("/l/", .column) { $0.row("/l/1.html", "报告") }
    sketch.hole("/a/", "blocked.challenge", .blocked)
    sketch.hole("/l/1.html", "budget.pages", .disallowed)
    sketch.hole("/x.pdf", "type.notPage", .error)
    let unread = sketch.site().unread
    #expect(unread.map(\.linkTexts) == [["年报"], ["报告"]])
    #expect(unread.map(\.isEntry) == [false, true])
  }

  @Test(arguments: [(9, true), (10, true), (12, false)])
  func `hold no missing pages, unless most of the site is missing`(_ missing: Int, _ isFact: Bool) {
    var sketch = RecordSketch()
    // Ten pages are there.
    sketch.page("/", .home) { facts in
      for number in 0..<missing { facts.link("/gone\(number)/", "栏目\(number)", .menu) }
    }
    for number in 0..<9 { sketch.page("/p\(number).html", .article) { $0.title = "一" } }
    for number in 0..<missing { sketch.hole("/gone\(number)/", "http.notFound", .notFound) }
    let site = sketch.site()
    #expect(site.unread.isEmpty == isFact)
    #expect(site.unread.allSatisfy { $0.outcome.code == "notFound.widespread" })
  }

  // The reader knows only the bytes that came: the outcome says that more were to come.
  @Test func `marks what arrived in part, and takes its title from the list`() throws {
    var sketch = RecordSketch()
    sketch.page("/zs/", .column) { $0.row("/zs/1.html", "2019年招生工作方案", "2019-06-25") }
    sketch.page(
      "/zs/1.html", .article, outcome: Outcome(code: "truncated.disconnect", family: .truncated)
    ) { $0.title = "正在加载" }
    let site = sketch.site()
    let found = try #require(site.publications.first)
    #expect(found.title == "2019年招生工作方案")
    let page = try #require(found.page)
    #expect(site.records.pages[page].facts?.isTruncated == true)
  }

  @Test func `takes an undated row that leads to nothing but the way on for a signpost`() {
    var sketch = RecordSketch()
    sketch.page("/", .column) {
      $0.row("/shgy/", "社会公益事业")
      $0.row("/1.html", "办法", "2021-03-05")
    }
    sketch.page("/shgy/", .other) { facts in
      facts.title = "社会公益事业"
      facts.link("/shgy/1/", "脱贫攻坚", .other)
    }
    sketch.page("/1.html", .other) { facts in
      facts.title = "办法"
      facts.link("/", "首页", .menu)
    }
    #expect(sketch.site().publications.map(\.title) == ["办法"])
  }
}

/// Pages of a list that answer with something else than their own rows.
struct `A list whose pages repeat one another` {
  private func gaps(_ second: [String], name: String = "统计月报") -> [String] {
    var sketch = RecordSketch()
    sketch.page("/", .home) { $0.link("/yb/", "统计月报", .menu) }
    sketch.page("/yb/", .column) { facts in
      facts.column = "统计月报"
      facts.nextPages = [RecordSketch.url("/yb/index_1.html")]
      facts.statedPages = 2
      for row in ["甲", "乙", "丙"] { facts.row("/\(row).html", row, "2021-03-05") }
    }
    sketch.page("/yb/index_1.html", .column) { facts in
      facts.column = name
      for row in second { facts.row("/\(row).html", row, "2021-02-05") }
    }
    return sketch.site().columns.first { $0.name == "统计月报" }?.unread.map(\.outcome.code) ?? []
  }

  @Test func `was not read whole`() {
    #expect(gaps(["甲", "乙", "丙"]) == ["list.pageRepeated"])
    #expect(gaps(["丁", "戊", "己"], name: "工作动态") == ["list.pageRepeated"])
  }

  @Test func `is whole where each has its own`() {
    #expect(gaps(["丁", "戊", "己"]).isEmpty)
    #expect(gaps(["丁", "戊", "己"], name: "统计月报-第2页").isEmpty)
  }
}

/// Links that stand for a column whose page holds nothing else.
struct `A column that leads off the plan` {
  private func departures(isShared: Bool) -> [String] {
    var sketch = RecordSketch()
    let far = WebURL("http://qz.example.com/list")
    sketch.page("/czj/qzqd/", .other) { facts in
      facts.column = "权责清单"
      facts.link("/czj/", "区财政局", .menu)
      facts.text = "请点击查看"
      facts.textLength = 5
      if let far { facts.links.append(Link(url: far, text: "", role: .other)) }
    }
    sketch.page("/czj/", .directory) { facts in
      facts.link("/czj/qzqd/", "权责清单", .menu)
      if isShared, let far { facts.links.append(Link(url: far, text: "友情链接", role: .other)) }
    }
    let unit = RecordSketch.unit("czj", "区财政局", scope: ["/czj/"])
    return sketch.site([unit]).departures.map(\.text)
  }

  @Test func `is no column where a page within it links elsewhere`() {
    var sketch = RecordSketch()
    sketch.page("/czj/dt/1.html", .article) { facts in
      facts.title = "我局开展调研"
      facts.column = "工作动态"
      facts.link("/czj/", "区财政局", .menu)
      facts.text = "详见新闻网。"
      facts.textLength = 6
      if let far = WebURL("http://news.example.com/1") {
        facts.links.append(Link(url: far, text: "新闻网", role: .body))
      }
    }
    let unit = RecordSketch.unit("czj", "区财政局", scope: ["/czj/"])
    #expect(!sketch.site([unit]).departures.contains { $0.text == "工作动态" })
  }

  @Test func `may hold what it is named after`() {
    #expect(departures(isShared: false).contains("权责清单"))
    // A link of every page is the site's.
    #expect(!departures(isShared: true).contains("权责清单"))
  }
}
