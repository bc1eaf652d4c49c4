import Dates
import Page
import Testing
import Web

struct `Marks of a document` {
  private func marks(_ body: String, title: String = "关于印发绿化管理办法的通知") -> DocumentMarks? {
    article("发布时间：2021-03-05 来源：区政府办公室", title: title, body: sentences + body).marks
  }

  @Test(arguments: [
    ("（此件公开发布）", "open"), ("(此件主动公开)", "open"), ("（此件依申请公开）", "onRequest"),
    ("（此件不予公开）", "withheld"),
    ("（此件删减后公开）", "redacted"), ("公开方式：主动公开", "open"), ("信息公开选项：依申请公开", "onRequest"),
  ])
  func `say whether it is open`(_ text: String, _ word: String) {
    #expect(marks("<p>\(text)</p>")?.openness?.rawValue == word)
  }

  @Test(arguments: [
    ("有效", "valid"), ("现行有效", "valid"), ("已失效", "expired"), ("废止", "abolished"),
    ("全文废止", "abolished"),
    ("已修改", "amended"), ("部分有效", "partlyValid"), ("条款废止", "partlyValid"),
  ])
  func `say whether it is valid`(_ text: String, _ word: String) {
    let table = "<table><tr><td>有效性</td><td>\(text)</td></tr></table>"
    #expect(marks(table)?.validity?.rawValue == word)
    #expect(marks(table)?.validityText == text)
  }

  @Test func `are read from a stamp and from the headline`() {
    #expect(marks("", title: "关于印发绿化管理办法的通知（已废止）")?.validity == .abolished)
    let stamped = article(
      "发布时间：2021-03-05 来源：区政府办公室", body: "<p>【已失效】</p>" + sentences)
    #expect(stamped.marks?.validity == .expired)
  }

  @Test func `name the day until which it holds, or the years`() {
    #expect(
      marks("<p>本办法自2021年4月1日起施行，有效期至2026年3月31日。</p>")?.validUntil?.description == "2026-03-31")
    #expect(marks("<p>本办法自印发之日起施行，有效期5年。</p>")?.validYears == 5)
    #expect(marks("<p>本办法自印发之日起施行，有效期三年。</p>")?.validYears == 3)
  }

  @Test(arguments: [
    "<p>职称证书有效期一年，到期重新申领。</p>", "<p>身份证须在有效期至2026年3月31日之内。</p>", "<p>各单位要采取有效措施，确保失效设备及时更换。</p>",
    "<p>会上公开表扬了先进单位。</p>",
  ])
  func `are not made of other sentences`(_ html: String) {
    #expect(marks(html) == nil)
  }
}

struct `Credits, keywords and files without an address` {
  @Test func `are kept apart by what each did`() {
    let facts = article(
      "发布时间：2021-03-05 来源：区政府办公室 作者：张三 撰稿：李四 责任编辑：王五 审核：赵六 摄影：孙七")
    #expect(facts.credits.map(\.role) == [.author, .writer, .editor, .reviewer, .photographer])
    #expect(facts.credits.map(\.name) == ["张三", "李四", "王五", "赵六", "孙七"])
    #expect(facts.source == "区政府办公室")
  }

  @Test func `are read from metas and particulars, each once`() {
    let facts = read(
      "<h1>关于绿化的通知</h1><p>发布时间：2021-03-05 来源：某局</p><div id=zoom>\(sentences)</div>",
      head: "<title>关于绿化的通知</title><meta name=Keywords content='绿化,树木；绿化 春季'>")
    #expect(facts.keywords == ["绿化", "树木", "春季"])
  }

  @Test(arguments: [
    "<p><a href='javascript:void(0)' onclick=\"dl(12)\">附件：申请表.doc</a></p>",
    "<p><a>附件1：申请表</a></p>",
    "<p><a href='#'>申请表.xlsx</a></p>", "<p>附件：申请表.doc</p>",
  ])
  func `are named where no address is known`(_ html: String) {
    let facts = article("发布时间：2021-03-05 来源：某局", body: sentences + html)
    #expect(facts.namedFiles.count == 1)
    #expect(facts.attachments.isEmpty)
  }

