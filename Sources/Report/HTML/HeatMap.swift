import Dates
import Findings
import Rules
import Score
import Texts
import Web

/// Units × rules by status, as a table.
///
/// A cell is about ten bytes (its end tag is left out, as HTML allows), so that 120 units × 200
/// rules stay below 500 KB. Rules that bind no unit, or that nothing on the web shows, have no column.
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
      html.tag("table", ["id": "heat", "class": columns.count > 60 ? "heat wide" : "heat"]) {
        html in
        head(columns, &html)
        html.tag("tbody") { html in
          for position in frame.audit.units.indices { row(position, columns, &html) }
        }
      }
    }
  }

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
          let short = rule.id.clause + (rule.id.name.map { "#\($0)" } ?? "")
          html.tag(
            "th",
            [
              "scope": "col", "data-r": "r\(place)",
              "title": (packs.count > 1 ? rule.id.description : short) + " "
                + rule.title.text(language),
            ]
          ) { $0.tag("span", short) }
        }
      }
    }
  }

  private func row(_ position: Int, _ columns: [Int], _ html: inout HTMLWriter) {
    html.raw("\n<tr>")
    html.tag("th", ["scope": "row"]) {
      $0.tag(
        "a", ["href": "units/\(frame.paths.names[position]).html"],
        frame.audit.units[position].name)
    }
    for place in columns {
      let status = digest.matrix[position][place]
      if let status, let style = Self.style(status) {
        html.raw("<td class=\(style)>\(StatusWord(status).sign)")
      } else {
        html.raw("<td>")
      }
    }
    html.raw("</tr>")
  }
}
