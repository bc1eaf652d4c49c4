import Dates
import Findings
import Rules
import Score
import Testing
import Texts
import Web
import YAML

private let text = Bilingual(zh: "文", en: "text")

private func id(_ clause: String) -> RuleID { RuleID(pack: "p", clause: clause) }

private func pack(_ rules: [Rule], _ change: (inout Pack) -> Void = { _ in }) -> Pack {
  var pack = Pack(
    id: "p", title: Bilingual(zh: "包", en: "pack"), issuer: Bilingual(zh: "区", en: "district"),
    notice: nil, year: 2021, effective: nil, roster: [], rules: rules, scoring: Scoring(),
    sha256: "")
  change(&pack)
  return pack
}

private func rule(
  _ clause: String, _ points: Double, _ severity: Severity = .must, sameAs: String? = nil
) throws -> Rule {
  let empty = try YAMLDocument.read(Array("{}".utf8), file: "p.yaml")
  return Rule(
    id: id(clause), article: "第1行", title: text, why: text, scope: .each, units: ["甲"],
    points: points, severity: severity, sameAs: sameAs.map(id), fix: text, kind: "column",
    requirement: try #require(YAMLMapping(empty)), place: "p.yaml:1:1")
}

private func finding(_ clause: String, _ status: Status, share: Double? = nil) -> Finding {
  Finding(
    rule: id(clause), unit: UnitID("a"), status: status, share: share ?? (status == .pass ? 1 : 0),
    message: text, soughtFor: text)
}

private func unit(_ id: String = "a", kind: String = "department") -> ScoredUnit {
  ScoredUnit(id: UnitID(id), name: id, kind: kind, site: SiteID("portal"))
}

private func card(
  _ rules: [Rule], _ findings: [Finding], bar: Double = 60, waivers: [WaiverNote] = []
) -> Scorecard {
  Scorer(bar: bar, packs: [pack(rules)], waivers: waivers).score(unit(), findings).score
}

struct `Weighted sum` {
  @Test(arguments: [
    (Status.pass, 5.0, 5.0, 0.0), (.fail, 0, 5, 0), (.partial, 2, 5, 0), (.undetermined, 0, 0, 5),
    (.manual, 0, 0, 0), (.notApplicable, 0, 0, 0), (.waived, 0, 0, 0), (.untested, 0, 0, 0),
  ])
  func `gives each status its points`(
    status: Status, earned: Double, possible: Double, open: Double
  ) throws {
    let card = card(
      [try rule("1", 5)], [finding("1", status, share: status == .partial ? 0.4 : nil)])
    #expect(card.earned == earned)
    #expect(card.possible == possible)
    #expect(card.open == open)
  }

  @Test func `adds up decimals without noise and rounds to one decimal`() throws {
    let rules = try [rule("1", 0.1), rule("2", 0.2), rule("3", 2.7)]
    let card = card(rules, [finding("1", .pass), finding("2", .pass), finding("3", .fail)])
    #expect(card.earned == 0.3)
    #expect(card.possible == 3)
    #expect(card.percent == 10)
  }

  @Test func `scores an object once`() throws {
    let rules = try [rule("1", 15), rule("2", 5, sameAs: "1")]
    let both = [finding("1", .fail), finding("2", .fail)]
    let result = Scorer(bar: 60, packs: [pack(rules)], waivers: []).score(unit(), both)
    #expect(result.score.possible == 15)
    #expect(result.findings[1].points == Points(earned: 0, possible: 0))
    let open = card(rules, [finding("1", .undetermined), finding("2", .undetermined)])
    #expect(open.open == 15)
    // Judged alone, it is scored where it stands.
    #expect(card(rules, [finding("2", .pass)]).possible == 5)
  }

  // Best case below the bar: fail. Worst case at the bar: pass. Between: undetermined.
  @Test(arguments: [
    (50.0, 50.0, 0.0, Verdict.fail), (60, 40, 0, .pass), (59.96, 40.04, 0, .pass),
    (59.9, 40.1, 0, .fail),
    (50, 20, 30, .undetermined), (60, 10, 30, .pass), (10, 60, 30, .fail),
    (0, 0, 100, .undetermined),
    (0, 0, 0, .pass), (0, 70, 30, .fail),
  ])
  func `decides on the best and the worst case`(
    passed: Double, failed: Double, open: Double, expected: Verdict
  ) throws {
    let rules = try [rule("1", passed), rule("2", failed), rule("3", open)]
    let findings = [finding("1", .pass), finding("2", .fail), finding("3", .undetermined)]
    #expect(card(rules, findings).verdict == expected)
  }

  @Test func `fails on a veto, and waits for one that is open`() throws {
    let rules = try [rule("1", 100), rule("2", 0, .veto)]
    let vetoed = card(rules, [finding("1", .pass), finding("2", .fail)])
    #expect(vetoed.verdict == .fail)
    #expect(vetoed.vetoes == [id("2")])
    #expect(
      card(rules, [finding("1", .pass), finding("2", .undetermined)]).verdict == .undetermined)
    #expect(card(rules, [finding("1", .pass), finding("2", .pass)]).verdict == .pass)
  }

  @Test func `lets a bonus only add`() throws {
    let rules = try [rule("1", 50), rule("2", 50), rule("3", 15, .bonus)]
    let base = [finding("1", .pass), finding("2", .fail)]
    #expect(card(rules, base + [finding("3", .fail)]).percent == 50)
    #expect(card(rules, base + [finding("3", .pass)]).percent == 65)
    #expect(card(rules, base + [finding("3", .undetermined)]).verdict == .undetermined)
    #expect(
      card(rules, [finding("1", .pass), finding("2", .pass), finding("3", .pass)]).percent == 100)
  }

  @Test func `waives before it scores, and says why`() throws {
    let rules = try [rule("1", 5), rule("2", 5)]
    let waiver = WaiverNote(unit: UnitID("a"), rule: id("2"), note: "机构改革（区政府办公室）")
    let scorer = Scorer(bar: 60, packs: [pack(rules)], waivers: [waiver])
    let result = scorer.score(unit(), [finding("1", .pass), finding("2", .fail)])
    #expect(result.findings[1].finding.status == .waived)
    #expect(result.findings[1].waiver == waiver.note)
    #expect(result.score.possible == 5)
    #expect(scorer.score(unit("b"), [finding("2", .fail)]).findings[0].finding.status == .fail)
  }

  @Test func `ranks within a kind, ties share a rank, the unscored have none`() throws {
    let rules = try [rule("1", 10), rule("2", 10)]
    let scorer = Scorer(bar: 60, packs: [pack(rules)], waivers: [])
    let good = [finding("1", .pass), finding("2", .pass)]
    let half = [finding("1", .pass), finding("2", .fail)]
    let results = scorer.score([
      (unit("a"), half), (unit("b"), good), (unit("c"), half), (unit("d"), [finding("1", .fail)]),
      (unit("e"), [finding("1", .undetermined)]), (unit("t", kind: "town"), half),
    ])
    #expect(results.map(\.score.rank) == [2, 1, 2, 4, nil, 1])
    #expect(results.map(\.score.ranked) == [4, 4, 4, 4, 4, 1])
  }
}

