import Markup
import Texts

/// The meta tags and the title tag of a page.
///
/// Source of the standard names: 政府网站发展指引 (国办发〔2017〕47号), annex 2 (SiteName, SiteDomain, SiteIDCode,
/// ColumnName, ColumnType, ArticleTitle, PubDate, ContentSource …).
struct PageMetas: Sendable {
  /// Names in lower case, in document order; empty contents are left out.
  private(set) var all: [Field] = []
  /// The text of `<title>`, white space folded; empty without one.
  private(set) var titleTag = ""
  /// The address of a meta refresh, as written.
  private(set) var refresh: [UInt8]?

  /// The most metas that are kept.
  private static let most = 200

  init(_ document: Document) {
    for index in document.descendants(of: 0) {
      switch document.tag(index) {
      case .meta: read(index, document)
      case .title where titleTag.isEmpty: titleTag = document.text(of: index)
      default: break
      }
    }
    if Self.isPlaceholder(titleTag) { titleTag = "" }
  }

  /// What an editor writes into a new page's title: 无标题文档, New Page 1, Untitled Document.
  private static func isPlaceholder(_ title: String) -> Bool {
    guard title.utf8.count <= 40 else { return false }
    let bytes = ByteText.lowered(Array(title.utf8)[...])
    return placeholders.contains { bytes.starts(with: $0) }
  }

  private static let placeholders = ByteText.words(
    "无标题文档", "无标题 ", "new page ", "untitled document", "untitled page", "新建网页 ")

  private mutating func read(_ node: NodeIndex, _ document: Document) {
    guard let content = document.attribute(node, "content"), !content.isEmpty else { return }
    if let kind = document.attribute(node, "http-equiv"),
      ByteText.lowered(kind).elementsEqual("refresh".utf8), refresh == nil
    {
      refresh = Self.refreshTarget(content)
    }
    guard all.count < Self.most,
      let name = document.attribute(node, "name") ?? document.attribute(node, "property"),
      !name.isEmpty, name.count <= 100
    else { return }
    let value = WhiteSpace.folded(content.prefix(4096))
    guard !value.isEmpty else { return }
    all.append(
      Field(label: String(decoding: ByteText.lowered(name), as: UTF8.self), value: value))
  }

  /// `5; url=/index.html` → `/index.html`, as browsers read it (HTML, "shared declarative refresh
  /// steps"); nil when it names no address.
  ///
  /// The number may be followed by a comma, and `url=` may be missing.
  private static func refreshTarget(_ content: ArraySlice<UInt8>) -> [UInt8]? {
    func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
    let text = content.drop(while: isSpace)
    let number = text.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    var rest = text[number.endIndex...].drop(while: isSpace)
    if let mark = rest.first, mark == UInt8(ascii: ";") || mark == UInt8(ascii: ",") {
      rest = rest.dropFirst().drop(while: isSpace)
    } else if !number.isEmpty, rest.startIndex == number.endIndex {
      return nil
    }
    let mark = rest.prefix(3)
    let value = rest.dropFirst(3).drop(while: isSpace)
    if ByteText.lowered(mark).elementsEqual("url".utf8), value.first == UInt8(ascii: "=") {
      rest = value.dropFirst().drop(while: isSpace)
    } else if number.isEmpty {
      return nil
    }
    if let quote = rest.first, quote == 0x22 || quote == 0x27 {
      rest = rest.dropFirst().prefix { $0 != quote }
    }
    while let last = rest.last, isSpace(last) || last == 0x22 || last == 0x27 { rest.removeLast() }
    return rest.isEmpty ? nil : Array(rest)
  }

  /// The content of a meta by its name in lower case; nil when it has none.
  func value(_ name: String) -> String? { all.first { $0.label == name }?.value }

  var siteName: String? { filled("sitename") }
  var articleTitle: String? { filled("articletitle") }
  var columnName: String? { filled("columnname") }
  var publishDate: String? { filled("pubdate") }
  var contentSource: String? { filled("contentsource") }

  /// The value of a standard meta, unless a template's own word for it still stands there:
  /// `<meta name="SiteName" content="网站名称">`.
  private func filled(_ name: String) -> String? {
    value(name).flatMap { Self.ownWords.contains($0) ? nil : $0 }
  }

  private static let ownWords: Set = [
    "网站名称", "站点名称", "政府网站名称", "栏目名称", "频道名称", "文章标题", "信息标题", "标题", "发布时间", "发布日期", "来源", "文章来源",
    "信息来源",
  ]
}
