import Dates
import Findings
import Rules
import Score
import Texts
import Web

/// `rules/<clause>.html`: what a rule asks, how it is checked, and who meets it.
struct RulePages {
  let frame: PageFrame
  /// For each rule of the digest the findings with the positions of their units, in plan order.
  private let findings: [[(unit: Int, scored: ScoredFinding)]]
  private let uses: [RuleID: RuleUse]

  private var language: Language { frame.language }
  private var digest: AuditDigest { frame.digest }

  /// The groups of units on a page, in their order.
  private static let order: [Status] = [
    .fail, .partial, .undetermined, .manual, .pass, .waived, .notApplicable, .untested,
  ]

  init(frame: PageFrame) {
    self.frame = frame
    var findings: [[(unit: Int, scored: ScoredFinding)]] = frame.digest.rules.map { _ in [] }
    for (position, unit) in frame.audit.units.enumerated() {
      for scored in unit.findings {
        guard let place = frame.places[scored.finding.rule] else { continue }
        findings[place].append((position, scored))
      }
    }
    self.findings = findings
    var uses: [RuleID: RuleUse] = [:]
    for use in frame.audit.rules where uses[use.id] == nil { uses[use.id] = use }
    self.uses = uses
  }

  func render(_ place: Int) -> [UInt8] {
    let rule = digest.rules[place]
    let title = rule.title.text(language)
    let clause = PageFrame.clause(rule.id)
    return frame.page(title: "\(clause) \(title) · \(frame.audit.plan)") { html in
      frame.crumbs(&html)
      html.tag("p", ["class": "eyebrow"], RuleWord.page.text(language))
      html.tag("h1") {
        $0.tag("span", ["class": "clause"], clause)
        $0.text(title)
      }
      html.tag(
        "p", ["class": "meta"],
        [
          frame.audit.packs.first { $0.id == rule.id.pack }?.title.text(language) ?? rule.id.pack,
          findings[place].first?.scored.article ?? "", SeverityWord(rule.severity).text(language),
          rule.id.description,
        ].filter { !$0.isEmpty }.joined(separator: " · "))
    } main: { html in
      frame.packNotices(&html)
      frame.section("rule", RuleWord.requirement.text(language), &html) { facts(place, &$0) }
      frame.section("results", RuleWord.results.text(language), &html) { results(place, &$0) }
      frame.section("units", RuleWord.units.text(language), &html) { units(place, &$0) }
      pager(place, &html)
    }
  }

  private func facts(_ place: Int, _ html: inout HTMLWriter) {
    let rule = digest.rules[place]
    let first = findings[place].first?.scored
    let use = uses[rule.id]
    html.tag("dl") { html in
      entry(.requirement, use?.requirement.text(language) ?? rule.title.text(language), &html)
      entry(.why, first?.why.text(language) ?? "", &html)
      if let use {
        entry(.check, use.check.text(language), &html)
        entry(.kind, use.kind, &html)
        entry(.scope, RuleWord.scope(use.scope, language), &html)
        entry(
          .binds, use.units.joined(separator: Phrases.comma.text(language)), &html)
        entry(.points, Figures.points(use.points), &html)
      } else if let worth = findings[place].map(\.scored.worth).max() {
        entry(.points, Figures.points(worth), &html)
      }
      entry(.article, first?.article ?? "", &html)
      if let note = use?.note { entry(.note, note.text(language), &html) }
      entry(.fix, use?.fix.text(language) ?? "", &html)
    }
  }

  private func entry(_ word: RuleWord, _ text: String, _ html: inout HTMLWriter) {
    if text.isEmpty { return }
    html.tag("dt", word.text(language))
    html.tag("dd", text)
  }

  private func results(_ place: Int, _ html: inout HTMLWriter) {
    let counts = digest.ruleStatuses[place]
    let bound = Self.order.filter { $0 != .notApplicable && $0 != .untested }
      .reduce(0) { $0 + (counts[$1] ?? 0) }
    html.tag(
      "p", ["class": "lead"],
      bound == 0
        ? RuleWord.noUnits.text(language)
        : Phrases.meets(counts[.pass] ?? 0, of: bound).text(language))
    StatusStrip(counts: counts, shell: frame.shell).write(&html)
  }

  private func units(_ place: Int, _ html: inout HTMLWriter) {
    let counts = digest.ruleStatuses[place]
    FilterForm(
      target: "list", label: OverviewWord.search.text(language),
      choices: [
        .init(
          name: "k", label: HeadWord.filter.text(language),
          options: Self.order.filter { counts[$0] ?? 0 > 0 }
            .map { ($0.rawValue, StatusWord($0).text(language)) })
      ], language: language
    ).write(&html)
    html.tag("table", ["id": "list", "class": "who"]) { html in
      frame.shell.caption(RuleWord.units.text(language), &html)
      frame.tableHead(
        [(.status, .text), (.unit, .text), (.points, .optionalNumber), (.found, .optional)], &html)
      html.tag("tbody") { html in
        for status in Self.order {
          for found in findings[place] where found.scored.finding.status == status {
            row(found.unit, found.scored, place, &html)
          }
        }
      }
    }
  }

  private func row(
    _ position: Int, _ scored: ScoredFinding, _ place: Int, _ html: inout HTMLWriter
  ) {
    let status = scored.finding.status
    html.tag("tr", ["data-k": status.rawValue]) { html in
      html.tag("td") { frame.badge(status, &$0) }
      html.tag("th", ["scope": "row"]) {
        $0.tag(
          "a", ["href": "../units/\(frame.paths.names[position]).html#r\(place)"],
          frame.audit.units[position].name)
      }
      frame.cell(
        AuditDigest.isScored(status)
          ? "\(Figures.points(scored.points.earned)) / \(Figures.points(scored.points.possible))"
          : "—", .optionalNumber, &html)
      html.tag("td", ["class": "opt"]) {
        $0.tag("div", ["class": "clip"], scored.finding.message.text(language))
      }
    }
    html.raw("\n")
  }

  private func pager(_ place: Int, _ html: inout HTMLWriter) {
    html.tag("nav", ["class": "pager", "aria-label": HeadWord.place.text(language)]) { html in
      if place > 0 { link(place - 1, "← ", "", &html) }
      html.tag("a", ["href": "index.html"], RuleWord.list.text(language))
      if place + 1 < digest.rules.count { link(place + 1, "", " →", &html) }
    }
  }

  private func link(
    _ place: Int, _ before: String, _ after: String, _ html: inout HTMLWriter
  ) {
    html.tag(
      "a", ["href": "\(frame.rulePaths.names[place]).html"],
      before + PageFrame.clause(digest.rules[place].id) + after)
  }
}
