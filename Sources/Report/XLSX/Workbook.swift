import CXLSXWriter
import Dates
import Glibc

/// Why a workbook could not be made.
enum WorkbookError: Error, Hashable, CustomStringConvertible {
  /// No file could be made in the folder for temporary files; the number is `errno`.
  case noTemporaryFile(folder: String, errno: Int32)
  /// libxlsxwriter's own code and words.
  case library(code: UInt32, text: String)

  var description: String {
    switch self {
    case .noTemporaryFile(let folder, let errno):
      "cannot make a temporary file in \(folder) (errno \(errno)); set TMPDIR to a writable folder"
    case .library(let code, let text): "the spreadsheet could not be written: \(text) (\(code))"
    }
  }
}

/// How a cell looks; each look is one format of the workbook.
enum CellLook: Int, CaseIterable {
  case text, wrapped, bold, head, number, percent, total, totalPercent, link, title, input
  case pass, fail, partial, open, muted, center
}

/// One workbook of libxlsxwriter: the only file that calls it.
///
/// The library writes to a path, so the book is made in a temporary file and its bytes are taken.
/// The same cells and date give the same bytes. Text beyond a cell's 32,767 characters is cut.
@safe struct Workbook: ~Copyable {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var sheets: [UnsafeMutablePointer<lxw_worksheet>]
  private var formats: [UnsafeMutablePointer<lxw_format>?]
  private let path: String
  private var links = 0
  /// The library still holds the book; closing frees it.
  private var isOpen = true
  /// Excel's limits: links a sheet, characters a link, characters a cell.
  private static let mostLinks = 60_000
  private static let longestLink = 2000
  private static let longestText = 32_000

  /// A book with the title and creation date of an audit; `font` is the name of its typeface.
  init(title: String, created: Timestamp, font: String) throws(WorkbookError) {
    let (path, made) = unsafe try Self.open()
    self.path = path
    unsafe book = unsafe made
    unsafe sheets = []
    unsafe formats = []
    setProperties(title, created)
    for look in CellLook.allCases { unsafe formats.append(format(look, font)) }
  }

