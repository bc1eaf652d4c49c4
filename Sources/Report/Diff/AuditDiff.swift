package import Dates
package import Findings
package import Rules
package import Score
package import Texts
package import Web

/// What changed between two audits, finding by finding.
///
/// A fault is a finding `fail` or `partial`. Findings are matched by unit and rule. Lists are in the order
/// of the newer audit's units, then of its findings; what only the older one has comes last.
package struct AuditDiff: Sendable {
  /// In which way a finding changed.
  package enum Kind: String, Sendable, CaseIterable {
    /// A fault that was none, or was not known, before.
    case new
    /// A fault then, met now.
    case fixed
    /// A fault in both, and more is missing now.
    case worse
    /// A fault in both, and less is missing now.
    case better
    /// Decided then, not decided now: undetermined, manual, not applicable, waived, or gone.
    case unseen
  }

  /// One finding that changed.
  package struct Change: Sendable, Hashable {
    package let kind: Kind
    package let unit: UnitID
    package let unitName: String
    package let rule: RuleID
    package let title: Bilingual
    /// Nil when the older audit has no such finding.
    package let before: Status?
    /// Nil when the newer audit has no such finding.
    package let after: Status?
    package let pointsBefore: Points?
    package let pointsAfter: Points?
    /// The newer message; the older one when there is no newer finding.
    package let message: Bilingual
  }

  /// A unit's score then and now.
  package struct ScoreChange: Sendable, Hashable {
    package let unit: UnitID
    package let unitName: String
    /// Nil when the unit is not in the older audit.
    package let before: Scorecard?
    /// Nil when the unit is not in the newer audit.
    package let after: Scorecard?
  }

  /// Which audit: its id, plan and day.
  package struct Side: Sendable, Hashable {
    package let id: String
    package let plan: String
    package let asOf: CivilDate
  }

  package let old: Side
  package let new: Side
  package private(set) var changes: [Change] = []
  /// Units whose percentage or verdict differs, or that only one audit has.
  package private(set) var scores: [ScoreChange] = []

  package init(from old: AuditResult, to new: AuditResult) {
    self.old = Side(id: old.id, plan: old.plan, asOf: old.asOf)
    self.new = Side(id: new.id, plan: new.plan, asOf: new.asOf)
    var before: [UnitID: UnitResult] = [:]
    for unit in old.units where before[unit.id] == nil { before[unit.id] = unit }
    var known: Set<UnitID> = []
    for unit in new.units where known.insert(unit.id).inserted {
      compare(before[unit.id], unit)
    }
    for unit in old.units where known.insert(unit.id).inserted { compare(unit, nil) }
  }

  /// The changes of one kind.
  package func changes(_ kind: Kind) -> [Change] { changes.filter { $0.kind == kind } }

  private mutating func compare(_ old: UnitResult?, _ new: UnitResult?) {
    guard let unit = new ?? old else { return }
    if old?.score.percent != new?.score.percent || old?.score.verdict != new?.score.verdict {
      scores.append(
        ScoreChange(unit: unit.id, unitName: unit.name, before: old?.score, after: new?.score))
    }
    var before: [RuleID: ScoredFinding] = [:]
    for scored in old?.findings ?? [] where before[scored.finding.rule] == nil {
      before[scored.finding.rule] = scored
    }
    var known: Set<RuleID> = []
    for scored in new?.findings ?? [] where known.insert(scored.finding.rule).inserted {
      record(before[scored.finding.rule], scored, unit)
    }
    for scored in old?.findings ?? [] where known.insert(scored.finding.rule).inserted {
      record(scored, nil, unit)
    }
  }

  private mutating func record(_ old: ScoredFinding?, _ new: ScoredFinding?, _ unit: UnitResult) {
    guard let shown = new ?? old, let kind = Self.kind(old?.finding, new?.finding) else { return }
    changes.append(
      Change(
        kind: kind, unit: unit.id, unitName: unit.name, rule: shown.finding.rule,
        title: shown.title, before: old?.finding.status, after: new?.finding.status,
        pointsBefore: old?.points, pointsAfter: new?.points, message: shown.finding.message))
  }

  /// How a finding changed; nil when it did not, in the sense of `Kind`.
  private static func kind(_ old: Finding?, _ new: Finding?) -> Kind? {
    let wasFault = old.map { $0.status.isFault } ?? false
    let wasDecided = old.map { AuditDigest.isScored($0.status) } ?? false
    guard let new, AuditDigest.isScored(new.status) else { return wasDecided ? .unseen : nil }
    let isFault = new.status.isFault
    if !isFault { return wasFault ? .fixed : nil }
    guard wasFault, let old else { return .new }
    let before = old.status == .fail ? 0 : old.share
    let after = new.status == .fail ? 0 : new.share
    if before == after, old.status == new.status { return nil }
    if before != after { return after < before ? .worse : .better }
    return new.status == .fail ? .worse : .better
  }
}