struct `Exit status` {
  private func unit(_ verdict: Verdict) -> UnitResult {
    UnitResult(
      id: UnitID("a"), name: "a", kind: "department", site: SiteID("portal"),
      score: Scorecard(
        earned: 0, possible: 0, percent: nil, verdict: verdict, vetoes: [], open: 0, rank: nil,
        ranked: 0), findings: [])
  }

  private func site(complete: Bool) -> SiteResult {
    SiteResult(
      id: SiteID("portal"), status: "fetched", complete: complete, pages: 1, requests: 1, bytes: 1,
      outcomes: [:], problems: [], stopped: nil, liberties: [])
  }

  @Test(arguments: [
    ([Verdict.pass], true, Score.ExitStatus.pass), ([.pass, .fail], true, .fail),
    ([.pass, .undetermined], true, .incomplete), ([.pass], false, .pass),
    ([.fail, .undetermined], false, .fail), ([], true, .pass),
  ])
  func `follows the contract`(verdicts: [Verdict], complete: Bool, expected: Score.ExitStatus) {
    #expect(
      Score.ExitStatus(units: verdicts.map(unit), sites: [site(complete: complete)]) == expected)
  }

  @Test(arguments: [true, false])
  func `is incomplete where a finding hangs on what an incomplete site did not give`(
    complete: Bool
  ) {
    var unit = unit(.pass)
    let coverage = Coverage(
      pages: 1, columns: [], gaps: [CoverageGap(url: "http://x.cn/", outcome: "timeout.total")])
    let finding = Finding(
      rule: RuleID(pack: "p", clause: "1"), unit: unit.id, status: .undetermined, share: 0,
      message: Bilingual(zh: "", en: ""), soughtFor: Bilingual(zh: "", en: ""), coverage: coverage)
    unit.findings = [
      ScoredFinding(
        finding: finding, points: Points(earned: 0, possible: 0), title: Bilingual(zh: "", en: ""),
        why: Bilingual(zh: "", en: ""), article: "", severity: .must, sameAs: nil, waiver: nil)
    ]
    #expect(
      Score.ExitStatus(units: [unit], sites: [site(complete: complete)])
        == (complete ? .pass : .incomplete))
  }

}

