package import Findings
package import Rules
import Web

/// What lets a run end with status 1: by the contract the units' verdicts, else what a pipeline
/// asks for.
///
/// With `severity`, a finding `fail` of that severity or a graver one counts. With `baseline`, only
/// faults that the baseline does not have count: a unit and rule that failed there is old, and so is
/// one that was partly met there and is partly met still. Bonus rules never count, since missing
/// them costs nothing.
package struct FailureGate: Sendable {
  /// The mildest severity that counts; nil for every severity but bonus.
  package var severity: Severity?
  /// Whether a unit below the bar counts beside `severity`.
  package var holdsBar: Bool
  /// The faults of the audit that is compared with; nil for none.
  package var baseline: Baseline?

  package init(severity: Severity?, holdsBar: Bool, baseline: Baseline?) {
    self.severity = severity
    self.holdsBar = holdsBar
    self.baseline = baseline
  }

  /// The exit status that the result asks for.
  package func status(_ audit: AuditResult) -> ExitStatus {
    let usual = ExitStatus(units: audit.units, sites: audit.sites)
    if severity == nil, baseline == nil { return usual }
    if audit.units.contains(where: { isFailing($0, bar: audit.bar) }) { return .fail }
    return ExitStatus.isIncomplete(units: audit.units, sites: audit.sites) ? .incomplete : .pass
  }

  private func isFailing(_ unit: UnitResult, bar: Double) -> Bool {
    let new = unit.findings.filter {
      $0.finding.status.isFault && baseline?.holds($0.finding) != true
    }
    if new.contains(where: { counts($0) }) { return true }
    // Old faults alone do not hold a unit against its bar.
    return holdsBar && !new.isEmpty && !unit.score.canReach(bar)
  }

  private func counts(_ scored: ScoredFinding) -> Bool {
    guard let severity else { return scored.severity != .bonus }
    return scored.finding.status == .fail && scored.severity.isAtLeast(severity)
  }
}

/// The faults of an earlier audit, by unit and rule.
package struct Baseline: Sendable {
  private struct Key: Hashable {
    let unit: UnitID
    let rule: RuleID
  }

  private var faults: [Key: Status] = [:]

  package init(_ audit: AuditResult) {
    for unit in audit.units {
      for scored in unit.findings where scored.finding.status.isFault {
        let key = Key(unit: unit.id, rule: scored.finding.rule)
        if faults[key] != .fail { faults[key] = scored.finding.status }
      }
    }
  }

  /// Whether the baseline has this fault, at least as grave.
  package func holds(_ finding: Finding) -> Bool {
    let before = faults[Key(unit: finding.unit, rule: finding.rule)]
    return before == .fail || (before != nil && before == finding.status)
  }

  /// How many of an audit's faults the baseline has, and how many it has not.
  package func counts(_ audit: AuditResult) -> (old: Int, new: Int) {
    let faults = audit.units.flatMap(\.findings).filter(\.finding.status.isFault)
    let old = faults.count { holds($0.finding) }
    return (old, faults.count - old)
  }
}

extension Scorecard {
  /// Whether the score reaches `bar` when all that is open turns out well.
  fileprivate func canReach(_ bar: Double) -> Bool {
    Scorer.percent(earned + open, of: possible + open).map { $0 >= bar } ?? true
  }
}

extension Severity {
  /// Whether it is as grave as `other` or graver.
  package func isAtLeast(_ other: Severity) -> Bool { gravity >= other.gravity }

  private var gravity: Int {
    switch self {
    case .veto: 3
    case .must: 2
    case .should: 1
    case .bonus: 0
    }
  }
}
