import Markup
import Texts

/// Tells whether a list goes on where no address leads: a pager that only a script turns, 加载更多,
/// rows that come as the reader scrolls.
///
/// Asked where a page with rows names no other page of its list.
struct LeadsOnReader {
  let page: ListPage
  let scripts: PageScripts
  /// How many rows the page shows.
  let rows: Int
  private var document: Document { page.document }

  /// A list that is shorter needs no further page, whatever its template holds.
  private static let fewestRows = 8

  var leadsOn: Bool {
    guard rows >= Self.fewestRows else { return rows >= 1 && namesAnotherPage }
    return namesAnotherPage || hasActingElement || countsMore || loadsOnScroll || hasDrawnPager
      || hasDeadNumbers
  }

  // MARK: Elements that act

  private static let moreWords = Phrases([
    "加载更多", "点击加载更多", "查看更多", "查看更多信息", "加载下一页", "点击加载", "显示更多", "loadmore",
  ])
  private static let disabled = Phrases(["disab", "noclick", "nolink", "gray", "nopage", "unable"])

  /// 下一页 or 加载更多 that a script answers, or that sends a form.
  private var hasActingElement: Bool {
    (0..<document.count).contains { node in
      switch document.tag(node) {
      case .a, .span, .button, .div, .li, .p, .em, .i: return acts(node)
      case .input: return sends(node)
      default: return false
      }
    }
  }

  /// 下一页, 尾页 or an arrow whose script names the number of another page, 加载更多 that calls one: a
  /// template alone writes no such thing.
  private var namesAnotherPage: Bool {
    (0..<NodeIndex(document.count)).contains { node in
      switch document.tag(node) {
      case .a, .span, .button, .li: break
      default: return false
      }
      let part = page.regions.part(of: node)
      guard part == .main || part == .pager else { return false }
      let span = document.span(node)
      guard span.count <= 8 else { return false }
      let text =
        document.tag(node) == .button ? Array(document.text(of: node).utf8) : page.folded(span)
      guard (1...60).contains(text.count) else { return false }
      if Self.moreWords.name(ByteSearch.lowered(ByteSearch.squeezed(text[...]))) {
        return !isDisabled(node) && (calls(node, "onclick") || calls(node, "href"))
      }
      let mark = PagerWords.mark(text)
      guard mark == .next || mark == .last || Self.arrows.contains(text) else { return false }
      return turns(node, beyond: 1, needsNumber: true) || isRoute(node)
    }
  }

  private static let arrows = [">", ">>", "»", "›", "→"].map { Array($0.utf8) }

  /// A route of an application, `#/list/2`, which leads to no page of its own.
  private func isRoute(_ node: NodeIndex) -> Bool {
    guard !isDisabled(node), let href = document.attribute(node, "href") else { return false }
    return href.starts(with: "#/".utf8) || href.starts(with: "#!".utf8)
  }

  /// 下一页 is such a route: what the page's other links say of its number is not so.
  var goesOnByRoute: Bool {
    (0..<NodeIndex(document.count)).contains { node in
      document.tag(node) == .a && isRoute(node)
        && PagerWords.mark(page.folded(document.span(node))) == .next
    }
  }

  private func acts(_ node: NodeIndex) -> Bool {
    let part = page.regions.part(of: node)
    guard part == .main || part == .pager else { return false }
    let text: [UInt8]
    if document.tag(node) == .button {
      // What buttons say counts as no text of the page.
      guard document.span(node).count <= 8 else { return false }
      text = Array(document.text(of: node).utf8)
      guard (6...60).contains(text.count) else { return false }
    } else {
      guard !page.sums.silent[Int(node)], (2...20).contains(page.sums.text(document.span(node)))
      else { return false }
      text = page.folded(document.span(node))
    }
    let isMore = Self.moreWords.name(ByteSearch.lowered(ByteSearch.squeezed(text[...])))
    guard isMore || PagerWords.mark(text) == .next, !isDisabled(node) else { return false }
    if document.tag(node) == .button, document.ancestor(of: node, tagged: .form) != nil {
      return true
    }
    if isMore {
      if document.tag(node) == .a, let href = document.attribute(node, "href"), !href.isEmpty,
        href.first != 0x23, !href.starts(with: "javascript:".utf8)
      {
        return false
      }
      // Such words are drawn only where there is more; the element's name is what a script finds.
      return document.tag(node) == .a || document.attribute(node, "onclick") != nil
        || document.attribute(node, "id") != nil
    }
    return turns(node, beyond: 1) || isHandled(node)
  }

