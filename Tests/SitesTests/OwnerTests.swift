import Page
import Sites
import Testing
import Web

private let finance = RecordSketch.unit("czj", "区财政局", ["山亭区财政局", "财政局"])
private let civil = RecordSketch.unit("mzj", "区民政局", ["山亭区民政局"])

struct `Owners` {
  @Test func `are found by the plan's scope, whatever the page says`() {
    var sketch = RecordSketch()
    sketch.page("/bm/czj/1.html", .article) { $0.source = "区民政局" }
    let unit = RecordSketch.unit("czj", "区财政局", scope: ["/bm/czj/"])
    #expect(
      sketch.site([unit, civil]).owners
        == [Attribution(unit: UnitID("czj"), reason: .scope)])
  }

  @Test(arguments: [
    ("山亭区财政局", "czj"), ("山亭区财政局门户网站", "czj"), ("枣庄市山亭区财政局-首页", "czj"),
    ("山亭区人民政府", nil), ("网站首页", nil),
  ])
  func `are a whole site's unit where its front page bears the name`(
    _ title: String, _ id: String?
  ) {
    var sketch = RecordSketch()
    sketch.page("/", .home) { $0.title = title }
    sketch.page("/xw/1.html", .article)
    #expect(sketch.site([finance]).owners.map { $0?.unit.text } == [id, id])
    // Of a site that several share the name on its front page says nothing.
    #expect(sketch.site([finance, civil]).owners == [nil, nil])
  }

  @Test func `are not found by half a folder's name`() {
    var sketch = RecordSketch()
    sketch.page("/bm/czj2/1.html", .article)
    let unit = RecordSketch.unit("czj", "区财政局", scope: ["/bm/czj"])
    #expect(sketch.site([unit]).owners == [nil])
  }

  @Test func `are found through the directory of units`() {
    var sketch = RecordSketch()
    sketch.page("/bm/", .directory) { facts in
      facts.link("/bm/a1/index.html", "财政局", .menu)
      facts.link("/bm/a2/index.html", "民政局", .menu)
    }
    sketch.page("/bm/a1/index.html", .column)
    sketch.page("/bm/a1/dt/1.html", .article)
    sketch.page("/bm/a2/index.html", .column)
    let owners = sketch.site([finance, civil]).owners
    #expect(owners.map { $0?.unit.text } == [nil, "czj", "czj", "mzj"])
    #expect(owners[2]?.reason == .directory)
  }

  @Test func `share no folder: units behind one page are told apart by their address alone`() {
    var sketch = RecordSketch()
    sketch.page("/bm/", .directory) { facts in
      facts.link("/bm/list.jsp?u=1", "财政局", .menu)
      facts.link("/bm/list.jsp?u=2", "民政局", .menu)
    }
    sketch.page("/bm/list.jsp?u=1", .column)
    sketch.page("/bm/list.jsp?u=2", .column)
    sketch.page("/bm/other.html", .article)
    let owners = sketch.site([finance, civil]).owners
    #expect(owners.map { $0?.unit.text } == [nil, "czj", "mzj", nil])
  }

  @Test func `pass from a column to its rows`() {
    var sketch = RecordSketch()
    sketch.page("/art/1.html", .article) { $0.title = "一" }
    sketch.page("/col/", .column) { facts in
      facts.crumbs("首页", "部门信息公开", "区财政局", "工作动态")
      facts.row("/art/1.html", "一")
    }
    let site = sketch.site([finance, civil])
    #expect(site.owners.map { $0?.unit.text } == ["czj", "czj"])
    #expect(site.publications.first?.owner?.unit.text == "czj")
  }

  @Test func `claim nothing that two of them list`() {
    var sketch = RecordSketch()
    sketch.page("/art/1.html", .article) { $0.title = "一" }
    for (path, name) in [("/a/", "区财政局"), ("/b/", "区民政局")] {
      sketch.page(path, .column) { facts in
        facts.crumbs("首页", name)
        facts.row("/art/1.html", "一")
      }
    }
    let owners = sketch.site([finance, civil]).owners
    #expect(owners.map { $0?.unit.text } == ["czj", nil, "mzj"])
  }

  @Test(arguments: [
    ("山亭区财政局", "czj"), ("区财政局", "czj"), ("财 政 局", "czj"), ("山亭区民政局", "mzj"),
    ("民政局", "mzj"), ("市财政局", nil), ("省财政厅", nil),
  ])
  func `are known by publisher in full and short form`(_ publisher: String, _ id: String?) {
    var sketch = RecordSketch()
    sketch.page("/1.html", .article) { $0.publisher = publisher }
    #expect(sketch.site([finance, civil]).owners.first??.unit.text == id)
  }

  @Test(arguments: [
    ("枣庄市山亭区财政局", "czj"), ("山东省枣庄市山亭区财政局", "czj"), ("区财政局办公室", "czj"), ("山亭区财政局预算科", "czj"),
    ("区财政局（原区地税局）", "czj"), ("原区财政局", "czj"), ("区财政局、市税务局", "czj"), ("开发区财政局", nil),
    ("区财政局、区民政局", nil), ("区财政局 区民政局", nil), ("某公司山亭区财政局", nil), ("区人民政府办公室", nil), ("", nil),
    ("、、", nil),
  ])
  func `are known by publisher in the dress that pages give it`(_ publisher: String, _ id: String?)
  {
    var sketch = RecordSketch()
    sketch.page("/1.html", .article) { $0.publisher = publisher }
    #expect(sketch.site([finance, civil]).owners.first??.unit.text == id)
  }

  @Test func `stay with the publisher when the source is another unit`() {
    var sketch = RecordSketch()
    sketch.page("/1.html", .article) { facts in
      facts.publisher = "区民政局"
      facts.source = "区财政局"
    }
    sketch.page("/2.html", .article) { facts in
      facts.publisher = "山亭区人民政府"
      facts.source = "区财政局"
    }
    sketch.page("/3.html", .article) { facts in
      facts.publisher = "区财政局、区民政局"
      facts.source = "区财政局"
    }
    #expect(sketch.site([finance, civil]).owners.map { $0?.unit.text } == ["mzj", "czj", nil])
  }

  @Test func `are known by the usual short form of their body`() {
    let names = UnitNames([
      RecordSketch.unit("rsj", "区人社局", ["山亭区人社局"]), RecordSketch.unit("fgj", "区发展和改革局"),
    ])
    #expect(names.unit(named: "山亭区人力资源和社会保障局")?.text == "rsj")
    #expect(names.unit(named: "区发改局")?.text == "fgj")
  }

  @Test func `are read from a title that names one unit and from none that names two`() {
    let names = UnitNames([finance, civil])
    #expect(names.unit(inTitle: "山亭区财政局2020年政府信息公开工作年度报告")?.text == "czj")
    #expect(names.unit(inTitle: "区财政局 区民政局关于印发办法的通知") == nil)
    #expect(names.unit(inTitle: "2020年财政局长会议") == nil)
  }

  @Test func `remember where their pages lead off the plan's hosts`() throws {
    var sketch = RecordSketch()
    let outside = try #require(WebURL("http://www.province.gov.cn/qzqd"))
    sketch.page("/bm/czj/index.html", .column) { facts in
      facts.links.append(Link(url: outside, text: "权责清单", role: .menu))
      facts.link("/bm/czj/dt/", "工作动态", .menu)
    }
    sketch.page("/index.html", .home) { facts in
      facts.links.append(Link(url: outside, text: "权责清单", role: .menu))
    }
    let unit = RecordSketch.unit("czj", "区财政局", scope: ["/bm/czj/"])
    #expect(
      sketch.site([unit]).departures
        == [Departure(unit: UnitID("czj"), text: "权责清单", url: outside)])
  }

  @Test func `remember links that only a script follows, and nobody's that name a unit`() throws {
    var sketch = RecordSketch()
    let outside = try #require(WebURL("http://mzj.example.com/"))
    for path in ["/bm/czj/a.html", "/bm/czj/b.html"] {
      sketch.page(path, .column) { $0.blindLinks = ["年报"] }
    }
    sketch.page("/index.html", .home) { facts in
      facts.links.append(Link(url: outside, text: "区民政局", role: .other))
      facts.blindLinks = ["区财政局", "登录"]
    }
    let units = [
      RecordSketch.unit("czj", "区财政局", scope: ["/bm/czj/"]), RecordSketch.unit("mzj", "区民政局"),
    ]
    let found = sketch.site(units).departures.map {
      "\($0.unit) \($0.text) \($0.kind) \($0.url.path)"
    }
    #expect(
      found == [
        "czj 区财政局 entrance /index.html", "czj 年报 blind /bm/czj/a.html", "mzj 区民政局 entrance /",
      ])
  }
}
