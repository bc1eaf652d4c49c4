import Dates
import Findings
import Rules
package import Score
package import Texts
import Web

/// `findings.csv`: every finding of every unit, one row each.
///
/// UTF-8 with a byte order mark (Excel reads it so), CRLF, quoted by RFC 4180. A text cell that a
/// spreadsheet would take for a formula gets an apostrophe in front.
package enum CSVReporter: Reporter {
  package static let format = "csv"
  package static let summary = Bilingual(
    zh: "findings.csv：全部结果清单，一行一条，可用表格软件打开",
    en: "findings.csv: all findings, one a row, for spreadsheets")

  package static func render(_ audit: AuditResult, in language: Language) throws -> [ReportFile] {
    var rows = CSVRows()
    let heads: [TableWord] = [
      .unitID, .unit, .kind, .rule, .clause, .requirement, .status, .severity, .possible, .earned,
      .found, .soughtFor, .fix, .url, .pageTitle, .pageDate, .excerpt, .fetchedAt, .moreURLs,
      .gaps, .gapCodes, .waiver, .article,
    ]
    rows.row(heads.map { .text($0.text(language)) })
    for unit in audit.units {
      for scored in unit.findings { rows.row(cells(scored, of: unit, language)) }
    }
    return [ReportFile(path: "findings.csv", bytes: rows.bytes)]
  }

  private static func cells(
    _ scored: ScoredFinding, of unit: UnitResult, _ language: Language
  ) -> [CSVRows.Cell] {
    let finding = scored.finding
    let first = finding.evidence.first
    let gaps = finding.coverage.gaps
    return [
      .text(unit.id.text), .text(unit.name), .text(KindWord.text(unit.kind, language)),
      .text(finding.rule.description), .text(finding.rule.clause),
      .text(scored.title.text(language)), .text(StatusWord(finding.status).text(language)),
      .text(SeverityWord(scored.severity).text(language)), .number(scored.points.possible),
      .number(scored.points.earned), .text(finding.message.text(language)),
      .text(finding.soughtFor.text(language)), .text(finding.fix?.text(language) ?? ""),
      .text(first?.url ?? ""), .text(first?.title ?? ""), .text(first?.date?.description ?? ""),
      .text(first?.excerpt ?? ""), .text(first?.fetchedAt ?? ""),
      .text(finding.evidence.dropFirst().map(\.url).joined(separator: "\n")),
      .text(gaps.map(\.url).joined(separator: "\n")),
      .text(gaps.map(\.outcome).joined(separator: "\n")), .text(scored.waiver ?? ""),
      .text(scored.article),
    ]
  }
}

/// Rows of cells as RFC 4180 has them.
struct CSVRows {
  /// What stands in a cell; numbers are our own and never disarmed.
  enum Cell {
    case text(String)
    case number(Double)
  }

  /// Begins with the byte order mark.
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  mutating func row(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): quoted(Self.disarmed(text))
      case .number(let value): bytes += Figures.decimal(value).utf8
      }
    }
    bytes += [0x0D, 0x0A]
  }

  /// The text with an apostrophe in front when a spreadsheet could take it for a formula.
  ///
  /// Signs as OWASP lists them: = + - @ tab, CR and LF, also the full-width forms.
  static func disarmed(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }

  private mutating func quoted(_ text: String) {
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else {
      bytes += text.utf8
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
