import Page
import Sites
import Testing
import Web

/// Pages that show a few words where their content should be.
struct NoticeTests {
  /// What became of `/tj/`, a column of a site with one other column.
  private func outcome(_ fill: (inout PageFacts) -> Void) -> String? {
    var sketch = RecordSketch()
    sketch.page("/", .home) { facts in
      facts.link("/tj/", "统计月报", .menu)
      facts.link("/dt/", "工作动态", .menu)
    }
    sketch.page("/dt/", .column) { facts in
      facts.row("/dt/1.html", "开展走访服务", "2021-05-06")
    }
    sketch.page("/tj/", .other, fill)
    return sketch.site().unread.first { $0.url.path == "/tj/" }?.outcome.code
  }

  private static func say(_ text: String) -> (inout PageFacts) -> Void {
    { facts in
      facts.text = text
      facts.textLength = text.count { !$0.isWhitespace }
    }
  }

  @Test(arguments: ["您的请求已转交安全策略处理", "ok", "本栏目走丢了，返回首页"])
  func `a few words without a way into the site are no content`(_ words: String) {
    #expect(outcome(Self.say(words)) == "page.notice")
    #expect(
      outcome {
        Self.say(words)(&$0)
        $0.link("/", "返回首页", .other)
      } == "page.notice")
  }

  @Test(arguments: ["首页 工作动态\n您没有权限访问该栏目\n主办：区统计局", "首页\nError: java.sql.SQLException: x"])
  func `within the template a line that tells of a fault is known`(_ words: String) {
    #expect(
      outcome {
        Self.say(words)(&$0)
        $0.link("/dt/", "工作动态", .menu)
      } == "page.notice")
  }

  @Test func `the answer to a failed login is no page`() {
    #expect(
      outcome {
        Self.say("token失效")(&$0)
        $0.isAnswer = true
      } == "page.notice")
  }

  @Test func `a server's own first page and data that nobody asked for are no page`() {
    #expect(
      outcome {
        $0.bodyImages = 1
        if let maker = WebURL("http://go.example.com/") {
          $0.links.append(Link(url: maker, text: "", role: .other))
        }
      } == "page.notice")
    #expect(
      outcome {
        $0.isAnswer = true
        $0.listState = .unreadable
      } == "page.notice")
    // An interface that is known says plainly that a column has no rows.
    #expect(
      outcome {
        $0.isAnswer = true
        $0.kind = .column
        $0.listState = .empty
      } == nil)
  }

  @Test func `pages of the template, with particulars or with more text stand`() {
    #expect(
      outcome {
        Self.say("暂无信息")(&$0)
        $0.link("/dt/", "工作动态", .menu)
      } == nil)
    #expect(
      outcome {
        Self.say("电话：0999-5550101")(&$0)
        $0.fields = [Field(label: "电话", value: "0999-5550101")]
      } == nil)
    #expect(outcome(Self.say(String(repeating: "本局负责全区统计工作。", count: 20))) == nil)
    let long = String(repeating: "对数据库连接、服务器维护作出部署，", count: 10)
    #expect(
      outcome {
        Self.say(long)(&$0)
        $0.link("/dt/", "工作动态", .menu)
      } == nil)
  }

  @Test func `a page of dead frames is empty`() {
    var sketch = RecordSketch()
    sketch.page("/", .home) { $0.link("/tj/", "统计月报", .menu) }
    sketch.page("/tj/", .other) { $0.frames = [RecordSketch.url("/list.html")] }
    sketch.hole("/list.html", "http.notFound", .notFound)
    #expect(sketch.site().unread.map(\.outcome.code) == ["http.empty"])
  }
}

/// Files of scripts that write menus, and those that only stir one.
struct `The file of a menu's script that was not read` {
  private func gaps(menu: Int) -> [String] {
    var sketch = RecordSketch()
    sketch.page("/", .home) { facts in
      facts.menuScripts = [RecordSketch.url("/js/nav.js")]
      for number in 0..<menu { facts.link("/\(number)/", "栏目\(number)", .menu) }
    }
    sketch.hole("/js/nav.js", "robots.disallowed", .disallowed)
    return sketch.site().unread.map(\.url.path)
  }

  @Test func `may hide a column of a page without a menu`() {
    #expect(gaps(menu: 0) == ["/js/nav.js"])
    #expect(gaps(menu: 3) == ["/js/nav.js"])
  }

  @Test func `hides none where the page bears its menu`() {
    #expect(gaps(menu: 8).isEmpty)
  }
}
