import Dates
import Markup

/// What each line of a page's flow holds: labels, dates, weight, marks.
struct LineTable: Sendable {
  /// One line's facts.
  struct Facts: Sendable {
    private let labelPlaces: ByteRange
    private let datePlaces: ByteRange
    /// Bytes of running text: sentences that are no links; 0 for short lines.
    let weight: UInt32
    /// Belongs to a line of particulars (发布时间, 来源, 浏览次数 …) or is nothing but a date.
    var isInfo: Bool
    /// Names what follows an article: 上一篇, 相关链接, 打印本页.
    let endsArticle: Bool
    /// Belongs to the page's foot: 版权所有, ICP备, 网站标识码.
    var isFoot: Bool
    /// The groups of words that stand in it.
    let words: LineWords

    /// In `LineTable.labels`.
    var labels: Range<Int> { labelPlaces.range }
    /// In `LineTable.dates`.
    var dates: Range<Int> { datePlaces.range }

    init(
      labels: Range<Int>, dates: Range<Int>, weight: Int, isInfo: Bool, endsArticle: Bool,
      isFoot: Bool, words: LineWords
    ) {
      labelPlaces = ByteRange(labels)
      datePlaces = ByteRange(dates)
      self.weight = UInt32(weight)
      self.isInfo = isInfo
      self.endsArticle = endsArticle
      self.isFoot = isFoot
      self.words = words
    }
  }

  let flow: TextFlow
  /// The groups of words that stand in any line.
  private(set) var words: LineWords = []
  var facts: [Facts] = []
  var labels: [LabelledValue] = []
  /// Ranges are those of the flow's bytes.
  private(set) var dates: [DateSighting] = []
  /// `weights[i]` is the weight of all lines before `i`.
  private var weights: [UInt32] = [0]

  /// `known` is for each node of the document what stands in its text.
  init(
    _ flow: TextFlow, of document: Document, words known: [NodeWords], readAt moment: Timestamp?
  ) {
    self.flow = flow
    let scan = LabelScan(flow: flow)
    let reader = DateReader(at: moment)
    facts.reserveCapacity(flow.lines.count)
    weights.reserveCapacity(flow.lines.count + 1)
    for line in flow.lines.indices { read(line, of: flow, known, scan, reader) }
    markFoot(document)
  }

  /// 主办单位 is the foot's beside a certain mark of one, and a notice's own anywhere else: the foot
  /// lies outside the element that holds the text.
  private mutating func markFoot(_ document: Document) {
    var last = -100
    let certain = facts.indices.filter { facts[$0].isFoot }
    var next = 0
    for line in facts.indices where !facts[line].isFoot {
      while next < certain.count, certain[next] < line {
        last = certain[next]
        next += 1
      }
      let ahead = next < certain.count ? certain[next] : Int.max - 10
      let isNear = line - last <= 2 || ahead - line <= 2
      guard line - last <= 6 || ahead - line <= 6, flow.lines[line].range.count <= 400,
        facts[line].words.contains(.likelyFoot) && !isHead(line)
          || isNear && facts[line].words.contains(.nearFoot),
        !standsWithText(line, apartFrom: ahead - line <= 6 ? ahead : last, document)
      else { continue }
      facts[line].isFoot = true
    }
  }

  /// The line names 承办单位 as the head of a table's column does: bare, or after other heads.
  private func isHead(_ line: Int) -> Bool {
    let text = flow.text(line)
    return Self.columnHeads.contains { head in
      guard let place = ByteText.find(head, in: text) else { return false }
      let rest = text[(place + head.count)...].drop { $0 <= 0x20 }
      if rest.isEmpty { return true }
      return place > text.startIndex && !Self.colons.contains { rest.starts(with: $0) }
        && !Self.likelyFootMarks.contains {
          !Self.columnHeads.contains($0) && ByteText.contains(text, $0)
        }
    }
  }

  private static let columnHeads = ByteText.words("主办单位", "承办单位")
  private static let colons = ByteText.words(":", "：")

  /// The largest element around a line that does not hold the foot's `certain` line holds running
  /// text or an article's particulars.
  private func standsWithText(_ line: Int, apartFrom certain: Int, _ document: Document) -> Bool {
    let foot = flow.lines[certain].node
    var block = flow.lines[line].block
    guard block != 0, !document.contains(block, foot) else { return false }
    while document.parent(of: block) != 0, !document.contains(document.parent(of: block), foot) {
      block = document.parent(of: block)
    }
    let run = flow.lines(in: block, of: document)
    if weight(of: run) >= 90 { return true }
    return run.contains { line in
      facts[line].isInfo
        && labels(of: line).contains { $0.role == .published || $0.role == .source }
    }
  }

  private mutating func read(
    _ line: Int, of flow: TextFlow, _ known: [NodeWords], _ scan: LabelScan, _ reader: DateReader
  ) {
    let range = flow.lines[line].range
    let pieces = flow.lines[line].pieces
    // A line of one piece is one text, but for white space: that was looked at already.
    let whole = pieces.count == 1 ? known[Int(flow.pieces[pieces.lowerBound].node)].ofLine : nil
    let words = unsafe flow.bytes.withUnsafeBufferPointer { bytes in
      let text = unsafe UnsafeBufferPointer(rebasing: bytes[range])
      let words = unsafe whole ?? LineWords.of(text)
      if unsafe words.contains(.date) || ByteText.holdsDigit(text) {
        unsafe addDates(in: text, from: range.lowerBound, reader)
      }
      return words
    }
    self.words.formUnion(words)
    let firstDate = facts.last?.dates.upperBound ?? 0
    let firstLabel = labels.count
    scan.labels(inLine: line, hasWideColon: words.contains(.wideColon), to: &labels)
    if labels.count > firstLabel { setEventsApart(line, firstLabel, dates[firstDate...]) }
    let isFoot = range.count <= 900 && words.contains(.foot)
    let ends =
      range.count <= 240 && !isFoot && words.contains(.articleEnd)
      && Self.endMarks.contains { Self.begins(flow.text(line), with: $0) }
    let weight = isFoot || ends ? 0 : Self.weight(flow.lines[line], words)
    let isPlain = labels.count == firstLabel && dates.count == firstDate
    let isInfo =
      !isPlain && Self.isInfo(line, of: flow, words, labels[firstLabel...], dates[firstDate...])
    let counted = isInfo && range.count <= 400 ? 0 : weight
    facts.append(
      Facts(
        labels: firstLabel..<labels.count, dates: firstDate..<dates.count, weight: counted,
        isInfo: isInfo, endsArticle: ends, isFoot: isFoot, words: words))
    weights.append((weights.last ?? 0) + UInt32(counted))
  }

