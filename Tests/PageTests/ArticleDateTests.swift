import Dates
import Page
import Testing
import Web

struct `Publish date` {
  @Test(arguments: [
    "发布时间：2021-03-05", "发布日期： 2021-03-05 10:20", "时间：2021-03-05 来源：区财政局",
    "<span>发布日期：</span><b>2021-03-05</b>", "来源：区财政局 2021-03-05 09:00",
    "2021-03-05 10:20 来源：区财政局", "[2021-03-05] 浏览次数：2021",
    "更新时间：2021年3月5日 浏览：12", "发布时间：2021<b>年</b>03<b>月</b>05<b>日</b>",
    "<script>var pubdata='2021年03月05日';if(pubdata!=''){document.write('发布时间：'+pubdata)}</script>",
    "发布时间：<script>document.write(\"2021-03-05\")</script> 来源：某局",
    "作者：张三　　来源：本站　　点击数：<script>x()</script>　　更新时间：2021-3-5",
    "发布时间：</div><div>2021-03-05", "时间发布：2021-03-05 阅读次数：",
    "发布人：区政府办 发布时间：2021-03-05 有效期至：2022-12-31",
    "成文日期：2021-03-01 发布日期：2021-03-05", "发布日期：2021-03-05 成文日期：2021-03-01",
  ])
  func `is the day that the page shows beside its headline`(_ particulars: String) {
    let facts = article(particulars)
    #expect(facts.publishedOn?.description == "2021-03-05")
    #expect(facts.publishedOnSource == .label)
  }

  @Test(arguments: [
    "来源：区财政局", "来源：区财政局 浏览次数：20210305", "成文日期：2021-03-05 来源：区政府办",
    "有效期至：2021-03-05 来源：区政府办",
  ])
  func `is absent when the page shows none`(_ particulars: String) {
    let facts = article(particulars)
    #expect(facts.publishedOn == nil)
    #expect(facts.publishedOnSource == .none)
  }

  @Test(arguments: [
    "<p>会议时间：2021年3月5日上午9点，地点在区政府三楼会议室，请各单位负责人准时参加会议。</p>",
    "<p>2021年3月5日，区政府召开常务会议，研究部署近期重点工作，区长主持会议并讲话，各部门负责人参加。</p>",
    "<p>报名截止日期：2021年3月5日</p>", "<p>区财政局</p><p>2021年3月5日</p>",
  ])
  func `is never a day of the running text`(_ paragraph: String) {
    let facts = article("来源：区财政局", body: sentences + paragraph + sentences)
    #expect(facts.publishedOn == nil)
  }

  @Test func `is the shown day when meta PubDate differs`() {
    let facts = read(
      "<h1>关于做好春季绿化工作的通知</h1><p>日期：2021/09/06 来源：某报</p>\(sentences)",
      head: """
        <title>关于做好春季绿化工作的通知</title><meta name=ArticleTitle content="关于做好春季绿化工作的通知">
        <meta name="PubDate" content="2023-11-10 15:33:34">
        """)
    #expect(facts.publishedOn?.description == "2021-09-06")
    #expect(facts.publishedOnSource == .label)
  }

  @Test func `comes from meta PubDate when the page shows none`() {
    let facts = read(
      "<h1>关于做好春季绿化工作的通知</h1><p>发布时间：<span id=t></span> 来源：某报</p>\(sentences)",
      head: "<title>关于做好春季绿化工作的通知</title><meta name=PubDate content='2021-03-05 10:11'>")
    #expect(facts.publishedOn?.description == "2021-03-05")
    #expect(facts.publishedOnSource == .meta)
  }

  @Test(arguments: [
    "http://www.example.gov.cn/zwgk/202103/t20210305_1234.html",
    "http://www.example.gov.cn/art/2021/3/5/art_12_34.html",
    "http://www.example.gov.cn/2021-03/05/content_123.htm",
    "http://www.example.gov.cn/20210305/0a1b2c.html",
  ])
  func `comes from the address last of all`(_ address: String) {
    let facts = read(
      "<h1>关于做好春季绿化工作的通知</h1><p>发布时间：<span id=t></span> 来源：某报</p>\(sentences)",
      head: "<title>关于做好春季绿化工作的通知</title>", at: address)
    #expect(facts.publishedOn?.description == "2021-03-05")
    #expect(facts.publishedOnSource == .url)
  }

  @Test func `does not come from the address of a page without particulars`() {
    let facts = read(
      "<h3>王某某</h3><p>区委副书记、区长</p>\(sentences)",
      at: "http://www.example.gov.cn/ld/2018-06-24/2.html")
    #expect(facts.publishedOn == nil)
  }

  @Test func `is not the day below a signature`() {
    let facts = read(
      "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/a/'>单位职能</a></div><p>区编办发〔2014〕134号</p>"
        + sentences + "<p>某区人民政府办公室</p><p>2014年12月12日</p>",
      head: "<title>某区财政局-单位职能</title>")
    #expect(facts.publishedOn == nil)
    #expect(facts.title == "单位职能")
    #expect(facts.documentNumber == "区编办发〔2014〕134号")
  }

