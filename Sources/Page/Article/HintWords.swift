import Markup

/// Words in `id` and `class` that say what an element is for.
///
/// Hints only: structure decides, and a page without any of them is read as well.
enum HintWords {
  /// Containers of an article's body that content systems write (cms.md §12).
  static let bodyContainers: Set<String> = [
    "ucap-content", "trs_editor_view", "trs_ueditor", "trs_editor", "zoom", "zoomcon",
    "ivs_content",
    "vsb_content", "vsb_content_2", "vsb_content_3", "vsb_content_4", "vsb_content_5",
    "vsb_content_6",
    "vsb_content_500", "vsb_content_501", "vsb_content_1001", "v_news_content", "maintext",
    "main-txt",
    "view-content", "article-content", "article_content", "articlecontent", "content_article",
    "news_content", "newscontent", "pages_content", "content_body", "conttxt", "contxt",
    "article-body",
    "article_body", "articlebody", "detail-content", "detail_content", "info_content",
    "text_content",
    "bt_content", "j-fontcontent", "fontzoom", "txtcontent", "articletext", "article_txt", "zwnr",
    "xxgk_content", "gkml_content", "content_text", "js_content", "newsbody", "con_text",
  ]

  /// Parts of names of the page's frame: head, menus, foot.
  static let frame = [
    "header", "footer", "nav", "menu", "foot", "logo", "search", "friend", "banner", "topbar",
    "sidebar",
  ]

  /// Parts of names of an article's own parts, which outweigh those of the frame.
  static let article = ["article", "content", "detail", "news", "crumb", "position", "location"]

  /// Parts of names of headings.
  static let titles = ["title", "tit", "biaoti", "headline", "bt", "subject"]

  /// Parts of names of breadcrumbs.
  static let breadcrumbs = [
    "crumb", "position", "location", "weizhi", "curmb", "mbx", "dqwz", "bread", "path", "wz",
    "place",
    "local", "addr", "route", "dangqian", "guide", "navigation", "dz", "daohang", "current",
  ]

  /// Those of them that name nothing else.
  static let certain = ["crumb", "curmb", "bread", "position", "location", "weizhi", "mbx", "dqwz"]

  /// The value of `aria-label` that names a breadcrumb.
  static func isBreadcrumb(_ label: ArraySlice<UInt8>?) -> Bool {
    guard let label, label.count <= 60 else { return false }
    return ByteText.containsAny(ByteText.lowered(label)[...], of: labelBytes)
  }

  private static let labelBytes = ByteText.words("breadcrumb", "面包屑", "当前位置")

  /// The words of an element's `id` and `class`, in lower case, joined by blanks; bounded.
  static func names(of node: NodeIndex, in document: Document) -> [UInt8] {
    guard document.nodes[Int(node)].attributeCount > 0 else { return [] }
    var out: [UInt8] = []
    if let id = document.attribute(node, "id") { out += ByteText.lowered(id.prefix(120)) }
    if let kind = document.attribute(node, "class") {
      if !out.isEmpty { out.append(0x20) }
      out += ByteText.lowered(kind.prefix(200))
    }
    return out
  }

  static func contains(_ names: [UInt8], anyOf words: [[UInt8]]) -> Bool {
    !names.isEmpty && ByteText.containsAny(names[...], of: words)
  }

  static let frameBytes = frame.map { Array($0.utf8) }
  static let articleBytes = article.map { Array($0.utf8) }
  static let titleBytes = titles.map { Array($0.utf8) }
  static let certainBytes = certain.map { Array($0.utf8) }
  static let breadcrumbBytes = breadcrumbs.map { Array($0.utf8) }
  static let bodyBytes: Set<[UInt8]> = Set(bodyContainers.map { Array($0.utf8) })
}
