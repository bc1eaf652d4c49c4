import Dates
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

struct `Particulars of municipal templates` {
  private let facts = read(
    """
    <title>云阳县人民政府关于表扬2020年度先进集体的通报_云阳县人民政府网</title>
    <ul class="bar"><li><b>[ 索 引 号 ]</b><span>11500235/2021-00012</span></li>
    <li><b>[ 发文字号 ]</b><span>云阳府发〔2021〕3号</span></li>
    <li><b>[ 成文日期 ]</b><span>2021-01-25</span></li>
    <li><b>[ 发布日期 ]</b><span>2021-02-02</span></li></ul>
    <div class="doc-title">云阳县人民政府<br>关于表扬2020年度先进集体的通报</div>
    <div class="doc"><p>2020年，全县上下深入贯彻党的十九届五中全会精神，涌现出一批先进集体，决定予以表扬。</p>
    <p>云阳县人民政府</p><p>2021年1月25日</p></div>
    """)

  @Test func `are read from labels in brackets`() {
    #expect(facts.documentNumber == "云阳府发〔2021〕3号")
    #expect(facts.indexNumber == "11500235/2021-00012")
    #expect(facts.publishedOn?.description == "2021-02-02")
    #expect(facts.writtenOn?.description == "2021-01-25")
  }

  @Test func `do not let a signature be the headline`() {
    #expect(facts.title == "云阳县人民政府 关于表扬2020年度先进集体的通报")
  }

  @Test func `keep a cell whole that begins with a label of its own`() {
    let facts = read(
      """
      <title>机构概况</title><h2>区财政局机构概况</h2><table>
      <tr><td>办公时间</td><td>夏季：上午8:30-12:00<br>冬季：下午13:30-17:30</td></tr>
      <tr><td>联系电话</td><td>0999-5550147</td></tr></table>
      """)
    let hours = facts.fields.first { $0.label == "办公时间" }?.value
    #expect(hours == "夏季：上午8:30-12:00冬季：下午13:30-17:30")
  }
}
