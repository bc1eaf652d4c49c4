import Markup
import Texts

/// The words by which templates and readers name the parts of a page.
///
/// General words of the field only: nothing here belongs to one site.
enum RegionWords {
  /// What a word of a `class` or `id` hints at.
  enum Hint {
    case header, menu, side, crumb, footer, friends, related, pager

    /// A page has one of it.
    var isOfPage: Bool { self == .header || self == .footer }
  }

  /// Boxes that have heads and feet of their own: `card-header`, `panel-footer`.
  private static let boxes = Set(
    ByteText.words(
      "card", "panel", "item", "box", "media", "article", "post", "entry", "list", "news", "block",
      "module", "row", "cell", "section", "modal"))

  /// How a hint word must stand within a class word.
  private enum Fit {
    case part, start, whole
    /// The whole class name, not a word of it: `page`, but not `pageMain`.
    case alone
  }

  private static let hintWords: [(String, Fit, Hint)] = [
    ("foot", .start, .footer), ("copyright", .part, .footer), ("banquan", .part, .footer),
    ("crumb", .part, .crumb), ("curmb", .part, .crumb), ("dqwz", .part, .crumb),
    ("weizhi", .part, .crumb), ("mbx", .whole, .crumb), ("mianbao", .part, .crumb),
    ("location", .start, .crumb), ("curpos", .start, .crumb), ("position", .whole, .crumb),
    ("friend", .start, .friends), ("flink", .whole, .friends), ("yqlj", .part, .friends),
    ("youqing", .part, .friends),
    ("related", .part, .related), ("relevant", .part, .related), ("hot", .whole, .related),
    ("hotnews", .whole, .related), ("rank", .start, .related), ("paihang", .part, .related),
    ("recommend", .part, .related), ("xgyd", .whole, .related), ("xgwz", .whole, .related),
    ("xgxx", .whole, .related), ("tuijian", .part, .related), ("prenext", .part, .related),
    ("pagination", .part, .pager), ("pager", .start, .pager), ("pagebar", .part, .pager),
    ("fenye", .part, .pager), ("pagelist", .whole, .pager), ("pagenav", .part, .pager),
    ("page", .alone, .pager), ("pages", .alone, .pager), ("paging", .start, .pager),
    ("fanye", .part, .pager), ("pagediv", .alone, .pager), ("pagebox", .alone, .pager),
    ("laypage", .part, .pager),
    ("sidebar", .part, .side), ("aside", .whole, .side), ("side", .whole, .side),
    ("sidenav", .part, .menu), ("sidemenu", .part, .menu), ("leftnav", .part, .menu),
    ("leftmenu", .part, .menu), ("nav", .start, .menu), ("mainnav", .part, .menu),
    ("topnav", .part, .menu), ("subnav", .part, .menu), ("menu", .part, .menu),
    ("daohang", .part, .menu), ("tree", .whole, .menu), ("ztree", .whole, .menu),
    ("header", .start, .header), ("topbar", .start, .header), ("banner", .whole, .header),
    ("logo", .start, .header),
  ]

  private static let hints = hintWords.map { (word: Array($0.0.utf8), fit: $0.1, hint: $0.2) }

  /// The first hint in a `class` or `id` value.
  ///
  /// Words are cut at what is no letter and where a capital follows a small letter.
  static func hint(in value: ArraySlice<UInt8>) -> Hint? {
    guard value.count <= 200, mayHint(value) else { return nil }
    var word: [UInt8] = []
    var wasSmall = false
    var found: Hint?
    var isPart = false
    func close() {
      guard !word.isEmpty else { return }
      if found == nil, word.count >= 3, let hint = match(word), !isPart || !hint.isOfPage {
        found = hint
      }
      isPart = boxes.contains(word)
      word.removeAll(keepingCapacity: true)
    }
    for byte in value {
      let isCapital = (0x41...0x5A).contains(byte)
      let isSmall = (0x61...0x7A).contains(byte)
      if !isCapital && !isSmall || isCapital && wasSmall { close() }
      if byte <= 0x20 { isPart = false }
      if isCapital || isSmall { word.append(byte | 0x20) }
      wasSmall = isSmall
    }
    close()
    if found == nil { found = whole(value) }
    return found
  }

