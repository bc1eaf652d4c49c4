import Dates
import Findings
import Rules
import Score
import Texts
import Web

/// The sheet of units × rules whose sums are formulas over the cells.
///
/// Three head rows: clause, requirement, full points. A scored cell is a number; the rest are words,
/// so that a sum passes them over. Where a sum would not give the audit's own figure (a file of other
/// making), the figure stands there without a formula.
struct DetailGrid {
  private let writer: SheetWriter
  /// Places in `digest.rules` of the rules that have a column.
  private let columns: [Int]
  private let places: [RuleID: Int]
  private static let heads = 3
  private static let firstColumn = 2

  init(_ writer: SheetWriter) {
    self.writer = writer
    var places: [RuleID: Int] = [:]
    for (place, rule) in writer.digest.rules.enumerated() { places[rule.id] = place }
    self.places = places
    columns = writer.digest.rules.indices.filter { place in
      writer.digest.matrix.contains { row in
        switch row[place] {
        case .pass, .fail, .partial, .undetermined, .manual, .waived: true
        case .notApplicable, .untested, nil: false
        }
      }
    }
  }

  private var language: Language { writer.language }

  /// The row, from 0, in which a unit stands.
  func row(of position: Int) -> Int { Self.heads + position }
  var earnedColumn: Int { Self.firstColumn + columns.count }
  var possibleColumn: Int { earnedColumn + 1 }

  func write(_ sheet: Int, _ book: inout Workbook) {
    let full = fullPoints()
    head(sheet, full, &book)
    for position in writer.audit.units.indices { line(sheet, position, full, &book) }
    book.freeze(sheet, rows: Self.heads, columns: Self.firstColumn)
    let last = row(of: writer.audit.units.count - 1)
    if columns.isEmpty || writer.audit.units.isEmpty { return }
    book.filter(sheet, row: Self.heads - 1, lastRow: last, lastColumn: possibleColumn + 1)
    let area = Workbook.Area(
      row: Self.heads, column: Self.firstColumn, lastRow: last, lastColumn: earnedColumn - 1)
    let fullCell = "\(Workbook.letters(Self.firstColumn))$\(Self.heads)"
    book.color(sheet, area, .equal, "=" + fullCell, .pass)
    book.color(sheet, area, .equal, "0", .fail)
    book.color(sheet, area, .less, "=" + fullCell, .partial)
    book.color(
      sheet, area, .equal, "=\"\(SheetWord.undecided.text(language))\"", .open)
    book.color(
      sheet,
      Workbook.Area(
        row: Self.heads, column: possibleColumn + 1, lastRow: last, lastColumn: possibleColumn + 1),
      .less, Figures.decimal(writer.audit.bar), .fail)
  }

  /// The points of each column's rule; 0 for a bonus, which never counts as possible.
  private func fullPoints() -> [Double] {
    var full = [Double](repeating: 0, count: writer.digest.rules.count)
    for unit in writer.audit.units {
      for scored in unit.findings where scored.severity != .bonus {
        guard let place = place(scored.finding.rule) else { continue }
        full[place] = max(full[place], scored.points.possible)
      }
    }
    return full
  }

  private func place(_ rule: RuleID) -> Int? { places[rule] }

  private func head(_ sheet: Int, _ full: [Double], _ book: inout Workbook) {
    book.text(sheet, 0, 0, TableWord.clause.text(language), .head)
    book.text(sheet, 1, 0, TableWord.requirement.text(language), .head)
    book.text(sheet, 2, 0, TableWord.unit.text(language), .head)
    book.text(sheet, 0, 1, "", .head)
    book.text(sheet, 1, 1, SheetWord.fullPoints.text(language) + " ↓", .head)
    book.text(sheet, 2, 1, TableWord.kind.text(language), .head)
    book.width(sheet, 0, 24)
    book.width(sheet, 1, 12)
    for (offset, place) in columns.enumerated() {
      let column = Self.firstColumn + offset
      let rule = writer.digest.rules[place]
      book.text(sheet, 0, column, rule.id.clause + (rule.id.name.map { "#\($0)" } ?? ""), .head)
      book.text(sheet, 1, column, rule.title.text(language), .head)
      book.number(sheet, 2, column, full[place], .head)
      book.width(sheet, column, 10)
    }
    let sums: [TableWord] = [.earned, .possible, .percent]
    for (offset, word) in sums.enumerated() {
      for row in 0..<2 { book.text(sheet, row, earnedColumn + offset, "", .head) }
      book.text(sheet, 2, earnedColumn + offset, word.text(language), .head)
      book.width(sheet, earnedColumn + offset, 11)
    }
    book.height(sheet, 1, 66)
  }

  private func line(_ sheet: Int, _ position: Int, _ full: [Double], _ book: inout Workbook) {
    let unit = writer.audit.units[position]
    let row = row(of: position)
    book.text(sheet, row, 0, unit.name, .bold)
    book.text(sheet, row, 1, KindWord.text(unit.kind, language))
    var cells: [Int: ScoredFinding] = [:]
    for scored in unit.findings {
      if let place = place(scored.finding.rule) { cells[place] = scored }
    }
    var earned = 0.0
    var possible = 0.0
    for (offset, place) in columns.enumerated() {
      let column = Self.firstColumn + offset
      guard let scored = cells[place], AuditDigest.isScored(scored.finding.status),
        scored.points.possible != 0
      else {
        book.text(sheet, row, column, word(cells[place]), .muted)
        continue
      }
      earned += scored.points.earned
      possible += full[place]
      book.number(sheet, row, column, scored.points.earned)
    }
    sums(sheet, row, unit.score, earned, possible, &book)
  }

  /// What stands in a cell that adds nothing.
  private func word(_ scored: ScoredFinding?) -> String {
    guard let scored else { return "–" }
    if AuditDigest.isScored(scored.finding.status) {
      return StatusWord(scored.finding.status).sign + SheetWord.sameItem.text(language)
    }
    return scored.finding.status == .undetermined
      ? SheetWord.undecided.text(language) : StatusWord(scored.finding.status).sign
  }

  private func sums(
    _ sheet: Int, _ row: Int, _ score: Scorecard, _ earned: Double, _ possible: Double,
    _ book: inout Workbook
  ) {
    let line = row + 1
    let first = Workbook.letters(Self.firstColumn)
    let last = Workbook.letters(max(Self.firstColumn, earnedColumn - 1))
    let cells = "\(first)\(line):\(last)\(line)"
    if (earned - score.earned).magnitude < 0.005, !columns.isEmpty {
      book.formula(sheet, row, earnedColumn, "=SUM(\(cells))", score.earned, .total)
    } else {
      book.number(sheet, row, earnedColumn, score.earned, .total)
    }
    if (possible - score.possible).magnitude < 0.005, !columns.isEmpty {
      let full = "\(first)$\(Self.heads):\(last)$\(Self.heads)"
      book.formula(
        sheet, row, possibleColumn, "=SUMPRODUCT(ISNUMBER(\(cells))*\(full))", score.possible,
        .total)
    } else {
      book.number(sheet, row, possibleColumn, score.possible, .total)
    }
    guard let percent = score.percent else { return }
    let sum = "\(Workbook.letters(earnedColumn))\(line)"
    let base = "\(Workbook.letters(possibleColumn))\(line)"
    book.formula(
      sheet, row, possibleColumn + 1, "=IF(\(base)>0,ROUND(100*\(sum)/\(base),1),\"\")", percent,
      .totalPercent)
  }
}
