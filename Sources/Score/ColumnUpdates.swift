package import Dates

/// In which weeks a column published something: a line of the freshness calendar.
package struct ColumnUpdates: Sendable, Hashable, Codable {
  package var column: String
  package var url: String
  /// The newest date that the column shows; nil when it shows none.
  package var newest: CivilDate?
  /// The Monday of the first week that is counted.
  package var from: CivilDate
  /// How many items each week brought, from `from` on; weeks after the last item are left out.
  package var items: [Int]

  package init(column: String, url: String, newest: CivilDate?, from: CivilDate, items: [Int]) {
    self.column = column
    self.url = url
    self.newest = newest
    self.from = from
    self.items = items
  }

  /// How many items the weeks brought together.
  package var total: Int { items.reduce(0) { $0 &+ $1 } }

  /// In how many weeks something came.
  package var activeWeeks: Int { items.count { $0 > 0 } }
}
