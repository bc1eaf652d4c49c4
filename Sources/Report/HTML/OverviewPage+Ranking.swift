import Findings
import Score
import Texts
import Web

extension OverviewPage {
  func ranking(_ html: inout HTMLWriter) {
    if audit.units.isEmpty {
      html.tag("p", OverviewWord.noUnits.text(language))
      return
    }
    let verdicts = [Verdict.pass, .fail, .undetermined].filter { digest.verdicts[$0] ?? 0 > 0 }
    FilterForm(
      target: "rankings", label: OverviewWord.search.text(language),
      choices: [
        .init(
          name: "k", label: TableWord.verdict.text(language),
          options: verdicts.map { ($0.rawValue, VerdictWord($0).text(language)) }),
        .init(
          name: "s", label: TableWord.kind.text(language),
          options: digest.rankings.enumerated().map {
            (String($0.offset), KindWord.text($0.element.kind, language))
          }),
      ], language: language
    ).write(&html)
    let hasGrades = audit.units.contains { $0.score.grade != nil }
    html.tag("div", ["id": "rankings"]) { html in
      for (number, ranking) in digest.rankings.enumerated() {
        html.tag("div", ["data-group": ""]) { html in
          html.tag("h3", KindWord.text(ranking.kind, language))
          html.tag("table", ["class": hasGrades ? "rank graded" : "rank"]) { html in
            frame.shell.caption(KindWord.text(ranking.kind, language), &html)
            head(hasGrades, &html)
            html.tag("tbody") { html in
              for position in ranking.units { row(position, number, hasGrades, &html) }
            }
          }
        }
      }
    }
  }

  private func head(_ hasGrades: Bool, _ html: inout HTMLWriter) {
    var words: [(TableWord, CellStyle)] = [
      (.rank, .number), (.unit, .text), (.percent, .number), (.bar, .optional),
      (.points, .optionalNumber), (.openPoints, .optionalNumber), (.faults, .optionalNumber),
    ]
    if hasGrades { words.append((.grade, .optional)) }
    words.append((.verdict, .text))
    frame.tableHead(words, &html)
  }

  private func row(
    _ position: Int, _ number: Int, _ hasGrades: Bool, _ html: inout HTMLWriter
  ) {
    let unit = audit.units[position]
    let counts = digest.unitStatuses[position]
    html.tag("tr", ["data-k": unit.score.verdict.rawValue, "data-s": String(number)]) { html in
      frame.cell(unit.score.rank.map { Figures.count($0) } ?? "—", .number, &html)
      html.tag("th", ["scope": "row"]) { html in
        html.tag("a", ["href": "units/\(frame.paths.names[position]).html"], unit.name)
        if !unit.score.vetoes.isEmpty {
          html.text(" ")
          html.tag("span", ["class": "badge fail"], SeverityWord.veto.text(language))
        }
      }
      html.tag("td", ["class": "num"]) { $0.tag("b", Figures.percent(unit.score.percent)) }
      html.tag("td", ["class": "opt"]) { frame.bar(unit.score, &$0) }
      frame.cell(
        "\(Figures.points(unit.score.earned)) / \(Figures.points(unit.score.possible))",
        .optionalNumber, &html)
      frame.cell(Figures.points(unit.score.open), .optionalNumber, &html)
      frame.cell(
        Figures.count((counts[.fail] ?? 0) + (counts[.partial] ?? 0)), .optionalNumber, &html)
      if hasGrades { frame.cell(unit.score.grade?.text(language) ?? "—", .optional, &html) }
      html.tag("td") { frame.badge(unit.score.verdict, &$0) }
    }
    html.raw("\n")
  }
}
