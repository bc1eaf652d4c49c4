import Dates
import Findings
import Rules
import Score
import Texts
import Web

/// One finding: as a card with all that is known, as a folded row, or as a line of a table.
struct FindingCard {
  /// What a page has said already: with 200 findings of a blocked unit the same advice would be a
  /// tenth of it.
  private final class Told {
    var codes: Set<String> = []
  }

  let frame: PageFrame
  /// How many pieces of evidence a card shows; `audit.json` has all.
  private static let mostShown = 10
  /// How many gaps a card shows.
  private static let mostGaps = 5
  /// A near miss has its reason; its words are shown only when they are these few bytes.
  private static let shortExcerpt = 75

  private let axis: TimeAxis
  private let dimensions: DimensionIndex
  private let told = Told()
  private var language: Language { frame.language }

  init(frame: PageFrame, axis: TimeAxis, dimensions: DimensionIndex) {
    self.frame = frame
    self.axis = axis
    self.dimensions = dimensions
  }

  /// The pieces of evidence of one finding that its card or row shows.
  static func shown(_ finding: Finding) -> [Evidence] {
    let proper = finding.evidence.filter { $0.nearMiss == nil }.prefix(mostShown)
    switch finding.status {
    case .notApplicable, .untested: return []
    case .pass: return Array(proper)
    case .fail, .partial, .undetermined, .manual, .waived:
      return Array(proper) + finding.evidence.filter { $0.nearMiss != nil }.prefix(mostShown)
    }
  }

  private func anchor(_ scored: ScoredFinding) -> String {
    "r\(frame.places[scored.finding.rule] ?? 0)"
  }

  /// The first-level heading of a finding, for the filter.
  private func dimension(_ scored: ScoredFinding) -> String {
    dimensions.place(of: scored).map { String($0) } ?? ""
  }

  /// A card; `before` is the one above it, whose gaps are not told again when they are the same.
  func card(_ scored: ScoredFinding, after before: ScoredFinding?, _ html: inout HTMLWriter) {
    let status = scored.finding.status.rawValue
    html.tag(
      "article",
      [
        "class": "card \(status)", "id": anchor(scored), "data-k": status,
        "data-s": scored.severity.rawValue, "data-d": dimension(scored),
      ]
    ) { html in
      html.tag("h3") {
        frame.clause(scored.finding.rule, from: "../rules/", &$0)
        $0.text(scored.title.text(language))
      }
      tags(scored, &html)
      let gaps = scored.finding.coverage.gaps
      details(scored, repeatsGaps: !gaps.isEmpty && gaps == before?.finding.coverage.gaps, &html)
    }
    html.raw("\n")
  }

  func row(_ scored: ScoredFinding, _ html: inout HTMLWriter) {
    html.tag(
      "details",
      [
        "class": "row", "id": anchor(scored), "data-k": scored.finding.status.rawValue,
        "data-s": scored.severity.rawValue, "data-d": dimension(scored),
      ]
    ) { html in
      html.tag("summary") {
        frame.badge(scored.finding.status, &$0)
        $0.tag("span", ["class": "clause"], scored.finding.rule.clause)
        $0.text(scored.title.text(language) + " ")
        $0.tag("span", ["class": "small"], points(scored))
      }
      html.tag("div") { details(scored, repeatsGaps: false, &$0) }
    }
    html.raw("\n")
  }

  /// Whether a finding shows all that is known; of what is met, the essentials do.
  private func isFull(_ scored: ScoredFinding) -> Bool { scored.finding.status != .pass }

  func line(_ scored: ScoredFinding, _ html: inout HTMLWriter) {
    html.tag(
      "tr",
      [
        "id": anchor(scored), "data-k": scored.finding.status.rawValue,
        "data-s": scored.severity.rawValue, "data-d": dimension(scored),
      ]
    ) { html in
      html.tag("td") { frame.clause(scored.finding.rule, from: "../rules/", &$0) }
      html.tag("th", ["scope": "row"], scored.title.text(language))
      frame.cell(scored.finding.message.text(language), .optional, &html)
    }
    html.raw("\n")
  }

  private func points(_ scored: ScoredFinding) -> String {
    Phrases.score(scored.points).text(language)
  }

  private func tags(_ scored: ScoredFinding, _ html: inout HTMLWriter) {
    html.tag("div", ["class": "tags"]) { html in
      frame.badge(scored.finding.status, &html)
      if scored.finding.status == .undetermined {
        html.tag("span", Phrases.atStake(scored.openPoints).text(language))
      } else if scored.finding.status.isFault {
        html.tag("b", Phrases.lost(scored.points).text(language))
      }
      html.tag("span", SeverityWord(scored.severity).text(language))
      html.tag("span", scored.article)
      if let sameAs = scored.sameAs {
        html.tag("span", Phrases.sameAs(sameAs).text(language))
      }
    }
  }

