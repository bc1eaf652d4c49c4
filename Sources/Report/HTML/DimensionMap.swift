import Score
import Texts
import Web

/// Units × first-level headings of the packs, each cell the share of the points that was earned.
struct DimensionMap {
  /// One column: a heading of a pack.
  private struct Heading: Hashable {
    let pack: String
    let id: String
  }

  let frame: PageFrame
  private let headings: [(id: Heading, title: Bilingual)]

  init(frame: PageFrame) {
    self.frame = frame
    var seen: Set<Heading> = []
    var headings: [(Heading, Bilingual)] = []
    for unit in frame.audit.units {
      for pack in unit.score.packs {
        for dimension in pack.dimensions where dimension.level == 1 {
          let heading = Heading(pack: pack.pack, id: dimension.id)
          if seen.insert(heading).inserted { headings.append((heading, dimension.title)) }
        }
      }
    }
    self.headings = headings
  }

  /// There is nothing to show: no pack has headings.
  var isEmpty: Bool { headings.isEmpty }

  private var language: Language { frame.language }

  func write(_ html: inout HTMLWriter) {
    html.tag("p", OverviewWord.dimensionNote.text(language))
    frame.shell.scroll(OverviewWord.dimensions.text(language), &html) { html in
      html.tag("table", ["class": "dims"]) { html in
        frame.shell.caption(OverviewWord.dimensions.text(language), &html)
        html.tag("thead") {
          $0.tag("tr") { html in
            html.tag("th", ["scope": "col"], TableWord.unit.text(language))
            for heading in headings {
              html.tag("th", ["scope": "col"], heading.title.text(language))
            }
          }
        }
        html.tag("tbody") { html in
          for position in frame.audit.units.indices { row(position, &html) }
        }
        if frame.audit.units.count > 1 { foot(&html) }
      }
    }
  }

  private func row(_ position: Int, _ html: inout HTMLWriter) {
    let unit = frame.audit.units[position]
    var sums: [Heading: DimensionScore] = [:]
    for pack in unit.score.packs {
      for dimension in pack.dimensions where dimension.level == 1 {
        sums[Heading(pack: pack.pack, id: dimension.id)] = dimension
      }
    }
    html.raw("\n<tr>")
    html.tag("th", ["scope": "row"]) {
      $0.tag("a", ["href": "units/\(frame.paths.names[position]).html"], unit.name)
    }
    for heading in headings {
      guard let sum = sums[heading.id] else {
        html.raw("<td>")
        continue
      }
      cell(earned: sum.earned, possible: sum.possible, open: sum.open, &html)
    }
    html.raw("</tr>")
  }

  /// A share in one of five steps; a question mark where all of it is open.
  private func cell(earned: Double, possible: Double, open: Double, _ html: inout HTMLWriter) {
    guard possible > 0 else {
      html.raw(open > 0 ? "<td class=u>?" : "<td>")
      return
    }
    let percent = min(max(100 * earned / possible, 0), 100)
    html.raw("<td class=q\(min(4, Int(percent) / 20))>\(Figures.decimal(percent.rounded()))")
  }

  /// The district's share by heading.
  private func foot(_ html: inout HTMLWriter) {
    var sums: [Heading: (earned: Double, possible: Double, open: Double)] = [:]
    for unit in frame.audit.units {
      for pack in unit.score.packs {
        for dimension in pack.dimensions where dimension.level == 1 {
          let heading = Heading(pack: pack.pack, id: dimension.id)
          let old = sums[heading] ?? (0, 0, 0)
          sums[heading] = (
            old.earned + dimension.earned, old.possible + dimension.possible,
            old.open + dimension.open
          )
        }
      }
    }
    html.raw("<tfoot><tr>")
    html.tag("th", ["scope": "row"], OverviewWord.all.text(language))
    for heading in headings {
      let sum = sums[heading.id] ?? (0, 0, 0)
      cell(earned: sum.earned, possible: sum.possible, open: sum.open, &html)
    }
    html.raw("</tr></tfoot>")
  }
}
