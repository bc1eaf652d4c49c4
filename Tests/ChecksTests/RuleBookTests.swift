import Checks
import Findings
import Rules
import Sites
import Support
import Testing
import Texts
import Web
import YAML

#if canImport(Glibc)
  import Glibc
#endif

private func problems(_ check: String) -> [String] {
  do {
    _ = try RuleBook(try RuleSketch(check).pack())
    return []
  } catch let error as YAMLProblems {
    return error.all.map(\.message.en)
  } catch {
    return ["\(error)"]
  }
}

struct `Rule book` {
  @Test(arguments: [
    (
      "{kind: freshnes, cadence: weekly}",
      "unknown check kind \"freshnes\"; did you mean \"freshness\"?"
    ),
    ("{kind: freshness, columns: [a], cadence: daily}", "expected one of weekly"),
    ("{kind: freshness, cadence: weekly}", "needs at least one of \"columns\", \"titles\""),
    ("{kind: freshness, columns: [a], cadence: weekly, period-of: title}", "titles name no weeks"),
    ("{kind: freshness, columns: [a], cadence: weekly, joint: [[1, 2]]}", "joint months"),
    ("{kind: freshness, columns: [a], cadence: monthly, joint: [[1, 13]]}", "from 1 to 12"),
    ("{kind: freshness, titles: ['re:((('], cadence: monthly}", "bad pattern"),
    ("{kind: document, titles: [a], due: 02-30}", "MM-DD"),
    ("{kind: document, titles: [a], due: 01-31, from: 03-01}", "lies after"),
    ("{kind: document, titels: [a]}", "unknown key \"titels\""),
    ("{kind: document}", "missing key \"titles\""), ("{kind: column}", "missing key \"columns\""),
    ("{kind: naming, form: x}", "needs at least one of \"columns\", \"titles\""),
    ("{kind: elements, parts: []}", "at least one part"),
    (
      "{kind: elements, parts: [{id: a, name: b, columns: [c], shape: round}]}",
      "expected one of text"
    ),
    ("{kind: interpretation, days: -1, columns: [a], policy-columns: [b]}", "whole number"),
    ("{kind: interpretation, days: 3, columns: [a]}", "\"policy-columns\", \"policy-titles\""),
    ("{kind: composite, rules: [B.7]}", "no rule of this pack decides the clause \"B.7\""),
    // A composite rule decides nothing by itself: not even one that names itself.
    ("{kind: composite, rules: [A.1]}", "no rule of this pack decides the clause \"A.1\""),
  ])
  func `refuses bad keys with what is valid`(check: String, expected: String) {
    let found = problems(check)
    #expect(found.contains { $0.contains(expected) }, "\(found)")
  }

  @Test func `names every problem at once`() {
    #expect(problems("{kind: freshness, columns: [a], cadence: daily, due: soon, x: 1}").count == 3)
  }

  @Test func `places the clause that a composite rule misspells`() throws {
    do {
      _ = try RuleBook(try RuleSketch("{kind: composite, rules: [B.7, B.8]}").pack())
      Issue.record("not refused")
    } catch let error as YAMLProblems {
      #expect(error.all.map { "\($0.line):\($0.column)" } == ["21:38", "21:43"])
    }
  }

  @Test func `binds every rule of the shipped packs`() throws {
    let finder = PackFinder(folders: [Fixtures.root + "/Rules"])
    for location in finder.all() {
      let pack = try finder.load(location)
      #expect(try RuleBook(pack).rules.count == pack.rules.count)
    }
  }

  @Test func `does not bind units that the rule does not name`() throws {
    var sketch = SiteSketch()
    sketch.unit("ymz", "云门镇", kind: "town")
    let finding = try sketch.judge(RuleSketch("{kind: column, columns: [a]}"), "ymz")
    #expect(finding.status == .notApplicable)
    #expect(finding.message.zh.contains("不适用于云门镇"))
  }

  @Test func `judges a district rule once, on the whole portal`() throws {
    var sketch = SiteSketch()
    sketch.column("意见征集", of: "mzj", rows: [Row("征集", "2021-01-01")])
    let rule = RuleSketch("{kind: column, columns: [意见征集]}", scope: "district")
    #expect(try sketch.status(rule, "czj") == .pass)
    #expect(try sketch.status(rule, "mzj") == .pass)
  }

  @Test func `gives the same findings for the same survey`() throws {
    var sketch = SiteSketch()
    for number in 0..<30 {
      sketch.column(
        "栏目\(number)", of: number % 2 == 0 ? "czj" : "mzj",
        rows: [Row("统计月报\(number)", "2021-05-0\(number % 9 + 1)")])
      sketch.gap("/x\(number)/", .blocked, ["更多"])
    }
    let rule = RuleSketch("{kind: freshness, titles: ['统计月报'], cadence: monthly}", scope: "any")
    let first = try sketch.judge(rule)
    for _ in 0..<5 { #expect(try sketch.judge(rule) == first) }
  }

  // A forgotten line in the registry fails here.
  @Test func `knows every check of its folder`() {
    var files: [String] = []
    let folder = Fixtures.root + "/Sources/Checks/Kinds"
    if let handle = unsafe opendir(folder) {
      while let entry = unsafe readdir(handle) {
        let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name.hasSuffix("Check.swift") { files.append(String(name.dropLast(6))) }
      }
      unsafe closedir(handle)
    }
    #expect(files.sorted() == allChecks.map { "\($0)" }.sorted())
    #expect(Set(allChecks.map { $0.descriptor.kind }).count == allChecks.count)
  }
}
