import Dates
import Texts

/// A document of Office Open XML (ISO/IEC 29500), written paragraph by paragraph.
///
/// The page is that of GB/T 9704: A4, margins of 37, 35, 28 and 26 mm, page numbers between dashes,
/// on the right of odd pages and on the left of even ones.
struct WordDocument: ~Copyable {
  private var body: XMLPart
  private var links: [String] = []
  private var linkPlaces: [String: Int] = [:]
  private let language: Language
  private let title: String
  private let created: Timestamp
  private let creator: String
  private var sections = 0

  init(
    title: String, creator: String, created: Timestamp, in language: Language
  ) throws(DocumentError) {
    self.title = title
    self.creator = creator
    self.created = created
    self.language = language
    body = try XMLPart("w:document", WordParts.spaces)
    body.open("w:body")
  }

  /// A paragraph of one style.
  mutating func paragraph(_ style: WordStyle, _ text: String) {
    body.open("w:p")
    body.ready(style.properties)
    run(text)
    body.close()
  }

  /// A first-level heading with its number (一、 in Chinese, `1.` in English).
  mutating func section(_ title: String) {
    sections += 1
    paragraph(.heading1, WordNumber.heading(sections, language) + title)
  }

  private mutating func run(_ text: String, properties: String = "") {
    if text.isEmpty { return }
    body.open("w:r")
    if !properties.isEmpty { body.ready(properties) }
    body.element("w:t", [("xml:space", "preserve")], text: text)
    body.close()
  }

  /// What stands in a cell of a table.
  enum Cell {
    case text(String)
    /// Set in the middle, for numbers and short words.
    case centred(String)
    /// A text above an address, which is a link when it is fit for one.
    case page(title: String, url: String)
  }

  /// A table with a head row that is repeated on each page; widths are in millimetres.
  mutating func table(_ caption: String, _ columns: [(head: String, width: Int)], _ rows: [[Cell]])
  {
    body.open("w:tbl")
    body.open("w:tblPr")
    body.empty("w:tblStyle", [("w:val", "TableGrid")])
    let width = columns.reduce(0) { $0 + WordParts.twips($1.width) }
    body.empty("w:tblW", [("w:w", String(width)), ("w:type", "dxa")])
    body.empty("w:tblLayout", [("w:type", "fixed")])
    body.empty("w:tblCaption", [("w:val", caption)])
    body.close()
    body.open("w:tblGrid")
    for column in columns {
      body.empty("w:gridCol", [("w:w", String(WordParts.twips(column.width)))])
    }
    body.close()
    let heads = columns.map { Self.cellProperties($0.width, shade: "E7ECF2") }
    row(heads, columns.map { .centred($0.head) }, isHead: true)
    let plain = columns.map { Self.cellProperties($0.width, shade: nil) }
    for cells in rows { row(plain, cells, isHead: false) }
    body.close()
    // A paragraph has to follow a table.
    paragraph(.gap, "")
  }

  /// Width and ground of a cell, the same for each of its column.
  private static func cellProperties(_ width: Int, shade: String?) -> String {
    let ground =
      shade.map { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\($0)\"/>" } ?? ""
    return "<w:tcPr><w:tcW w:w=\"\(WordParts.twips(width))\" w:type=\"dxa\"/>\(ground)"
      + "<w:vAlign w:val=\"center\"/></w:tcPr>"
  }

  private mutating func row(_ properties: [String], _ cells: [Cell], isHead: Bool) {
    body.open("w:tr")
    body.ready("<w:trPr><w:cantSplit/>\(isHead ? "<w:tblHeader/>" : "")</w:trPr>")
    for (properties, cell) in zip(properties, cells) {
      body.open("w:tc")
      body.ready(properties)
      content(cell, isHead: isHead)
      body.close()
    }
    body.close()
  }

  private mutating func content(_ cell: Cell, isHead: Bool) {
    switch cell {
    case .text(let text): paragraph(.cell, text)
    case .centred(let text): paragraph(isHead ? .cellHead : .cellCentred, text)
    case .page(let title, let url):
      if !title.isEmpty { paragraph(.cell, title) }
      address(url)
    }
  }

  /// An address on a line of its own.
  private mutating func address(_ url: String) {
    guard let target = LinkTarget.safe(url), target.utf8.count <= 2000 else {
      return paragraph(.cell, url)
    }
    let place: Int
    if let known = linkPlaces[target] {
      place = known
    } else {
      links.append(target)
      place = links.count
      linkPlaces[target] = place
    }
    body.open("w:p")
    body.ready(WordStyle.cell.properties)
    body.open("w:hyperlink", [("r:id", WordParts.linkID(place))])
    run(url, properties: "<w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>")
    body.close()
    body.close()
  }

  /// Ends the document and packs it.
  consuming func finished() throws(DocumentError) -> [UInt8] {
    WordParts.section(&body, language)
    let parts = WordParts(
      title: title, creator: creator, created: created, language: language, links: links)
    return try parts.packed(with: try body.finished())
  }
}

/// The styles of paragraphs; the raw values are the identifiers inside of the document.
enum WordStyle: String, CaseIterable {
  case title = "Title"
  case heading1 = "Heading1"
  case heading2 = "Heading2"
  case body = "BodyText"
  /// Text that stays on the page of what follows it: a table, a signature.
  case bodyKept = "BodyKept"
  case addressee = "Addressee"
  case signature = "Signature"
  case date = "Date"
  case cell = "TableText"
  case cellCentred = "TableCentred"
  case cellHead = "TableHead"
  case gap = "Gap"
  case annex = "Annex"
  case footer = "Footer"

  /// The properties of a paragraph of the style, in XML form.
  var properties: String { "<w:pPr><w:pStyle w:val=\"\(rawValue)\"/></w:pPr>" }
}

/// Numbers of headings.
enum WordNumber {
  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  /// `一、`, `十二、`; `1. ` in English.
  static func heading(_ number: Int, _ language: Language) -> String {
    guard language == .chinese else { return "\(number). " }
    return chinese(number) + "、"
  }

  /// `（一）`, `（十二）`; `1) ` in English.
  static func item(_ number: Int, _ language: Language) -> String {
    guard language == .chinese else { return "\(number)) " }
    return "（\(chinese(number))）"
  }

  /// A number from 1 to 99 in Chinese; other numbers in digits.
  private static func chinese(_ number: Int) -> String {
    guard (1...99).contains(number) else { return String(number) }
    if number <= 10 { return digits[number] }
    let tens = number / 10
    let ones = number % 10
    return (tens > 1 ? digits[tens] : "") + "十" + (ones > 0 ? digits[ones] : "")
  }
}
