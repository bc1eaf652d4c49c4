import Markup
import Texts
import Web

/// Finds the files that an article offers: linked, written by a script, or shown in a viewer.
struct AttachmentReader {
  let document: Document
  let lines: PageLines
  let outline: PageOutline
  let part: MainPart
  let base: WebURL?

  /// The most attachments that are kept.
  private static let most = 500

  /// The files, in document order, each address once.
  func read() -> [Link] {
    let region = region()
    var seen: Set<String> = []
    var found: [(node: NodeIndex, link: Link)] = []
    for node in outline.links where region.contains(node) && found.count < Self.most {
      if let link = link(node), seen.insert(link.url.string).inserted { found.append((node, link)) }
    }
    for written in lines.flow.writtenLinks where region.contains(written.script) {
      guard Self.isFile(written.href[...]) || Self.isFile(Array(written.text.utf8)[...]),
        let url = WebURL(written.href, base: base), seen.insert(url.string).inserted
      else { continue }
      found.append(
        (written.script, Link(url: url, text: title(written.text, url), role: .attachment)))
    }
    for node in outline.innerPages where region.contains(node) {
      let name: StaticString = document.tag(node) == .object ? "data" : "src"
      guard let source = document.attribute(node, name), let file = Self.shownFile(source),
        let url = WebURL(file, base: base), seen.insert(url.string).inserted
      else { continue }
      found.append((node, Link(url: url, text: title("", url), role: .attachment)))
    }
    for node in region where Self.mayPlay(document, node) {
      guard let source = kept(node),
        let url = WebURL(source, base: base), seen.insert(url.string).inserted
      else { continue }
      let name = Self.named(document.attribute(node, "sudyfile-attr") ?? [])
      found.append((node, Link(url: url, text: title(name, url), role: .attachment)))
    }
    return found.sorted { $0.node < $1.node }.map(\.link)
  }

  /// The files that a page without a text of its own links where `isMain` says its main part is.
  func readLoose(_ isMain: (NodeIndex) -> Bool) -> [Link] {
    var seen: Set<String> = []
    return Array(
      outline.links.filter(isMain).compactMap(link)
        .filter { seen.insert($0.url.string).inserted }.prefix(Self.most))
  }

  /// `<div pdfsrc="/a/1.pdf" class="wp_pdf_player">`: an element that a script fills with a viewer;
  /// `<img data-uitype="pdf" data-powerurl="/a/1.pdf">`: the picture of a paper's first page;
  /// `<input type="button" onclick="location.href='/a/1.doc'">`.
  private static func mayPlay(_ document: Document, _ node: NodeIndex) -> Bool {
    switch document.tag(node) {
    case .div, .span, .p: document.nodes[Int(node)].attributeCount > 1
    case .img: document.nodes[Int(node)].attributeCount > 2
    case .input, .button: document.nodes[Int(node)].attributeCount > 0
    default: false
    }
  }

  private func kept(_ node: NodeIndex) -> ArraySlice<UInt8>? {
    let tag = document.tag(node)
    if tag == .input || tag == .button {
      let called = Self.calledFile(document.attribute(node, "onclick") ?? [])
      return called.isEmpty ? nil : called[...]
    }
    let source = document.attribute(node, "pdfsrc") ?? document.attribute(node, "data-powerurl")
    return source.flatMap { Self.isFile($0) ? $0 : nil }
  }

  /// `{'title':'名单.pdf'}`: the name that an editor keeps beside a file.
  private static func named(_ text: ArraySlice<UInt8>) -> String {
    let words = text.prefix(600).split(separator: UInt8(ascii: "'"))
    guard let place = words.firstIndex(where: { $0.elementsEqual("title".utf8) }),
      place + 2 < words.endIndex
    else { return "" }
    return WhiteSpace.folded(words[place + 2])
  }

  /// From the headline to the foot, or to the links that follow an article.
  private func region() -> Range<NodeIndex> {
    let flow = lines.flow
    guard let headline = part.headline else {
      guard part.container != 0 else { return 0..<0 }
      return part.container..<endOfFiles(below: part.container)
    }
    let first = min(part.body.lowerBound, lines.facts.count)
    let end = (first..<lines.facts.count).first { line in
      lines.facts[line].isFoot
        || lines.facts[line].endsArticle && Self.followsArticle(flow.text(line))
    }
    return headline.node..<(end.map { flow.lines[$0].node } ?? document.count)
  }

