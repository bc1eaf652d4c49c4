import Page

/// Word's binary files through antiword, and through catdoc what antiword refuses.
///
/// WPS Office's own `wps` files of this century are the same format.
struct WordFormat {
  let tools: Toolbox
  let kind: AttachmentFacts.Kind

  func read(_ bytes: [UInt8]) -> AttachmentFacts {
    var facts = AttachmentFacts(kind)
    if OLEFile(bytes).isEncryptedPackage || Self.isEncrypted(bytes) {
      facts.isEncrypted = true
      facts.unreadable = .encrypted
      return facts
    }
    let book = tools.run(
      .antiword, ["-m", "UTF-8.txt", "-x", "db", Toolbox.inputPath], on: bytes)
    if let book, book.ending == .exited(0) {
      let handler = DocBookHandler()
      let ending = XMLReader.read(Self.sound(book.output), handler)
      if ending == .whole, !handler.sheet.text.isEmpty || !handler.sheet.tables.isEmpty {
        handler.sheet.fill(&facts)
        facts.title = Headline.find(handler.sheet.text, property: nil)
        return facts
      }
    }
    guard let plain = tools.run(.catdoc, ["-d", "utf-8", "-w", Toolbox.inputPath], on: bytes) else {
      let missing: Toolbox.Tool = book == nil ? .antiword : .catdoc
      return AttachmentFacts(kind, unreadable: .toolMissing, detail: missing.package)
    }
    switch plain.ending {
    case .exited(0): break
    case .exited: return AttachmentFacts(kind, unreadable: .damaged)
    case .signalled, .timedOut, .tooMuchOutput, .notStarted:
      return AttachmentFacts(kind, unreadable: .limits)
    }
    var sheet = TextSheet()
    sheet.line(String(decoding: plain.output, as: UTF8.self))
    // catdoc prints the bytes of what it does not understand as if they were text.
    guard !OLEFile(bytes).names.isEmpty, Self.isText(plain.output) else {
      return AttachmentFacts(kind, unreadable: .damaged)
    }
    sheet.fill(&facts)
    facts.title = Headline.find(sheet.text, property: nil)
    return facts
  }

  /// Bit 8 of the flags at offset 10 of the file information block ([MS-DOC] §2.5.2); the block
  /// begins the stream `WordDocument`, which in practice begins right behind the header.
  private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 1024, bytes[512] == 0xEC, bytes[513] == 0xA5 else { return false }
    return bytes[512 + 11] & 1 != 0
  }

  /// antiword passes control characters on that XML forbids.
  private static func sound(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self).utf8
    // The document type names DocBook's, which nobody needs.
    var out = text.map { $0 < 32 && $0 != 9 && $0 != 10 && $0 != 13 ? 32 : $0 }
    guard let start = out.firstPlace(of: Array("<!DOCTYPE".utf8)),
      let end = out[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return out }
    out.removeSubrange(start...end)
    return out
  }

  /// Says whether most of what came is text of people: letters, not marks of replacement.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    let scalars = String(decoding: bytes.prefix(20_000), as: UTF8.self).unicodeScalars
    let good = scalars.count { $0.properties.isAlphabetic || $0.properties.isWhitespace }
    return scalars.isEmpty || good * 2 >= scalars.count
  }
}

extension Array<UInt8> {
  /// Where `word` stands first.
  func firstPlace(of word: [UInt8]) -> Int? {
    guard let first = word.first, count >= word.count else { return nil }
    return (0...(count - word.count)).first { self[$0] == first && self[$0...].starts(with: word) }
  }
}

/// antiword's DocBook: paragraphs, titles and tables.
private final class DocBookHandler: XMLHandler {
  var sheet = TextSheet()
  private var text = ""
  private var isInfo = false
  private var rows: [[SpanGrid.Cell]]?
  private var row: [SpanGrid.Cell] = []
  private var cell: SpanGrid.Cell?

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    // The properties before the first chapter come in a charset of their own.
    case "book": isInfo = true
    case "para", "title", "literallayout", "date", "author": endBlock()
    case "informaltable", "table": rows = []
    case "row": row = []
    case "entry":
      cell = SpanGrid.Cell(text: "")
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "bookinfo":
      text = ""
      isInfo = false
    case "para", "title", "literallayout": endBlock()
    case "entry":
      endBlock()
      if let cell { row.append(cell) }
      cell = nil
    case "row":
      if rows?.count ?? 0 < 6000 { rows?.append(row) }
      row = []
    case "informaltable", "table": endTable()
    default: break
    }
  }

  func text(_ text: String) { self.text += text }

  /// antiword knows no spans: a row of one cell among rows of several reaches across.
  private func endTable() {
    guard let rows else { return }
    self.rows = nil
    let width = rows.map { $0.count }.max() ?? 0
    var grid = SpanGrid()
    for var row in rows {
      if row.count == 1 { row[0].columns = width }
      grid.add(row)
    }
    sheet.table(grid)
  }

  private func endBlock() {
    if !isInfo {
      if cell != nil {
        cell?.add(text)
      } else {
        sheet.line(text)
      }
    }
    text = ""
  }
}
