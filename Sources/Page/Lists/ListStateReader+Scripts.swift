import Markup
import Texts

/// What a page without rows shows of a script that brings them later.
extension ListStateReader {
  /// A script fetches and calls an empty element, a word says that something is on its way, a call
  /// writes into the main part, or the frame of an application stands there alone.
  var isFilledLater: Bool {
    hasFetchedElement || isLoading || isWrittenByCall || hasBareRoot || mayBeFilled
  }

  /// An empty element of the main part that a script which fetches something calls by its id,
  /// whatever its name.
  var hasFetchedElement: Bool { !fetchedElements(mostly: 1).isEmpty }

  /// The first of the empty elements that a fetching script calls by their ids.
  private func fetchedElements(mostly most: Int) -> [NodeIndex] {
    let fetching = scripts.scripts.filter { !$0.isData && Self.requests.occur(in: $0.text) }
    guard !fetching.isEmpty else { return [] }
    var found: [NodeIndex] = []
    for node in 0..<NodeIndex(document.count) where found.count < most {
      switch document.tag(node) {
      case .ul, .ol, .dl, .tbody, .table, .div, .section: break
      default: continue
      }
      guard page.regions.part(of: node) == .main, !page.sums.silent[Int(node)],
        page.sums.text(document.span(node)) == 0, page.sums.media(document.span(node)) == 0
      else { continue }
      let id = document.attribute(node, "id").map { Array($0) } ?? []
      let classes = document.attribute(node, "class")?.split(separator: 0x20) ?? []
      let isCalled =
        (1...80).contains(id.count) && fetching.contains { $0.calls(id) }
        || classes.contains { name in
          name.count <= 80 && fetching.contains { $0.callsClass(Array(name)) }
        }
      if isCalled { found.append(node) }
    }
    return found
  }

  /// A script brings the box of related documents: it stands empty below 相关解读, or its id says so.
  var awaitsRelated: Bool {
    fetchedElements(mostly: 32).contains { node in
      if let name = document.attribute(node, "id"),
        Self.relatedNames.occur(in: ByteSearch.lowered(name))
      {
        return true
      }
      return RelatedDocumentReader.isHeading(textBefore(node))
    }
  }

  /// 相关, 关联, 解读, 原文 and related, in the ways in which ids write them.
  private static let relatedNames = Phrases([
    "rel", "xiangguan", "guanlian", "jiedu", "xgjd", "xgwj", "xgwd", "xgzc", "xgyd", "zcjd",
    "wjjd", "jdlj", "zcyw", "yuanwen", "glwj", "gljd",
  ])

  /// The words that stand last before an element, if they stand near.
  private func textBefore(_ node: NodeIndex) -> [UInt8] {
    var place = node
    for _ in 0..<24 {
      guard place > 0 else { return [] }
      place -= 1
      guard document.isText(place), !page.sums.silent[Int(place)] else { continue }
      let text = ByteSearch.squeezed(document.content(place).prefix(200))
      if !text.isEmpty { return text }
    }
    return []
  }

  /// The page shows nothing of its own, and a script of the site's may bring it: one that stands in
  /// the empty main part, or one in a file beside an empty element with an id, or of a component's
  /// own name, that nothing else fills.
  private var mayBeFilled: Bool {
    guard ownText < 24 else { return false }
    var hasFile = false
    var hasFrame = false
    for node in 0..<NodeIndex(document.count) where document.isElement(node) {
      if document.tag(node) == .script {
        guard let source = document.attribute(node, "src"), Self.isOwn(source) else { continue }
        hasFile = true
        if page.regions.part(of: node) == .main, standsInBox(node) { return true }
      } else if !hasFrame, page.regions.part(of: node) == .main, !page.sums.silent[Int(node)],
        page.sums.text(document.span(node)) == 0, page.sums.media(document.span(node)) == 0
      {
        hasFrame = Self.isFrame(node, document)
      }
    }
    return hasFile && (hasFrame || hasLoneCall)
  }

  /// `showNews(12);` and nothing else, in a box of the main part: its function stands in a file.
  private var hasLoneCall: Bool {
    scripts.scripts.contains { script in
      guard !script.isData, script.text.count <= 300, page.regions.part(of: script.node) == .main,
        standsInBox(script.node)
      else { return false }
      let tokens = ScriptTokens(script.text).tokens
      guard tokens.count >= 3, case .name(let name) = tokens[0], tokens[1] == .mark("(") else {
        return false
      }
      return !["if", "for", "function", "alert", "setTimeout", "eval"].contains(name)
        && (tokens.last == .mark(")") || tokens.last == .mark(";"))
    }
  }

  /// The script stands in a box of the main part, not at the page's end.
  private func standsInBox(_ node: NodeIndex) -> Bool {
    switch document.tag(document.parent(of: node)) {
    case .body, .html, .head: false
    default: true
    }
  }

