import Dates
import Page
import Testing
import Web

/// Pages with little text: files, a table or a few lines are all that they offer.
struct `Short articles` {
  static let head = "<h1>关于公布2020年度部门决算的通知</h1><p>发布日期：2021-09-01</p>"
  static let tag = "<title>关于公布2020年度部门决算的通知-某县人民政府</title>"

  @Test(arguments: [
    ("<p>见附件。</p><ul><li><a href=/f/1.xls>部门决算（2021年8月30日）.xls</a></li></ul>", 1),
    (
      "<ol><li><a href=/f/1.pdf>县教育局2020年度决算公开.pdf</a></li><li><a href=/f/2.pdf>县民政局2020年度决算公开.pdf</a></li></ol>",
      2
    ),
    (
      "<table><tr><td>1</td><td><a href=1.pdf>县教育局决算</a></td><td>2021-08-30</td></tr><tr><td>2</td><td><a href=2.pdf>县民政局决算</a></td><td>2021-08-31</td></tr></table>",
      2
    ),
    (
      "<div><a href='/down.jsp?id=1'>决算表（2021-08-30）</a></div><div><a href='/down.jsp?id=2'>说明（2021-08-30）</a></div>",
      2
    ),
    (
      "<dl><dd><a href=a.docx>县教育局2020年度部门决算情况说明</a></dd><dd><a href=b.docx>县民政局2020年度部门决算情况说明</a></dd></dl>",
      2
    ),
  ])
  func `offer files below their headline, no rows`(_ body: String, _ files: Int) {
    for head in [Self.head, Self.head.replacing("发布日期：", with: "")] {
      let facts = read("<div class=w>\(head)<div>\(body)</div></div>", head: Self.tag)
      #expect(facts.kind == .article)
      #expect(facts.title == "关于公布2020年度部门决算的通知")
      #expect(facts.publishedOn?.description == "2021-09-01")
      #expect(facts.attachments.count == files)
      #expect(facts.entries.isEmpty)
    }
  }

  @Test func `are none where rows are files with days of their own and no headline is dated`() {
    let rows = (1...5).map {
      "<li><a href=/f/\($0).pdf>统计月报2022年\($0)月</a><em>2022-0\($0 + 1)-16</em></li>"
    }
    let facts = read(
      "<h2>统计月报</h2><ul>\(rows.joined())</ul>", head: "<title>统计月报-某县统计局</title>",
      at: "http://www.example.gov.cn/tjyb/")
    #expect(facts.kind == .column)
    #expect(facts.entries.count == 5)
  }

  static let foot = """
    <div class=dibu><p>主办单位：某县人民政府办公室　承办单位：某县大数据中心</p>
    <p>版权所有：某县人民政府　冀ICP备05004040号</p></div>
    """

  @Test(arguments: [
    "<p>一、主办单位：县教育局</p><p>二、承办单位：县体育中心</p><p>联系电话：0310-5040404</p>",
    "<p>主办单位：县教育局</p><p>承办单位：县体育中心</p><p>技术支持：县融媒体中心</p>",
    "\(sentences)<p>主办单位：县教育局</p><p>承办单位：县体育中心</p>",
    "<table><tr><td>主办单位：县教育局</td></tr><tr><td>承办单位：县体育中心</td></tr></table>",
  ])
  func `keep the lines that a foot might have`(_ body: String) {
    let facts = read(
      "<div class=con>\(Self.head)<div class=txt>\(body)</div></div>\(Self.foot)", head: Self.tag)
    #expect(facts.text.contains("主办单位：县教育局"))
    #expect(facts.text.contains("承办单位：县体育中心"))
    #expect(!facts.text.contains("大数据中心"))
    #expect(facts.identity?.host == "某县人民政府办公室")
    #expect(facts.identity?.operatedBy == "某县大数据中心")
  }

  static let rows = (1...4).map {
    "<tr><td>\($0)</td><td>县道X30\($0)</td><td>2023-03-0\($0)</td><td>\($0)200</td></tr>"
  }