  @Test func `is no month of an address`() {
    let facts = read(
      "<h1>关于做好春季绿化工作的通知</h1><p>来源：某报</p>\(sentences)",
      at: "http://www.example.gov.cn/zwgk/202103/0123456789abcdef.shtml")
    #expect(facts.publishedOn == nil)
  }

  @Test func `stands at the foot of the article too`() {
    let facts = read(
      """
      <h1>关于做好春季绿化工作的通知</h1><p>教绿函〔2024〕10号</p><div id=body>\(sentences)</div>
      <div>发布日期：2024-06-13 来源：区教育局 <a href="javascript:;">下载</a></div>
      <div>版权所有：区教育局</div>
      """, head: "<title>关于做好春季绿化工作的通知</title>")
    #expect(facts.publishedOn?.description == "2024-06-13")
  }

  @Test func `is not the day in the page's head`() {
    let facts = read(
      """
      <div class=top>今天是：2023年9月9日 星期六 <a href="/">首页</a></div>
      <h1>关于做好春季绿化工作的通知</h1><p>来源：广西日报 2024-10-17 08:03</p>\(sentences)
      <div class=foot>© 2010-2021 版权所有 主办：某局 备案日期：2012-01-01</div>
      """, head: "<title>关于做好春季绿化工作的通知</title>")
    #expect(facts.publishedOn?.description == "2024-10-17")
  }

  @Test func `is not a day after the page was fetched`() {
    let facts = read(
      "<h1>关于做好春季绿化工作的通知</h1><p>发布时间：2029-01-01 来源：某局</p>\(sentences)",
      fetchedAt: "2021-03-05T08:00:00Z")
    #expect(facts.publishedOn == nil)
  }

  @Test func `of yesterday is read against the day of the fetch`() {
    let facts = read(
      "<h1>关于做好春季绿化工作的通知</h1><p>发布时间：昨天 10:20 来源：某局</p>\(sentences)",
      fetchedAt: "2021-03-05T08:00:00Z")
    #expect(facts.publishedOn?.description == "2021-03-04")
  }

  @Test func `stands in a table of particulars`() {
    let facts = read(
      """
      <table><tr><td>索引号：</td><td>K1234-0201-2021-00012</td><td>主题分类：</td><td>财政</td></tr>
      <tr><td>发布机构：</td><td>区财政局</td><td>成文日期：</td><td>2021-03-01</td></tr>
      <tr><td>文号：</td><td>区财发〔2021〕3号</td><td>发布日期：</td><td>2021-03-05</td></tr></table>
      <h1>关于做好春季绿化工作的通知</h1>\(sentences)
      """, head: "<title>关于做好春季绿化工作的通知</title>")
    #expect(facts.publishedOn?.description == "2021-03-05")
    #expect(facts.writtenOn?.description == "2021-03-01")
    #expect(facts.documentNumber == "区财发〔2021〕3号")
    #expect(facts.indexNumber == "K1234-0201-2021-00012")
    #expect(facts.publisher == "区财政局")
  }

  @Test func `is the day of issue when nothing else is shown`() {
    let facts = read(
      """
      <table><tr><th>索引号</th><td>003245/202103-00012</td><th>组配分类</th><td>通知公告</td></tr>
      <tr><th>发布机构</th><td>区财政局</td><th>发文日期</th><td>2021-03-05</td></tr>
      <tr><th>发布文号</th><td>无</td><th>信息名称</th><td>关于做好春季绿化工作的通知</td></tr></table>
      <h1>关于做好春季绿化工作的通知</h1>\(sentences)
      """, head: "<title>关于做好春季绿化工作的通知</title>")
    #expect(facts.publishedOn?.description == "2021-03-05")
    #expect(facts.indexNumber == "003245/202103-00012")
    #expect(facts.documentNumber == nil)
    #expect(facts.publisher == "区财政局")
  }

  @Test(arguments: [
    "<ul><li><b>索引号：</b>K12/2021-00012</li><li><b>发文字号：</b>区财发〔2021〕3号</li><li><b>发布日期：</b>2021-03-05</li></ul>",
    "<div><p><span>索引号</span><span>K12/2021-00012</span></p><p><span>文号</span><span>区财发〔2021〕3号</span></p><p><span>发布日期</span><span>2021-03-05</span></p></div>",
    "<div><div>索引号</div><div>K12/2021-00012</div></div><div><div>文号</div><div>区财发〔2021〕3号</div></div><div><div>发布日期</div><div>2021-03-05</div></div>",
    "<dl><dt>索引号：</dt><dd>K12/2021-00012</dd><dt>文号：</dt><dd>区财发〔2021〕3号</dd><dt>发布日期：</dt><dd>2021-03-05</dd></dl>",
  ])
  func `stands among particulars in any markup`(_ html: String) {
    let facts = read(
      html + "<h1>关于做好春季绿化工作的通知</h1>" + sentences,
      head: "<title>关于做好春季绿化工作的通知</title>")
    #expect(facts.publishedOn?.description == "2021-03-05")
    #expect(facts.indexNumber == "K12/2021-00012")
    #expect(facts.documentNumber == "区财发〔2021〕3号")
  }

