import Findings
import Rules
import Score
import Texts

/// The sheet of units × rules whose sums are formulas over the cells.
///
/// Four head rows: heading, clause, requirement, full points. A scored cell is a number; the rest are
/// words, so that a sum passes them over. Sums stand for each heading, each pack and each unit, and
/// below the units for the district. Where a sum would not give the audit's own figure (a file of
/// other making), the figure stands there without a formula.
struct DetailGrid {
  let writer: SheetWriter
  let columns: DetailColumns
  /// The points of each rule; 0 for a bonus, which never counts as possible.
  let full: [Double]
  private let places: [RuleID: Int]

  init(_ writer: SheetWriter) {
    self.writer = writer
    columns = DetailColumns(
      writer.audit, writer.digest, other: SheetWord.otherHeading.words, bonus: UnitWord.bonus.words)
    var places: [RuleID: Int] = [:]
    for (place, rule) in writer.digest.rules.enumerated() { places[rule.id] = place }
    self.places = places
    var full = [Double](repeating: 0, count: places.count)
    for unit in writer.audit.units {
      for scored in unit.findings where scored.severity != .bonus {
        guard let place = places[scored.finding.rule] else { continue }
        full[place] = max(full[place], scored.points.possible)
      }
    }
    self.full = full
  }

  var language: Language { writer.language }

  /// The row, from 0, in which a unit stands.
  func row(of position: Int) -> Int { DetailColumns.heads + position }

  func write(_ sheet: Int, _ book: inout Workbook) {
    head(sheet, &book)
    let units = writer.audit.units
    var sums = DistrictSums(columns: columns.open + 1)
    for position in units.indices { line(sheet, position, &sums, &book) }
    book.freeze(sheet, rows: DetailColumns.heads, columns: DetailColumns.firstColumn)
    if !columns.hasRules || units.isEmpty { return }
    let last = row(of: units.count - 1)
    book.filter(
      sheet, row: DetailColumns.heads - 1, lastRow: last, lastColumn: columns.open)
    district(sheet, sums, &book)
    colours(sheet, last, &book)
    let isWide = columns.open > 40
    book.print(
      sheet, lastRow: last + 3, lastColumn: columns.open, isWide ? .many(repeating: 2) : .one)
  }

  // MARK: Heads

  private func head(_ sheet: Int, _ book: inout Workbook) {
    let names: [any TextTable] = [
      TableWord.dimension, TableWord.clause, TableWord.requirement, TableWord.unit,
    ]
    for (row, word) in names.enumerated() {
      book.text(sheet, row, 0, word.words.text(language), .head)
      book.text(sheet, row, 1, "", .head)
    }
    book.text(sheet, 2, 1, SheetWord.fullPoints.text(language) + " ↓", .head)
    book.text(sheet, 3, 1, TableWord.kind.text(language), .head)
    book.width(sheet, 0, 24)
    book.width(sheet, 1, 12)
    for pack in columns.packs {
      let name =
        columns.packs.count > 1 ? pack.title.text(language) + Phrases.colon.text(language) : ""
      for group in pack.groups { head(sheet, group, of: name, &book) }
      if let sums = pack.sums {
        let area = Workbook.Area(
          row: 0, column: sums.earned, lastRow: 2, lastColumn: sums.possible)
        book.merge(sheet, area, pack.title.text(language), .head)
        sumHeads(sheet, sums.earned, [.earned, .possible], .head, &book)
      }
    }
    let area = Workbook.Area(
      row: 0, column: columns.earned, lastRow: 2, lastColumn: columns.open)
    book.merge(sheet, area, SheetWord.total.text(language), .head)
    sumHeads(sheet, columns.earned, [.earned, .possible, .percent, .openPoints], .head, &book)
    book.height(sheet, 0, 32)
    book.height(sheet, 2, 140)
  }

  private func sumHeads(
    _ sheet: Int, _ column: Int, _ words: [TableWord], _ look: CellLook, _ book: inout Workbook
  ) {
    for (offset, word) in words.enumerated() {
      book.text(sheet, 3, column + offset, word.text(language), look)
      book.width(sheet, column + offset, 9)
    }
  }

  private func head(
    _ sheet: Int, _ group: DetailColumns.Group, of pack: String, _ book: inout Workbook
  ) {
    let area = Workbook.Area(row: 0, column: group.column, lastRow: 0, lastColumn: group.end)
    book.merge(sheet, area, pack + group.title.text(language), .head)
    for (offset, place) in group.rules.enumerated() {
      let column = group.column + offset
      let rule = writer.digest.rules[place]
      book.text(sheet, 1, column, rule.id.clause + (rule.id.name.map { "#\($0)" } ?? ""), .subhead)
      book.text(sheet, 2, column, rule.title.text(language), .subhead)
      if group.isBonus {
        book.text(sheet, 3, column, SeverityWord.bonus.text(language), .subhead)
      } else {
        book.number(sheet, 3, column, full[place], .subhead)
      }
      book.width(sheet, column, 10)
    }
    let title = group.isBonus ? SheetWord.counted : SheetWord.subtotal
    let sum = Workbook.Area(row: 1, column: group.earned, lastRow: 2, lastColumn: group.end)
    book.merge(sheet, sum, title.text(language), .head)
    sumHeads(
      sheet, group.earned, group.isBonus ? [.earned] : [.earned, .possible], .head, &book)
  }

  // MARK: Units

  private func line(
    _ sheet: Int, _ position: Int, _ sums: inout DistrictSums, _ book: inout Workbook
  ) {
    let unit = writer.audit.units[position]
    let row = row(of: position)
    book.text(sheet, row, 0, unit.name, .bold)
    book.text(sheet, row, 1, KindWord.text(unit.kind, language))
    var cells: [Int: ScoredFinding] = [:]
    for scored in unit.findings {
      if let place = places[scored.finding.rule] { cells[place] = scored }
    }
    var line = DetailLine(grid: self, sheet: sheet, row: row, unit: unit)
    for pack in columns.packs { line.pack(pack, cells, &sums, &book) }
    line.totals(&sums, &book)
  }

  /// What stands in a cell that adds nothing.
  func word(_ scored: ScoredFinding?) -> String {
    guard let scored else { return "–" }
    if AuditDigest.isScored(scored.finding.status) {
      return StatusWord(scored.finding.status).sign + SheetWord.sameItem.text(language)
    }
    return scored.finding.status == .undetermined
      ? SheetWord.undecided.text(language) : StatusWord(scored.finding.status).sign
  }

  // MARK: Colours

  private func colours(_ sheet: Int, _ last: Int, _ book: inout Workbook) {
    let heads = DetailColumns.heads
    for group in columns.packs.flatMap(\.groups) {
      let area = Workbook.Area(
        row: heads, column: group.column, lastRow: last, lastColumn: group.last)
      let undecided = "=\"\(SheetWord.undecided.text(language))\""
      book.color(sheet, area, .equal, undecided, .open)
      if group.isBonus {
        book.color(sheet, area, .greater, "0", .pass)
        continue
      }
      let fullCell = "=\(Workbook.letters(group.column))$\(heads)"
      book.color(sheet, area, .equal, fullCell, .pass)
      book.color(sheet, area, .equal, "0", .fail)
      book.color(sheet, area, .less, fullCell, .partial)
    }
    let percents = Workbook.Area(
      row: heads, column: columns.percent, lastRow: last, lastColumn: columns.percent)
    book.color(sheet, percents, .less, Figures.decimal(writer.audit.bar), .fail)
  }
}
