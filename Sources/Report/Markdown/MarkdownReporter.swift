import Dates
import Findings
import Rules
package import Score
package import Texts
import Web

/// `report.md`: the report as plain text that also reads well in a merge request or a mail.
package enum MarkdownReporter: Reporter {
  package static let format = "markdown"
  package static let summary = Bilingual(
    zh: "report.md：纯文本报告，可贴入邮件或工单",
    en: "report.md: a plain-text report for mails and tickets")

  package static func render(_ audit: AuditResult, in language: Language) throws -> [ReportFile] {
    let writer = MarkdownWriter(
      audit: audit, digest: AuditDigest(audit), reasons: ReasonText(audit), language: language)
    return [ReportFile(path: "report.md", bytes: Array(writer.render().utf8))]
  }
}

private struct MarkdownWriter {
  let audit: AuditResult
  let digest: AuditDigest
  let reasons: ReasonText
  let language: Language

  func render() -> String {
    var lines = head()
    lines += ranking() + faults() + units() + undetermined() + sites()
    lines += ["---", "", safe(foot), ""]
    return lines.joined(separator: "\n")
  }

  private var foot: String {
    Phrases.produced(
      tool: audit.tool, run: audit.id, from: Figures.moment(audit.startedAt),
      to: Figures.moment(audit.finishedAt)
    ).text(language)
  }

  private func safe(_ text: String) -> String { MarkdownText.escaped(text) }

  private func table(_ heads: [TableWord], _ rows: [[String]]) -> [String] {
    var lines = ["| " + heads.map { $0.text(language) }.joined(separator: " | ") + " |"]
    lines.append("|" + String(repeating: " --- |", count: heads.count))
    lines += rows.map { "| " + $0.joined(separator: " | ") + " |" }
    return lines + [""]
  }

  private func head() -> [String] {
    var lines = ["# " + safe(audit.plan), "", safe(Phrases.dates(audit, language).text(language))]
    lines += ["", safe(Phrases.basis(audit).text(language)), ""]
    lines += [Phrases.lead(audit, digest).text(language), ""]
    for pack in audit.packs {
      guard let notice = pack.notice else { continue }
      lines += [
        "> **\(safe(pack.title.text(language)))**\(Phrases.colon.text(language))"
          + safe(notice.text(language)), "",
      ]
    }
    for site in audit.sites {
      for liberty in site.liberties {
        lines += [
          "> **\(safe(site.id.text))**\(Phrases.colon.text(language))"
            + safe(LibertyWord.text(liberty, language)), "",
        ]
      }
    }
    return lines
  }

  private func ranking() -> [String] {
    var lines = ["## " + OverviewWord.ranking.text(language), ""]
    for ranking in digest.rankings {
      lines += ["### " + safe(KindWord.text(ranking.kind, language)), ""]
      lines += table(
        [.rank, .unit, .percent, .points, .openPoints, .faults, .verdict],
        ranking.units.map { position in
          let unit = audit.units[position]
          let counts = digest.unitStatuses[position]
          return [
            unit.score.rank.map { String($0) } ?? "—", safe(unit.name),
            Figures.percent(unit.score.percent),
            "\(Figures.points(unit.score.earned)) / \(Figures.points(unit.score.possible))",
            Figures.points(unit.score.open),
            String((counts[.fail] ?? 0) + (counts[.partial] ?? 0)),
            Phrases.verdict(unit.score).text(language),
          ]
        })
    }
    return lines
  }

  private func faults() -> [String] {
    let title = ["## " + OverviewWord.faults.text(language), ""]
    if digest.faults.isEmpty { return title + [OverviewWord.noFaults.text(language), ""] }
    let rows = digest.faults.prefix(20).map { fault in
      [
        safe(fault.rule.id.description), safe(fault.rule.title.text(language)),
        String(fault.units.count), Figures.points(fault.lost),
        safe(
          fault.units.map { audit.units[$0].name }.joined(separator: Phrases.comma.text(language))),
      ]
    }
    return title + table([.rule, .requirement, .units, .lost, .affected], rows)
  }

  private func units() -> [String] {
    var lines = ["## " + UnitWord.lost.text(language), ""]
    for unit in audit.units {
      let faults = unit.findings.filter { $0.finding.status.isFault }
      lines += ["### " + safe(unit.name), ""]
      lines += [Phrases.division(unit.score).text(language), ""]
      if faults.isEmpty { lines += [UnitWord.nothingLost.text(language), ""] }
      for scored in faults { lines += fault(scored) }
    }
    return lines
  }

  private func fault(_ scored: ScoredFinding) -> [String] {
    let finding = scored.finding
    let colon = Phrases.colon.text(language)
    var lines = [
      "- **\(safe(finding.rule.clause)) \(safe(scored.title.text(language)))** — "
        + "\(StatusWord(finding.status).text(language)), \(Phrases.lost(scored.points).text(language))"
    ]
    func item(_ word: UnitWord, _ text: String) {
      if !text.isEmpty { lines.append("  - \(word.text(language))\(colon)\(text)") }
    }
    item(.soughtFor, safe(finding.soughtFor.text(language)))
    item(.found, safe(finding.message.text(language)))
    item(.fix, safe(finding.fix?.text(language) ?? ""))
    for evidence in finding.evidence.prefix(5) {
      let title = evidence.title ?? ""
      var text = MarkdownText.link(title.isEmpty ? evidence.url : title, evidence.url)
      if let date = evidence.date { text += " · \(date)" }
      if let reason = evidence.nearMiss { text += " · " + safe(reason.text(language)) }
      item(evidence.nearMiss == nil ? .evidence : .nearMisses, text)
    }
    return lines + [""]
  }

  private func undetermined() -> [String] {
    let title = ["## " + OverviewWord.undetermined.text(language), ""]
    if digest.reasons.isEmpty { return title + [OverviewWord.allDecided.text(language), ""] }
    let rows = digest.reasons.map { reason in
      [
        reason.code.isEmpty
          ? OverviewWord.noGap.text(language)
          : "\(safe(reasons.detail(reason.code, language))) (\(safe(reason.code)))",
        String(reason.findings), Figures.points(reason.points),
        safe(
          reason.units.map { audit.units[$0].name }.joined(separator: Phrases.comma.text(language))),
        reason.url.isEmpty ? "—" : MarkdownText.link(reason.url, reason.url),
      ]
    }
    return title + table([.reason, .findings, .openPoints, .affected, .example], rows)
  }

  private func sites() -> [String] {
    var lines = ["## " + OverviewWord.sites.text(language), ""]
    lines += table(
      [.site, .state, .pages, .requests, .volume],
      audit.sites.map {
        [
          safe($0.id.text), safe(SiteWord.text($0.status, language)), Figures.count($0.pages),
          Figures.count($0.requests), Figures.bytes($0.bytes),
        ]
      })
    let problems = audit.sites.flatMap { site in
      site.problems.map { problem in
        [
          safe(site.id.text),
          "\(safe(problem.detail.text(language))) (\(safe(problem.outcome)))",
          Figures.count(problem.count), safe(problem.advice.text(language)),
        ]
      }
    }
    let stopped = audit.sites.compactMap { site in
      site.stopped.map { "- \(site.id.text)：\(Phrases.stopped($0).text(language))" }
    }
    if !stopped.isEmpty { lines += stopped + [""] }
    if !problems.isEmpty {
      lines += ["### " + OverviewWord.problems.text(language), ""]
      lines += table([.site, .problem, .times, .advice], problems)
    }
    return lines
  }
}
