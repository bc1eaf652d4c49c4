import Dates
import Score
import Texts

/// Weeks on one line: in which of them something was published, as inline SVG.
///
/// The weeks of a line are one path a step of colour, so a year of weeks stays below a kilobyte. The
/// columns of figures beside it are its text.
struct UpdateChart {
  /// One line: a column, or all columns of a unit.
  struct Line {
    let name: String
    /// An address, or a page of ours; empty for none.
    let link: String
    let isOwnPage: Bool
    let newest: CivilDate?
    /// How many items each week brought; nil when no column was read, which is not the same as none.
    let items: [Int]?

    var total: Int { (items ?? []).reduce(0) { $0 &+ $1 } }
    var activeWeeks: Int { (items ?? []).count { $0 > 0 } }
  }

  private let first: CivilDate
  private let weeks: Int
  private let language: Language
  /// Weeks beyond these are not drawn: ten years.
  private static let mostWeeks = 530
  /// The drawing's width for a week.
  private static let step = 10

  init(_ audit: AuditResult, _ language: Language) {
    self.language = language
    first = audit.period.from.monday
    let last = min(audit.period.to, max(audit.asOf, audit.period.from))
    weeks = min(max((last - first) / 7 + 1, 1), Self.mostWeeks)
  }

  /// Each unit's columns added up week by week.
  static func sum(_ all: [ColumnUpdates]) -> [Int] {
    var items: [Int] = []
    for updates in all {
      for (week, count) in updates.items.prefix(mostWeeks).enumerated() {
        while items.count <= week { items.append(0) }
        items[week] &+= count
      }
    }
    return items
  }

  func write(_ heading: TableWord, _ lines: [Line], _ shell: PageShell, _ html: inout HTMLWriter) {
    html.tag("ul", ["class": "key"]) { html in
      for (level, word) in CalendarWord.levels.enumerated() {
        html.tag("li") {
          $0.tag("span", ["class": "chip w\(level)"], "")
          $0.text(word.text(language))
        }
      }
    }
    shell.scroll(CalendarWord.title.text(language), &html) {
      $0.tag("table", ["class": "weeks"]) { html in
        shell.caption(CalendarWord.title.text(language), &html)
        head(heading, &html)
        html.tag("tbody") { html in
          for line in lines { row(line, &html) }
        }
      }
    }
  }

  private func head(_ heading: TableWord, _ html: inout HTMLWriter) {
    html.tag("thead") {
      $0.tag("tr") { html in
        html.tag("th", ["scope": "col"], heading.text(language))
        html.tag("th", ["scope": "col", "class": "line"]) { html in
          html.tag("span", ["class": "hide"], CalendarWord.weeks.text(language))
          axis(&html)
        }
        html.tag("th", ["scope": "col", "class": "num"], CalendarWord.items.text(language))
        html.tag("th", ["scope": "col", "class": "num"], CalendarWord.active.text(language))
        html.tag("th", ["scope": "col", "class": "num opt"], CalendarWord.newest.text(language))
      }
    }
  }

  /// The months over the weeks; every third has its name where there are many.
  private func axis(_ html: inout HTMLWriter) {
    html.tag(
      "svg",
      ["class": "months", "viewBox": "0 0 \(weeks * Self.step) 16", "aria-hidden": "true"]
    ) { html in
      let every = weeks > 160 ? 12 : weeks > 60 ? 3 : 1
      for month in months()
      where (month.month - 1) % every == 0 && (month - first) / 7 + 3 < weeks {
        html.tag(
          "text", ["x": String((month - first) * Self.step / 7), "y": "12"],
          TimeAxis.monthLabel(month, language))
      }
    }
  }

  private func months() -> [CivilDate] {
    let last = first + (weeks * 7 - 1)
    let range = (first.year * 12 + first.month - 1)...(last.year * 12 + last.month - 1)
    return range.compactMap { CivilDate(year: $0 / 12, month: $0 % 12 + 1, day: 1) }
      .filter { $0 >= first }
  }

  private func row(_ line: Line, _ html: inout HTMLWriter) {
    html.tag("tr") { html in
      html.tag("th", ["scope": "row"]) { html in
        if line.link.isEmpty {
          html.text(line.name)
        } else if line.isOwnPage {
          html.tag("a", ["href": line.link], line.name)
        } else {
          html.link(line.link, line.name)
        }
      }
      guard let items = line.items else {
        html.tag("td", ["class": "line small"], CalendarWord.empty.text(language))
        for style in ["num", "num", "num opt"] { html.tag("td", ["class": style], "—") }
        return
      }
      html.tag("td", ["class": "line"]) { strip(line, items, &$0) }
      html.tag("td", ["class": "num"], Figures.count(line.total))
      html.tag("td", ["class": "num"], "\(line.activeWeeks) / \(weeks)")
      html.tag("td", ["class": "num opt"], line.newest.map { $0.description } ?? "—")
    }
    html.raw("\n")
  }

  private func strip(_ line: Line, _ items: [Int], _ html: inout HTMLWriter) {
    var paths = [String](repeating: "", count: CalendarWord.levels.count)
    var week = 0
    let shown = items.prefix(weeks)
    while week < shown.count {
      let level = Self.level(shown[week])
      let start = week
      while week < shown.count, Self.level(shown[week]) == level { week += 1 }
      if level > 0 { paths[level] += "M\(start) 0h\(week - start)" }
    }
    html.tag(
      "svg",
      [
        "class": "strip52", "viewBox": "0 -.5 \(weeks) 1", "preserveAspectRatio": "none",
        "role": "img", "aria-label": label(line),
      ]
    ) { html in
      for (level, path) in paths.enumerated() where !path.isEmpty {
        html.tag("path", ["class": "w\(level)", "d": path], "")
      }
    }
  }

  private static func level(_ items: Int) -> Int {
    switch items {
    case ..<1: 0
    case 1: 1
    case 2...4: 2
    default: 3
    }
  }

  private func label(_ line: Line) -> String {
    Phrases.updates(items: line.total, active: line.activeWeeks, of: weeks)
      .text(language)
  }
}
