/// The working days of the State Council's calendar: public holidays and make-up working days.
///
/// Read from `Rules/calendar/workdays.csv` (columns date,kind,name; kind is `holiday` or
/// `makeup-workday`). A day is off when it is a holiday row, or a Saturday or Sunday without a
/// make-up row. The calendar covers the years from its first to its last row; a question about a
/// day outside them is an error, never a guess.
package struct WorkCalendar: Sendable {
  /// Why a calendar could not be read or asked.
  package enum Problem: Error, Equatable, CustomStringConvertible {
    case row(line: Int, text: String)
    case outside(CivilDate, first: Int, last: Int)

    package var description: String {
      switch self {
      case .row(let line, let text):
        "workdays.csv:\(line): \"\(text)\" is no row date,kind,name "
          + "with kind holiday or makeup-workday"
      case .outside(let date, let first, let last):
        "工作日历只到 \(first)–\(last) 年，无法判断 \(date)；请更新 Rules/calendar/workdays.csv"
      }
    }
  }

  private let holidays: Set<Int>
  private let makeup: Set<Int>
  package let firstYear: Int
  package let lastYear: Int

  /// Reads the text of the csv file.
  package init(csv: String) throws(Problem) {
    var holidays: Set<Int> = []
    var makeup: Set<Int> = []
    var years: (Int, Int)?
    // By scalars: a carriage return and a line feed make one `Character`.
    let lines = csv.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let row = Substring(line.last == "\r" ? line.dropLast() : line)
      if index == 0 || row.isEmpty { continue }
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count >= 2, let date = CivilDate(String(cells[0])) else {
        throw .row(line: index + 1, text: String(row))
      }
      switch cells[1] {
      case "holiday": holidays.insert(date.ordinal)
      case "makeup-workday": makeup.insert(date.ordinal)
      default: throw .row(line: index + 1, text: String(row))
      }
      years = (min(years?.0 ?? date.year, date.year), max(years?.1 ?? date.year, date.year))
    }
    self.holidays = holidays
    self.makeup = makeup
    (firstYear, lastYear) = years ?? (1, 0)
  }

  /// Says whether people work on that day.
  package func isWorkingDay(_ date: CivilDate) throws(Problem) -> Bool {
    guard (firstYear...max(firstYear, lastYear)).contains(date.year), lastYear >= firstYear else {
      throw .outside(date, first: firstYear, last: lastYear)
    }
    if makeup.contains(date.ordinal) { return true }
    return date.weekday < 6 && !holidays.contains(date.ordinal)
  }

  /// The `count`-th working day after `date`; `date` itself is not counted.
  ///
  /// With `count` 0 it is `date` itself.
  package func day(_ count: Int, workingDaysAfter date: CivilDate) throws(Problem) -> CivilDate {
    var day = date
    var left = count
    while left > 0 {
      day = day + 1
      if try isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// How many working days lie after `from` up to and including `to`; 0 when `to` is not later.
  package func workingDays(after from: CivilDate, through to: CivilDate) throws(Problem) -> Int {
    guard from < to else { return 0 }
    return try workingDays(in: DateSpan(from: from + 1, to: to) ?? DateSpan(unchecked: to))
  }

  /// How many working days a span has, both ends included.
  package func workingDays(in span: DateSpan) throws(Problem) -> Int {
    var count = 0
    var day = span.from
    while day <= span.to {
      if try isWorkingDay(day) { count += 1 }
      guard day < span.to else { break }
      day = day + 1
    }
    return count
  }
}
