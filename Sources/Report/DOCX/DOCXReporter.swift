package import Score
package import Texts

/// `docx/`: the district's evaluation report and a notice to each unit, as office documents.
package enum DOCXReporter: Reporter {
  package static let format = "docx"
  package static let summary = Bilingual(
    zh: "docx/：评估报告 report.docx，以及各单位的整改通知书 notices/",
    en: "docx/: the evaluation report report.docx and a notice to each unit in notices/")

  package static func render(_ audit: AuditResult, in language: Language) throws -> [ReportFile] {
    let digest = AuditDigest(audit)
    let reasons = ReasonText(audit)
    let report = DistrictReport(
      audit: audit, digest: digest, reasons: reasons, language: language)
    let letter = NoticeLetter(audit: audit, reasons: reasons, language: language)
    var files = [ReportFile(path: "docx/report.docx", bytes: try report.document())]
    for (place, unit) in audit.units.enumerated() {
      files.append(
        ReportFile(
          path: "docx/notices/\(name(unit, place)).docx", bytes: try letter.document(for: unit)))
    }
    return files
  }

  /// The unit's place in the plan and its name, without what a file name may not hold.
  ///
  /// The place makes it unlike any other; letters and digits of every script stay.
  private static func name(_ unit: UnitResult, _ place: Int) -> String {
    var name = String.UnicodeScalarView()
    var length = 0
    for scalar in unit.name.unicodeScalars
    where scalar.properties.isAlphabetic
      || ("0"..."9").contains(scalar)
    {
      length += String(scalar).utf8.count
      if length > 120 { break }
      name.append(scalar)
    }
    let number = String(place + 1)
    let digits = String(repeating: "0", count: max(0, 3 - number.utf8.count)) + number
    return name.isEmpty ? digits : "\(digits)-\(String(name))"
  }
}
