import Texts

/// The styles of the paragraphs and the fonts they ask for.
///
/// Chinese by GB/T 9704-2012 §5.2.2 and §7.3: title in small standard Song of size 2, text in imitation
/// Song of size 3 on lines of 29 points (22 a page), headings in Hei and Kai. English in Times.
struct WordStyles {
  let language: Language

  private struct Look {
    var name: String
    var font: String
    /// Half points.
    var size: Int
    var isBold = false
    var alignment = "both"
    /// Attributes of `w:ind`.
    var indent: [(String, String)] = []
    /// Exact height of a line in twentieths of a point; nil for what the font needs.
    var line: Int?
    var before = 0
    var after = 0
    /// 0 and 1 for headings.
    var level: Int?
    var keepsNext = false
    var breaksPage = false
    /// Whether lines stand where their font wants them, not on the page's grid of 22 lines.
    var isOffGrid = false
  }

  private var isChinese: Bool { language == .chinese }
  private var text: String { isChinese ? "仿宋_GB2312" : "Times New Roman" }
  private var hei: String { isChinese ? "黑体" : "Times New Roman" }

  private func look(_ style: WordStyle) -> Look {
    // 三号 is 16 points, 二号 22, 四号 14, 小五 9.
    let size = isChinese ? 32 : 24
    let line = isChinese ? 579 : 360
    let indent =
      isChinese ? [("w:firstLineChars", "200"), ("w:firstLine", "640")] : [("w:firstLine", "0")]
    switch style {
    case .title:
      return Look(
        name: "Title", font: isChinese ? "方正小标宋简体" : text, size: isChinese ? 44 : 36,
        isBold: !isChinese, alignment: "center", line: isChinese ? 640 : nil, after: 480,
        keepsNext: true)
    case .heading1:
      return Look(
        name: "heading 1", font: hei, size: size, isBold: !isChinese, alignment: "left",
        indent: indent, line: line, before: isChinese ? 0 : 120, level: 0, keepsNext: true)
    case .heading2:
      return Look(
        name: "heading 2", font: isChinese ? "楷体_GB2312" : text, size: size, isBold: true,
        alignment: "left", indent: indent, line: line, level: 1, keepsNext: true)
    case .body:
      return Look(name: "Body Text", font: text, size: size, indent: indent, line: line)
    case .bodyKept:
      // A page may not hold the signature alone (GB/T 9704-2012 §7.3.5).
      return Look(
        name: "Body Text Kept", font: text, size: size, indent: indent, line: line, keepsNext: true)
    case .addressee:
      return Look(name: "Addressee", font: text, size: size, alignment: "left", line: line)
    case .signature:
      return Look(
        name: "Signature", font: text, size: size, alignment: "right",
        indent: [("w:rightChars", "200"), ("w:right", "640")], line: line, before: line * 2,
        keepsNext: true)
    case .date:
      return Look(
        name: "Date", font: text, size: size, alignment: "right",
        indent: [("w:rightChars", "400"), ("w:right", "1280")], line: line)
    case .cell:
      return Look(name: "Table Text", font: text, size: 18, alignment: "left", isOffGrid: true)
    case .cellCentred:
      return Look(name: "Table Centred", font: text, size: 18, alignment: "center", isOffGrid: true)
    case .cellHead:
      return Look(
        name: "Table Head", font: hei, size: 18, isBold: !isChinese, alignment: "center",
        keepsNext: true, isOffGrid: true)
    case .gap: return Look(name: "Gap", font: text, size: 12, line: 200, isOffGrid: true)
    case .annex:
      // An annex begins on a new page, its word at the left edge (GB/T 9704-2012 §7.3.4).
      return Look(
        name: "Annex", font: hei, size: size, isBold: !isChinese, alignment: "left", line: line,
        level: 0, keepsNext: true, breaksPage: true)
    case .footer:
      return Look(name: "footer", font: isChinese ? "宋体" : text, size: 28, alignment: "right")
    }
  }

