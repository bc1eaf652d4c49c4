import Markup
import Texts

/// Finds the name of the site that a page belongs to.
///
/// Order: meta SiteName; the site's part of the title tag; 主办 or 版权所有 in the foot.
struct SiteNameReader {
  let lines: PageLines
  let metas: PageMetas
  /// The line lies in the page's `<footer>` or what is named as one.
  var isFooter: (Int) -> Bool = { _ in false }

  /// The name without regard to the headline: good enough to tell a headline from it.
  func provisional() -> String? { metas.siteName.map(Self.plain) }

  func read(headline: String?, breadcrumb: [Crumb], isHome: Bool) -> String? {
    if let name = metas.siteName { return Self.plain(name) }
    if let name = fromTitleTag(headline, breadcrumb, isHome: isHome) { return Self.plain(name) }
    return fromFoot()
  }

  /// What the title tag says beside the headline and the columns.
  private func fromTitleTag(_ headline: String?, _ crumbs: [Crumb], isHome: Bool) -> String? {
    let parts = TitleParts.split(metas.titleTag)
    guard !parts.isEmpty else { return nil }
    if isHome, parts.count == 1 { return parts[0] }
    if isHome, parts.count == 2, let place = parts.firstIndex(where: KindJudge.namesHome) {
      return parts[1 - place]
    }
    // A breadcrumb may begin with the site's name instead of 首页.
    let isRooted = crumbs.count > 1 && Self.looksLikeSite(ByteText.squeezed(crumbs[0].text))
    let columns = crumbs.dropFirst(isRooted ? 1 : 0).map { ByteText.squeezed($0.text) }
    let title = ByteText.squeezed(headline ?? "")
    func isSite(_ part: String) -> Bool {
      let bytes = ByteText.squeezed(part)
      return bytes != title && !columns.contains(bytes) && Self.looksLikeSite(bytes)
        && !ByteText.contains(title[...], bytes)
    }
    // The rest after the headline, where the headline begins the tag.
    if let headline, let rest = Self.rest(of: metas.titleTag, after: headline) {
      let others = TitleParts.split(rest)
      let own = others.filter { !columns.contains(ByteText.squeezed($0)) }
      // `headline-column-X`: what follows the page's own column is the site, whatever its name ends with.
      if others.count == 2, own.count == 1, own[0] == others[1], isName(own[0]) { return own[0] }
      if let last = own.last, Self.looksLikeSite(ByteText.squeezed(last)) {
        let run = own.reversed().prefix { Self.looksLikeSite(ByteText.squeezed($0)) }
        return run.reversed().joined(separator: "-")
      }
    }
    guard parts.count > 1 else {
      return besideColumn(columns) ?? parts.first.flatMap { isName($0) && isSite($0) ? $0 : nil }
    }
    // `工作动态——某省物价局-某省物价局网站`: two dashes part the page's column from the site.
    if let dashes = metas.titleTag.firstRange(of: "——") {
      let rest = WhiteSpace.folded(Array(metas.titleTag[dashes.upperBound...].utf8)[...])
      if columns.contains(ByteText.squeezed(metas.titleTag[..<dashes.lowerBound])),
        Self.looksLikeSite(ByteText.squeezed(rest))
      {
        return rest
      }
    }
    // `某县会计协会网-质量检查`: beside the page's own column, though the headline bears it too.
    if parts.count == 2, let column = columns.last,
      let place = parts.firstIndex(where: { ByteText.squeezed($0) == column }),
      Self.looksLikeSite(ByteText.squeezed(parts[1 - place])), title != columns.last
    {
      return parts[1 - place]
    }
    let tail = parts.reversed().prefix(while: isSite)
    if !tail.isEmpty, tail.count < parts.count { return tail.reversed().joined(separator: "-") }
    let head = parts.prefix(while: isSite)
    if !head.isEmpty, head.count < parts.count { return head.joined(separator: "-") }
    return tail.count == parts.count ? parts.joined(separator: "-") : nil
  }

