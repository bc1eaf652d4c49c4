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
    frame.page(title: "\(audit.plan) · \(HeadWord.report.text(language))") { html in
      html.tag("p", ["class": "eyebrow"], HeadWord.report.text(language))
      html.tag("h1", audit.plan)
      html.tag("p", ["class": "meta"], Phrases.dates(audit, language).text(language))
      html.tag("p", ["class": "meta"], Phrases.basis(audit).text(language))
      html.tag("nav", ["aria-label": HeadWord.contents.text(language)]) {
        $0.tag("ul", ["class": "toc"]) { html in
          for section in Section.allCases {
            html.tag("li") { $0.tag("a", ["href": "#\(section)"], section.word.text(language)) }
          }
        }
      }
    } main: { html in
      notices(&html)
      for section in Section.allCases {
        frame.section("\(section)", section.word.text(language), &html) { write(section, &$0) }
      }
    }
  }

  /// The sections, in their order.
  private enum Section: CaseIterable {
    case summary, ranking, faults, map, undetermined, sites, basis

    var word: OverviewWord {
      switch self {
      case .summary: .summary
      case .ranking: .ranking
      case .faults: .faults
      case .map: .map
      case .undetermined: .undetermined
      case .sites: .sites
      case .basis: .basis
      }
    }
  }

  private func write(_ section: Section, _ html: inout HTMLWriter) {
    switch section {
    case .summary: summary(&html)
    case .ranking: ranking(&html)
    case .faults: faults(&html)
    case .map: HeatMap(frame: frame).write(&html)
    case .undetermined: undetermined(&html)
    case .sites: sites(&html)
    case .basis: basis(&html)
    }
  }

  /// Pack notices and liberties come before any figure.
  private func notices(_ html: inout HTMLWriter) {
    for pack in audit.packs {
      guard let notice = pack.notice else { continue }
      html.tag("p", ["class": "notice", "role": "note"]) {
        $0.tag("strong", pack.title.text(language) + Phrases.colon.text(language))
        $0.text(notice.text(language))
      }
    }
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
      tile(Figures.count(audit.units.count), OverviewWord.units, "", &html)
      for verdict in [Verdict.pass, .fail, .undetermined] {
        html.tag("li", ["class": verdict.rawValue]) {
          $0.tag("span", ["class": "n"], Figures.count(digest.verdicts[verdict] ?? 0))
          $0.tag("span", ["class": "l"], VerdictWord(verdict).text(language))
        }
      }
      tile(Figures.percent(AuditDigest.mean(audit)), .mean, "", &html)
      tile(Figures.percent(digest.decidedPercent), .decided, "", &html)
      tile(Figures.count(audit.sites.reduce(0) { $0 &+ $1.pages }), .pages, "", &html)
    }
    html.tag("h3", OverviewWord.statuses.text(language))
    strip(&html)
    html.tag("ul", ["class": "key"]) { html in
      for status in Status.allCases {
        guard let count = digest.statuses[status], count > 0 else { continue }
        html.tag("li") {
          frame.badge(status, &$0)
          $0.text(" " + Figures.count(count))
        }
      }
    }
  }

  private func tile(
    _ figure: String, _ word: OverviewWord, _ style: String, _ html: inout HTMLWriter
  ) {
    html.tag("li", ["class": style]) {
      $0.tag("span", ["class": "n"], figure)
      $0.tag("span", ["class": "l"], word.text(language))
    }
  }

  /// The findings that bind, as one strip; the list below it is its text.
  private func strip(_ html: inout HTMLWriter) {
    let shown: [Status] = [.pass, .partial, .fail, .undetermined, .manual, .waived]
    let all = shown.reduce(0) { $0 + (digest.statuses[$1] ?? 0) }
    if all == 0 { return }
    html.tag(
      "svg",
      [
        "class": "strip", "viewBox": "0 0 1000 20", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ]
    ) { html in
      var start = 0.0
      for status in shown {
        let width = 1000 * Double(digest.statuses[status] ?? 0) / Double(all)
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

  private func ranking(_ html: inout HTMLWriter) {
    frame.filter(
      OverviewWord.search.text(language),
      [Verdict.pass, .fail, .undetermined].map {
        ($0.rawValue, VerdictWord($0).text(language))
      }, &html)
    for ranking in digest.rankings {
      html.tag("div", ["data-group": ""]) { html in
        html.tag("h3", KindWord.text(ranking.kind, language))
        html.tag("table", ["class": "rank"]) { html in
          frame.tableHead(
            [
              (.rank, .number), (.unit, .text), (.percent, .number), (.bar, .optional),
              (.points, .optionalNumber), (.openPoints, .optionalNumber),
              (.faults, .optionalNumber), (.verdict, .text),
            ], &html)
          html.tag("tbody") { html in
            for position in ranking.units { rankingRow(position, &html) }
          }
        }
      }
    }
  }

  private func rankingRow(_ position: Int, _ html: inout HTMLWriter) {
    let unit = audit.units[position]
    let counts = digest.unitStatuses[position]
    html.tag("tr", ["data-k": unit.score.verdict.rawValue]) { html in
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
      html.tag("td") { frame.badge(unit.score.verdict, &$0) }
    }
  }
}