struct `Scoring schemes` {
  @Test(arguments: [(0, 100.0), (1, 98.0), (3, 94.0), (9, 90.0)])
  func `takes from a hundred what the faults cost, up to the rule's cap`(
    faults: Int, earned: Double
  ) throws {
    var counted = try rule("1", 10)
    counted.deduction = Deduction(each: 2, most: 10)
    var found = finding("1", faults == 0 ? .pass : .fail)
    found.faults = max(1, faults)
    let pack = pack([counted, try rule("2", 5)]) { $0.scoring.scheme = .deductions }
    let card = Scorer(bar: 60, packs: [pack], waivers: [])
      .score(unit(), [found, finding("2", .undetermined)]).score
    #expect(card.earned == earned)
    #expect(card.possible == 100)
    #expect(card.open == 0)
  }

  @Test(arguments: [(60.0, 1.0, "优"), (95.0, 0.0, "优"), (60.0, 0.0, "中")])
  func `adds bonus points beyond the gate, and names the grade`(
    gate: Double, bonusEarned: Double, grade: String
  ) throws {
    var scoring = Scoring()
    scoring.bonusGate = gate
    scoring.mostBonus = 1
    scoring.grades = [
      Grade(name: Bilingual(zh: "优", en: "A"), from: 85),
      Grade(name: Bilingual(zh: "中", en: "C"), from: 0),
    ]
    let rules = try [rule("1", 8), rule("2", 2), rule("3", 5, .bonus)]
    let pack = pack(rules) { $0.scoring = scoring }
    let passes = gate == 95 || bonusEarned > 0
    let card = Scorer(bar: 60, packs: [pack], waivers: []).score(
      unit(),
      [
        finding("1", .pass), finding("2", gate == 95 ? .pass : .fail),
        finding("3", passes ? .pass : .fail),
      ]
    ).score
    #expect(card.bonus == (gate == 95 ? 1 : bonusEarned))
    #expect(card.grade?.zh == grade)
  }

  @Test(arguments: [
    (Status.pass, Status.pass, "优"), (.pass, .fail, "中"), (.pass, .undetermined, "暂不能定"),
    (.fail, .undetermined, "中"), (.undetermined, .undetermined, "暂不能定"),
  ])
  func `names a grade that what is open can't change`(
    first: Status, second: Status, grade: String
  ) throws {
    let pack = try pack([rule("1", 8), rule("2", 2)]) {
      $0.scoring.grades = [
        Grade(name: Bilingual(zh: "优", en: "A"), from: 85),
        Grade(name: Bilingual(zh: "中", en: "C"), from: 0),
      ]
    }
    let card = Scorer(bar: 60, packs: [pack], waivers: [])
      .score(unit(), [finding("1", first), finding("2", second)]).score
    #expect(card.grade?.zh == grade)
  }

  @Test func `adds up each heading and the one above it`() throws {
    var rules = try [rule("1.1-a", 5), rule("1.2-a", 3), rule("9", 2)]
    rules[0].dimension = "1.1"
    rules[1].dimension = "1.2"
    let pack = pack(rules) { pack in
      for (id, parent) in [("1", nil), ("1.1", "1"), ("1.2", "1")] as [(String, String?)] {
        pack.dimensions.append(Dimension(id: id, parent: parent, title: text, why: nil))
      }
    }
    let card = Scorer(bar: 60, packs: [pack], waivers: [])
      .score(unit(), [finding("1.1-a", .pass), finding("1.2-a", .fail), finding("9", .pass)]).score
    let sums = card.packs[0].dimensions
    #expect(sums.map(\.id) == ["1", "1.1", "1.2"])
    #expect(sums.map(\.earned) == [5, 5, 0])
    #expect(sums.map(\.possible) == [8, 5, 3])
  }

  @Test func `shows a draft rule without scoring it`() throws {
    var draft = try rule("1", 5)
    draft.standing = .draft
    let card = card([draft, try rule("2", 5)], [finding("1", .fail), finding("2", .pass)])
    #expect(card.percent == 100)
  }
}
