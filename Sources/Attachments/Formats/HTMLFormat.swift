import Markup
import Page

/// HTML and XML under the name of an office file: what web systems export as doc and xls.
enum HTMLFormat {
  private static let mostTables = 200

  static func read(_ bytes: [UInt8]) -> AttachmentFacts {
    let text = CharsetReader.read(bytes, contentType: nil).bytes
    if text.prefix(2048).hasPlace(of: Array("<?xml".utf8)),
      text.prefix(4096).hasPlace(of: Array("urn:schemas-microsoft-com:office:spreadsheet".utf8))
    {
      return SpreadsheetMLFormat.read(bytes)
    }
    var facts = AttachmentFacts(.html)
    let document = Document(parsing: text)
    var sheet = TextSheet()
    if document.isTruncated { sheet.cut() }
    let flow = Flow(document)
    flow.write(document.root, to: &sheet)
    sheet.fill(&facts)
    let property = document.first(.title, in: document.root).map { document.text(of: $0) }
    facts.title = Headline.find(sheet.text, property: property)
    return facts
  }

  /// Blocks of text and tables in the order of the page.
  private struct Flow {
    let document: Document

    init(_ document: Document) { self.document = document }

    private static let blocks: Set<Tag> = [
      .p, .div, .li, .h1, .h2, .h3, .h4, .h5, .h6, .br, .tr, .table, .body, .center, .dd, .dt, .hr,
      .section, .article, .header, .footer, .blockquote, .pre, .ul, .ol, .dl, .caption,
    ]

    func write(_ root: NodeIndex, to sheet: inout TextSheet) {
      var line: [UInt8] = []
      var index = root + 1
      let end = document.nodes[Int(root)].end
      func flush() {
        sheet.line(String(decoding: line, as: UTF8.self))
        line = []
      }
      while index < end {
        switch document.nodes[Int(index)].kind {
        case .text: line += document.content(index)
        case .element:
          let tag = document.tag(index)
          if tag == .script || tag == .style || tag == .head {
            index = document.nodes[Int(index)].end
            continue
          }
          if Self.blocks.contains(tag) { flush() }
          if tag == .table, isData(index) {
            sheet.table(grid(index))
            index = document.nodes[Int(index)].end
            continue
          }
        case .root, .comment: break
        }
        index += 1
      }
      flush()
    }

    /// A table that holds none itself: those around it only lay the page out.
    private func isData(_ table: NodeIndex) -> Bool { document.first(.table, in: table) == nil }

    private func grid(_ table: NodeIndex) -> SpanGrid {
      var grid = SpanGrid()
      for row in document.all(.tr, in: table) {
        let cells = document.descendants(of: row).filter {
          document.tag($0) == .td || document.tag($0) == .th
        }
        grid.add(
          cells.map {
            SpanGrid.Cell(
              text: document.text(of: $0), columns: span($0, "colspan"), rows: span($0, "rowspan"))
          })
      }
      return grid
    }

    private func span(_ cell: NodeIndex, _ name: StaticString) -> Int {
      max(1, min(document.attributeText(cell, name).flatMap { Int($0) } ?? 1, 5000))
    }
  }
}

/// The XML of Excel 2003: sheets, rows and cells with their spans.
enum SpreadsheetMLFormat {
  static func read(_ bytes: [UInt8]) -> AttachmentFacts {
    var facts = AttachmentFacts(.xls)
    let handler = SpreadsheetMLHandler()
    let ending = XMLReader.read(bytes, handler)
    if ending != .whole { handler.sheet.cut() }
    handler.sheet.fill(&facts)
    if ending == .forbidden || ending == .damaged && facts.unreadable == .empty {
      facts.unreadable = .damaged
    }
    facts.title = Headline.find(handler.sheet.text, property: nil)
    return facts
  }
}

private final class SpreadsheetMLHandler: XMLHandler {
  var sheet = TextSheet()
  private var name: String?
  private var grid = SpanGrid()
  private var row: [SpanGrid.Cell] = []
  private var isData = false

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "Worksheet":
      self.name = attributes["Name"]
      grid = SpanGrid()
    case "Row": row = []
    case "Cell":
      // A cell may say its own column and leave those before it out.
      if let index = attributes["Index"].flatMap({ Int($0) }) {
        while row.count < min(index, 128) - 1 { row.append(SpanGrid.Cell(text: "")) }
      }
      var cell = SpanGrid.Cell(text: "")
      cell.columns = 1 + Self.number(attributes["MergeAcross"])
      cell.rows = 1 + Self.number(attributes["MergeDown"])
      row.append(cell)
    case "Data": isData = true
    default: break
    }
  }

  private static func number(_ text: String?) -> Int {
    max(0, min(text.flatMap { Int($0) } ?? 0, 5000))
  }

  func end(_ name: String) {
    switch name {
    case "Data": isData = false
    case "Row":
      for index in row.indices { row[index].text = TextSheet.folded(row[index].text) }
      if row.contains(where: { !$0.text.isEmpty }) { grid.add(row) }
    case "Worksheet": sheet.table(grid, caption: self.name)
    default: break
    }
  }

  func text(_ text: String) {
    guard isData, !row.isEmpty else { return }
    row[row.count - 1].text += text
  }
}
