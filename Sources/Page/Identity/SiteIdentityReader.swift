import Markup
import Texts
import Web

/// Reads the marks of a page's foot.
struct SiteIdentityReader {
  let document: Document
  let lines: PageLines
  let outline: PageOutline
  let values: [LabelledValue]
  let base: WebURL?
  /// The line stands in the page's foot.
  let isFooter: (Int) -> Bool

  /// The marks; nil on a page without any.
  func read() -> SiteIdentity? {
    var found = SiteIdentity()
    for line in lines.facts.indices where lines.facts[line].isFoot || isFooter(line) {
      read(line, into: &found)
    }
    if found.host == nil { found.host = owner() }
    for value in values
    where value.value.count <= 200 && (lines.facts[value.line].isFoot || isFooter(value.line)) {
      guard let kind = ContactWords.kind(of: ByteText.squeezed(value.label)),
        found.contacts.count < 20
      else { continue }
      let field = ContactField(
        kind: kind, label: value.label,
        value: ContactReader.value(kind, lines.flow.bytes[value.value]))
      if !field.value.isEmpty, !found.contacts.contains(field) { found.contacts.append(field) }
    }
    readMarks(into: &found)
    return found.isEmpty ? nil : found
  }

  private func read(_ line: Int, into found: inout SiteIdentity) {
    let text = lines.flow.text(line)
    let bytes = ByteText.squeezed(text)[...]
    if found.icp == nil { found.icp = Self.icp(bytes) }
    if found.policeRecord == nil { found.policeRecord = Self.police(bytes) }
    if found.siteCode == nil { found.siteCode = Self.code(bytes) }
    guard lines.facts[line].words.contains(.keeper) else { return }
    if found.host == nil { found.host = Self.body(text, after: Self.hosts) }
    if found.operatedBy == nil { found.operatedBy = Self.body(text, after: Self.operators) }
  }

  /// Who keeps the rights, where the foot names no 主办单位 in any of its lines.
  private func owner() -> String? {
    lines.facts.indices.lazy.filter { line in
      lines.facts[line].words.contains(.keeper) && (lines.facts[line].isFoot || isFooter(line))
    }
    .compactMap { Self.body(lines.flow.text($0), after: Self.owners) }.first
  }

  // MARK: Numbers

  /// `鲁ICP备05001907号-1`: the province's character before, digits behind.
  private static func icp(_ text: ArraySlice<UInt8>) -> String? {
    for mark in icpMarks {
      guard let place = ByteText.find(mark, in: text) else { continue }
      let start = han(before: place, in: text)
      var end = digits(from: place + mark.count, in: text)
      guard end - place - mark.count >= 6 else { continue }
      if text[end...].starts(with: sign) {
        end += sign.count
        if end < text.endIndex, text[end] == UInt8(ascii: "-") {
          let tail = digits(from: end + 1, in: text)
          if tail > end + 1 { end = tail }
        }
      }
      return String(decoding: text[start..<end], as: UTF8.self)
    }
    return nil
  }

  private static func police(_ text: ArraySlice<UInt8>) -> String? {
    guard let place = ByteText.find(policeMark, in: text) else { return nil }
    let start = han(before: place, in: text)
    var end = digits(from: place + policeMark.count, in: text)
    guard end - place - policeMark.count >= 10 else { return nil }
    if text[end...].starts(with: sign) { end += sign.count }
    return String(decoding: text[start..<end], as: UTF8.self)
  }

  /// Ten letters or digits behind 网站标识码.
  private static func code(_ text: ArraySlice<UInt8>) -> String? {
    guard let place = ByteText.find(codeMark, in: text) else { return nil }
    var rest = text[(place + codeMark.count)...]
    while let mark = colons.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(mark.count)
    }
    let code = rest.prefix { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
    let digits = code.count { (0x30...0x39).contains($0) }
    return code.count == 10 && digits >= 6 ? String(decoding: code, as: UTF8.self) : nil
  }

  /// The start of the one Han character before a place; the place itself without one.
  private static func han(before place: Int, in text: ArraySlice<UInt8>) -> Int {
    guard place - 3 >= text.startIndex, (0xE4...0xE9).contains(text[place - 3]) else {
      return place
    }
    return place - 3
  }

  private static func digits(from place: Int, in text: ArraySlice<UInt8>) -> Int {
    var end = min(place, text.endIndex)
    while end < text.endIndex, (0x30...0x39).contains(text[end]) { end += 1 }
    return end
  }

