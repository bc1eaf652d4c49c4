import Markup
import Texts
import Web

/// Ties outside the article: tabs and tables above the headline, links that name the page's title.
extension RelatedDocumentReader {
  /// How many lines above the headline are looked at.
  private static let nearest = 40
  /// The most pieces that a row of tabs has.
  private static let mostTabs = 8
  /// The shortest title that a link can name, in bytes.
  private static let shortestName = 24

  // MARK: Above the headline

  /// Ties in tabs, in cells and after labels above the headline's line.
  func above(_ headline: Int) -> [RelatedDocument] {
    let window = max(0, headline - Self.nearest)..<headline
    return tabs(window)
      + window.flatMap { line in
        outline.isInFrame(lines.flow.lines[line].node) ? [] : labelled(line, before: headline)
      }
  }

  /// `原文件：<a>…</a>` in one line, or 政策解读 in one cell and the link in the next.
  private func labelled(_ line: Int, before headline: Int) -> [RelatedDocument] {
    guard let relation = heading(line) else { return [] }
    var place = line
    if lines.flow.lines[line].linkBytes == 0 {
      place += 1
      guard place < headline, isRow(place), isCell(place, beside: line) else { return [] }
    }
    return links(in: place).compactMap { node in
      // 政策原文 before the link 部门解读 is the tab beside it.
      guard let found = tie(node, relation), let url = found.url, PageAddress.isDocument(url),
        Self.tabWords[Array(Self.bare(Array(found.title.utf8)[...]))] == nil
      else { return nil }
      return found
    }
  }

  /// Two lines stand in neighbouring cells of a row or of a list of definitions.
  private func isCell(_ line: Int, beside label: Int) -> Bool {
    guard let left = cell(label), let right = cell(line) else { return false }
    return document.nextElement(after: left) == right
  }

  private func cell(_ line: Int) -> NodeIndex? {
    var node = lines.flow.lines[line].block
    for _ in 0..<4 {
      switch document.tag(node) {
      case .td, .th, .dt, .dd: return node
      default: node = document.parent(of: node)
      }
    }
    return nil
  }

  /// 政策原文 | 部门解读: pieces side by side, the page's own without a link, the others linked.
  private func tabs(_ window: Range<Int>) -> [RelatedDocument] {
    var out: [RelatedDocument] = []
    var run: [(piece: Int, relation: RelatedDocument.Relation)] = []
    func close() {
      let isPair = Set(run.map(\.relation)).count == 2 && run.count <= Self.mostTabs
      if isPair, run.contains(where: { target(of: $0.piece) == nil }) {
        for tab in run {
          guard let url = target(of: tab.piece), PageAddress.isDocument(url) else { continue }
          let title = WhiteSpace.folded(lines.flow.bytes[lines.flow.pieces[tab.piece].range])
          out.append(RelatedDocument(relation: tab.relation, title: title, url: url))
        }
      }
      run = []
    }
    for line in window {
      // No tab without one of these words.
      if run.isEmpty, !lines.facts[line].words.contains(.relatedHeading) { continue }
      for piece in lines.flow.lines[line].pieces {
        let range = lines.flow.pieces[piece].range
        let word = range.count <= 60 ? Self.bare(lines.flow.bytes[range]) : []
        // A line between tabs, `|`, belongs to them.
        if range.count <= 60, word.isEmpty || word == Self.line[...] { continue }
        if let relation = Self.tabWords[Array(word)] {
          run.append((piece, relation))
        } else {
          close()
        }
      }
    }
    close()
    return out
  }

  /// Where a tab leads; nil for the page's own.
  private func target(of piece: Int) -> WebURL? {
    let link = lines.flow.pieces[piece].link
    guard link != 0, let href = document.attribute(link, "href"), href.first != 0x23,
      let url = WebURL(href, base: base), url != base
    else { return nil }
    return url
  }

  private static let line = Array("|".utf8)
  private static let tabWords: [[UInt8]: RelatedDocument.Relation] = {
    var words: [[UInt8]: RelatedDocument.Relation] = [:]
    for word in interpretations { words[Array(word.utf8)] = .interpretedBy }
    for word in originals { words[Array(word.utf8)] = .interprets }
    return words
  }()

  // MARK: Links that name the page

  /// Links below the headline whose words hold the policy's title: 《…操作规程》解读 on the page of the
  /// 操作规程, and the other way round; whatever stands above them, 相关阅读 or 下一篇.
  func naming(_ headline: TitleFinder.Candidate) -> [RelatedDocument] {
    let own = ByteText.squeezed(headline.text)
    let names = [own, Self.quoted(own)].filter { $0.count >= Self.shortestName }
    let isInterpretation = self.isInterpretation
    var out: [RelatedDocument] = []
    var line = headline.lines.upperBound
    while line < lines.facts.count, !lines.facts[line].isFoot {
      defer { line += 1 }
      let found = lines.flow.lines[line]
      guard found.linkBytes >= Self.shortestName, !outline.isInFrame(found.node) else { continue }
      for node in links(in: line) {
        let text = ByteText.squeezed(document.text(of: node))
        guard text.count >= Self.shortestName, text.count <= 600 else { continue }
        let explains = ByteText.containsAny(text[...], of: Self.explaining)
        if !isInterpretation, explains, ByteText.containsAny(text[...], of: names) {
          out += [tie(node, .interpretedBy)].compactMap { $0 }
        } else if isInterpretation, !explains, text != own, isNamed(text, in: own) {
          out += [tie(node, .interprets)].compactMap { $0 }
        }
      }
    }
    return out.filter { $0.url != base }
  }

  /// An interpretation's headline holds the policy's title, or the policy's the name in its 《》.
  private func isNamed(_ policy: [UInt8], in own: [UInt8]) -> Bool {
    let name = Self.quoted(own)
    if name.count >= Self.shortestName, ByteText.contains(policy[...], name) { return true }
    let inner = policy.starts(with: Self.open) ? Self.quoted(policy) : policy
    return inner.count >= Self.shortestName && ByteText.contains(own[...], inner)
  }

  /// What stands between the first 《 and the last 》; empty without them.
  private static func quoted(_ text: [UInt8]) -> [UInt8] {
    guard let start = ByteText.find(open, in: text[...]) else { return [] }
    var end = text.count
    while end - 3 > start, !text[(end - 3)..<end].elementsEqual(closing) { end -= 1 }
    return end - 3 > start + 3 ? Array(text[(start + 3)..<(end - 3)]) : []
  }

  private static let open = Array("《".utf8)
  private static let closing = Array("》".utf8)
}
