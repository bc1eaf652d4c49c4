import Markup

/// Rows of the same markup under one element: what may be a list.
struct RowBlock {
  /// The elements whose children the rows are; several when a template cuts one list into pieces.
  var containers: [NodeIndex]
  /// The tag of the child that holds a row's link.
  let head: Tag
  /// A row's date stands beside its head, not in it: `dt` with `dd`, `a` with text, pairs of `tr`.
  let isSegmented: Bool
  var rows: Int
  /// Rows with a day or a part of one.
  var dated: Int
  /// Characters in the rows' links.
  var linkText: Int

  /// Undated rows of a word or two: table heads, 更多, a pager among the rows.
  var thin = 0

  /// At least three rows in five are dated, those of a word or two not counted.
  var isDated: Bool { dated > 0 && dated * 5 >= (rows - thin) * 3 && dated * 3 >= rows }
  var averageTitle: Int { rows == 0 ? 0 : linkText / rows }
  var first: NodeIndex { containers[0] }
}

/// One row of a block.
struct RowSpan {
  var head: NodeIndex
  /// The nodes of the row: the head with its followers.
  var nodes: Range<NodeIndex>
}

/// Finds every block of rows on a page, in document order, none within another.
struct RowBlockFinder {
  let page: ListPage
  private var sums: PageSums { page.sums }
  private var document: Document { page.document }

  init(_ page: ListPage) { self.page = page }

  /// The blocks.
  ///
  /// Cost: linear in the nodes.
  func blocks() -> [RowBlock] { merged(undisputed()) }

  private struct Tally {
    var tag: Tag
    var rows = 0
    var dated = 0
    var linkText = 0
    var thin = 0
  }

  /// Of blocks within blocks the richer one.
  private func undisputed() -> [RowBlock] {
    var found: [RowBlock] = []
    var open: [Int] = []
    var dropped: Set<Int> = []
    for node in 0..<document.count {
      guard let block = block(in: node) else { continue }
      while let last = open.last, document.nodes[Int(found[last].first)].end <= node {
        open.removeLast()
      }
      var keeps = true
      while let last = open.last {
        guard prefers(block, over: found[last]) else {
          keeps = false
          break
        }
        dropped.insert(last)
        open.removeLast()
      }
      if keeps {
        open.append(found.count)
        found.append(block)
      }
    }
    return found.indices.filter { !dropped.contains($0) }.map { found[$0] }
  }

  private func prefers(_ inner: RowBlock, over outer: RowBlock) -> Bool {
    if inner.isDated != outer.isDated {
      // A short list of titles one of which has a day is no row itself.
      let isShortList =
        outer.rows == 1 && inner.dated == 1 && (2...4).contains(inner.rows) && inner.thin == 0
        && inner.averageTitle >= 9 && (inner.head == .li || inner.head == .tr)
      return inner.isDated || isShortList
    }
    if inner.rows != outer.rows { return inner.rows > outer.rows }
    switch inner.head {
    case .a, .span, .font, .b, .strong, .em, .i, .td, .p, .h1, .h2, .h3, .h4, .h5, .h6: return false
    default: return true
    }
  }

  /// The block whose rows are this element's children, or nil.
  private func block(in node: NodeIndex) -> RowBlock? {
    guard document.isElement(node), !sums.silent[Int(node)], document.tag(node) != .a,
      sums.links(document.span(node)) > 0
    else { return nil }
    // The children of most elements are of one kind: no list for one tally.
    var best = Tally(tag: .other)
    var others: [Tally] = []
    forEachChild(of: node) { child in
      guard isHead(child, in: node) else { return }
      let tag = document.tag(child)
      if best.rows == 0 { best.tag = tag }
      if best.tag == tag {
        count(child, in: &best)
      } else {
        let place = others.firstIndex { $0.tag == tag } ?? others.count
        if place == others.count { others.append(Tally(tag: tag)) }
        count(child, in: &others[place])
      }
    }
    guard best.rows > 0 else { return nil }
    for other in others where (best.dated, best.rows) < (other.dated, other.rows) { best = other }
    if document.tag(node) == .body, best.tag == .div, areParts(of: node) { return nil }
    guard best.dated >= 1 || best.rows >= 2 else { return nil }
    var block = RowBlock(
      containers: [node], head: best.tag, isSegmented: false, rows: best.rows, dated: best.dated,
      linkText: best.linkText, thin: best.thin)
    if !block.isDated, best.rows >= 2 {
      let beside = datesBeside(best.tag, in: node)
      if beside > 0, beside * 5 >= best.rows * 3, beside <= best.rows * 2,
        sums.prose(document.span(node)) <= best.rows * 150
      {
        block = RowBlock(
          containers: [node], head: best.tag, isSegmented: true, rows: best.rows,
          dated: min(beside, best.rows), linkText: best.linkText)
      }
    }
    return block.isDated || block.rows >= 2 ? block : nil
  }

