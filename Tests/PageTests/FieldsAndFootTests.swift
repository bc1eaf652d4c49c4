import Page
import Testing
import Web

private func read(_ html: String) -> PageFacts {
  PageReader().read(
    Array(html.utf8), url: WebURL("http://www.example.gov.cn/zwgk/lxfs/index.html"),
    contentType: "text/html; charset=utf-8", fetchedAt: nil)
}

struct `Fields of a page` {
  @Test func `are those of its content, not of the site's foot`() {
    let facts = read(
      """
      <title>区财政局联系方式</title><div class="main"><h1>区财政局联系方式</h1>
      <p>发布时间：2021-03-15</p><p>办公地址：云门路70号</p><p>联系电话：暂无</p></div>
      <div class="footer"><p>主办单位：区政府办公室</p><p>联系电话：0999-5550100</p>
      <p>办公时间：上午9:00-12:00 下午13:30-17:30</p></div>
      """)
    #expect(facts.fields.filter { $0.label == "联系电话" }.map(\.value) == ["暂无"])
    #expect(!facts.fields.contains { $0.label == "办公时间" })
  }
}

struct `Hanweb lists` {
  private func page(total: Int) -> PageFacts {
    let rows = (1...20).map {
      "<record><![CDATA[<li><a href='/art/2021/12/\($0)/art_1_\($0).html'>区教体局召开第\($0)次会议</a>"
        + "<span>2021-12-\($0 < 10 ? "0" : "")\($0)</span></li>]]></record>"
    }.joined()
    return read(
      """
      <title>工作动态</title><div id="list"><script type="text/xml"><datastore><recordset>\(rows)
      </recordset></datastore></script>
      <script>new jpage("3336", {totalRecord:\(total), perPage:15});</script></div>
      """)
  }

  @Test func `state one page when it holds all records`() {
    #expect(page(total: 20).entries.count == 20)
    #expect(page(total: 20).statedPages == 1)
  }

  @Test func `state their pages when records are missing`() {
    #expect(page(total: 45).statedPages == 3)
  }
}
