import Dates
import Findings
import Rules
package import Score
package import Texts
import Web

/// What `mingcha audit` prints when it is done: each unit's result and where the report is.
package struct TerminalSummary: Sendable {
  package var language: Language
  package var style: TerminalStyle
  /// Columns of the terminal, at least 40; lines are cut to it.
  package var width: Int

  package init(language: Language, style: TerminalStyle = .plain, width: Int = 100) {
    self.language = language
    self.style = style
    self.width = max(40, width)
  }

  /// How many faults are named for a unit.
  private static let mostFaults = 3

  /// The whole text, with a line end; the last line says where the report is, when it is known.
  ///
  /// With a baseline it tells how many of the faults are old.
  package func text(
    _ audit: AuditResult, reportAt location: String?, baseline: Baseline? = nil
  ) -> String {
    let digest = AuditDigest(audit)
    var lines = [
      paint(cut(audit.plan), .bold), cut(Phrases.dates(audit, language).text(language)), "",
    ]
    lines += units(audit, digest)
    lines += problems(audit)
    lines += wrapped(Phrases.lead(audit, digest).text(language))
    if let baseline {
      let counts = baseline.counts(audit)
      lines += wrapped(Phrases.baseline(old: counts.old, new: counts.new).text(language))
    }
    if let location {
      lines.append(
        HeadWord.reportAt.text(language) + Phrases.colon.text(language)
          + DisplayWidth.tame(location))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func units(_ audit: AuditResult, _ digest: AuditDigest) -> [String] {
    let names = audit.units.map { DisplayWidth.cut(DisplayWidth.tame($0.name), to: 28) }
    let heads: [TableWord] = [.percent, .points, .openPoints, .faults]
    let rows = audit.units.enumerated().map { position, unit in
      let counts = digest.unitStatuses[position]
      return [
        Figures.percent(unit.score.percent),
        "\(Figures.points(unit.score.earned)) / \(Figures.points(unit.score.possible))",
        Figures.points(unit.score.open), String((counts[.fail] ?? 0) + (counts[.partial] ?? 0)),
      ]
    }
    let nameWidth = (names + [TableWord.unit.text(language)]).map { DisplayWidth.columns($0) }.max()
    let widths = heads.indices.map { column in
      (rows.map { DisplayWidth.columns($0[column]) } + [
        DisplayWidth.columns(heads[column].text(language))
      ]).max() ?? 0
    }
    func line(_ name: String, _ cells: [String]) -> String {
      DisplayWidth.left(name, nameWidth ?? 0)
        + zip(cells, widths).map { "  " + DisplayWidth.right($0, $1) }.joined()
    }
    var lines = [
      paint(
        line(TableWord.unit.text(language), heads.map { $0.text(language) }) + "  "
          + TableWord.verdict.text(language), .dim)
    ]
    for (position, unit) in audit.units.enumerated() {
      lines.append(line(names[position], rows[position]) + "  " + verdict(unit.score))
      lines += faults(unit)
    }
    return lines + [""]
  }

  /// The faults that cost most, then how many more there are.
  private func faults(_ unit: UnitResult) -> [String] {
    let faults = unit.findings.enumerated()
      .filter { $0.element.finding.status.isFault }
      .sorted { (lost($1.element), $0.offset) < (lost($0.element), $1.offset) }
    var lines = faults.prefix(Self.mostFaults).map { _, scored in
      let sign = StatusWord(scored.finding.status).sign
      let text =
        "\(scored.finding.rule.clause) \(scored.title.text(language)) · "
        + "\(Phrases.lost(scored.points).text(language)) · \(scored.finding.message.text(language))"
      return "  " + paint(sign, tint(scored.finding.status)) + " "
        + DisplayWidth.cut(DisplayWidth.tame(text), to: width - 4)
    }
    if faults.count > Self.mostFaults {
      let rest = faults.count - Self.mostFaults
      lines.append("    " + paint(language == .chinese ? "另有 \(rest) 项" : "\(rest) more", .dim))
    }
    return lines
  }

  private func lost(_ scored: ScoredFinding) -> Double {
    scored.points.possible - scored.points.earned
  }

  private func problems(_ audit: AuditResult) -> [String] {
    var lines: [String] = []
    for site in audit.sites {
      if let stopped = site.stopped {
        let words = Phrases.stopped(stopped).text(language)
        lines.append("  " + cut("\(site.id.text)  \(words)", spared: 2))
      }
      for problem in site.problems {
        let head = "\(site.id.text)  \(problem.outcome) ×\(problem.count)  "
        lines.append("  " + cut(head + problem.detail.text(language), spared: 2))
        lines.append("    → " + cut(problem.advice.text(language), spared: 6))
      }
      for liberty in site.liberties {
        lines.append(
          "  " + cut("\(site.id.text)  \(LibertyWord.text(liberty, language))", spared: 2))
      }
    }
    if lines.isEmpty { return [] }
    return [paint(HeadWord.siteProblems.text(language), .bold)] + lines + [""]
  }

  private func cut(_ text: String, spared: Int = 0) -> String {
    DisplayWidth.cut(DisplayWidth.tame(text), to: width - spared)
  }

  /// The text on as many lines as it needs; broken at a space, or between two wide signs.
  private func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var used = 0
    var breakAt: String.UnicodeScalarView.Index?
    for scalar in DisplayWidth.tame(text).unicodeScalars {
      let columns = DisplayWidth.columns(scalar)
      if used + columns > width {
        // Signs that may not begin a line hang over its end.
        if "，。；：、）".unicodeScalars.contains(scalar) {
          line.append(scalar)
          continue
        }
        let place = breakAt ?? line.endIndex
        lines.append(String(line[..<place]))
        line = String.UnicodeScalarView(line[place...].drop { $0 == " " })
        used = DisplayWidth.columns(String(line))
        breakAt = nil
      }
      line.append(scalar)
      used += columns
      if scalar == " " || columns == 2 { breakAt = line.endIndex }
    }
    return lines + [String(line)]
  }

  private func verdict(_ score: Scorecard) -> String {
    let word = Phrases.verdict(score).text(language)
    switch score.verdict {
    case .pass: return paint(word, .green)
    case .fail: return paint(word, .red)
    case .undetermined: return paint(word, .yellow)
    }
  }

  private func tint(_ status: Status) -> TerminalStyle.Tint { status == .fail ? .red : .yellow }

  private func paint(_ text: String, _ tint: TerminalStyle.Tint) -> String {
    style.paint(text, tint)
  }
}
