import Markup
import Page
import Testing

struct `Page regions` {
  /// The part in which the element with that id lies.
  private func part(_ id: String, _ body: String) -> Regions.Part? {
    let document = Document(parsing: Array(ListPages.framed(body).utf8))
    let regions = Regions(document, names: PageNames(document))
    let wanted = Array(id.utf8)
    let node = (0..<document.count).first {
      document.attribute($0, "id").map { $0.elementsEqual(wanted) } ?? false
    }
    return node.map { regions.part(of: $0) }
  }

  @Test(
    arguments: [
      ("<div class='footer'><b id=x>版权所有</b></div>", Regions.Part.footer),
      ("<nav><a id=x href='/'>首页</a></nav>", .menu),
      ("<div class='subNav'><a href='/a/'>机构</a><a id=x href='/b/'>领导</a></div>", .menu),
      ("<div id='side-bar'><b id=x>栏目</b></div>", .side),
      ("<p>您现在的位置：<a href='/'>首页</a> &gt; <a id=x href='/a/'>公开</a></p>", .crumb),
      (
        "<div><h4>友情链接</h4><a href='http://a.cn/'>甲</a><a id=x href='http://b.cn/'>乙</a></div>",
        .friends
      ),
      (
        "<div><h4>相关阅读</h4><ul><li><a href='/1.html'>甲文</a></li><li><a id=x href='/2.html'>乙文</a></li></ul></div>",
        .related
      ),
      ("<div class='bt'><p>主办单位：平湖区人民政府</p><p id=x>网站标识码：3700000000</p></div>", .footer),
      ("<div class='photo-hotel'><b id=x>甲</b></div>", .main),
      ("<div class='content'><p id=x>正文</p></div>", .main),
    ])
  func `are judged by names and texts`(body: String, expected: Regions.Part) {
    #expect(part("x", body) == expected)
  }

  @Test func `are the same whatever pages were read before`() {
    let body =
      "<div class='footer-box'><b id=x>甲</b></div><div class='subNav'><a id=y href='/'>乙</a></div>"
    let before = (part("x", body), part("y", body))
    // More names than are remembered, and one too long to be.
    let many = (0..<6000).map { "<i class='n\($0)'>丙</i>" }.joined()
    _ = part("z", many + "<p id=z class='\(String(repeating: "footer-", count: 20))'>丁</p>")
    #expect(part("x", body) == before.0 && part("y", body) == before.1)
    #expect(part("x", body) == .footer)
  }

  @Test func `of dated rows are no menu whatever their class says`() {
    let body = """
      <div class="nav_content"><ul><li><a href="1.html">关于绿化的通知</a><i>2021-03-05</i></li>
      <li><a id=x href="2.html">关于放假的公告</a><i>2021-02-08</i></li></ul></div>
      """
    #expect(part("x", body) == .main)
  }
}

struct `Plain breadcrumbs` {
  @Test func `do not reach into the list below`() {
    let facts = ListPages.bare(
      """
      <body><div class="w"><div class="dz">当前位置：首页&gt;图片新闻</div><div class="list"><ul>
      <li><a href="t20170805_1.html"><img src="1.jpg"></a><div><a href="t20170805_1.html">枫叶谷秋色入画来</a></div></li>
      <li><a href="t20170805_2.html"><img src="2.jpg"></a><div><a href="t20170805_2.html">松江水鸟归来早</a></div></li>
      </ul><div class="fy"><script>Pager({size:1, current:0, prefix:'index',suffix:'html'});</script></div></div></div>
      """)
    #expect(facts.entries.map(\.title) == ["枫叶谷秋色入画来", "松江水鸟归来早"])
  }
}
