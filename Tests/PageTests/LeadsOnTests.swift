import Page
import Testing
import Web

/// Lists that go on, and links that lead on, where only a script follows.
struct `What only a script follows` {
  private static func list(_ below: String, rows: Int = 12) -> ListFacts {
    ListPages.column("<div class='list'>\(`Main list`.list(rows))</div>\(below)")
  }

  @Test(
    arguments: [
      "<div class='page'><span onclick='goPage(2)'>下一页</span></div>",
      "<a href='javascript:;' onclick='loadMore()'>加载更多</a>",
      "<a href='javascript:;' id='more'>点击加载更多</a>",
      "<div id='demo'></div><script>laypage.render({elem: 'demo', count: 52, limit: 12, curr: 1})</script>",
      "<div id='pager'></div><script src='/js/pager.js'></script>",
      "<script>$(window).scroll(function(){ if (atEnd()) loadNext() })</script>",
      "<div class='page'><a href='javascript:goPage(2)'>下一页</a></div>",
      "<div class='page'><a href='javascript:goPage(1)'>首页</a><a href='#' onclick='goPage(2)'>下一页</a></div>",
      "<div class='page'><a href='javascript:void(0)' data-page='2'>下一页</a></div>",
      "<div class='page'><a href='#' class='next'>下一页</a></div><script src='/js/list.js'></script>",
      "<div class='page'><button onclick='goPage(2)'>下一页</button></div>",
      "<ul class='el-pager'><li class='number active'>1</li><li class='number'>2</li></ul>",
      "<a href='javascript:void(0)'>查看更多</a>",
      "<div class='pagination'></div><script src='/js/list.js'></script>",
      "<div id='demo7'></div><script src='/layui/layui.js'></script><script src='/js/list.js'></script>",
      "<form method='post' action='/list'><input type='hidden' name='p' value='2'><input type='submit' value='下一页'></form>",
    ])
  func `a list goes on`(below: String) {
    let facts = Self.list(below)
    #expect(facts.entries.count == 12)
    #expect(facts.leadsOn || (facts.statedPages ?? 1) > 1)
  }

  @Test(arguments: [
    "<div id='demo'></div><script>laypage.render({elem: 'demo', count: 52, limit: 12, curr: 1})</script>",
    "<div id='pager'></div><script src='/js/pager.js'></script>",
    "<script>$(window).scroll(function(){ if (atEnd()) loadNext() })</script>",
    "<div class='page'><a href='#' class='next'>下一页</a></div><script src='/js/list.js'></script>",
    "<div class='page'><a href='javascript:next()'>下一页</a></div>",
    "<a href='javascript:void(0)'>查看更多</a>",
    "<div class='pagination'></div><script src='/js/list.js'></script>",
  ])
  func `a list that does not fill a page has no other, whatever its template holds`(below: String) {
    #expect(!Self.list(below, rows: 3).leadsOn)
  }

  @Test(arguments: [
    "<a href='javascript:goPage(2)'>下一页</a>", "<a href='javascript:goPage(9)'>尾页</a>",
    "<span onclick='goPage(2)'>下一页</span>", "<a href='javascript:void(0)' data-page='2'>下一页</a>",
    "<a href='javascript:p(2)'>&gt;</a>", "<a href='#' onclick='p(2)'>»</a>",
    "<a href='javascript:;' onclick='loadMore()'>加载更多</a>", "<a href='#/list/2'>下一页</a>",
  ])
  func `a short list goes on where another page is named`(pager: String) {
    #expect(Self.list("<div class='page'>\(pager)</div>", rows: 3).leadsOn)
    #expect(Self.list("<div class='page'>\(pager)</div>").leadsOn)
  }

  @Test(
    arguments: [
      "", "<div class='page'>首页 上一页 下一页 尾页</div>",
      "<div class='page'><a class='disabled' onclick='goPage(2)'>下一页</a></div>",
      "<div class='page'><a href='javascript:void(0)'>下一页</a></div>",
      "<div class='page'>共1页 <span onclick='goPage(2)'>下一页</span></div>",
      "<a href='index_2.html'>下一页</a>",
      "<script>laypage.render({elem: 'demo', count: 12, limit: 20})</script>",
      "<script>$(window).scroll(function(){ $('#top').fadeIn() })</script>",
      "<div id='pager'></div><script src='/js/jquery.js'></script>",
      "<div class='page'><a href='javascript:goPage(1)'>下一页</a></div>",
      "<div class='page'>共12条</div>",
      "<div class='page'><a href='#' class='next disabled'>下一页</a></div>",
    ])
  func `a list ends, or an address leads on`(below: String) {
    #expect(!Self.list(below).leadsOn)
  }

