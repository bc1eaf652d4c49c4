import Page
import Testing
import Web

struct `Hanweb jpage` {
  static let store = """
    <div id="8841" class="default_pgContainer"></div>
    <script type="text/xml"><datastore>
    <nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&appid=1&webid=3&path=/&columnid=77&unitid=8841&webname=%25E5%25B9%25B3&permissiontype=0"></a>]]></nextgroup>
    <recordset>
    <record><![CDATA[<li><a href="/art/2021/3/5/art_77_1.html" title="关于印发平湖区政务公开工作要点的通知">关于印发平湖区政务...</a><span>2021-
    03-
    05</span></li>]]></record>
    <record><![CDATA[<li><a href='/art/2021/2/8/art_77_2.html' target="_blank">关于春节放假安排的公告</a><b>[2021-02-08]</b></li>]]></record>
    <record><![CDATA[<tr><td><a href="art_77_3.html">关于招聘公益岗位的公示</a></td><td>2021-01-04</td></tr>]]></record>
    </recordset></datastore></script>
    """
  static let call = """
    <script>$(function(){ $('#8841').jpage({ themeName:'default', dataStore:'x', totalRecord:9, perPage:3,
    proxyUrl:'/module/web/jpage/dataproxy.jsp', groupSize:1 }); });</script>
    """

  @Test func `gives the rows that stand in the page`() {
    let facts = ListPages.column(
      Self.store + Self.call, url: "http://www.example.gov.cn/col/col77/index.html")
    #expect(
      ListPages.rows(facts) == [
        "2021-03-05 关于印发平湖区政务公开工作要点的通知", "2021-02-08 关于春节放假安排的公告", "2021-01-04 关于招聘公益岗位的公示",
      ])
    #expect(facts.entries.last?.url?.path == "/col/col77/art_77_3.html")
    #expect(facts.state == .readable)
    #expect(
      facts.links.contains { $0.role == .entry && $0.url.path == "/art/2021/3/5/art_77_1.html" })
  }

  @Test func `names the proxy's pages for the other rows`() {
    let facts = ListPages.column(
      Self.store + Self.call, url: "http://www.example.gov.cn/col/col77/index.html")
    #expect(facts.statedPages == 3)
    #expect(facts.nextPages.count == 2)
    #expect(
      facts.nextPages.first?.target
        == "/module/web/jpage/dataproxy.jsp?page=1&appid=1&webid=3&path=/&columnid=77&unitid=8841&webname=%25E5%25B9%25B3&permissiontype=0"
    )
    #expect(facts.nextPages.last?.target.contains("page=2&") == true)
  }

  @Test func `has no other pages when all rows stand in the page`() {
    let facts = ListPages.column(
      Self.store + Self.call.replacing("totalRecord:9", with: "totalRecord:3"))
    #expect(facts.nextPages.isEmpty)
    #expect(facts.statedPages == 1)
  }

  @Test func `is empty when the store says so`() {
    let facts = ListPages.column(
      "<script type='text/xml'><datastore><recordset></recordset></datastore></script><script>x={totalRecord:0,perPage:15}</script>"
    )
    #expect(facts.state == .empty)
  }

  @Test func `reads the proxy's reply as a list page`() {
    let facts = ListPages.bare(
      """
      <?xml version='1.0' encoding='UTF-8'?><datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=2&columnid=77"></a>]]></nextgroup><recordset>
      <record><![CDATA[<li><a href="/art/2020/12/5/art_77_4.html">关于冬季取暖安全的提示</a><span>2020-12-05</span></li>]]></record>
      <record><![CDATA[<li><a href="/art/2020/12/4/art_77_5.html">关于冬季除雪工作的通知</a><span>2020-12-04</span></li>]]></record>
      </recordset></datastore>
      """, url: "http://www.example.gov.cn/module/web/jpage/dataproxy.jsp?page=1&columnid=77")
    #expect(
      ListPages.rows(facts) == ["2020-12-05 关于冬季取暖安全的提示", "2020-12-04 关于冬季除雪工作的通知"])
    #expect(facts.state == .readable)
  }

  @Test func `reads rows also where the store stands in a div`() {
    let facts = ListPages.column(
      "<div id='8841'>\(Self.store)</div>\(Self.call)")
    #expect(facts.entries.count == 3)
  }
}

