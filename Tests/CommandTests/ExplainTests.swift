import Foundation
import Support
import Testing

/// `mingcha read --explain`: why the reader chose as it did.
@Suite(.timeLimit(.minutes(5)))
struct `Explaining a page` {
  private static let page = SampleDistrict.bundledFolder + "/pages/zwgk/bm/czj/gzdt/index.html"

  @Test func `speaks Chinese, and English when asked`() async throws {
    let chinese = try await BuiltCommand.mingcha("read", "--explain", Self.page)
    #expect(chinese.status == 0, "\(chinese.errors)")
    #expect(chinese.output.contains("类型：column (读到了主列表)"))
    #expect(chinese.output.contains("编码：utf-8"))
    let english = try await BuiltCommand.mingcha("read", "--explain", "--lang", "en", Self.page)
    #expect(english.output.contains("kind: column (a main list was read)"))
  }

  @Test func `adds a member to the page's JSON when asked`() async throws {
    let outcome = try await BuiltCommand.mingcha("read", "--explain", "--json", Self.page)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let explain = try #require(object["explain"] as? [String: Any])
    #expect(explain["kindReason"] as? String == "list")
    #expect(explain["encodingReason"] as? String == "meta")
    #expect((explain["list"] as? [String: Any])?["rows"] as? Int == 15)
    #expect(object["kind"] as? String == "column")
  }

  @Test func `shows what the page has beyond the contract's keys`() async throws {
    let outcome = try await BuiltCommand.mingcha("read", Self.page)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    for key in ["contacts", "leaders", "guide", "questions", "letters", "tables", "namedFiles"] {
      #expect(object[key] is [Any], "\(key)")
    }
    for key in ["marks", "metas", "identity"] { #expect(object[key] is [String: Any], "\(key)") }
  }
}
