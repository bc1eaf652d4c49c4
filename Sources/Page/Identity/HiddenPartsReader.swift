import Markup

/// Looks for what a page shows beside its words.
struct HiddenPartsReader {
  let document: Document

  func read() -> HiddenParts {
    var found: HiddenParts = []
    for node in 0..<document.count {
      switch document.tag(node) {
      case .script where !found.contains(.script) && mayWrite(node): found.insert(.script)
      case .img where !found.contains(.picture) && !isNamed(node): found.insert(.picture)
      case .object, .embed, .video: found.insert(.picture)
      case .input where !isHidden(node): found.insert(.input)
      case .textarea, .button, .select: found.insert(.input)
      case .a where !found.contains(.bareLink) && isBare(node): found.insert(.bareLink)
      default: break
      }
    }
    return found
  }

  // MARK: Scripts

  /// What a script says that changes the page.
  private static let writing = Phrases([
    "write", "innerHTML", "outerHTML", "insertAdjacent", "createElement", "appendChild", "append",
    "prepend", ".html(", ".load(", ".after(", ".before(", "replaceWith", "getScript", "import(",
    "eval", "render", "mount", "new Vue", "iframe", "ajax", "fetch(", "XMLHttpRequest", ".get(",
    ".post(",
  ])

  /// Libraries that write nothing themselves.
  private static let inert = ["jquery", "html5shiv", "respond", "modernizr"]

  private func mayWrite(_ node: NodeIndex) -> Bool {
    let type = document.attribute(node, "type").map { ByteText.lowered($0) } ?? []
    let isProgram =
      type.isEmpty || ByteText.contains(type[...], Array("script".utf8))
      || ByteText.contains(type[...], Array("module".utf8))
    guard isProgram else { return false }
    if let source = document.attribute(node, "src"), !source.isEmpty {
      return !Self.inert.contains(Self.library(source))
    }
    return document.descendants(of: node).contains { Self.writing.occur(in: document.content($0)) }
  }

  /// The name of a library by its address: `jquery` of `/js/jquery-1.12.4.min.js?v=2`.
  private static func library(_ address: ArraySlice<UInt8>) -> String {
    let path = address.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let file = path.split(separator: UInt8(ascii: "/")).last ?? []
    var name = String(decoding: ByteText.lowered(file), as: UTF8.self)
    for ending in [".js", ".min", ".slim"] where name.hasSuffix(ending) {
      name.removeLast(ending.utf8.count)
    }
    // The version's figures, points and strokes.
    while let last = name.utf8.last, (0x2D...0x39).contains(last) { name.removeLast() }
    return name
  }

  // MARK: Pictures and links

  /// Words of a picture that stands for an account or an entry.
  private static let telling = Phrases([
    "二维码", "微信", "微博", "公众号", "扫", "客户端", "新媒体", "搜", "检索", "查询", "qr",
  ])

  /// A picture says what it shows, and that is none of what is asked for elsewhere.
  private func isNamed(_ node: NodeIndex) -> Bool {
    let words = [document.attribute(node, "alt"), document.attribute(node, "title")]
      .compactMap { $0 }.filter { $0.contains { $0 >= 0x80 } }
    return !words.isEmpty && !words.contains { Self.telling.occur(in: $0) }
  }

  private func isHidden(_ node: NodeIndex) -> Bool {
    document.attribute(node, "type").map { ByteText.lowered($0) } == Array("hidden".utf8)
  }

  private func isBare(_ node: NodeIndex) -> Bool {
    guard document.attribute(node, "href") != nil else { return false }
    return !document.descendants(of: node).contains { child in
      if document.isText(child) { return document.content(child).contains { $0 > 0x20 } }
      return document.tag(child) == .img
    }
  }
}
