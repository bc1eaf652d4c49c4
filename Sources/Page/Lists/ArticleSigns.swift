import Markup

/// What on a page speaks for one document instead of a list.
struct ArticleSigns {
  /// Two points each for an information line, running text, 上一篇/下一篇, article metas.
  private(set) var weight = 0

  /// Three points and more: an article.
  var isArticle: Bool { weight >= 3 }

  /// Looks outside the rows of `lists`.
  init(_ page: ListPage, lists: [RowBlock]) {
    let document = page.document
    var covered: [Range<NodeIndex>] = []
    for list in lists {
      for container in list.containers { covered.append(document.span(container)) }
    }
    covered.sort { $0.lowerBound < $1.lowerBound }
    var next = 0
    var labels = 0
    var turns = false
    var prose = 0
    for node in 0..<document.count where document.isText(node) && !page.sums.silent[Int(node)] {
      while next < covered.count, covered[next].upperBound <= node { next += 1 }
      if next < covered.count, covered[next].contains(node) { continue }
      let part = page.regions.part(of: node)
      guard part == .main || part == .side || part == .related else { continue }
      if part != .related { prose += page.sums.prose(node..<node + 1) }
      let text = document.content(node)
      guard text.count >= 6, text.count <= 240 else { continue }
      if RegionWords.informationLabels.occur(in: text) { labels += 1 }
      if !turns { turns = RegionWords.previousNext.begin(ByteSearch.squeezed(text)) }
    }
    if labels > 0 { weight += labels > 1 ? 2 : 1 }
    if turns { weight += 2 }
    if prose >= 300 { weight += 2 } else if prose >= 120 { weight += 1 }
    if Self.hasArticleMetas(document) { weight += 2 }
  }

  /// The standard metas of an article: a title and a day of publishing, both filled.
  private static func hasArticleMetas(_ document: Document) -> Bool {
    var filled = 0
    for node in 0..<document.count where document.tag(node) == .meta {
      let name = ByteSearch.lowered(document.attribute(node, "name") ?? [])
      guard name.elementsEqual("articletitle".utf8) || name.elementsEqual("pubdate".utf8) else {
        continue
      }
      if ByteSearch.letters(document.attribute(node, "content") ?? []) >= 2 { filled += 1 }
    }
    return filled >= 2
  }
}