  /// Where an element ends; where `相关附件：` stands right below it, the next foot.
  private func endOfFiles(below node: NodeIndex) -> NodeIndex {
    let end = document.nodes[Int(node)].end
    let next = lines.flow.firstLine(at: end)
    guard next < lines.facts.count, lines.flow.lines[next].range.count <= 36,
      ByteText.contains(lines.flow.text(next), Self.label)
    else { return end }
    let foot = (next..<lines.facts.count).first {
      lines.facts[$0].isFoot || lines.facts[$0].endsArticle
    }
    return foot.map { lines.flow.lines[$0].node } ?? document.count
  }

  private static let label = Array("附件".utf8)

  private static func followsArticle(_ text: ArraySlice<UInt8>) -> Bool {
    ByteText.containsAny(text.prefix(60), of: following)
  }

  private func link(_ node: NodeIndex) -> Link? {
    let href = document.attribute(node, "href") ?? []
    let hint = document.attribute(node, "title") ?? []
    let call = document.attribute(node, "onclick") ?? href
    let leadsNowhere = Self.leadsNowhere(href)
    let original =
      document.attribute(node, "oldsrc")
      ?? (leadsNowhere ? document.attribute(node, "data-url") : nil) ?? []
    var called = Self.calledFile(call)
    if let stored = stored(node) { return stored }
    let isNamed = Self.isFile(hint) || namesFile(node)
    if isNamed, leadsNowhere, called.isEmpty { called = Self.calledFile(call, isNamed: true) }
    let isFile =
      isNamed || Self.isFile(href) || Self.isFile(original) || Self.isDownload(href)
      || !called.isEmpty
    guard isFile,
      let url = WebURL(href, base: base) ?? WebURL(original, base: base)
        ?? WebURL(called, base: base)
    else { return nil }
    let text = document.text(of: node)
    let shown = Self.isAction(text) && !hint.isEmpty ? WhiteSpace.folded(hint) : text
    return Link(url: url, text: title(shown, url), role: .attachment)
  }

  /// `<a class='bizDownload' href='' id='3048A9…'>`: the procurement and trading networks keep
  /// their files on a host of their own, under the link's id; a script makes the address.
  private func stored(_ node: NodeIndex) -> Link? {
    guard document.attribute(node, "href")?.isEmpty ?? true,
      document.attribute(node, "class")?.elementsEqual("bizDownload".utf8) ?? false,
      let id = document.attribute(node, "id"), id.count >= 16, id.count <= 64,
      id.allSatisfy({ Self.hexadecimal($0) != nil }),
      let host = base?.host, let dot = host.firstIndex(of: "."),
      let url = WebURL(
        Array("https://download\(host[dot...])/oss/download?uuid=".utf8) + id, base: base)
    else { return nil }
    return Link(url: url, text: title(document.text(of: node), url), role: .attachment)
  }

  /// The link's text ends like a file: `名单.xls`.
  private func namesFile(_ node: NodeIndex) -> Bool {
    let hasDot = document.descendants(of: node).contains {
      document.isText($0) && document.content($0).contains(UInt8(ascii: "."))
    }
    return hasDot && Self.isFile(Array(document.text(of: node).utf8)[...])
  }