  @Test(arguments: [
    "<div class='page'>共24条</div>", "<div class='page'>共<em>24</em>条记录</div>",
    "<p>总记录数：24，每页12条</p>", "<a href='index.html'>首页</a> <a href='index_3.html'>尾页</a>",
  ])
  func `a list that states more than it shows goes on`(below: String) {
    let facts = Self.list(below)
    #expect(facts.leadsOn || (facts.statedPages ?? 1) > 1)
    #expect(Self.list(below, rows: 3).leadsOn || (Self.list(below, rows: 3).statedPages ?? 1) > 1)
  }

  private static let years: [String] = [
    "<div class='tab'><a href='javascript:;' onclick='y(2021)'>2021</a><a class='on' href='#'>2019</a></div>",
    "<ul class='tab'><li data-year='2021'>2021年</li><li class='on'>2019年</li></ul>",
    "<div><span onclick='y(1)'>2021年度</span><span class='on'>2019年度</span></div>",
    "<ul class='hd'><li>2021年</li><li class='cur'>2019年</li></ul>",
    "<select onchange='load(this.value)'><option>2021年</option><option selected>2019年</option></select>",
    "<div class='tab'><button>2021</button><button>2019</button><button>全部</button></div>",
  ]

  private static func ofYear(_ year: Int, _ choice: String, rows: Int = 3) -> ListFacts {
    let rows = (0..<rows).map {
      "<li><a href='/nb/\(year)/\($0).html'>关于公布第\($0)批项目的通知</a><span>\(year)-03-0\($0 + 1)</span></li>"
    }
    return ListPages.column(
      "\(choice)<div class='list'><ul>\(rows.joined())</ul></div>")
  }

  @Test(arguments: years)
  func `the rows of another year are behind a choice that a script answers`(choice: String) {
    #expect(Self.ofYear(2019, choice).leadsOn)
    #expect(!Self.ofYear(2019, choice.replacing("2021", with: "2019")).leadsOn)
    // All rows are there, and the choice hides some of them at most.
    let all =
      "\(choice)<ul><li><a href='/1.html'>2021年度工作报告</a><span>2022-01-05</span></li>"
      + "<li><a href='/2.html'>2019年度工作报告</a><span>2020-01-06</span></li></ul>"
    #expect(!ListPages.column(all).leadsOn)
  }

  @Test(arguments: [
    "<div class='tab'><a href='/nb/2021/'>2021年</a><a href='/nb/2019/'>2019年</a></div>",
    "<select><option>全部</option><option>2021年</option><option>2019年</option></select>",
    "<form><input name='q'><select><option>2021</option><option>2019</option></select></form>",
    "<table><tr><td>2021</td><td>2019</td></tr></table>", "<p>2021年</p><p>2019年</p>",
    "<ul class='tab'><li class='on'>2019年</li><li>工作总结</li></ul>",
  ])
  func `a choice that an address or the page itself answers hides nothing`(choice: String) {
    #expect(!Self.ofYear(2019, choice).leadsOn)
  }

  @Test func `links without an address are known by their words`() {
    let facts = ListPages.column(
      """
      <ul><li><a href="javascript:gotoCol(1234)">政府信息公开年报</a></li><li><a href="#nb">权责清单</a></li>
      <li><a href="javascript:;" data-href="/zwgk/jcgk/">决策公开</a></li><li><a href="mailto:a@b.cn">联系邮箱</a></li>
      <li><a onclick="open2(3)">办事指南</a></li><li><a name="top">页首位置</a></li><li><a href="javascript:top()">TOP</a></li></ul>
      """)
    #expect(facts.blindLinks == ["政府信息公开年报", "权责清单", "办事指南"])
    #expect(facts.links.contains { $0.url.path == "/zwgk/jcgk/" && $0.text == "决策公开" })
  }

  @Test func `a tree of columns that a page keeps as data gives links`() {
    let facts = ListPages.column(
      """
      <div id="menu"></div><script>var zNodes = [{id: 1, pId: 0, name: "年报", url: "/zwgk/nb/"},
      {id: 2, "name": "清单", children: [{name: '权责', href: 'qz/'}]}, {name: x, url: "/no/"}, {name: "无"}];</script>
      """)
    let found = facts.links.filter { ["年报", "清单", "权责", "无"].contains($0.text) }
    #expect(found.map(\.url.path) == ["/zwgk/nb/", "/zwgk/tzgg/qz/"])
    #expect(!facts.links.contains { $0.url.path == "/no/" })
  }
}
