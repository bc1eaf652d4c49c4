import Dates
import Texts

/// The parts of a document beside its text, and how all of them are packed.
struct WordParts {
  let title: String
  let creator: String
  let created: Timestamp
  let language: Language
  /// Addresses that the text links to, in the order of their numbers from 1.
  let links: [String]

  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  static let spaces = [("xmlns:w", word), ("xmlns:r", office)]

  /// Millimetres in twentieths of a point.
  static func twips(_ millimetres: Int) -> Int { (millimetres * 14400 + 127) / 254 }

  static func linkID(_ place: Int) -> String { "link\(place)" }

  func packed(with document: [UInt8]) throws(DocumentError) -> [UInt8] {
    let styles = WordStyles(language: language)
    return try ZipPackage.pack([
      ("[Content_Types].xml", try types()), ("_rels/.rels", try roots()),
      ("word/document.xml", document), ("word/_rels/document.xml.rels", try relations()),
      ("word/styles.xml", try styles.styles()), ("word/fontTable.xml", try styles.fonts()),
      ("word/settings.xml", try settings()), ("word/footer1.xml", try footer(isEven: false)),
      ("word/footer2.xml", try footer(isEven: true)), ("docProps/core.xml", try core()),
      ("docProps/app.xml", try app()),
    ])
  }

  /// The last element of the text: the page.
  static func section(_ body: inout XMLPart, _ language: Language) {
    body.open("w:sectPr")
    body.empty("w:footerReference", [("w:type", "default"), ("r:id", "footer1")])
    body.empty("w:footerReference", [("w:type", "even"), ("r:id", "footer2")])
    body.empty("w:pgSz", [("w:w", "11906"), ("w:h", "16838")])
    // GB/T 9704-2012 §5.2.1: 37 mm above, 28 mm on the left, a type area of 156 mm × 225 mm.
    body.empty(
      "w:pgMar",
      [
        ("w:top", String(twips(37))), ("w:right", String(twips(26))),
        ("w:bottom", String(twips(35))), ("w:left", String(twips(28))),
        ("w:header", String(twips(15))), ("w:footer", String(twips(25))), ("w:gutter", "0"),
      ])
    // 22 lines a page (GB/T 9704-2012 §5.2.3); English text has no grid.
    if language == .chinese {
      body.empty("w:docGrid", [("w:type", "lines"), ("w:linePitch", "579")])
    }
    body.close()
  }

  private func types() throws(DocumentError) -> [UInt8] {
    var part = try XMLPart("Types", [("xmlns", Self.package + "/content-types")])
    part.empty(
      "Default",
      [
        ("Extension", "rels"),
        ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"),
      ])
    part.empty("Default", [("Extension", "xml"), ("ContentType", "application/xml")])
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    let parts = [
      ("/word/document.xml", main + "document.main+xml"), ("/word/styles.xml", main + "styles+xml"),
      ("/word/fontTable.xml", main + "fontTable+xml"),
      ("/word/settings.xml", main + "settings+xml"), ("/word/footer1.xml", main + "footer+xml"),
      ("/word/footer2.xml", main + "footer+xml"),
      ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      (
        "/docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml"
      ),
    ]
    for (name, type) in parts {
      part.empty("Override", [("PartName", name), ("ContentType", type)])
    }
    return try part.finished()
  }

  private func roots() throws(DocumentError) -> [UInt8] {
    var part = try XMLPart("Relationships", [("xmlns", Self.package + "/relationships")])
    let roots = [
      ("document", Self.office + "/officeDocument", "word/document.xml"),
      ("core", Self.package + "/relationships/metadata/core-properties", "docProps/core.xml"),
      ("app", Self.office + "/extended-properties", "docProps/app.xml"),
    ]
    for (id, type, target) in roots {
      part.empty("Relationship", [("Id", id), ("Type", type), ("Target", target)])
    }
    return try part.finished()
  }

  private func relations() throws(DocumentError) -> [UInt8] {
    var part = try XMLPart("Relationships", [("xmlns", Self.package + "/relationships")])
    let parts = [
      ("styles", "/styles", "styles.xml"), ("fonts", "/fontTable", "fontTable.xml"),
      ("settings", "/settings", "settings.xml"), ("footer1", "/footer", "footer1.xml"),
      ("footer2", "/footer", "footer2.xml"),
    ]
    for (id, type, target) in parts {
      part.empty("Relationship", [("Id", id), ("Type", Self.office + type), ("Target", target)])
    }
    for (index, link) in links.enumerated() {
      part.empty(
        "Relationship",
        [
          ("Id", Self.linkID(index + 1)), ("Type", Self.office + "/hyperlink"), ("Target", link),
          ("TargetMode", "External"),
        ])
    }
    return try part.finished()
  }

  private func settings() throws(DocumentError) -> [UInt8] {
    var part = try XMLPart("w:settings", Self.spaces)
    part.empty("w:evenAndOddHeaders")
    part.empty("w:characterSpacingControl", [("w:val", "compressPunctuation")])
    part.open("w:compat")
    // Without it Word opens the document as one of 2007 and says so in its title.
    part.empty(
      "w:compatSetting",
      [
        ("w:name", "compatibilityMode"), ("w:uri", "http://schemas.microsoft.com/office/word"),
        ("w:val", "15"),
      ])
    part.close()
    return try part.finished()
  }

  /// `— 1 —`, one sign in from the outer edge (GB/T 9704-2012 §7.5).
  private func footer(isEven: Bool) throws(DocumentError) -> [UInt8] {
    var part = try XMLPart("w:ftr", Self.spaces)
    part.open("w:p")
    part.open("w:pPr")
    part.empty("w:pStyle", [("w:val", WordStyle.footer.rawValue)])
    part.empty("w:ind", [(isEven ? "w:left" : "w:right", "280")])
    part.empty("w:jc", [("w:val", isEven ? "left" : "right")])
    part.close()
    part.open("w:r")
    part.element("w:t", [("xml:space", "preserve")], text: "— ")
    part.close()
    part.open("w:fldSimple", [("w:instr", "PAGE")])
    part.open("w:r")
    part.element("w:t", text: "1")
    part.close()
    part.close()
    part.open("w:r")
    part.element("w:t", [("xml:space", "preserve")], text: " —")
    part.close()
    part.close()
    return try part.finished()
  }

  private func core() throws(DocumentError) -> [UInt8] {
    var part = try XMLPart(
      "cp:coreProperties",
      [
        ("xmlns:cp", Self.package + "/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
      ])
    part.element("dc:title", text: title)
    part.element("dc:creator", text: creator)
    for name in ["dcterms:created", "dcterms:modified"] {
      part.element(name, [("xsi:type", "dcterms:W3CDTF")], text: created.description)
    }
    part.element("dc:language", text: language == .chinese ? "zh-CN" : "en-US")
    return try part.finished()
  }

  private func app() throws(DocumentError) -> [UInt8] {
    var part = try XMLPart(
      "Properties",
      [("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")])
    part.element("Application", text: "mingcha")
    return try part.finished()
  }
}
