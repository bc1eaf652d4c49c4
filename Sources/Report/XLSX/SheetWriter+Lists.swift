import Dates
import Findings
import Rules
import Score
import Texts

/// The sheets that are worked off line by line: problems, and what is undetermined.
extension SheetWriter {
  private enum Column {
    static let lost = 12
    static let deadline = 14
    static let repair = 15
    static let review = 16
  }

  func writeProblems(_ sheet: Int, _ book: inout Workbook) {
    head(
      sheet,
      [
        (SheetWord.number, 6), (TableWord.unit, 18), (TableWord.clause, 9),
        (TableWord.requirement, 24), (TableWord.severity, 9), (TableWord.status, 10),
        (TableWord.problem, 40), (SheetWord.column, 18), (TableWord.pageTitle, 26),
        (TableWord.url, 32), (UnitWord.evidence, 30), (TableWord.fetchedAt, 16),
        (TableWord.lost, 8), (TableWord.fix, 34), (SheetWord.deadline, 12),
        (TableWord.repair, 12), (TableWord.review, 12),
      ], &book)
    var row = 1
    for unit in audit.units {
      for scored in unit.findings where scored.finding.status.isFault {
        problemRow(sheet, row, unit, scored, &book)
        row += 1
      }
    }
    book.freeze(sheet, rows: 1, columns: 3)
    book.filter(sheet, row: 0, lastRow: max(1, row - 1), lastColumn: Column.review)
    book.print(sheet, lastRow: row, lastColumn: Column.review)
    if row == 1 { return }
    book.text(sheet, row, 1, SheetWord.total.text(language), .total)
    let lost = digest.faults.reduce(0) { $0 + $1.lost }
    book.formula(
      sheet, row, Column.lost,
      "=SUBTOTAL(9,\(Workbook.letters(Column.lost))2:"
        + "\(Workbook.letters(Column.lost))\(row))", (lost * 1000).rounded() / 1000, .total)
    choices(sheet, Column.repair, rows: 1...(row - 1), of: NotesTable.repairs, in: "D", &book)
    choices(sheet, Column.review, rows: 1...(row - 1), of: NotesTable.reviews, in: "E", &book)
  }

  /// Drop-downs whose words stand in a column of the notes, from the second row on.
  private func choices(
    _ sheet: Int, _ column: Int, rows: ClosedRange<Int>, of words: [SheetWord], in letter: String,
    _ book: inout Workbook
  ) {
    let notes = "='\(SheetWord.notes.text(language))'!"
    book.choices(
      sheet,
      Workbook.Area(
        row: rows.lowerBound, column: column, lastRow: rows.upperBound, lastColumn: column),
      from: "\(notes)$\(letter)$2:$\(letter)$\(words.count + 1)")
  }

  private func problemRow(
    _ sheet: Int, _ row: Int, _ unit: UnitResult, _ scored: ScoredFinding,
    _ book: inout Workbook
  ) {
    let finding = scored.finding
    book.number(sheet, row, 0, Double(row), .wholeNumber)
    book.text(sheet, row, 1, unit.name, .bold)
    book.text(sheet, row, 2, finding.rule.clause)
    book.text(sheet, row, 3, scored.title.text(language), .wrapped)
    book.text(sheet, row, 4, SeverityWord(scored.severity).text(language))
    book.text(sheet, row, 5, StatusWord(finding.status).text(language), look(finding.status))
    book.text(sheet, row, 6, finding.message.text(language), .wrapped)
    let comma = Phrases.comma.text(language)
    book.text(sheet, row, 7, finding.coverage.columns.joined(separator: comma), .wrapped)
    if let evidence = finding.evidence.first {
      book.text(sheet, row, 8, evidence.title ?? "", .wrapped)
      book.link(sheet, row, 9, evidence.url)
      book.text(sheet, row, 10, evidence.excerpt ?? "", .wrapped)
      book.text(sheet, row, 11, evidence.fetchedAt.map { Figures.moment(text: $0) } ?? "")
    }
    book.number(
      sheet, row, Column.lost, max(0, scored.points.possible - scored.points.earned))
    book.text(sheet, row, 13, finding.fix?.text(language) ?? "", .wrapped)
    if let day = audit.repairBy {
      book.day(sheet, row, Column.deadline, day, .inputDate)
    } else {
      book.text(sheet, row, Column.deadline, "", .inputDate)
    }
    book.text(sheet, row, Column.repair, "", .input)
    book.text(sheet, row, Column.review, "", .input)
  }

  func writeOpen(_ sheet: Int, _ book: inout Workbook) {
    head(
      sheet,
      [
        (SheetWord.number, 6), (TableWord.unit, 20), (TableWord.clause, 9),
        (TableWord.requirement, 26), (TableWord.status, 12), (TableWord.openPoints, 9),
        (TableWord.found, 38), (TableWord.reason, 28), (TableWord.advice, 34),
        (TableWord.gaps, 44), (TableWord.gapCodes, 18),
      ], &book)
    var row = 1
    for unit in audit.units {
      for scored in unit.findings
      where scored.finding.status == .undetermined || scored.finding.status == .manual {
        openRow(sheet, row, unit, scored, &book)
        row += 1
      }
    }
    book.freeze(sheet, rows: 1, columns: 3)
    book.filter(sheet, row: 0, lastRow: max(1, row - 1), lastColumn: 10)
    book.print(sheet, lastRow: max(1, row - 1), lastColumn: 10)
  }

  private func openRow(
    _ sheet: Int, _ row: Int, _ unit: UnitResult, _ scored: ScoredFinding,
    _ book: inout Workbook
  ) {
    let finding = scored.finding
    let reason = OpenReason(finding, reasons, language)
    let addresses =
      finding.coverage.gaps.isEmpty
      ? finding.evidence.map(\.url) : finding.coverage.gaps.map(\.url)
    book.number(sheet, row, 0, Double(row), .wholeNumber)
    book.text(sheet, row, 1, unit.name, .bold)
    book.text(sheet, row, 2, finding.rule.clause)
    book.text(sheet, row, 3, scored.title.text(language), .wrapped)
    book.text(sheet, row, 4, StatusWord(finding.status).text(language), .open)
    book.number(sheet, row, 5, scored.openPoints)
    book.text(sheet, row, 6, finding.message.text(language), .wrapped)
    book.text(sheet, row, 7, reason.reasons.joined(separator: "\n"), .wrapped)
    book.text(sheet, row, 8, reason.advice.joined(separator: "\n"), .wrapped)
    book.text(sheet, row, 9, addresses.joined(separator: "\n"), .wrapped)
    book.text(sheet, row, 10, reason.codes.joined(separator: "\n"), .wrapped)
  }
}