  private func details(
    _ scored: ScoredFinding, repeatsGaps: Bool, _ html: inout HTMLWriter
  ) {
    let finding = scored.finding
    let isFull = isFull(scored)
    html.tag("dl") { html in
      if isFull { entry(.soughtFor, finding.soughtFor.text(language), &html) }
      entry(.found, finding.message.text(language), &html)
      if let waiver = scored.waiver { entry(.waiver, waiver, &html) }
      if !finding.timeline.isEmpty {
        html.tag("dt", UnitWord.timeline.text(language))
        html.tag("dd") {
          TimelineChart(axis: axis, dates: finding.timeline, language: language).write(&$0)
        }
      }
      // What is undetermined may well be there: no advice to publish it.
      if let fix = finding.fix, !fix.text(language).isEmpty, finding.status.isFault {
        html.tag("dt", UnitWord.fix.text(language))
        html.tag("dd", ["class": "fix"], fix.text(language))
      }
      if finding.status.isFault {
        let sum = PointArithmetic(scored: scored).sentence.text(language)
        entry(.arithmetic, sum, &html)
      }
      let isManual = finding.status == .manual
      evidence(
        isManual ? .candidates : .evidence, finding.evidence.filter { $0.nearMiss == nil },
        isFull: isFull, &html)
      if isFull {
        evidence(
          .nearMisses, finding.evidence.filter { $0.nearMiss != nil }, isFull: true, &html)
        if repeatsGaps {
          entry(.gaps, UnitWord.asAbove.text(language), &html)
        } else {
          gaps(finding.coverage, &html)
        }
        coverage(finding.coverage, &html)
      }
    }
  }

  private func entry(_ word: UnitWord, _ text: String, _ html: inout HTMLWriter) {
    if text.isEmpty { return }
    html.tag("dt", word.text(language))
    html.tag("dd", text)
  }

  private func evidence(
    _ word: UnitWord, _ all: [Evidence], isFull: Bool, _ html: inout HTMLWriter
  ) {
    if all.isEmpty { return }
    html.tag("dt", word.text(language))
    html.tag("dd") {
      $0.tag("ol", ["class": "ev"]) { html in
        for evidence in all.prefix(Self.mostShown) {
          html.tag("li") { item(evidence, isFull: isFull, &$0) }
        }
        if all.count > Self.mostShown {
          html.tag(
            "li", ["class": "small"], Phrases.more(all.count - Self.mostShown).text(language))
        }
      }
    }
  }

  private func item(_ evidence: Evidence, isFull: Bool, _ html: inout HTMLWriter) {
    let title = evidence.title ?? ""
    html.link(evidence.url, title.isEmpty ? evidence.url : title)
    var notes: [String] = []
    if let date = evidence.date { notes.append(Phrases.dated(date, language).text(language)) }
    if let fetchedAt = evidence.fetchedAt, isFull, evidence.nearMiss == nil {
      notes.append(Phrases.fetched(Figures.moment(text: fetchedAt)).text(language))
    }
    if !notes.isEmpty {
      html.text(" ")
      html.tag("span", ["class": "small"], notes.joined(separator: " · "))
    }
    if let path = evidence.record.flatMap({ frame.exhibits?.path($0) }) {
      html.text(" ")
      html.tag("a", ["class": "stored", "href": "../\(path)"], UnitWord.archived.text(language))
    }
    if let reason = evidence.nearMiss {
      html.tag("span", ["class": "miss"], reason.text(language))
    }
    guard isFull else { return }
    if let excerpt = evidence.excerpt, !excerpt.isEmpty,
      evidence.nearMiss == nil || excerpt.utf8.count <= Self.shortExcerpt
    {
      html.tag("q", excerpt)
    }
    // The archived page says its record itself.
    if evidence.nearMiss == nil, let record = evidence.record,
      frame.exhibits?.path(record) == nil
    {
      html.tag("span", ["class": "addr mono"], Phrases.record(record).text(language))
    }
  }

  private func gaps(_ coverage: Coverage, _ html: inout HTMLWriter) {
    if coverage.gaps.isEmpty { return }
    html.tag("dt", UnitWord.gaps.text(language))
    html.tag("dd") {
      $0.tag("ul", ["class": "ev"]) { html in
        var told: Set<String> = []
        for gap in coverage.gaps.prefix(Self.mostGaps) {
          html.tag("li") { html in
            if told.insert(gap.outcome).inserted { reason(gap.outcome, &html) }
            html.tag("span", ["class": "addr mono"]) { $0.link(gap.url, gap.url) }
          }
        }
        if coverage.gaps.count > Self.mostGaps {
          html.tag(
            "li", ["class": "small"],
            Phrases.more(coverage.gaps.count - Self.mostGaps).text(language))
        }
      }
    }
  }

  /// Why something was not read; once a page with its code and what the site's owner can do.
  private func reason(_ code: String, _ html: inout HTMLWriter) {
    html.text(frame.reasons.detail(code, language) + " ")
    guard told.codes.insert(code).inserted else { return }
    html.tag("span", ["class": "mono small"], code)
    let advice = frame.reasons.advice(code, language)
    if !advice.isEmpty { html.tag("span", ["class": "small"], " " + advice) }
  }

  private func coverage(_ coverage: Coverage, _ html: inout HTMLWriter) {
    if coverage.pages == 0, coverage.columns.isEmpty { return }
    entry(.searched, Phrases.searched(coverage, Self.mostShown).text(language), &html)
  }
}
