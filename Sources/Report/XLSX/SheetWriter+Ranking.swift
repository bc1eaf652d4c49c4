import Findings
import Score
import Texts

/// The sheet of the ranking: units by kind, best first, with charts beside them.
extension SheetWriter {
  private static let lastColumn = 10
  private static let chartColumn = 12
  private static let bandColumn = 20

  func writeRanking(_ sheet: Int, _ grid: DetailGrid, _ book: inout Workbook) {
    head(
      sheet,
      [
        (TableWord.kind, 12), (TableWord.rank, 7), (TableWord.unit, 30), (TableWord.earned, 9),
        (TableWord.possible, 9), (TableWord.percent, 10), (UnitWord.grade, 9),
        (TableWord.verdict, 16), (TableWord.faults, 9), (TableWord.undecided, 10),
        (TableWord.openPoints, 10),
      ], &book)
    var row = 1
    let last = audit.units.count
    for ranking in digest.rankings {
      for position in ranking.units {
        rankingRow(sheet, row, last: last, position, grid, &book)
        row += 1
      }
    }
    book.freeze(sheet, rows: 1, columns: 3)
    book.filter(sheet, row: 0, lastRow: max(1, last), lastColumn: Self.lastColumn)
    guard last > 0 else { return }
    let percents = Workbook.Area(row: 1, column: 5, lastRow: last, lastColumn: 5)
    book.color(sheet, percents, .less, Figures.decimal(audit.bar), .fail)
    charts(sheet, last, &book)
    book.print(sheet, lastRow: max(last, 16) + 6, lastColumn: Self.bandColumn - 2)
  }

  private func rankingRow(
    _ sheet: Int, _ row: Int, last: Int, _ position: Int, _ grid: DetailGrid,
    _ book: inout Workbook
  ) {
    let unit = audit.units[position]
    let counts = digest.unitStatuses[position]
    let detail = "'\(SheetWord.detail.text(language))'!"
    let line = grid.row(of: position) + 1
    func detailCell(_ column: Int) -> String { "=\(detail)\(Workbook.letters(column))\(line)" }
    book.text(sheet, row, 0, KindWord.text(unit.kind, language))
    book.text(sheet, row, 2, unit.name, .bold)
    book.formula(sheet, row, 3, detailCell(grid.columns.earned), unit.score.earned)
    book.formula(sheet, row, 4, detailCell(grid.columns.possible), unit.score.possible)
    if let percent = unit.score.percent, let rank = unit.score.rank {
      book.formula(sheet, row, 5, detailCell(grid.columns.percent), percent, .percent)
      let kinds = "$A$2:$A$\(last + 1)"
      let percents = "$F$2:$F$\(last + 1)"
      book.formula(
        sheet, row, 1, "=COUNTIFS(\(kinds),A\(row + 1),\(percents),\">\"&F\(row + 1))+1",
        Double(rank), .centred)
    } else {
      book.text(sheet, row, 1, "—", .centred)
      book.text(sheet, row, 5, "—", .muted)
    }
    book.text(sheet, row, 6, unit.score.grade?.text(language) ?? "", .centred)
    book.text(
      sheet, row, 7, Phrases.verdict(unit.score).text(language), look(unit.score.verdict))
    book.number(
      sheet, row, 8, Double((counts[.fail] ?? 0) + (counts[.partial] ?? 0)), .wholeNumber)
    book.number(sheet, row, 9, Double(counts[.undetermined] ?? 0), .wholeNumber)
    book.formula(sheet, row, 10, detailCell(grid.columns.open), unit.score.open)
  }

  /// The units' scores as bars, and how many units lie in each band of ten per cent.
  private func charts(_ sheet: Int, _ last: Int, _ book: inout Workbook) {
    bands(sheet, last, &book)
    let name = SheetWord.ranking.text(language)
    let scores = SheetWord.scoreChart.text(language)
    book.chart(
      sheet, 1, Self.chartColumn,
      Workbook.BarChart(
        bars: .lying, title: scores, sheet: name, labels: 2, values: 5, rows: 1...last, most: 100,
        width: 430, height: max(300, 80 + 20 * last), description: scores))
    let distribution = SheetWord.bandChart.text(language)
    book.chart(
      sheet, 14, Self.bandColumn,
      Workbook.BarChart(
        bars: .standing, title: distribution, sheet: name, labels: Self.bandColumn,
        values: Self.bandColumn + 1, rows: 1...10, most: nil, width: 480, height: 300,
        description: distribution))
  }

  private func bands(_ sheet: Int, _ last: Int, _ book: inout Workbook) {
    let percents = audit.units.compactMap(\.score.percent)
    book.text(sheet, 0, Self.bandColumn, TableWord.percent.text(language) + " %", .head)
    book.text(sheet, 0, Self.bandColumn + 1, TableWord.units.text(language), .head)
    book.width(sheet, Self.bandColumn, 12)
    for band in 0..<10 {
      let from = Double(band * 10)
      let to = band == 9 ? 100.5 : from + 10
      let count = percents.count { $0 >= from && $0 < to }
      let range = "$F$2:$F$\(last + 1)"
      let upper = band == 9 ? "\"<=100\"" : "\"<\(band * 10 + 10)\""
      book.text(sheet, band + 1, Self.bandColumn, "\(band * 10)–\(band * 10 + 10)")
      book.formula(
        sheet, band + 1, Self.bandColumn + 1,
        "=COUNTIFS(\(range),\">=\(band * 10)\",\(range),\(upper))", Double(count), .wholeNumber)
    }
  }
}
