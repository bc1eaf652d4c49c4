import Texts

/// The cells of one row that hold long texts, and the height that they need.
///
/// Readers that open a book without a screen do not work out heights themselves.
struct LongCells {
  let sheet: Int
  let row: Int
  private var lines = 1

  init(sheet: Int, row: Int) {
    self.sheet = sheet
    self.row = row
  }

  /// A text that is broken into lines; `width` is its column's.
  mutating func wrapped(
    _ column: Int, _ text: String, _ width: Double, _ book: inout Workbook
  ) {
    book.text(sheet, row, column, text, .wrapped)
    measure(text, width)
  }

  /// The same in bold.
  mutating func bold(_ column: Int, _ text: String, _ width: Double, _ book: inout Workbook) {
    book.text(sheet, row, column, text, .boldWrapped)
    measure(text, width)
  }

  /// An address that is broken into lines.
  mutating func link(_ column: Int, _ url: String, _ width: Double, _ book: inout Workbook) {
    book.link(sheet, row, column, url)
    measure(url, width)
  }

  /// Makes the row as high as the longest of its texts needs, within Excel's 409 points.
  func fit(_ book: inout Workbook) {
    book.height(sheet, row, min(409, 14 * Double(lines) + 3))
  }

  private mutating func measure(_ text: String, _ width: Double) {
    // Bytes bound the columns from above: a short text needs no measuring.
    if Double(text.utf8.count) <= width, !text.utf8.contains(0x0A) { return }
    var count = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      // Words that are not split leave some of a line empty.
      let columns = Double(DisplayWidth.columns(String(line)))
      count += max(1, Int((columns / max(1, width - 1.5)).rounded(.up)))
      if count > 30 { break }
    }
    lines = max(lines, count)
  }
}