  func styles() throws(DocumentError) -> [UInt8] {
    var part = try XMLPart("w:styles", WordParts.spaces)
    part.open("w:docDefaults")
    part.open("w:rPrDefault")
    run(text, 32, isBold: false, &part, language: true)
    part.close()
    part.close()
    part.open(
      "w:style", [("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")])
    part.empty("w:name", [("w:val", "Normal")])
    part.empty("w:qFormat")
    part.close()
    for style in WordStyle.allCases { self.style(style, &part) }
    link(&part)
    table(&part)
    return try part.finished()
  }

  private func style(_ style: WordStyle, _ part: inout XMLPart) {
    let look = look(style)
    part.open("w:style", [("w:type", "paragraph"), ("w:styleId", style.rawValue)])
    part.empty("w:name", [("w:val", look.name)])
    part.empty("w:basedOn", [("w:val", "Normal")])
    part.empty("w:qFormat")
    part.open("w:pPr")
    if look.keepsNext { part.empty("w:keepNext") }
    if look.breaksPage { part.empty("w:pageBreakBefore") }
    if look.isOffGrid { part.empty("w:snapToGrid", [("w:val", "0")]) }
    var spacing = [("w:before", String(look.before)), ("w:after", String(look.after))]
    if let line = look.line {
      spacing += [("w:line", String(line)), ("w:lineRule", isChinese ? "exact" : "atLeast")]
    }
    part.empty("w:spacing", spacing)
    if !look.indent.isEmpty { part.empty("w:ind", look.indent) }
    part.empty("w:jc", [("w:val", look.alignment)])
    if let level = look.level { part.empty("w:outlineLvl", [("w:val", String(level))]) }
    part.close()
    run(look.font, look.size, isBold: look.isBold, &part)
    part.close()
  }

  private func run(
    _ font: String, _ size: Int, isBold: Bool, _ part: inout XMLPart, language isWhole: Bool = false
  ) {
    part.open("w:rPr")
    part.empty(
      "w:rFonts",
      [
        ("w:ascii", "Times New Roman"), ("w:hAnsi", "Times New Roman"), ("w:eastAsia", font),
        ("w:cs", "Times New Roman"),
      ])
    if isBold { part.empty("w:b") }
    part.empty("w:sz", [("w:val", String(size))])
    part.empty("w:szCs", [("w:val", String(size))])
    if isWhole { part.empty("w:lang", [("w:val", "en-US"), ("w:eastAsia", "zh-CN")]) }
    part.close()
  }

  private func link(_ part: inout XMLPart) {
    part.open("w:style", [("w:type", "character"), ("w:styleId", "Hyperlink")])
    part.empty("w:name", [("w:val", "Hyperlink")])
    part.open("w:rPr")
    part.empty("w:color", [("w:val", "1D4E89")])
    part.empty("w:u", [("w:val", "single")])
    part.close()
    part.close()
  }

  private func table(_ part: inout XMLPart) {
    part.open("w:style", [("w:type", "table"), ("w:styleId", "TableGrid")])
    part.empty("w:name", [("w:val", "Table Grid")])
    part.open("w:tblPr")
    part.open("w:tblBorders")
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
      part.empty(
        "w:" + side,
        [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")])
    }
    part.close()
    part.open("w:tblCellMar")
    for (side, width) in [("top", "30"), ("left", "60"), ("bottom", "30"), ("right", "60")] {
      part.empty("w:" + side, [("w:w", width), ("w:type", "dxa")])
    }
    part.close()
    part.close()
    part.close()
  }

  /// The fonts of the standard with what stands in where they are not installed.
  func fonts() throws(DocumentError) -> [UInt8] {
    var part = try XMLPart("w:fonts", WordParts.spaces)
    let fonts = [
      ("方正小标宋简体", "宋体"), ("仿宋_GB2312", "仿宋"), ("楷体_GB2312", "楷体"), ("黑体", "SimHei"),
      ("宋体", "SimSun"),
    ]
    for (name, other) in fonts {
      part.open("w:font", [("w:name", name)])
      part.empty("w:altName", [("w:val", other)])
      part.empty("w:charset", [("w:val", "86")])
      part.close()
    }
    return try part.finished()
  }
}
