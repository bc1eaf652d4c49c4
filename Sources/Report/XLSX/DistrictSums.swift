import Score
import Texts

/// What the columns of the sheet of scores come to over all units.
struct DistrictSums {
  private(set) var sums: [Double]
  private(set) var counts: [Int]
  /// Full points of the numbers of each column.
  private(set) var bases: [Double]

  init(columns: Int) {
    sums = [Double](repeating: 0, count: columns)
    counts = [Int](repeating: 0, count: columns)
    bases = [Double](repeating: 0, count: columns)
  }

  mutating func add(_ value: Double, of base: Double, at column: Int) {
    guard sums.indices.contains(column) else { return }
    sums[column] += value
    counts[column] += 1
    bases[column] += base
  }
}

extension DetailGrid {
  /// Three rows below the units: the district's sums, means and rates.
  ///
  /// A rate is what was earned of what could be: of a rule, of a heading, of a pack; that of the total
  /// is the mean of the units' own.
  func district(_ sheet: Int, _ sums: DistrictSums, _ book: inout Workbook) {
    let first = row(of: 0) + 1
    let last = row(of: writer.audit.units.count - 1) + 1
    let words: [SheetWord] = [.districtSum, .districtMean, .districtRate]
    for (offset, word) in words.enumerated() {
      book.text(sheet, last + offset, 0, word.text(language), .total)
      for column in 1...columns.open { book.text(sheet, last + offset, column, "", .total) }
    }
    var rates: [Int: Int] = [columns.earned: columns.possible]
    var rules: Set<Int> = []
    for pack in columns.packs {
      if let sums = pack.sums { rates[sums.earned] = sums.possible }
      for group in pack.groups where !group.isBonus {
        rates[group.earned] = group.possible
        rules.formUnion(group.column...group.last)
      }
    }
    for column in DetailColumns.firstColumn...columns.open where sums.counts[column] > 0 {
      let letters = Workbook.letters(column)
      let range = "\(letters)\(first):\(letters)\(last)"
      let count = Double(sums.counts[column])
      if column != columns.percent {
        book.formula(sheet, last, column, "=SUM(\(range))", rounded(sums.sums[column]), .total)
      }
      book.formula(
        sheet, last + 1, column, "=ROUND(AVERAGE(\(range)),2)",
        (sums.sums[column] / count * 100).rounded() / 100, .total)
      let sum = "\(letters)\(last + 1)"
      if let possible = rates[column], sums.sums[possible] > 0 {
        let base = "\(Workbook.letters(possible))\(last + 1)"
        rate(sheet, last + 2, column, "\(sum)/\(base)", sums, sums.sums[possible], &book)
      } else if rules.contains(column), sums.bases[column] > 0 {
        let full = "\(letters)$\(DetailColumns.heads)"
        rate(
          sheet, last + 2, column, "\(sum)/(COUNT(\(range))*\(full))", sums, sums.bases[column],
          &book)
      }
    }
  }

  private func rate(
    _ sheet: Int, _ row: Int, _ column: Int, _ quotient: String, _ sums: DistrictSums,
    _ base: Double, _ book: inout Workbook
  ) {
    let value = (1000 * sums.sums[column] / base).rounded() / 10
    book.formula(sheet, row, column, "=ROUND(100*\(quotient),1)", value, .totalPercent)
  }

  private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
