import Dates
import Markup
import Texts

/// What in a row's texts is no title, and how titles are written.
enum RowWords {
  static let publishingHeads = Phrases([
    "发布日期", "发布时间", "公开日期", "公开时间", "发表时间", "发表日期", "更新日期", "更新时间",
  ])
  static let dayHeads = Phrases(["日期", "时间"])

  private static let noTitles = Phrases([
    "上一页", "下一页", "首页", "尾页", "末页", "上页", "下页", "最后一页", "第一页", "详细", "详情", "查看", "查看详情", "查看详细",
    "阅读全文",
    "[详细]", "[详情]", "【详细】", "全文", "[全文]", "点击查看", "下载", "点击下载", "查看全文", "详细>>", "标题", "名称", "信息名称",
    "索引号",
    "发布日期", "发布时间", "文号", "序号", "返回", "返回顶部", "<", ">", "<<", ">>", "«", "»", "‹", "›", "置顶",
    "[置顶]", "NEW", "new",
    "解读", "图解", "附件", "PDF", "转到", "跳转", "GO", "返回列表", "大", "中", "小", "打印", "关闭", "打印本页", "关闭本页",
    "关闭窗口", "【大", "小】",
    "分享", "收藏", "微信", "微博", "QQ空间", "新浪微博", "复制链接", "我要推荐", "人人网", "豆瓣",
  ])

  private static let sharing = Phrases(["分享到", "分享至", "转发到"])

