import Dates
import Findings
import Rules
import Score
import Texts
import Web

/// The comparison of two audits as one page that needs no network: what changed, kind by kind, and
/// how the scores moved.
struct DiffPage {
  let diff: AuditDiff
  let language: Language

  private var shell: PageShell { PageShell(language: language) }

  func render() -> [UInt8] {
    let dates = "\(Figures.day(diff.old.asOf, language)) → \(Figures.day(diff.new.asOf, language))"
    return shell.page(title: "\(DiffWord.title.text(language)) · \(diff.new.plan)") { html in
      html.tag("p", ["class": "eyebrow"], DiffWord.title.text(language))
      html.tag("h1", diff.new.plan)
      if diff.old.plan != diff.new.plan {
        html.tag(
          "p", ["class": "meta"],
          DiffWord.before.text(language) + Phrases.colon.text(language) + diff.old.plan)
      }
      html.tag("p", ["class": "meta"], dates)
    } main: { html in
      shell.section("summary", OverviewWord.summary.text(language), &html) { summary(&$0) }
      if !diff.scores.isEmpty {
        shell.section("scores", DiffWord.scores.text(language), &html) { scores(&$0) }
      }
      if !diff.changes.isEmpty { changes(&html) }
    } foot: { html in
      html.tag("p", "\(diff.old.id) → \(diff.new.id)")
    }
  }

  private func summary(_ html: inout HTMLWriter) {
    if diff.changes.isEmpty, diff.scores.isEmpty {
      html.tag("p", ["class": "lead"], DiffWord.same.text(language))
      return
    }
    html.tag("ul", ["class": "tiles"]) { html in
      for kind in AuditDiff.Kind.allCases {
        html.tag("li", ["class": Self.style(kind)]) {
          $0.tag("span", ["class": "n"], Figures.count(diff.changes(kind).count))
          $0.tag("span", ["class": "l"], DiffWord(kind).text(language))
        }
      }
    }
    html.tag("dl") { html in
      for kind in AuditDiff.Kind.allCases {
        html.tag("dt", DiffWord(kind).text(language))
        html.tag("dd", DiffWord.meaning(kind).text(language))
      }
    }
  }

  /// The colour of a kind, by the class of the status that it ends in.
  private static func style(_ kind: AuditDiff.Kind) -> String {
    switch kind {
    case .new, .worse: "fail"
    case .fixed, .better: "pass"
    case .unseen: "undetermined"
    }
  }

  private func scores(_ html: inout HTMLWriter) {
    html.tag("table") { html in
      shell.caption(DiffWord.scores.text(language), &html)
      shell.tableHead(
        [
          (TableWord.unit.text(language), .text), (DiffWord.before.text(language), .number),
          (DiffWord.after.text(language), .number), (DiffWord.moved.text(language), .number),
          (TableWord.verdict.text(language), .optional),
        ], &html)
      html.tag("tbody") { html in
        for change in diff.scores { scoreRow(change, &html) }
      }
    }
  }

  private func scoreRow(_ change: AuditDiff.ScoreChange, _ html: inout HTMLWriter) {
    html.tag("tr") { html in
      html.tag("th", ["scope": "row"], change.unitName)
      shell.cell(percent(change.before), .number, &html)
      shell.cell(percent(change.after), .number, &html)
      html.tag("td", ["class": "num"]) { moved(change, &$0) }
      html.tag("td", ["class": "opt"]) { html in
        if let before = change.before { shell.badge(before.verdict, &html) }
        if change.before?.verdict == change.after?.verdict { return }
        html.text(" → ")
        if let after = change.after {
          shell.badge(after.verdict, &html)
        } else {
          html.text(DiffWord.absent.text(language))
        }
      }
    }
  }

  private func percent(_ score: Scorecard?) -> String {
    score.map { Figures.percent($0.percent) } ?? DiffWord.absent.text(language)
  }

  /// The difference in points of per cent, with its sign.
  private func moved(_ change: AuditDiff.ScoreChange, _ html: inout HTMLWriter) {
    guard let before = change.before?.percent, let after = change.after?.percent else {
      html.text("—")
      return
    }
    let difference = after - before
    let sign = difference > 0 ? "▲ +" : difference < 0 ? "▼ −" : ""
    let style = difference > 0 ? "up" : difference < 0 ? "down" : "small"
    html.tag(
      "b", ["class": style], sign + Figures.decimal((difference.magnitude * 10).rounded() / 10))
  }

  private func changes(_ html: inout HTMLWriter) {
    FilterForm(
      target: "changes", label: DiffWord.search.text(language),
      choices: [
        .init(
          name: "k", label: DiffWord.change.text(language),
          options: AuditDiff.Kind.allCases.filter { !diff.changes($0).isEmpty }
            .map { ($0.rawValue, DiffWord($0).text(language)) })
      ], language: language
    ).write(&html)
    html.tag("div", ["id": "changes"]) { html in
      for kind in AuditDiff.Kind.allCases {
        let those = diff.changes(kind)
        if !those.isEmpty { section(kind, those, &html) }
      }
    }
  }

  private func section(
    _ kind: AuditDiff.Kind, _ changes: [AuditDiff.Change], _ html: inout HTMLWriter
  ) {
    html.tag(
      "section", ["id": kind.rawValue, "aria-labelledby": "h-\(kind.rawValue)", "data-group": ""]
    ) { html in
      html.tag("h2", ["id": "h-\(kind.rawValue)"]) {
        $0.text(DiffWord(kind).text(language) + " ")
        $0.tag("span", ["class": "badge \(Self.style(kind))"], Figures.count(changes.count))
      }
      html.tag("table", ["class": "changes"]) { html in
        shell.caption(DiffWord(kind).text(language), &html)
        shell.tableHead(
          [
            (TableWord.unit.text(language), .text), (TableWord.requirement.text(language), .text),
            (DiffWord.change.text(language), .text), (TableWord.found.text(language), .optional),
          ], &html)
        html.tag("tbody") { html in
          for change in changes { row(change, &html) }
        }
      }
    }
    html.raw("\n")
  }

  private func row(_ change: AuditDiff.Change, _ html: inout HTMLWriter) {
    html.tag("tr", ["data-k": change.kind.rawValue]) { html in
      html.tag("th", ["scope": "row"], change.unitName)
      html.tag("td") { html in
        html.tag("span", ["class": "clause"], PageFrame.clause(change.rule))
        html.text(change.title.text(language))
      }
      html.tag("td") { step(change, &$0) }
      shell.cell(change.message.text(language), .optional, &html)
    }
    html.raw("\n")
  }

  private func step(_ change: AuditDiff.Change, _ html: inout HTMLWriter) {
    status(change.before, &html)
    html.text(" → ")
    status(change.after, &html)
    guard let before = change.pointsBefore, let after = change.pointsAfter, before != after else {
      return
    }
    html.tag(
      "div", ["class": "small"],
      Phrases.pointsMoved(from: before.earned, to: after.earned).text(language))
  }

  private func status(_ status: Status?, _ html: inout HTMLWriter) {
    if let status {
      shell.badge(status, &html)
    } else {
      html.text(DiffWord.absent.text(language))
    }
  }
}
