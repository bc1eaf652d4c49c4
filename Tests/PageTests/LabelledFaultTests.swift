import Dates
import Markup
import Page
import Testing
import Web

/// Faults that the labelled pages of our own showed, each cut down to what caused it.
struct `Faults that labelled pages showed` {
  private static let crumbs =
    "<div>当前位置：<a href=/>首页</a> &gt; <a href=/gk/>政务公开</a> &gt; <a href=/gk/tz/>通知公告</a></div>"

  @Test(arguments: ["望溪县人民政府 通知公告", "通知公告 望溪县人民政府", "望溪县人民政府　通知公告"])
  func `takes a column's name from a title tag that parts it by a blank`(_ tag: String) {
    let facts = read(
      Self.crumbs + "<ul><li><a href=1.html>关于春季绿化工作的通知</a> 2021-03-05</li></ul>",
      head: "<title>\(tag)</title>")
    #expect(facts.title == "通知公告")
  }

  @Test(arguments: ["无标题文档", "New Page 1", "Untitled Document", "无标题 1"])
  func `takes what an editor writes into the title tag for no title`(_ tag: String) {
    let facts = read(
      "<h2>工作简报</h2><ul><li><a href=1.html>关于春季绿化工作的通知</a> 2021-03-05</li>"
        + "<li><a href=2.html>关于夏季防汛工作的通知</a> 2021-02-05</li></ul>",
      head: "<title>\(tag)</title>")
    #expect(facts.title != tag)
  }

  @Test(arguments: [
    ("发表于：2012-3-20　编辑：小丁", "2012-03-20"),
    ("作者：李小雪　责编：王大暑　2024-01-09 23:58", "2024-01-09"),
    ("松政发〔2023〕5号　　发布时间：2023-03-10", "2023-03-10"),
    ("南政发〔2022〕18号 | 2022-09-20 12:00", "2022-09-20"),
    ("2020-11-09　来源：镇城管办", "2020-11-09"),
  ])
  func `reads the day of a line of particulars`(_ line: String, _ day: String) {
    #expect(article(line).publishedOn?.description == day)
  }

  @Test(arguments: [
    ("松政发〔2023〕5号　　发布时间：2023-03-10", "松政发〔2023〕5号"),
    ("南政发〔2022〕18号 | 2022-09-20 12:00", "南政发〔2022〕18号"),
    ("(古行审〔2019〕15号)", "古行审〔2019〕15号"),
    ("黑政发[2007]19号", "黑政发[2007]19号"),
  ])
  func `reads a number that begins a line of particulars`(_ line: String, _ number: String) {
    #expect(article(line).documentNumber == number)
  }

  @Test(arguments: [
    "<h3 align=center>渠口镇饮水工程建设情况</h3><p align=center>2011-8-2</p>",
    "<p align=center><font size=5>渠口镇饮水工程建设情况</font></p><p align=center>2011年8月2日</p>",
    "<table><tr><td class=bt>渠口镇饮水工程建设情况</td></tr><tr><td align=center>2011年8月2日</td></tr></table>",
    "<h2>渠口镇饮水工程建设情况</h2><div><span>渠政函〔2011〕21号</span><span>2011年08月02日 10:10</span>"
      + "<span>渠口镇人民政府</span></div>",
  ])
  func `reads an article whose day stands bare below its headline`(_ head: String) {
    let facts = read(head + sentences, head: "<title>渠口镇人民政府-镇务公开</title>")
    #expect(facts.title == "渠口镇饮水工程建设情况")
    #expect(facts.publishedOn == CivilDate(year: 2011, month: 8, day: 2))
    #expect(facts.kind == .article)
  }

  @Test func `reads the variables that a TRS template writes`() {
    let facts = read(
      "<h1>房屋安全鉴定机构名录</h1><div id=inf></div>"
        + "<script>var docreltime = \"2021-03-29 16:00:00\";</script><div>\(sentences)</div>",
      head: "<title>房屋安全鉴定机构名录</title>")
    #expect(facts.publishedOn == CivilDate(year: 2021, month: 3, day: 29))
  }

  @Test func `takes 发文日期 beside a labelled day of publishing for the written day`() {
    let facts = read(
      "<table><tr><td>发文日期</td><td>2023-07-04</td></tr></table>"
        + "<h1>关于做好春季绿化工作的通知</h1><p>发布时间：2023-07-06</p><div>\(sentences)</div>",
      head: "<title>关于做好春季绿化工作的通知</title>")
    #expect(facts.publishedOn == CivilDate(year: 2023, month: 7, day: 6))
    #expect(facts.writtenOn == CivilDate(year: 2023, month: 7, day: 4))
  }

