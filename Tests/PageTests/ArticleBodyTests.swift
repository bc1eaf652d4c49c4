import Dates
import Page
import Testing
import Web

struct `Attachments` {
  @Test(arguments: [
    "<p>附件：<a href='./P02.docx'>名单.docx</a></p>",
    "<p><a href='/module/download/downfile.jsp?filename=1.doc&amp;id=2'>附件1：名单</a></p>",
    "<p><a href='javascript:;' oldsrc='W020.xls' title='名单.xls'>名单.xls</a></p>",
    "<script>wzfj='名单.xlsx';if(wzfj.length > 0){document.write('<p>附件：<a href=\"./P0.xlsx\">名单.xlsx</a></p>');}</script>",
    "<script>showVsbpdfIframe(\"/__local/8/52/a.pdf\",\"100%\",\"600\");</script>",
    "<p><a href='/system/_content/download.jsp?urltype=news.DownloadAttachUrl&amp;wbfileid=1'>名单</a></p>",
    "<p><iframe src='/upload/2021/a.pdf'></iframe></p>",
    "<p><a href=\"javascript:down('/upload/1.doc')\">附件</a></p>",
    "<p><a href='#' onclick=\"openFile('/upload/1.doc')\">附件</a></p>",
  ])
  func `are found in any markup`(_ html: String) {
    let facts = article("发布时间：2021-03-05", body: sentences + html)
    #expect(facts.attachments.count == 1)
  }

  @Test func `carry their names and are listed once`() {
    let facts = article(
      "发布时间：2021-03-05",
      body: sentences
        + "<p><a href='/a/1.pdf'>工作报告</a> <a href='/a/1.pdf'>下载</a> <a href='/a/2.zip' title='数据.zip'>下载</a></p>"
    )
    #expect(facts.attachments.map(\.text) == ["工作报告", "数据.zip"])
    #expect(facts.attachments.first?.url == WebURL("http://www.example.gov.cn/a/1.pdf"))
  }

  @Test func `are none of the neighbours`() {
    let facts = read(
      """
      <div class=nav><a href='/help.pdf'>网站帮助.pdf</a></div>
      <h1>关于做好春季绿化工作的通知</h1><p>发布时间：2021-03-05</p>\(sentences)
      <p>上一篇：<a href='/old.doc'>旧闻.doc</a></p><div>版权所有：某局 <a href='/x.doc'>声明.doc</a></div>
      """, head: "<title>关于做好春季绿化工作的通知</title>")
    #expect(facts.attachments.isEmpty)
  }

  @Test func `are none that a script does not write`() {
    let facts = article(
      "发布时间：2021-03-05",
      body: sentences
        + "<script>wzfj='';if(wzfj.length > 0){document.write('<a href=\"./P0.xlsx\">名单.xlsx</a>');}</script>"
    )
    #expect(facts.attachments.isEmpty)
  }
}

struct `Related documents` {
  @Test func `of a policy interpret it`() {
    let facts = article(
      "发布时间：2021-03-05",
      body: sentences + "<div>相关解读：</div><ul><li><a href='/jd/1.html'>《绿化工作的通知》政策解读</a></li></ul>")
    #expect(facts.relatedDocuments.map(\.relation) == [.interpretedBy])
    #expect(facts.relatedDocuments.first?.url == WebURL("http://www.example.gov.cn/jd/1.html"))
  }

  @Test func `of an interpretation are what it interprets`() {
    let facts = article(
      "发布时间：2021-03-05", title: "《关于做好春季绿化工作的通知》政策解读",
      body: sentences + "<p>相关文件：<a href='/zc/1.html'>关于做好春季绿化工作的通知</a></p>")
    #expect(facts.relatedDocuments.map(\.relation) == [.interprets])
  }

  @Test func `are no neighbours`() {
    let facts = article(
      "发布时间：2021-03-05", body: sentences + "<p>相关新闻：<a href='/n/1.html'>区里召开绿化会议</a></p>")
    #expect(facts.relatedDocuments.isEmpty)
  }
}

