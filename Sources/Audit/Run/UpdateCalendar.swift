import Dates
import Page
import Score
import Sites
import Web

/// Counts, week by week, what the columns of a site published within the period.
struct UpdateCalendar {
  /// The Monday of the period's first week.
  private let first: CivilDate
  private let period: DateSpan
  /// How many columns a unit or site shows: those that published most.
  private static let most = 40

  init(_ period: DateSpan) {
    self.period = period
    first = period.from.monday
  }

  /// The columns that `unit` owns, or those that are no unit's own; by address.
  ///
  /// A column that shows one text instead of a list, or that was not read, has no line.
  func updates(of unit: UnitID?, in site: Site) -> [ColumnUpdates] {
    let own = site.columns.filter { $0.owner?.unit == unit && Self.isList($0) }
    let counted = own.map { updates(of: $0, in: site) }
    if counted.count <= Self.most { return counted }
    let chosen = counted.indices.sorted {
      (counted[$1].total, $0) < (counted[$0].total, $1)
    }
    .prefix(Self.most).sorted()
    return chosen.map { counted[$0] }
  }

  private static func isList(_ column: Column) -> Bool {
    switch column.state {
    case .complete, .partial: !column.entries.isEmpty
    case .blank: true
    case .unreadable, .unread, .missing: false
    }
  }

  private func updates(of column: Column, in site: Site) -> ColumnUpdates {
    var items: [Int] = []
    for entry in column.entries {
      guard let day = day(of: entry, in: site), period.from <= day, day <= period.to else {
        continue
      }
      let week = (day - first) / 7
      while items.count <= week { items.append(0) }
      items[week] += 1
    }
    return ColumnUpdates(
      column: column.name, url: column.url.string, newest: column.newest, from: first,
      items: items)
  }

  /// The day that the list shows, else that of the page.
  private func day(of entry: ColumnEntry, in site: Site) -> CivilDate? {
    if let day = entry.listDate { return day }
    guard let page = entry.page, site.records.pages.indices.contains(page) else { return nil }
    return site.records.pages[page].facts?.publishedOn
  }
}
