import Markup
import Texts

/// What lines beside a headline look like, and what a headline may bear besides its words.
extension TitleFinder {
  /// What a heading loses whose text is a link.
  static let linkPenalty = 35

  /// `——访考古队队长`, `.subtitle`: the line goes on what the line above it began.
  func isSubtitle(_ node: NodeIndex, _ run: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard run.lowerBound > 0 else { return false }
    if Self.dashes.contains(where: { bytes.starts(with: $0) }) { return true }
    guard HintWords.contains(HintWords.names(of: node, in: document), anyOf: Self.subtitles)
    else { return false }
    // A name of that kind alone is often that of a column or of the only title: above it stands another.
    var above = lines.flow.lines[run.lowerBound - 1].block
    for _ in 0..<2 {
      if stands(out: above, HintWords.names(of: above, in: document)) { return true }
      above = document.parent(of: above)
    }
    return lines.flow.lines[run.lowerBound - 1].pieces.contains { piece in
      let holder = document.parent(of: lines.flow.pieces[piece].node)
      return HintWords.contains(
        HintWords.names(of: holder, in: document), anyOf: HintWords.titleBytes)
    }
  }

  /// The line is one of a block of particulars: `主题分类： 财政`.
  func isLabelled(_ line: Int) -> Bool {
    guard let label = lines.labels(of: line).first, label.role == .other,
      label.start == lines.flow.lines[line].range.lowerBound
    else { return false }
    return LabelWords.standingAlone(Array(label.label.utf8)) != nil
  }

  /// `三、获取招标文件`, `（一）对象`: a heading within a text.
  static func isEnumerated(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    let bracket = openings.first { rest.starts(with: $0) }
    if let bracket { rest = rest.dropFirst(bracket.count) }
    let start = rest.startIndex
    while rest.startIndex - start <= 9, let digit = numerals.first(where: { rest.starts(with: $0) })
    {
      rest = rest.dropFirst(digit.count)
    }
    guard rest.startIndex > start else { return false }
    return (bracket == nil ? stops : closings).contains { rest.starts(with: $0) }
  }

  /// `某县人民法院 > 执行信息`: a way through the site; `<<…>>` is a quotation.
  static func isPath(_ bytes: [UInt8]) -> Bool {
    guard let mark = bytes.firstIndex(of: 0x3E) else { return false }
    return mark > 0 && mark + 1 < bytes.count && !bytes[..<mark].contains(0x3C)
  }

  /// `align="right"` or its style.
  func isAtRight(_ block: NodeIndex) -> Bool {
    if let align = document.attribute(block, "align") {
      return ByteText.lowered(align) == Self.right
    }
    guard let style = document.attribute(block, "style") else { return false }
    return ByteText.contains(ByteText.squeezed(style.prefix(200))[...], Self.alignedRight)
  }

  /// The lines that say together what the title tag or a meta begins with; for pages whose title is a
  /// paragraph or several, without anything that makes them a heading.
  func spelledOut() -> Candidate? {
    let named = metas.articleTitle ?? TitleParts.split(metas.titleTag).first ?? ""
    let title = ByteText.squeezed(named)
    guard (24...300).contains(title.count), title != ByteText.squeezed(siteName ?? ""),
      !columns.contains(title), !SiteNameReader.looksLikeSite(title)
    else { return nil }
    for line in lines.flow.lines.indices where lines.flow.text(line).first == title.first {
      guard let run = run(from: line, saying: title) else { continue }
      let node = lines.flow.lines[line].block
      guard !outline.isInFrame(node) else { continue }
      return Candidate(
        node: node, lines: run, text: WhiteSpace.folded(Array(named.utf8)[...]), score: 60)
    }
    return nil
  }

  /// At most four lines, none of them a link, a part of the foot or a line of particulars.
  private func run(from first: Int, saying title: [UInt8]) -> Range<Int>? {
    var said = 0
    for line in first..<min(first + 4, lines.flow.lines.count) {
      let found = lines.flow.lines[line]
      guard found.linkBytes == 0, !lines.facts[line].isFoot, !lines.facts[line].isInfo,
        found.range.count <= title.count * 2
      else { return nil }
      let words = ByteText.squeezed(lines.flow.text(line))
      guard title[said...].starts(with: words) else { return nil }
      said += words.count
      if said == title.count { return first..<line + 1 }
    }
    return nil
  }

  /// The one line is a link whose address is a `#` or a script that does nothing.
  func isDeadLink(_ run: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard run.count == 1, let line = run.first, lines.flow.lines[line].linkBytes * 2 > bytes.count,
      let first = lines.flow.lines[line].pieces.first
    else { return false }
    let link = lines.flow.pieces[first].link
    guard link != 0, document.attribute(link, "onclick") == nil else { return false }
    guard let address = document.attribute(link, "href") else { return true }
    let word = ByteText.lowered(ByteText.squeezed(address.prefix(40))[...])
    return word.isEmpty || Self.nowhere.contains(word)
  }

  /// What follows `[公开招标]` or `【公告】` at a heading's beginning; the whole without one.
  static func withoutKind(_ heading: [UInt8]) -> [UInt8] {
    for (open, close) in brackets where heading.starts(with: open) {
      guard let end = ByteText.find(close, in: heading.prefix(36)[...]) else { continue }
      let rest = Array(heading[(end + close.count)...])
      return rest.count >= 12 ? rest : heading
    }
    return heading
  }

  private static let brackets = [("[", "]"), ("【", "】"), ("［", "］")].map {
    (Array($0.0.utf8), Array($0.1.utf8))
  }
  static let dashes = ByteText.words("——", "－－", "--", "──", "――")
  private static let subtitles = ByteText.words(
    "subtit", "sub-tit", "sub_tit", "subhead", "futit", "fubiaoti", "fubt", "ftitle")
  private static let openings = ByteText.words("（", "(")
  private static let closings = ByteText.words("）", ")")
  private static let stops = ByteText.words("、", "．")
  private static let numerals = ByteText.words("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
  private static let right = Array("right".utf8)
  private static let alignedRight = Array("text-align:right".utf8)
  private static let nowhere = ByteText.words(
    "#", "javascript:", "javascript:;", "javascript:void(0)", "javascript:void(0);", "#none")
}
