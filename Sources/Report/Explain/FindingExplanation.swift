import Dates
import Findings
import Rules
package import Score
package import Texts
import Web

/// One finding told to a person: what the rule asks, what was looked for and where, what was
/// found, and how the points came about.
///
/// Plain lines for a terminal; foreign text is freed of control signs. Nothing is cut: whoever asks
/// for one finding wants all of it.
package struct FindingExplanation: Sendable {
  private let audit: AuditResult
  private let unit: UnitResult
  private let scored: ScoredFinding
  private let language: Language
  private let style: TerminalStyle
  private let reasons: ReasonText

  package init(
    _ scored: ScoredFinding, of unit: UnitResult, in audit: AuditResult, language: Language,
    style: TerminalStyle = .plain
  ) {
    self.audit = audit
    self.unit = unit
    self.scored = scored
    self.language = language
    self.style = style
    reasons = ReasonText(audit)
  }

  private var finding: Finding { scored.finding }

  /// The whole text, with a line end.
  package var text: String {
    var lines = head()
    lines += entry(.soughtFor, finding.soughtFor)
    lines += heading(UnitWord.searched.text(language), searched())
    lines += entry(.found, finding.message)
    if let waiver = scored.waiver { lines += heading(UnitWord.waiver.text(language), waiver) }
    lines += evidence(
      finding.status == .manual ? .candidates : .evidence,
      finding.evidence.filter { $0.nearMiss == nil })
    lines += evidence(.nearMisses, finding.evidence.filter { $0.nearMiss != nil })
    if finding.evidence.contains(where: { $0.record != nil }) {
      lines.append("  " + style.paint(ExplainWord.capture.text(language), .dim))
    }
    lines += gaps()
    lines += timeline()
    lines += points()
    if let fix = finding.fix { lines += entry(.fix, fix) }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Parts

  private func head() -> [String] {
    let status = StatusWord(finding.status)
    let tint: TerminalStyle.Tint =
      switch finding.status {
      case .pass: .green
      case .fail: .red
      case .partial, .undetermined, .manual: .yellow
      case .notApplicable, .waived, .untested: .dim
      }
    let name = tame("\(unit.name) (\(unit.id.text)) · \(finding.rule)")
    var lines = [
      style.paint(name, .bold),
      style.paint("\(status.sign) \(status.text(language))", tint) + "  "
        + tame(scored.title.text(language)),
    ]
    let pack = audit.packs.first { $0.id == finding.rule.pack }
    let source = [pack?.title.text(language), scored.article, finding.rule.clause]
      .compactMap { $0 }.filter { !$0.isEmpty }
    lines += heading(ExplainWord.clause.text(language), source.joined(separator: " · "))
    if let notice = pack?.notice { lines.append("  " + tame(notice.text(language))) }
    lines += heading(
      ExplainWord.severity.text(language), SeverityWord(scored.severity).text(language))
    return lines + entry(.why, scored.why)
  }

  private func searched() -> String {
    let coverage = finding.coverage
    if coverage.pages == 0, coverage.columns.isEmpty {
      return ExplainWord.notLookedAt.text(language)
    }
    let all = Phrases.searched(coverage, coverage.columns.count).text(language)
    if !coverage.gaps.isEmpty { return all }
    return all + (language == .chinese ? "；" : "; ") + ExplainWord.complete.text(language)
  }

  private func evidence(_ word: UnitWord, _ all: [Evidence]) -> [String] {
    if all.isEmpty { return [] }
    var lines = [style.paint(word.text(language), .bold)]
    for (place, evidence) in all.enumerated() {
      let title = evidence.title ?? ""
      lines.append(tame("  \(place + 1). \(title.isEmpty ? evidence.url : title)"))
      if let reason = evidence.nearMiss {
        lines.append("     " + style.paint("✗ " + tame(reason.text(language)), .yellow))
      }
      if !title.isEmpty { lines.append("     " + tame(evidence.url)) }
      var notes: [String] = []
      if let date = evidence.date { notes.append(Phrases.dated(date, language).text(language)) }
      if let moment = evidence.fetchedAt {
        notes.append(Phrases.fetched(Figures.moment(text: moment)).text(language))
      }
      if !notes.isEmpty { lines.append("     " + tame(notes.joined(separator: " · "))) }
      if let excerpt = evidence.excerpt, !excerpt.isEmpty {
        lines.append("     “" + tame(excerpt) + "”")
      }
      if let record = evidence.record {
        lines.append("     " + tame(Phrases.record(record).text(language)))
      }
      if let digest = evidence.sha256 { lines.append("     SHA-256 " + tame(digest)) }
    }
    return lines
  }

  /// What was not read, under each reason with what the site's owner can do.
  private func gaps() -> [String] {
    let gaps = finding.coverage.gaps
    if gaps.isEmpty { return [] }
    var lines = [style.paint(UnitWord.gaps.text(language), .bold)]
    var codes: [String] = []
    for gap in gaps where !codes.contains(gap.outcome) { codes.append(gap.outcome) }
    for code in codes {
      lines.append("  " + tame("\(reasons.detail(code, language)) (\(code))"))
      let advice = reasons.advice(code, language)
      if !advice.isEmpty { lines.append("    → " + tame(advice)) }
      for gap in gaps where gap.outcome == code { lines.append("    " + tame(gap.url)) }
    }
    return lines
  }

  private func timeline() -> [String] {
    if finding.timeline.isEmpty { return [] }
    return [style.paint(UnitWord.timeline.text(language), .bold)]
      + finding.timeline.map { due in
        let met = due.met.map { " → \($0)" } ?? ""
        return tame(
          "  \(due.label.text(language))  \(due.due)\(met)  \(DueWord(due.state).text(language))")
      }
  }

  private func points() -> [String] {
    var lines = heading(
      ExplainWord.points.text(language), PointArithmetic(scored: scored).sentence.text(language))
    let pack = unit.score.packs.first { $0.pack == finding.rule.pack }
    if let dimension = pack?.dimensions.first(where: { $0.id == scored.dimension }) {
      let sum = Points(earned: dimension.earned, possible: dimension.possible)
      lines += heading(
        ExplainWord.dimension.text(language),
        "\(dimension.title.text(language)) · \(Phrases.score(sum).text(language))")
    }
    lines += heading(
      ExplainWord.unit.text(language),
      Phrases.division(unit.score).text(language) + " · "
        + Phrases.verdict(unit.score).text(language))
    return lines
  }

  // MARK: Lines

  private func entry(_ word: UnitWord, _ words: Bilingual) -> [String] {
    heading(word.text(language), words.text(language))
  }

  /// `heading: text` on one line; nothing when there is no text.
  private func heading(_ name: String, _ text: String) -> [String] {
    if text.isEmpty { return [] }
    return [style.paint(name, .bold) + Phrases.colon.text(language) + tame(text)]
  }

  private func tame(_ text: String) -> String { DisplayWidth.tame(text) }
}
