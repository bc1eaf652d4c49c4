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
  let axis: TimeAxis
  let dates: [DueDate]
  let language: Language

  private static let states: [DueDate.State] = [.met, .late, .missed, .upcoming, .exempt]
  /// How many labels a state lists in words.
  private static let mostNamed = 5

  func write(_ html: inout HTMLWriter) {
    html.tag("div", ["class": "scroll"]) {
      $0.tag(
        "svg",
        [
          "class": "chart", "viewBox": "0 0 \(TimeAxis.width) 60", "aria-hidden": "true",
        ]
      ) { html in
        html.tag("use", ["href": "#axis"], "")
        for state in Self.states { marks(state, &html) }
      }
    }
    html.tag("p", ["class": "small"], summary)
  }

  /// What each sign means, once a page.
  static func legend(_ language: Language, _ html: inout HTMLWriter) {
    html.tag("ul", ["class": "key marks", "aria-label": UnitWord.marks.text(language)]) { html in
      for state in states {
        html.tag("li") { html in
          sign("m-\(state.rawValue)", mark(state, at: 11), &html)
          html.text(DueWord(state).text(language))
        }
      }
      html.tag("li") { html in
        sign("today", "M11 9v18", &html)
        html.text(UnitWord.auditDay.text(language))
      }
    }
  }

  private static func sign(_ style: String, _ path: String, _ html: inout HTMLWriter) {
    html.tag("svg", ["viewBox": "0 10 22 16", "aria-hidden": "true"]) {
      $0.tag("path", ["class": style, "d": path], "")
    }
  }

  private static func mark(_ state: DueDate.State, at place: Int) -> String {
    switch state {
    case .met: "M\(place) 18h0"
    case .late: "M\(place - 5) 18h10"
    case .missed: "M\(place - 5) 13l10 10m0-10l-10 10"
    case .upcoming: "M\(place - 4) 18a4 4 0 1 0 8 0a4 4 0 1 0-8 0"
    case .exempt: "M\(place - 4) 18h8"
    }
  }

  private func marks(
    _ state: DueDate.State, _ html: inout HTMLWriter
  ) {
    var path = ""
    for date in dates where date.state == state {
      path += Self.mark(state, at: axis.x(date.due.ordinal))
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