  /// Nothing but a name: a headline that ends with a body's name has words of its own.
  private func isName(_ part: String) -> Bool {
    let bytes = ByteText.squeezed(part)
    // `全国公共资源交易平台（某省）某县公共资源交易中心`.
    let longest = ByteText.contains(bytes[...], Self.platform) ? 120 : 60
    return bytes.count <= longest
      && !["关于", "的", "通知", "公告", "召开"].contains {
        ByteText.contains(bytes[...], Array($0.utf8))
      }
  }

  /// `某县财政局 通知公告`: what a blank parts from the name of the column.
  private func besideColumn(_ columns: [[UInt8]]) -> String? {
    let words = metas.titleTag.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" })
    guard words.count == 2, let column = columns.last else { return nil }
    let squeezed = words.map { ByteText.squeezed($0) }
    for (name, other) in [(0, 1), (1, 0)]
    where squeezed[other] == column && Self.looksLikeSite(squeezed[name]) {
      return String(words[name])
    }
    return nil
  }

  private static func rest(of tag: String, after headline: String) -> String? {
    guard let cut = TitleFinder.cut(tag, by: headline),
      ByteText.squeezed(cut) == ByteText.squeezed(headline), tag.hasPrefix(cut)
    else { return nil }
    return String(tag.dropFirst(cut.count))
  }

  /// 主办单位：X in the foot, else 版权所有：X.
  private func fromFoot() -> String? {
    for marks in [Self.hosts, Self.owners] {
      for line in lines.facts.indices.reversed() where lines.facts[line].isFoot || isFooter(line) {
        if let name = name(in: lines.flow.text(line), after: marks) { return name }
      }
    }
    return nil
  }

  private func name(in text: ArraySlice<UInt8>, after marks: [[UInt8]]) -> String? {
    for mark in marks {
      guard let place = ByteText.find(mark, in: text) else { continue }
      let rest = Self.withoutNotice(text[(place + mark.count)...])
      let word = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "|") }
      let end = Self.nextMarks.compactMap { ByteText.find($0, in: word) }.min() ?? word.endIndex
      if let name = Self.keeper(rest[..<end]) { return name }
      // `某县人民政府 版权所有`, `某县人民政府主办`: the name leads.
      let head = Self.withoutNotice(text[..<place])
      let words = head.split(whereSeparator: { $0 <= 0x20 || $0 == UInt8(ascii: "|") })
      if let last = words.last, let name = Self.keeper(last) { return name }
    }
    return nil
  }

  /// Without the colon, the sign © and the years that lead to a name: `Copyright© 2019 某县中学`.
  private static func withoutNotice(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    while let first = rest.first {
      if let head = colons.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(head.count)
      } else if rest.count >= 9,
        ByteText.lowered(rest.prefix(9)).elementsEqual("copyright".utf8)
      {
        rest = rest.dropFirst(9)
      } else if (0x30...0x39).contains(first) || notice.contains(first) {
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    return rest
  }

  /// The name of a body that keeps a site; nil for other words.
  private static func keeper(_ text: ArraySlice<UInt8>) -> String? {
    let name = WhiteSpace.folded(text)
    let bytes = Array(name.utf8)
    guard bytes.count >= 9, bytes.count <= 120,
      looksLikeSite(bytes) || bodies.contains(where: { ByteText.ends(bytes[...], with: $0) })
    else { return nil }
    return keptBy(name)
  }

  /// A government's site is kept by its office: 某区人民政府办公室 → 某区人民政府.
  private static func keptBy(_ name: String) -> String {
    for office in ["人民政府办公室", "人民政府办公厅"] where name.hasSuffix(office) {
      return String(name.dropLast(3))
    }
    return name
  }

  /// Ends like the name of a site or of a body that keeps one.
  static func looksLikeSite(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 6 else { return false }
    return endings.contains { ByteText.ends(bytes[...], with: $0) } || hasTwoNames(bytes)
  }

  /// `党委教师工作部（师资处）`: two bodies in one house, the second's name in brackets.
  private static func hasTwoNames(_ bytes: [UInt8]) -> Bool {
    guard ByteText.ends(bytes[...], with: pair[1]),
      let open = ByteText.find(pair[0], in: bytes[...])
    else { return false }
    let second = bytes[(open + pair[0].count)..<(bytes.count - pair[1].count)]
    return (endings + bodies).contains { ByteText.ends(second, with: $0) }
      && endings.contains { ByteText.ends(bytes[..<open], with: $0) }
  }

  private static let platform = Array("平台（".utf8)
  private static let pair = ByteText.words("（", "）")

  /// `欢迎访问X`, `X欢迎您！` → X.
  private static func plain(_ name: String) -> String {
    var text = WhiteSpace.folded(Array(name.utf8)[...])
    // Asked byte by byte: whole characters take a hundred times as long.
    guard text.utf8.count > 9, ByteText.contains(Array(text.utf8)[...], Self.welcome) else {
      return text.isEmpty ? name : text
    }
    for welcome in ["欢迎访问", "欢迎光临", "欢迎来到"] where text.hasPrefix(welcome) {
      text = String(text.dropFirst(welcome.count))
    }
    for welcome in ["欢迎您！", "欢迎您!", "欢迎您"] where text.hasSuffix(welcome) {
      text = String(text.dropLast(welcome.count))
    }
    return text.isEmpty ? name : text
  }

  private static let welcome = Array("欢迎".utf8)
  private static let hosts = ByteText.words("主办单位", "主办：", "主办:", "主办")
  private static let owners = ByteText.words("版权所有")
  /// What else a foot says right behind the name of who keeps the site.
  private static let nextMarks = ByteText.words("承办", "协办", "版权所有", "Copyright", "技术支持", "维护单位")
  private static let colons = ByteText.words("：", ":", " ", "\t", "©", "&copy;", "（", "）")
  /// `(C) 2010-2019`.
  private static let notice = Array("()-.,cC".utf8)
  /// Ends of bodies' names that would end many a headline as well.
  private static let bodies = ByteText.words(
    "所", "站", "院", "馆", "处", "镇", "乡", "小学", "中学", "幼儿园", "协会", "学会", "公司", "支队", "大队", "社区", "村委会",
    "办")
  private static let endings = ByteText.words(
    "网", "网站", "门户", "平台", "政府", "局", "厅", "委员会", "办公室", "部", "大学", "学院", "图书馆", "中心",
    "学校", "医院", "欢迎您!", "欢迎您！", "专栏", "在线", "法院", "检察院", "银行", "协会", "总局", "委", "gov.cn",
    "管委会", "街道办事处", "合作社", "供销社", "党校", "日报", "专网", "联合会", "系统")
}