  // MARK: Bodies

  /// The name behind a mark such as 主办单位：, up to a gap, a bar or the next label.
  private static func body(_ text: ArraySlice<UInt8>, after marks: [[UInt8]]) -> String? {
    for mark in marks {
      guard let place = ByteText.find(mark, in: text) else { continue }
      var rest = text[(place + mark.count)...]
      while let head = colons.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(head.count)
      }
      var end = rest.firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "|") } ?? rest.endIndex
      for stop in stops {
        if let place = ByteText.find(stop, in: rest[..<end]) { end = place }
      }
      let name = WhiteSpace.folded(rest[..<end])
      let isName =
        name.utf8.first.map { $0 >= 0xE4 } == true && !Self.registered.occurs(in: rest[..<end])
      if name.utf8.count >= 6, name.utf8.count <= 150, isName { return name }
    }
    return nil
  }

  // MARK: Links

  private func readMarks(into found: inout SiteIdentity) {
    // What is found is kept apart: a look at an address that is no address yet copies it.
    var lacks = (mark: true, entrance: true, map: true)
    for node in outline.links {
      let href = document.attribute(node, "href") ?? []
      guard href.count <= 600, !href.isEmpty else { continue }
      let isRegistry = Self.registries.occurs(in: href)
      if isRegistry, lacks.mark, Self.officialHosts.occurs(in: href) {
        found.officialMark = WebURL(href, base: base)
        lacks.mark = found.officialMark == nil
      } else if isRegistry, lacks.entrance, Self.complaintHosts.occurs(in: href) {
        found.complaintEntrance = WebURL(href, base: base)
        lacks.entrance = found.complaintEntrance == nil
      } else if lacks.map, document.nodes[Int(node)].end - node <= 12,
        mayNameMap(node), Self.maps.contains(ByteText.squeezed(document.rawText(of: node)[...]))
      {
        found.siteMap = WebURL(href, base: base)
        lacks.map = found.siteMap == nil
      }
    }
    if found.officialMark != nil, found.complaintEntrance != nil { return }
    for node in document.descendants(of: 0) where document.tag(node) == .script {
      guard let source = document.attribute(node, "src"), source.count <= 600 else { continue }
      if found.officialMark == nil, Self.officialHosts.occurs(in: source) {
        found.officialMark = WebURL(source, base: base)
      } else if found.complaintEntrance == nil, Self.complaintHosts.occurs(in: source) {
        found.complaintEntrance = WebURL(source, base: base)
      }
    }
  }

  /// A text of the link holds 图.
  private func mayNameMap(_ node: NodeIndex) -> Bool {
    document.descendants(of: node).contains {
      unsafe document.isText($0)
        && document.withContent($0) { unsafe ByteFinder.offset(of: Self.map, in: $0) != nil }
    }
  }

  private static let map = Array("图".utf8)
  /// The registry of names of public bodies, whose service draws the mark.
  private static let officialHosts = WordSet(ByteText.words("conac.cn"))
  /// The State Council's service for complaints about sites.
  private static let complaintHosts = WordSet(
    ByteText.words("zfwzgl.www.gov.cn", "zfwzzc.www.gov.cn"))
  /// What stands in the names of both.
  private static let registries = WordSet(ByteText.words("conac.cn", "zfwz"))
  private static let maps: Set<[UInt8]> = Set(ByteText.words("网站地图", "站点地图", "本站地图"))
  private static let registered = WordSet(ByteText.words("备案", "ICP"))
  private static let icpMarks = ByteText.words("ICP备", "icp备", "ICP证", "Icp备", "ICP备案号：", "ICP备案：")
  private static let policeMark = Array("公网安备".utf8)
  private static let codeMark = Array("网站标识码".utf8)
  private static let sign = Array("号".utf8)
  private static let colons = ByteText.words("：", ":", " ", "\t", "©", "为")
  private static let hosts = ByteText.words("主办单位", "主办：", "主办:")
  private static let operators = ByteText.words("承办单位", "承办：", "承办:")
  private static let owners = ByteText.words("版权所有")
  /// What each mark of who keeps the site begins with.
  static let keeperMarks = ByteText.words("主办", "承办", "版权所有")
  private static let stops = ByteText.words(
    "承办", "主办", "网站标识码", "版权所有", "技术支持", "联系电话", "地址", "Copyright", "copyright", "邮编", "电话", "未经",
    "All ", "维护")
}
