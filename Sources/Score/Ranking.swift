/// Ranks units among those of their kind.
enum Ranking {
  /// Sets rank and number of ranked units; ties share a rank, and the next rank is left out.
  ///
  /// A unit of which nothing could be scored has no rank.
  static func rank(_ units: inout [UnitResult]) {
    let kinds = Set(units.map(\.kind))
    for kind in kinds {
      let percents = units.filter { $0.kind == kind }.compactMap(\.score.percent)
      for index in units.indices where units[index].kind == kind {
        units[index].score.ranked = percents.count
        units[index].score.rank = units[index].score.percent.map { own in
          1 + percents.count { $0 > own }
        }
      }
    }
  }
}
