import Dates
import Markup
import Page
import Testing
import Web

struct `More faults that labelled pages showed` {
  private static let crumbs =
    "<div>当前位置：<a href=/>首页</a> &gt; <a href=/hd/>互动交流</a> &gt; <a href=list.html>区长信箱</a></div>"

  @Test(arguments: [
    "<table><tr><th>信件标题</th><td>反映停水问题</td></tr><tr><th>来信人</th><td>王**</td></tr></table>",
    "<h2>反映停水问题</h2><dl><dt>来信人</dt><dd>王**</dd></dl>",
  ])
  func `takes the title that the title tag names before the column`(_ body: String) {
    let facts = read(
      Self.crumbs + body, head: "<title>反映停水问题-区长信箱-松岚区人民政府</title>")
    #expect(facts.title == "反映停水问题")
    #expect(facts.column == "区长信箱")
  }

  @Test func `keeps the column's name where the page doesn't show the first part`() {
    let facts = read(
      Self.crumbs + "<ul><li><a href=1.html>反映停水问题</a> 2021-03-05</li></ul>",
      head: "<title>办事大厅-区长信箱-松岚区人民政府</title>")
    #expect(facts.title == "区长信箱")
  }

  @Test func `reads a page of fixed content that bears its column's name`() {
    let facts = read(
      "<table><tr><td>当前位置：<a href=/>首页</a> &gt; <a href=/gk/>政务公开</a> &gt; <a href=/gk/jg/>机构信息</a>"
        + "</td></tr></table><table><tr><td class=title><h1>机构信息</h1></td></tr>"
        + "<tr><td class=info>发布时间：2024-03-05</td></tr><tr><td class=content>\(sentences)</td></tr></table>",
      head: "<title>机构信息-松岚区财政局</title>")
    #expect(facts.title == "机构信息")
    #expect(facts.publishedOn == CivilDate(year: 2024, month: 3, day: 5))
    #expect(facts.kind == .article)
  }

  @Test func `keeps a column one whose heading stands over dated rows`() {
    let facts = read(
      Self.crumbs + "<h1>区长信箱</h1><ul>"
        + (1...6).map { "<li><a href=\($0).html>关于第\($0)项工作的通知</a> 2021-03-0\($0)</li>" }.joined()
        + "</ul>", head: "<title>区长信箱-松岚区人民政府</title>")
    #expect(facts.kind == .column)
    #expect(facts.publishedOn == nil)
  }

  @Test func `reads the number in a line of its own within the headline's cell`() {
    let facts = read(
      "<table><tr><td align=center class=bt>松岚县人民政府关于禁止乱砍滥伐林木的通告<br>"
        + "<font size=2>松政发[2007]19号</font></td></tr><tr><td align=center>二〇〇七年九月十二日</td></tr>"
        + "<tr><td>\(sentences)</td></tr></table>")
    #expect(facts.documentNumber == "松政发[2007]19号")
  }

  @Test(arguments: [
    "<div id=path><a href=/>松岚县国土资源局</a> &gt;&gt; <a href=/5/>通知公告</a></div>",
    "<div>首页 &gt; 通知公告</div>",
  ])
  func `reads a breadcrumb without a label`(_ crumbs: String) {
    let facts = read(
      crumbs + "<ul><li><a href=1.html>关于春季绿化工作的通知</a> 2021-03-05</li></ul>",
      head: "<title>通知公告-松岚县国土资源局</title>")
    #expect(facts.breadcrumb.count == 2)
    #expect(facts.breadcrumb.last?.text == "通知公告")
  }

  @Test(arguments: [
    "<div id=menu><a href=/>松岚县国土资源局</a> <a href=/5/>通知公告</a> <a href=/6/>工作动态</a></div>",
    "<div><a href=/>松岚县国土资源局</a> &gt;&gt; <a href=/5/>通知公告</a></div>", "<p>首页设置：请点击工具</p>",
  ])
  func `takes no menu and no sentence for a breadcrumb`(_ line: String) {
    #expect(read(line + sentences).breadcrumb.isEmpty)
  }

  @Test func `ends a source where the next element is another particular`() {
    let facts = article(
      "<time>2023-11-28</time><span>来源：区市场监管局</span><span>阅读 <b>1128</b> 次</span>")
    #expect(facts.source == "区市场监管局")
  }

