import Page
import Testing
import Web

/// Rows that name a file beside a link 下载, rows in a frame's own document, and pages that a pager states.
struct `Offered rows` {
  static let names = ["某县企业设立登记申请表", "某县个体户注销申请表", "某县食品经营许可申请表"]

  static func list(_ address: (Int) -> String, word: String = "下载") -> String {
    "<ul>"
      + names.enumerated().map {
        "<li><span>\($1)</span> <a href='\(address($0))'>\(word)</a></li>"
      }.joined() + "</ul>"
  }

  @Test func `name the files`() {
    let facts = ListPages.column(Self.list { "/f/\($0).doc" })
    #expect(facts.entries.map(\.title) == Self.names)
    #expect(
      ListPages.targets(facts.entries.compactMap(\.url)) == ["/f/0.doc", "/f/1.doc", "/f/2.doc"])
  }

  @Test(arguments: [
    list { "/down/\($0)/" },
    list({ "/f/\($0).doc" }, word: "办理"),
    "<ul><li><span>某县企业设立登记申请表</span> <a href=/f/1.doc>下载</a></li></ul>",
  ])
  func `are none where links lead to pages, say something else or are few`(_ body: String) {
    #expect(ListPages.column(body).entries.isEmpty)
  }

  static func frame(_ inner: String) -> String {
    let quoted = inner.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    return "<div class=main><iframe srcdoc=\"\(quoted)\"></iframe></div>"
  }

  @Test func `in a frame's own document are the page's`() {
    let rows = (1...4).map {
      "<li><a href=\"/t/\($0).html\">关于第\($0)批补助对象的公示</a><span>2023-08-0\($0)</span></li>"
    }
    let facts = read(
      Self.frame("<ul>\(rows.joined())</ul>"), head: "<title>通知公告-某县民政局</title>",
      at: "http://www.example.gov.cn/tzgg/")
    #expect(facts.kind == .column)
    #expect(facts.entries.count == 4)
  }

  @Test func `are none where the frame holds an article`() {
    let facts = read(
      Self.frame("<h1>关于做好春季绿化工作的通知</h1><p>发布日期：2023-03-12</p>\(sentences)"),
      head: "<title>通知公告-某县民政局</title>", at: "http://www.example.gov.cn/tzgg/")
    #expect(facts.entries.isEmpty)
    #expect(facts.publishedOn == nil)
  }

  static let rows =
    "<ul>"
    + (1...7).map { "<li><a href=/t/\($0).html>关于第\($0)批补助对象的公示</a><i>2023-08-0\($0)</i></li>" }
    .joined() + "</ul>"

  @Test(arguments: [("共7条 1/1", 1), ("共 96 条　2/7", 7)])
  func `have pages that a count and a fraction state`(_ words: String, _ pages: Int) {
    #expect(ListPages.column("\(Self.rows)<div>\(words)</div>").statedPages == pages)
  }

  @Test(arguments: ["共享单车 1/3", "7条 1/1", "共7条"])
  func `have none from a fraction alone or a count alone`(_ words: String) {
    #expect(ListPages.column("\(Self.rows)<div>\(words)</div>").statedPages == nil)
  }
}