  private func count(_ row: NodeIndex, in tally: inout Tally) {
    let span = page.unclosed.span(row, in: document)
    tally.rows += 1
    tally.linkText += sums.linkText(span)
    // 大 中 小 beside a day are an information line's tools, no row.
    let isTitled = sums.links(span) == 1 || sums.linkText(span) >= 4
    if isTitled, sums.dates(span) + sums.linkDates(span) > 0 {
      tally.dated += 1
    } else if sums.linkText(span) <= 6 {
      tally.thin += 1
    }
  }

  /// The body's children are the parts of a page, menu, text, foot: each has a name of its own.
  private func areParts(of body: NodeIndex) -> Bool {
    var rows = 0
    var names: Set<ArraySlice<UInt8>> = []
    forEachChild(of: body) { child in
      guard document.tag(child) == .div, isHead(child, in: body) else { return }
      rows += 1
      names.insert(document.attribute(child, "class") ?? [])
    }
    return names.count >= 2 && names.count * 2 > rows
  }

  /// An element that may hold one row: a link or a few, and not several dated rows of its own.
  private func isHead(_ node: NodeIndex, in container: NodeIndex) -> Bool {
    guard document.isElement(node), !sums.silent[Int(node)],
      page.regions.part(of: node) == page.regions.part(of: container)
    else { return false }
    let span = page.unclosed.span(node, in: document)
    let links = sums.links(span)
    guard (1...6).contains(links), sums.text(span) <= 1200, sums.prose(span) <= 600 else {
      return false
    }
    if page.regions.part(of: node) == .main, page.regions.foreignLinks(in: span) > 0 {
      return isTied(node, span)
    }
    if links >= 3, sums.dates(span) + sums.linkDates(span) == 0, holdsList(node, links) {
      return false
    }
    let pairs = min(links, sums.dates(span))
    return pairs < 2 || (pairs == 2 && sums.rows((node + 1)..<max(node + 1, span.upperBound)) < 2)
  }

  /// A box of a page: all its links stand in rows of their own, each a title's length.
  private func holdsList(_ node: NodeIndex, _ links: Int) -> Bool {
    guard document.tag(node) == .div || document.tag(node) == .section || document.tag(node) == .td
    else { return false }
    let rows = document.span(node).lazy.filter { child in
      let span = document.span(child)
      return document.tag(child) == .li && sums.links(span) == 1 && sums.linkText(span) >= 9
    }
    return rows.count == links
  }

  /// A row with one day that begins with its own link and bears a box of documents that belong to
  /// it: the links of 相关解读 are no rows.
  private func isTied(_ node: NodeIndex, _ span: Range<NodeIndex>) -> Bool {
    guard document.tag(node) == .li, sums.dates(span) == 1,
      let link = span.first(where: { document.tag($0) == .a && sums.links($0..<$0 + 1) > 0 })
    else { return false }
    return page.regions.part(of: link) == .main && sums.text(node..<link) <= 12
  }

  private func children(of node: NodeIndex) -> [NodeIndex] {
    page.unclosed.children(of: node, in: document)
  }

  /// The same, most of them without a list of their own being made.
  @inline(__always)
  private func forEachChild(of node: NodeIndex, _ body: (NodeIndex) -> Void) {
    guard page.unclosed.isEmpty else {
      for child in children(of: node) { body(child) }
      return
    }
    let end = document.nodes[Int(node)].end
    var child = node + 1
    while child < end {
      body(child)
      child = document.nodes[Int(child)].end
    }
  }

  private func datesBeside(_ tag: Tag, in node: NodeIndex) -> Int {
    var dates = 0
    forEachChild(of: node) { child in
      if document.tag(child) == tag, isHead(child, in: node) { return }
      let span = page.unclosed.span(child, in: document)
      // A neighbour with rows of its own is no part of a row.
      if sums.links(span) <= 1 { dates += sums.dates(span) }
    }
    return dates
  }

  // MARK: Lists that a template cuts into pieces

  private func merged(_ blocks: [RowBlock]) -> [RowBlock] {
    var out: [RowBlock] = []
    for block in blocks {
      guard var last = out.last, last.head == block.head, last.isDated == block.isDated,
        last.isSegmented == block.isSegmented, let end = last.containers.last,
        continues(from: end, to: block.first)
      else {
        out.append(block)
        continue
      }
      last.containers += block.containers
      last.rows += block.rows
      last.dated += block.dated
      last.linkText += block.linkText
      last.thin += block.thin
      out[out.count - 1] = last
    }
    return out
  }

