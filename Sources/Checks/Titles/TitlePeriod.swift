package import Dates

/// A period that a title names: `2021年9月`, `1-9月`, `第三季度`, `上半年`.
package struct TitlePeriod: Sendable, Hashable {
  /// What the title names.
  package enum Extent: Sendable, Hashable {
    /// A whole year that is said to be one: 全年.
    case wholeYear
    /// A year and nothing smaller: it places an item in a yearly series alone.
    case bareYear
    /// 1 or 2.
    case half(Int)
    /// 1 to 4.
    case quarter(Int)
    /// Months 1 to 12, first to last; from January on it is cumulative (1-9月).
    case months(ClosedRange<Int>)
  }

  package var year: Int
  package var extent: Extent

  package init(year: Int, extent: Extent) {
    self.year = year
    self.extent = extent
  }

  /// The periods that a normalised title names; `dated` gives the year where the title has none.
  ///
  /// A month or quarter without a year belongs to the year of `dated`, or to the year before
  /// when it would lie more than a month ahead: 12月 dated in January is last December. Without
  /// year and date there is no period.
  package static func read(_ title: [UInt8], dated: CivilDate?) -> [TitlePeriod] {
    var scan = TitlePeriodScan(title)
    scan.run()
    var found: [TitlePeriod] = []
    for (year, extent) in scan.found {
      guard let year = year ?? dated.map({ Self.year(of: extent, dated: $0) }) else { continue }
      let period = TitlePeriod(year: year, extent: extent)
      if !found.contains(period) { found.append(period) }
    }
    return found
  }

  /// The years that a title names, in its order: 2020年, 2021版, （2021）; never those of a 文号.
  package static func years(in title: [UInt8]) -> [Int] {
    var scan = TitlePeriodScan(title)
    scan.run()
    return scan.years
  }

  /// The year of an extent that names none, from the day of its publication.
  static func year(of extent: Extent, dated: CivilDate) -> Int {
    switch extent {
    case .wholeYear, .bareYear: dated.month <= 2 ? dated.year - 1 : dated.year
    case .half(let half): half * 6 - 5 > dated.month + 1 ? dated.year - 1 : dated.year
    case .quarter(let quarter): quarter * 3 - 2 > dated.month + 1 ? dated.year - 1 : dated.year
    case .months(let months):
      months.upperBound > dated.month + 1 ? dated.year - 1 : dated.year
    }
  }

  /// The periods of a cadence that this one covers.
  ///
  /// A cumulative figure stands for its last period: 1-9月 is September, or the third quarter.
  /// Single months cover no quarter by themselves: ask for `.monthly` and add them up.
  package func periods(_ cadence: Cadence) -> [DatePeriod] {
    let months = months(cadence)
    return months.compactMap { month in
      CivilDate(year: year, month: month, day: 1).map { cadence.period(of: $0) }
    }
  }

  /// A month in each period that is covered.
  private func months(_ cadence: Cadence) -> [Int] {
    let length: Int
    switch cadence {
    case .weekly: return []
    case .yearly: return [1]
    case .monthly: length = 1
    case .quarterly: length = 3
    case .halfyearly: length = 6
    }
    switch extent {
    case .bareYear: return []
    case .wholeYear: return [12]
    case .half(let half): return [half * 6]
    case .quarter(let quarter): return length <= 3 || quarter % 2 == 0 ? [quarter * 3] : []
    case .months(let range):
      if range.lowerBound == 1 || length > 1 {
        let isWhole = range.upperBound % length == 0 && range.count >= length
        return isWhole ? [range.upperBound] : length == 1 ? [range.upperBound] : []
      }
      return Array(range)
    }
  }
}