  /// A link without an address and with a name, by which a file of the site's scripts may find it.
  func isHandled(_ node: NodeIndex) -> Bool {
    guard document.tag(node) == .a || document.tag(node) == .button,
      document.attribute(node, "class") != nil || document.attribute(node, "id") != nil,
      document.attribute(node, "href").map({
        $0.isEmpty || $0.first == 0x23 || $0.starts(with: "javascript:".utf8)
      }) ?? true
    else { return false }
    return !isDisabled(node) && hasOwnFile
  }

  private var hasOwnFile: Bool {
    (0..<document.count).contains { node in
      document.tag(node) == .script
        && document.attribute(node, "src").map { ListStateReader.isOwn($0) } ?? false
    }
  }

  /// Numbers of pages in a pager that are no links: a component drew them, and answers them.
  private var hasDeadNumbers: Bool {
    (0..<NodeIndex(document.count)).contains { node in
      switch document.tag(node) {
      case .li, .span, .button, .em: break
      default: return false
      }
      guard (1...3).contains(page.sums.text(document.span(node))),
        document.first(.a, in: node) == nil, document.ancestor(of: node, tagged: .a) == nil,
        let number = PagerWords.number(page.folded(document.span(node))), (2...999).contains(number)
      else { return false }
      return document.attribute(document.parent(of: node), "class").map {
        Self.pagerClasses.occur(in: ByteSearch.lowered($0))
      } ?? false
    }
  }

  private static let pagerClasses = Phrases([
    "el-pager", "ant-pagination", "ivu-page", "pagination",
  ])

  /// A script turns the page from here: the element calls a function, or bears the number of another
  /// page for one.
  ///
  /// With `needsNumber` a call without one, `next()`, does not count.
  func turns(_ node: NodeIndex, beyond current: Int, needsNumber: Bool = false) -> Bool {
    guard !isDisabled(node) else { return false }
    let data = ["data-page", "data-p", "data-index", "page"] as [StaticString]
    for name in data {
      if let value = document.attribute(node, name), let number = PagerWords.number(Array(value)) {
        return number > current
      }
    }
    for name in ["onclick", "href"] as [StaticString] where calls(node, name) {
      guard let script = document.attribute(node, name) else { continue }
      let digits = script.drop { $0 != 0x28 }.dropFirst().prefix { $0 != 0x29 }
      let number = PagerWords.number(Array(digits).filter { $0 > 0x20 && $0 != 0x27 && $0 != 0x22 })
      return number.map { $0 > current } ?? !needsNumber
    }
    return false
  }

  /// The page states more rows than it shows: 共24条, 总记录数：24.
  ///
  /// `list` is the element of the rows, whose titles count nothing.
  func countsRows(besides list: NodeIndex?) -> Bool {
    guard rows >= 1 else { return false }
    let own = list.map { document.span($0) }
    for node in 0..<NodeIndex(document.count)
    where document.isText(node) && !page.sums.silent[Int(node)] {
      if let own, own.contains(node) { continue }
      let part = page.regions.part(of: node)
      guard part == .main || part == .pager else { continue }
      let text = document.content(node)
      guard text.count <= 200, Self.rowWords.occur(in: text) else { continue }
      var block = document.parent(of: node)
      for _ in 0..<3 where block != 0 {
        let span = document.span(block)
        guard page.sums.text(span) <= 60, span.count <= 60 else { break }
        let found = PagerWords.statement(ByteSearch.squeezed(page.folded(span)[...]))
        if let records = found.records, records > rows, records < 1_000_000 { return true }
        block = document.parent(of: block)
      }
    }
    return false
  }

