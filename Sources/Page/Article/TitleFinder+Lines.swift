import Markup

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
  private static let dashes = ByteText.words("——", "－－", "--", "──", "――")
  private static let subtitles = ByteText.words(
    "subtit", "sub-tit", "sub_tit", "subhead", "futit", "fubiaoti", "fubt", "ftitle")
  private static let nowhere = ByteText.words(
    "#", "javascript:", "javascript:;", "javascript:void(0)", "javascript:void(0);", "#none")
}