  /// An empty element that a script may be meant to fill, by its name.
  static func isFrame(_ node: NodeIndex, _ document: Document) -> Bool {
    switch document.tag(node) {
    case .ul, .ol, .dl, .tbody, .div, .section:
      guard let id = document.attribute(node, "id"), (1...80).contains(id.count) else {
        return false
      }
      return !idleNames.occur(in: ByteSearch.lowered(id))
    case .other: return document.name(of: node).contains(0x2D)
    default: return false
    }
  }

  /// Elements that stand empty beside any content.
  private static let idleNames = Phrases([
    "clear", "share", "qr", "ewm", "top", "foot", "tool", "bar", "wza", "float", "crumb",
    "position",
    "page", "dialog", "layer", "mask", "modal", "tip", "audio", "voice", "search", "login", "close",
    "player", "print", "code",
  ])

  /// A script of the site's own, as far as its name tells: no library, no counter, no plug-in.
  static func isOwn(_ source: ArraySlice<UInt8>) -> Bool {
    let file = ByteSearch.lowered(source.prefix(400)).split(separator: 0x2F).last ?? []
    return !file.isEmpty && !libraries.occur(in: file)
      && !counters.occur(in: ByteSearch.lowered(source.prefix(400)))
  }

  private static let libraries = Phrases([
    "jquery", "bootstrap", "swiper", "superslide", "slide", "html5", "respond", "modernizr",
    "css3", "polyfill", "lazyload", "share", "fontsize", "print", "qrcode", "layer.js", "animate",
    "wow.", "carousel", "scroll", "wza", "barrier", "accessib", "toolbar", "marquee", "focus",
    "menu", "nav", "header", "footer", "head.", "foot.", "top.", "font", "voice", "pngfix", "pie.",
    "tab.", "tabs", "datepicker", "calendar", "date.", "echarts", "video", "player", "count",
  ])
  private static let counters = Phrases([
    "hm.baidu", "cnzz", "51.la", "tongji", "kaipuyun", "jiathis", "bdstatic", "googletag",
    "analytics", "gov.cn/js/gov", "dcs.conac", "conac.cn", "gtag",
  ])

  private static let loadingWords = Phrases([
    "加载中", "正在加载", "载入中", "正在载入", "数据加载", "内容加载", "加载数据", "Loading...", "loading...", "Loading…",
  ])

  /// 正在加载, where nothing else stands and a script is there to end it.
  private var isLoading: Bool {
    let isSaid = (0..<document.count).contains { node in
      guard document.isText(node), !page.sums.silent[Int(node)],
        page.regions.part(of: node) == .main
      else { return false }
      let count = document.nodes[Int(node)].content.count
      guard count >= 9, count <= 160 else { return false }
      let text = unsafe document.withContent(node) { unsafe WhiteSpace.squeezed($0) }
      return text.count <= 60 && Self.loadingWords.occur(in: text) && !isHidden(node)
        && standsAlone(node)
    }
    return isSaid && (0..<document.count).contains { document.tag($0) == .script }
  }

  /// `document.write(getList(12))` in the main part: what is no literal can't be read.
  private var isWrittenByCall: Bool {
    guard ownText < 60 else { return false }
    return scripts.scripts.contains { script in
      guard !script.isData, page.regions.part(of: script.node) == .main else { return false }
      return ["document.write(", "document.writeln("].contains { call in
        guard let place = ByteSearch.find(Array(call.utf8), in: script.text) else { return false }
        let argument = script.text[(place + call.utf8.count)...].drop { $0 <= 0x20 }.prefix(40)
        guard let first = argument.first, (0x61...0x7A).contains(first | 0x20) || first == 0x5F
        else { return false }
        let name = argument.prefix { $0 != 0x28 && $0 != 0x2E && $0 != 0x20 && $0 != 0x29 }
        let isCall = argument.dropFirst(name.count).first == 0x28
        return isCall
          && !["unescape", "decodeURI", "decodeURIComponent", "String", "Date"]
            .contains { name.elementsEqual($0.utf8) }
      }
    }
  }

  /// The names of the one element in which an application draws its page.
  private static let roots = ["app", "root", "application", "main-app", "vue-app", "react-root"]

  /// The element of an application stands empty in the main part, and a script file is there.
  private var hasBareRoot: Bool {
    guard ownText < 60 else { return false }
    let isRoot = (0..<document.count).contains { node in
      guard document.tag(node) == .div, page.regions.part(of: node) == .main,
        page.sums.text(document.span(node)) == 0, page.sums.media(document.span(node)) == 0,
        let name = document.attribute(node, "id")
      else { return false }
      return Self.roots.contains { name.elementsEqual($0.utf8) }
    }
    return isRoot
      && (0..<document.count).contains { node in
        document.tag(node) == .script && document.attribute(node, "src") != nil
      }
  }
}
