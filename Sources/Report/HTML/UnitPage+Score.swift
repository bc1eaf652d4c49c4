import Dates
import Findings
import Rules
import Score
import Texts
import Web

extension UnitPage {
  /// The score with the sum that a person can check, status by status.
  func score(_ html: inout HTMLWriter) {
    html.tag("div", ["class": "score"]) { html in
      html.tag("div") { html in
        html.tag(
          "div", ["class": "big \(unit.score.verdict.rawValue)"],
          Figures.percent(unit.score.percent))
        frame.badge(unit.score.verdict, &html)
      }
      html.tag("div") { html in
        html.tag("p", Phrases.division(unit.score).text(language))
        frame.bar(unit.score, &html)
        html.tag("p", ["class": "small"], Phrases.barMark(audit.bar).text(language))
        if let rank = unit.score.rank {
          html.tag(
            "p",
            Phrases.rank(rank, of: unit.score.ranked, kind: unit.kind, language).text(language))
        }
        if let grade = unit.score.grade {
          html.tag("p", "\(UnitWord.grade.text(language))：\(grade.text(language))")
        }
        if unit.score.bonus > 0 {
          html.tag(
            "p", "\(UnitWord.bonus.text(language))：\(Figures.points(unit.score.bonus))")
        }
        if unit.score.open > 0 { html.tag("p", Phrases.open(unit.score).text(language)) }
        for veto in unit.score.vetoes {
          html.tag("p") {
            $0.tag("span", ["class": "badge fail"], SeverityWord.veto.text(language))
            $0.text(" " + veto.description)
          }
        }
      }
    }
    sums(&html)
    dimensions(&html)
  }

  /// The points under each heading of the packs, with a bar of the share earned.
  private func dimensions(_ html: inout HTMLWriter) {
    let all = unit.score.packs.flatMap(\.dimensions)
    if all.isEmpty { return }
    html.tag("table") { html in
      html.tag("caption", UnitWord.dimensions.text(language))
      frame.tableHead(
        [
          (.dimension, .text), (.possible, .number), (.earned, .number),
          (.openPoints, .optionalNumber),
          (.percent, .number), (.bar, .optional),
        ], &html)
      html.tag("tbody") { html in
        for dimension in all { dimensionRow(dimension, &html) }
      }
    }
  }

  private func dimensionRow(_ dimension: DimensionScore, _ html: inout HTMLWriter) {
    let percent = dimension.possible > 0 ? 100 * dimension.earned / dimension.possible : nil
    html.tag("tr") { html in
      html.tag(
        "th", ["scope": "row", "class": dimension.level == 1 ? "level1" : "level2"],
        dimension.title.text(language))
      frame.cell(Figures.points(dimension.possible), .number, &html)
      frame.cell(Figures.points(dimension.earned), .number, &html)
      frame.cell(Figures.points(dimension.open), .optionalNumber, &html)
      frame.cell(Figures.percent(percent), .number, &html)
      html.tag("td", ["class": "opt"]) { html in
        DimensionBar(dimension: dimension).write(&html)
      }
    }
  }

  private func sums(_ html: inout HTMLWriter) {
    html.tag("table") { html in
      html.tag("caption", UnitWord.sums.text(language))
      frame.tableHead(
        [(.status, .text), (.items, .number), (.possible, .number), (.earned, .number)], &html)
      html.tag("tbody") { html in
        for status in Status.allCases { sumRow(status, &html) }
      }
      html.tag("tfoot") {
        $0.tag("tr") { html in
          html.tag("th", ["scope": "row"], UnitWord.total.text(language))
          frame.cell(
            Figures.count(unit.findings.count { AuditDigest.isScored($0.finding.status) }),
            .number, &html)
          frame.cell(Figures.points(unit.score.possible), .number, &html)
          frame.cell(Figures.points(unit.score.earned), .number, &html)
        }
      }
    }
  }

  private func sumRow(_ status: Status, _ html: inout HTMLWriter) {
    let findings = unit.findings.filter { $0.finding.status == status }
    if findings.isEmpty { return }
    html.tag("tr") { html in
      html.tag("th", ["scope": "row"]) { frame.badge(status, &$0) }
      frame.cell(Figures.count(findings.count), .number, &html)
      guard AuditDigest.isScored(status) else {
        html.tag("td", ["class": "num small", "colspan": "2"], notCounted(status, findings))
        return
      }
      // Bonus points come on top: they enter what is earned, never what is possible.
      let base = findings.filter { $0.severity != .bonus }
      frame.cell(
        Figures.points(base.reduce(0) { $0 + $1.points.possible }), .number, &html)
      frame.cell(
        Figures.points(findings.reduce(0) { $0 + $1.points.earned }), .number, &html)
    }
  }

  private func notCounted(_ status: Status, _ findings: [ScoredFinding]) -> String {
    let points =
      status == .undetermined ? unit.score.open : findings.reduce(0) { $0 + $1.points.possible }
    return points > 0
      ? Phrases.notCounted(points).text(language) : UnitWord.notCounted.text(language)
  }
}

/// Every scored finding with its points, row by row, to be added up by hand.
struct Ledger {
  let frame: PageFrame
  let unit: UnitResult

  func write(_ html: inout HTMLWriter) {
    let scored = unit.findings.filter { AuditDigest.isScored($0.finding.status) }
    if scored.isEmpty { return }
    html.tag("section", ["id": "ledger"]) {
      $0.tag("details") { html in
        html.tag("summary") { $0.tag("strong", UnitWord.ledger.text(frame.language)) }
        html.tag("table", ["class": "ledger"]) { html in
          frame.shell.caption(UnitWord.ledger.text(frame.language), &html)
          frame.tableHead(
            [
              (.clause, .text), (.status, .text), (.possible, .number),
              (.earned, .number), (.lost, .number),
            ], &html)
          html.tag("tbody") { html in
            for finding in scored { row(finding, &html) }
          }
          foot(&html)
        }
      }
    }
    html.raw("\n")
  }

  private func row(_ scored: ScoredFinding, _ html: inout HTMLWriter) {
    html.tag("tr") { html in
      html.tag("th", ["scope": "row"]) {
        $0.tag(
          "a", ["href": "#r\(frame.places[scored.finding.rule] ?? 0)"],
          PageFrame.clause(scored.finding.rule))
      }
      html.tag("td", StatusWord(scored.finding.status).text(frame.language))
      let isBonus = scored.severity == .bonus
      html.tag(
        "td",
        isBonus
          ? SeverityWord.bonus.text(frame.language) : Figures.points(scored.points.possible))
      html.tag("td", Figures.points(scored.points.earned))
      html.tag(
        "td", isBonus ? "—" : Figures.points(scored.points.possible - scored.points.earned))
    }
  }

  private func foot(_ html: inout HTMLWriter) {
    html.tag("tfoot") {
      $0.tag("tr") { html in
        html.tag("th", ["scope": "row", "colspan": "2"], UnitWord.total.text(frame.language))
        frame.cell(Figures.points(unit.score.possible), .number, &html)
        frame.cell(Figures.points(unit.score.earned), .number, &html)
        frame.cell(
          Figures.points(unit.score.possible - unit.score.earned), .number, &html)
      }
    }
  }
}
