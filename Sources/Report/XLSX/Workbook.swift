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

/// One workbook of libxlsxwriter: this file and its extensions are all that calls it.
///
/// The library writes to a path, so the book is made in a temporary file and its bytes are taken.
/// The same cells and date give the same bytes. Text beyond a cell's 32,767 characters is cut, and
/// says so. A text is always written as text, whatever it begins with.
@safe struct Workbook: ~Copyable {
  let book: UnsafeMutablePointer<lxw_workbook>
  private(set) var sheets: [UnsafeMutablePointer<lxw_worksheet>]
  private(set) var formats: [UnsafeMutablePointer<lxw_format>?]
  private let path: String
  private let cutMark: String
  /// Links of each sheet.
  private var links: [Int] = []
  /// The library still holds the book; closing frees it.
  private var isOpen = true
  /// Excel's limits: links a sheet, characters a link, characters a cell.
  private static let mostLinks = 65_530
  private static let longestLink = 2000
  private static let longestText = 32_767

  /// A book with the title and creation date of an audit.
  ///
  /// `font` is the name of its typeface, `cutMark` what ends a text that was too long.
  init(
    title: String, created: Timestamp, font: String, cutMark: String
  ) throws(WorkbookError) {
    let (path, made) = unsafe try Self.open()
    self.path = path
    unsafe book = unsafe made
    self.cutMark = cutMark
    unsafe sheets = []
    unsafe formats = []
    setProperties(title, created)
    for look in CellLook.allCases { unsafe formats.append(look.format(of: book, font)) }
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
    unsafe clean(title).withCString { text in
      unsafe properties.title = unsafe UnsafeMutablePointer(mutating: text)
      unsafe properties.created = time_t(created.secondsSince1970)
      _ = unsafe workbook_set_properties(book, &properties)
    }
  }

  /// Adds a sheet; its number is what the other calls want.
  ///
  /// A name has at most 31 characters. Paper is A4, lying, each page with the sheet's name and its
  /// number; one page wide unless `print` says otherwise.
  mutating func addSheet(_ name: String) throws(WorkbookError) -> Int {
    guard let sheet = unsafe workbook_add_worksheet(book, String(name.prefix(31))) else {
      throw .library(code: 0, text: "no sheet \(name)")
    }
    unsafe worksheet_set_paper(sheet, 9)
    unsafe worksheet_set_landscape(sheet)
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    unsafe worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6)
    _ = unsafe worksheet_set_footer(sheet, "&L&A&R&P / &N")
    unsafe sheets.append(sheet)
    links.append(0)
    return unsafe sheets.count - 1
  }

  func text(
    _ sheet: Int, _ row: Int, _ column: Int, _ text: String, _ look: CellLook = .text
  ) {
    guard let at = Self.place(row, column) else { return }
    _ = unsafe worksheet_write_string(
      sheets[sheet], at.row, at.column, clean(text), formats[look.rawValue])
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

  /// A formula whose value is a text.
  func formula(
    _ sheet: Int, _ row: Int, _ column: Int, _ formula: String, text: String, _ look: CellLook
  ) {
    guard let at = Self.place(row, column) else { return }
    _ = unsafe worksheet_write_formula_str(
      sheets[sheet], at.row, at.column, formula, formats[look.rawValue], clean(text))
  }

  /// A day, as a number that spreadsheets show as a date.
  func day(_ sheet: Int, _ row: Int, _ column: Int, _ day: CivilDate, _ look: CellLook) {
    guard let zero = CivilDate(year: 1899, month: 12, day: 30) else { return }
    number(sheet, row, column, Double(day - zero), look)
  }

  /// A link where the address is http or https and within Excel's limits, else text.
  mutating func link(_ sheet: Int, _ row: Int, _ column: Int, _ url: String) {
    guard let at = Self.place(row, column), let target = LinkTarget.safe(url),
      target.utf8.count <= Self.longestLink, links[sheet] < Self.mostLinks
    else { return text(sheet, row, column, url) }
    links[sheet] += 1
    let done = unsafe worksheet_write_url(
      sheets[sheet], at.row, at.column, target, formats[CellLook.link.rawValue])
    if done != LXW_NO_ERROR { text(sheet, row, column, url) }
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
  static func place(_ row: Int, _ column: Int) -> (row: UInt32, column: UInt16)? {
    guard (0..<1_048_576).contains(row), (0..<16_384).contains(column) else { return nil }
    return (UInt32(row), UInt16(column))
  }

  /// Text that XML may hold and a cell can take; control signs become U+FFFD.
  ///
  /// What is too long, counted in UTF-16 as Excel counts, ends with the mark.
  func clean(_ text: String) -> String {
    if text.utf8.count <= Self.longestText, Self.isPlain(text) { return text }
    let isTooLong = text.utf8.count > Self.longestText && text.utf16.count > Self.longestText
    let most = isTooLong ? Self.longestText - cutMark.utf16.count : Self.longestText
    var out = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      length += scalar.value > 0xFFFF ? 2 : 1
      if length > most { break }
      switch scalar {
      case "\n", "\t": out.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out) + (isTooLong ? cutMark : "")
  }

  /// Whether a text has no sign that a cell can't take; may say no of one that has none.
  private static func isPlain(_ text: String) -> Bool {
    var before: UInt8 = 0
    for byte in text.utf8 {
      // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
      if byte < 0x20, byte != 0x0A, byte != 0x09 { return false }
      if byte >= 0xBE, before == 0xBF { return false }
      before = byte
    }
    return true
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