  @Test(arguments: [
    "document.getElementById('i').innerHTML = '发布日期：' + t.substring(0,10) + ' 来源：' + s;",
    "document.write('<p>发布日期：' + t.substr(0,10) + '&nbsp;来源：' + s + '</p>');",
  ])
  func `reads what a script cuts and fills in`(_ script: String) {
    let facts = read(
      "<h1>关于做好春季绿化工作的通知</h1><div id=i></div><script>var t='2021-03-29 16:00:00';"
        + "var s=\"区住建局\";\(script)</script><div id=zoom>\(sentences)</div>")
    #expect(facts.publishedOn == CivilDate(year: 2021, month: 3, day: 29))
    #expect(facts.source == "区住建局")
  }

  @Test(arguments: ["'<a href=\"./a.xlsx\">名录</a>'", "\"附件：\" + f"])
  func `reads the file that a script fills in`(_ value: String) {
    let facts = article(
      "发布时间：2021-03-29",
      body: sentences + "<div id=fj></div><script>var f='<a href=\"./a.xlsx\">名录</a>';"
        + "document.getElementById('fj').innerHTML=\(value);</script>")
    #expect(facts.attachments.map(\.text) == ["名录"])
  }

  @Test(arguments: [
    "t.substring(n,10)", "t.substring(0,n)", "t.split(' ')[0]", "cut(t).substr(0,4)",
  ])
  func `writes nothing where a script does what is not followed`(_ value: String) {
    let facts = article(
      "<script>var t='2021-03-29';document.write('发布时间：' + \(value));</script>来源：区住建局")
    #expect(facts.publishedOn == nil)
  }

  @Test(arguments: ["/xz/down.php?id=102", "/xz/down.asp?id=102&amp;n=1"])
  func `takes a download's address for a file`(_ address: String) {
    let facts = article(
      "发布时间：2021-03-29", body: sentences + "<p><a href='\(address)'>点击下载</a></p>")
    #expect(facts.attachments.count == 1)
  }

  @Test func `takes the day that ends the text for the document's`() {
    let facts = article("发布时间：2022-09-20", body: sentences + "<p>2022年9月16日</p>")
    #expect(facts.writtenOn == CivilDate(year: 2022, month: 9, day: 16))
  }

  @Test(arguments: ["<p>附件：名单</p><p>2022年9月16日</p>", "<p>2022年9月16日</p><p>请互相转告。</p>"])
  func `takes no other day for the document's`(_ end: String) {
    #expect(article("发布时间：2022-09-20", body: sentences + end).writtenOn == nil)
  }

  @Test func `reads rows under the headings of their months`() {
    let months = ["12", "11", "9"].map { month in
      "<h4>2023年\(month)月</h4><ul>"
        + [20, 9].map {
          "<li><a href=\(month)\($0).html>关于\(month)月第\($0)项工作的通知</a> <em>\($0)日</em></li>"
        }.joined() + "</ul>"
    }
    let read = ListPages.rows(ListPages.column(months.joined()))
    #expect(read.count == 6)
    #expect(read.first == "2023-12-20 关于12月第20项工作的通知")
    #expect(read.last == "2023-09-09 关于9月第9项工作的通知")
  }

  @Test func `gives a day no month that nothing names`() {
    let rows = [20, 9, 7].map { "<li><a href=a\($0).html>关于第\($0)项工作的通知</a> <em>\($0)日</em></li>" }
    let read = ListPages.rows(ListPages.column("<h4>通知</h4><ul>\(rows.joined())</ul>"))
    #expect(read.first == "关于第20项工作的通知")
  }

  @Test(arguments: ["<ul>", "<ol>", "<div class=list>"])
  func `reads rows that are never closed`(_ list: String) {
    let rows = (1...8).map {
      "<LI><A HREF=\($0).html><FONT>关于第\($0)项工作的通知</FONT></A> <FONT SIZE=1>2020.2.\($0)"
    }
    let read = ListPages.rows(ListPages.column(list + rows.joined() + "</ul></div>"))
    #expect(read.count == 8)
    #expect(read.first == "2020-02-01 关于第1项工作的通知")
    #expect(read.last == "2020-02-08 关于第8项工作的通知")
  }

  @Test func `reads rows whose own lists are closed as before`() {
    let rows = (1...4).map {
      "<li><b><a href=\($0).html>关于第\($0)项工作的通知</a></b> 2020-02-0\($0)<ul><li>附件一</li><li>附件二</li></ul></li>"
    }
    #expect(ListPages.rows(ListPages.column("<ul>\(rows.joined())</ul>")).count == 4)
  }