  /// A new temporary file and an empty book that will be written to it.
  private static func open() throws(WorkbookError) -> (String, UnsafeMutablePointer<lxw_workbook>) {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array((folder + "/mingcha-xlsx-\(getpid())-XXXXXX").utf8CString)
    let descriptor = unsafe template.withUnsafeMutableBufferPointer {
      unsafe $0.baseAddress.map { unsafe mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else {
      throw .noTemporaryFile(folder: folder, errno: errno)
    }
    close(descriptor)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let made = unsafe workbook_new(path) else {
      _ = unsafe unlink(path)
      throw .library(code: 0, text: "out of memory")
    }
    return unsafe (path, made)
  }

  deinit {
    if isOpen { unsafe lxw_workbook_free(book) }
    _ = unsafe unlink(path)
  }

  private func setProperties(_ title: String, _ created: Timestamp) {
    var properties = unsafe lxw_doc_properties()
    unsafe Self.clean(title).withCString { text in
      unsafe properties.title = unsafe UnsafeMutablePointer(mutating: text)
      unsafe properties.created = time_t(created.secondsSince1970)
      _ = unsafe workbook_set_properties(book, &properties)
    }
  }

  private func format(_ look: CellLook, _ font: String) -> UnsafeMutablePointer<lxw_format>? {
    guard let format = unsafe workbook_add_format(book) else { return nil }
    unsafe format_set_font_name(format, font)
    unsafe format_set_font_size(format, 10)
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    switch look {
    case .text: break
    case .wrapped: unsafe format_set_text_wrap(format)
    case .bold: unsafe format_set_bold(format)
    case .title:
      unsafe format_set_bold(format)
      unsafe format_set_font_size(format, 14)
    case .head:
      unsafe format_set_bold(format)
      unsafe format_set_text_wrap(format)
      unsafe fill(format, ink: 0xFFFFFF, ground: 0x1D4E89)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    case .number: unsafe format_set_num_format(format, "0.##")
    case .percent: unsafe format_set_num_format(format, "0.0")
    case .total, .totalPercent:
      unsafe format_set_bold(format)
      unsafe format_set_num_format(format, look == .total ? "0.##" : "0.0")
      unsafe format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .link:
      unsafe format_set_font_color(format, 0x1D4E89)
      unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    case .input:
      unsafe format_set_text_wrap(format)
      unsafe fill(format, ink: 0x1B222C, ground: 0xFFFBE6)
    case .pass: unsafe fill(format, ink: 0x17653C, ground: 0xE2F1E8)
    case .fail: unsafe fill(format, ink: 0xA8201A, ground: 0xFBE5E2)
    case .partial: unsafe fill(format, ink: 0x855000, ground: 0xFCEED3)
    case .open: unsafe fill(format, ink: 0x55459A, ground: 0xEBE8F7)
    case .muted: unsafe format_set_font_color(format, 0x5F6875)
    case .center: unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    }
    return unsafe format
  }

  private func fill(_ format: UnsafeMutablePointer<lxw_format>, ink: UInt32, ground: UInt32) {
    unsafe format_set_font_color(format, ink)
    unsafe format_set_bg_color(format, ground)
  }

  /// Adds a sheet; its number is what the other calls want.
  mutating func addSheet(_ name: String, landscape: Orientation) throws(WorkbookError) -> Int {
    guard let sheet = unsafe workbook_add_worksheet(book, name) else {
      throw .library(code: 0, text: "no sheet \(name)")
    }
    unsafe worksheet_set_paper(sheet, 9)
    if landscape == .landscape { unsafe worksheet_set_landscape(sheet) }
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    unsafe sheets.append(sheet)
    return unsafe sheets.count - 1
  }

  /// How a sheet lies on A4 paper.
  enum Orientation { case portrait, landscape }

  func text(
    _ sheet: Int, _ row: Int, _ column: Int, _ text: String, _ look: CellLook = .text
  ) {
    guard let at = Self.place(row, column) else { return }
    _ = unsafe worksheet_write_string(
      sheets[sheet], at.row, at.column, Self.clean(text), formats[look.rawValue])
  }

  func number(
    _ sheet: Int, _ row: Int, _ column: Int, _ value: Double, _ look: CellLook = .number
  ) {
    guard let at = Self.place(row, column), value.isFinite else { return }
    _ = unsafe worksheet_write_number(
      sheets[sheet], at.row, at.column, value, formats[look.rawValue])
  }

  /// A formula with the value that it has now, for readers that do not reckon.
  func formula(
    _ sheet: Int, _ row: Int, _ column: Int, _ formula: String, _ value: Double,
    _ look: CellLook = .number
  ) {
    guard let at = Self.place(row, column), value.isFinite else { return }
    _ = unsafe worksheet_write_formula_num(
      sheets[sheet], at.row, at.column, formula, formats[look.rawValue], value)
  }

  /// A link where the address is http or https and within Excel's limits, else text.
  mutating func link(_ sheet: Int, _ row: Int, _ column: Int, _ url: String) {
    guard let at = Self.place(row, column), let target = LinkTarget.safe(url),
      target.utf8.count <= Self.longestLink, links < Self.mostLinks
    else { return text(sheet, row, column, url) }
    links += 1
    let done = unsafe worksheet_write_url(
      sheets[sheet], at.row, at.column, target, formats[CellLook.link.rawValue])
    if done != LXW_NO_ERROR { text(sheet, row, column, url) }
  }

  func width(_ sheet: Int, _ column: Int, _ width: Double) {
    guard let at = Self.place(0, column) else { return }
    _ = unsafe worksheet_set_column(sheets[sheet], at.column, at.column, width, nil)
  }

  func height(_ sheet: Int, _ row: Int, _ height: Double) {
    guard let at = Self.place(row, 0) else { return }
    _ = unsafe worksheet_set_row(sheets[sheet], at.row, height, nil)
  }

  /// Freezes what stands above `row` and left of `column`, and repeats those rows in print.
  func freeze(_ sheet: Int, rows: Int, columns: Int) {
    guard let at = Self.place(rows, columns) else { return }
    unsafe worksheet_freeze_panes(sheets[sheet], at.row, at.column)
    if rows > 0 { _ = unsafe worksheet_repeat_rows(sheets[sheet], 0, at.row - 1) }
  }

  func filter(_ sheet: Int, row: Int, lastRow: Int, lastColumn: Int) {
    guard let from = Self.place(row, 0), let to = Self.place(lastRow, lastColumn) else { return }
    _ = unsafe worksheet_autofilter(sheets[sheet], from.row, 0, to.row, to.column)
  }

  /// A rectangle of cells, both corners included.
  struct Area {
    let row: Int
    let column: Int
    let lastRow: Int
    let lastColumn: Int
  }

  /// What a cell's value is compared by.
  enum Comparison { case equal, less, greater }

  /// Colours the cells of an area whose value compares so with `operand`, a number or reference.
  func color(
    _ sheet: Int, _ area: Area, _ comparison: Comparison, _ operand: String, _ look: CellLook
  ) {
    guard let from = Self.place(area.row, area.column),
      let to = Self.place(area.lastRow, area.lastColumn), from.row <= to.row,
      from.column <= to.column
    else { return }
    var rule = unsafe lxw_conditional_format()
    unsafe rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
    switch comparison {
    case .equal: unsafe rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
    case .less: unsafe rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_LESS_THAN.rawValue)
    case .greater: unsafe rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_GREATER_THAN.rawValue)
    }
    unsafe rule.format = unsafe formats[look.rawValue]
    unsafe operand.withCString { text in
      unsafe rule.value_string = unsafe UnsafeMutablePointer(mutating: text)
      _ = unsafe worksheet_conditional_format_range(
        sheets[sheet], from.row, from.column, to.row, to.column, &rule)
    }
  }

