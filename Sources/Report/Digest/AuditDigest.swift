import Dates
import Findings
import Rules
import Score
import Texts
import Web

/// The figures that several formats show of one audit, computed once and in a fixed order.
struct AuditDigest {
  /// One rule that bears on at least one unit.
  struct RuleHead {
    let id: RuleID
    let title: Bilingual
    let severity: Severity
  }

  /// A rule that units miss, with those units.
  struct Fault {
    let rule: RuleHead
    /// Positions of the units in the audit, in plan order.
    let units: [Int]
    let lost: Double
  }

  /// A reason for which findings are undetermined.
  struct Reason {
    /// The dotted outcome code; empty when a finding names no gap.
    let code: String
    /// Findings that name this reason; one finding may name several.
    let findings: Int
    let points: Double
    /// The first address (sorted) that shows it; empty when there is none.
    let url: String
    /// Positions of the units concerned, in plan order.
    let units: [Int]
  }

  /// The units of one kind, best first; those without a rank come last, in plan order.
  struct Ranking {
    let kind: String
    let units: [Int]
  }

  /// How many units have each verdict, by `Verdict`.
  private(set) var verdicts: [Verdict: Int] = [:]
  /// How many findings have each status, over all units.
  private(set) var statuses: [Status: Int] = [:]
  /// The same for each unit, in plan order.
  private(set) var unitStatuses: [[Status: Int]] = []
  /// How many units have each status, for each rule of `rules`.
  private(set) var ruleStatuses: [[Status: Int]] = []
  /// All rules, sorted.
  private(set) var rules: [RuleHead] = []
  /// For each unit the status of each rule of `rules`; nil where it has none.
  private(set) var matrix: [[Status?]] = []
  /// Most units first, then points lost, then rule order.
  private(set) var faults: [Fault] = []
  /// Most findings first, then by code.
  private(set) var reasons: [Reason] = []
  /// In the order of the kinds' first units.
  private(set) var rankings: [Ranking] = []

  init(_ audit: AuditResult) {
    countStatuses(audit)
    let places = collectRules(audit)
    collectFaults(audit, places)
    collectReasons(audit)
    rank(audit)
  }

  /// Whether a status enters the score.
  static func isScored(_ status: Status) -> Bool { status == .pass || status.isFault }

  /// The mean of the units' percentages; nil when no unit has one.
  static func mean(_ audit: AuditResult) -> Double? {
    let percents = audit.units.compactMap(\.score.percent)
    return percents.isEmpty ? nil : percents.reduce(0, +) / Double(percents.count)
  }

  /// The share of the findings that were to be decided by reading pages and were, 0 to 100.
  var decidedPercent: Double? {
    let decided = [Status.pass, .fail, .partial].reduce(0) { $0 + (statuses[$1] ?? 0) }
    let all = decided + (statuses[.undetermined] ?? 0)
    return all == 0 ? nil : 100 * Double(decided) / Double(all)
  }

  private mutating func countStatuses(_ audit: AuditResult) {
    for unit in audit.units {
      verdicts[unit.score.verdict, default: 0] += 1
      var own: [Status: Int] = [:]
      for scored in unit.findings { own[scored.finding.status, default: 0] += 1 }
      for status in Status.allCases { statuses[status, default: 0] += own[status] ?? 0 }
      unitStatuses.append(own)
    }
  }

  /// Fills `rules` and `matrix`; returns the place of each rule.
  private mutating func collectRules(_ audit: AuditResult) -> [RuleID: Int] {
    var heads: [RuleID: RuleHead] = [:]
    for unit in audit.units {
      for scored in unit.findings where heads[scored.finding.rule] == nil {
        heads[scored.finding.rule] = RuleHead(
          id: scored.finding.rule, title: scored.title, severity: scored.severity)
      }
    }
    rules = heads.values.sorted { $0.id < $1.id }
    var places: [RuleID: Int] = [:]
    for (place, rule) in rules.enumerated() { places[rule.id] = place }
    for unit in audit.units {
      var row = [Status?](repeating: nil, count: rules.count)
      for scored in unit.findings {
        if let place = places[scored.finding.rule] { row[place] = scored.finding.status }
      }
      matrix.append(row)
    }
    ruleStatuses = rules.indices.map { place in
      var counts: [Status: Int] = [:]
      for row in matrix { if let status = row[place] { counts[status, default: 0] += 1 } }
      return counts
    }
    return places
  }

  private mutating func collectFaults(_ audit: AuditResult, _ places: [RuleID: Int]) {
    var units = [[Int]](repeating: [], count: rules.count)
    var lost = [Double](repeating: 0, count: rules.count)
    for (position, unit) in audit.units.enumerated() {
      for scored in unit.findings where scored.finding.status.isFault {
        guard let place = places[scored.finding.rule] else { continue }
        units[place].append(position)
        lost[place] += max(0, scored.points.possible - scored.points.earned)
      }
    }
    faults = rules.indices.filter { !units[$0].isEmpty }
      .map { Fault(rule: rules[$0], units: units[$0], lost: lost[$0]) }
      .sorted {
        ($1.units.count, $1.lost, $0.rule.id) < ($0.units.count, $0.lost, $1.rule.id)
      }
  }

  private mutating func collectReasons(_ audit: AuditResult) {
    struct Tally {
      var findings = 0
      var points = 0.0
      var url = ""
      var units: [Int] = []
    }
    var tallies: [String: Tally] = [:]
    for (position, unit) in audit.units.enumerated() {
      for scored in unit.findings where scored.finding.status == .undetermined {
        var urls: [String: String] = [:]
        for gap in scored.finding.coverage.gaps {
          urls[gap.outcome] = urls[gap.outcome].map { min($0, gap.url) } ?? gap.url
        }
        if urls.isEmpty { urls[""] = "" }
        for (code, url) in urls {
          var tally = tallies[code] ?? Tally()
          tally.findings += 1
          tally.points += scored.openPoints
          tally.url = tally.url.isEmpty ? url : min(tally.url, url)
          if tally.units.last != position { tally.units.append(position) }
          tallies[code] = tally
        }
      }
    }
    reasons = tallies.map { code, tally in
      Reason(
        code: code, findings: tally.findings, points: tally.points, url: tally.url,
        units: tally.units)
    }
    .sorted { ($1.findings, $0.code) < ($0.findings, $1.code) }
  }

  private mutating func rank(_ audit: AuditResult) {
    var kinds: [String] = []
    var members: [String: [Int]] = [:]
    for (position, unit) in audit.units.enumerated() {
      if members[unit.kind] == nil { kinds.append(unit.kind) }
      members[unit.kind, default: []].append(position)
    }
    rankings = kinds.map { kind in
      let units = (members[kind] ?? []).sorted {
        (audit.units[$0].score.rank ?? Int.max, $0) < (audit.units[$1].score.rank ?? Int.max, $1)
      }
      return Ranking(kind: kind, units: units)
    }
  }
}
