package import Markup

/// Which part of a page each node belongs to.
///
/// Judged from tags, words in `class` and `id`, texts such as 当前位置 and 友情链接, and from what a
/// block holds: a "menu" with dated rows is none, a "footer" with most of the page's text neither.
package struct Regions: Sendable {
  package enum Part: UInt8, Sendable {
    case main, header, menu, side, crumb, footer, friends, related, pager
  }

  private(set) var parts: [Part]
  /// Running totals of links that lie outside the main part.
  private var foreignLinks: [Int32] = []
  package let sums: PageSums

  /// The part of the page in which a node lies.
  package func part(of node: NodeIndex) -> Part { parts[Int(node)] }

  package init(_ document: Document, names: PageNames) {
    let sums = PageSums(document)
    self.sums = sums
    parts = [Part](repeating: .main, count: Int(document.count))
    let judge = RegionJudge(document: document, names: names, sums: sums)
    for index in 1..<max(1, document.count) {
      let node = document.nodes[Int(index)]
      let outer = parts[Int(node.parent)]
      guard node.kind == .element, !sums.silent[Int(index)] else {
        parts[Int(index)] = outer
        continue
      }
      parts[Int(index)] = judge.part(of: index, within: outer)
    }
    markBreadcrumbs(document)
    markHeaded(document)
    markFooters(document)
    countForeignLinks(document)
  }

  /// Links with text in a span that lie outside the main part, in a menu, breadcrumb or footer.
  package func foreignLinks(in span: Range<NodeIndex>) -> Int {
    Int(foreignLinks[Int(span.upperBound)] &- foreignLinks[Int(span.lowerBound)])
  }

  private mutating func countForeignLinks(_ document: Document) {
    foreignLinks = [0]
    foreignLinks.reserveCapacity(Int(document.count) + 1)
    var total: Int32 = 0
    for node in 0..<document.count {
      if parts[Int(node)] != .main, document.tag(node) == .a {
        total &+= Int32(sums.links(node..<(node + 1)))
      }
      foreignLinks.append(total)
    }
  }

  /// Blocks that begin with 当前位置 and hold little else.
  private mutating func markBreadcrumbs(_ document: Document) {
    for index in 0..<document.count where sums.words(index).contains(.place) {
      let text = document.content(index)
      guard text.count <= 300, parts[Int(index)] != .footer, text.count >= 6,
        RegionWords.crumbLabels.occur(in: ByteSearch.squeezed(text))
      else { continue }
      var block = document.parent(of: index)
      for _ in 0..<4 where block != 0 {
        let span = document.span(block)
        guard sums.text(span) <= 160, sums.dates(span) == 0, sums.media(span) <= 2 else { break }
        // Steps that are all plain text stand in the label's own block.
        if sums.links(span) >= 1 || RegionWords.crumbMarks.occur(in: text) {
          mark(span, .crumb)
          break
        }
        block = document.parent(of: block)
      }
    }
  }

  /// The blocks around 版权所有, ICP numbers and 网站标识码 behind the page's matter.
  private mutating func markFooters(_ document: Document) {
    let whole = sums.text(document.span(0))
    var likely: [NodeIndex] = []
    var certain: NodeIndex?
    for index in 0..<document.count where sums.words(index).hasAny([.foot, .likelyFoot]) {
      let count = document.nodes[Int(index)].content.count
      guard count >= 6, count <= 600, sums.text(0..<index) * 2 > whole else { continue }
      let isCertain = sums.words(index).contains(.foot)
      if isCertain { certain = index }
      guard parts[Int(index)] == .main else { continue }
      if isCertain {
        markFooter(document, around: index)
      } else if sums.words(index).contains(.likelyFoot) {
        likely.append(index)
      }
    }
    for index in likely where parts[Int(index)] == .main {
      if let certain, standsWithText(document, index, apartFrom: certain) { continue }
      markFooter(document, around: index)
    }
  }

  /// The largest element around a text that does not hold the foot's certain mark holds running
  /// text or a line of particulars.
  private func standsWithText(
    _ document: Document, _ text: NodeIndex, apartFrom certain: NodeIndex
  ) -> Bool {
    var block = document.parent(of: text)
    guard block != 0, !document.contains(block, certain) else { return false }
    while document.parent(of: block) != 0, !document.contains(document.parent(of: block), certain) {
      block = document.parent(of: block)
    }
    let span = document.span(block)
    if sums.prose(span) >= 40 { return true }
    return span.contains { node in
      document.isText(node) && !sums.silent[Int(node)] && document.content(node).count <= 240
        && sums.words(node).contains(.articleLabel)
    }
  }

  private mutating func markFooter(_ document: Document, around index: NodeIndex) {
    var block = document.parent(of: index)
    for _ in 0..<5 {
      let outer = document.parent(of: block)
      let span = document.span(outer)
      guard outer != 0, document.tag(outer) != .body, sums.text(span) <= 400,
        sums.text(span.lowerBound..<index) <= 120, sums.dates(span) <= 1, sums.rows(span) <= 8,
        // A page whose rows a script has yet to write is as short as a foot: its breadcrumb is not.
        !parts[Int(span.lowerBound)..<Int(index)].contains(.crumb)
      else { break }
      block = outer
    }
    if document.tag(block) != .body { mark(document.span(block), .footer) }
  }

  /// Lists under a heading such as 友情链接 or 相关阅读, and 上一篇/下一篇 lines.
  private mutating func markHeaded(_ document: Document) {
    var steps: Set<[UInt8]>?
    for index in 0..<document.count where document.isText(index) && !sums.silent[Int(index)] {
      let count = document.nodes[Int(index)].content.count
      guard count <= 60, count >= 6, parts[Int(index)] == .main || parts[Int(index)] == .side else {
        continue
      }
      guard unsafe document.withContent(index, { unsafe RegionWords.opening.mayBegin($0) }) else {
        continue
      }
      let text = ByteSearch.squeezed(document.content(index))
      if RegionWords.previousNext.begin(text) {
        markAround(document, index, .related, limit: 200)
      } else if text.count <= 30, RegionWords.friendHeadings.begin(text) {
        markBlock(document, index, .friends)
      } else if text.count <= 24, RegionWords.relatedHeadings.begin(text) {
        let known = steps ?? self.steps(document)
        steps = known
        if text.count >= 12, known.contains(text) { continue }
        markBlock(document, index, .related)
      }
    }
  }

  /// The texts of header and breadcrumb: 热点回应 and 热点聚焦 are columns as well.
  private func steps(_ document: Document) -> Set<[UInt8]> {
    var found: Set<[UInt8]> = []
    for node in 0..<document.count
    where (parts[Int(node)] == .crumb || parts[Int(node)] == .header) && document.isText(node) {
      let text = document.content(node)
      if text.count <= 120 { found.insert(ByteSearch.squeezed(text)) }
    }
    return found
  }

  /// The smallest block around a text, while it stays below `limit` characters.
  private mutating func markAround(
    _ document: Document, _ text: NodeIndex, _ part: Part, limit: Int
  ) {
    var block = document.parent(of: text)
    var chosen = block
    var steps = 0
    while block != 0, steps < 4, sums.text(document.span(block)) <= limit,
      sums.dates(document.span(block)) <= 2
    {
      chosen = block
      block = document.parent(of: block)
      steps += 1
    }
    mark(document.span(chosen), part)
  }

  /// The block that a heading opens: the first ancestor with links beside the heading's own,
  /// as long as the heading stands at its beginning and it is no large part of the page.
  private mutating func markBlock(_ document: Document, _ heading: NodeIndex, _ part: Part) {
    let whole = max(1, sums.text(document.span(0)))
    var block = document.parent(of: heading)
    while block != 0 {
      let span = document.span(block)
      guard sums.text(span.lowerBound..<heading) <= 4, sums.prose(span) < 200,
        sums.text(span) * 2 < whole || sums.text(span) < 400
      else { return }
      // A block whose rows a script has yet to write does not reach over the breadcrumb beside it.
      if parts[Int(heading)..<Int(span.upperBound)].contains(.crumb) { return }
      if sums.links(heading..<span.upperBound) >= 2 {
        mark(span, part)
        return
      }
      let outer = document.parent(of: block)
      // One link is all there is below the heading: dated rows beside it are another list's.
      if sums.links(heading..<span.upperBound) == 1,
        sums.dates(document.span(outer)) >= sums.dates(span) + 3
      {
        mark(span, part)
        return
      }
      block = outer
    }
  }

  private mutating func mark(_ span: Range<NodeIndex>, _ part: Part) {
    for index in span { parts[Int(index)] = part }
  }
}

