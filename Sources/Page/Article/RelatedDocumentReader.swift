import Markup
import Texts
import Web

/// Finds the ties between a policy and what explains it: 相关解读, 政策原文, 相关文件.
struct RelatedDocumentReader {
  let document: Document
  let lines: PageLines
  let outline: PageOutline
  let part: MainPart
  let base: WebURL?

  /// How many lines of links may follow a heading.
  private static let longestBlock = 20

  /// The ties in document order, each address once for each relation.
  func read() -> [RelatedDocument] {
    guard let headline = part.headline else { return [] }
    var out = above(headline.lines.lowerBound)
    var line = headline.lines.upperBound
    while line < lines.facts.count, !lines.facts[line].isFoot {
      if let relation = heading(line) {
        var next = line
        while next < min(line + Self.longestBlock, lines.facts.count),
          next == line
            || isRow(next) && heading(next) == nil && !lines.facts[next].endsArticle
              && !outline.isInFrame(lines.flow.lines[next].node)
        {
          out += ties(in: next, relation)
          next += 1
        }
        line = next
      } else {
        if part.body.contains(line), lines.flow.lines[line].linkBytes > 0 { out += inline(line) }
        line += 1
      }
    }
    return Self.unique(out + naming(headline))
  }

  /// Says whether the page itself explains something.
  var isInterpretation: Bool {
    ByteText.containsAny(Array((part.headline?.text ?? "").utf8)[...], of: Self.explaining)
  }

  /// A short line that is no link and names what follows.
  func heading(_ line: Int) -> RelatedDocument.Relation? {
    guard lines.facts[line].words.contains(.relatedHeading) else { return nil }
    let found = lines.flow.lines[line]
    guard !outline.isInFrame(found.node), let first = found.pieces.first else { return nil }
    let piece = lines.flow.pieces[first]
    guard piece.link == 0 else { return nil }
    let own = found.pieces.prefix { lines.flow.pieces[$0].link == 0 }
    guard let last = own.last else { return nil }
    let range = piece.range.lowerBound..<lines.flow.pieces[last].range.upperBound
    guard range.count <= 60 else { return nil }
    let text = Self.bare(lines.flow.bytes[range])
    guard text.count <= Self.longestHeading else { return nil }
    let word = String(decoding: text, as: UTF8.self)
    if Self.interpretations.contains(word) { return .interpretedBy }
    if Self.originals.contains(word) { return .interprets }
    if word == "解读文件" { return isInterpretation ? .interprets : .interpretedBy }
    if Self.others.contains(word) { return isInterpretation ? .interprets : .related }
    return nil
  }

  /// Whether the words are a heading of ties and nothing else.
  static func isHeading(_ text: [UInt8]) -> Bool {
    guard text.count <= 60 else { return false }
    let word = String(decoding: bare(text[...]), as: UTF8.self)
    return allHeadings.contains(word)
  }

  /// A heading without white space and the marks around it.
  static func bare(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = ByteText.squeezed(text)[...]
    for mark in frames where rest.starts(with: mark) { rest = rest.dropFirst(mark.count) }
    for mark in frames where ByteText.ends(rest, with: mark) { rest = rest.dropLast(mark.count) }
    return rest
  }

  func isRow(_ line: Int) -> Bool {
    let found = lines.flow.lines[line]
    return found.linkBytes * 2 > found.range.count
  }

  private func ties(in line: Int, _ relation: RelatedDocument.Relation) -> [RelatedDocument] {
    links(in: line).compactMap { tie($0, relation) }
  }

  /// A link in the body that says of itself what it is.
  private func inline(_ line: Int) -> [RelatedDocument] {
    links(in: line).compactMap { node in
      let text = document.text(of: node)
      let bytes = Array(text.utf8)
      guard bytes.count >= 12, bytes.count <= 400 else { return nil }
      let explains = ByteText.containsAny(bytes[...], of: Self.explaining)
      if !isInterpretation, explains { return tie(node, .interpretedBy) }
      let isPolicy = ByteText.containsAny(bytes[...], of: Self.policies)
      return isInterpretation && isPolicy && !explains ? tie(node, .interprets) : nil
    }
  }

  func links(in line: Int) -> [NodeIndex] {
    var out: [NodeIndex] = []
    for piece in lines.flow.lines[line].pieces {
      let link = lines.flow.pieces[piece].link
      if link != 0, out.last != link { out.append(link) }
    }
    return out
  }

  func tie(_ node: NodeIndex, _ relation: RelatedDocument.Relation) -> RelatedDocument? {
    let href = document.attribute(node, "href") ?? []
    let hint = document.attribute(node, "title").map { WhiteSpace.folded($0) } ?? ""
    let text = document.text(of: node)
    guard let url = WebURL(href, base: base), !AttachmentReader.isFile(href) else {
      return nil
    }
    let isCut = text.hasSuffix("…") || text.hasSuffix("...")
    let title = isCut && !hint.isEmpty ? hint : text
    return title.isEmpty ? nil : RelatedDocument(relation: relation, title: title, url: url)
  }

  private static func unique(_ all: [RelatedDocument]) -> [RelatedDocument] {
    var seen: Set<RelatedDocument> = []
    return all.prefix(200).filter { seen.insert($0).inserted }
  }

  static let explaining = ByteText.words("解读", "图解", "一图读懂", "读懂", "政策问答", "答记者问")
  private static let policies = ByteText.words("《", "通知", "意见", "办法", "方案", "规定", "原文", "条例", "细则")
  static let interpretations: Set<String> = [
    "相关解读", "政策解读", "解读链接", "文件解读", "解读材料", "相关图解", "图解", "解读信息", "配套解读", "查看解读",
    "政策图解", "解读", "相关政策解读", "解读稿", "本文解读", "解读阅读", "部门解读", "文字解读", "图文解读",
    "专家解读", "媒体解读", "视频解读", "图片解读", "解读文章", "一图读懂",
  ]
  static let originals: Set<String> = [
    "政策原文", "原文链接", "解读原文", "原文件", "文件原文", "相关原文", "查看原文", "被解读文件", "解读政策", "政策链接",
    "原文", "阅读原文", "政策文件原文", "文件链接", "解读的政策文件",
  ]
  private static let others: Set<String> = [
    "相关文件", "相关政策", "相关文档", "关联文件", "相关法规", "相关政策文件", "政策文件", "关联政策", "相关公文",
  ]
  private static let allHeadings = interpretations.union(originals).union(others).union(["解读文件"])
  /// One of these stands in every heading.
  static let headingWords = ByteText.words(
    "解读", "图解", "读懂", "原文", "文件", "政策", "文档", "法规", "公文")
  /// The most bytes that a heading has.
  private static let longestHeading =
    allHeadings.map(\.utf8.count).max() ?? 0
  static let frames = ByteText.words(
    "【", "[", "·", "■", "●", "◆", "】", "]", "：", ":", ">", "》")
}
