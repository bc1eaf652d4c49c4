import Findings
import Score

/// One unit's row of the sheet of scores.
struct DetailLine {
  let grid: DetailGrid
  let sheet: Int
  let row: Int
  let unit: UnitResult
  /// What the pack sums come to, and the formulas that give them.
  private var earned = 0.0
  private var possible = 0.0
  private var earnedTerms: [String] = []
  private var possibleTerms: [String] = []

  init(grid: DetailGrid, sheet: Int, row: Int, unit: UnitResult) {
    self.grid = grid
    self.sheet = sheet
    self.row = row
    self.unit = unit
  }

  private func cell(_ column: Int) -> String { "\(Workbook.letters(column))\(row + 1)" }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  mutating func pack(
    _ pack: DetailColumns.PackGroups, _ cells: [Int: ScoredFinding], _ sums: inout DistrictSums,
    _ book: inout Workbook
  ) {
    let score = unit.score.packs.first { $0.pack == pack.id }
    var earned = 0.0
    var possible = 0.0
    var earnedCells: [String] = []
    var possibleCells: [String] = []
    for group in pack.groups where !group.isBonus {
      let sum = self.group(group, cells, &sums, &book)
      earned += sum.earned
      possible += sum.possible
      earnedCells.append(cell(group.earned))
      possibleCells.append(cell(group.possible))
    }
    var earnedTerm = earnedCells.isEmpty ? "0" : earnedCells.joined(separator: "+")
    var possibleTerm = possibleCells.isEmpty ? "0" : possibleCells.joined(separator: "+")
    if score?.scheme == "hundred-minus-deductions", let most = score?.possible {
      earnedTerm = "MAX(0,\(Figures.decimal(most))-(\(possibleTerm)-(\(earnedTerm))))"
      earned = max(0, most - (possible - earned))
      possible = most
      possibleTerm = Figures.decimal(most)
    }
    for group in pack.groups where group.isBonus {
      let counted = Self.rounded((score?.earned ?? unit.score.earned) - earned)
      bonus(group, cells, counted: max(0, counted), &sums, &book)
      earnedTerm += "+" + cell(group.earned)
      earned += max(0, counted)
    }
    if let columns = pack.sums {
      sum(columns.earned, "=ROUND(\(earnedTerm),3)", Self.rounded(earned), &sums, &book)
      sum(columns.possible, "=ROUND(\(possibleTerm),3)", Self.rounded(possible), &sums, &book)
      earnedTerm = cell(columns.earned)
      possibleTerm = cell(columns.possible)
    }
    self.earned += earned
    self.possible += possible
    earnedTerms.append(earnedTerm)
    possibleTerms.append(possibleTerm)
  }

  /// The cells of a heading's rules and their sums.
  private func group(
    _ group: DetailColumns.Group, _ cells: [Int: ScoredFinding], _ sums: inout DistrictSums,
    _ book: inout Workbook
  ) -> (earned: Double, possible: Double) {
    var earned = 0.0
    var possible = 0.0
    for (offset, place) in group.rules.enumerated() {
      let column = group.column + offset
      guard let scored = cells[place], AuditDigest.isScored(scored.finding.status),
        scored.points.possible != 0
      else {
        book.text(sheet, row, column, grid.word(cells[place]), .muted)
        continue
      }
      earned += scored.points.earned
      possible += grid.full[place]
      book.number(sheet, row, column, scored.points.earned)
      sums.add(scored.points.earned, of: grid.full[place], at: column)
    }
    let range = "\(cell(group.column)):\(cell(group.last))"
    let heads = DetailColumns.heads
    let first = "\(Workbook.letters(group.column))$\(heads)"
    let last = "\(Workbook.letters(group.last))$\(heads)"
    earned = Self.rounded(earned)
    possible = Self.rounded(possible)
    sum(group.earned, "=ROUND(SUM(\(range)),3)", earned, &sums, &book)
    sum(
      group.possible, "=ROUND(SUMPRODUCT(ISNUMBER(\(range))*\(first):\(last)),3)", possible, &sums,
      &book)
    return (earned, possible)
  }

  /// The cells of bonus rules and what of them counts.
  private func bonus(
    _ group: DetailColumns.Group, _ cells: [Int: ScoredFinding], counted: Double,
    _ sums: inout DistrictSums, _ book: inout Workbook
  ) {
    var all = 0.0
    for (offset, place) in group.rules.enumerated() {
      let column = group.column + offset
      guard let scored = cells[place], AuditDigest.isScored(scored.finding.status) else {
        book.text(sheet, row, column, grid.word(cells[place]), .muted)
        continue
      }
      all += scored.points.earned
      book.number(sheet, row, column, scored.points.earned)
      sums.add(scored.points.earned, of: 0, at: column)
    }
    // A cap or a gate of the pack takes bonus points away: then what counts is a figure.
    let range = "\(cell(group.column)):\(cell(group.last))"
    if (Self.rounded(all) - counted).magnitude < 0.0005 {
      sum(group.earned, "=ROUND(SUM(\(range)),3)", counted, &sums, &book)
    } else {
      book.number(sheet, row, group.earned, counted, .total)
      sums.add(counted, of: 0, at: group.earned)
    }
  }

  private func sum(
    _ column: Int, _ formula: String, _ value: Double, _ sums: inout DistrictSums,
    _ book: inout Workbook
  ) {
    book.formula(sheet, row, column, formula, value, .total)
    sums.add(value, of: 0, at: column)
  }

  /// The unit's totals; a figure without a formula where the cells do not give it.
  mutating func totals(_ sums: inout DistrictSums, _ book: inout Workbook) {
    let columns = grid.columns
    let score = unit.score
    total(columns.earned, earnedTerms, earned, score.earned, &sums, &book)
    total(columns.possible, possibleTerms, possible, score.possible, &sums, &book)
    let base = cell(columns.possible)
    if let percent = score.percent {
      let share = "MIN(100,ROUND(100*\(cell(columns.earned))/\(base),1))"
      book.formula(
        sheet, row, columns.percent, "=IF(\(base)>0,\(share),\"\")", percent, .totalPercent)
      sums.add(percent, of: 0, at: columns.percent)
    } else {
      book.text(sheet, row, columns.percent, "—", .total)
    }
    book.number(sheet, row, columns.open, score.open, .total)
    sums.add(score.open, of: 0, at: columns.open)
  }

  private func total(
    _ column: Int, _ terms: [String], _ value: Double, _ own: Double, _ sums: inout DistrictSums,
    _ book: inout Workbook
  ) {
    if (value - own).magnitude < 0.0005, !terms.isEmpty {
      sum(column, "=ROUND(\(terms.joined(separator: "+")),3)", own, &sums, &book)
    } else {
      book.number(sheet, row, column, own, .total)
      sums.add(own, of: 0, at: column)
    }
  }
}