  @Test(arguments: [
    "<table border=1><tr><td>序号</td><td>项目</td><td>开工日期</td><td>投资</td></tr>\(rows.joined())</table>",
    "<div id=zoom><table>\(rows.joined())</table></div>",
    "<table width=90%><tr><td><table border=1>\(rows.joined())</table></td></tr></table>",
  ])
  func `have a table for a text, with its days`(_ body: String) {
    let facts = read("<div class=con>\(Self.head)\(body)</div>\(Self.foot)", head: Self.tag)
    #expect(facts.publishedOn?.description == "2021-09-01")
    #expect(facts.dateConflicts.isEmpty)
    for word in ["县道X301", "2023-03-01", "4200"] { #expect(facts.text.contains(word)) }
  }

  @Test(arguments: [
    "<div><span>县文旅局</span> <em>2024-05-02 18:30</em></div>",
    "<div><time>2024年5月2日</time> <span>由 <a href=/author/>县文旅局</a></span></div>",
    "<p><a href=/u/1>县文旅局</a> | <i>2024-05-02</i></p>",
  ])
  func `take the day from a byline without labels`(_ line: String) {
    let title = "五一假期文旅市场平稳有序"
    let facts = read(
      "<h1>\(title)</h1>\(line)<div class=c>\(sentences)</div>", head: "<title>\(title)</title>")
    #expect(facts.publishedOn?.description == "2024-05-02")
    #expect(facts.kind == .article)
  }

  @Test(arguments: [
    "<iframe src='/pdfjs/web/viewer.html?file=/f/gb.pdf'></iframe>",
    "<iframe src='/viewer?file=%2Ff%2Fgb.pdf&amp;page=1'></iframe>",
    "<embed src='/f/gb.pdf'>", "<object data='/f/gb.pdf'><a href='/f/gb.pdf'>下载</a></object>",
    "<a href='javascript:void(0)' onclick=\"window.open('/f/download.jsp?id=5')\">公报</a>",
  ])
  func `offer the file that a viewer shows or a call opens`(_ body: String) {
    let facts = read("\(Self.head)\(body)", head: Self.tag)
    #expect(facts.attachments.count == 1)
    #expect(facts.attachments.first?.url.path.hasPrefix("/f/") == true)
  }

  @Test func `take title and day from metas where the page shows no headline`() {
    let title = "关于开展安全生产大检查的紧急通知"
    let facts = read(
      "<div class=nr><p>各企业：</p>\(sentences)<p align=right>某县交通运输局</p><p align=right>2021年11月3日</p></div>",
      head: "<title>某县交通运输局</title><meta name=ArticleTitle content=\(title)>"
        + "<meta name=PubDate content='2021-11-04 08:20'>")
    #expect(facts.title == title)
    #expect(facts.publishedOn?.description == "2021-11-04")
    #expect(facts.writtenOn?.description == "2021-11-03")
  }

  @Test(arguments: [
    "<p>各村居：现印发给你们，请认真执行。</p><p>2021年8月30日</p>",
    "<p>各村居：</p><p>现印发给你们，请认真执行。</p><p>某县教育局</p><p>二〇二一年八月三十日</p><p>（此件公开发布）</p>",
  ])
  func `keep a sentence and the document's own day for their text`(_ body: String) {
    for particulars in ["", "<tr><td>文号：某教发〔2021〕11号</td></tr>"] {
      let facts = read(
        "<table><tr><td><font size=5>关于公布2020年度部门决算的通知</font></td></tr>"
          + "<tr><td>作者：某县教育局　更新时间：2021-9-1</td></tr>\(particulars)"
          + "<tr><td class=content>\(body)</td></tr></table>",
        head: Self.tag)
      #expect(facts.publishedOn?.description == "2021-09-01")
      #expect(facts.text.contains("请认真执行。"))
      #expect(facts.text.contains("日"))
      #expect(facts.dateConflicts.isEmpty)
    }
  }

  @Test func `have the day of publication below a short summary`() {
    let facts = read(
      "<h1>关于公布2020年度部门决算的通知</h1><p>决算已公布。</p><p>2021-09-01</p>\(sentences)",
      head: Self.tag)
    #expect(facts.publishedOn?.description == "2021-09-01")
  }

  @Test(arguments: ["2021年第3号", "第12号", "（第3号）"])
  func `are not named by a serial number`(_ number: String) {
    let facts = read(
      "<h1>某县交通运输局公告</h1><h2>\(number)</h2><div>2021-07-15</div>\(sentences)",
      head: "<title>某县交通运输局公告\(number)-某县交通运输局</title>")
    #expect(facts.title == "某县交通运输局公告")
  }
}

struct `Pages without particulars` {
  @Test func `say all that stands between head and foot`() {
    let facts = read(
      """
      <div class=nav><a href=/>首页</a><a href=/gk/>政务公开</a></div>
      <div class=wz>当前位置：<a href=/>首页</a> &gt; <a href=/gk/ld/>领导之窗</a></div>
      <div class=con><h3>县长</h3><p>王立秋，主持县政府全面工作。</p><h3>副县长</h3><p>孙安澜，负责财政工作。</p></div>
      \(`Short articles`.foot)
      """, head: "<title>领导之窗-某县人民政府</title>", at: "http://www.example.gov.cn/gk/ld/")
    #expect(facts.text.contains("主持县政府全面工作"))
    #expect(facts.text.contains("孙安澜"))
    #expect(!facts.text.contains("当前位置"))
    #expect(!facts.text.contains("大数据中心"))
  }

  @Test(arguments: [
    "<table width=980><tr><td class=left><a href=/gk/zn/>公开指南</a></td><td class=content><h1>机构信息</h1><table><tr><td class=info>发布时间：2022-08-15</td></tr><tr><td>\(sentences)</td></tr></table></td></tr></table>",
    "<table><tr><td class=content><h1 align=center>机构信息</h1></td></tr><tr><td class=info align=center>发布时间：2022-08-15</td></tr><tr><td class=content>\(sentences)</td></tr></table>",
    "<h1>机构信息</h1><div>发布时间：2022-08-15</div><div>\(sentences)</div>",
  ])
  func `that bear their column's name keep headline, day and text`(_ body: String) {
    let facts = read(
      "<div>当前位置：<a href=/>首页</a> &gt; <a href=/gk/>政务公开</a> &gt; <a href=/gk/jg/>机构信息</a></div>"
        + body + `Short articles`.foot,
      head: "<title>机构信息-某县人民政府</title>", at: "http://www.example.gov.cn/gk/jg/")
    #expect(facts.title == "机构信息")
    #expect(facts.publishedOn?.description == "2022-08-15")
    #expect(facts.text.contains("现将有关事项通知如下"))
  }

  @Test(arguments: [
    "<nav aria-label=breadcrumb><ul><li><a href=/>首页</a></li><li><a href=/dt/>工作动态</a></li></ul></nav>",
    "<ol class=breadcrumb><li><a href=/>首页</a></li><li><a href=/dt/>工作动态</a></li></ol>",
  ])
  func `show their place as a list`(_ place: String) {
    #expect(read(place + sentences).breadcrumb.map(\.text) == ["首页", "工作动态"])
  }

  @Test func `have no breadcrumb in the menu that is called navigation`() {
    let facts = read(
      "<div id=site-navigation><ul><li><a href=/>首页</a></li><li><a href=/dt/>工作动态</a></li></ul></div>"
        + sentences)
    #expect(facts.breadcrumb.isEmpty)
  }
}
