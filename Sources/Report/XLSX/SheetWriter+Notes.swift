import Findings
import Rules
import Score
import Texts
import Web

/// What the drop-downs of the list of problems offer; kept in columns D and E of the notes.
enum NotesTable {
  static let repairs: [SheetWord] = [.notBegun, .underWay, .repaired, .cannot]
  static let reviews: [SheetWord] = [.upheld, .partlyAccepted, .accepted]
}

/// The sheet of notes: what was audited, how to read the sheets, how points add up, the packs.
extension SheetWriter {
  func writeNotes(_ sheet: Int, _ book: inout Workbook) {
    book.width(sheet, 0, 30)
    book.width(sheet, 1, 92)
    book.width(sheet, 2, 3)
    for column in 3..<5 { book.width(sheet, column, 14) }
    var row = 0
    func section(_ title: String, _ lines: [(String, String)]) {
      book.text(sheet, row, 0, title, .head)
      book.text(sheet, row, 1, "", .head)
      row += 1
      for line in lines {
        var cells = LongCells(sheet: sheet, row: row)
        cells.bold(0, line.0, 30, &book)
        cells.wrapped(1, line.1, 92, &book)
        cells.fit(&book)
        row += 1
      }
      row += 1
    }
    section(HeadWord.report.text(language), subject)
    section(SheetWord.howToRead.text(language), SheetNote.allCases.map { ("", $0.text(language)) })
    section(
      OverviewWord.method.text(language),
      [("", Phrases.bar(audit.bar).text(language))] + arithmetic)
    section(SheetWord.legend.text(language), legend)
    section(OverviewWord.packs.text(language), packs)
    let readings = audit.rules.compactMap { rule in
      rule.note.map { (rule.id.description, $0.text(language)) }
    }
    if !readings.isEmpty { section(SheetWord.readings.text(language), readings) }
    writeChoices(sheet, &book)
    book.print(sheet, lastRow: max(1, row - 2), lastColumn: 1)
  }

  private var subject: [(String, String)] {
    var lines = [
      (audit.plan, Phrases.dates(audit, language).text(language)),
      ("", Phrases.basis(audit).text(language)), ("", Phrases.lead(audit, digest).text(language)),
      (
        "",
        Phrases.produced(
          tool: audit.tool, run: audit.id, from: Figures.moment(audit.startedAt),
          to: Figures.moment(audit.finishedAt)
        ).text(language)
      ),
    ]
    for site in audit.sites {
      for liberty in site.liberties {
        lines.append((site.id.text, LibertyWord.text(liberty, language)))
      }
    }
    return lines
  }

  private var arithmetic: [(String, String)] {
    MethodWord.allCases.map { ("", $0.text(language)) }
      + SumNote.allCases.map { ("", $0.text(language)) }
  }

  private var legend: [(String, String)] {
    Status.allCases.map { status in
      let word = StatusWord(status)
      let sign =
        status == .undetermined ? SheetWord.undecided.text(language) : word.sign
      return (sign, word.text(language))
    }
  }

  private var packs: [(String, String)] {
    audit.packs.flatMap { pack in
      var lines = [
        (pack.title.text(language), "\(pack.id) · SHA-256 \(pack.sha256)")
      ]
      if let notice = pack.notice { lines.append(("", notice.text(language))) }
      return lines
    }
  }

  private func writeChoices(_ sheet: Int, _ book: inout Workbook) {
    book.text(sheet, 0, 3, TableWord.repair.text(language), .head)
    book.text(sheet, 0, 4, TableWord.review.text(language), .head)
    for (row, word) in NotesTable.repairs.enumerated() {
      book.text(sheet, row + 1, 3, word.text(language))
    }
    for (row, word) in NotesTable.reviews.enumerated() {
      book.text(sheet, row + 1, 4, word.text(language))
    }
  }
}