/// Judges one element by its names and by what it holds.
private struct RegionJudge {
  let document: Document
  let names: PageNames
  let sums: PageSums
  let whole: Int

  init(document: Document, names: PageNames, sums: PageSums) {
    self.document = document
    self.names = names
    self.sums = sums
    whole = max(1, sums.text(document.span(0)))
  }

  func part(of node: NodeIndex, within outer: Regions.Part) -> Regions.Part {
    switch outer {
    case .footer, .crumb, .friends, .pager: return outer
    case .main, .header, .menu, .side, .related: break
    }
    guard let hint = hint(of: node) else { return outer }
    let span = document.span(node)
    let text = sums.text(span)
    let dates = sums.dates(span)
    switch hint {
    case .footer:
      return dates < 3 && text * 5 < whole * 4 ? .footer : outer
    case .crumb:
      return text <= 160 && dates < 2 ? .crumb : outer
    case .pager:
      return text <= 200 && dates < 2 && sums.prose(span) == 0 ? .pager : outer
    case .menu:
      return dates < 2 && sums.linkText(span) * 2 >= text && sums.prose(span) < 60 ? .menu : outer
    case .header:
      return dates < 2 && text * 2 < whole && sums.prose(span) < 120 ? .header : outer
    case .side:
      return outer == .main && text * 10 < whole * 6 && sums.prose(span) < 120 ? .side : outer
    case .friends:
      return dates < 2 && text * 10 < whole * 6 ? .friends : outer
    case .related:
      return text * 2 < whole && sums.prose(span) < 200 ? .related : outer
    }
  }

  /// The head or foot of an `article` among others: of a list's row.
  private func isOfArticle(_ node: NodeIndex) -> Bool {
    let row = document.parent(of: node)
    let tag = document.tag(row)
    guard tag == .article || tag == .li else { return false }
    return document.children(of: document.parent(of: row)).count { document.tag($0) == tag } >= 2
  }

  private func hint(of node: NodeIndex) -> RegionWords.Hint? {
    switch document.tag(node) {
    case .footer: return isOfArticle(node) ? nil : .footer
    case .nav: return .menu
    case .header: return isOfArticle(node) ? nil : .header
    case .aside: return .side
    case .a, .p, .span, .img, .br, .input, .font, .b, .strong, .em, .i: return nil
    default: break
    }
    return names.region(node)
  }
}
