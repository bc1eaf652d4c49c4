import Markup
import Texts
import Web

/// A pager as it stands on a page.
struct Pager {
  /// The nodes from its first link to its last.
  var nodes: Range<NodeIndex>
  var marks: [(node: NodeIndex, mark: PagerMark, url: WebURL?)]
  var statement = PagerWords.Statement()

  var links: [NodeIndex] { marks.map(\.node) }
}

/// Finds pagers: runs of links such as `首页 上一页 2 3 下一页 尾页`, select boxes of pages, and
/// texts such as `共12页`.
struct PagerReader {
  let page: ListPage
  private var document: Document { page.document }

  init(_ page: ListPage) { self.page = page }

  /// Every pager, in document order.
  func pagers() -> [Pager] {
    var out: [Pager] = []
    var open: Pager?
    func close() {
      if var found = open, isPager(found) {
        found.statement = statement(around: found.nodes)
        out.append(found)
      }
      open = nil
    }
    for node in 0..<document.count where document.tag(node) == .a && isLink(node) {
      let span = document.span(node)
      guard page.regions.part(of: node) != .footer, page.sums.text(span) <= 10 else {
        if page.sums.text(span) > 0 { close() }
        continue
      }
      // Most short links are no pager's: their first character tells.
      if !mayMark(span) {
        close()
        continue
      }
      var text = page.folded(span)
      if text.isEmpty { text = titleOrAlt(node) }
      guard let mark = PagerWords.mark(text) else {
        if !text.isEmpty, !isGap(text) { close() }
        continue
      }
      if let last = open?.nodes.upperBound, last <= node, page.sums.text(last..<node) > 60 {
        close()
      }
      let item = (node: node, mark: mark, url: page.pagerTarget(of: node))
      // Grown in place: a page of a hundred thousand such links must not be copied at each.
      if open == nil { open = Pager(nodes: span, marks: []) }
      if let nodes = open?.nodes {
        open?.nodes = nodes.lowerBound..<max(nodes.upperBound, span.upperBound)
      }
      open?.marks.append(item)
    }
    close()
    return out
  }

  /// The first text of a link may be a pager's, or there is none.
  private func mayMark(_ span: Range<NodeIndex>) -> Bool {
    for node in span where page.sums.text(node..<node + 1) > 0 {
      return unsafe document.withContent(node) { unsafe PagerWords.mayMark($0) }
    }
    return true
  }

  /// An `a` that leads somewhere: a bare `<a title="总记录数">` is a text.
  private func isLink(_ node: NodeIndex) -> Bool {
    document.hasAttribute(node, "href") || document.hasAttribute(node, "onclick")
  }

  private func titleOrAlt(_ anchor: NodeIndex) -> [UInt8] {
    let value =
      document.attribute(anchor, "title")
      ?? document.first(.img, in: anchor).flatMap { document.attribute($0, "alt") }
    return WhiteSpace.foldedBytes(value ?? [])
  }

  /// `…` between page numbers.
  private func isGap(_ text: [UInt8]) -> Bool {
    text.allSatisfy { $0 == 0x2E } || text.count <= 6 && Self.gaps.contains(text) || isLeap(text)
  }

  /// `下5页`, `后10页`: a leap over several pages.
  private func isLeap(_ text: [UInt8]) -> Bool {
    guard (7...8).contains(text.count), text.suffix(3).elementsEqual("页".utf8),
      text[3...].dropLast(3).allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    return Self.leaps.contains(Array(text.prefix(3)))
  }

  private static let leaps = ByteText.words("上", "下", "前", "后")

  private static let gaps = ByteText.words("…", "……", "转到", "GO", "跳转", "确定")