  @Test(arguments: [
    "<script>var pubDate='2021-03-05 10:20:00';document.write(pubDate)</script>",
    "<script>document.write(dateFormat('2021-03-05 10:20:00.0'))</script>",
    "<script>document.write(formatDate(\"2021-03-05\", 'yyyy-MM-dd'));</script>",
    "2021<span>-03-</span><b>05</b>", "<b>2021</b>年<b>3</b>月<b>5</b>日", "２０２１年３月５日", "二〇二一年三月五日",
  ])
  func `is read however it is written`(_ html: String) {
    #expect(article("发布时间：\(html) 来源：某局").publishedOn?.description == "2021-03-05")
  }

  @Test func `is not made of what a script works out by itself`() {
    let facts = article("<script>document.write(showToday('今天是'+getDate()))</script> 来源：某局")
    #expect(facts.publishedOn == nil)
  }

  @Test func `keeps the days that speak against it`() {
    let facts = read(
      "<h1>关于绿化的通知</h1><p>发布时间：2021-03-05 来源：某局</p><div id=zoom>\(sentences)<p>某局</p><p>2021年3月1日</p></div>",
      head: "<title>关于绿化的通知</title><meta name=PubDate content=2023-01-01>",
      at: "http://www.example.gov.cn/zwgk/202103/t20210304_1.html")
    #expect(facts.publishedOn?.description == "2021-03-05")
    #expect(facts.writtenOn?.description == "2021-03-01")
    #expect(facts.dateConflicts.map(\.date.description) == ["2023-01-01", "2021-03-04"])
    #expect(facts.dateConflicts.map(\.source) == [.meta, .url])
  }

  @Test func `is explained with what was refused`() {
    let html = """
      <html><head><title>关于绿化的通知</title></head><body><h1>关于绿化的通知</h1>
      <p>发布时间：2021-03-05 来源：某局</p><p>成文日期：2021-03-01</p>\(sentences)<p>会议于2021年2月3日召开，要求抓紧落实各项工作任务，确保取得实效。</p>
      </body></html>
      """
    let seen = PageReader().explain(Array(html.utf8), url: nil, contentType: nil, fetchedAt: nil)
    #expect(seen.dates.map(\.verdict) == [.chosen, .otherLabel, .otherPlace])
    #expect(seen.dates.map(\.date.description) == ["2021-03-05", "2021-03-01", "2021-02-03"])
    #expect(seen.titles.first?.verdict == .chosen)
    #expect(seen.titles.first?.element == "h1")
    #expect(seen.speaker?.name == "某局")
    #expect(seen.kindReason == .publishDate)
    #expect(seen.encodingReason == .content)
  }

  @Test func `is explained, the chosen one first`() {
    let html = """
      <html><head><title>关于做好春季绿化工作的通知</title><meta name=PubDate content=2023-01-01></head><body>
      <h1>关于做好春季绿化工作的通知</h1><p>发布时间：2021-03-05 来源：某局</p>\(sentences)</body></html>
      """
    let found = PageReader().explain(
      Array(html.utf8), url: nil, contentType: nil, fetchedAt: nil)
    #expect(found.dates.map(\.reason) == [.labelInHead, .meta])
    #expect(found.dates.map(\.verdict) == [.chosen, .outranked])
    #expect(found.facts.dateConflicts.map(\.date.description) == ["2023-01-01"])
  }

  @Test func `is absent on a list`() {
    let rows = (1...12).map {
      "<li><a href='/zwgk/\($0).html'>关于第\($0)批项目名单的公示</a><span>2021-03-\($0 + 9)</span></li>"
    }
    let facts = read(
      "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/tzgg/'>通知公告</a></div><h2>通知公告</h2><ul>\(rows.joined())</ul>",
      head: "<title>通知公告-某区人民政府</title>", at: "http://www.example.gov.cn/tzgg/")
    #expect(facts.publishedOn == nil)
    #expect(facts.kind == .column)
    #expect(facts.title == "通知公告")
    #expect(facts.siteName == "某区人民政府")
  }
}

struct `Written date` {
  @Test(arguments: ["成文日期", "生成日期", "印发日期", "生成时间"])
  func `follows its label`(_ label: String) {
    #expect(article("\(label)：2021-03-05 来源：某局").writtenOn?.description == "2021-03-05")
  }

  @Test func `stands below the signature`() {
    let facts = article(
      "发布时间：2021-03-09", body: sentences + "<p>某区人民政府办公室</p><p>2021年3月5日</p><p>（此件公开发布）</p>")
    #expect(facts.writtenOn?.description == "2021-03-05")
    #expect(facts.publishedOn?.description == "2021-03-09")
  }

  @Test func `is absent when a day stands in running text alone`() {
    #expect(article("来源：某局", body: sentences + "<p>会议于2021年3月5日召开。</p>").writtenOn == nil)
  }
}
