import Dates
import Findings
import JSON
import Rules
package import Score
package import Texts
import Web

/// `audit.json`, schema `mingcha.audit/1`: all of an audit, for programs and for `mingcha report`.
///
/// Keys stand in a fixed order. Texts are in one language, those of the other lie beside them under
/// `translations`. Keys beyond the contract that would be empty are left out.
package enum JSONReporter: Reporter {
  package static let format = "json"
  package static let summary = Bilingual(
    zh: "audit.json：完整的审核结果，供程序读取，也可据此重新生成其他报告",
    en: "audit.json: the whole result, for programs and to render other reports from")

  /// The value of `schema`.
  static let schema = "mingcha.audit/1"

  package static func render(_ audit: AuditResult, in language: Language) throws -> [ReportFile] {
    let findings = audit.units.reduce(0) { $0 + $1.findings.count }
    let writer = AuditWriter(language: language)
    var json = JSONWriter(capacity: 4096 + findings * 2700)
    json.object { writer.audit(audit, &$0) }
    return [ReportFile(path: "audit.json", bytes: json.finished())]
  }
}

/// Writes the parts of an audit, with texts in `language` first.
private struct AuditWriter {
  let language: Language

  private var other: Language { language == .chinese ? .english : .chinese }

  func audit(_ audit: AuditResult, _ json: inout JSONWriter) {
    json.member("schema", JSONReporter.schema)
    json.object("run") { run(audit, &$0) }
    json.array("sites", audit.sites) { site($1, &$0) }
    json.array("units", audit.units) { unit($1, &$0) }
    if !audit.rules.isEmpty { json.array("rules", audit.rules) { rule($1, &$0) } }
  }

  private func rule(_ rule: RuleUse, _ json: inout JSONWriter) {
    json.member("rule", rule.id.description)
    json.member("kind", rule.kind)
    json.member("scope", rule.scope)
    json.array("units", rule.units)
    json.member("points", decimal: rule.points)
    texts(
      [
        ("requirement", rule.requirement), ("check", rule.check), ("fix", rule.fix),
        ("note", rule.note),
      ], &json)
  }

  /// The freshness calendar of a unit or site; nothing without columns.
  private func updates(_ all: [ColumnUpdates], _ json: inout JSONWriter) {
    if all.isEmpty { return }
    json.array("updates", all) { json, updates in
      json.member("column", updates.column)
      json.member("url", updates.url)
      json.member("newest", updates.newest?.description)
      json.member("from", updates.from.description)
      json.array("items", numbers: updates.items)
    }
  }

  private func run(_ audit: AuditResult, _ json: inout JSONWriter) {
    json.member("id", audit.id)
    json.member("plan", audit.plan)
    json.member("asOf", audit.asOf.description)
    json.object("period") {
      $0.member("from", audit.period.from.description)
      $0.member("to", audit.period.to.description)
    }
    json.member("startedAt", audit.startedAt.description)
    json.member("finishedAt", audit.finishedAt.description)
    json.member("tool", audit.tool)
    json.member("language", language.rawValue)
    json.member("bar", decimal: audit.bar)
    if let office = audit.office { json.member("office", office) }
    if let day = audit.repairBy { json.member("repairBy", day.description) }
    json.array("packs", audit.packs) { json, pack in
      json.member("id", pack.id)
      json.member("sha256", pack.sha256)
      texts([("title", pack.title), ("notice", pack.notice)], &json)
    }
  }

  private func site(_ site: SiteResult, _ json: inout JSONWriter) {
    json.member("id", site.id.text)
    json.member("status", site.status)
    json.member("complete", flag: site.complete)
    json.member("pages", site.pages)
    json.member("requests", site.requests)
    json.member("bytes", site.bytes)
    json.object("outcomes") {
      for family in Outcome.Family.allCases {
        $0.member(family.rawValue, site.outcomes[family.rawValue] ?? 0)
      }
    }
    json.array("problems", site.problems) { json, problem in
      json.member("outcome", problem.outcome)
      json.member("count", problem.count)
      json.member("url", problem.url)
      texts([("detail", problem.detail), ("advice", problem.advice)], &json)
    }
    json.member("stopped", site.stopped)
    json.array("liberties", site.liberties)
    updates(site.updates, &json)
  }

  private func unit(_ unit: UnitResult, _ json: inout JSONWriter) {
    json.member("id", unit.id.text)
    json.member("name", unit.name)
    json.member("kind", unit.kind)
    json.member("site", unit.site.text)
    json.object("score") {
      $0.member("earned", decimal: unit.score.earned)
      $0.member("possible", decimal: unit.score.possible)
      $0.member("percent", decimal: unit.score.percent)
      $0.member("verdict", unit.score.verdict.rawValue)
      $0.array("vetoes", unit.score.vetoes.map(\.description))
      $0.member("open", decimal: unit.score.open)
      $0.member("rank", unit.score.rank)
      $0.member("ranked", unit.score.ranked)
      standing(unit.score, &$0)
    }
    updates(unit.updates, &json)
    json.array("findings", unit.findings) { finding($1, &$0) }
  }