  /// The first quoted file in a call, `javascript:down('/a/1.doc')`; any address in the call
  /// of a link whose own words name the file: `open('/rest/a?guid=4e1c')` at 名单.zip.
  private static func calledFile(_ call: ArraySlice<UInt8>, isNamed: Bool = false) -> [UInt8] {
    let marks: [UInt8] = [UInt8(ascii: "("), UInt8(ascii: "=")]
    guard call.count <= 1024, call.contains(where: marks.contains) else { return [] }
    let quoted = call.split { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
    return quoted.dropFirst().first {
      isFile($0) || isDownload($0) || isNamed && $0.count > 8 && $0.first == UInt8(ascii: "/")
    }.map(Array.init) ?? []
  }

  /// `#` or a call.
  private static func leadsNowhere(_ href: ArraySlice<UInt8>) -> Bool {
    guard let first = href.first, href.count > 1 else { return true }
    return first | 0x20 == UInt8(ascii: "j")
      && ByteText.lowered(href.prefix(11)).elementsEqual("javascript:".utf8)
  }

  /// The file that a frame shows: its own address, or the one that it hands to a viewer,
  /// `viewer.html?file=/a/1.pdf`.
  private static func shownFile(_ source: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if isFile(source) { return source }
    guard source.count <= 2048, let mark = source.firstIndex(of: UInt8(ascii: "?")) else {
      return nil
    }
    for pair in source[(mark + 1)...].split(separator: UInt8(ascii: "&")) {
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let value = unescaped(pair[(equals + 1)...])
      if viewerNames.contains(ByteText.lowered(pair[..<equals])), isFile(value[...]) {
        return value[...]
      }
    }
    return nil
  }

  /// `%2F` as a byte; what is no escape stays as it is.
  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
        let high = hexadecimal(text[index + 1]), let low = hexadecimal(text[index + 2])
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(text[index])
        index += 1
      }
    }
    return out
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
    default: nil
    }
  }

  private static let viewerNames: Set<[UInt8]> = Set(
    ByteText.words("file", "url", "src", "path", "fileurl", "filepath", "pdf", "pdfurl"))

  /// The words on the link, else the file's name.
  private func title(_ text: String, _ url: WebURL) -> String {
    if !text.isEmpty { return text }
    return url.path.split(separator: "/").last.map(String.init) ?? url.string
  }

  /// Says whether an address or a name ends like a file that is no page and no picture.
  static func isFile(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 4, text.count <= 2048, ByteText.find(dot, in: text) != nil else {
      return false
    }
    var path = text
    if let mark = path.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) {
      path = path[..<mark]
    }
    while let last = path.last, last <= 0x20 || last == 0x29 { path = path.dropLast() }
    guard let dot = path.lastIndex(of: UInt8(ascii: ".")), path.endIndex - dot <= 5 else {
      return false
    }
    return extensions.contains(ByteText.lowered(path[(dot + 1)...]))
  }

  static func isDownload(_ href: ArraySlice<UInt8>) -> Bool {
    guard href.count >= 8, href.count <= 2048 else { return false }
    if namesFile(href) { return true }
    guard mayDownload(href) else { return false }
    let low = ByteText.lowered(href)
    guard ByteText.containsAny(low[...], of: downloads) else { return false }
    return !shown.contains { ByteText.ends(low[...], with: $0) }
  }

  /// `/u/file.ashx?f=name.rar&n=1`: a value of the query ends like a file.
  private static func namesFile(_ href: ArraySlice<UInt8>) -> Bool {
    guard let mark = href.firstIndex(of: UInt8(ascii: "?")) else { return false }
    return href[(mark + 1)...].split(separator: UInt8(ascii: "&")).contains { part in
      guard let sign = part.firstIndex(of: UInt8(ascii: "=")) else { return false }
      return isFile(part[(sign + 1)...])
    }
  }

  /// The words of all downloads hold `down` or `attach`.
  private static func mayDownload(_ href: ArraySlice<UInt8>) -> Bool {
    unsafe href.withUnsafeBufferPointer { text in
      for index in 1..<text.count {
        let pair = (unsafe text[index - 1] | 0x20, unsafe text[index] | 0x20)
        if pair == (0x64, 0x6F) || pair == (0x74, 0x74) { return true }
      }
      return false
    }
  }

  private static func isAction(_ text: String) -> Bool {
    text.isEmpty || ["下载", "点击下载", "附件下载", "查看", "点击查看", "附件", "立即下载"].contains(text)
  }

  private static let dot = [UInt8(ascii: ".")]
  private static let extensions: Set<[UInt8]> = Set(
    [
      "doc", "docx", "xls", "xlsx", "ppt", "pptx", "pdf", "wps", "et", "ofd", "zip", "rar", "7z",
      "rtf", "csv", "txt", "dps", "ceb", "tif", "odt", "docm", "xlsm", "wpt",
      "dwg", "tiff", "exe",
    ].map { Array($0.utf8) })
  private static let downloads = ByteText.words(
    "download.jsp", "downfile", "filedown", "downloadfile", "download.do", "download.aspx",
    "downloadattach", "download?", "/attachment/", "downloadurl", "/download/", "down.jsp",
    "down.php?", "down.asp?", "down.aspx?", "down.ashx?", "download.php?", "download.ashx?",
    "download.action?", "down.do?", "/attach/")
  /// Pictures and pages that lie where files lie.
  private static let shown = ByteText.words(
    ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".html", ".htm", ".shtml")
  private static let following = ByteText.words(
    "上一", "下一", "上篇", "下篇", "相关", "推荐", "热点", "延伸", "友情", "猜你")
}
