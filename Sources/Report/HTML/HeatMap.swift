import Dates
import Findings
import Rules
import Score
import Texts
import Web

/// Units × rules by status, as a table.
///
/// A cell is four to twelve bytes, so that 120 units × 200 rules stay below 500 KB: its end tag is
/// left out, as HTML allows; its sign comes from the style sheet; and the commonest status, which the
/// table names, has no class. Rules that bind no unit, or that nothing on the web shows, have no column.
struct HeatMap {
  let frame: PageFrame

  private var digest: AuditDigest { frame.digest }
  private var language: Language { frame.language }

  func write(_ html: inout HTMLWriter) {
    let columns = digest.rules.indices.filter { place in
      digest.matrix.contains { row in row[place].map { Self.style($0) != nil } ?? false }
    }
    if columns.isEmpty {
      html.tag("p", OverviewWord.noMap.text(language))
      return
    }
    html.tag("p", OverviewWord.mapNote.text(language))
    legend(&html)
    html.tag(
      "div",
      [
        "class": "scroll", "tabindex": "0", "role": "region",
        "aria-label": OverviewWord.map.text(language),
      ]
    ) { html in
      let base = commonest(columns)
      html.tag(
        "table",
        [
          "id": "heat", "data-base": base,
          "class": (columns.count > 60 ? "heat wide base-" : "heat base-") + base,
        ]
      ) { html in
        frame.shell.caption(OverviewWord.map.text(language), &html)
        head(columns, &html)
        html.tag("tbody") { html in
          for position in frame.audit.units.indices { row(position, columns, base, &html) }
        }
      }
    }
  }

  /// The class that most cells would have.
  private func commonest(_ columns: [Int]) -> String {
    var counts: [String: Int] = [:]
    for row in digest.matrix {
      for place in columns {
        counts[row[place].flatMap { Self.style($0) } ?? Self.plain, default: 0] += 1
      }
    }
    let first = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }
    return first?.key ?? Self.plain
  }

  /// The class of a cell that does not bear on the unit.
  private static let plain = "n"

  /// The class of a status that bears on a unit; nil for the rest, whose cells are plain.
  private static func style(_ status: Status) -> String? {
    switch status {
    case .pass: "p"
    case .fail: "f"
    case .partial: "h"
    case .undetermined: "u"
    case .manual: "m"
    case .waived: "w"
    case .notApplicable, .untested: nil
    }
  }

  private func legend(_ html: inout HTMLWriter) {
    html.tag("ul", ["class": "key"]) { html in
      for status in Status.allCases where status != .untested {
        let word = StatusWord(status)
        html.tag("li") {
          $0.tag("span", ["class": "badge \(status.rawValue)"]) { html in
            html.text(word.sign + " ")
            html.tag("span", ["data-c": Self.style(status) ?? "n"], word.text(language))
          }
        }
      }
    }
  }

  private func head(_ columns: [Int], _ html: inout HTMLWriter) {
    let packs = Set(columns.map { digest.rules[$0].id.pack })
    html.tag("thead") {
      $0.tag("tr") { html in
        html.tag("th", ["scope": "col"], TableWord.unit.text(language))
        for place in columns {
          let rule = digest.rules[place]
          let short = PageFrame.clause(rule.id)
          html.tag(
            "th",
            [
              "scope": "col", "data-r": "r\(place)",
              "title": (packs.count > 1 ? rule.id.description : short) + " "
                + rule.title.text(language),
            ]
          ) { $0.tag("a", ["href": "rules/\(frame.rulePaths.names[place]).html"], short) }
        }
      }
    }
  }

  private func row(
    _ position: Int, _ columns: [Int], _ base: String, _ html: inout HTMLWriter
  ) {
    html.raw("\n<tr>")
    html.tag("th", ["scope": "row"]) {
      $0.tag(
        "a", ["href": "units/\(frame.paths.names[position]).html"],
        frame.audit.units[position].name)
    }
    for place in columns {
      let style = digest.matrix[position][place].flatMap { Self.style($0) } ?? Self.plain
      html.raw(style == base ? "<td>" : "<td class=\(style)>")
    }
    html.raw("</tr>")
  }
}
