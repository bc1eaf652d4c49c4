import Markup
import Texts

/// Tells, for a page without rows, an empty list from one that a script fills.
struct ListStateReader {
  let page: ListPage
  let scripts: PageScripts
  var document: Document { page.document }

  private static let emptyTexts = Phrases([
    "暂无", "没有相关", "没有找到", "无相关", "没有任何", "没有信息", "没有数据", "没有记录", "尚无", "无数据", "无记录", "内容为空", "栏目为空",
    "未找到", "没有符合", "正在建设", "建设中",
  ])
  /// Words of what may be missing, so that `暂无` alone in a sentence is not taken.
  private static let emptyThings = Phrases([
    "信息", "数据", "内容", "记录", "文章", "文件", "资料", "新闻", "结果", "更新", "公开", "栏目", "暂无",
  ])
  static let requests = Phrases([
    "$.ajax", "jQuery.ajax", "$.get", "$.post", "getJSON", "XMLHttpRequest", "axios", "fetch(",
    ".load(", "datacall", "loadData", "getColumnList", "$http", "laypage", "layui.", "new Vue",
    "createApp(", "getList(", "queryList", "dataTable(",
  ])
  private static let writers = Phrases([
    "append(", ".html(", "innerHTML", "appendTo(", "new Vue", "createApp(", "template(", "tpl(",
    "render(", ".load(", "datacall", "loadData", "laypage", "dataTable(",
  ])
  private static let templates = Phrases(["{{", "<%=", "v-for", "ng-repeat", "{{#"])
  private static let listNames = Phrases([
    "list", "news", "data", "lb", "table", "con", "content", "main", "right",
  ])

  /// The state of a page whose main list has no row.
  func state(isArticle: Bool, hasPreviews: Bool) -> ListState {
    if isArticle { return .none }
    let filled = isFilledBySystem
    if let text = emptyText() {
      return filled || isTemplate(text) || hasFetchedElement ? .unreadable : .empty
    }
    if !hasPreviews, !hasBody, hasTemplateRow || isFilledLater { return .unreadable }
    if isCountedEmpty { return filled || isFetched ? .unreadable : .empty }
    guard !hasPreviews, let frame = emptyFrame() else {
      return filled && !hasBody ? .unreadable : .none
    }
    if filled || isTemplated || isWritten(frame) { return .unreadable }
    return isStatic(frame) ? .empty : .unreadable
  }

  /// Nothing but the server can have left the frame empty.
  ///
  /// A page shows it that has no script, form or frame at all, or a pager that the server wrote;
  /// else the frame must be a bare `ul`, `ol` or `tbody` that no script could find by its id, and no script
  /// may be named after lists or data.
  private func isStatic(_ frame: NodeIndex) -> Bool {
    if !(0..<document.count).contains(where: isMoving) { return true }
    if CMSAdapter.first({ $0.pager?(scripts)?.scheme }) != nil { return true }
    switch document.tag(frame) {
    case .ul, .ol, .tbody, .table: break
    default: return false
    }
    guard document.attribute(frame, "id") == nil else { return false }
    return !(0..<document.count).contains { node in
      document.tag(node) == .script
        && document.attribute(node, "src").map {
          Self.dataScripts.occur(in: ByteSearch.lowered($0))
        }
          ?? false
    }
  }

  /// An element with which more can come than the server wrote.
  private func isMoving(_ node: NodeIndex) -> Bool {
    switch document.tag(node) {
    case .script, .form, .iframe, .frame, .object, .embed: true
    default: false
    }
  }

  private static let dataScripts = Phrases([
    "list", "vue", "layui", "template", "axios", "react", "angular", "juicer", "mustache",
    "getdata",
    "laypage", "data.js", "app.", "chunk",
  ])

  /// The page carries text of its own, so that a data script needs not be its list.
  private var hasBody: Bool {
    page.sums.prose(document.span(0)) >= 200
  }

  /// A known system's words for fetching a list.
  private var isFilledBySystem: Bool {
    allAdapters.contains { adapter in
      scripts.mention(adapter.fills) || markedInAttributes(adapter.fills)
    }
  }

