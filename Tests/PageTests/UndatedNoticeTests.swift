import Page
import Testing
import Web

/// Notices that show no day, and pages that look like them.
struct `Undated notices` {
  static func page(_ title: String, _ body: String = sentences, crumbs: String = "政务公开")
    -> PageFacts
  {
    read(
      "<div class=position>当前位置：<a href=/>首页</a> &gt; <a href=/a/>\(crumbs)</a></div><h1>\(title)</h1><div id=zoom>\(body)</div>",
      head: "<title>\(title)-某县人民政府</title>")
  }

  @Test(arguments: ["关于开展冬季安全检查的通知", "某县公共租赁住房配租公告", "城区集中供热管理暂行办法"])
  func `are articles without a day`(_ title: String) {
    let facts = Self.page(title)
    #expect(facts.kind == .article)
    #expect(facts.publishedOn == nil)
  }

  @Test func `are articles in a column of notices, whatever they are called`() {
    #expect(Self.page("全县停电检修计划安排一览", crumbs: "通知公告").kind == .article)
  }

  @Test(arguments: ["通知公告", "县情概况", "某县自然地理概况简介"])
  func `are no columns and no portraits of a place`(_ title: String) {
    #expect(Self.page(title).kind != .article)
  }

  @Test func `are no forms`() {
    let form =
      "<form>" + (1...6).map { "<p>第\($0)项<input name=a\($0)></p>" }.joined()
      + "</form>\(sentences)"
    #expect(Self.page("关于某项规定征集意见的通知", form).kind != .article)
  }
}
