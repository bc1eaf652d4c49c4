import Findings
import Score
import Texts

/// The findings that bind, as one strip by status, with the list below it as its text.
struct StatusStrip {
  let counts: [Status: Int]
  let shell: PageShell
  private static let shown: [Status] = [.pass, .partial, .fail, .undetermined, .manual, .waived]

  func write(_ html: inout HTMLWriter) {
    strip(&html)
    html.tag("ul", ["class": "key"]) { html in
      for status in Status.allCases {
        guard let count = counts[status], count > 0 else { continue }
        html.tag("li") {
          shell.badge(status, &$0)
          $0.text(" " + Figures.count(count))
        }
      }
    }
  }

  private func strip(_ html: inout HTMLWriter) {
    let all = Self.shown.reduce(0) { $0 + (counts[$1] ?? 0) }
    if all == 0 { return }
    html.tag(
      "svg",
      [
        "class": "strip", "viewBox": "0 0 1000 20", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ]
    ) { html in
      var start = 0.0
      for status in Self.shown {
        let width = 1000 * Double(counts[status] ?? 0) / Double(all)
        if width == 0 { continue }
        html.tag(
          "rect",
          [
            "class": "s-\(status.rawValue)", "x": Figures.points(start),
            "width": Figures.points(width), "height": "20",
          ], "")
        start += width
      }
    }
  }
}