  /// One of the words stands among the letters of a value; false is certain.
  private static func mayHint(_ value: ArraySlice<UInt8>) -> Bool {
    // A blank parts names: what is joined across anything else is looked at closely.
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, value.count)) { letters in
      var count = 0
      for byte in value where (0x41...0x5A).contains(byte & 0xDF) || byte <= 0x20 {
        unsafe letters[count] = byte <= 0x20 ? byte : byte | 0x20
        count += 1
      }
      return unsafe allHints.marks(in: UnsafeBufferPointer(rebasing: letters[..<count])) != 0
    }
  }

  private static let allHints = WordGroups([hints.map(\.word)])

  /// `sideBar` and `left-nav` name the same things as `sidebar` and `leftnav`.
  private static func whole(_ value: ArraySlice<UInt8>) -> Hint? {
    for part in value.split(whereSeparator: { $0 <= 0x20 }) {
      let word = ByteSearch.lowered(part.filter { (0x41...0x5A).contains($0 & 0xDF) })
      if word.count >= 4, let hint = match(word, fits: [.part, .start, .whole, .alone]) {
        return hint
      }
    }
    return nil
  }

  private static func match(_ word: [UInt8], fits: [Fit] = [.part, .start, .whole]) -> Hint? {
    for entry in hints where word.count >= entry.word.count && fits.contains(entry.fit) {
      switch entry.fit {
      case .whole, .alone: if word == entry.word { return entry.hint }
      case .start: if word.starts(with: entry.word) { return entry.hint }
      case .part: if ByteSearch.find(entry.word, in: word) != nil { return entry.hint }
      }
    }
    return nil
  }

  /// What stands before a breadcrumb.
  static let crumbLabels = Phrases(["位置：", "位置:", "位置是", "位置为", "所在位置", "您的位置", "当前位置", "当前的位置"])
  /// What stands between the steps of a breadcrumb.
  static let crumbMarks = Phrases([">", "》", "»", "›", "→", "＞", "/"])
  /// What only the foot of a page says.
  static let footerMarks = ByteText.words(
    "版权所有", "ICP备", "网站标识码", "公网安备", "Copyright", "COPYRIGHT", "All Rights Reserved")
  /// What the foot of a page says, and a notice of an event too.
  static let likelyFooterMarks = ByteText.words("主办单位：", "承办单位：", "技术支持：")
  /// Headings of blocks of links to other sites.
  static let friendHeadings = Phrases(friends)
  private static let friends = ["友情链接", "相关链接", "网站链接", "网站群", "常用链接", "网站导航"]
  /// Headings of lists that stand beside the page's own matter.
  static let relatedHeadings = Phrases(related)
  private static let related = [
    "相关文章", "相关信息", "相关新闻", "相关阅读", "相关内容", "相关报道", "相关文件", "相关解读", "相关推荐", "相关政策", "相关稿件",
    "热门", "热点", "点击排行", "阅读排行", "排行榜", "推荐", "猜你", "延伸阅读", "大家都在看",
  ]
  static let previousNext = Phrases(turning)
  /// What any of these headings begins with.
  static let opening = Phrases(friends + related + turning)
  private static let turning = ["上一篇", "下一篇", "上一条", "下一条", "上篇：", "下篇：", "上一则", "下一则"]
  /// Labels of an article's information line; a colon or a day stands after them there.
  static let informationLabels = [
    "来源", "发布时间", "发布日期", "发表时间", "发文时间", "浏览次数", "浏览量", "阅读次数", "访问次数", "点击数", "点击量", "点击次数", "编辑",
    "作者", "责任编辑", "字体", "字号",
  ].map { Array($0.utf8) }
  /// Those of them that no foot of a page bears.
  static let articleLabels = ByteText.words("发布时间", "发布日期", "来源：")
  /// Tools that stand beside an article only.
  static let articleTools = Phrases([
    "打印本页", "关闭窗口", "关闭本页", "打印文章", "字体大小", "保护视力色", "视力保护色", "【打印】", "[打印]", "【关闭】", "我要打印", "分享到",
    "打印此页", "关闭此页",
  ])
  /// The text of a link to a list's column.
  static let more = Phrases([
    "更多", "more", "More", "MORE", "查看更多", "更多>>", "更多>", "更多»", "more>>", "MORE>>", "+更多", "+more",
    "更多+",
    ">>更多", "[更多]", "更多...", "更多…", "点击更多", "more+", "MORE+", "全部",
  ])
}
