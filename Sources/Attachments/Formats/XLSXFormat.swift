import Page

/// SpreadsheetML in its container (ECMA-376 part 1, §18): every sheet a table, merged cells
/// resolved, dates as dates.
enum XLSXFormat {
  /// The most sheets that are read.
  private static let mostSheets = 50

  static func read(_ bytes: [UInt8]) -> AttachmentFacts {
    var facts = AttachmentFacts(.xlsx)
    let archive = ZipArchive(bytes) { name in
      let key = name.lowercased()
      return key.hasSuffix(".xml")
        && (key.contains("xl/worksheets/sheet") || key.contains("docprops/core")
          || key.hasSuffix("xl/sharedstrings.xml") || key.hasSuffix("xl/styles.xml")
          || key.hasSuffix("xl/workbook.xml"))
        || key.hasSuffix("xl/_rels/workbook.xml.rels")
    }
    guard let workbook = archive["xl/workbook.xml"] else {
      facts.unreadable = archive.fault
      facts.isEncrypted = archive.isEncrypted
      return facts
    }
    let book = BookHandler()
    guard XMLReader.read(workbook, book) == .whole else {
      facts.unreadable = .damaged
      return facts
    }
    if let part = archive["xl/_rels/workbook.xml.rels"] { _ = XMLReader.read(part, book) }
    let strings = StringsHandler()
    if let part = archive["xl/sharedStrings.xml"] { _ = XMLReader.read(part, strings) }
    let styles = StylesHandler()
    if let part = archive["xl/styles.xml"] { _ = XMLReader.read(part, styles) }
    var sheet = TextSheet()
    if archive.isDamaged || archive.isCut || book.sheets.count > mostSheets { sheet.cut() }
    for (name, relation) in book.sheets.prefix(mostSheets) {
      guard let target = book.targets[relation] else { continue }
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      guard let part = archive[path] else {
        sheet.cut()
        continue
      }
      let handler = SheetHandler(
        strings: strings.strings, dates: styles.dates, is1904: book.is1904)
      if XMLReader.read(part, handler) != .whole { sheet.cut() }
      sheet.table(handler.cells.grid(), caption: name)
      if handler.cells.isCut { sheet.cut() }
    }
    sheet.fill(&facts)
    if facts.unreadable == .empty, facts.isCut { facts.unreadable = .damaged }
    facts.title = Headline.find(sheet.text, property: CoreProperties.title(archive))
    return facts
  }
}

/// The sheets' names in their order, and where each lies.
private final class BookHandler: XMLHandler {
  private(set) var sheets: [(name: String, relation: String)] = []
  private(set) var targets: [String: String] = [:]
  private(set) var is1904 = false

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "sheet":
      if let name = attributes["name"], let id = attributes["id"], sheets.count < 1000 {
        sheets.append((name, id))
      }
    case "Relationship":
      if let id = attributes["Id"], let target = attributes["Target"] { targets[id] = target }
    case "workbookPr": is1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    default: break
    }
  }

  func end(_ name: String) {}
  func text(_ text: String) {}
}

/// Texts that cells share; phonetic readings are left out.
private final class StringsHandler: XMLHandler {
  private(set) var strings: [String] = []
  private var isText = false
  private var phonetic = 0

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "si": strings.append("")
    case "t": isText = true
    case "rPh": phonetic += 1
    default: break
    }
  }

  func end(_ name: String) {
    if name == "t" { isText = false }
    if name == "rPh" { phonetic -= 1 }
  }

  func text(_ text: String) {
    if isText, phonetic == 0, !strings.isEmpty { strings[strings.count - 1] += text }
  }
}

/// Which cell formats show days.
private final class StylesHandler: XMLHandler {
  /// By position of the format.
  private(set) var dates: [Bool] = []
  private var custom: Set<Int> = []
  private var isCells = false

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }),
        let code = attributes["formatCode"]
      else { return }
      if NumberFormat.showsDay(code) { custom.insert(id) }
    case "cellXfs": isCells = true
    case "xf" where isCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      dates.append(NumberFormat.isDate(id) || custom.contains(id))
    default: break
    }
  }

  func end(_ name: String) { if name == "cellXfs" { isCells = false } }
  func text(_ text: String) {}
}

/// One sheet's cells by their places.
private final class SheetHandler: XMLHandler {
  private let strings: [String]
  private let dates: [Bool]
  private let is1904: Bool
  private(set) var cells = SheetCells()
  private var place: (row: Int, column: Int) = (0, -1)
  private var type = ""
  private var style = 0
  private var value = ""
  private var isValue = false

  init(strings: [String], dates: [Bool], is1904: Bool) {
    self.strings = strings
    self.dates = dates
    self.is1904 = is1904
  }

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "row":
      let next = attributes["r"].flatMap { Int($0) }.map { $0 &- 1 } ?? place.row + 1
      place = (max(0, min(next, 1 << 21)), -1)
    case "c":
      place.column = attributes["r"].flatMap { Self.place($0)?.column } ?? place.column + 1
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value = ""
    case "v", "t": isValue = true
    case "mergeCell":
      let ends = (attributes["ref"] ?? "").split(separator: ":").compactMap {
        Self.place(String($0))
      }
      if ends.count == 2 {
        cells.merge(ends[0].row, ends[1].row, ends[0].column, ends[1].column)
      }
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "v", "t": isValue = false
    case "c": cells.add(place.row, place.column, shown)
    default: break
    }
  }

  func text(_ text: String) { if isValue { value += text } }

  private var shown: String {
    switch type {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else { return "" }
      return strings[index]
    case "b": return value == "1" ? "TRUE" : "FALSE"
    case "n":
      guard let number = Double(value) else { return value }
      let isDate = dates.indices.contains(style) && dates[style]
      return SheetCells.shown(number, isDate: isDate, is1904: is1904)
    default: return value
    }
  }

  /// `B12` as row 11 and column 1; nil for anything else, and for numbers that no sheet has.
  static func place(_ reference: String) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    for byte in reference.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
      case 0x30...0x39: row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    return column > 0 && row > 0 ? (row - 1, column - 1) : nil
  }
}
