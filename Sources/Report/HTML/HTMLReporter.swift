package import Score
package import Texts
import Web

/// A folder of pages that need no network: `index.html` and one page a unit under `units/`.
package enum HTMLReporter: Reporter {
  package static let format = "html"
  package static let summary = Bilingual(
    zh: "网页报告：总览和各单位分页，可离线浏览、打印",
    en: "pages to read and print without a network: an overview and one page a unit")

  package static func render(_ audit: AuditResult, in language: Language) throws -> [ReportFile] {
    let frame = PageFrame(
      audit: audit, digest: AuditDigest(audit), reasons: ReasonText(audit),
      paths: UnitPaths(audit.units), language: language)
    var files = [ReportFile(path: "index.html", bytes: OverviewPage(frame: frame).render())]
    for position in audit.units.indices {
      files.append(
        ReportFile(
          path: "units/\(frame.paths.names[position]).html",
          bytes: UnitPage(frame: frame, position: position).render()))
    }
    return files
  }
}
