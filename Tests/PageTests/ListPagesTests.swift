import Page
import Testing

struct `List pages` {
  static let rows = """
    <ul class="list"><li><a href="t20210305_1.html">关于春季绿化工作的通知</a><span>2021-03-05</span></li>
    <li><a href="t20210208_2.html">关于春节放假安排的公告</a><span>2021-02-08</span></li>
    <li><a href="t20210104_3.html">关于招聘公益岗位的公示</a><span>2021-01-04</span></li></ul>
    """

  private func pages(
    _ pager: String, url: String = ListPages.address
  ) -> (total: Int?, pages: [String]) {
    let facts = ListPages.column(Self.rows + pager, url: url)
    #expect(facts.entries.count == 3)
    return (facts.statedPages, ListPages.targets(facts.nextPages))
  }

  private func numbered(_ range: ClosedRange<Int>) -> [String] {
    range.map { "/zwgk/tzgg/index_\($0).html" }
  }

  @Test func `take no day written with slashes for page 5 of 16`() {
    let facts = ListPages.column(
      """
      <ul><li id="line_u8_0"><a href="info/1.htm" title="领导班子成员简介">领导班子成员简介</a>\
      <span>2018/05/16</span></li></ul><p>版权所有：网站首页</p>
      """)
    #expect(facts.statedPages == nil)
    #expect(facts.nextPages.isEmpty)
  }

  @Test func `are all named when the pager skips some`() {
    let found = pages(
      """
      <div class="page"><b>1</b> <a href="index_2.html">2</a> <a href="index_3.html">3</a>
      <a href="index_4.html">4</a> ... <a href="index_2.html">下一页</a> <a href="index_13.html">尾页</a></div>
      """)
    #expect(found.total == 13)
    #expect(found.pages == numbered(2...13))
  }

  @Test func `leave out the page itself`() {
    let found = pages(
      """
      <div class="page"><a href="index.html">首页</a> <a href="index_2.html">上一页</a> <a href="index.html">1</a>
      <a href="index_2.html">2</a> <b>3</b> <a href="index_4.html">4</a> <a href="index_4.html">下一页</a>
      <a href="index_5.html">尾页</a> 共5页</div>
      """, url: "http://www.example.gov.cn/zwgk/tzgg/index_3.html")
    #expect(found.total == 5)
    #expect(found.pages == ["/zwgk/tzgg/index.html"] + numbered(2...2) + numbered(4...5))
  }

  @Test func `of the last page are those before it`() {
    let found = pages(
      """
      <div><a href="index.html">首页</a><a href="index_2.html">上一页</a><a href="index.html">1</a>
      <a href="index_2.html">2</a><b>3</b></div>
      """, url: "http://www.example.gov.cn/zwgk/tzgg/index_3.html")
    #expect(found.total == 3)
    #expect(found.pages == ["/zwgk/tzgg/index.html", "/zwgk/tzgg/index_2.html"])
  }

