import Dates
import Findings
import Rules
import Score
import Texts
import Web

/// `units/<id>.html`: one unit's scorecard and findings, lost points first.
struct UnitPage {
  let frame: PageFrame
  /// The unit's place in the audit.
  let position: Int

  var audit: AuditResult { frame.audit }
  var unit: UnitResult { frame.audit.units[position] }
  var language: Language { frame.language }
  private let dimensionIndex: DimensionIndex

  init(frame: PageFrame, position: Int) {
    self.frame = frame
    self.position = position
    dimensionIndex = DimensionIndex(frame.audit.units[position].score)
  }

  /// The groups of findings, in their order on the page.
  private enum Group: CaseIterable {
    case lost, undetermined, manual, waived, passed

    var word: UnitWord {
      switch self {
      case .lost: .lost
      case .undetermined: .undetermined
      case .manual: .manual
      case .waived: .waived
      case .passed: .passed
      }
    }

    func holds(_ status: Status) -> Bool {
      switch self {
      case .lost: status.isFault
      case .undetermined: status == .undetermined
      case .manual: status == .manual
      case .waived: status == .waived
      case .passed: status == .pass
      }
    }
  }

  func render() -> [UInt8] {
    frame.page(title: "\(unit.name) · \(audit.plan)") { html in
      frame.crumbs(&html)
      html.tag("p", ["class": "eyebrow"], UnitWord.report.text(language))
      html.tag("h1", unit.name)
      html.tag(
        "p", ["class": "meta"],
        [
          audit.plan, KindWord.text(unit.kind, language),
          Phrases.dates(audit, language).text(language),
        ]
        .joined(separator: " · "))
    } main: { html in
      frame.packNotices(&html)
      frame.section("score", UnitWord.score.text(language), &html) { score(&$0) }
      if !unit.updates.isEmpty {
        frame.section("calendar", UnitWord.calendar.text(language), &html) { calendar(&$0) }
      }
      filter(&html)
      let axis = TimeAxis(audit, unit, language)
      axis.define(&html)
      let cards = FindingCard(frame: frame, axis: axis, dimensions: dimensionIndex)
      html.tag("div", ["id": "findings"]) { html in
        groups(cards, &html)
        rest(cards, &html)
      }
      Ledger(frame: frame, unit: unit).write(&html)
      pager(&html)
    }
  }

  private func filter(_ html: inout HTMLWriter) {
    FilterForm(
      target: "findings", label: UnitWord.search.text(language),
      choices: [
        .init(
          name: "k", label: TableWord.status.text(language),
          options: Status.allCases.filter { frame.digest.unitStatuses[position][$0] ?? 0 > 0 }
            .map { ($0.rawValue, StatusWord($0).text(language)) }),
        .init(
          name: "s", label: TableWord.severity.text(language),
          options: SeverityWord.allCases.filter { word in
            unit.findings.contains { SeverityWord($0.severity) == word }
          }.map { ($0.rawValue, $0.text(language)) }),
        .init(
          name: "d", label: TableWord.dimension.text(language),
          options: dimensionIndex.headings.enumerated().map {
            (String($0.offset), $0.element.text(language))
          }),
      ], language: language
    ).write(&html)
    if unit.findings.contains(where: { !$0.finding.timeline.isEmpty }) {
      TimelineChart.legend(language, &html)
    }
    let isCited = unit.findings.contains { $0.finding.evidence.contains { $0.record != nil } }
    if frame.exhibits == nil, isCited {
      html.tag("p", ["class": "small noprint"], UnitWord.noArchive.text(language))
    }
  }

  private func calendar(_ html: inout HTMLWriter) {
    html.tag("p", CalendarWord.note.text(language))
    UpdateChart(audit, language).write(
      .column, unit.updates.map { UpdateChart.Line($0) }, frame.shell, &html)
  }

  private func groups(_ cards: FindingCard, _ html: inout HTMLWriter) {
    for group in Group.allCases {
      let findings = unit.findings.filter { group.holds($0.finding.status) }
      if findings.isEmpty, group != .lost { continue }
      html.tag(
        "section", ["id": "\(group)", "aria-labelledby": "h-\(group)"]
      ) { html in
        html.tag("h2", ["id": "h-\(group)"]) {
          $0.text(group.word.text(language) + " ")
          $0.tag("span", ["class": "badge"], Figures.count(findings.count))
        }
        if findings.isEmpty { html.tag("p", UnitWord.nothingLost.text(language)) }
        html.tag("div", ["data-group": ""]) { html in
          var before: ScoredFinding?
          for scored in findings {
            if group == .passed {
              cards.row(scored, &html)
            } else {
              cards.card(scored, after: before, &html)
            }
            before = scored
          }
        }
      }
      html.raw("\n")
    }
  }

  /// What does not bind the unit or cannot be seen on the web, folded.
  private func rest(_ cards: FindingCard, _ html: inout HTMLWriter) {
    for status in [Status.notApplicable, .untested] {
      let findings = unit.findings.filter { $0.finding.status == status }
      if findings.isEmpty { continue }
      html.tag("section") {
        $0.tag("details", ["data-group": ""]) { html in
          html.tag("summary") {
            $0.tag("strong", StatusWord(status).text(language) + " ")
            $0.tag("span", ["class": "badge"], Figures.count(findings.count))
          }
          html.tag("table") { html in
            frame.shell.caption(StatusWord(status).text(language), &html)
            frame.tableHead(
              [(.clause, .text), (.requirement, .text), (.reason, .optional)], &html)
            html.tag("tbody") { html in
              for scored in findings { cards.line(scored, &html) }
            }
          }
        }
      }
      html.raw("\n")
    }
  }

  private func pager(_ html: inout HTMLWriter) {
    html.tag("nav", ["class": "pager", "aria-label": UnitWord.pager.text(language)]) { html in
      if position > 0 { pageLink(position - 1, "← ", "", &html) }
      html.tag("a", ["href": "../index.html"], UnitWord.back.text(language))
      if position + 1 < audit.units.count { pageLink(position + 1, "", " →", &html) }
    }
  }

  private func pageLink(
    _ place: Int, _ before: String, _ after: String, _ html: inout HTMLWriter
  ) {
    html.tag(
      "a", ["href": "\(frame.paths.names[place]).html"],
      before + audit.units[place].name + after)
  }
}
