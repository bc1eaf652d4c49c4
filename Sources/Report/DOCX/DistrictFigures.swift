import Findings
import Rules
import Score
import Texts

/// Figures of the district that only its report shows.
enum DistrictFigures {
  /// How many units have each grade, best first.
  static func grades(_ audit: AuditResult) -> [(name: Bilingual, units: Int)] {
    // Bands are contiguous: the least per cent that has a grade orders them.
    var counts: [Bilingual: Int] = [:]
    var least: [Bilingual: Double] = [:]
    for unit in audit.units {
      guard let grade = unit.score.grade, let percent = unit.score.percent else { continue }
      counts[grade, default: 0] += 1
      least[grade] = min(least[grade] ?? percent, percent)
    }
    return counts.map { (name: $0.key, units: $0.value) }
      .sorted { (least[$1.name] ?? 0, $0.name.zh) < (least[$0.name] ?? 0, $1.name.zh) }
  }

  /// One first-level heading of a pack over all units.
  struct Heading {
    let pack: String
    let id: String
    let title: Bilingual
    var earned: Double
    var possible: Double

    /// Nil when nothing could be scored.
    var percent: Double? { possible > 0 ? 100 * earned / possible : nil }
  }

  /// The first-level headings, pack by pack, in the order in which the packs list them.
  static func headings(_ audit: AuditResult) -> [Heading] {
    var headings: [Heading] = []
    for unit in audit.units {
      for pack in unit.score.packs {
        var previous: Int?
        for dimension in pack.dimensions where dimension.level == 1 {
          let place = headings.firstIndex { $0.pack == pack.pack && $0.id == dimension.id }
          if let place {
            headings[place].earned += dimension.earned
            headings[place].possible += dimension.possible
            previous = place
            continue
          }
          // One that earlier units did not have goes behind the one before it.
          let last = headings.lastIndex { $0.pack == pack.pack }
          let first = headings.firstIndex { $0.pack == pack.pack } ?? headings.count
          let next = previous.map { $0 + 1 } ?? (last == nil ? headings.count : first)
          headings.insert(
            Heading(
              pack: pack.pack, id: dimension.id, title: dimension.title, earned: dimension.earned,
              possible: dimension.possible), at: next)
          previous = next
        }
      }
    }
    return headings
  }

  /// What to do about each rule that a unit misses: the pack's advice, else the first unit's.
  static func fixes(_ audit: AuditResult) -> [RuleID: Bilingual] {
    var fixes: [RuleID: Bilingual] = [:]
    for rule in audit.rules where !rule.fix.zh.isEmpty { fixes[rule.id] = rule.fix }
    for unit in audit.units {
      for scored in unit.findings where scored.finding.status.isFault {
        let rule = scored.finding.rule
        if fixes[rule] == nil, let fix = scored.finding.fix { fixes[rule] = fix }
      }
    }
    return fixes
  }
}