/// The parts of a title tag.
enum TitleParts {
  /// Splits at `_`, `|`, `-`, dashes and `>`; a hyphen between digits or letters is no separator.
  static func split(_ tag: String) -> [String] {
    let bytes = Array(tag.utf8)
    var parts: [String] = []
    var start = 0
    var index = 0
    func close(_ end: Int, _ next: Int) {
      let part = WhiteSpace.folded(bytes[start..<max(start, end)])
      if !part.isEmpty { parts.append(part) }
      start = next
    }
    while index < bytes.count {
      let width = separator(at: index, in: bytes)
      if width > 0 {
        close(index, index + width)
        index += width
      } else {
        index += 1
      }
    }
    close(bytes.count, bytes.count)
    return parts
  }

  private static func separator(at index: Int, in bytes: [UInt8]) -> Int {
    func isPlain(_ place: Int) -> Bool {
      guard place >= 0, place < bytes.count else { return false }
      return (0x30...0x39).contains(bytes[place]) || (0x61...0x7A).contains(bytes[place] | 0x20)
    }
    switch bytes[index] {
    case UInt8(ascii: "_"), UInt8(ascii: "|"), UInt8(ascii: ">"): return 1
    case UInt8(ascii: "-"): return isPlain(index - 1) && isPlain(index + 1) ? 0 : 1
    default:
      for mark in dashes where bytes[index...].starts(with: mark) {
        let end = index + mark.count
        // A dash between blanks; one within a title goes on with it.
        return index > 0 && bytes[index - 1] <= 0x20 && end < bytes.count && bytes[end] <= 0x20
          ? mark.count : 0
      }
      for mark in wide where bytes[index...].starts(with: mark) { return mark.count }
      return 0
    }
  }

  private static let dashes = ByteText.words("–", "—")
  private static let wide = ByteText.words("－", "｜", "»", "丨", "＞", "＿")
}
