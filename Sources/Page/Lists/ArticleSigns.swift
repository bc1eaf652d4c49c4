import Markup
import Texts

/// What on a page speaks for one document instead of a list.
struct ArticleSigns {
  /// Points for an information line, printing tools, running text, 上一篇/下一篇, article metas.
  private(set) var weight = 0

  /// Three points and more: an article; four where a list of eight rows and more stands.
  var isArticle: Bool { weight >= (hasLongList ? 4 : 3) }
  private let hasLongList: Bool

  /// Looks outside the rows of `lists`.
  init(_ page: ListPage, lists: [RowBlock]) {
    let document = page.document
    hasLongList = lists.contains { $0.rows >= 8 && page.regions.part(of: $0.first) == .main }
    var covered: [Range<NodeIndex>] = []
    let finder = RowBlockFinder(page)
    for list in lists {
      covered += finder.rows(of: list).map(\.nodes)
    }
    covered.sort { $0.lowerBound < $1.lowerBound }
    var next = 0
    var labels: Set<Int> = []
    var tools = false
    var turns = false
    var prose = 0
    for node in 0..<document.count where document.isText(node) && !page.sums.silent[Int(node)] {
      while next < covered.count, covered[next].upperBound <= node { next += 1 }
      if next < covered.count, covered[next].contains(node) { continue }
      let part = page.regions.part(of: node)
      guard part == .main || part == .side || part == .related else { continue }
      if part != .related { prose += page.sums.prose(node..<node + 1) }
      let count = document.nodes[Int(node)].content.count
      guard count >= 6, count <= 400 else { continue }
      let isLabelled = page.sums.words(node).contains(.informationLabel)
      guard isLabelled || count <= 60 && !(tools && turns) else { continue }
      if isLabelled { Self.note(document.content(node), &labels) }
      unsafe document.withContent(node) { text in
        guard text.count <= 60,
          unsafe !tools && RegionWords.articleTools.mayBegin(text)
            || !turns && RegionWords.previousNext.mayBegin(text)
        else { return }
        unsafe WhiteSpace.withSqueezed(text) { word in
          if !tools { tools = unsafe RegionWords.articleTools.begin(word) }
          if !turns { turns = unsafe RegionWords.previousNext.begin(word) }
        }
      }
    }
    switch labels.count {
    case 0: break
    case 1: weight += 1
    default: weight += 3
    }
    if tools { weight += 1 }
    if turns { weight += 2 }
    if prose >= 300 { weight += 2 } else if prose >= 120 { weight += 1 }
    if Self.hasArticleMetas(document) { weight += 2 }
  }

  /// Notes which labels of an information line a text holds, each followed by a colon or a day.
  private static func note(_ text: ArraySlice<UInt8>, _ labels: inout Set<Int>) {
    // A label stands before a colon or a digit: most texts hold neither.
    guard text.contains(where: { $0 == 0x3A || $0 == 0x9A || (0x30...0x39).contains($0) }) else {
      return
    }
    for index in RegionWords.informationLabels.indices where !labels.contains(index) {
      let label = RegionWords.informationLabels[index]
      guard let hit = ByteText.find(label, in: text) else { continue }
      let rest = ByteSearch.squeezed(text[(hit + label.count)...].prefix(12))
      let isLabel =
        rest.starts(with: "：".utf8) || rest.first == 0x3A || rest.first == 0x5B
        || rest.first.map { (0x30...0x39).contains($0) } ?? false
      if isLabel { labels.insert(index) }
    }
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
