import Dates
import Findings
import JSON
import Rules
import Score
package import Texts
import Web

extension AuditDiff {
  /// In what form `mingcha diff` prints.
  package enum Format: String, Sendable, CaseIterable { case text, json, markdown, html }

  /// The whole output, with a line end; only text is ever painted.
  package func render(
    _ format: Format, in language: Language, style: TerminalStyle = .plain
  ) -> [UInt8] {
    switch format {
    case .text: Array(text(language, style).utf8)
    case .json: json(language)
    case .markdown: Array(markdown(language).utf8)
    case .html: DiffPage(diff: self, language: language).render()
    }
  }

  private func head(_ language: Language) -> String {
    let sides = "\(old.plan) \(old.asOf) → \(new.plan) \(new.asOf)"
    return DisplayWidth.tame(sides)
  }

  private func counts(_ language: Language) -> String {
    Kind.allCases.map { "\(DiffWord($0).text(language)) \(changes($0).count)" }
      .joined(separator: " · ")
  }

  private func status(_ status: Status?, _ language: Language) -> String {
    status.map { StatusWord($0).text(language) } ?? DiffWord.absent.text(language)
  }

  /// `不达标 → 部分达标（0 → 2 分）`: the points only where they differ.
  private func step(_ change: Change, _ language: Language) -> String {
    let words = "\(status(change.before, language)) → \(status(change.after, language))"
    guard let before = change.pointsBefore, let after = change.pointsAfter, before != after else {
      return words
    }
    let points = "\(Figures.points(before.earned)) → \(Figures.points(after.earned))"
    return language == .chinese ? "\(words)（\(points) 分）" : "\(words) (\(points) points)"
  }

  private func score(_ score: Scorecard?, _ language: Language) -> String {
    guard let score else { return DiffWord.absent.text(language) }
    return "\(Figures.percent(score.percent)) \(VerdictWord(score.verdict).text(language))"
  }

  /// Red is worse, green is better, yellow is to be looked at.
  private func tint(_ kind: Kind) -> TerminalStyle.Tint {
    switch kind {
    case .new, .worse: .red
    case .fixed, .better: .green
    case .unseen: .yellow
    }
  }

  private func text(_ language: Language, _ style: TerminalStyle) -> String {
    var lines = [style.paint(head(language), .bold), counts(language), ""]
    for kind in Kind.allCases {
      let those = changes(kind)
      if those.isEmpty { continue }
      lines.append(style.paint(DiffWord(kind).text(language), tint(kind)))
      for change in those {
        lines.append(
          DisplayWidth.tame(
            "  \(change.unitName)  \(change.rule)  \(change.title.text(language))  "
              + step(change, language)))
        let message = DisplayWidth.tame(change.message.text(language))
        lines.append("    " + style.paint(message, .dim))
      }
      lines.append("")
    }
    if !scores.isEmpty {
      lines.append(style.paint(DiffWord.scores.text(language), .bold))
      for change in scores {
        lines.append(
          DisplayWidth.tame(
            "  \(change.unitName)  \(score(change.before, language)) → \(score(change.after, language))"
          ))
      }
      lines.append("")
    }
    if changes.isEmpty, scores.isEmpty { lines += [DiffWord.same.text(language), ""] }
    return lines.joined(separator: "\n")
  }

  private func markdown(_ language: Language) -> String {
    let safe = MarkdownText.escaped
    var lines = ["# " + DiffWord.title.text(language), "", safe(head(language)), ""]
    lines += [counts(language), ""]
    func table(_ heads: [String], _ rows: [[String]]) {
      lines.append("| " + heads.joined(separator: " | ") + " |")
      lines.append("|" + String(repeating: " --- |", count: heads.count))
      lines += rows.map { "| " + $0.joined(separator: " | ") + " |" } + [""]
    }
    let before = DiffWord.before.text(language)
    let after = DiffWord.after.text(language)
    for kind in Kind.allCases where !changes(kind).isEmpty {
      lines += ["## \(DiffWord(kind).text(language))", ""]
      table(
        [
          TableWord.unit.text(language), TableWord.rule.text(language),
          TableWord.requirement.text(language), DiffWord.change.text(language),
          TableWord.found.text(language),
        ],
        changes(kind).map {
          [
            safe($0.unitName), safe($0.rule.description), safe($0.title.text(language)),
            step($0, language), safe($0.message.text(language)),
          ]
        })
    }
    if !scores.isEmpty {
      lines += ["## \(DiffWord.scores.text(language))", ""]
      table(
        [TableWord.unit.text(language), before, after],
        scores.map {
          [safe($0.unitName), score($0.before, language), score($0.after, language)]
        })
    }
    if changes.isEmpty, scores.isEmpty { lines += [DiffWord.same.text(language), ""] }
    return lines.joined(separator: "\n")
  }

  private func json(_ language: Language) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "mingcha.diff/1")
      for (key, side) in [("old", old), ("new", new)] {
        json.object(key) {
          $0.member("id", side.id)
          $0.member("plan", side.plan)
          $0.member("asOf", side.asOf.description)
        }
      }
      json.object("counts") { json in
        for kind in Kind.allCases { json.member(kind.rawValue, changes(kind).count) }
      }
      json.array("changes", changes) { json, change in
        json.member("kind", change.kind.rawValue)
        json.member("unit", change.unit.text)
        json.member("name", change.unitName)
        json.member("rule", change.rule.description)
        json.member("title", change.title.text(language))
        json.member("before", change.before?.rawValue)
        json.member("after", change.after?.rawValue)
        json.member("earnedBefore", decimal: change.pointsBefore?.earned)
        json.member("earnedAfter", decimal: change.pointsAfter?.earned)
        json.member("message", change.message.text(language))
      }
      json.array("scores", scores) { json, change in
        json.member("unit", change.unit.text)
        json.member("name", change.unitName)
        json.member("percentBefore", decimal: change.before?.percent)
        json.member("percentAfter", decimal: change.after?.percent)
        json.member("verdictBefore", change.before?.verdict.rawValue)
        json.member("verdictAfter", change.after?.verdict.rawValue)
      }
    }
    return json.finished()
  }
}
