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
    guard rows >= Self.fewestRows else { return false }
    return hasActingElement || countsMore || loadsOnScroll || hasDrawnPager
  }

  // MARK: Elements that act

  private static let moreWords = Phrases([
    "加载更多", "点击加载更多", "查看更多信息", "加载下一页", "点击加载", "显示更多", "loadmore",
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

  private func acts(_ node: NodeIndex) -> Bool {
    let part = page.regions.part(of: node)
    guard part == .main || part == .pager, !page.sums.silent[Int(node)],
      (2...20).contains(page.sums.text(document.span(node)))
    else { return false }
    let text = page.folded(document.span(node))
    let isMore = Self.moreWords.name(ByteSearch.lowered(ByteSearch.squeezed(text[...])))
    guard isMore || PagerWords.mark(text) == .next, !isDisabled(node) else { return false }
    if document.tag(node) == .button { return document.ancestor(of: node, tagged: .form) != nil }
    if isMore {
      // Such words are drawn only where there is more; the element's name is what a script finds.
      return document.tag(node) == .a || document.attribute(node, "onclick") != nil
        || document.attribute(node, "id") != nil
    }
    return calls(node, "onclick") || calls(node, "href")
  }

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
        return value > rows && value < 1_000_000 && Self.counts.contains(name.lowercased())
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
        let name = document.attribute(node, "id")
      else { return false }
      return Self.pagerNames.occur(in: ByteSearch.lowered(name)[...])
    }
    guard let frame, let name = document.attribute(frame, "id") else { return false }
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

extension PageScripts.Script {
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
