import Findings
import Web

/// The exit status that an audit's result asks for, by the contract.
package enum ExitStatus: Int32, Sendable {
  /// Every unit passes.
  case pass = 0
  /// At least one unit is below the bar or vetoed.
  case fail = 1
  /// Nothing is known to fail, and something could not be determined.
  case incomplete = 3

  /// Reads it off the units' verdicts, and off what incomplete sites left undecided.
  ///
  /// A site of which something was not read (an address that robots.txt forbids, say) makes the
  /// audit incomplete only where a finding hangs on it.
  package init(units: [UnitResult], sites: [SiteResult]) {
    if units.contains(where: { $0.score.verdict == .fail }) {
      self = .fail
    } else {
      self = Self.isIncomplete(units: units, sites: sites) ? .incomplete : .pass
    }
  }

  /// A unit could not be judged, or a finding hangs on what an incomplete site did not give.
  static func isIncomplete(units: [UnitResult], sites: [SiteResult]) -> Bool {
    let incomplete = Set(sites.filter { !$0.complete }.map(\.id))
    return units.contains { unit in
      unit.score.verdict == .undetermined || (incomplete.contains(unit.site) && isOpen(unit))
    }
  }

  /// A finding could not be decided for want of something that was not read.
  private static func isOpen(_ unit: UnitResult) -> Bool {
    unit.findings.contains {
      $0.finding.status == .undetermined && !$0.finding.coverage.gaps.isEmpty
    }
  }
}
