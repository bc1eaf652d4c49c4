import Page

/// Collects a document's lines and tables, within what facts may hold.
struct TextSheet {
  private static let mostTables = 200
  private static let mostTableBytes = 2 << 20
  private static let longestCell = 4000

  private(set) var text: [UInt8] = []
  private(set) var tables: [AttachmentTable] = []
  private(set) var isCut = false
  private var tableBytes = 0

  /// Adds a block on a line of its own, white space folded; breaks within it stay.
  mutating func line(_ block: some StringProtocol) {
    for part in block.split(whereSeparator: { $0 == "\n" || $0 == "\u{0B}" || $0 == "\u{0C}" }) {
      let line = Self.folded(part)
      guard !line.isEmpty else { continue }
      guard text.count + line.utf8.count < AttachmentFacts.longestText else {
        isCut = true
        return
      }
      text += line.utf8
      text.append(0x0A)
    }
  }

  /// Adds a table, and each of its rows as a line unless these stand in the text already.
  mutating func table(_ grid: SpanGrid, caption: String? = nil, linesToo: Bool = true) {
    if linesToo { for row in grid.lines { line(row) } }
    if grid.isCut { isCut = true }
    if let table = grid.table(caption: caption) { keep(table) }
  }

  /// Adds a table of a member of an archive, with the member's name before its own.
  mutating func add(_ table: AttachmentTable, from member: String) {
    var table = table
    table.caption = table.caption.map { "\(member) \($0)" } ?? member
    keep(table)
  }

  private mutating func keep(_ table: AttachmentTable) {
    var table = table
    var size = 0
    for row in table.rows.indices {
      for column in table.rows[row].indices {
        if table.rows[row][column].utf8.count > Self.longestCell {
          table.rows[row][column] = String(table.rows[row][column].prefix(Self.longestCell / 4))
          isCut = true
        }
        size += table.rows[row][column].utf8.count + 2
      }
    }
    guard tables.count < Self.mostTables, tableBytes + size <= Self.mostTableBytes else {
      isCut = true
      return
    }
    tableBytes += size
    tables.append(table)
  }

  mutating func cut() { isCut = true }

  /// White space folded to single blanks, control characters left out.
  static func folded(_ text: some StringProtocol) -> String {
    var out = String.UnicodeScalarView()
    var gap = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value == 0x200B || scalar.value == 0xFEFF {
        gap = true
        continue
      }
      if scalar.value < 32 || scalar.value == 127 { continue }
      if gap, !out.isEmpty { out.append(" ") }
      gap = false
      out.append(scalar)
    }
    return String(out)
  }

  /// Puts text, its length and the tables into facts; a sheet without any makes them `empty`.
  func fill(_ facts: inout AttachmentFacts) {
    facts.text = String(decoding: text.dropLast(), as: UTF8.self)
    facts.textLength = facts.text.unicodeScalars.count { !$0.properties.isWhitespace }
    facts.tables = tables
    if isCut { facts.isCut = true }
    if facts.textLength == 0, tables.isEmpty, facts.unreadable == nil {
      facts.unreadable = facts.images > 0 ? .scanned : .empty
    }
  }
}
