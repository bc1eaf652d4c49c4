import Patterns
import Testing

struct `Pattern tests` {
  @Test func `gives groups in bytes, unset ones as nil`() throws {
    let pattern = try Pattern("(年)|(\\d+)(月)?")
    let match = try #require(pattern.firstMatch(in: Array("第12号".utf8)))
    #expect(match.groups == [3..<5, nil, 3..<5, nil])
    #expect(match.range == 3..<5)
  }

  @Test func `finds the next match from a place on`() throws {
    let pattern = try Pattern("\\d")
    let text = Array("a1b2".utf8)
    #expect(pattern.firstMatch(in: text)?.range == 1..<2)
    #expect(pattern.firstMatch(in: text, from: 2)?.range == 3..<4)
    #expect(pattern.firstMatch(in: text, from: 4) == nil)
    #expect(pattern.firstMatch(in: text, from: 99) == nil)
    #expect(pattern.firstMatch(in: text, from: -1) == nil)
  }

  @Test func `matches the empty text`() throws {
    #expect(try Pattern("^$").firstMatch(in: [])?.range == 0..<0)
  }

  @Test func `ends a pattern that runs wild`() throws {
    let pattern = try Pattern("^(a+)+$")
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 5000) + [UInt8(ascii: "b")]
    #expect(pattern.firstMatch(in: text) == nil)
  }

  @Test func `matches long text that needs a deep stack`() throws {
    let pattern = try Pattern("^(?:a|b)*c")
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 20_000) + [UInt8(ascii: "c")]
    #expect(pattern.firstMatch(in: text)?.range == 0..<20_001)
  }

  @Test func `does not match broken text, nor crash on it`() throws {
    let pattern = try Pattern("a.c")
    #expect(pattern.firstMatch(in: [0x61, 0xFF, 0x63]) == nil)
  }

  @Test func `refuses a bad pattern with place and reason`() {
    do throws(Pattern.Fault) {
      _ = try Pattern("政(务")
      Issue.record("compiled")
    } catch {
      #expect(error.offset == 7)
      #expect(error.message.contains("parenthes"))
      #expect(error.description.contains("政(务"))
    }
  }

  @Test func `can be used from many tasks at once`() async throws {
    let pattern = try Pattern("(\\d{4})年")
    let text = Array("二〇二一 2021年".utf8)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 { group.addTask { pattern.firstMatch(in: text) != nil } }
      for await found in group { #expect(found) }
    }
  }
}