  @Test func `are counted down as VSB does`() {
    let found = pages(
      """
      <table><tr><td>共93条&nbsp;&nbsp;1/5&nbsp;</td><td><span>首页</span><span>上页</span>
      <a href="tzgg/4.htm">下页</a><a href="tzgg/1.htm">尾页</a></td></tr></table>
      """, url: "http://www.example.gov.cn/index/tzgg.htm")
    #expect(found.total == 5)
    #expect(
      found.pages == [4, 3, 2, 1].map { "/index/tzgg/\($0).htm" })
  }

  @Test func `come from TRS's script, which counts from nought`() {
    let found = pages(
      "<div class='page'><script>createPageHTML(4, 0, \"index\", \"html\");</script></div>")
    #expect(found.total == 4)
    #expect(found.pages == numbered(1...3))
  }

  @Test func `come from a script that names its element and counts from one`() {
    let found = pages("<script>createPageHTML('page_div',4,1,'index','html',58);</script>")
    #expect(found.total == 4)
    #expect(found.pages == numbered(2...4))
  }

  @Test func `come from a pager object`() {
    let found = pages(
      "<script>Pager({size:3, current:0, prefix:'index',suffix:'html',visible:5});</script>")
    #expect(found.total == 3)
    #expect(found.pages == numbered(1...2))
  }

  @Test func `are not taken from a function's definition`() {
    let found = pages("<script>function createPageHTML(a, b, c, d) { return a; }</script>")
    #expect(found.total == nil)
    #expect(found.pages == [])
  }

  @Test func `are only counted when scripts turn them`() {
    let found = pages(
      """
      <div class="page">共<b>12</b>页 <a href="javascript:goPage(2)">2</a> <a href="javascript:goPage(3)">3</a>
      <a href="javascript:goPage(2)">下一页</a></div>
      """)
    #expect(found.total == 12)
    #expect(found.pages == [])
  }

  @Test func `are counted from a script's variable`() {
    let found = pages("<script>var countPage = 7; var currentPage = 0; show();</script>")
    #expect(found.total == 7)
    #expect(found.pages == [])
  }

  @Test func `come from a select box`() {
    let found = pages(
      """
      <select onchange="location.href=this.value"><option value="list.html">1</option>
      <option value="list_2.html">2</option><option value="list_3.html">3</option></select>
      """, url: "http://www.example.gov.cn/gg/list.html")
    #expect(found.total == 3)
    #expect(found.pages == ["/gg/list_2.html", "/gg/list_3.html"])
  }

  @Test func `come from query numbers`() {
    let found = pages(
      """
      <div class="pages"><a href="list.jsp?id=8&page=1">1</a><a href="list.jsp?id=8&page=2">2</a>
      <a href="list.jsp?id=8&page=2">&gt;</a><a href="list.jsp?id=8&page=4">尾页</a></div>
      """, url: "http://www.example.gov.cn/list.jsp?id=8")
    #expect(found.total == 4)
    #expect(
      found.pages.suffix(3) == [
        "/list.jsp?id=8&page=2", "/list.jsp?id=8&page=3", "/list.jsp?id=8&page=4",
      ])
  }

  @Test func `are reckoned from records`() {
    let found = pages("<div class='page'>共有45条记录 每页20条 <a href='javascript:;'>下一页</a></div>")
    #expect(found.total == 3)
  }

  @Test func `stay on the host`() {
    let found = pages(
      "<div class='page'><a href='http://other.example.cn/index_2.html'>下一页</a> <a href='index_2.html'>2</a></div>"
    )
    #expect(found.pages == numbered(2...2))
  }

  @Test func `are capped`() {
    let found = pages("<script>createPageHTML(90000, 0, 'index', 'html');</script>")
    #expect(found.total == 90000)
    #expect(found.pages.count == 499)
  }

  @Test func `are none on an article with 上一篇 and 下一篇`() {
    let facts = ListPages.column(
      """
      <h1>关于春季绿化工作的通知</h1><div>发布时间：2021-03-05 来源：区林业局 浏览次数：12</div>
      <div><p>各单位：为做好今年春季绿化工作，现将有关事项通知如下，请认真组织，抓好落实。</p></div>
      <div>上一篇：<a href="2.html">关于春节放假安排的公告</a></div><div>下一篇：<a href="3.html">关于招聘公益岗位的公示</a></div>
      """)
    #expect(facts.entries.isEmpty)
    #expect(facts.nextPages.isEmpty)
    #expect(facts.state == .none)
    #expect(facts.looksLikeArticle)
  }
}

struct `List pages behind scripts` {
  @Test(
    arguments: [
      "<a href=\"javascript:goPage('list_2.html')\">下一页</a>",
      "<a href=\"javascript:void(0)\" onclick=\"turn(this,'/zwgk/tzgg/list_2.html')\">下一页</a>",
      "<a href=\"javascript:;\" tagname=\"/zwgk/tzgg/list_2.html\">下一页</a>",
    ])
  func `are found where the link's script names them`(link: String) {
    let facts = ListPages.column("\(`List pages`.rows)<div class='page'>\(link)</div>")
    #expect(ListPages.targets(facts.nextPages) == ["/zwgk/tzgg/list_2.html"])
  }

  @Test func `show which list is the main one by an empty frame`() {
    let facts = ListPages.column(
      """
      <div class="a"><h4>图片新闻</h4>\(`Main list`.list(7, from: 30))</div>
      <div class="b">\(`Main list`.list(10))<div id="pagination"></div></div>
      """)
    #expect(facts.entries.count == 10)
  }
}
