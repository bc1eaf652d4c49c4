import Findings
import Rules
import Score
import Texts

/// Fills the sheets of the workbook.
struct SheetWriter {
  let audit: AuditResult
  let digest: AuditDigest
  let reasons: ReasonText
  let language: Language

  func write(_ book: inout Workbook) throws(WorkbookError) {
    let ranking = try book.addSheet(SheetWord.ranking.text(language))
    let detail = try book.addSheet(SheetWord.detail.text(language))
    let problems = try book.addSheet(SheetWord.problems.text(language))
    let open = try book.addSheet(SheetWord.open.text(language))
    let notes = try book.addSheet(SheetWord.notes.text(language))
    let grid = DetailGrid(self)
    grid.write(detail, &book)
    writeRanking(ranking, grid, &book)
    writeProblems(problems, &book)
    writeOpen(open, &book)
    writeNotes(notes, &book)
  }

  /// A head row with the widths of its columns.
  func head(_ sheet: Int, _ columns: [(any TextTable, Double)], _ book: inout Workbook) {
    for (column, (word, width)) in columns.enumerated() {
      book.text(sheet, 0, column, word.words.text(language), .head)
      book.width(sheet, column, width)
    }
    book.height(sheet, 0, 24)
  }

  func look(_ verdict: Verdict) -> CellLook {
    switch verdict {
    case .pass: .pass
    case .fail: .fail
    case .undetermined: .open
    }
  }

  func look(_ status: Status) -> CellLook {
    switch status {
    case .pass: .pass
    case .fail: .fail
    case .partial: .partial
    case .undetermined, .manual: .open
    case .notApplicable, .waived, .untested: .muted
    }
  }
}
