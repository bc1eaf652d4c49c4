import Page

/// Rich Text Format 1.9: paragraphs and table rows; Chinese text as `\u` or as bytes of a font's
/// charset.
enum RTFFormat {
  static func read(_ bytes: [UInt8]) -> AttachmentFacts {
    var facts = AttachmentFacts(.rtf)
    var reading = RTFReading(bytes)
    reading.run()
    facts.images = reading.images
    reading.sheet.fill(&facts)
    // A file of groups that never close was cut off.
    if reading.isOpen { facts.isCut = true }
    if facts.unreadable == .empty, reading.isOpen { facts.unreadable = .damaged }
    facts.title = Headline.find(reading.sheet.text, property: reading.title)
    return facts
  }
}

/// The place up to which an RTF text was read.
private struct RTFReading {
  private struct Group {
    /// What stands here is no text of the document.
    var isHidden = false
    var isFonts = false
    var isTitle = false
    var font = 0
    /// How many characters stand behind each `\u` for readers that don't know it.
    var replacements = 1
  }

  private static let deepest = 500
  /// Destinations whose text is not the document's.
  private static let hidden: Set<String> = [
    "colortbl", "stylesheet", "info", "pict", "header", "footer", "headerl", "headerr",
    "headerf", "footerl", "footerr", "footerf", "object", "themedata", "colorschememapping",
    "datastore", "latentstyles", "listtable", "listoverridetable", "rsidtbl", "generator",
    "xmlnstbl", "fldinst", "bkmkstart", "bkmkend", "pntext", "nonshppict", "filetbl", "revtbl",
    "wgrffmtfilter", "mmathPr", "footnote", "annotation", "atnid", "atnauthor",
  ]

  let bytes: [UInt8]
  private var index = 0
  private var group = Group()
  private var stack: [Group] = []
  private var codePage = 936
  private var fonts: [Int: Int] = [:]
  /// Bytes of the current charset that wait to be decoded.
  private var pending: [UInt8] = []
  private var skip = 0
  private var paragraph = ""
  private var high: UInt16?
  private var row: [SpanGrid.Cell] = []
  private var table: RTFTable?
  private var borders: [RTFTable.Border] = []
  private var isMerged = false
  private var inTable = false
  private(set) var sheet = TextSheet()
  private(set) var images = 0
  private(set) var title: String?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isOpen: Bool { !stack.isEmpty }

