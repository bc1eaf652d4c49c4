import Dates
import Findings
import Score
import Texts
import Web

/// Due dates on one line of time as inline SVG, with the same facts in words below.
///
/// One path a state keeps a year of weeks below 2 KB. Shapes differ as well as colours: a dot is on
/// time, a square late, a cross missed, a ring upcoming, a dash exempt.
struct TimelineChart {
  let frame: PageFrame
  let dates: [DueDate]

  private static let width = 720
  private static let margin = 14
  private static let states: [DueDate.State] = [.met, .late, .missed, .upcoming, .exempt]
  /// How many labels a state lists in words.
  private static let mostNamed = 24
  private var language: Language { frame.language }

  func write(_ html: inout HTMLWriter) {
    let ordinals = dates.map(\.due.ordinal)
    let first = min(ordinals.min() ?? 0, frame.audit.period.from.ordinal)
    let last = max(ordinals.max() ?? 0, frame.audit.period.to.ordinal, first + 1)
    html.tag("div", ["class": "scroll", "tabindex": "0"]) {
      $0.tag(
        "svg",
        [
          "class": "chart", "viewBox": "0 0 \(Self.width) 64", "role": "img",
          "aria-label": summary,
        ]
      ) { html in
        axis(first, last, &html)
        for state in Self.states { marks(state, first, last, &html) }
      }
    }
    html.tag("p", ["class": "small"], summary)
  }

  private func x(_ ordinal: Int, _ first: Int, _ last: Int) -> Int {
    let span = Self.width - 2 * Self.margin
    return Self.margin + (ordinal - first) * span / max(1, last - first)
  }

  /// The line, a tick at each month's (or year's) begin, and the day of the audit.
  private func axis(_ first: Int, _ last: Int, _ html: inout HTMLWriter) {
    var path = "M\(Self.margin) 28H\(Self.width - Self.margin)"
    var labels: [(Int, String)] = []
    let isByMonth = last - first <= 800
    var day = CivilDate(ordinal: first)
    // At most some hundred steps: months of two years, or years of four digits' span cut at 60.
    let step = isByMonth ? 1 : max(1, (last - first) / 365 / 12) * 12
    while day.ordinal <= last, labels.count < 60 {
      if day.day == 1, isByMonth || day.month == 1 {
        path += "M\(x(day.ordinal, first, last)) 28v6"
        labels.append((x(day.ordinal, first, last), label(day, isByMonth)))
      }
      let months = day.year * 12 + day.month - 1 + (day.day == 1 && day.month == 1 ? step : 1)
      guard let next = CivilDate(year: months / 12, month: months % 12 + 1, day: 1) else { break }
      day = next
    }
    html.tag("path", ["class": "axis", "d": path], "")
    var end = -100
    for (place, text) in labels where place - end >= (isByMonth ? 34 : 44) {
      html.tag("text", ["x": String(place + 2), "y": "50"], text)
      end = place
    }
    let asOf = frame.audit.asOf.ordinal
    if (first...last).contains(asOf) {
      html.tag("path", ["class": "today", "d": "M\(x(asOf, first, last)) 6v34"], "")
    }
  }

  private func label(_ day: CivilDate, _ isByMonth: Bool) -> String {
    if !isByMonth { return String(day.year) }
    switch language {
    case .chinese: return day.month == 1 ? "\(day.year)年" : "\(day.month)月"
    case .english: return day.month == 1 ? "\(day.year)" : Self.months[day.month - 1]
    }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private func marks(
    _ state: DueDate.State, _ first: Int, _ last: Int, _ html: inout HTMLWriter
  ) {
    var path = ""
    for date in dates where date.state == state {
      let place = x(date.due.ordinal, first, last)
      switch state {
      case .met: path += "M\(place) 18h0"
      case .late: path += "M\(place - 5) 18h10"
      case .missed: path += "M\(place - 5) 13l10 10m0-10l-10 10"
      case .upcoming: path += "M\(place - 4) 18a4 4 0 1 0 8 0a4 4 0 1 0-8 0"
      case .exempt: path += "M\(place - 4) 18h8"
      }
    }
    if path.isEmpty { return }
    html.tag("path", ["class": "m-\(state.rawValue)", "d": path], "")
  }

  /// `按时 36；迟发 1（第12周）；缺 2（第20周、第31周）`.
  private var summary: String {
    let parts = Self.states.compactMap { state -> String? in
      let those = dates.filter { $0.state == state }
      if those.isEmpty { return nil }
      let figure = "\(DueWord(state).text(language)) \(those.count)"
      switch state {
      case .met, .upcoming, .exempt: return figure
      case .late, .missed:
        var names = those.prefix(Self.mostNamed).map { name($0) }
          .joined(separator: Phrases.comma.text(language))
        if those.count > Self.mostNamed {
          names += Phrases.more(those.count - Self.mostNamed).text(language)
        }
        return language == .chinese ? "\(figure)（\(names)）" : "\(figure) (\(names))"
      }
    }
    return parts.joined(separator: language == .chinese ? "；" : "; ")
  }

  private func name(_ date: DueDate) -> String {
    guard let met = date.met else { return date.label.text(language) }
    return "\(date.label.text(language)) → \(met)"
  }
}
