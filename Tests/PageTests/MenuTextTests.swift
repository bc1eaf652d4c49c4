import Page
import Testing

/// What a blank page shows beside its own name.
struct `A blank column under a long menu` {
  @Test(arguments: [4, 12, 30])
  func `has no text but its name`(count: Int) {
    let menu = (0..<count).map { "<li><a href='/n\($0)/'>通知公告\($0 % 10)</a></li>" }.joined()
    let facts = read(
      "<div class=header><div class=nav><ul>\(menu)</ul></div></div><div class=right>"
        + "<div class=tit>统计月报</div><ul></ul></div><div class=footer>主办：区统计局</div>",
      at: "http://www.example.gov.cn/yb/")
    #expect(facts.textLength == 4)
  }
}
