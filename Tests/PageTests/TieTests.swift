import Page
import Testing
import Web

/// Ties of a policy and its interpretation that stand outside the article's own text.
struct `Ties around the headline` {
  private static let crumbs =
    "<div>当前位置：<a href=/>首页</a> &gt; <a href=/gk/>政务公开</a> &gt; <a href=/gk/wj/>规范性文件</a></div>"
  private static let policy = "松岚区老旧小区改造实施办法"

  private func ties(above: String = "", title: String = policy, below: String = "") -> [String] {
    read(
      Self.crumbs + above + "<h1>\(title)</h1><p>发布时间：2023-03-10</p><div id=zoom>\(sentences)</div>"
        + below,
      head: "<title>\(title)-松岚区人民政府</title>"
    ).relatedDocuments.map { "\($0.relation.rawValue) \($0.url?.path ?? "")" }
  }

  @Test(arguments: [
    (
      "<div><span class=on>政策原文</span><a href=/jd/9.html>部门解读</a></div>", "interpretedBy /jd/9.html"
    ),
    (
      "<ul><li><a href=/wj/1.html>政策原文</a></li><li class=on>政策解读</li></ul>",
      "interprets /wj/1.html"
    ),
    (
      "<div><a href='#'>政策原文</a> | <a href=/jd/9.html>图文解读</a></div>", "interpretedBy /jd/9.html"
    ),
  ])
  func `are read from tabs of which one is the page's own`(_ tabs: String, _ tie: String) {
    #expect(ties(above: tabs) == [tie])
  }

  @Test(arguments: [
    "<div><a href=/wj/>政策原文</a><a href=/jd/>政策解读</a></div>",
    "<div><span>政策解读</span><a href=/jd/9.html>部门解读</a></div>",
    "<div><span>政策文件</span><a href=/jd/>政策解读</a></div>",
    "<ul><li>政策解读</li><li><a href=/jd/bm/index.html>部门解读</a></li></ul>",
  ])
  func `are none in a menu of columns`(_ menu: String) { #expect(ties(above: menu).isEmpty) }

  @Test(arguments: [
    (
      "<table><tr><td>文号</td><td>松府规〔2023〕3号</td></tr><tr><td>政策解读</td>"
        + "<td colspan=3><a href=/jd/9.html>【文字解读】老旧小区改造</a></td></tr></table>",
      "interpretedBy /jd/9.html"
    ),
    ("<div>原文件：<a href=/wj/1.html>老旧小区改造办法</a></div>", "interprets /wj/1.html"),
    ("<dl><dt>政策解读：</dt><dd><a href=/jd/9.html>一问一答</a></dd></dl>", "interpretedBy /jd/9.html"),
  ])
  func `are read from a card above the headline`(_ card: String, _ tie: String) {
    #expect(ties(above: card) == [tie])
  }

  @Test func `are none where a heading stands over rows above the headline`() {
    #expect(ties(above: "<h3>政策解读</h3><ul><li><a href=/jd/9.html>河道保洁考核细则</a></li></ul>").isEmpty)
  }

  @Test func `are read where a neighbour's words name the policy`() {
    let neighbours =
      "<div>相关阅读：<a href=/jd/9.html>《松岚区老旧小区改造实施办法》解读</a> <a href=/jd/8.html>《河道保洁考核细则》解读</a></div>"
    #expect(ties(below: neighbours) == ["interpretedBy /jd/9.html"])
  }

  @Test func `are read where an interpretation's title names the neighbour`() {
    let neighbours =
      "<div>相关阅读：<a href=/wj/1.html>关于印发《松岚区老旧小区改造实施办法》的通知</a> <a href=/wj/2.html>河道保洁考核细则</a></div>"
    #expect(
      ties(title: "《松岚区老旧小区改造实施办法》政策解读", below: neighbours) == ["interprets /wj/1.html"])
  }

  @Test func `are none between a page and itself`() {
    let link = "<div>热点：<a href=/zwgk/tzgg/1.html>松岚区老旧小区改造实施办法解读</a></div>"
    #expect(ties(below: link).isEmpty)
  }
}
