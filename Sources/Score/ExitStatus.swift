/// The exit status that an audit's result asks for, by the contract.
package enum ExitStatus: Int32, Sendable {
  /// Every unit passes.
  case pass = 0
  /// At least one unit is below the bar or vetoed.
  case fail = 1
  /// Nothing is known to fail, and something could not be determined.
  case incomplete = 3

  /// Reads it off the units' verdicts and the sites' completeness.
  package init(units: [UnitResult], sites: [SiteResult]) {
    if units.contains(where: { $0.score.verdict == .fail }) {
      self = .fail
    } else if units.contains(where: { $0.score.verdict == .undetermined })
      || sites.contains(where: { !$0.complete })
    {
      self = .incomplete
    } else {
      self = .pass
    }
  }
}
