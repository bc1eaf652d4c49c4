import Markup
import Testing

@testable import Page

/// What is known of a line from its text node is what stands in the line.
struct `Words of a line` {
  private func expectSame(_ markup: [UInt8]) {
    let reading = PageReading(Document(parsing: markup), url: nil, fetchedAt: nil)
    for line in reading.lines.facts.indices {
      let text = reading.lines.flow.text(line)
      let words = unsafe text.withUnsafeBufferPointer { unsafe LineWords.of($0) }
      #expect(
        reading.lines.facts[line].words == words, "\(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test(arguments: [
    "<p>© 2024 某区</p>", "<p>©&nbsp;2024 某区</p>", "<p>&copy;\u{3000}2024</p>", "<p>©\n2024</p>",
    "<p>©</p>", "<p>©&amp;nbsp;2024</p>", "<p>某区©&#8195;2024</p>",
    "<p><b>版权</b>所有</p>", "<p>版权 所有</p>", "<p>联系<br>电话：8765432</p>",
    "<div>发布<span>时间</span>：2024年</div>",
    "<p>当前位置：<a href='/'>首页</a></p>", "<script>document.write('<p>版权所有</p>')</script><p>位置</p>",
    "<button>版权所有</button><p>主办单位：某局</p>", "<ul><li>上一篇：无</li><li>打印本页</li></ul>",
    "<p style='display:none'>版权所有</p><p>。</p>",
  ])
  func `are those of its text`(markup: String) { expectSame(Array(markup.utf8)) }
}