  @Test(arguments: [
    ("<a href=/>薛河区人事局网站</a> &gt;&gt; <a href=/8>公告栏</a>", "薛河区人事局网站-公告栏", "薛河区人事局网站"),
    ("<a href=/>首页</a> &gt; 土地供应", "芷阳县国土资源局 土地供应", "芷阳县国土资源局"),
    ("<a href=/>首页</a> &gt; 通知", "通知-兰汀县供销合作社", "兰汀县供销合作社"),
  ])
  func `reads a site's name beside its columns`(_ crumbs: String, _ tag: String, _ name: String) {
    let facts = read(
      "<div>您的位置：\(crumbs)</div><ul><li><a href=1.html>关于春季绿化工作的通知</a> 2021-03-05</li></ul>",
      head: "<title>\(tag)</title>")
    #expect(facts.siteName == name)
  }

  @Test func `takes no number that a line of particulars cites after its day`() {
    let facts = article("发布时间：2023-03-10　依据：松政发〔2022〕1号")
    #expect(facts.documentNumber == nil)
  }

  @Test func `takes 发文日期 in a line of its own where no other day says more`() {
    let facts = read(
      "<p><label>成文日期：</label>2024-05-06</p><p><label>发文日期：</label>2024-05-11</p>"
        + "<h1>关于做好春季绿化工作的通知</h1><div id=zoom>\(sentences)</div>",
      head: "<title>关于做好春季绿化工作的通知</title>")
    #expect(facts.publishedOn == CivilDate(year: 2024, month: 5, day: 11))
    #expect(facts.writtenOn == CivilDate(year: 2024, month: 5, day: 6))
  }

  @Test func `reads 公文生成日期 as the day on the document`() {
    let facts = read(
      "<table><tr><td>公文生成日期</td><td>2022-05-12</td></tr></table>"
        + "<h1>关于做好春季绿化工作的通知</h1><p>发布时间：2022-05-20</p><div>\(sentences)</div>")
    #expect(facts.writtenOn == CivilDate(year: 2022, month: 5, day: 12))
  }

  @Test func `is no article where the labels stand in the rows of a list`() {
    let rows = (1...6).map {
      "<li><h3><a href='detail?iid=\($0)'>岚谷市人民政府关于第\($0)项工作的意见</a></h3>"
        + "<p>岚政发〔2022〕1\($0)号</p><p><span>发文机关：岚谷市人民政府</span>"
        + "<span>发布日期：2022-05-2\($0)</span></p></li>"
    }
    let facts = read(Self.crumbs + "<ul class=zc_listul>\(rows.joined())</ul>")
    #expect(facts.kind == .column)
    #expect(facts.publishedOn == nil)
    #expect(facts.entries.count == 6)
    #expect(facts.entries.first?.date == CivilDate(year: 2022, month: 5, day: 21))
  }

  @Test func `is an article though links of head and foot look like rows`() {
    let facts = read(
      "<div class=topline><a href=http://a.example.cn/>中国政府网</a></div>"
        + "<div class=quick><a href=/ztzl/a/>减税降费</a></div>"
        + "<div class=pos>当前位置：<a href=/>首页</a>-<a href=/gk/>镇级文件</a></div>"
        + "<div><h3>西岙镇河道保洁考核细则</h3><span>发布日期：2020-11-02</span></div>"
        + "<div><p>河长应当按照规定频次巡河，填写巡河日志，对发现的问题建立台账。</p></div>"
        + "<div><a href=/zcjd/>更多政策解读</a></div>",
      head: "<title>西岙镇河道保洁考核细则</title>")
    #expect(facts.kind == .article)
    #expect(facts.publishedOn == CivilDate(year: 2020, month: 11, day: 2))
  }

  @Test func `is an article though its one related link stands in the frame of its headline`() {
    let facts = read(
      Self.crumbs + "<div><form><div class=conth><h1>《临时救助实施细则》政策解读</h1>"
        + "<div>日期：2021年05月26日 08:50 来源：区民政局</div></div><div><p>一、起草背景。</p></div>"
        + "<p>相关文件：<a href=/info/1.htm>关于印发临时救助实施细则的通知</a></p></form></div>",
      head: "<title>《临时救助实施细则》政策解读-区民政局</title>")
    #expect(facts.kind == .article)
    #expect(facts.publishedOn == CivilDate(year: 2021, month: 5, day: 26))
  }

