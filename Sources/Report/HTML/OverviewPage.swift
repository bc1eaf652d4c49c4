import Dates
import Findings
import Score
import Texts
import Web

/// `index.html`: what a mayor reads, and from where everybody else goes on.
struct OverviewPage {
  let frame: PageFrame

  var audit: AuditResult { frame.audit }
  var digest: AuditDigest { frame.digest }
  var language: Language { frame.language }

  func render() -> [UInt8] {
    let map = DimensionMap(frame: frame)
    let sections = Section.allCases.filter { $0 != .dimensions || !map.isEmpty }
    return frame.page(title: "\(audit.plan) · \(HeadWord.report.text(language))") { html in
      html.tag("p", ["class": "eyebrow"], HeadWord.report.text(language))
      html.tag("h1", audit.plan)
      html.tag("p", ["class": "meta"], Phrases.dates(audit, language).text(language))
      html.tag("p", ["class": "meta"], Phrases.basis(audit).text(language))
      html.tag("nav", ["aria-label": HeadWord.contents.text(language)]) {
        $0.tag("ul", ["class": "toc"]) { html in
          for section in sections {
            html.tag("li") { $0.tag("a", ["href": "#\(section)"], section.word.text(language)) }
          }
          html.tag("li") {
            $0.tag("a", ["href": "rules/index.html"], RuleWord.list.text(language))
          }
        }
      }
    } main: { html in
      notices(&html)
      for section in sections {
        frame.section("\(section)", section.word.text(language), &html) {
          write(section, map, &$0)
        }
      }
    }
  }

  /// The sections, in their order.
  private enum Section: CaseIterable {
    case summary, ranking, distribution, dimensions, faults, map, calendar, undetermined, sites
    case basis

    var word: OverviewWord {
      switch self {
      case .summary: .summary
      case .ranking: .ranking
      case .distribution: .distribution
      case .dimensions: .dimensions
      case .faults: .faults
      case .map: .map
      case .calendar: .calendar
      case .undetermined: .undetermined
      case .sites: .sites
      case .basis: .basis
      }
    }
  }

  private func write(_ section: Section, _ map: DimensionMap, _ html: inout HTMLWriter) {
    switch section {
    case .summary: summary(&html)
    case .ranking: ranking(&html)
    case .distribution: distribution(&html)
    case .dimensions: map.write(&html)
    case .faults: faults(&html)
    case .map: HeatMap(frame: frame).write(&html)
    case .calendar: calendar(&html)
    case .undetermined: undetermined(&html)
    case .sites: sites(&html)
    case .basis: basis(&html)
    }
  }

  /// Pack notices and liberties come before any figure.
  private func notices(_ html: inout HTMLWriter) {
    frame.packNotices(&html)
    for site in audit.sites {
      for liberty in site.liberties {
        html.tag("p", ["class": "notice", "role": "note"]) {
          $0.tag("strong", site.id.text + Phrases.colon.text(language))
          $0.text(LibertyWord.text(liberty, language))
        }
      }
    }
  }

  private func summary(_ html: inout HTMLWriter) {
    html.tag("p", ["class": "lead"], Phrases.lead(audit, digest).text(language))
    html.tag("ul", ["class": "tiles"]) { html in
      tile(Figures.count(audit.units.count), OverviewWord.units, &html)
      for verdict in [Verdict.pass, .fail, .undetermined] {
        html.tag("li", ["class": verdict.rawValue]) {
          $0.tag("span", ["class": "n"], Figures.count(digest.verdicts[verdict] ?? 0))
          $0.tag("span", ["class": "l"], VerdictWord(verdict).text(language))
        }
      }
      tile(Figures.percent(AuditDigest.mean(audit)), .mean, &html)
      tile(Figures.percent(digest.decidedPercent), .decided, &html)
      tile(Figures.count(audit.sites.reduce(0) { $0 &+ $1.pages }), .pages, &html)
    }
    html.tag("h3", OverviewWord.statuses.text(language))
    StatusStrip(counts: digest.statuses, shell: frame.shell).write(&html)
  }

  private func tile(_ figure: String, _ word: OverviewWord, _ html: inout HTMLWriter) {
    html.tag("li") {
      $0.tag("span", ["class": "n"], figure)
      $0.tag("span", ["class": "l"], word.text(language))
    }
  }

  private func distribution(_ html: inout HTMLWriter) {
    guard audit.units.contains(where: { $0.score.percent != nil }) else {
      html.tag("p", OverviewWord.noScores.text(language))
      return
    }
    html.tag("div", ["class": "pair"]) { html in
      html.tag("figure") { html in
        ScoreHistogram(audit, language).write(&html)
        html.tag("figcaption", Phrases.histogram(audit.bar).text(language))
      }
      html.tag("div") { kinds(&$0) }
    }
  }

  /// Mean, highest and lowest of each kind of unit.
  private func kinds(_ html: inout HTMLWriter) {
    html.tag("table") { html in
      html.tag("caption", OverviewWord.byKind.text(language))
      frame.tableHead(
        [
          (.kind, .text), (.units, .number), (.mean, .number), (.highest, .number),
          (.lowest, .number),
        ], &html)
      html.tag("tbody") { html in
        for ranking in digest.rankings {
          let percents = ranking.units.compactMap { audit.units[$0].score.percent }
          let mean = percents.isEmpty ? nil : percents.reduce(0, +) / Double(percents.count)
          html.tag("tr") { html in
            html.tag("th", ["scope": "row"], KindWord.text(ranking.kind, language))
            frame.cell(Figures.count(ranking.units.count), .number, &html)
            frame.cell(Figures.percent(mean), .number, &html)
            frame.cell(Figures.percent(percents.max()), .number, &html)
            frame.cell(Figures.percent(percents.min()), .number, &html)
          }
        }
      }
    }
  }

  private func calendar(_ html: inout HTMLWriter) {
    let shared = audit.sites.flatMap(\.updates)
    if shared.isEmpty, audit.units.allSatisfy({ $0.updates.isEmpty }) {
      html.tag("p", CalendarWord.none.text(language))
      return
    }
    html.tag("p", CalendarWord.note.text(language))
    let chart = UpdateChart(audit, language)
    let lines = audit.units.indices.map { position in
      let unit = audit.units[position]
      return UpdateChart.Line(
        name: unit.name,
        link: "units/\(frame.paths.names[position]).html"
          + (unit.updates.isEmpty ? "" : "#calendar"),
        isOwnPage: true, newest: unit.updates.compactMap(\.newest).max(),
        items: unit.updates.isEmpty ? nil : UpdateChart.sum(unit.updates))
    }
    chart.write(.unit, lines, frame.shell, &html)
    if shared.isEmpty { return }
    html.tag("h3", CalendarWord.sites.text(language))
    chart.write(.column, shared.map { UpdateChart.Line($0) }, frame.shell, &html)
  }
}

extension UpdateChart.Line {
  /// The line of one column.
  init(_ updates: ColumnUpdates) {
    self.init(
      name: updates.column, link: updates.url, isOwnPage: false, newest: updates.newest,
      items: updates.items)
  }
}