  /// Two containers of the same make side by side, with nothing or only a year or a month between
  /// them.
  private func continues(from left: NodeIndex, to right: NodeIndex) -> Bool {
    guard document.tag(left) == document.tag(right),
      page.regions.part(of: left) == page.regions.part(of: right)
    else { return false }
    let upperLeft = outermost(left)
    let upperRight = outermost(right)
    guard document.parent(of: upperLeft) == document.parent(of: upperRight),
      document.nodes[Int(upperLeft)].end <= upperRight,
      document.tag(upperLeft) != .td || hasSameWidth(upperLeft, upperRight)
    else { return false }
    let between = document.nodes[Int(upperLeft)].end..<upperRight
    let letters = sums.text(between)
    if letters == 0 { return true }
    guard sums.links(between) == 0 else { return false }
    if letters <= 10, RowDate.yearMonth(ByteSearch.squeezed(page.folded(between)[...])) != nil {
      return true
    }
    guard letters <= 6 else { return false }
    return page.folded(between).contains { (0x30...0x39).contains($0) }
  }

  /// Cells of one layout table are pieces of one list only where they are made alike: a narrow
  /// cell beside a wide one is a side column.
  private func hasSameWidth(_ left: NodeIndex, _ right: NodeIndex) -> Bool {
    let widths = [left, right].map { document.attribute($0, "width").map(Array.init) }
    let classes = [left, right].map { document.attribute($0, "class").map(Array.init) }
    return widths[0] == widths[1] && classes[0] == classes[1]
  }

  /// The highest ancestor that holds no more text than the node itself.
  private func outermost(_ node: NodeIndex) -> NodeIndex {
    var current = node
    let text = sums.text(document.span(node))
    var steps = 0
    while steps < 12 {
      let parent = document.parent(of: current)
      guard parent != 0, document.tag(parent) != .body, sums.text(document.span(parent)) == text
      else { break }
      current = parent
      steps += 1
    }
    return current
  }

  // MARK: Rows

  /// The rows of a block, top to bottom.
  func rows(of block: RowBlock) -> [RowSpan] {
    block.containers.flatMap { rows(in: $0, of: block) }
  }

  /// A table row that shows two rows side by side (link, day, link, day), cut in two.
  private func halves(_ head: NodeIndex) -> [RowSpan] {
    let span = page.unclosed.span(head, in: document)
    let whole = [RowSpan(head: head, nodes: span)]
    guard document.tag(head) == .tr, sums.links(span) == 2 else { return whole }
    if sums.dates(span) == 0 { return undatedHalves(head) ?? whole }
    guard sums.dates(span) == 2 else { return whole }
    let cells = document.children(of: head).filter {
      sums.links(document.span($0)) + sums.dates(document.span($0)) > 0
    }
    guard cells.count == 4, sums.links(document.span(cells[2])) == 1,
      sums.dates(document.span(cells[1])) == 1, sums.links(document.span(cells[0])) == 1
    else { return whole }
    return [
      RowSpan(head: cells[0], nodes: cells[0]..<cells[2]),
      RowSpan(head: cells[2], nodes: cells[2]..<span.upperBound),
    ]
  }

  /// Two cells and nothing else, each a link of a title's length.
  private func undatedHalves(_ head: NodeIndex) -> [RowSpan]? {
    let cells = document.children(of: head).filter { document.isElement($0) }
    guard cells.count == 2,
      cells.allSatisfy({
        let span = document.span($0)
        return sums.links(span) == 1 && sums.linkText(span) >= 6
          && sums.text(span) <= sums.linkText(span) + 2
      })
    else { return nil }
    return cells.map { RowSpan(head: $0, nodes: document.span($0)) }
  }

  private func rows(in container: NodeIndex, of block: RowBlock) -> [RowSpan] {
    let heads = children(of: container).filter {
      document.tag($0) == block.head && isHead($0, in: container)
    }
    guard block.isSegmented, let first = heads.first else {
      return heads.flatMap { halves($0) }
    }
    let end = document.nodes[Int(container)].end
    let datesLead = sums.dates((container + 1)..<first) > 0
    return heads.indices.map { index in
      let head = heads[index]
      if datesLead {
        let from = index == 0 ? container + 1 : document.span(heads[index - 1]).upperBound
        return RowSpan(head: head, nodes: from..<document.span(head).upperBound)
      }
      return RowSpan(head: head, nodes: head..<(index + 1 < heads.count ? heads[index + 1] : end))
    }
  }
}