  /// Grade, bonus and the sums of each pack; each only where the packs have such a thing.
  private func standing(_ score: Scorecard, _ json: inout JSONWriter) {
    if let grade = score.grade { texts([("grade", grade)], &json) }
    if score.bonus > 0 { json.member("bonus", decimal: score.bonus) }
    if score.packs.isEmpty { return }
    json.array("packs", score.packs) { json, pack in
      json.member("pack", pack.pack)
      json.member("scheme", pack.scheme)
      json.member("earned", decimal: pack.earned)
      json.member("possible", decimal: pack.possible)
      json.member("open", decimal: pack.open)
      json.array("dimensions", pack.dimensions) { json, dimension in
        json.member("id", dimension.id)
        json.member("level", dimension.level)
        json.member("earned", decimal: dimension.earned)
        json.member("possible", decimal: dimension.possible)
        json.member("open", decimal: dimension.open)
        texts([("title", dimension.title)], &json)
      }
    }
  }

  private func finding(_ scored: ScoredFinding, _ json: inout JSONWriter) {
    let finding = scored.finding
    json.member("rule", finding.rule.description)
    json.member("clause", finding.rule.clause)
    json.member("title", scored.title.text(language))
    json.member("status", finding.status.rawValue)
    json.object("points") {
      $0.member("earned", decimal: scored.points.earned)
      $0.member("possible", decimal: scored.points.possible)
    }
    if finding.share != (finding.status == .pass ? 1 : 0) {
      json.member("share", decimal: finding.share)
    }
    arithmetic(scored, &json)
    json.member("message", finding.message.text(language))
    json.member("fix", finding.fix?.text(language))
    json.array("evidence", finding.evidence) { evidence($1, &$0) }
    json.member("article", scored.article)
    json.member("severity", scored.severity.rawValue)
    json.member("why", scored.why.text(language))
    json.member("soughtFor", finding.soughtFor.text(language))
    if let sameAs = scored.sameAs { json.member("sameAs", sameAs.description) }
    if let waiver = scored.waiver { json.member("waiver", waiver) }
    timeline(finding.timeline, &json)
    coverage(finding.coverage, &json)
    translations(
      [
        ("title", scored.title), ("message", finding.message), ("fix", finding.fix),
        ("why", scored.why), ("soughtFor", finding.soughtFor),
      ], &json)
  }

  /// What the points were reckoned from, as far as the points themselves don't show it.
  private func arithmetic(_ scored: ScoredFinding, _ json: inout JSONWriter) {
    if scored.finding.faults != 1 { json.member("faults", scored.finding.faults) }
    if let deduction = scored.deduction {
      json.object("deduction") {
        $0.member("each", decimal: deduction.each)
        $0.member("most", decimal: deduction.most)
      }
    }
    if scored.worth != scored.points.possible { json.member("worth", decimal: scored.worth) }
    if let dimension = scored.dimension { json.member("dimension", dimension) }
  }

  private func evidence(_ evidence: Evidence, _ json: inout JSONWriter) {
    json.member("url", evidence.url)
    json.member("title", evidence.title)
    json.member("excerpt", evidence.excerpt)
    json.member("date", evidence.date?.description)
    json.member("fetchedAt", evidence.fetchedAt)
    json.member("record", evidence.record)
    json.member("sha256", evidence.sha256)
    if let nearMiss = evidence.nearMiss { texts([("nearMiss", nearMiss)], &json) }
  }

  private func timeline(_ timeline: [DueDate], _ json: inout JSONWriter) {
    if timeline.isEmpty { return }
    json.array("timeline", timeline) { json, due in
      json.member("due", due.due.description)
      json.member("met", due.met?.description)
      json.member("state", due.state.rawValue)
      texts([("label", due.label)], &json)
    }
  }

  private func coverage(_ coverage: Coverage, _ json: inout JSONWriter) {
    if coverage == Coverage(pages: 0, columns: [], gaps: []) { return }
    json.object("coverage") {
      $0.member("pages", coverage.pages)
      $0.array("columns", coverage.columns)
      $0.array("gaps", coverage.gaps) { json, gap in
        json.member("url", gap.url)
        json.member("outcome", gap.outcome)
      }
    }
  }

  /// The texts themselves, then those of the other language.
  private func texts(_ all: [(String, Bilingual?)], _ json: inout JSONWriter) {
    for (key, words) in all { json.member(key, words?.text(language)) }
    translations(all, &json)
  }

  private func translations(_ all: [(String, Bilingual?)], _ json: inout JSONWriter) {
    // Texts that are the same in both languages need no translation.
    let differing = all.filter { $0.1.map { $0.zh != $0.en } ?? false }
    if differing.isEmpty { return }
    json.object("translations") {
      $0.object(other.rawValue) { json in
        for (key, words) in differing { json.member(key, words?.text(other)) }
      }
    }
  }
}
