import Page
import Testing
import Web

private func read(_ html: String) -> PageFacts {
  PageReader().read(
    Array("<meta charset=utf-8>\(html)".utf8), url: WebURL("http://www.example.gov.cn/zw/1.html"),
    contentType: nil, fetchedAt: nil)
}

private let body = """
  <h1>关于印发《青岚区公共租赁住房管理办法》的通知</h1>
  <p>发布日期：2022-04-18 来源：区住建局</p>
  <div class="content"><p>各镇人民政府、区直各单位：现将《青岚区公共租赁住房管理办法》印发给你们，请结合实际，认真贯彻执行。</p></div>
  """

struct `Related documents and neighbours` {
  @Test func `end where the neighbours of the article begin`() {
    let facts = read(
      body + """
        <div>相关解读：<a href="2.html">《青岚区公共租赁住房管理办法》政策解读</a></div>
        <div>上一篇：<a href="3.html">关于公布2022年计划的通知</a>
        下一篇：<a href="4.html">关于2021年工作总结的报告</a></div>
        """)
    #expect(facts.relatedDocuments.map(\.title) == ["《青岚区公共租赁住房管理办法》政策解读"])
    #expect(facts.relatedDocuments.map(\.relation) == [.interpretedBy])
  }
}

struct `Source in brackets` {
  @Test(arguments: [
    ("[发布时间：2022年4月20日] [信息来源：区住建局] [浏览次数：33]", "区住建局"),
    ("发布时间：2022-04-20　来源：区住建局（区房管中心）", "区住建局（区房管中心）"),
    ("（来源：区住建局）　2022-04-20", "区住建局"),
  ])
  func `loses a bracket that was opened before the label`(_ line: String, _ source: String) {
    let facts = read(
      """
      <h1>关于公租房配租的公告</h1><p>\(line)</p>
      <div class="content"><p>根据有关规定，现将本次公租房配租对象名单予以公告，接受社会监督，公告期七日。</p></div>
      """)
    #expect(facts.source == source)
  }
}

/// Boxes of related documents that the server left empty.
struct `Related documents that a script brings` {
  private static let fetching =
    "<script>$.get('/api/rel?id=1', function(d){ $('#box7').html(d) })</script>"

  @Test(arguments: [
    "<div class=rel><h4>相关解读</h4><div id=box7></div></div>\(fetching)",
    "<p>【政策原文】</p><ul id=box7></ul>\(fetching)",
    "<div id=relation></div><script>fetch('/rel').then(show('relation'))</script>",
    "<div id=xgjd></div><script>$('#xgjd').load('/xgjd/1.html')</script>",
  ])
  func `are awaited`(box: String) {
    #expect(article("发布日期：2021-03-05 来源：区农业农村局", body: sentences + box).awaitsRelated)
  }

  @Test(arguments: [
    "", "<div class=rel><h4>相关解读</h4><div id=box7></div></div>",
    "<h4>扫一扫</h4><div id=box7></div>\(fetching)",
    "<h4>相关解读</h4><div id=box7><a href='2.html'>《办法》解读</a></div>\(fetching)",
    "<h4>相关解读</h4><div id=box8></div>\(fetching)",
  ])
  func `are not awaited where nothing fetches them`(box: String) {
    #expect(!article("发布日期：2021-03-05 来源：区农业农村局", body: sentences + box).awaitsRelated)
  }
}
