import Dates
import Rules
import Support
import Testing
import YAML

/// A small pack that is right; tests spoil one line of it.
let goodPack = """
  pack: demo-2021
  title: {zh: 示例, en: Demo}
  issuer: {zh: 某区, en: A district}
  year: 2021
  effective: 2021-04-01
  scheme: weighted-sum
  roster:
    - {name: 区统计局, aliases: [山亭区统计局]}
    - {name: 区直各部门, kinds: [department]}
  rules:
    - id: "A.10"
      article: 第10行
      title: {zh: 公报, en: Communiqué}
      why: {zh: 因, en: Because}
      fix: {zh: 改, en: Mend}
      scope: any
      units: [区统计局]
      points: 5
      severity: must
      check: {kind: document, titles: [公报]}
    - id: "A.9"
      article: 第9行
      title: {zh: 月报, en: Bulletin}
      why: {zh: 因, en: Because}
      fix: {zh: 改, en: Mend}
      scope: each
      units: [山亭区统计局, 区直各部门]
      severity: should
      same-as: "A.10"
      check: {kind: freshness, cadence: monthly}

  """

private func problems(_ text: String) -> [String] {
  do {
    _ = try PackLoader.load(Array(text.utf8), file: "p.yaml")
    return []
  } catch {
    return error.all.map(\.description)
  }
}

struct `Pack loader` {
  @Test func `reads a pack whole, rules in clause order`() throws {
    let pack = try PackLoader.load(Array(goodPack.utf8), file: "p.yaml")
    #expect(pack.id == "demo-2021")
    #expect(pack.effective == CivilDate("2021-04-01"))
    #expect(pack.notice == nil)
    #expect(pack.rules.map(\.id.description) == ["demo-2021/A.9", "demo-2021/A.10"])
    #expect(pack.sha256.count == 64)
    let monthly = try #require(pack.rules.first)
    #expect(monthly.units == ["区统计局", "区直各部门"])
    #expect(monthly.sameAs == RuleID(pack: "demo-2021", clause: "A.10"))
    #expect(monthly.points == 0)
    #expect(monthly.kind == "freshness")
    #expect(monthly.requirement.keys == ["cadence"])
    #expect(monthly.place == "p.yaml:21:5")
  }

  @Test(arguments: [
    ("pack: demo-2021", "pack: a/b", "p.yaml:1:7: expected a name of ASCII letters"),
    ("year: 2021", "year: MMXXI", "p.yaml:4:7: expected a whole number from 1949 to 9999"),
    ("year: 2021", "yaer: 2021", "p.yaml:4:1: unknown key \"yaer\"; did you mean \"year\"?"),
    ("2021-04-01", "2021-04-31", "p.yaml:5:12: \"2021-04-31\" is no day"),
    ("weighted-sum", "weigthed-sum", "p.yaml:6:9: expected one of weighted-sum"),
    ("kinds: [department]", "kinds: [departement]", "p.yaml:9:27: expected one of department"),
    ("[山亭区统计局]}", "[区统计局]}", "p.yaml:8:28: the roster has \"区统计局\" twice"),
    ("scope: any", "scope: all", "p.yaml:16:12: expected one of each, any, district"),
    ("units: [区统计局]", "units: [区统计据]", "p.yaml:17:13: unit \"区统计据\" is not in the roster"),
    ("units: [区统计局]", "units: []", "p.yaml:17:12: expected at least one unit"),
    ("units: [区统计局]", "units: [区统计局, 山亭区统计局]", "p.yaml:17:19: unit \"山亭区统计局\" is"),
    ("points: 5", "points: -5", "p.yaml:18:13: expected a number from 0 to 1000"),
    ("severity: must", "severity: most", "p.yaml:19:15: expected one of veto, must, should"),
    ("{kind: document, titles", "{titles", "p.yaml:20:12: missing key \"kind\""),
    ("id: \"A.9\"", "id: \"A.10\"", "p.yaml:21:9: rule \"A.10\" stands twice"),
    ("id: \"A.9\"", "id: A/9", "p.yaml:21:9: expected a clause id or name without"),
    ("same-as: \"A.10\"", "same-as: \"A.11\"", "p.yaml:29:14: same-as names no rule of this pack"),
    ("same-as: \"A.10\"", "same-as: \"A.9\"", "p.yaml:29:14: \"A.9\" has a same-as itself"),
    (
      "severity: should", "severity: should\n    publishers: [区统计局]",
      "p.yaml:29:17: publishers has no effect with scope each; leave it out, or make the scope any"
    ),
    ("severity: should", "points: 3", "p.yaml:28:13: a rule with same-as is scored there"),
    ("title: {zh: 公报, en: Communiqué}", "title: []", "p.yaml:13:12: expected a text or {zh"),
  ])
  func `names the place of a fault`(line: String, spoiled: String, expected: String) {
    let text = goodPack.replacing(line, with: spoiled, maxReplacements: 1)
    #expect(text != goodPack)
    let found = problems(text)
    #expect(found.contains { ProblemText.matches($0, expected) }, "\(found)")
  }

  @Test(arguments: ["any", "district"])
  func `takes publishers where others' publications count`(scope: String) throws {
    let text = goodPack.replacing(
      "scope: any", with: "scope: \(scope)\n    publishers: [区直各部门]", maxReplacements: 1)
    let pack = try PackLoader.load(Array(text.utf8), file: "p.yaml")
    #expect(pack.rules.last?.publishers == ["区直各部门"])
  }

  @Test func `names all faults at once`() {
    let text = goodPack.replacing("points: 5", with: "points: x").replacing("any", with: "none")
    #expect(problems(text).count == 2)
  }

  @Test(arguments: ["", "- a\n", "x", "[", "\u{0}", "rules: 5\n", "rules: [1, [], {}]\nroster: {}"])
  func `refuses what is no pack`(text: String) {
    #expect(!problems(text).isEmpty)
  }
}
