import Dates
import Markup
import Texts

/// Reads short values of the particulars: 来源, 发布机构, 索引号.
struct SourceReader {
  let document: Document
  let lines: PageLines
  let values: [LabelledValue]

  /// The longest value, in bytes.
  private static let longest = 180

  /// The value of a role's first label in a preferred place; `shown` says that a label stands there.
  ///
  /// The head of the article comes first, then tables, then the rest outside the body's sentences.
  func value(of role: LabelRole, in part: MainPart) -> (text: String?, shown: Bool) {
    var shown = false
    var best: (rank: Int, text: String)?
    for value in values where value.role == role {
      guard let rank = rank(value, part) else { continue }
      shown = true
      guard let text = text(value), best.map({ rank < $0.rank }) ?? true else { continue }
      best = (rank, text)
    }
    return (best?.text, shown)
  }

  private func rank(_ value: LabelledValue, _ part: MainPart) -> Int? {
    let facts = lines.facts[value.line]
    if part.head.contains(value.line) { return 0 }
    if part.headline?.lines.contains(value.line) == true { return 0 }
    if value.isCell { return 1 }
    guard facts.isInfo else { return nil }
    if value.line < part.head.lowerBound { return 2 }
    return part.body.contains(value.line) ? nil : 3
  }

  /// The value as shown: up to the next particular, a date, an action, or another element.
  func text(_ value: LabelledValue) -> String? {
    var range = value.value
    if !value.isCell { range = cutAtElement(range) }
    if let date = lines.dates(of: value.line).first(where: { range.contains($0.range.lowerBound) }),
      !value.isCell
    {
      range = range.lowerBound..<date.range.lowerBound
    }
    var bytes = lines.flow.bytes[range]
    for mark in Self.stops {
      if let place = ByteText.find(mark, in: bytes) { bytes = bytes[..<place] }
    }
    if let gap = bytes.firstIndex(of: 0x09) { bytes = bytes[..<gap] }
    let text = WhiteSpace.folded(Self.trimmed(bytes))
    guard !text.isEmpty, text.utf8.count <= Self.longest, !Self.isNothing(text) else { return nil }
    return text
  }

  /// A value ends where white space parts it from another element, at a link after plain text, and
  /// at an element that begins another particular: `来源：区教育局` `阅读 12 次`.
  private func cutAtElement(_ range: Range<Int>) -> Range<Int> {
    var started = false
    var link: NodeIndex = 0
    var index = firstPiece(endingAfter: range.lowerBound)
    while index < lines.flow.pieces.count {
      let piece = lines.flow.pieces[index]
      if piece.range.lowerBound >= range.upperBound { break }
      let begins = piece.range.lowerBound >= range.lowerBound
      if started, begins, piece.followsGap || piece.link != link || beginsParticular(piece) {
        return range.lowerBound..<piece.range.lowerBound
      }
      started = true
      link = piece.link
      index += 1
    }
    return range
  }

  /// The piece is a known label of a page's line of particulars, its colon aside.
  private func beginsParticular(_ piece: TextFlow.Piece) -> Bool {
    guard piece.range.count <= LabelWords.longest + 4 else { return false }
    var word = ByteText.squeezed(lines.flow.bytes[piece.range])[...]
    for colon in Self.colons where ByteText.ends(word, with: colon) {
      word = word.dropLast(colon.count)
    }
    return LabelWords.role(of: word) == .particular
  }

  private func firstPiece(endingAfter place: Int) -> Int {
    var low = 0
    var high = lines.flow.pieces.count
    while low < high {
      let middle = (low + high) / 2
      if lines.flow.pieces[middle].range.upperBound <= place {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private static func isNothing(_ text: String) -> Bool {
    ["无", "暂无", "-", "—", "--", "null", "undefined", "/", "无来源"].contains(text)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let edge = heads.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(edge.count)
    }
    while let edge = tails.first(where: { ByteText.ends(rest, with: $0) }) {
      rest = rest.dropLast(edge.count)
    }
    // `[来源：市住建局]`: the bracket was opened before the label.
    for pair in pairs where ByteText.ends(rest, with: pair.close) {
      if ByteText.find(pair.open, in: rest) == nil { rest = rest.dropLast(pair.close.count) }
    }
    return rest
  }

  private static let pairs: [(open: [UInt8], close: [UInt8])] = [
    ("[", "]"), ("【", "】"), ("（", "）"), ("(", ")"), ("〔", "〕"), ("「", "」"), ("<", ">"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static let colons = ByteText.words("：", ":")
  private static let heads = ByteText.words(" ", "\t", "：", ":", "|", "；", ";", "，", ",", "丨", "/")
  private static let tails = heads + ByteText.words("【", "[", "（", "(", "。")

  /// Words that begin what no longer belongs to the value.
  private static let stops = ByteText.words(
    "【字", "[字", "【打印", "[打印", "字体大小", "浏览次数", "点击次数", "访问次数", "阅读次数", "分享到", "打印本页", "关闭窗口",
    "责任编辑", "【大", "[大", "我要纠错", "扫一扫", "发布时间", "发布日期", "阅读量", "浏览量")
}
