import Dates
import Findings
import Rules
import Score
import Texts
import Web

/// Fills the sheets of the workbook.
struct SheetWriter {
  let audit: AuditResult
  let digest: AuditDigest
  let reasons: ReasonText
  let language: Language

  func write(_ book: inout Workbook) throws(WorkbookError) {
    let ranking = try book.addSheet(SheetWord.ranking.text(language), landscape: .portrait)
    let detail = try book.addSheet(SheetWord.detail.text(language), landscape: .landscape)
    let problems = try book.addSheet(SheetWord.problems.text(language), landscape: .landscape)
    let open = try book.addSheet(SheetWord.open.text(language), landscape: .landscape)
    let notes = try book.addSheet(SheetWord.notes.text(language), landscape: .portrait)
    let grid = DetailGrid(self)
    grid.write(detail, &book)
    writeRanking(ranking, grid, &book)
    writeProblems(problems, &book)
    writeOpen(open, &book)
    writeNotes(notes, &book)
  }

  /// A head row with the widths of its columns.
  func head(_ sheet: Int, _ columns: [(TableWord, Double)], _ book: inout Workbook) {
    for (column, (word, width)) in columns.enumerated() {
      book.text(sheet, 0, column, word.text(language), .head)
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

  private func writeRanking(_ sheet: Int, _ grid: DetailGrid, _ book: inout Workbook) {
    head(
      sheet,
      [
        (.kind, 14), (.rank, 8), (.unit, 26), (.earned, 10), (.possible, 10), (.percent, 10),
        (.openPoints, 12), (.faults, 10), (.undecided, 12), (.verdict, 18),
      ], &book)
    var row = 1
    for ranking in digest.rankings {
      for position in ranking.units {
        rankingRow(sheet, row, position, grid, &book)
        row += 1
      }
    }
    book.freeze(sheet, rows: 1, columns: 3)
    book.filter(sheet, row: 0, lastRow: max(1, row - 1), lastColumn: 9)
    let percents = Workbook.Area(row: 1, column: 5, lastRow: row - 1, lastColumn: 5)
    book.color(sheet, percents, .less, Figures.decimal(audit.bar), .fail)
  }

  private func rankingRow(
    _ sheet: Int, _ row: Int, _ position: Int, _ grid: DetailGrid, _ book: inout Workbook
  ) {
    let unit = audit.units[position]
    let counts = digest.unitStatuses[position]
    let detail = "'\(SheetWord.detail.text(language))'!"
    let line = grid.row(of: position) + 1
    book.text(sheet, row, 0, KindWord.text(unit.kind, language))
    if let rank = unit.score.rank { book.number(sheet, row, 1, Double(rank)) }
    book.text(sheet, row, 2, unit.name, .bold)
    book.formula(
      sheet, row, 3, "=\(detail)\(Workbook.letters(grid.earnedColumn))\(line)",
      unit.score.earned)
    book.formula(
      sheet, row, 4, "=\(detail)\(Workbook.letters(grid.possibleColumn))\(line)",
      unit.score.possible)
    if let percent = unit.score.percent {
      book.formula(
        sheet, row, 5, "=IF(E\(row + 1)>0,ROUND(100*D\(row + 1)/E\(row + 1),1),\"\")", percent,
        .percent)
    }
    book.number(sheet, row, 6, unit.score.open)
    book.number(sheet, row, 7, Double((counts[.fail] ?? 0) + (counts[.partial] ?? 0)))
    book.number(sheet, row, 8, Double(counts[.undetermined] ?? 0))
    book.text(
      sheet, row, 9, Phrases.verdict(unit.score).text(language), look(unit.score.verdict))
  }

  private func writeProblems(_ sheet: Int, _ book: inout Workbook) {
    head(
      sheet,
      [
        (.unit, 22), (.clause, 9), (.requirement, 28), (.status, 11), (.lost, 8), (.found, 46),
        (.pageTitle, 30), (.url, 38), (.excerpt, 34), (.fetchedAt, 17), (.fix, 40),
        (.severity, 10), (.repair, 14), (.review, 14),
      ], &book)
    var row = 1
    for unit in audit.units {
      for scored in unit.findings where scored.finding.status.isFault {
        problemRow(sheet, row, unit, scored, &book)
        row += 1
      }
    }
    book.freeze(sheet, rows: 1, columns: 2)
    book.filter(sheet, row: 0, lastRow: max(1, row - 1), lastColumn: 13)
    if row == 1 { return }
    book.text(sheet, row, 0, SheetWord.total.text(language), .total)
    let lost = digest.faults.reduce(0) { $0 + $1.lost }
    book.formula(sheet, row, 4, "=SUBTOTAL(9,E2:E\(row))", lost, .total)
    let notes = "='\(SheetWord.notes.text(language))'!"
    book.choices(
      sheet, Workbook.Area(row: 1, column: 12, lastRow: row - 1, lastColumn: 12),
      from: notes + "$D$2:$D$5")
    book.choices(
      sheet, Workbook.Area(row: 1, column: 13, lastRow: row - 1, lastColumn: 13),
      from: notes + "$E$2:$E$4")
  }

  private func problemRow(
    _ sheet: Int, _ row: Int, _ unit: UnitResult, _ scored: ScoredFinding,
    _ book: inout Workbook
  ) {
    let finding = scored.finding
    book.text(sheet, row, 0, unit.name, .bold)
    book.text(sheet, row, 1, finding.rule.clause)
    book.text(sheet, row, 2, scored.title.text(language), .wrapped)
    book.text(sheet, row, 3, StatusWord(finding.status).text(language), look(finding.status))
    book.number(sheet, row, 4, max(0, scored.points.possible - scored.points.earned))
    book.text(sheet, row, 5, finding.message.text(language), .wrapped)
    if let evidence = finding.evidence.first {
      book.text(sheet, row, 6, evidence.title ?? "", .wrapped)
      book.link(sheet, row, 7, evidence.url)
      book.text(sheet, row, 8, evidence.excerpt ?? "", .wrapped)
      book.text(sheet, row, 9, evidence.fetchedAt.map { Figures.moment(text: $0) } ?? "")
    }
    book.text(sheet, row, 10, finding.fix?.text(language) ?? "", .wrapped)
    book.text(sheet, row, 11, SeverityWord(scored.severity).text(language))
    book.text(sheet, row, 12, "", .input)
    book.text(sheet, row, 13, "", .input)
  }

  private func writeOpen(_ sheet: Int, _ book: inout Workbook) {
    head(
      sheet,
      [
        (.unit, 22), (.clause, 9), (.requirement, 28), (.status, 12), (.openPoints, 10),
        (.found, 46), (.reason, 34), (.gaps, 44), (.gapCodes, 20), (.advice, 40),
      ], &book)
    var row = 1
    for unit in audit.units {
      for scored in unit.findings
      where scored.finding.status == .undetermined || scored.finding.status == .manual {
        openRow(sheet, row, unit, scored, &book)
        row += 1
      }
    }
    book.freeze(sheet, rows: 1, columns: 2)
    book.filter(sheet, row: 0, lastRow: max(1, row - 1), lastColumn: 9)
  }

  private func openRow(
    _ sheet: Int, _ row: Int, _ unit: UnitResult, _ scored: ScoredFinding,
    _ book: inout Workbook
  ) {
    let finding = scored.finding
    var codes: [String] = []
    for gap in finding.coverage.gaps where !codes.contains(gap.outcome) {
      codes.append(gap.outcome)
    }
    let addresses =
      finding.coverage.gaps.isEmpty
      ? finding.evidence.map(\.url) : finding.coverage.gaps.map(\.url)
    book.text(sheet, row, 0, unit.name, .bold)
    book.text(sheet, row, 1, finding.rule.clause)
    book.text(sheet, row, 2, scored.title.text(language), .wrapped)
    book.text(sheet, row, 3, StatusWord(finding.status).text(language), .open)
    book.number(
      sheet, row, 4, scored.openPoints)
    book.text(sheet, row, 5, finding.message.text(language), .wrapped)
    book.text(
      sheet, row, 6, codes.map { reasons.detail($0, language) }.joined(separator: "\n"), .wrapped)
    book.text(sheet, row, 7, addresses.joined(separator: "\n"), .wrapped)
    book.text(sheet, row, 8, codes.joined(separator: "\n"), .wrapped)
    book.text(
      sheet, row, 9,
      codes.map { reasons.advice($0, language) }.filter { !$0.isEmpty }.joined(separator: "\n"),
      .wrapped)
  }

  private func writeNotes(_ sheet: Int, _ book: inout Workbook) {
    book.width(sheet, 0, 26)
    book.width(sheet, 1, 80)
    for column in 2..<5 { book.width(sheet, column, 16) }
    var lines: [(String, String)] = [
      (HeadWord.report.text(language), audit.plan),
      ("", Phrases.dates(audit, language).text(language)),
      ("", Phrases.basis(audit).text(language)), ("", Phrases.lead(audit, digest).text(language)),
    ]
    for pack in audit.packs {
      lines.append((pack.id, pack.sha256))
      if let notice = pack.notice {
        lines.append((pack.title.text(language), notice.text(language)))
      }
    }
    for site in audit.sites {
      for liberty in site.liberties {
        lines.append((site.id.text, LibertyWord.text(liberty, language)))
      }
    }
    lines.append((OverviewWord.method.text(language), Phrases.bar(audit.bar).text(language)))
    lines += MethodWord.allCases.map { ("", $0.text(language)) }
    lines += Status.allCases.map { (StatusWord($0).sign, StatusWord($0).text(language)) }
    for (row, line) in lines.enumerated() {
      book.text(sheet, row, 0, line.0, .bold)
      book.text(sheet, row, 1, line.1, .wrapped)
    }
    book.text(sheet, 0, 3, TableWord.repair.text(language), .head)
    book.text(sheet, 0, 4, TableWord.review.text(language), .head)
    let repairs: [SheetWord] = [.notBegun, .underWay, .repaired, .cannot]
    let reviews: [SheetWord] = [.upheld, .partlyAccepted, .accepted]
    for (row, word) in repairs.enumerated() { book.text(sheet, row + 1, 3, word.text(language)) }
    for (row, word) in reviews.enumerated() { book.text(sheet, row + 1, 4, word.text(language)) }
  }
}