  mutating func run() {
    var overflow = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "{"):
        flush()
        if stack.count < Self.deepest { stack.append(group) } else { overflow += 1 }
        group.isFonts = group.isFonts && !group.isHidden
        skip = 0
      case UInt8(ascii: "}"):
        flush()
        skip = 0
        if overflow > 0 {
          overflow -= 1
        } else if let outer = stack.popLast() {
          group = outer
        }
      case UInt8(ascii: "\\"): control()
      case 10, 13: break
      default: put(byte)
      }
    }
    endParagraph()
    endTable()
  }

  private mutating func put(_ byte: UInt8) {
    if skip > 0 {
      skip -= 1
    } else {
      pending.append(byte)
    }
  }

  // MARK: Control words

  private mutating func control() {
    guard index < bytes.count else { return }
    let first = bytes[index]
    guard Self.isLetter(first) else {
      index += 1
      symbol(first)
      return
    }
    var word: [UInt8] = []
    while index < bytes.count, Self.isLetter(bytes[index]), word.count < 32 {
      word.append(bytes[index])
      index += 1
    }
    var digits: [UInt8] = []
    while index < bytes.count, digits.count < 11,
      (0x30...0x39).contains(bytes[index]) || digits.isEmpty && bytes[index] == 0x2D
    {
      digits.append(bytes[index])
      index += 1
    }
    if index < bytes.count, bytes[index] == 32 { index += 1 }
    apply(
      String(decoding: word, as: UTF8.self), Int(String(decoding: digits, as: UTF8.self)))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private mutating func symbol(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "'"):
      let digits = bytes[index..<min(index + 2, bytes.count)]
      index += digits.count
      if let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) { put(value) }
    case UInt8(ascii: "*"): group.isHidden = true
    case UInt8(ascii: "~"): put(32)
    case UInt8(ascii: "_"): put(UInt8(ascii: "-"))
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): put(byte)
    case 10, 13: endParagraph()
    default: break
    }
  }

  private mutating func apply(_ word: String, _ number: Int?) {
    if word == "u" {
      unicode(number ?? 0)
      return
    }
    if word == "bin" {
      index = min(bytes.count, index + max(0, number ?? 0))
      return
    }
    flush()
    switch word {
    case "ansicpg": codePage = number ?? codePage
    case "f": group.font = number ?? 0
    case "fcharset": if group.isFonts { fonts[group.font] = number ?? 0 }
    case "uc": group.replacements = max(0, min(number ?? 1, 16))
    case "fonttbl":
      group.isHidden = true
      group.isFonts = true
    case "title":
      group.isTitle = true
    case "pict":
      images += 1
      group.isHidden = true
    case "par", "sect", "page": endParagraph()
    case "line": add("\n")
    case "tab": add(" ")
    case "trowd":
      borders = []
      isMerged = false
    case "clvmrg": isMerged = true
    case "cellx":
      if borders.count < 128 { borders.append(.init(right: number ?? 0, continues: isMerged)) }
      isMerged = false
    case "intbl":
      inTable = true
      if table == nil { table = RTFTable() }
    case "pard": inTable = false
    case "cell", "nestcell":
      row.append(SpanGrid.Cell(text: TextSheet.folded(paragraph)))
      paragraph = ""
      if table == nil { table = RTFTable() }
    case "row":
      table?.add(row, borders)
      row = []
    case "emdash", "endash": add("—")
    case "lquote": add("‘")
    case "rquote": add("’")
    case "ldblquote": add("“")
    case "rdblquote": add("”")
    default: if Self.hidden.contains(word) { group.isHidden = true }
    }
  }

  /// `\uN` with N from -32768 to 65535; halves of a pair come one after the other.
  private mutating func unicode(_ number: Int) {
    flush()
    skip = group.replacements
    let unit = UInt16(truncatingIfNeeded: number)
    if UTF16.isLeadSurrogate(unit) {
      high = unit
      return
    }
    let units = [high, unit].compactMap(\.self)
    high = nil
    add(String(decoding: units, as: UTF16.self))
  }

  // MARK: Text

  /// Decodes the bytes that wait by the font's charset, else by the document's.
  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let bytes = pending
    pending = []
    if bytes.allSatisfy({ $0 < 0x80 }) {
      add(String(decoding: bytes, as: UTF8.self))
    } else {
      add(TextFormat.decoded(bytes, charset: charset))
    }
  }

  private var charset: String {
    switch fonts[group.font] ?? 1 {
    case 134: return "gb18030"
    case 136: return "big5"
    case 128: return "shift_jis"
    default: break
    }
    switch codePage {
    case 950: return "big5"
    case 1252: return "windows-1252"
    case 65001: return "utf-8"
    default: return "gb18030"
    }
  }

  private mutating func add(_ text: String) {
    if group.isTitle {
      title = String(((title ?? "") + text).prefix(300))
    } else if !group.isHidden, !group.isFonts {
      paragraph += text
    }
  }

  private mutating func endParagraph() {
    flush()
    if inTable {
      if !paragraph.isEmpty { paragraph += " " }
      return
    }
    let isText = !TextSheet.folded(paragraph).isEmpty
    if isText { endTable() }
    sheet.line(paragraph)
    paragraph = ""
  }

  private mutating func endTable() {
    if let table { sheet.table(table.grid) }
    table = nil
    row = []
    inTable = false
  }
}

/// The rows of a table with the places of their cells' right borders: where a border of any row
/// lies under a cell, the cell spans it.
private struct RTFTable {
  struct Border {
    /// In twips from the left.
    var right: Int
    /// The cell goes on with the one above it.
    var continues: Bool
  }

  /// Borders nearer than this (twips) are one.
  private static let near = 60
  private static let mostRows = 5000

  private var rows: [(cells: [SpanGrid.Cell], borders: [Border])] = []

  mutating func add(_ cells: [SpanGrid.Cell], _ borders: [Border]) {
    if rows.count < Self.mostRows { rows.append((cells, borders)) }
  }

  var grid: SpanGrid {
    var places: [Int] = []
    for right in Set(rows.flatMap { $0.borders.map(\.right) }).sorted()
    where places.last.map({ right.subtractingReportingOverflow($0).partialValue > Self.near })
      ?? true
    {
      places.append(right)
    }
    var grid = SpanGrid()
    for (row, borders) in rows {
      var cells = row
      var left = Int.min
      for index in cells.indices where index < borders.count {
        let right = borders[index].right
        let covered = places.count { $0 > left && $0 <= right }
        cells[index].columns = max(1, min(covered, 128))
        cells[index].continues = borders[index].continues
        left = max(left, right)
      }
      grid.add(cells)
    }
    return grid
  }
}