  private mutating func addDates(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, _ reader: DateReader
  ) {
    for var sighting in unsafe reader.dates(in: text) {
      sighting.range =
        (sighting.range.lowerBound + start)..<(sighting.range.upperBound + start)
      dates.append(sighting)
    }
  }

  /// Beside digits, what a date needs.
  static let dateWords = ByteText.words("年", "今天", "昨天", "前天", "刚刚")

  /// Leading brackets and blanks apart, the text begins with the mark.
  private static func begins(_ text: ArraySlice<UInt8>, with mark: [UInt8]) -> Bool {
    guard let place = ByteText.find(mark, in: text.prefix(mark.count + 9)) else { return false }
    return !text[text.startIndex..<place].contains(where: isWord)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0xE4...0xE9).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      || (0x30...0x39).contains(byte)
  }

  private static func weight(_ line: TextFlow.Line, _ words: LineWords) -> Int {
    guard line.plainBytes >= 60, line.linkBytes * 2 < line.range.count else { return 0 }
    if line.plainBytes >= 150 { return line.plainBytes }
    return words.contains(.sentence) ? line.plainBytes : 0
  }

  private static func isInfo(
    _ line: Int, of flow: TextFlow, _ words: LineWords, _ labels: ArraySlice<LabelledValue>,
    _ dates: ArraySlice<DateSighting>
  ) -> Bool {
    let text = flow.text(line)
    guard text.count <= 900, !words.contains(.fullStop) else { return false }
    if labels.contains(where: { $0.role != .other }) {
      let known = labels.lazy.filter { $0.role != .other }.count
      return known * 2 >= labels.count && (text.count <= 300 || known >= 2)
    }
    guard let date = dates.first, text.count <= 160 else { return false }
    let before = text[text.startIndex..<date.range.lowerBound]
    if before.allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "(") }) {
      return text.count <= 80
        && (DateReader().whole(Array(text)) != nil
          || isIssuer(line, of: flow, after: date.range.upperBound))
    }
    // `松政发〔2023〕5号 | 2023-03-10 10:00 某区人民政府`
    return text.endIndex - date.range.upperBound <= 72
      && DocumentNumberText.whole(before.filter { $0 != UInt8(ascii: "|") }[...]) != nil
  }

  /// `2021年11月5日　县渔政大队`: nothing but a unit's name follows a day, and no link.
  private static func isIssuer(_ line: Int, of flow: TextFlow, after day: Int) -> Bool {
    guard flow.lines[line].linkBytes == 0 else { return false }
    let rest = flow.bytes[day..<flow.lines[line].range.upperBound]
    guard let first = rest.first, first <= 0x20, rest.count <= 60 else { return false }
    let name = ByteText.squeezed(rest)
    return name.count >= 6 && name.allSatisfy { $0 >= 0x80 }
      && !Self.punctuation.occurs(in: name[...])
      && WrittenDate.endings.contains { ByteText.ends(name[...], with: $0) }
  }

  private static let punctuation = WordSet(ByteText.words("。", "，", "；", "、", "：", "《"))
  static let year = Array("年".utf8)
  static let fullStop = Array("。".utf8)
  static let sentenceMarks = ByteText.words("。", "，", "；", "、")
  static let footMarks = ByteText.words(
    "版权所有", "ICP备", "icp备", "网站标识码", "Copyright", "copyright", "COPYRIGHT", "© ", "©2", "公网安备",
    "ICP证")
  static let likelyFootMarks = ByteText.words("主办单位", "主办：", "技术支持", "承办：", "承办单位")
  /// What stands right beside a certain mark: the address of who keeps the site.
  static let nearFootMarks = ByteText.words("地址：", "邮编", "最佳分辨率", "建议使用", "主办")
  static let endMarks = ByteText.words(
    "上一篇", "下一篇", "上一条", "下一条", "上篇", "下篇", "扫一扫", "扫码", "打印本页", "关闭窗口", "关闭本页",
    "相关文章", "相关新闻", "相关信息", "相关阅读", "相关链接", "相关稿件", "相关推荐", "相关报道", "延伸阅读",
    "推荐阅读", "友情链接", "网站地图", "分享到", "分享至", "用微信扫描", "返回顶部", "热点新闻",
    "相关内容", "相关资讯", "猜你喜欢", "网友评论")

  /// The weight of a run of lines.
  func weight(of run: Range<Int>) -> Int {
    Int(weights[run.upperBound]) - Int(weights[run.lowerBound])
  }

  /// The labels of one line.
  func labels(of line: Int) -> ArraySlice<LabelledValue> { labels[facts[line].labels] }

  /// The dates of one line.
  func dates(of line: Int) -> ArraySlice<DateSighting> { dates[facts[line].dates] }
}
