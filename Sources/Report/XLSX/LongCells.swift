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
    // Words that are not split leave some of a line empty.
    let room = max(1, Int(width - 1.5))
    var count = 1
    var columns = 0
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        count += 1
        columns = 0
      } else {
        columns += DisplayWidth.columns(scalar)
        if columns > room {
          count += 1
          columns -= room
        }
      }
      if count > 30 { break }
    }
    lines = max(lines, count)
  }
}
