import Page

/// WordprocessingML in its container (ECMA-376 part 1, §17): paragraphs and tables.
enum DOCXFormat {
  static func read(_ bytes: [UInt8]) -> AttachmentFacts {
    var facts = AttachmentFacts(.docx)
    let archive = ZipArchive(bytes) { name in
      let key = name.lowercased()
      return key.hasSuffix("word/document.xml") || key.hasSuffix("docprops/core.xml")
    }
    guard let part = archive["word/document.xml"] else {
      facts.unreadable = archive.fault
      facts.isEncrypted = archive.isEncrypted
      return facts
    }
    let handler = WordHandler()
    let ending = XMLReader.read(part, handler)
    if ending != .whole { handler.sheet.cut() }
    facts.images = handler.images
    if ending == .forbidden || ending == .damaged && handler.sheet.text.isEmpty {
      facts.unreadable = .damaged
      return facts
    }
    handler.sheet.fill(&facts)
    facts.title = Headline.find(handler.sheet.text, property: CoreProperties.title(archive))
    return facts
  }
}

extension ZipArchive {
  /// Why a part that must be there is not.
  var fault: AttachmentFacts.Unreadable {
    if isEncrypted { return .encrypted }
    return isCut || entries.contains { $0.fault == .tooLarge } ? .tooLarge : .damaged
  }
}

/// The title in an office file's properties.
enum CoreProperties {
  static func title(_ archive: ZipArchive) -> String? {
    guard let part = archive["docProps/core.xml"] else { return nil }
    let handler = ElementText("title")
    _ = XMLReader.read(part, handler)
    return handler.found
  }
}

/// The text of the first element of a name.
final class ElementText: XMLHandler {
  private let name: String
  private var isInside = false
  private(set) var found: String?

  init(_ name: String) { self.name = name }

  func start(_ name: String, _ attributes: [String: String]) {
    isInside = name.lowercased() == self.name && found == nil
  }

  func end(_ name: String) { isInside = false }

  func text(_ text: String) { if isInside { found = (found ?? "") + text } }
}

/// Collects paragraphs and tables; a table within a cell gives its text to the cell, too.
private final class WordHandler: XMLHandler {
  private struct Table {
    var grid = SpanGrid()
    var row: [SpanGrid.Cell] = []
    var cell: SpanGrid.Cell?
  }

  private static let deepest = 20

  var sheet = TextSheet()
  private(set) var images = 0
  private var tables: [Table] = []
  /// The texts of paragraphs that are open: a text box has its own within one.
  private var paragraphs: [String] = []
  private var isText = false
  /// How deep within what is shown in another form already.
  private var fallback = 0

  func start(_ name: String, _ attributes: [String: String]) {
    if name == "Fallback" || fallback > 0 { fallback += 1 }
    guard fallback == 0 else { return }
    switch name {
    case "p": paragraphs.append("")
    case "t": isText = true
    case "tab", "ptab": add(" ")
    case "br", "cr": add("\n")
    case "noBreakHyphen": add("-")
    case "tbl":
      if tables.count < Self.deepest { tables.append(Table()) } else { sheet.cut() }
    case "tr": change { $0.row = [] }
    case "tc": change { $0.cell = SpanGrid.Cell(text: "") }
    case "gridSpan":
      let columns = attributes["val"].flatMap { Int($0) } ?? 1
      change { $0.cell?.columns = max(1, min(columns, 128)) }
    case "vMerge": change { $0.cell?.continues = attributes["val"] != "restart" }
    case "blip", "imagedata": images += 1
    default: break
    }
  }

  func end(_ name: String) {
    guard fallback == 0 else {
      fallback -= 1
      return
    }
    switch name {
    case "t": isText = false
    case "p": if let text = paragraphs.popLast() { block(text) }
    case "tc":
      change { table in
        if let cell = table.cell { table.row.append(cell) }
        table.cell = nil
      }
    case "tr": change { $0.grid.add($0.row) }
    case "tbl":
      guard let table = tables.popLast() else { return }
      sheet.table(table.grid, linesToo: tables.isEmpty)
      for line in table.grid.lines where !tables.isEmpty { block(line) }
    default: break
    }
  }

  func text(_ text: String) { if isText, fallback == 0 { add(text) } }

  private func add(_ text: String) {
    guard !paragraphs.isEmpty else { return }
    paragraphs[paragraphs.count - 1] += text
  }

  private func change(_ body: (inout Table) -> Void) {
    guard !tables.isEmpty else { return }
    body(&tables[tables.count - 1])
  }

  private func block(_ text: String) {
    guard tables.last?.cell != nil else {
      sheet.line(text)
      return
    }
    change { $0.cell?.add(text) }
  }
}