  /// Lets the cells of an area be chosen from a list kept in other cells: `='说明'!$B$3:$B$6`.
  func choices(_ sheet: Int, _ area: Area, from list: String) {
    guard let from = Self.place(area.row, area.column),
      let to = Self.place(area.lastRow, area.lastColumn), from.row <= to.row
    else { return }
    var rule = unsafe lxw_data_validation()
    unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    unsafe list.withCString { text in
      unsafe rule.value_formula = unsafe UnsafeMutablePointer(mutating: text)
      _ = unsafe worksheet_data_validation_range(
        sheets[sheet], from.row, from.column, to.row, to.column, &rule)
    }
  }

  /// Closes the book and returns its bytes.
  consuming func finished() throws(WorkbookError) -> [UInt8] {
    let code = unsafe workbook_close(book)
    isOpen = false
    guard code == LXW_NO_ERROR else {
      let text = unsafe lxw_strerror(code).map { unsafe String(cString: $0) } ?? ""
      throw .library(code: UInt32(code.rawValue), text: text)
    }
    guard let bytes = Self.read(path) else {
      throw .library(code: 0, text: "cannot read \(path) back")
    }
    return bytes
  }

  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let size = chunk.count
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, size)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Row and column in the library's types; nil beyond a sheet's edge (1,048,576 × 16,384).
  private static func place(_ row: Int, _ column: Int) -> (row: UInt32, column: UInt16)? {
    guard (0..<1_048_576).contains(row), (0..<16_384).contains(column) else { return nil }
    return (UInt32(row), UInt16(column))
  }

  /// Text that XML may hold and a cell can take; control signs become U+FFFD.
  private static func clean(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      length += scalar.value > 0xFFFF ? 2 : 1
      if length > longestText { break }
      switch scalar {
      case "\n", "\t": out.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// A column's letters: `A` for 0, `AA` for 26.
  static func letters(_ column: Int) -> String {
    var rest = column
    var name = ""
    repeat {
      name = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + name
      rest = rest / 26 - 1
    } while rest >= 0
    return name
  }
}
