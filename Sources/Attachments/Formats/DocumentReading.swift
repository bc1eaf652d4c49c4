import Markup
import Page

/// Reads one document in the reading process: picks the reader of its kind.
struct DocumentReading {
  let tools: Toolbox
  /// How many archives lie around it.
  let depth: Int

  func read(_ bytes: [UInt8], name: String) -> AttachmentFacts {
    let kind = FileMagic.kind(bytes, name: name)
    guard !bytes.isEmpty else { return AttachmentFacts(kind, unreadable: .empty) }
    switch kind {
    case .pdf: return PDFFormat(tools: tools).read(bytes)
    case .doc, .wps: return WordFormat(tools: tools, kind: kind).read(bytes)
    case .xls, .et: return WorkbookFormat(tools: tools, kind: kind).read(bytes)
    case .docx where Self.isOLE(bytes), .xlsx where Self.isOLE(bytes):
      var facts = AttachmentFacts(kind, unreadable: .encrypted)
      facts.isEncrypted = true
      return facts
    case .docx: return DOCXFormat.read(bytes)
    case .xlsx: return XLSXFormat.read(bytes)
    case .ofd: return OFDFormat.read(bytes)
    case .rtf: return RTFFormat.read(bytes)
    case .csv: return CSVFormat.read(bytes)
    case .txt: return TextFormat.read(bytes)
    case .html: return HTMLFormat.read(bytes)
    case .zip where depth == 0: return ZipFormat(tools: tools).read(bytes)
    case .zip, .ppt, .pptx, .opendocument, .rar, .sevenZip, .image, .mhtml, .unknown:
      return AttachmentFacts(kind, unreadable: .unsupported)
    }
  }

  private static func isOLE(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xD0, 0xCF]) }
}

/// Plain text in any of the charsets that pages have.
enum TextFormat {
  static func read(_ bytes: [UInt8]) -> AttachmentFacts {
    var facts = AttachmentFacts(.txt)
    var sheet = TextSheet()
    sheet.line(Self.decoded(bytes))
    sheet.fill(&facts)
    facts.title = Headline.find(sheet.text, property: nil)
    return facts
  }

  /// The text in its charset; line ends of all systems become line feeds.
  static func decoded(_ bytes: [UInt8], charset: String? = nil) -> String {
    let type = charset.map { "text/plain; charset=\($0)" }
    let text = CharsetReader.read(bytes, contentType: type).bytes
    return String(decoding: text, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: { $0.isNewline }
    ).joined(separator: "\n")
  }
}

/// Comma separated values (RFC 4180), also with semicolons or tabs.
enum CSVFormat {
  static func read(_ bytes: [UInt8]) -> AttachmentFacts {
    var facts = AttachmentFacts(.csv)
    var sheet = TextSheet()
    sheet.table(grid(TextFormat.decoded(bytes)))
    sheet.fill(&facts)
    facts.title = Headline.find(sheet.text, property: nil)
    return facts
  }

  /// The rows of a text.
  static func grid(_ text: String) -> SpanGrid {
    let bytes = Array(text.utf8)
    let head = bytes.prefix { $0 != 0x0A }
    let marks: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
    let mark =
      marks.max { one, other in
        head.count { $0 == one } < head.count { $0 == other }
      } ?? marks[0]
    var grid = SpanGrid()
    var row: [SpanGrid.Cell] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    func finished() -> SpanGrid.Cell {
      SpanGrid.Cell(text: TextSheet.folded(String(decoding: cell, as: UTF8.self)))
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == byte {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\""), cell.isEmpty {
        isQuoted = true
      } else if byte == mark {
        row.append(finished())
        cell = []
      } else if byte == 0x0A {
        row.append(finished())
        if row.contains(where: { !$0.text.isEmpty }) { grid.add(row) }
        row = []
        cell = []
      } else {
        cell.append(byte)
      }
    }
    row.append(finished())
    if row.contains(where: { !$0.text.isEmpty }) { grid.add(row) }
    return grid
  }
}
