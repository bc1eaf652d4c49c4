import Dates
import Findings
package import Score
package import Texts
import Web

/// `metrics.prom`: the text exposition format 0.0.4 of Prometheus, for node_exporter's textfile
/// collector.
///
/// Every series carries the plan's name, so that files of several plans may lie side by side; for
/// the same reason help texts are English whatever the report's language: the collector refuses two
/// help texts for one name. Samples have no timestamps, which the collector refuses, too; the age
/// of a run is `time() - mingcha_run_end_timestamp_seconds`. A unit or site that an audit names
/// twice is told once, since a series may not stand twice.
package enum PrometheusReporter: Reporter {
  package static let format = "prometheus"
  package static let summary = Bilingual(
    zh: "metrics.prom：供 Prometheus（textfile collector）采集得分、各类结果和运行时间",
    en: "metrics.prom: scores, findings and run times for Prometheus (textfile collector)")

  package static func render(_ audit: AuditResult, in language: Language) throws -> [ReportFile] {
    var text = MetricsText(plan: audit.plan)
    run(audit, &text)
    var units: Set<UnitID> = []
    Self.units(audit.units.filter { units.insert($0.id).inserted }, &text)
    var sites: Set<SiteID> = []
    Self.sites(audit.sites.filter { sites.insert($0.id).inserted }, &text)
    return [ReportFile(path: "metrics.prom", bytes: text.bytes)]
  }

  private static func run(_ audit: AuditResult, _ text: inout MetricsText) {
    text.metric("mingcha_run_info", "The run that these figures are of; always 1.")
    text.sample(
      [("run", audit.id), ("as_of", audit.asOf.description), ("tool", audit.tool)], 1)
    text.metric("mingcha_run_start_timestamp_seconds", "When the run began, in Unix time.")
    text.sample([], Double(audit.startedAt.secondsSince1970))
    text.metric("mingcha_run_end_timestamp_seconds", "When the run ended, in Unix time.")
    text.sample([], Double(audit.finishedAt.secondsSince1970))
    text.metric("mingcha_bar_percent", "The per cent that a unit needs to pass.")
    text.sample([], audit.bar)
  }

  private static func units(_ units: [UnitResult], _ text: inout MetricsText) {
    func each(_ name: String, _ help: String, _ value: (UnitResult) -> Double?) {
      text.metric(name, help)
      for unit in units {
        if let value = value(unit) { text.sample(labels(unit), value) }
      }
    }
    each("mingcha_unit_score_percent", "The unit's score; none when nothing could be scored.") {
      $0.score.percent
    }
    each("mingcha_unit_points_earned", "Points that the unit earned.") { $0.score.earned }
    each("mingcha_unit_points_possible", "Points of what applies and could be determined.") {
      $0.score.possible
    }
    each("mingcha_unit_points_open", "Points that are open because findings are undetermined.") {
      $0.score.open
    }
    each("mingcha_unit_vetoes", "Veto rules that the unit failed.") {
      Double($0.score.vetoes.count)
    }
    text.metric("mingcha_unit_verdict", "1 for the verdict that the unit has, 0 for the others.")
    for unit in units {
      for verdict in [Verdict.pass, .fail, .undetermined] {
        text.sample(
          labels(unit) + [("verdict", verdict.rawValue)], unit.score.verdict == verdict ? 1 : 0)
      }
    }
    text.metric("mingcha_unit_findings", "The unit's findings of each status.")
    for unit in units {
      for status in Status.allCases {
        text.sample(
          labels(unit) + [("status", status.rawValue)],
          Double(unit.findings.count { $0.finding.status == status }))
      }
    }
  }

  private static func labels(_ unit: UnitResult) -> [(String, String)] {
    [("unit", unit.id.text), ("name", unit.name), ("kind", unit.kind)]
  }

  private static func sites(_ sites: [SiteResult], _ text: inout MetricsText) {
    text.metric("mingcha_site_complete", "1 when all that was known of the site was read.")
    for site in sites { text.sample([("site", site.id.text)], site.complete ? 1 : 0) }
    text.metric("mingcha_site_pages", "The site's pages by what became of them.")
    for site in sites {
      for family in Outcome.Family.allCases {
        text.sample(
          [("site", site.id.text), ("outcome", family.rawValue)],
          Double(site.outcomes[family.rawValue] ?? 0))
      }
    }
    text.metric("mingcha_site_requests", "Requests that were sent to the site.")
    for site in sites { text.sample([("site", site.id.text)], Double(site.requests)) }
  }
}
