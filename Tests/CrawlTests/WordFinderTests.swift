import Testing

@testable import Crawl

struct WordFinderTests {
  @Test func `the lowest rank of all words found is given`() {
    let finder = WordFinder([["页面不存在", "404 not found"], ["系统错误", "错误页面不存在否"]])
    #expect(finder.rank(in: Array("系统错误，页面不存在".utf8)) == 0)
    #expect(finder.rank(in: Array("出现系统错误".utf8)) == 1)
    #expect(finder.rank(in: Array("错误页面不存在否".utf8)) == 0)
    #expect(finder.rank(in: Array("页面不存".utf8)) == nil)
    #expect(finder.rank(in: []) == nil)
  }

  @Test func `words shorter than three bytes are left out, and none match nothing`() {
    #expect(!WordFinder([["ab", ""]]).occurs(in: "abab"))
    #expect(!WordFinder([]).occurs(in: "abc"))
    #expect(WordFinder([["abc"]]).occurs(in: "xxabc"))
  }
}