  private static let rowWords = Phrases(["共", "总", "检索到", "查询到", "找到"])

  /// The attribute calls a function: `goPage(2)`, `javascript:next()`, and no `void(0)`.
  private func calls(_ node: NodeIndex, _ name: StaticString) -> Bool {
    guard var script = document.attribute(node, name).map({ $0[...] }), script.count <= 300 else {
      return false
    }
    let scheme = Array("javascript:".utf8)
    if ByteSearch.lowered(script.prefix(scheme.count)) == scheme {
      script = script.dropFirst(scheme.count)
    } else if name.utf8CodeUnitCount == 4 {
      return false
    }
    let word = script.drop { $0 <= 0x20 }.prefix { $0 != 0x28 && $0 > 0x20 }
    guard script.contains(0x28), let first = word.first,
      (0x61...0x7A).contains(first | 0x20) || first == 0x5F || first == 0x24
    else { return false }
    return !["void", "return", "alert"].contains { word.elementsEqual($0.utf8) }
  }

  private func isDisabled(_ node: NodeIndex) -> Bool {
    [node, document.parent(of: node)].contains { element in
      document.hasAttribute(element, "disabled")
        || document.attribute(element, "class").map {
          Self.disabled.occur(in: ByteSearch.lowered($0)[...])
        } ?? false
    }
  }

  /// A button 下一页 that sends its form.
  private func sends(_ node: NodeIndex) -> Bool {
    guard let value = document.attribute(node, "value"), value.count <= 40,
      PagerWords.mark(Array(value)) == .next, !isDisabled(node)
    else { return false }
    return document.ancestor(of: node, tagged: .form) != nil || calls(node, "onclick")
  }

  // MARK: Scripts

  private static let plugins = Phrases([
    "laypage", "pagination", "Pagination", "jqPaginator", "Paging(", "paging(", "pager(", "Pager(",
  ])
  private static let counts = [
    "count", "total", "totalcount", "totalrecord", "totalrecords", "totaldata", "recordcount",
    "totalnum", "records", "totalelements",
  ]
  private static let pageCounts = ["pages", "totalpage", "totalpages", "pagecount", "pagetotal"]

  /// A plug-in's settings count more rows than the page shows, `laypage.render({count: 52})`.
  private var countsMore: Bool {
    scripts.scripts.contains { script in
      guard !script.isData, script.text.count <= 200_000, Self.plugins.occur(in: script.text)
      else { return false }
      let tokens = ScriptTokens(script.text).tokens
      return tokens.indices.dropLast(2).contains { place in
        guard case .name(let name) = tokens[place], tokens[place + 1] == .mark(":"),
          case .number(let value) = tokens[place + 2]
        else { return false }
        let key = name.lowercased()
        return value < 1_000_000
          && (value > rows && Self.counts.contains(key)
            || value > 1 && Self.pageCounts.contains(key))
      }
    }
  }

  private static let scrolls = Phrases([".scroll(", "onscroll", "\"scroll\"", "'scroll'"])
  private static let loads = Phrases([
    "loadMore", "loadmore", "loadNext", "nextPage", "pageIndex++", "page++", "pageNo++",
    "pageNum++",
    "$.ajax", "$.get", "$.post", "fetch(",
  ])

  private var loadsOnScroll: Bool {
    scripts.scripts.contains {
      !$0.isData && Self.scrolls.occur(in: $0.text) && Self.loads.occur(in: $0.text)
    }
  }

  private static let pagerNames = Phrases(["pager", "pagination", "fenye", "pages", "page"])
  private static let pagerFiles = Phrases(["pager", "pagination", "paging", "fenye", "page."])

