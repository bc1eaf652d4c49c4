import Dates
import Page
import Testing

/// Lists of titles without days: rows with no day, in the page's main part only.
struct `Lists without days` {
  static let titles = [
    "关于加强野外用火管理的命令", "白河县城市供水价格调整方案", "关于开展农村危房排查的通知", "白河县义务教育招生办法",
    "县长信箱办理情况通报", "关于兑现创业补贴的公告", "白河县公租房分配结果",
  ]

  static func rows(_ row: (Int, String) -> String) -> String {
    titles.enumerated().map { row($0, $1) }.joined()
  }

  @Test(arguments: [
    "<ul>\(rows { "<li><a href='./fa\(["a", "b", "c", "d", "e", "f", "g"][$0]).html'>\($1)</a></li>" })</ul>",
    "<ul>\(rows { "<li><a href='javascript:;' onclick=\"show('\($0)')\">\($1)</a></li>" })</ul>",
    "<div>\(rows { "· <a href='a\($0).htm'>\($1)</a><br>" })</div>",
    "<table>\(rows { "<tr><td>·</td><td><a href='info.asp?id=\($0)'>\($1)</a></td></tr>" })</table>",
    "<ul>\(rows { "<li><a href='http://gk.example.gov.cn/x/\($0).html'>\($1)</a></li>" })</ul>",
    "<div>\(rows { "<p><a href='/f/\($0).pdf'>\($1)</a></p>" })</div>",
  ])
  func `are read`(_ body: String) {
    let facts = ListPages.column("<div class=box>\(body)</div>")
    #expect(facts.entries.map(\.title) == Self.titles)
    #expect(facts.entries.allSatisfy { $0.date == nil })
    #expect(facts.state == .readable)
  }

  @Test(arguments: [
    "<div class=left><ul>\(rows { "<li><a href='/zwgk/x\($0)/'>\($1)</a></li>" })</ul></div>",
    "<div class=links><h4>友情链接</h4><ul>\(rows { "<li><a href='http://w\($0).gov.cn/'>\($1)网站</a></li>" })</ul></div>",
    "<div class=sidebar><h3>热点信息</h3><ul>\(rows { "<li><a href='/h/\($0).html'>\($1)</a></li>" })</ul></div>",
  ])
  func `are no menus, friend links or hot lists`(_ body: String) {
    let facts = ListPages.column("<div><p>本栏目正在整理。</p></div>\(body)")
    #expect(facts.entries.isEmpty)
  }

  @Test func `are no rows of a side column beside running text`() {
    let text = String(repeating: "会议强调，要压实责任，加强值守。", count: 20)
    let rows = Self.rows {
      "<li><a href='/\($0).html'>\($1)</a><span>2023-08-0\($0 + 1)</span></li>"
    }
    let facts = ListPages.column(
      "<h1>县政府召开会议</h1><div><p>\(text)</p></div><aside><h2>近期文章</h2><ul>\(rows)</ul></aside>")
    #expect(facts.entries.isEmpty)
  }

  @Test func `leave out the picture that is named like the column`() {
    let rows = Self.rows {
      "<li><a href='\($0).html'>\($1)</a><span>2023-08-0\($0 + 1)</span></li>"
    }
    let facts = ListPages.column(
      "<ul><li><a href=0.html><img src=a.jpg alt=通知公告></a></li>\(rows)</ul>")
    #expect(facts.entries.map(\.title) == Self.titles)
  }
}
