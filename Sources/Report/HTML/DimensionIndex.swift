import Findings
import Rules
import Score
import Texts

/// The first-level headings of a unit's packs, and under which of them a finding is added up.
struct DimensionIndex {
  /// A heading of any level, named by its pack and id.
  private struct Key: Hashable {
    let pack: String
    let id: String
  }

  /// The first-level headings, pack by pack.
  let headings: [Bilingual]
  private let places: [Key: Int]

  init(_ score: Scorecard) {
    var headings: [Bilingual] = []
    var places: [Key: Int] = [:]
    for pack in score.packs {
      // A parent stands before its children.
      for dimension in pack.dimensions {
        if dimension.level == 1 { headings.append(dimension.title) }
        if !headings.isEmpty {
          places[Key(pack: pack.pack, id: dimension.id)] = headings.count - 1
        }
      }
    }
    self.headings = headings
    self.places = places
  }

  /// The place in `headings` of the heading of a finding; nil when its rule has none.
  func place(of scored: ScoredFinding) -> Int? {
    scored.dimension.flatMap { places[Key(pack: scored.finding.rule.pack, id: $0)] }
  }
}

/// What was earned under a heading beside what is lost and what is open; the row has the figures.
struct DimensionBar {
  let dimension: DimensionScore

  func write(_ html: inout HTMLWriter) {
    let all = dimension.possible + dimension.open
    guard all > 0 else { return }
    let earned = min(max(100 * dimension.earned / all, 0), 100)
    let open = min(max(100 * dimension.open / all, 0), 100)
    html.tag(
      "svg",
      [
        "class": "bar", "viewBox": "0 0 100 10", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ]
    ) { html in
      html.tag(
        "rect", ["class": "v", "width": Figures.points(earned), "height": "10"], "")
      if open > 0 {
        html.tag(
          "rect",
          [
            "class": "v undetermined", "x": Figures.points(100 - open),
            "width": Figures.points(open), "height": "10",
          ], "")
      }
    }
  }
}