  private func markedInAttributes(_ words: Phrases) -> Bool {
    for node in 0..<document.count
    where document.tag(node) == .div || document.tag(node) == .ul || document.tag(node) == .script {
      for name in ["querydata", "url", "data-url"] as [StaticString] {
        let isMarked = unsafe document.withAttribute(node, name) { value in
          unsafe name.utf8CodeUnitCount == 9
            || words.occur(in: UnsafeBufferPointer(rebasing: value.prefix(400)))
        }
        if isMarked == true { return true }
      }
    }
    return false
  }

  /// A list template that the browser would fill.
  private var isTemplated: Bool {
    scripts.scripts.contains { $0.isData && Self.templates.occur(in: $0.text) }
      || document.nodes.indices.contains { index in
        let node = NodeIndex(index)
        return document.isElement(node)
          && (document.attribute(node, "v-for") != nil
            || document.attribute(node, "ng-repeat") != nil
            || document.attribute(node, "v-text") != nil)
      }
  }

  /// A row of a template, or an element of a component's own name that says list, in the main part:
  /// `<li v-for=…>`, `<igs-list :chnl='1187'>`.
  private var hasTemplateRow: Bool {
    (0..<document.count).contains { node in
      guard document.isElement(node), !page.sums.silent[Int(node)],
        page.regions.part(of: node) == .main
      else { return false }
      if document.attribute(node, "v-for") != nil || document.attribute(node, "ng-repeat") != nil {
        return true
      }
      guard document.tag(node) == .other, page.sums.text(document.span(node)) == 0 else {
        return false
      }
      let name = document.name(of: node)
      return name.contains(0x2D) && ByteSearch.find(Array("list".utf8), in: name) != nil
    }
  }

  /// The page counts nothing, 共0条, which no script is there to change.
  private var isCountedEmpty: Bool {
    (0..<document.count).contains { node in
      guard document.isText(node), !page.sums.silent[Int(node)],
        document.nodes[Int(node)].content.count <= 60,
        page.regions.part(of: node) == .main || page.regions.part(of: node) == .pager,
        unsafe document.withContent(node, { unsafe Self.zeroCounts.mayBegin($0) })
      else { return false }
      return Self.zeroCounts.begin(ByteSearch.squeezed(document.content(node)))
    }
  }

  private static let zeroCounts = Phrases(["共0条", "总共0条", "共有0条", "共计0条"])

  /// A script fetches and writes, whatever it names.
  private var isFetched: Bool {
    scripts.scripts.contains {
      !$0.isData && Self.requests.occur(in: $0.text) && Self.writers.occur(in: $0.text)
    }
  }

  /// A script fetches and writes, or names the frame.
  private func isWritten(_ frame: NodeIndex) -> Bool {
    let names = [
      frame, document.parent(of: frame), document.parent(of: document.parent(of: frame)),
    ]
    .compactMap { document.attribute($0, "id") }.filter { $0.count >= 2 }
    for script in scripts.scripts where !script.isData {
      if Self.requests.occur(in: script.text), Self.writers.occur(in: script.text) { return true }
      for name in names where mentions(script.text, Array(name)) {
        if Self.writers.occur(in: script.text) || Self.requests.occur(in: script.text) {
          return true
        }
      }
    }
    return false
  }

  /// `#id`, `'id'` or `"id"` in a script.
  private func mentions(_ text: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
    [0x23, 0x22, 0x27].contains { ByteSearch.find([$0] + name, in: text) != nil }
  }

  // MARK: What the page shows

  /// The text that says there is nothing: short, visible, in the main part.
  private func emptyText() -> NodeIndex? {
    for node in 0..<document.count where document.isText(node) && !page.sums.silent[Int(node)] {
      let count = document.nodes[Int(node)].content.count
      guard count >= 6, count <= 160, page.regions.part(of: node) == .main else { continue }
      let text = unsafe document.withContent(node) { unsafe WhiteSpace.squeezed($0) }
      guard text.count <= 90, Self.emptyTexts.occur(in: text), Self.emptyThings.occur(in: text),
        !isHidden(node), document.ancestor(of: node, tagged: .a) == nil,
        standsAlone(node)
      else { continue }
      return node
    }
    return nil
  }