  @Test(arguments: [
    "<p><a href='/a/1.doc'>附件：申请表.doc</a></p>",
    "<p>附件：申请表.doc</p><p><a href='/a/1.doc'>申请表.doc</a></p>",
    "<p><a href=\"javascript:downfile('/a/1.doc')\">申请表.doc</a></p>",
    "<script>document.write('<a href=\"/a/1.doc\">申请表.doc</a>')</script>",
  ])
  func `are attachments where one is`(_ html: String) {
    let facts = article("发布时间：2021-03-05 来源：某局", body: sentences + html)
    #expect(facts.namedFiles.isEmpty)
    #expect(facts.attachments.map(\.url.path) == ["/a/1.doc"])
  }

  @Test func `do not hide that a body is made of pictures`() {
    let facts = article("发布时间：2021-03-05 来源：某局", body: "<p><img src=a.jpg></p>")
    #expect(facts.isBodyOfPictures)
  }
}

struct `Marks of a site` {
  private let facts = read(
    """
    <h1>关于绿化的通知</h1><p>发布时间：2021-03-05 来源：某局</p><div id=zoom>\(sentences)</div>
    <div class=footer><p>主办单位：某区人民政府办公室 承办单位：某区大数据中心</p>
    <p>鲁ICP备05001907号-1 鲁公网安备 37040602000123号 网站标识码：3704060001</p>
    <p>联系电话：0632-8811234 地址：新城街1号</p>
    <a href='http://bszs.conac.cn/sitename?method=show&amp;id=1'><img src=dzjg.png></a>
    <a href='/wzdt.html'>网站地图</a></div>
    """,
    head: """
      <title>关于绿化的通知</title><meta name=SiteName content=某区人民政府><meta name=SiteDomain content=www.example.gov.cn>
      <meta name=SiteIDCode content=3704060001><meta name=ColumnName content=通知公告><meta name=ColumnType content=通知>
      <meta name=ArticleTitle content=关于绿化的通知><meta name=PubDate content='2021-03-05 10:00'>
      <meta name=ContentSource content=某局><meta name=Url content=http://www.example.gov.cn/1.html>
      """)

  @Test func `are read from the foot`() throws {
    let identity = try #require(facts.identity)
    #expect(identity.icp == "鲁ICP备05001907号-1")
    #expect(identity.policeRecord == "鲁公网安备37040602000123号")
    #expect(identity.siteCode == "3704060001")
    #expect(identity.host == "某区人民政府办公室")
    #expect(identity.operatedBy == "某区大数据中心")
    #expect(identity.officialMark?.host == "bszs.conac.cn")
    #expect(identity.siteMap?.path == "/wzdt.html")
    #expect(identity.contacts.map(\.value) == ["0632-8811234", "新城街1号"])
    #expect(facts.contacts.isEmpty)
  }

  @Test func `are read from the standard metas`() {
    #expect(facts.meta(.siteName) == "某区人民政府")
    #expect(facts.meta(.siteIDCode) == "3704060001")
    #expect(facts.meta(.columnType) == "通知")
    #expect(facts.meta(.url) == "http://www.example.gov.cn/1.html")
    #expect(facts.meta(.image) == nil)
  }

  @Test func `are absent where a page has none`() {
    #expect(article("发布时间：2021-03-05").identity == nil)
  }

  @Test(arguments: ["ICP备12号", "京ICP备案办理指南", "网站标识码：12345", "公网安备12号"])
  func `are not made of other numbers`(_ text: String) {
    let identity = read("<h1>通知</h1>\(sentences)<div class=footer>版权所有 \(text)</div>").identity
    #expect(identity?.icp == nil)
    #expect(identity?.policeRecord == nil)
    #expect(identity?.siteCode == nil)
  }
}