  @Test func `takes no telephone number for a title`() {
    let facts = read(
      Self.crumbs
        + "<table><tr><td>陈望舒</td><td>0594-2021014</td></tr></table><p>更新时间：2022-11-15</p>")
    #expect(facts.title != "0594-2021014")
  }

  @Test func `takes no table head for an index number`() {
    let facts = read(
      "<table><tr><td>序号</td><td>索引号</td><td>名称</td><td>生成日期</td></tr></table>")
    #expect(facts.indexNumber == nil)
  }
}

struct `Faults in rows that labelled pages showed` {
  private func rows(_ body: String) -> [String] { ListPages.rows(ListPages.column(body)) }

  @Test func `cuts a category in brackets off a title in its link`() {
    let read = rows(
      "<ul><li><a href=1.html>【公告】关于春季绿化工作的安排</a> 2021-03-05</li>"
        + "<li><a href=2.html><b>[政策]</b> 关于夏季防汛工作的安排</a> 2021-03-04</li>"
        + "<li><a href=3.html>【图解】秋季助学政策</a> 2021-03-03</li></ul>")
    #expect(
      read == ["2021-03-05 关于春季绿化工作的安排", "2021-03-04 关于夏季防汛工作的安排", "2021-03-03 【图解】秋季助学政策"])
  }

  @Test func `cuts the label off a title attribute of one line`() {
    let read = rows(
      "<ul><li><a href=1.html title='文章标题：关于全区春季绿化和防火工作的通知'>关于全区春季绿化和防…</a> 2021-03-05</li>"
        + "<li><a href=2.html>关于夏季防汛工作的通知</a> 2021-03-04</li></ul>")
    #expect(read.first == "2021-03-05 关于全区春季绿化和防火工作的通知")
  }

  @Test(arguments: ["1900-01-01", "1970-01-01"])
  func `takes a database's empty day for none`(_ day: String) {
    let read = rows(
      "<ul><li><a href=1.html>关于春季绿化工作的通知</a> 2021-03-05</li>"
        + "<li><a href=2.html>关于夏季防汛工作的通知</a> 2021-03-04</li>"
        + "<li><a href=3.html>关于秋季助学工作的通知</a> \(day)</li></ul>")
    #expect(read.last == "关于秋季助学工作的通知")
  }

  @Test func `reads two rows side by side without days`() {
    let pairs = (1...5).map {
      "<tr><td>▪ <a href=\($0)1.html>关于第\($0)项服务指南的说明</a></td>"
        + "<td>▪ <a href=\($0)2.html>关于第\($0)项办理流程的说明</a></td></tr>"
    }
    #expect(rows("<table>\(pairs.joined())</table>").count == 10)
  }

  @Test func `reads years of two digits that fill a cell`() {
    let lines = (1...4).map {
      "<tr><td><a href=\($0).html>关于第\($0)项工作的通知</a></td><td>21/06/0\($0)</td></tr>"
    }
    #expect(rows("<table>\(lines.joined())</table>").first == "2021-06-01 关于第1项工作的通知")
  }

  @Test func `keeps the list beside a narrow column apart from it`() {
    func cell(_ width: Int, _ count: Int, _ day: String) -> String {
      "<td width=\(width)><table>"
        + (1...count).map {
          "<tr><td><a href=\(width)\($0).html>关于第\($0)项工作的通知</a> (\(day)\($0))</td></tr>"
        }
        .joined() + "</table></td>"
    }
    let read = rows("<table><tr>\(cell(180, 4, "2009-3-1"))\(cell(598, 9, "2010-5-"))</tr></table>")
    #expect(read.count == 9)
    #expect(read.first == "2010-05-01 关于第1项工作的通知")
  }

  @Test(arguments: ["[6/11]", "今天 09:12"])
  func `believes a poor day that the row's address bears out`(_ shown: String) {
    let lines = (1...4).map {
      "<li><a href=/Html/2012/6/11/32\($0).htm>关于第\($0)项工作的通知</a> <i>\(shown)</i></li>"
    }
    #expect(rows("<ul>\(lines.joined())</ul>").first == "2012-06-11 关于第1项工作的通知")
  }

  @Test func `believes no page number that the row's address doesn't bear out`() {
    let lines = (1...4).map {
      "<li><a href=/Html/2012/6/11/32\($0).htm>关于第\($0)项工作的通知</a> <i>1/12</i></li>"
    }
    #expect(rows("<ul>\(lines.joined())</ul>").first == "关于第1项工作的通知")
  }

  @Test func `takes a column under construction for an empty one`() {
    let facts = ListPages.column("<div class=lists><p>该栏目内容正在建设中……</p></div>")
    #expect(facts.state == .empty)
  }
}
