package import Score
package import Texts

/// `report.xlsx`: the tables that evaluators work in.
///
/// Sheets: ranking, scores rule by rule with formulas that add up, problems to work off with columns to
/// fill in, what is undetermined, notes.
package enum XLSXReporter: Reporter {
  package static let format = "xlsx"
  package static let summary = Bilingual(
    zh: "report.xlsx：总分排名、评分明细、问题清单、未能判定、说明",
    en: "report.xlsx: ranking, scores, problems, undetermined, notes")

  package static func render(_ audit: AuditResult, in language: Language) throws -> [ReportFile] {
    let font = language == .chinese ? "微软雅黑" : "Calibri"
    var book = try Workbook(
      title: audit.plan, created: audit.finishedAt, font: font,
      cutMark: SheetWord.cut.text(language))
    let sheets = SheetWriter(
      audit: audit, digest: AuditDigest(audit), reasons: ReasonText(audit), language: language)
    try sheets.write(&book)
    return [ReportFile(path: "report.xlsx", bytes: try book.finished())]
  }
}
