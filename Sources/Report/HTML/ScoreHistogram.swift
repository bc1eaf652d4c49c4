import Score
import Texts

/// How many units lie in each tenth of the scale, as inline SVG with its figures in words.
///
/// A column is stacked by verdict: a veto fails a unit whatever its score.
struct ScoreHistogram {
  let audit: AuditResult
  let language: Language
  private static let bins = 10
  private static let verdicts: [Verdict] = [.fail, .undetermined, .pass]
  /// The drawing's measures.
  private static let width = 400
  private static let left = 20
  private static let base = 150
  private static let height = 120

  /// The counts by tenth, then by `verdicts`.
  private let counts: [[Int]]

  init(_ audit: AuditResult, _ language: Language) {
    self.audit = audit
    self.language = language
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: Self.verdicts.count), count: Self.bins)
    for unit in audit.units {
      guard let percent = unit.score.percent, percent.isFinite else { continue }
      let bin = min(max(Int(min(max(percent, 0), 100)) / 10, 0), Self.bins - 1)
      guard let verdict = Self.verdicts.firstIndex(of: unit.score.verdict) else { continue }
      counts[bin][verdict] += 1
    }
    self.counts = counts
  }

  private var totals: [Int] { counts.map { $0.reduce(0, +) } }

  func write(_ html: inout HTMLWriter) {
    let most = max(totals.max() ?? 0, 1)
    html.tag(
      "svg",
      [
        "class": "histogram", "viewBox": "0 0 \(Self.width) 186", "role": "img",
        "aria-label": summary,
      ]
    ) { html in
      let step = (Self.width - 2 * Self.left) / Self.bins
      for bin in 0..<Self.bins {
        column(bin, x: Self.left + bin * step, width: step, most: most, &html)
      }
      html.tag(
        "path", ["class": "axis", "d": "M\(Self.left) \(Self.base)h\(step * Self.bins)"], "")
      for tenth in stride(from: 0, through: Self.bins, by: 2) {
        html.tag(
          "text",
          [
            "x": String(Self.left + tenth * step), "y": String(Self.base + 17),
            "text-anchor": "middle",
          ], "\(tenth * 10)%")
      }
      let mark = Double(Self.left) + min(max(audit.bar, 0), 100) / 100 * Double(step * Self.bins)
      html.tag("path", ["class": "mark", "d": "M\(Figures.points(mark)) 8V\(Self.base)"], "")
    }
  }

  private func column(
    _ bin: Int, x: Int, width: Int, most: Int, _ html: inout HTMLWriter
  ) {
    var top = Self.base
    for (place, count) in counts[bin].enumerated() where count > 0 {
      let height = max(2, count * Self.height / most)
      top -= height
      html.tag(
        "rect",
        [
          "class": "v \(Self.verdicts[place].rawValue)", "x": String(x + 3), "y": String(top),
          "width": String(width - 6), "height": String(height),
        ], "")
    }
    if totals[bin] == 0 { return }
    html.tag(
      "text",
      ["class": "n", "x": String(x + width / 2), "y": String(top - 5), "text-anchor": "middle"],
      Figures.count(totals[bin]))
  }

  /// `40–50%：2；90–100%：5`.
  private var summary: String {
    let parts = totals.enumerated().filter { $0.element > 0 }.map { bin, count in
      "\(bin * 10)–\(bin * 10 + 10)%\(Phrases.colon.text(language))\(Figures.count(count))"
    }
    return OverviewWord.distribution.text(language) + Phrases.colon.text(language)
      + parts.joined(separator: Phrases.semicolon.text(language))
  }
}