  /// The block around the text holds little else.
  func standsAlone(_ node: NodeIndex) -> Bool {
    page.sums.text(document.span(document.parent(of: node))) <= 40
  }

  func isHidden(_ node: NodeIndex) -> Bool {
    var current = document.parent(of: node)
    for _ in 0..<4 where current != 0 {
      if let style = document.attribute(current, "style") {
        let squeezed = ByteSearch.lowered(ByteSearch.squeezed(style))
        if ByteSearch.find(Array("display:none".utf8), in: squeezed) != nil { return true }
      }
      current = document.parent(of: current)
    }
    return false
  }

  /// The text belongs to a template: it stands under `v-if` and the like.
  private func isTemplate(_ node: NodeIndex) -> Bool {
    var current = document.parent(of: node)
    for _ in 0..<6 where current != 0 {
      if document.attribute(current, "v-if") != nil || document.attribute(current, "v-show") != nil
        || document.attribute(current, "v-else") != nil
        || document.attribute(current, "ng-if") != nil
      {
        return true
      }
      current = document.parent(of: current)
    }
    return false
  }

  /// Characters of the main part that are no links.
  var ownText: Int {
    var letters = 0
    for node in 0..<document.count where document.isText(node) {
      guard page.regions.part(of: node) == .main else { continue }
      let span = node..<(node + 1)
      letters += page.sums.text(span) - page.sums.linkText(span)
    }
    return letters
  }

  /// An element made for rows that holds none: `ul`, `ol`, `tbody`, or a block whose name says list.
  private func emptyFrame() -> NodeIndex? {
    let own = ownText
    guard own < 300 else { return nil }
    if let heads = bareHeads() { return heads }
    for node in 0..<document.count where document.isElement(node) {
      guard page.regions.part(of: node) == .main || page.regions.part(of: node) == .pager,
        !page.sums.silent[Int(node)], page.sums.text(document.span(node)) == 0
      else { continue }
      switch document.tag(node) {
      case .ul, .ol, .tbody: if isInListFrame(node) { return node }
      case .div, .table, .dl, .section: if own < 120, isNamedList(node) { return node }
      default: break
      }
    }
    return nil
  }

  /// A table that holds the heads of a catalogue and no row below them.
  private func bareHeads() -> NodeIndex? {
    (0..<document.count).first { node in
      guard document.tag(node) == .table, page.regions.part(of: node) == .main,
        page.sums.links(document.span(node)) == 0, page.sums.text(document.span(node)) <= 120
      else { return false }
      let rows = document.all(.tr, in: node)
      guard rows.count == 1, let row = rows.first else { return false }
      let cells = document.children(of: row).filter {
        document.tag($0) == .td || document.tag($0) == .th
      }
      let names = cells.map { ByteSearch.squeezed(page.folded(document.span($0))[...]) }
      return names.count >= 3 && names.contains { Self.titleHeads.end($0) }
        && names.contains { Self.dayHeads.end($0) }
    }
  }

  private static let titleHeads = Phrases(["标题", "名称", "主题"])
  private static let dayHeads = Phrases(["日期", "时间"])

  /// The empty `ul` stands under a heading or beside a pager, or is named a list.
  private func isInListFrame(_ node: NodeIndex) -> Bool {
    if page.sums.media(document.span(node)) > 0 { return false }
    if isNamedList(node) { return true }
    var current = document.parent(of: node)
    for _ in 0..<2 where current != 0 && document.tag(current) != .body {
      if isNamedList(current) { return true }
      current = document.parent(of: current)
    }
    return false
  }

  private func isNamedList(_ node: NodeIndex) -> Bool {
    if page.sums.media(document.span(node)) > 0 { return false }
    for value in [document.attribute(node, "class"), document.attribute(node, "id")] {
      guard let value, value.count <= 80 else { continue }
      let name = ByteSearch.lowered(value)
      if ByteSearch.find(Array("list".utf8), in: name) != nil
        || ByteSearch.find(Array("news".utf8), in: name) != nil
      {
        return true
      }
    }
    return false
  }
}
