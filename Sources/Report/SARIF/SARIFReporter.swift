import Dates
import Findings
import JSON
import Rules
package import Score
package import Texts
import Web

/// `audit.sarif`: SARIF 2.1.0 (OASIS standard of 2020-03-27) with what someone has to work off.
///
/// Results are `fail` (error or warning by severity), `partial` (a note), `undetermined` (kind open) and
/// `manual` (kind review). The rest stays out, since some readers ignore `kind`. A result's
/// fingerprint is its unit and rule, so it stays the same when an address or a wording changes.
package enum SARIFReporter: Reporter {
  package static let format = "sarif"
  package static let summary = Bilingual(
    zh: "audit.sarif：SARIF 2.1.0，供代码平台和编辑器显示",
    en: "audit.sarif: SARIF 2.1.0, for code platforms and editors")

  package static func render(_ audit: AuditResult, in language: Language) throws -> [ReportFile] {
    let writer = SARIFWriter(audit: audit, digest: AuditDigest(audit), language: language)
    var json = JSONWriter(capacity: 65_536)
    json.object { writer.log(&$0) }
    return [ReportFile(path: "audit.sarif", bytes: json.finished())]
  }
}

private struct SARIFWriter {
  let audit: AuditResult
  let digest: AuditDigest
  let language: Language
  private let places: [RuleID: Int]
  private let words: [RuleID: ScoredFinding]

  init(audit: AuditResult, digest: AuditDigest, language: Language) {
    self.audit = audit
    self.digest = digest
    self.language = language
    var places: [RuleID: Int] = [:]
    for (place, rule) in digest.rules.enumerated() { places[rule.id] = place }
    self.places = places
    var words: [RuleID: ScoredFinding] = [:]
    for unit in audit.units {
      for scored in unit.findings where words[scored.finding.rule] == nil {
        words[scored.finding.rule] = scored
      }
    }
    self.words = words
  }

  func log(_ json: inout JSONWriter) {
    json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    json.member("version", "2.1.0")
    json.array("runs", [audit]) { json, audit in
      json.object("tool") { $0.object("driver") { driver(&$0) } }
      json.object("automationDetails") {
        $0.member("id", "mingcha/\(LinkTarget.encoded(audit.plan))/\(LinkTarget.encoded(audit.id))")
      }
      json.array("invocations", [audit]) { json, audit in
        json.member("executionSuccessful", flag: true)
        json.member("startTimeUtc", audit.startedAt.description)
        json.member("endTimeUtc", audit.finishedAt.description)
      }
      // SARIF wants a language of two letters with a country (§3.14.7).
      json.member("language", language == .chinese ? "zh-CN" : "en-US")
      json.member("columnKind", "unicodeCodePoints")
      json.array("results", results()) { result($1.unit, $1.scored, &$0) }
    }
  }

  private func driver(_ json: inout JSONWriter) {
    let parts = audit.tool.split(separator: " ", maxSplits: 1)
    json.member("name", parts.first.map { String($0) } ?? "mingcha")
    if parts.count > 1 { json.member("version", String(parts[1])) }
    json.array("rules", digest.rules) { json, rule in
      json.member("id", rule.id.description)
      json.object("shortDescription") { $0.member("text", filled(rule.title.text(language))) }
      if let why = words[rule.id]?.why.text(language), !why.isEmpty {
        json.object("fullDescription") { $0.member("text", why) }
      }
      json.object("defaultConfiguration") { $0.member("level", level(rule.severity)) }
      json.object("properties") {
        $0.member("severity", rule.severity.rawValue)
        $0.member("article", words[rule.id]?.article)
      }
    }
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .veto, .must: "error"
    case .should, .bonus: "warning"
    }
  }

  private func filled(_ text: String) -> String { text.isEmpty ? "—" : text }

  private func results() -> [(unit: UnitResult, scored: ScoredFinding)] {
    audit.units.flatMap { unit in
      unit.findings.compactMap { scored in
        switch scored.finding.status {
        case .fail, .partial, .undetermined, .manual: (unit, scored)
        case .pass, .notApplicable, .waived, .untested: nil
        }
      }
    }
  }

  private func result(_ unit: UnitResult, _ scored: ScoredFinding, _ json: inout JSONWriter) {
    let finding = scored.finding
    json.member("ruleId", finding.rule.description)
    json.member("ruleIndex", places[finding.rule])
    let (kind, level) = kindAndLevel(scored)
    json.member("kind", kind)
    json.member("level", level)
    json.object("message") {
      let fix = finding.fix.map { " " + $0.text(language) } ?? ""
      $0.member(
        "text", "\(unit.name)\(Phrases.colon.text(language))\(finding.message.text(language))\(fix)"
      )
    }
    let addresses = locations(finding)
    json.array("locations", addresses.isEmpty ? [nil] : addresses.map(Optional.init)) {
      location($1, unit, &$0)
    }
    json.object("partialFingerprints") {
      $0.member("mingchaUnitRule/v1", "\(unit.id.text)|\(finding.rule)")
    }
    json.object("properties") {
      $0.member("unit", unit.id.text)
      $0.member("status", finding.status.rawValue)
      $0.member("earned", decimal: scored.points.earned)
      $0.member("possible", decimal: scored.points.possible)
    }
  }

  /// A result that is no failure has the level none (§3.27.10).
  private func kindAndLevel(_ scored: ScoredFinding) -> (String, String) {
    switch scored.finding.status {
    case .fail: ("fail", level(scored.severity))
    case .partial: ("fail", "note")
    case .manual: ("review", "none")
    case .undetermined: ("open", "none")
    case .pass, .notApplicable, .waived, .untested: ("informational", "none")
    }
  }

  /// The first addresses of the evidence, or of what could not be read.
  private func locations(_ finding: Finding) -> [String] {
    let seen = finding.evidence.map(\.url)
    let all = seen.isEmpty ? finding.coverage.gaps.map(\.url) : seen
    var kept: [String] = []
    for url in all where kept.count < 5 && !kept.contains(url) { kept.append(url) }
    return kept
  }

  private func location(_ url: String?, _ unit: UnitResult, _ json: inout JSONWriter) {
    if let url {
      json.object("physicalLocation") {
        $0.object("artifactLocation") { $0.member("uri", LinkTarget.encoded(url)) }
      }
    }
    json.array("logicalLocations", [unit]) { json, unit in
      json.member("name", unit.name)
      json.member("fullyQualifiedName", unit.id.text)
      json.member("kind", "unit")
    }
  }
}
