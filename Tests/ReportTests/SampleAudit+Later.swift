import Findings
import Rules
import Score
import Web

extension SampleAudit {
  /// The small audit some time later: one change of each kind, a unit gone and one new.
  static let later: AuditResult = {
    var audit = small
    audit.id = "20220131-small"
    audit.asOf = day("2022-01-31")
    var finance = SampleAudit.finance
    finance.findings = [
      finding("A.1", .fail, "czj", points: (0, 5)), finding("A.2", .pass, "czj", points: (5, 5)),
      finding("A.3", .partial, "czj", points: (1, 5)),
      finding("A.4", .undetermined, "czj", points: (0, 5)),
      finding("A.5", .manual, "czj", points: (0, 5)),
    ]
    finance.score.percent = 40
    finance.score.verdict = .fail
    var statistics = SampleAudit.statistics
    statistics.findings[1] = finding("A.2", .partial, "tjj", points: (2, 5))
    var office = statistics
    office.id = UnitID("bgs")
    office.name = "区政府办公室"
    for place in office.findings.indices { office.findings[place].finding.unit = office.id }
    audit.units = [finance, statistics, office]
    return audit
  }()
}
