import Dates
import Findings
import Rules
package import Score
package import Texts
import Web

/// `junit.xml`: a test suite a unit, a test case a rule, for continuous integration.
///
/// `fail` and `partial` are failures; what was not decided or does not bind is skipped with the
/// reason, so a green run says no more than the evidence does.
package enum JUnitReporter: Reporter {
  package static let format = "junit"
  package static let summary = Bilingual(
    zh: "junit.xml：供持续集成系统读取", en: "junit.xml: for continuous integration")

  package static func render(_ audit: AuditResult, in language: Language) throws -> [ReportFile] {
    let writer = JUnitWriter(audit: audit, language: language)
    return [ReportFile(path: "junit.xml", bytes: writer.render())]
  }
}

private struct JUnitWriter {
  let audit: AuditResult
  let language: Language

  func render() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
    let all = audit.units.flatMap(\.findings)
    bytes += "<testsuites name=\"\(XMLText.escaped(audit.plan))\" \(counts(all))>\n".utf8
    for unit in audit.units { suite(unit, &bytes) }
    bytes += "</testsuites>\n".utf8
    return bytes
  }

  private func counts(_ findings: [ScoredFinding]) -> String {
    let failures = findings.count { $0.finding.status.isFault }
    let skipped = findings.count { !AuditDigest.isScored($0.finding.status) }
    return "tests=\"\(findings.count)\" failures=\"\(failures)\" errors=\"0\""
      + " skipped=\"\(skipped)\" time=\"0\""
  }

  private func suite(_ unit: UnitResult, _ bytes: inout [UInt8]) {
    // The schema's moment has no zone: it is UTC here, as `startedAt` is.
    let moment = audit.startedAt.description.dropLast()
    bytes += "  <testsuite name=\"\(XMLText.escaped(unit.name))\" ".utf8
    bytes += "package=\"\(XMLText.escaped(unit.id.text))\" ".utf8
    bytes += "timestamp=\"\(moment)\" \(counts(unit.findings))>\n".utf8
    for scored in unit.findings { testCase(scored, of: unit, &bytes) }
    bytes += "  </testsuite>\n".utf8
  }

  private func testCase(
    _ scored: ScoredFinding, of unit: UnitResult, _ bytes: inout [UInt8]
  ) {
    let finding = scored.finding
    let name = "\(finding.rule.description) \(scored.title.text(language))"
    bytes += "    <testcase name=\"\(XMLText.escaped(name))\" ".utf8
    bytes += "classname=\"\(XMLText.escaped(unit.id.text))\" time=\"0\"".utf8
    let message = XMLText.escaped(finding.message.text(language))
    switch finding.status {
    case .pass: bytes += "/>\n".utf8
    case .fail, .partial:
      let type = finding.status == .partial ? "partial" : scored.severity.rawValue
      bytes += ">\n      <failure message=\"\(message)\" type=\"\(type)\">".utf8
      bytes += XMLText.escaped(body(scored)).utf8
      bytes += "</failure>\n    </testcase>\n".utf8
    case .undetermined, .manual, .notApplicable, .waived, .untested:
      let word = StatusWord(finding.status).text(language)
      bytes += ">\n      <skipped message=\"\(word): \(message)\"/>\n    </testcase>\n".utf8
    }
  }

  private func body(_ scored: ScoredFinding) -> String {
    let finding = scored.finding
    var lines = [
      "\(UnitWord.soughtFor.text(language)): \(finding.soughtFor.text(language))",
      "\(UnitWord.found.text(language)): \(finding.message.text(language))",
      Phrases.lost(scored.points).text(language),
    ]
    if let fix = finding.fix {
      lines.append("\(UnitWord.fix.text(language)): \(fix.text(language))")
    }
    lines += finding.evidence.map { evidence in
      [evidence.url, evidence.title ?? "", evidence.date?.description ?? ""]
        .filter { !$0.isEmpty }.joined(separator: "  ")
    }
    return lines.joined(separator: "\n")
  }
}
