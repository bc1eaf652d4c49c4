/// How often something is due: the unit of time in which an entry has to appear.
package enum Cadence: String, Sendable, Codable, CaseIterable {
  case weekly, monthly, quarterly, halfyearly, yearly

  /// The periods of this cadence that touch `span`, oldest first, whole (not cut to the span).
  ///
  /// Weeks run from Monday to Sunday (ISO 8601).
  package func periods(touching span: DateSpan) -> [DatePeriod] {
    var found: [DatePeriod] = []
    var period = period(of: span.from)
    while period.span.from <= span.to {
      found.append(period)
      let next = self.period(of: period.span.to + 1)
      guard next.span.from > period.span.from else { break }
      period = next
    }
    return found
  }

  /// The period in which a day lies.
  package func period(of date: CivilDate) -> DatePeriod {
    switch self {
    case .weekly:
      let monday = date.monday
      // ISO 8601: a week belongs to the year of its Thursday.
      let thursday = monday + 3
      let first = CivilDate(ordinal: thursday.ordinal - Self.dayOfYear(thursday)).ordinal
      return DatePeriod(
        cadence: self, year: thursday.year, index: (thursday.ordinal - first) / 7 + 1,
        from: monday, to: monday + 6)
    case .monthly: return months(date, 1)
    case .quarterly: return months(date, 3)
    case .halfyearly: return months(date, 6)
    case .yearly: return months(date, 12)
    }
  }

  private static func dayOfYear(_ date: CivilDate) -> Int {
    (1..<date.month).reduce(date.day - 1) { $0 + CivilDate.days(inMonth: $1, of: date.year) }
  }

  private func months(_ date: CivilDate, _ length: Int) -> DatePeriod {
    let index = (date.month - 1) / length
    let first = index * length + 1
    let from = date + (1 - date.day)
    let start = CivilDate(year: date.year, month: first, day: 1) ?? from
    let end = CivilDate(year: date.year, month: first + length - 1, day: 1)?.endOfMonth ?? from
    return DatePeriod(cadence: self, year: date.year, index: index + 1, from: start, to: end)
  }
}

/// One week, month, quarter, half-year or year.
package struct DatePeriod: Sendable, Hashable, Comparable {
  package let cadence: Cadence
  package let year: Int
  /// 1-based: the ISO week, the month, the quarter, the half; 1 for a year.
  package let index: Int
  package let span: DateSpan

  init(cadence: Cadence, year: Int, index: Int, from: CivilDate, to: CivilDate) {
    self.cadence = cadence
    self.year = year
    self.index = index
    span = DateSpan(from: from, to: to) ?? DateSpan(unchecked: from)
  }

  /// The period right after this one.
  package var next: DatePeriod { cadence.period(of: span.to + 1) }

  package static func < (left: DatePeriod, right: DatePeriod) -> Bool {
    left.span.from < right.span.from
  }
}

extension DateSpan {
  init(unchecked day: CivilDate) {
    from = day
    to = day
  }
}
