import JSON
import Testing

struct `JSON value` {
  private func value(_ text: String) -> JSONValue? { JSONValue(Array(text.utf8)) }

  @Test func `is found by the path of its names`() {
    let root = value(#"{"data":{"list":[{"t":"甲"},{"t":"乙"}],"total":"12"},"n":null}"#)
    #expect(root?.at(["data", "list"])?.elements?.compactMap { $0["t"]?.text } == ["甲", "乙"])
    #expect(root?.at(["data", "total"])?.number == 12)
    #expect(root?["n"] == nil)
    #expect(root?.at(["data", "x", "y"]) == nil)
    #expect(root?["data"]?["list"]?["t"] == nil)
  }

  @Test(arguments: [
    (#"\u5E7F\u4E1c"#, "广东"), (#"\uD83D\uDE00"#, "😀"), (#"\uD83D"#, "\u{FFFD}"),
    (#"\uD83Dx"#, "\u{FFFD}x"), (#"\uDE00\u5E7F"#, "\u{FFFD}广"), (#"a\/b\"c\n"#, "a/b\"c\n"),
    (#"\q"#, "q"), (#"\uZZZZ"#, "\u{FFFD}"), (#"\u12"#, "u12"),
  ])
  func `undoes escapes`(written: String, text: String) {
    #expect(value("[\"\(written)\"]")?.elements?.first?.text == text)
  }

  @Test(arguments: [
    ("9223372036854775807", Int.max), ("9223372036854775808", nil), ("1e400", nil), ("-5", -5),
    (#""12""#, 12), (#""12a""#, nil), ("true", nil), ("1.5", nil),
    (String(repeating: "9", count: 5000), nil),
  ])
  func `is a number within 64 bits`(text: String, number: Int?) {
    #expect(value("[\(text)]")?.elements?.first?.number == number)
  }

  @Test(arguments: [
    "", " ", "{", "[", "\"", "{\"a\"", "{\"a\":", "[1", "[1,", "{\"a\":1,", "tru", "[}", "{]",
    "[1 2]", "{\"a\" 1}", "\u{FEFF}", "<html>", "[1]]", "{'a':'", "{a", "\\", "-", "[-]", "[1.]",
  ])
  func `is none where the text breaks off or is another`(text: String) {
    guard let found = value(text) else { return }
    #expect(found.kind == .name)
  }

  @Test func `is refused beyond a depth and a number of nodes`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(value(deep) == nil)
    #expect(value(String(repeating: "[", count: 60) + String(repeating: "]", count: 60)) != nil)
    let many = "[" + String(repeating: "1,", count: JSONValue.mostValues + 10) + "1]"
    #expect(value(many) == nil)
  }

  @Test func `takes what scripts write`() {
    let root = value("{sid: '2', 'tree' : [ {id:7, name:'a',}, ], url: base, x: true}")
    #expect(root?["sid"]?.text == "2")
    #expect(root?["tree"]?.elements?.first?["id"]?.number == 7)
    #expect(root?["url"]?.kind == .name)
    #expect(root?["x"]?.flag == true)
  }

  @Test func `is read from the middle of a script`() throws {
    let script = Array("var a = {b:[1,2]}; more()".utf8)
    let start = try #require(script.firstIndex(of: UInt8(ascii: "{")))
    let found = try #require(JSONValue.read(script, from: start))
    #expect(found.value["b"]?.elements?.count == 2)
    #expect(script[found.end] == UInt8(ascii: ";"))
    #expect(JSONValue.read(script, from: 1000) == nil)
  }
}

struct `JSON tape` {
  @Test(arguments: ["{a:1}", "['a']", "[1,]", "[\"a\nb\"]", "[01]", "[abc]", "{}x"])
  func `of the strict dialect refuses what RFC 8259 does`(text: String) {
    #expect(throws: JSONFault.self) { try JSONTape(Array(text.utf8)) }
  }

  @Test func `names the fault and its place`() {
    #expect(throws: JSONFault(kind: .expected(UInt8(ascii: ":")), position: 5)) {
      try JSONTape(Array(#"{"a" 1}"#.utf8))
    }
  }
}
