import Dates
import Testing
import Texts
import YAML

private enum Fruit: String, CaseIterable { case apple, pear, quince }

private func mapping(_ text: String) throws -> YAMLMapping {
  let root = try YAMLDocument.read(Array(text.utf8), file: "x.yaml")
  return try #require(YAMLMapping(root))
}

struct `YAML reading` {
  @Test func `reads quoted and unquoted alike`() throws {
    let log = YAMLProblemLog()
    let map = try mapping(
      """
      text: 3.10
      one: a
      many: [a, "b"]
      int: "5"
      double: 0.5
      bool: "true"
      date: "2021-12-31"
      word: pear
      size: 10MB
      both: 文
      each: {zh: 文, en: text}
      """)
    #expect(map.string("text", log: log) == "3.10")
    #expect(map.strings("one", log: log) == ["a"])
    #expect(map.strings("many", log: log) == ["a", "b"])
    #expect(map.int("int", log: log) == 5)
    #expect(map.double("double", log: log) == 0.5)
    #expect(map.bool("bool", log: log) == true)
    #expect(map.date("date", log: log) == CivilDate("2021-12-31"))
    #expect(map.enumeration("word", of: Fruit.self, log: log) == .pear)
    #expect(map.size("size", log: log) == 10_485_760)
    #expect(map.bilingual("both", log: log) == Bilingual(zh: "文", en: "文"))
    #expect(map.bilingual("each", log: log) == Bilingual(zh: "文", en: "text"))
    #expect(map.string("missing", log: log) == nil)
    #expect(log.problems.isEmpty)
  }

  @Test(arguments: [
    ("k: []", "x.yaml:1:4: 应为文字，实为列表 / expected a text, not a list"),
    ("k: ' '", "x.yaml:1:4: 应为文字，实为“ ” / expected a text, not \" \""),
  ])
  func `wants a text`(text: String, expected: String) throws {
    let log = YAMLProblemLog()
    #expect(try mapping(text).string("k", log: log) == nil)
    #expect(log.problems.map(\.description) == [expected])
  }

  @Test(arguments: [
    ("k: 3.5", "expected a whole number from 1 to 9, not \"3.5\""),
    ("k: 10", "expected a whole number from 1 to 9, not \"10\""),
    (
      "k: 99999999999999999999", "expected a whole number from 1 to 9, not \"99999999999999999999\""
    ),
    ("k: {}", "expected a whole number from 1 to 9, not a mapping"),
  ])
  func `wants a whole number`(text: String, expected: String) throws {
    let log = YAMLProblemLog()
    #expect(try mapping(text).int("k", in: 1...9, log: log) == nil)
    #expect(log.problems.map(\.message.en) == [expected])
  }

  @Test(arguments: ["nan", "inf", "0x1p3", "1e3", "-1", "101", "", "1.2.3"])
  func `wants a plain number`(text: String) throws {
    let log = YAMLProblemLog()
    #expect(try mapping("k: '\(text)'").double("k", in: 0...100, log: log) == nil)
    #expect(
      log.problems.map(\.message.en) == ["expected a number from 0 to 100, not \"\(text)\""])
  }

  @Test(arguments: [
    ("2021-02-30", "\"2021-02-30\" is no day of the calendar; write a real day as YYYY-MM-DD"),
    ("2021/12/31", "expected a day written YYYY-MM-DD (such as 2021-12-31), not \"2021/12/31\""),
    ("2021-1-2", "expected a day written YYYY-MM-DD (such as 2021-12-31), not \"2021-1-2\""),
    ("[]", "expected a day written YYYY-MM-DD (such as 2021-12-31), not a list"),
  ])
  func `wants a day of the calendar`(text: String, expected: String) throws {
    let log = YAMLProblemLog()
    #expect(try mapping("k: \(text)").date("k", log: log) == nil)
    #expect(log.problems.map(\.message.en) == [expected])
  }

  @Test func `names the nearest word of a closed set`() throws {
    let log = YAMLProblemLog()
    #expect(try mapping("k: appel").enumeration("k", of: Fruit.self, log: log) == nil)
    #expect(
      log.problems.map(\.message.en) == [
        "expected one of apple, pear, quince, not \"appel\"; did you mean \"apple\"?"
      ])
  }

  @Test(arguments: [
    "0", "-1MB", "10XB", "MB", "9223372036854775807GB", "1.5MB", "8589934591GB", "1025MB",
  ])
  func `refuses sizes that are none`(text: String) throws {
    let log = YAMLProblemLog()
    #expect(try mapping("k: \(text)").size("k", log: log) == nil)
    #expect(log.problems.count == 1)
  }

  @Test(arguments: [
    ("4096", 4096), ("512KB", 524_288), ("1 GB", 1_073_741_824), ("2mib", 2_097_152),
  ])
  func `reads sizes`(text: String, expected: Int) throws {
    let log = YAMLProblemLog()
    #expect(try mapping("k: \(text)").size("k", log: log) == expected)
  }

  @Test func `names every unknown and missing key at its place`() throws {
    let log = YAMLProblemLog()
    let map = try mapping("title: a\nas_of: b\nempty:\n")
    map.allow(only: ["title", "as-of", "empty", "rules"], log: log)
    map.require(["title", "empty", "rules"], log: log)
    #expect(
      log.problems.map(\.message.en) == [
        "unknown key \"as_of\"; did you mean \"as-of\"? "
          + "(valid keys: title, as-of, empty, rules)",
        "key \"empty\" has no value", "missing key \"rules\"",
      ])
  }

  @Test func `wants both languages`() throws {
    let log = YAMLProblemLog()
    #expect(try mapping("k: {zh: 文, eng: text}").bilingual("k", log: log) == nil)
    #expect(log.problems.count == 2)
  }

  @Test func `sorts problems by their place`() {
    let all = [(3, 1), (1, 9), (1, 2)].map {
      YAMLProblem(file: "x", line: $0.0, column: $0.1, message: Bilingual(zh: "m", en: "m"))
    }
    #expect(YAMLProblems(all).description == "x:1:2: m\nx:1:9: m\nx:3:1: m")
  }
}

struct `Nearest word` {
  @Test(arguments: [
    ("freshnes", "freshness"), ("区财政据", "区财政局"), ("zzz", nil), ("", nil),
  ])
  func `is found only when near`(word: String, expected: String?) {
    #expect(NearestWord.to(word, in: ["freshness", "document", "区财政局"]) == expected)
  }
}
