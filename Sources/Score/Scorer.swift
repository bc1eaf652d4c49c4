package import Findings
package import Rules
import Texts
package import Web

/// A waiver of the plan: a rule that a unit is let off, and why.
package struct WaiverNote: Sendable, Hashable {
  package var unit: UnitID
  package var rule: RuleID
  /// The reason and who gave it, as the report shows it.
  package var note: String

  package init(unit: UnitID, rule: RuleID, note: String) {
    self.unit = unit
    self.rule = rule
    self.note = note
  }
}

/// A unit as a scorecard names it.
package struct ScoredUnit: Sendable, Hashable {
  package var id: UnitID
  package var name: String
  package var kind: String
  package var site: SiteID

  package init(id: UnitID, name: String, kind: String, site: SiteID) {
    self.id = id
    self.name = name
    self.kind = kind
    self.site = site
  }
}

/// Turns findings into scorecards, each pack by its own scheme.
///
/// Weighted sum: pass earns a rule's points, partial its share, fail none; what is undetermined
/// stays open, and the per cent is over what applies and could be determined. Hundred minus
/// deductions: each pack begins at 100 and loses what its faults cost. In both, notApplicable,
/// manual, waived, untested and draft rules count neither way, a rule with `sameAs` is scored at
/// the other rule, and bonus points only add, once the gate is reached. No float noise: sums are
/// rounded to 1/1000 point.
package struct Scorer: Sendable {
  /// Per cent that a unit needs to pass.
  private let bar: Double
  private let packs: [Pack]
  private let rules: [RuleID: Rule]
  private let waivers: [UnitID: [RuleID: String]]

  package init(bar: Double, packs: [Pack], waivers: [WaiverNote]) {
    self.bar = bar
    self.packs = packs
    rules = Dictionary(
      packs.flatMap(\.rules).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var byUnit: [UnitID: [RuleID: String]] = [:]
    for waiver in waivers { byUnit[waiver.unit, default: [:]][waiver.rule] = waiver.note }
    self.waivers = byUnit
  }

  /// Scores all units and ranks them within their kinds; findings in rule order, for each unit.
  package func score(_ units: [(unit: ScoredUnit, findings: [Finding])]) -> [UnitResult] {
    var results = units.map { score($0.unit, $0.findings) }
    Ranking.rank(&results)
    return results
  }

  /// Scores one unit, without a rank.
  package func score(_ unit: ScoredUnit, _ findings: [Finding]) -> UnitResult {
    let scored = findings.compactMap { finding in
      rules[finding.rule].map { self.scored(finding, $0, unit.id, present: findings) }
    }
    return UnitResult(
      id: unit.id, name: unit.name, kind: unit.kind, site: unit.site, score: card(scored),
      findings: scored)
  }

  private func scored(
    _ finding: Finding, _ rule: Rule, _ unit: UnitID, present: [Finding]
  ) -> ScoredFinding {
    var finding = finding
    let waiver = waivers[unit]?[rule.id]
    if waiver != nil && finding.status != .notApplicable { finding.status = .waived }
    // What is scored elsewhere scores nothing here, as long as it is judged there at all.
    let isElsewhere = rule.sameAs.map { other in present.contains { $0.rule == other } } ?? false
    let worth = isElsewhere || rule.standing == .draft ? 0 : max(rule.points, 0)
    var scored = ScoredFinding(
      finding: finding, points: points(finding, worth, rule), title: rule.title,
      why: rule.why, article: rule.article, severity: rule.severity, sameAs: rule.sameAs,
      waiver: finding.status == .waived ? waiver : nil)
    scored.worth = worth
    scored.dimension = rule.dimension
    scored.deduction = rule.deduction
    return scored
  }

  private func points(_ finding: Finding, _ worth: Double, _ rule: Rule) -> Points {
    let possible = rule.severity == .bonus ? 0 : worth
    switch finding.status {
    case .pass: return Points(earned: worth, possible: possible)
    case .partial, .fail:
      if let deduction = rule.deduction, worth > 0 {
        let lost = min(deduction.each * Double(finding.faults), deduction.most, worth)
        return Points(earned: Self.rounded(worth - lost), possible: possible)
      }
      let share = finding.status == .fail ? 0 : min(max(finding.share, 0), 1)
      return Points(earned: Self.rounded(worth * share), possible: possible)
    case .undetermined, .manual, .notApplicable, .waived, .untested:
      return Points(earned: 0, possible: 0)
    }
  }

  static func rounded(_ value: Double, to parts: Double = 1000) -> Double {
    (value * parts).rounded() / parts
  }

  // MARK: The card

  private func card(_ findings: [ScoredFinding]) -> Scorecard {
    let scores = packs.map { pack in
      let places = findings.indices.filter { findings[$0].finding.rule.pack == pack.id }
      return PackCard(pack, findings, places) { openPoints($0, findings) }
    }
    let earned = Self.rounded(scores.reduce(0) { $0 + $1.earned })
    let possible = Self.rounded(scores.reduce(0) { $0 + $1.possible })
    let open = Self.rounded(scores.reduce(0) { $0 + $1.open })
    let vetoes = findings.filter { $0.severity == .veto && $0.finding.status == .fail }
      .map(\.finding.rule)
    let openVeto = findings.contains {
      $0.severity == .veto && $0.finding.status == .undetermined
    }
    let openBonus = findings.reduce(0) { sum, scored in
      let isOpen = scored.severity == .bonus && scored.finding.status == .undetermined
      return isOpen ? sum + max(rules[scored.finding.rule]?.points ?? 0, 0) : sum
    }
    let verdict: Verdict
    if !vetoes.isEmpty || !reaches(earned + open + openBonus, of: possible + open) {
      verdict = .fail
    } else if openVeto || (possible <= 0 && open > 0) {
      verdict = .undetermined
    } else {
      // Nothing scored and nothing open: there is nothing against the unit.
      verdict = reaches(earned, of: possible + open) ? .pass : .undetermined
    }
    let percent = Self.percent(earned, of: possible)
    var card = Scorecard(
      earned: earned, possible: possible, percent: percent, verdict: verdict, vetoes: vetoes,
      open: open, rank: nil, ranked: 0)
    card.bonus = Self.rounded(scores.reduce(0) { $0 + $1.bonus })
    card.packs = scores.map(\.score)
    card.grade = grade(
      from: Self.percent(earned, of: possible + open),
      to: Self.percent(earned + open + openBonus, of: possible + open))
    return card
  }

  private static let openGrade = Bilingual(zh: "暂不能定", en: "Undetermined")

  /// The band of a unit whose per cent lies between these: open where what could not be determined
  /// decides it.
  private func grade(from low: Double?, to high: Double?) -> Bilingual? {
    // Bands are a pack's: with several packs the first that has any names the grade.
    let grades = packs.map(\.scoring.grades).first { !$0.isEmpty } ?? []
    func band(_ percent: Double?) -> Bilingual? {
      percent.flatMap { reached in grades.first { reached >= $0.from }?.name }
    }
    let least = band(low)
    return least == band(high) ? least : Self.openGrade
  }

  /// The points that a finding leaves open.
  private func openPoints(_ scored: ScoredFinding, _ all: [ScoredFinding]) -> Double {
    guard scored.finding.status == .undetermined, scored.severity != .bonus,
      let rule = rules[scored.finding.rule]
    else { return 0 }
    let isElsewhere =
      rule.sameAs.map { other in all.contains { $0.finding.rule == other } } ?? false
    return isElsewhere || rule.standing == .draft ? 0 : max(rule.points, 0)
  }

  /// 100 × earned ÷ possible, to one decimal and at most 100; nil when nothing was possible.
  static func percent(_ earned: Double, of possible: Double) -> Double? {
    guard possible > 0 else { return nil }
    return min(rounded(100 * earned / possible, to: 10), 100)
  }

  /// Judged on the figure that the report shows: 60.0 meets a bar of 60.
  private func reaches(_ earned: Double, of possible: Double) -> Bool {
    Self.percent(earned, of: possible).map { $0 >= bar } ?? true
  }
}