  @Test(.timeLimit(.minutes(2)))
  func `reads a page of nothing but unclosed rows`() {
    let rows = (1...20_000).map { "<li><b><a href=\($0).html>关于第\($0)项工作的通知</a> 2020-02-01" }
    #expect(ListPages.column("<ul>\(rows.joined())</ul>").entries.count > 200)
  }

  @Test(arguments: ["二○二一年十一月五日　县渔政大队", "2021-11-05 松岚县人民政府办公室"])
  func `reads a day that a unit's name follows`(_ line: String) {
    let facts = article(line)
    #expect(facts.publishedOn == CivilDate(year: 2021, month: 11, day: 5))
  }

  @Test(arguments: ["2021年11月5日，县渔政大队", "2021年11月5日　会议在县渔政大队", "2021年11月5日《渔政》报道县渔政大队"])
  func `takes no sentence that ends with a unit for particulars`(_ line: String) {
    let facts = read(
      "<h1>关于做好春季绿化工作的通知</h1><div id=zoom>\(sentences)<p>\(line)动身出发</p></div>",
      head: "<title>关于做好春季绿化工作的通知</title>")
    #expect(facts.publishedOn == nil)
  }

  @Test func `is an article where a document's number stands by the headline and no day`() {
    let facts = read(
      "<table><tr><th><h1>关于推行告知承诺制的实施方案</h1></th></tr><tr><td align=center>(松行审〔2019〕15号)</td></tr>"
        + "<tr><td id=text>\(sentences)</td></tr></table>",
      head: "<title>关于推行告知承诺制的实施方案-松岚县行政审批局</title>")
    #expect(facts.kind == .article)
    #expect(facts.documentNumber == "松行审〔2019〕15号")
    #expect(facts.publishedOn == nil)
  }

  @Test func `is a guide by its elements`() {
    let rows = [
      "实施主体", "设定依据", "申请条件", "办理地点", "办理时间", "咨询电话", "承诺办结时限", "是否收费",
    ].map { "<tr><th>\($0)</th><td>县市场监督管理局大厅</td></tr>" }
    let facts = read(
      "<h1>个体工商户注册登记</h1><table>\(rows.joined())</table>",
      head: "<title>个体工商户注册登记-松岚县政务服务网</title>")
    #expect(facts.kind == .guide)
  }

  @Test func `is no guide for a telephone and an address`() {
    let facts = read(
      "<h1>机构信息</h1><table><tr><th>办公地址</th><td>人民路8号</td></tr>"
        + "<tr><th>咨询电话</th><td>0551-63532201</td></tr></table>",
      head: "<title>机构信息-松岚县财政局</title>")
    #expect(facts.kind == .other)
  }

  @Test func `is an error where the whole site is closed`() {
    let facts = read(
      "<h2>网站维护公告</h2><p>因系统升级，本网站暂停访问，给您带来不便敬请谅解。</p>", head: "<title>网站维护公告</title>")
    #expect(facts.kind == .error)
  }

  @Test func `is an article where an article tells of upkeep`() {
    let facts = article("发布时间：2021-03-29", title: "关于网站维护暂停服务的公告")
    #expect(facts.kind == .article)
  }

  @Test(arguments: [
    "<div class=list id=v><ul><li v-for='i in rows'><span>{{ i.date }}</span><a :href='i.url'>{{ i.title }}</a></li></ul></div>",
    "<div id=app><my-list :chnl='1187' :size='15'></my-list></div>",
    "<ul></ul><div class=p><span>共0条</span></div><script>$.ajax({success:function(d){$('ul').html(d)}})</script>",
  ])
  func `knows a list that a script will fill`(_ list: String) {
    #expect(ListPages.column(list).state == .unreadable)
  }

  @Test(arguments: [
    "<div class=lb><ul></ul><div class=p><span>共0条</span></div></div>",
    "<div class=lb><p>共 0 条记录</p></div>",
  ])
  func `knows a list that the server counted to nothing`(_ list: String) {
    #expect(ListPages.column(list).state == .empty)
  }

  @Test func `counts tens of rows for no empty list`() {
    #expect(ListPages.column("<div class=lb><p>共10条</p></div>").state != .empty)
  }
}