struct `Page links` {
  private func role(_ target: String, in body: String, head: String = "") -> [Link.Role] {
    ListPages.column(body, head: head).links
      .filter { $0.url.target == target && $0.url.host == "www.example.gov.cn" }.map(\.role)
  }

  @Test func `have the roles of their places`() {
    let body = """
      <ul><li><a href="1.html">关于春季绿化工作的通知</a><span>2021-03-05</span></li>
      <li><a href="2.html">关于春节放假安排的公告</a><span>2021-02-08</span></li></ul>
      <div class="page"><a href="index_2.html">下一页</a></div>
      """
    #expect(role("/zwgk/tzgg/1.html", in: body) == [.entry])
    #expect(role("/zwgk/tzgg/index_2.html", in: body) == [.pager])
    #expect(role("/zwgk/jgzn/", in: body) == [.menu])
    #expect(role("/zwfw/", in: body) == [.menu])
    #expect(Set(role("/zwgk/", in: body)) == [.menu, .breadcrumb])
    #expect(role("/", in: body).contains(.other) == false)
  }

  @Test(arguments: [
    "<a href='/files/1.pdf'>报名表</a>", "<a href='/down?f=1.docx'>报名表</a>",
    "<a href='/module/download/downfile.jsp?id=1'>报名表</a>", "<a href='/attach/0/12'>报名表.xls</a>",
  ])
  func `to files are attachments`(link: String) {
    let facts = ListPages.column("<p>报名者请下载：\(link)</p>")
    #expect(facts.links.contains { $0.role == .attachment })
  }

  @Test func `to the rest of a preview are more`() {
    let facts = ListPages.column(
      "<div><h3>通知</h3><a href='/tz/'>更多&gt;&gt;</a><ul><li><a href='/tz/1.html'>一则通知</a><i>2021-01-01</i></li></ul></div>"
    )
    #expect(facts.links.contains { $0.role == .more && $0.url.path == "/tz/" })
  }

  @Test func `that scripts write are found with their texts`() {
    let facts = ListPages.column(
      """
      <ul><script>var name='政策法规'; if (1) { document.write('<li><a href="../zcfg/">'+name+'</a></li>'); }</script></ul>
      <script>document.write("<a href='" + url + "'>x</a><p>附件：<a href=\\"./P1.pdf\\">预算表.pdf</a></p>");</script>
      """)
    #expect(
      facts.links.contains { $0.url.path == "/zwgk/zcfg/" && $0.text == "政策法规" && $0.role == .menu }
    )
    #expect(facts.links.contains { $0.url.path == "/zwgk/tzgg/P1.pdf" && $0.role == .attachment })
  }

  @Test func `of options, areas and clicks are found`() {
    let facts = ListPages.column(
      """
      <select onchange="go(this.value)"><option>部门网站</option><option value="http://czj.example.gov.cn/">财政局</option></select>
      <map><area href="/map/east.html" alt="东部"></map><div onclick="window.open('/zt/fp/index.html')">扶贫专题</div>
      """)
    let found = facts.links.map(\.url.string)
    #expect(found.contains("http://czj.example.gov.cn/"))
    #expect(found.contains("http://www.example.gov.cn/map/east.html"))
    #expect(found.contains("http://www.example.gov.cn/zt/fp/index.html"))
  }

  @Test func `stand once per role, in document order`() {
    let facts = ListPages.bare(
      "<p><a href='/b.html'>乙</a><a href='/a.html'>甲</a><a href='/b.html'>乙</a></p>")
    #expect(facts.links.map(\.url.path) == ["/b.html", "/a.html"])
  }

  @Test func `take their text from pictures`() {
    let facts = ListPages.bare("<a href='/zt/'><img src='a.jpg' alt='专题专栏'></a>")
    #expect(facts.links.first?.text == "专题专栏")
  }

  @Test func `of frames are listed apart`() {
    let facts = ListPages.column(
      "<iframe src='/list/inner.html'></iframe><iframe src='javascript:;'></iframe>")
    #expect(facts.frames.map(\.path) == ["/list/inner.html"])
  }

  @Test(arguments: [
    "<iframe data-src='/list/inner.html'></iframe>",
    "<iframe src='about:blank' data-src='/list/inner.html'></iframe>",
    "<object type='text/html' data='/list/inner.html'></object>", "<embed src='/list/inner.html'>",
  ])
  func `of objects and of frames that wait are frames too`(frame: String) {
    #expect(ListPages.column(frame).frames.map(\.path) == ["/list/inner.html"])
    #expect(ListPages.column("<embed src='/film.swf'><object data='/a.mp4'></object>").frames == [])
  }
}

