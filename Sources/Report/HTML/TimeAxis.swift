import Dates
import Findings
import Score
import Texts
import Web

/// The line of time that all charts of one page share, so that they can be compared.
///
/// It is written once a page and used by each chart. It spans the audit's period and every due date.
struct TimeAxis {
  static let width = 720
  private static let margin = 14
  private let first: Int
  private let last: Int
  private let asOf: Int
  private let language: Language
  /// Spans of up to this many days have a tick a month, longer ones a tick a year.
  private static let longestByMonth = 800
  private static let mostTicks = 60

  init(_ audit: AuditResult, _ unit: UnitResult, _ language: Language) {
    var first = audit.period.from.ordinal
    var last = max(audit.period.to.ordinal, first + 1)
    for scored in unit.findings {
      for date in scored.finding.timeline {
        first = min(first, date.due.ordinal)
        last = max(last, date.due.ordinal)
      }
    }
    self.first = first
    self.last = last
    asOf = audit.asOf.ordinal
    self.language = language
  }

  /// Where a day lies, from the left.
  func x(_ ordinal: Int) -> Int {
    Self.margin + (ordinal - first) * (Self.width - 2 * Self.margin) / max(1, last - first)
  }

  /// The definition that the charts refer to: line, ticks with labels, the day of the audit.
  func define(_ html: inout HTMLWriter) {
    html.tag("svg", ["class": "defs", "width": "0", "height": "0", "aria-hidden": "true"]) {
      $0.tag("defs") { $0.tag("g", ["id": "axis"]) { draw(&$0) } }
    }
    html.raw("\n")
  }

  private func draw(_ html: inout HTMLWriter) {
    let isByMonth = last - first <= Self.longestByMonth
    let ticks = ticks(isByMonth)
    let path = ticks.map { "M\(x($0.ordinal)) 28v6" }.joined()
    html.tag(
      "path", ["class": "axis", "d": "M\(Self.margin) 28H\(Self.width - Self.margin)\(path)"], "")
    // A label needs some 34 units of room, one of a year 44.
    var end = -100
    for tick in ticks where x(tick.ordinal) - end >= (isByMonth ? 34 : 44) {
      end = x(tick.ordinal)
      html.tag("text", ["class": "tick", "x": String(end + 2), "y": "50"], label(tick, isByMonth))
    }
    if (first...last).contains(asOf) {
      html.tag("path", ["class": "today", "d": "M\(x(asOf)) 6v34"], "")
    }
  }

  /// The first days of months or of years within the span, at most sixty.
  private func ticks(_ isByMonth: Bool) -> [CivilDate] {
    let start = CivilDate(ordinal: first)
    let end = CivilDate(ordinal: last)
    guard isByMonth else {
      let step = max(1, (end.year - start.year) / Self.mostTicks + 1)
      return stride(from: start.year, through: end.year, by: step).compactMap {
        CivilDate(year: $0, month: 1, day: 1)
      }.filter { $0 >= start }
    }
    let months = (start.year * 12 + start.month - 1)...(end.year * 12 + end.month - 1)
    return months.compactMap { CivilDate(year: $0 / 12, month: $0 % 12 + 1, day: 1) }
      .filter { $0 >= start }
  }

  private func label(_ day: CivilDate, _ isByMonth: Bool) -> String {
    isByMonth ? Self.monthLabel(day, language) : String(day.year)
  }

  /// A month on an axis; the first of a year bears the year.
  static func monthLabel(_ day: CivilDate, _ language: Language) -> String {
    switch language {
    case .chinese: day.month == 1 ? "\(day.year)年" : "\(day.month)月"
    case .english: day.month == 1 ? "\(day.year)" : months[day.month - 1]
    }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
