import Support
import Testing
import Texts
import YAML

private func problems(_ bytes: [UInt8]) -> [String] {
  do {
    _ = try YAMLDocument.read(bytes, file: "x.yaml")
    return []
  } catch {
    return error.all.map(\.description)
  }
}

private func read(_ text: String) throws -> YAMLValue {
  try YAMLDocument.read(Array(text.utf8), file: "x.yaml")
}

struct `YAML document` {
  @Test func `keeps the text of scalars and their places`() throws {
    let root = try read("id: 3.10\nday: 2021-01-02\non: yes\nempty:\nlist:\n  - \"a\"\n  - 中文\n")
    let mapping = try #require(YAMLMapping(root))
    #expect(mapping.keys == ["id", "day", "on", "empty", "list"])
    #expect(mapping["id"]?.text == "3.10")
    #expect(mapping["on"]?.text == "yes")
    #expect(mapping["empty"] == nil)
    let log = YAMLProblemLog()
    let list = try #require(mapping.list("list", log: log))
    #expect(list.map(\.text) == ["a", "中文"])
    #expect(list.map(\.line) == [6, 7])
    #expect(list.map(\.column) == [5, 5])
  }

  @Test func `skips a byte order mark and takes CRLF`() throws {
    let root = try YAMLDocument.read(
      [0xEF, 0xBB, 0xBF] + Array("a: 1\r\nb: 2\r\n".utf8), file: "x")
    #expect(YAMLMapping(root)?.keys == ["a", "b"])
    #expect(root.column == 1)
  }

  @Test func `reads an empty text as nothing`() throws {
    for text in ["", "\n\n", "# only a comment\n"] {
      #expect(try read(text).seen.en == "nothing")
    }
  }

  @Test(arguments: [
    ("a: 1\n\tb: 2\n", "x.yaml:2:1: a tab stands"),
    ("a: [1, 2\nb: 3\n", "x.yaml:2:2: "),
    ("a: 'open\n", "x.yaml:2:1: not readable as YAML while scanning a quoted scalar"),
    ("a: b: c\n", "x.yaml:1:5: a \":\" stands where none may"),
    ("a: @x\n", "x.yaml:1:4: this character cannot begin a value"),
    ("a: 1\nb: 2\na: 3\n", "x.yaml:1:1: this mapping has a key twice: \"a\""),
    ("a: 1\n---\nb: 2\n", "x.yaml:2:1: a second document"),
    ("a: &n 1\nb: *n\n", "x.yaml:2:4: alias \"*n\""),
    ("a: *n\n", "x.yaml:1:4: a value that begins with * needs quotes"),
    ("a: \u{1}\n", "x.yaml:1:4: this character may not stand in YAML"),
    ("a\n  b: 1\n", "x.yaml:2:4: a \":\" stands where none may"),
  ])
  func `says where and what is wrong`(text: String, expected: String) {
    let found = problems(Array(text.utf8))
    #expect(found.count == 1)
    #expect(ProblemText.matches(found.first ?? "", expected), "\(found)")
  }

  @Test(arguments: [
    ([0x61, 0x3A, 0x20, 0xC9, 0xF1], "x.yaml:1:4: this byte is not UTF-8"),
    ([0xFF, 0xFE, 0x61, 0x00], "x.yaml:1:1: the file is UTF-16"),
    ([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x00, 0xFF], "x.yaml:1:7: this byte is not UTF-8"),
    ([0x61, 0x00, 0x62], "x.yaml:1:2: this character may not stand"),
  ])
  func `refuses bytes that are no text`(bytes: [UInt8], expected: String) {
    let found = problems(bytes)
    #expect(ProblemText.matches(found.first ?? "", expected), "\(found)")
  }

  @Test func `refuses a hundred megabytes unread`() {
    let found = problems([UInt8](repeating: 0x61, count: 100 << 20))
    let expected = "x.yaml:1:1: the file has 104857600 bytes; at most 4194304 are read"
    #expect(found.count == 1)
    #expect(ProblemText.matches(found.first ?? "", expected))
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[{a: ", "- ? "])
  func `refuses nesting without end`(piece: String) {
    let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    let found = problems(Array(text.utf8))
    #expect(found.count == 1)
  }

  @Test func `refuses aliases that would multiply`() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    let found = problems(Array(text.utf8)).first ?? ""
    #expect(ProblemText.matches(found, "x.yaml:2:10: alias \"*a0\""))
    #expect(problems(Array("? &k [x]\n: 1\n? *k\n: 2\n".utf8)).count == 1)
  }

  @Test func `leaves stars and ampersands in texts alone`() throws {
    let root = try read("a: http://x/?b=1&page=2\nc: 're:.*页'\nd: R & D\n")
    #expect(YAMLMapping(root)?["a"]?.text == "http://x/?b=1&page=2")
  }
}