struct `Body` {
  @Test func `holds the blocks in order and nothing around them`() {
    let facts = read(
      """
      <div class=menu><a href='/'>首页</a></div><h1>关于做好春季绿化工作的通知</h1><p>发布时间：2021-03-05 来源：某局</p>
      <div id=zoom>\(sentences)<h2>一、总体要求</h2><p><img src='/a/1.jpg'></p><p>（此件公开发布）</p></div>
      <p>扫一扫在手机打开当前页</p><p>上一篇：<a href='/2.html'>旧闻</a></p><div>版权所有：某局</div>
      """, head: "<title>关于做好春季绿化工作的通知</title>")
    #expect(facts.text.hasPrefix("为进一步规范办事程序"))
    #expect(facts.text.hasSuffix("（此件公开发布）"))
    #expect(facts.headings == ["一、总体要求"])
    #expect(facts.bodyImages == 1)
    #expect(facts.textLength > 120 && facts.textLength < 200)
  }

  @Test func `of pictures alone has no text`() {
    let facts = article(
      "发布时间：2021-03-05 来源：某局", body: "<p><img src='/a/1.jpg'></p><p><img src='/a/2.jpg'></p>")
    #expect(facts.publishedOn?.description == "2021-03-05")
    #expect(facts.textLength == 0)
    #expect(facts.bodyImages == 2)
  }

  @Test func `gives labels with values`() {
    let facts = read(
      """
      <h2>区财政局</h2><table><tr><td>办公地址</td><td>某区某路1号</td></tr><tr><td>联系电话：</td><td>0632-8811123</td></tr></table>
      <p>办公时间：周一至周五 8:30—17:00</p><dl><dt>负责人</dt><dd>王某某</dd></dl>
      """)
    func value(_ label: String) -> String? { facts.fields.first { $0.label == label }?.value }
    #expect(value("办公地址") == "某区某路1号")
    #expect(value("联系电话") == "0632-8811123")
    #expect(value("办公时间") == "周一至周五 8:30—17:00")
    #expect(value("负责人") == "王某某")
  }
}

struct `Hostile pages` {
  /// A piece of markup and how often it is repeated: sizes that a quadratic reader takes minutes for.
  @Test(arguments: [
    ("<div>", 20_000), ("<a href=/x>x</a>", 6000), ("<td>文号：", 3000), ("来源：", 6000),
    ("<script>if(a)", 5000), ("<h1>", 3000), ("<p class=position>当前位置：<a href=/>首页</a>", 600),
    ("2021-03-05 ", 8000), ("〔2021〕1号", 4000),
    ("<script>document.write('<p>x')</script>", 1000),
    ("<p>相关解读：<p><a href=/1>政策解读</a>", 600), ("<tr><td>a", 3000),
  ])
  func `are read to their end`(_ piece: String, _ count: Int) {
    let facts = read(String(repeating: piece, count: count))
    #expect(facts.publishedOn == nil)
  }

  @Test func `nest conditions without end`() {
    let facts = read(
      "<script>document.write('');" + String(repeating: "if(x){", count: 9000) + "</script>")
    #expect(facts.title != nil)
  }
}

struct `Heads of a table` {
  @Test(arguments: [
    "<tr><td><p>序号</p></td><td><p>决策事项</p></td><td><p>承办单位</p></td><td><p>完成时限</p></td></tr>",
    "<tr><td>序号</td><td>决策事项</td><td>承办单位</td><td>完成时限</td></tr>",
    "<tr><th>决策事项</th><th>承办单位</th></tr>",
  ])
  func `are no foot of the page, whatever stands below`(_ heads: String) {
    let facts = read(
      """
      <table><tr><td><h1>青岚区2021年度重大行政决策目录</h1></td></tr><tr><td>更新时间：2021-04-15</td></tr>
      <tr><td><table border=1>\(heads)<tr><td>1</td><td>养老服务规划</td><td>区民政局</td><td>2021年12月</td></tr></table></td></tr></table>
      <table><tr><td>区司法局 版权所有　示例ICP备05000000号</td></tr></table>
      """, head: "<title>青岚区2021年度重大行政决策目录</title>")
    #expect(facts.text.contains("承办单位"))
    #expect(facts.text.contains("区民政局"))
  }
}

struct `A breadcrumb of one step` {
  @Test func `does not take in the whole of a short page`() {
    let facts = read(
      """
      <div class=position>当前位置：<a href='/'>首页</a></div>
      <div class='main article'><h1>青岚区政府信息公开指南</h1><div id=zoom><p>申请人应当填写申请表，可以当面提出申请，受理地点为人民路12号。</p></div></div>
      <div class=footer><p>主办单位：青岚区人民政府办公室</p><p>示例ICP备00000001号-1</p></div>
      """, head: "<title>青岚区政府信息公开指南-青岚区人民政府</title>")
    #expect(facts.breadcrumb.map(\.text) == ["首页"])
    #expect(facts.title == "青岚区政府信息公开指南")
  }
}