  /// An empty element with a pager's name, and a script file or call to draw it.
  private var hasDrawnPager: Bool {
    let frame = (0..<document.count).first { node in
      switch document.tag(node) {
      case .div, .ul, .p, .span: break
      default: return false
      }
      let part = page.regions.part(of: node)
      guard part == .main || part == .pager, page.sums.text(document.span(node)) == 0,
        let name = document.attribute(node, "id") ?? document.attribute(node, "class")
      else { return false }
      return Self.pagerNames.occur(in: ByteSearch.lowered(name)[...])
    }
    if frame != nil, hasOwnFile { return true }
    guard let frame, let name = document.attribute(frame, "id") else { return hasLaypage }
    let isDrawn = (0..<document.count).contains { node in
      guard document.tag(node) == .script, let source = document.attribute(node, "src") else {
        return false
      }
      let file = ByteSearch.lowered(source).split(separator: 0x2F).last ?? []
      return Self.pagerFiles.occur(in: file)
    }
    return isDrawn || scripts.scripts.contains { !$0.isData && $0.calls(Array(name)) }
  }
}

extension LeadsOnReader {
  /// layui is there, and an empty element with an id behind the rows in which a file may draw its pager.
  private var hasLaypage: Bool {
    var hasPlugin = false
    var hasFrame = false
    for node in 0..<NodeIndex(document.count) {
      switch document.tag(node) {
      case .script:
        guard let source = document.attribute(node, "src") else { continue }
        let file = ByteSearch.lowered(source.prefix(400)).split(separator: 0x2F).last ?? []
        hasPlugin = hasPlugin || Self.layFiles.occur(in: file)
      case .div:
        guard !hasFrame, page.sums.text(document.span(node)) == 0,
          page.sums.media(document.span(node)) == 0, document.attribute(node, "id") != nil
        else { continue }
        let part = page.regions.part(of: node)
        hasFrame = (part == .main || part == .pager) && ListStateReader.isFrame(node, document)
      default: continue
      }
    }
    return hasPlugin && hasFrame && hasOwnFile
  }

  private static let layFiles = Phrases(["layui", "laypage"])
}

extension PageScripts.Script {
  /// `".name"`, `".name ul"` or `ClassName("name")` in the script, and no longer name.
  func callsClass(_ name: [UInt8]) -> Bool {
    guard !name.isEmpty else { return false }
    var rest = text
    while let place = ByteSearch.find(name, in: rest) {
      let end = place + name.count
      rest = text[end...]
      guard place > text.startIndex + 1 else { continue }
      let after = end < text.endIndex ? text[end] : 0
      let isWord =
        (0x30...0x39).contains(after) || (0x61...0x7A).contains(after | 0x20)
        || after == 0x5F || after == 0x2D
      guard !isWord else { continue }
      let before = text[place - 1]
      if before == 0x2E, [0x22, 0x27, 0x60, 0x20, 0x2C, 0x3E].contains(text[place - 2]) {
        return true
      }
      let caller = Array("ClassName(".utf8)
      if before == 0x22 || before == 0x27,
        text[..<(place - 1)].suffix(caller.count).elementsEqual(caller)
      {
        return true
      }
    }
    return false
  }

  /// `#id`, `'id'` or `"id"` in the script, and no longer name.
  func calls(_ name: [UInt8]) -> Bool {
    var rest = text
    while let place = ByteSearch.find(name, in: rest) {
      let end = place + name.count
      let before = place > text.startIndex ? text[place - 1] : 0
      let after = end < text.endIndex ? text[end] : 0
      let isWord =
        (0x30...0x39).contains(after) || (0x61...0x7A).contains(after | 0x20)
        || after == 0x5F || after == 0x2D
      if before == 0x23 && !isWord || (before == 0x22 || before == 0x27) && after == before {
        return true
      }
      rest = text[end...]
    }
    return false
  }
}
