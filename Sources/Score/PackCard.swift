import Findings
import Rules

/// Adds up what a unit made of one pack.
struct PackCard {
  let score: PackScore
  /// Bonus points that count: within the pack's cap, once its gate is reached.
  let bonus: Double

  var earned: Double { score.earned }
  var possible: Double { score.possible }
  var open: Double { score.open }

  /// `places` are those of the pack's own findings; findings are large, and not copied here.
  init(
    _ pack: Pack, _ findings: [ScoredFinding], _ places: [Int], open: (ScoredFinding) -> Double
  ) {
    var (earned, possible, left, extra) = (0.0, 0.0, 0.0, 0.0)
    for place in places {
      left += open(findings[place])
      if findings[place].severity == .bonus {
        extra += findings[place].points.earned
      } else {
        earned += findings[place].points.earned
        possible += findings[place].points.possible
      }
    }
    let base: (earned: Double, possible: Double, open: Double)
    switch pack.scoring.scheme {
    case .weightedSum: base = (earned, possible, left)
    // What is undetermined costs nothing and is not rescaled; it can still cost its points.
    case .deductions:
      base = possible > 0 || left > 0 ? (max(0, 100 - (possible - earned)), 100, 0) : (0, 0, 0)
    }
    let isReached =
      Scorer.percent(base.earned, of: base.possible).map { $0 >= pack.scoring.bonusGate } ?? true
    bonus = isReached ? min(extra, pack.scoring.mostBonus ?? extra) : 0
    score = PackScore(
      pack: pack.id, scheme: pack.scoring.scheme.rawValue,
      earned: Scorer.rounded(base.earned + bonus), possible: Scorer.rounded(base.possible),
      open: Scorer.rounded(base.open),
      dimensions: Self.dimensions(pack, findings, places, open: open))
  }

  /// The sums under each heading; those under which nothing applies are left out.
  private static func dimensions(
    _ pack: Pack, _ findings: [ScoredFinding], _ places: [Int],
    open: (ScoredFinding) -> Double
  ) -> [DimensionScore] {
    let byRule = Dictionary(
      pack.rules.map { ($0.id, $0.dimension) }, uniquingKeysWith: { first, _ in first })
    let parents = Dictionary(
      pack.dimensions.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
    var sums: [String: (earned: Double, possible: Double, open: Double)] = [:]
    for place in places {
      let left = open(findings[place])
      let points = findings[place].points
      guard points.possible > 0 || points.earned > 0 || left > 0 else { continue }
      var current = byRule[findings[place].finding.rule] ?? nil
      // A parent stands before its children, so that this ends.
      while let id = current {
        var sum = sums[id] ?? (0, 0, 0)
        sum.earned += points.earned
        sum.possible += points.possible
        sum.open += left
        sums[id] = sum
        current = parents[id] ?? nil
      }
    }
    return pack.dimensions.compactMap { dimension in
      sums[dimension.id].map { sum in
        DimensionScore(
          id: dimension.id, level: dimension.parent == nil ? 1 : 2, title: dimension.title,
          earned: Scorer.rounded(sum.earned), possible: Scorer.rounded(sum.possible),
          open: Scorer.rounded(sum.open))
      }
    }
  }
}