struct `Hostile list pages` {
  @Test func `of very many links are read`() {
    let links = (0..<4_000).map { "<a href='/x/\($0).html'>第\($0)号公告</a> " }.joined()
    let facts = ListPages.bare("<body><div>\(links)</div>")
    #expect(facts.links.count == 4_000)
  }

  @Test func `of deep nesting are read`() {
    let deep = String(repeating: "<div class='list'>", count: 4_000)
    let facts = ListPages.bare("<body>\(deep)<a href='1.html'>公告</a>2021-01-01")
    #expect(facts.links.count <= 1)
  }

  @Test func `of rows within rows are read`() {
    let deep = String(repeating: "<ul><li><a href='1.html'>关于公告的通知</a>2021-01-01", count: 400)
    let facts = ListPages.bare("<body>\(deep)")
    #expect(facts.entries.count <= 400)
  }

  @Test func `of numbers without end do not trap`() {
    let digits = String(repeating: "9", count: 400)
    let facts = ListPages.column(
      """
      <ul><li><a href='\(digits).html'>公告公告公告</a>\(digits)-99-99</li><li><a href='2.html'>通知通知</a>2021-13-45</li></ul>
      <div>共\(digits)页 \(digits)/\(digits) <a href='index_\(digits).html'>\(digits)</a><a href='i_9999.html'>尾页</a></div>
      <script>createPageHTML(\(digits), \(digits), 'index', 'html'); var countPage=\(digits);</script>
      """)
    #expect(facts.nextPages.count <= 500)
  }

  @Test(arguments: [
    "", "<", "<a", "<a href=", "<ul><li><a href='", "<script>createPageHTML(",
    "<script>document.write('<a href=\"", "<datastore><recordset><record>",
  ])
  func `that break off are read`(page: String) {
    let facts = ListPages.bare(page)
    #expect(facts.entries.isEmpty)
  }
}

/// Pages of Hanweb that hold more than one store of rows.
struct `Two stores of jpage on one page` {
  private static func store(_ unit: Int, _ column: Int, _ rows: [String]) -> String {
    let records = rows.map {
      "<record><![CDATA[<li><a href='/\($0).html'>\($0)的通知公告</a><span>2021-03-05</span></li>]]></record>"
    }
    .joined()
    let group =
      "<nextgroup><![CDATA[<a href='/module/web/jpage/dataproxy.jsp?page=1&columnid=\(column)&unitid=\(unit)'></a>]]></nextgroup>"
    return
      "<div id='\(unit)'><script type='text/xml'><datastore>\(group)<recordset>\(records)</recordset></datastore></script></div>"
  }

  private static func program(_ unit: Int, _ column: Int, _ total: Int) -> String {
    "<script>$('#\(unit)').jpage({totalRecord:\(total),perPage:2,proxyUrl:'/module/web/jpage/dataproxy.jsp',ajaxParam:{columnid:\(column),unitid:'\(unit)'}})</script>"
  }

  @Test(arguments: [true, false])
  func `the column's own is taken with its own total`(isFirst: Bool) {
    let own = Self.store(77, 12, ["甲", "乙"]) + Self.program(77, 12, 24)
    let side = Self.store(78, 55, ["丙", "丁", "戊"]) + Self.program(78, 55, 3)
    let facts = ListPages.bare(
      "<html><body><div class=main>\(isFirst ? own + side : side + own)</div></body></html>",
      url: "http://www.example.gov.cn/col/col12/index.html")
    #expect(facts.entries.map(\.title) == ["甲的通知公告", "乙的通知公告"])
    #expect(facts.statedEntries == 24)
    #expect(facts.nextPages.allSatisfy { $0.target.contains("columnid=12") })
    #expect(!facts.nextPages.isEmpty)
  }
}