  /// A pager's, table head's or 详细 link's text, a bare number or a bare day.
  static func isNoTitle(_ text: [UInt8]) -> Bool {
    let short = text.count <= 40 ? ByteSearch.squeezed(text[...]) : text
    guard short.count <= 40 else { return false }
    if sharing.begin(short) { return true }
    if noTitles.name(short) || RegionWords.more.name(short) || RowDate.fills(short[...]) {
      return true
    }
    // A title has letters.
    return !short.contains { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) }
  }

  private static let brackets: [(UInt8Pair, UInt8Pair)] = [
    ("[", "]"), ("【", "】"), ("［", "］"), ("〔", "〕"), ("（", "）"),
  ]
  .map { (Array($0.0.utf8), Array($0.1.utf8)) }
  private typealias UInt8Pair = [UInt8]

  /// `[通知]`, `【公告】`: a label before a title.
  static func isBracketed(_ text: [UInt8]) -> Bool {
    guard text.count <= 40 else { return false }
    return brackets.contains {
      text.starts(with: $0.0) && text.suffix($0.1.count).elementsEqual($0.1)
    }
  }

  /// The text ends with an opening bracket.
  static func opensBracket(_ text: [UInt8]) -> Bool {
    brackets.contains { text.suffix($0.0.count).elementsEqual($0.0) }
  }

  private static let ellipses = ["…", "...", ".."].map { Array($0.utf8) }

  /// The title ends with an ellipsis: its `title` attribute may hold the rest.
  static func isCut(_ title: [UInt8]) -> Bool {
    guard let last = title.last, last == 0x2E || last == 0xA6 else { return false }
    return ellipses.contains { title.suffix($0.count).elementsEqual($0) }
  }

  private static let bullets = [
    "·", "•", "●", "■", "▪", "◆", "◇", "▶", "►", "※", "★", "☆", "»", "›", "□", "○", "➤", "|", ">",
    "-",
  ]
  .map { Array($0.utf8) }

  /// A title without bullets before it and white space around it.
  static func trimmed(_ title: [UInt8]) -> [UInt8] {
    var rest = title[...]
    while let bullet = bullets.first(where: { rest.starts(with: $0) }), rest.count > bullet.count {
      rest = rest.dropFirst(bullet.count)
      while rest.first == 0x20 { rest = rest.dropFirst() }
    }
    return withoutCategory(withoutNew(withoutArrows(rest)))
  }

  /// A title without the arrows behind it that stand for a link; `<<…>>` is a quotation.
  private static func withoutArrows(_ title: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = title
    while let arrow = arrows.first(where: { rest.suffix($0.close.count).elementsEqual($0.close) }),
      rest.count > arrow.close.count, ByteSearch.find(arrow.open, in: rest) == nil
    {
      rest = rest.dropLast(arrow.close.count)
      while rest.last == 0x20 { rest = rest.dropLast() }
    }
    return rest
  }

  private static let arrows = [("‹", "›"), ("«", "»"), ("<<", ">>")].map {
    (open: Array($0.0.utf8), close: Array($0.1.utf8))
  }

  private static let newMarks = ["[new]", "(new)", "【new】", "new!", "[最新]", "【最新】", "[荐]", "[热]"]
    .map {
      Array($0.utf8)
    }

  /// A title without the mark behind it that says how new or how much read it is.
  private static func withoutNew(_ title: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = title.last, last == 0x5D || last == 0x29 || last == 0x21 || last == 0x91 else {
      return title
    }
    let tail = ByteSearch.lowered(title.suffix(12))
    guard let mark = newMarks.first(where: { tail.suffix($0.count).elementsEqual($0) }) else {
      return title
    }
    var rest = title.dropLast(mark.count)
    while rest.last == 0x20 { rest = rest.dropLast() }
    return ByteSearch.letters(rest) >= 4 ? rest : title
  }

  private static let categories = Phrases([
    "通知", "公告", "公示", "通告", "政策", "文件", "新闻", "动态", "要闻", "置顶", "推荐", "最新", "热点", "转载",
    "通知公告", "公示公告", "政策文件", "工作动态",
  ])

  /// A title without the column's name in brackets before it: `【公告】关于…`, `[政策] 关于…`.
  private static func withoutCategory(_ title: ArraySlice<UInt8>) -> [UInt8] {
    for (open, close) in brackets where title.starts(with: open) {
      guard let end = ByteSearch.find(close, in: title.prefix(40)) else { continue }
      let rest = title[(end + close.count)...].drop { $0 == 0x20 }
      let name = ByteSearch.squeezed(title[(title.startIndex + open.count)..<end])
      if categories.name(name), ByteSearch.letters(rest) >= 4 { return Array(rest) }
    }
    return Array(title)
  }

  private static let labels = Phrases(["时间", "日期", "来源", "作者", "点击"])
  private static let attributeLabels = ["文章标题：", "信息标题：", "标题：", "文章标题:", "标题:"].map {
    Array($0.utf8)
  }

  /// The title in a `title` attribute: its first line, without the label that some templates write.
  static func titleAttribute(_ value: ArraySlice<UInt8>) -> [UInt8] {
    let lines = value.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    guard var line = lines.map({ WhiteSpace.foldedBytes($0) }).first(where: { !$0.isEmpty }) else {
      return []
    }
    if let label = attributeLabels.first(where: { line.starts(with: $0) }) {
      line.removeFirst(label.count)
    } else if lines.count > 1 {
      // A title broken over lines is one title; a line with a label is something else.
      return WhiteSpace.foldedBytes(value).count <= 400
        && !labels.occur(in: value)
        ? WhiteSpace.foldedBytes(value) : line
    }
    return line
  }

  /// The title, or what its `title` attribute gives where the page shows only its beginning.
  static func completed(_ title: [UInt8], by attribute: ArraySlice<UInt8>) -> [UInt8] {
    let whole = titleAttribute(attribute)
    guard !whole.isEmpty else { return title }
    if isCut(title) { return whole.count >= title.count / 2 ? whole : title }
    if isShortened(title, from: whole) { return whole }
    // Cut without an ellipsis: what follows must be words, no label or day.
    let rest = whole.dropFirst(title.count)
    guard whole.count > title.count, title.count >= 24, whole.starts(with: title),
      rest.count <= 180,
      !labels.occur(in: rest), DateReader().dates(in: Array(rest)).isEmpty
    else { return title }
    return whole
  }

  /// Both ends of the whole title stand around an ellipsis: `关于印发……的通知`.
  private static func isShortened(_ title: [UInt8], from whole: [UInt8]) -> Bool {
    guard whole.count > title.count,
      let gap = ellipses.lazy.compactMap({ ByteSearch.find($0, in: title) }).first, gap >= 6
    else { return false }
    let rest = title[gap...].drop { $0 == 0x2E || [0xE2, 0x80, 0xA6].contains($0) }
    return rest.count >= 3 && whole.starts(with: title[..<gap])
      && whole.suffix(rest.count).elementsEqual(rest)
  }

  /// The first day of a database's or a clock's count stands for no day.
  static func isPlaceholder(_ date: CivilDate) -> Bool {
    (date.year == 1900 || date.year == 1970) && date.month == 1 && date.day == 1
  }

  private static let titleClasses = Phrases(["title", "tit", "biaoti", "bt", "name"])

  /// A class that names a title.
  static func namesTitle(_ value: ArraySlice<UInt8>?) -> Bool {
    guard let value, value.count <= 60 else { return false }
    return titleClasses.begin(ByteSearch.lowered(value))
      || ByteSearch.find(Array("title".utf8), in: ByteSearch.lowered(value)) != nil
  }

  /// Cuts a day off the end of a text: `关于…的通知 [2021-03-05]`.
  static func splitDay(_ text: [UInt8]) -> (title: [UInt8], day: [UInt8]) {
    guard let found = DateReader().dates(in: text).last else { return (text, []) }
    let closing = ByteSearch.squeezed(text[found.range.upperBound...])
    let isEnd =
      closing.allSatisfy { [0x29, 0x5D].contains($0) } || brackets.contains { $0.1 == closing }
    guard isEnd else { return (text, []) }
    var title = Array(text[..<found.range.lowerBound])
    while let last = title.last, [0x20, 0x28, 0x5B].contains(last) { title.removeLast() }
    if let open = brackets.first(where: { title.suffix($0.0.count).elementsEqual($0.0) }) {
      title.removeLast(open.0.count)
    }
    guard ByteSearch.letters(title[...]) >= 4 else { return (text, []) }
    return (title, Array(text[found.range]))
  }
}
