import Page
import Testing
import Web

private func leaders(_ html: String, title: String = "领导信息") -> [Leader] {
  read(
    "<div>当前位置：<a href=/>首页</a> &gt; \(title)</div><h2>\(title)</h2><div class=main>\(html)</div>",
    head: "<title>\(title)-区财政局</title>"
  ).leaders
}

private func said(_ leaders: [Leader]) -> [String] {
  leaders.map { "\($0.name)|\($0.post ?? "")|\($0.duty ?? "")" }
}

struct `Leaders` {
  @Test func `stand on cards with photo, post and a page of their own`() {
    let found = leaders(
      """
      <ul><li><img src=a.jpg><a href=1.html>王建国</a><p>党组书记、局长</p></li>
      <li><img src=b.jpg><a href=2.html>李 敏</a><p>党组成员、副局长</p></li></ul>
      """)
    #expect(said(found) == ["王建国|党组书记、局长|", "李敏|党组成员、副局长|"])
    #expect(found.map { $0.photo?.path.hasSuffix("a.jpg") } == [true, false])
    #expect(found.map { $0.page?.path.hasSuffix(".html") } == [true, true])
  }

  @Test func `keep their own photo when it stands behind the name`() {
    let found = leaders(
      """
      <div><p>王建国</p><p>局长</p><img src=a.jpg></div><div><p>李敏</p><p>副局长</p><img src=b.jpg></div>
      """)
    #expect(found.map { $0.photo?.path.split(separator: "/").last } == ["a.jpg", "b.jpg"])
  }

  @Test(arguments: [
    "<p>王建国，党组书记、局长，主持区财政局全面工作。</p><p>李敏，副局长，分管预算科、国库科工作。</p>",
    "<p>党组书记、局长：王建国</p><p>主持区财政局全面工作。</p><p>副局长：李敏</p><p>分管预算科、国库科工作。</p>",
    "<p>王建国 党组书记、局长</p><p>工作分工：主持区财政局全面工作。</p><p>李敏 副局长</p><p>工作分工：分管预算科、国库科工作。</p>",
    """
    <table><tr><th>姓名</th><th>职务</th><th>分工</th></tr><tr><td>王建国</td><td>党组书记、局长</td><td>主持区财政局全面工作。</td></tr>
    <tr><td>李 敏</td><td>副局长</td><td>分管预算科、国库科工作。</td></tr></table>
    """,
    """
    <div><p>姓名：王建国</p><p>职务：党组书记、局长</p><p>分工：主持区财政局全面工作。</p></div>
    <div><p>姓名：李敏</p><p>职务：副局长</p><p>分工：分管预算科、国库科工作。</p></div>
    """,
  ])
  func `are read with post and duty in every form`(_ html: String) {
    #expect(
      said(leaders(html)) == ["王建国|党组书记、局长|主持区财政局全面工作。", "李敏|副局长|分管预算科、国库科工作。"])
  }

  @Test func `are known by name alone where several stand in a list of leaders`() {
    let rows = ["王建国", "李敏", "欧阳明远"].enumerated().map {
      "<li><a href='\($0).html'>\($1)</a><span>2021-03-0\($0 + 1)</span></li>"
    }
    #expect(
      leaders("<ul>\(rows.joined())</ul>", title: "局领导").map(\.name) == ["王建国", "李敏", "欧阳明远"])
  }

  @Test func `are none where the page does not say so`() {
    let news = "<p>王建国 局长</p><p>李敏，副局长，主持会议并讲话，强调要抓好落实。</p>"
    #expect(leaders(news, title: "工作动态").isEmpty)
  }

  @Test func `are no columns of a menu`() {
    #expect(
      leaders(
        "<ul><li><a href=a>通知公告</a></li><li><a href=b>文件</a></li><li><a href=c>单位简介</a></li></ul>"
      ).isEmpty)
  }
}
