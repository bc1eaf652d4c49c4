/// A run of days, both ends included.
package struct DateSpan: Sendable, Hashable, Codable, CustomStringConvertible {
  package let from: CivilDate
  package let to: CivilDate

  /// Nil when `to` lies before `from`.
  package init?(from: CivilDate, to: CivilDate) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }

  package func contains(_ date: CivilDate) -> Bool { from <= date && date <= to }

  /// The days that both spans have, or nil when they have none.
  package func intersection(_ other: DateSpan) -> DateSpan? {
    DateSpan(from: max(from, other.from), to: min(to, other.to))
  }

  package var description: String { "\(from)..\(to)" }
}
