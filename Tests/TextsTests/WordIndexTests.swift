import Testing
import Texts

/// One word out of many.
struct `Word index` {
  @Test func `knows its words and no others`() {
    let words =
      ["来源", "发布时间", "a", "", "信息发布日期", "12345678", "123456789", "来源"]
      + (0..<500).map { "词\($0)" }
    let list = words.map { Array($0.utf8) }
    let index = WordIndex(list)
    for (place, word) in list.enumerated() {
      // Of two the first counts.
      #expect(index.place(of: word[...]) == (place == 7 ? 0 : place))
    }
    for stranger in ["来", "来源：", "b", "1234567", "词500", "日期"] {
      #expect(index.place(of: Array(stranger.utf8)[...]) == nil, "\(stranger)")
    }
    #expect(index.place(of: Array("信息来源".utf8)[6...]) == 0)
    #expect(WordIndex([]).place(of: Array("x".utf8)[...]) == nil)
  }
}
