package import Score
package import Texts
import Web

/// A folder of pages that need no network: `index.html`, one page a unit under `units/`, one a rule
/// under `rules/`.
package enum HTMLReporter: Reporter {
  package static let format = "html"
  package static let summary = Bilingual(
    zh: "网页报告：总览、各单位和各条款分页，可离线浏览、打印",
    en: "pages to read and print without a network: an overview, one page a unit and one a rule")

  package static func render(_ audit: AuditResult, in language: Language) throws -> [ReportFile] {
    try render(audit, with: nil, in: language)
  }

  package static func render(
    _ audit: AuditResult, with exhibits: Exhibits?, in language: Language
  ) throws -> [ReportFile] {
    let frame = PageFrame(audit, exhibits, language)
    var files = [ReportFile(path: "index.html", bytes: OverviewPage(frame: frame).render())]
    for position in audit.units.indices {
      files.append(
        ReportFile(
          path: "units/\(frame.paths.names[position]).html",
          bytes: UnitPage(frame: frame, position: position).render()))
    }
    files.append(ReportFile(path: "rules/index.html", bytes: RuleList(frame: frame).render()))
    let pages = RulePages(frame: frame)
    for place in frame.digest.rules.indices {
      files.append(
        ReportFile(
          path: "rules/\(frame.rulePaths.names[place]).html", bytes: pages.render(place)))
    }
    return files
  }
}