  private func isPager(_ pager: Pager) -> Bool {
    let turns = pager.marks.contains {
      $0.mark == .next || $0.mark == .last || $0.mark == .previous
    }
    let numbers = pager.marks.compactMap { mark -> Int? in
      if case .number(let value) = mark.mark { return value }
      return nil
    }
    if turns { return true }
    guard numbers.count >= 2 || (numbers.count == 1 && pager.marks.count >= 2) else { return false }
    guard zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) else { return false }
    return page.regions.part(of: pager.nodes.lowerBound) == .pager
      || namesPager(pager.nodes.lowerBound)
      || numbers.count >= 2 && pager.marks.allSatisfy { $0.url != nil || isScripted($0.node) }
  }

  private func isScripted(_ node: NodeIndex) -> Bool {
    document.attribute(node, "onclick") != nil
      || (document.attribute(node, "href") ?? []).starts(with: "javascript:".utf8)
  }

  private func namesPager(_ node: NodeIndex) -> Bool {
    var current = document.parent(of: node)
    for _ in 0..<3 where current != 0 {
      for name in [document.attribute(current, "class"), document.attribute(current, "id")] {
        if let name, ByteSearch.find(Array("page".utf8), in: ByteSearch.lowered(name)) != nil {
          return true
        }
      }
      current = document.parent(of: current)
    }
    return false
  }

  /// What the text around a pager's links states.
  private func statement(around nodes: Range<NodeIndex>) -> PagerWords.Statement {
    var block = nodes.lowerBound
    var best = PagerWords.Statement()
    var around = nodes
    for _ in 0..<6 {
      block = document.parent(of: block)
      let span = document.span(block)
      guard block != 0, page.sums.text(span) <= 240, span.count <= 2000 else { break }
      guard span.upperBound >= nodes.upperBound else { continue }
      around = span
      let found = PagerWords.statement(ByteSearch.squeezed(page.folded(span)[...]))
      if found.total != nil || found.current != nil { best = found }
      if best.total != nil { break }
    }
    if best.total == nil, let found = fraction(in: around) { best = found }
    return best
  }

  /// `1/33` as a text of its own: between the numbers of pages it can't be told from them.
  private func fraction(in span: Range<NodeIndex>) -> PagerWords.Statement? {
    for node in span where document.isText(node) && !page.sums.silent[Int(node)] {
      let text = document.content(node)
      guard text.count <= 40, text.contains(UInt8(ascii: "/")) else { continue }
      let squeezed = ByteSearch.squeezed(text)
      guard squeezed.allSatisfy({ (0x2F...0x39).contains($0) }) else { continue }
      let found = PagerWords.statement(squeezed)
      if found.total != nil { return found }
    }
    return nil
  }

  /// The first `共12页`, `1/12页` after a place; a pager without links, or one made by script.
  func statement(after place: NodeIndex) -> PagerWords.Statement? {
    var tries = 0
    for node in place..<document.count where document.isText(node) && !page.sums.silent[Int(node)] {
      let text = document.content(node)
      guard text.count <= 200 else { continue }
      if text.count <= 60, Self.counts.mayBegin(text), text.contains(UInt8(ascii: "/")),
        let counted = countedFraction(ByteSearch.squeezed(text))
      {
        return counted
      }
      guard ByteSearch.find(Array("页".utf8), in: text) != nil else { continue }
      tries += 1
      guard tries <= 20 else { return nil }
      var block = document.parent(of: node)
      for _ in 0..<3 where block != 0 {
        let span = document.span(block)
        guard page.sums.text(span) <= 160, span.count <= 400 else { break }
        let found = PagerWords.statement(ByteSearch.squeezed(page.folded(span)[...]))
        if found.pages != nil { return found }
        block = document.parent(of: block)
      }
    }
    return nil
  }

  /// `共7条 1/1`: a count of rows, and this page's number among all.
  private func countedFraction(_ text: [UInt8]) -> PagerWords.Statement? {
    guard Self.counts.begin(text) else { return nil }
    let found = PagerWords.statement(text)
    return found.records != nil && found.current != nil && found.pages != nil ? found : nil
  }

  private static let counts = Phrases(["共", "总"])

  /// Pages that a select box offers: option values are addresses, texts are page numbers.
  func selectPages() -> [(page: Int, url: WebURL?)] {
    for select in 0..<document.count where document.tag(select) == .select {
      let options = document.all(.option, in: select)
      guard options.count >= 2, options.count <= 5000 else { continue }
      let pages = options.compactMap { option -> (page: Int, url: WebURL?)? in
        let text = ByteSearch.squeezed(document.rawText(of: option)[...])
        guard let number = PagerWords.number(text) else { return nil }
        let value = document.attribute(option, "value") ?? []
        let isAddress = value.contains { $0 == 0x2E || $0 == 0x2F || $0 == 0x3F }
        return (number, isAddress ? WebURL(value, base: page.base) : nil)
      }
      guard pages.count == options.count, pages.first?.page == 1,
        zip(pages, pages.dropFirst()).allSatisfy({ $0.page + 1 == $1.page })
      else { continue }
      // A box of years or days is no pager; one of pages says so by value, name or script.
      let isMarked =
        pages.contains { $0.url != nil } || namesPager(options[0])
        || ByteSearch.find(
          Array("page".utf8), in: ByteSearch.lowered(document.attribute(select, "onchange") ?? []))
          != nil
      if isMarked { return pages }
    }
    return []
  }
}
