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

  private static var problemColumns: [(any TextTable, Double)] {
    [
      (SheetWord.number, 5), (TableWord.unit, 14), (TableWord.clause, 8),
      (TableWord.requirement, 20), (TableWord.severity, 8), (TableWord.status, 9),
      (TableWord.problem, 32), (SheetWord.column, 14), (TableWord.pageTitle, 20),
      (TableWord.url, 22), (UnitWord.evidence, 24), (TableWord.fetchedAt, 11),
      (TableWord.lost, 7), (TableWord.fix, 28), (SheetWord.deadline, 11),
      (TableWord.repair, 11), (TableWord.review, 11),
    ]
  }
  private static var openColumns: [(any TextTable, Double)] {
    [
      (SheetWord.number, 6), (TableWord.unit, 20), (TableWord.clause, 9),
      (TableWord.requirement, 26), (TableWord.status, 12), (TableWord.openPoints, 9),
      (TableWord.found, 38), (TableWord.reason, 28), (TableWord.advice, 34),
      (TableWord.gaps, 44), (TableWord.gapCodes, 18),
    ]
  }

  func writeProblems(_ sheet: Int, _ book: inout Workbook) {
    head(sheet, Self.problemColumns, &book)
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
    var line = LongCells(sheet: sheet, row: row)
    book.number(sheet, row, 0, Double(row), .centred)
    line.bold(1, unit.name, 14, &book)
    line.wrapped(2, finding.rule.clause, 8, &book)
    line.wrapped(3, scored.title.text(language), 20, &book)
    book.text(sheet, row, 4, SeverityWord(scored.severity).text(language))
    book.text(sheet, row, 5, StatusWord(finding.status).text(language), look(finding.status))
    line.wrapped(6, finding.message.text(language), 32, &book)
    let comma = Phrases.comma.text(language)
    line.wrapped(7, finding.coverage.columns.joined(separator: comma), 14, &book)
    if let evidence = finding.evidence.first {
      line.wrapped(8, evidence.title ?? "", 20, &book)
      line.link(9, evidence.url, 22, &book)
      line.wrapped(10, evidence.excerpt ?? "", 24, &book)
      let moment = evidence.fetchedAt.map { Figures.moment(text: $0) } ?? ""
      line.wrapped(11, moment, 11, &book)
    }
    book.number(
      sheet, row, Column.lost, max(0, scored.points.possible - scored.points.earned))
    line.wrapped(13, finding.fix?.text(language) ?? "", 28, &book)
    if let day = audit.repairBy {
      book.day(sheet, row, Column.deadline, day, .inputDate)
    } else {
      book.text(sheet, row, Column.deadline, "", .inputDate)
    }
    book.text(sheet, row, Column.repair, "", .input)
    book.text(sheet, row, Column.review, "", .input)
    line.fit(&book)
  }

  func writeOpen(_ sheet: Int, _ book: inout Workbook) {
    head(sheet, Self.openColumns, &book)
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
    var line = LongCells(sheet: sheet, row: row)
    let reason = OpenReason(finding, reasons, language)
    let addresses =
      finding.coverage.gaps.isEmpty
      ? finding.evidence.map(\.url) : finding.coverage.gaps.map(\.url)
    book.number(sheet, row, 0, Double(row), .centred)
    line.bold(1, unit.name, 20, &book)
    line.wrapped(2, finding.rule.clause, 9, &book)
    line.wrapped(3, scored.title.text(language), 26, &book)
    book.text(sheet, row, 4, StatusWord(finding.status).text(language), .open)
    book.number(sheet, row, 5, scored.openPoints)
    line.wrapped(6, finding.message.text(language), 38, &book)
    line.wrapped(7, reason.reasons.joined(separator: "\n"), 28, &book)
    line.wrapped(8, reason.advice.joined(separator: "\n"), 34, &book)
    line.wrapped(9, addresses.joined(separator: "\n"), 44, &book)
    line.wrapped(10, reason.codes.joined(separator: "\n"), 18, &book)
    line.fit(&book)
  }
}
