import Dates
import Markup
import Texts

/// Reads the marks of openness and validity: labels, the line 此件公开发布, stamps, 有效期.
struct DocumentMarksReader {
  let lines: PageLines
  let values: [LabelledValue]
  let part: MainPart

  /// The marks; nil on a page without any.
  ///
  /// Cheap: pages without 公开, 有效, 失效, 废止 or 修订 are left after one search.
  func read() -> DocumentMarks? {
    guard part.headline != nil, lines.words.contains(.documentMark) else { return nil }
    var marks = DocumentMarks()
    for value in values where value.value.count <= 120 { read(value, into: &marks) }
    readLines(into: &marks)
    if marks.validity == nil { readTitle(into: &marks) }
    return marks.isEmpty ? nil : marks
  }

  // MARK: Labels

  private func read(_ value: LabelledValue, into marks: inout DocumentMarks) {
    let label = ByteText.squeezed(value.label)
    let text = ByteText.squeezed(lines.flow.bytes[value.value])
    if marks.validity == nil, Self.validityLabels.contains(label) {
      if let validity = Self.validity(text) {
        marks.validity = validity
        marks.validityText = WhiteSpace.folded(lines.flow.bytes[value.value])
      }
    } else if marks.openness == nil, Self.opennessLabels.contains(label),
      let openness = Self.openness(text)
    {
      marks.openness = openness
      marks.opennessText = WhiteSpace.folded(lines.flow.bytes[value.value])
    } else if Self.termLabels.contains(label) {
      readTerm(Array(lines.flow.bytes[value.value])[...], isLabel: true, into: &marks)
    }
  }

  /// The whole value must be the mark: 有效 in a sentence says nothing of the document.
  private static func validity(_ text: [UInt8]) -> DocumentMarks.Validity? {
    guard text.count <= 36 else { return nil }
    if ByteText.containsAny(text[...], of: partly) { return .partlyValid }
    if ByteText.containsAny(text[...], of: abolished) { return .abolished }
    if ByteText.containsAny(text[...], of: expired) { return .expired }
    if ByteText.containsAny(text[...], of: amended) { return .amended }
    return valid.contains(text) ? .valid : nil
  }

  private static func openness(_ text: [UInt8]) -> DocumentMarks.Openness? {
    guard text.count <= 60 else { return nil }
    if ByteText.containsAny(text[...], of: withheld) { return .withheld }
    if ByteText.containsAny(text[...], of: onRequest) { return .onRequest }
    if ByteText.containsAny(text[...], of: redacted) { return .redacted }
    return ByteText.containsAny(text[...], of: open) ? .open : nil
  }

  // MARK: Lines

  private func readLines(into marks: inout DocumentMarks) {
    let first = part.headline?.lines.lowerBound ?? 0
    for line in first..<max(first, min(part.end + 1, lines.facts.count))
    where lines.facts[line].words.contains(.documentMark) {
      let text = lines.flow.text(line)
      guard text.count <= 3000 else { continue }
      if marks.openness == nil, let found = Self.thisPaper(text) {
        marks.openness = found.openness
        marks.opennessText = found.text
      }
      if marks.validity == nil, line < part.body.lowerBound + 3, text.count <= 36,
        let validity = stamp(ByteText.squeezed(text))
      {
        marks.validity = validity
        marks.validityText = ByteText.text(text)
      }
      if marks.validUntil == nil, marks.validYears == nil {
        readTerm(text, isLabel: false, into: &marks)
      }
    }
  }

  /// 此件公开发布, in brackets or not; at most twenty characters.
  private static func thisPaper(
    _ text: ArraySlice<UInt8>
  ) -> (openness: DocumentMarks.Openness, text: String)? {
    guard let place = ByteText.find(paper, in: text) else { return nil }
    var rest = text[place...].prefix(63)
    for stop in stops {
      if let end = ByteText.find(stop, in: rest) { rest = rest[..<end] }
    }
    let words = ByteText.squeezed(rest)
    return openness(words).map { ($0, WhiteSpace.folded(rest)) }
  }

  /// A word of its own beside the headline: 已废止, 【失效】.
  ///
  /// A plain 有效 stands there as well.
  private func stamp(_ text: [UInt8]) -> DocumentMarks.Validity? {
    var rest = text[...]
    for mark in Self.frames where rest.starts(with: mark) { rest = rest.dropFirst(mark.count) }
    for mark in Self.frames where ByteText.ends(rest, with: mark) {
      rest = rest.dropLast(mark.count)
    }
    return Self.stamps.contains(Array(rest)) ? Self.validity(Array(rest)) : nil
  }

  /// （已废止） at the end of the headline.
  private func readTitle(into marks: inout DocumentMarks) {
    let title = ByteText.squeezed(part.headline?.text ?? "")
    for (open, close) in Self.brackets where ByteText.ends(title[...], with: close) {
      guard let place = ByteText.find(open, in: title.suffix(36)) else { continue }
      let inner = Array(title[(place + open.count)...].dropLast(close.count))
      if Self.stamps.contains(inner) {
        marks.validity = Self.validity(inner)
        marks.validityText = String(decoding: inner, as: UTF8.self)
      }
    }
  }

  // MARK: Terms

  private static func lastStop(in bytes: ArraySlice<UInt8>) -> Int? {
    var place: Int?
    while let next = ByteText.find(fullStop, in: bytes[(place ?? bytes.startIndex)...]) {
      place = next + fullStop.count
    }
    return place
  }

  private func readTerm(
    _ text: ArraySlice<UInt8>, isLabel: Bool, into marks: inout DocumentMarks
  ) {
    let bytes = ByteText.squeezed(text)
    if let place = ByteText.find(Self.termWord, in: bytes[...]) {
      // The paper's own term, not that of a certificate which it speaks of.
      let before = bytes[max(0, place - 150)..<place]
      let sentence = before[(Self.lastStop(in: before) ?? before.startIndex)...]
      let own = isLabel || ByteText.containsAny(sentence, of: Self.ownWords)
      guard own else { return }
      readTerm(from: place + Self.termWord.count, in: bytes, into: &marks)
    } else if isLabel, bytes.count <= 60 {
      readTerm(from: 0, in: bytes, into: &marks)
    }
  }

  /// The day or the years that follow 有效期 within a few words.
  private func readTerm(from place: Int, in bytes: [UInt8], into marks: inout DocumentMarks) {
    let rest = Array(bytes[place...].prefix(90))
    let sentence = rest.prefix(ByteText.find(Self.fullStop, in: rest[...]) ?? rest.count)
    let days = DateReader().dates(in: Array(sentence))
    if let last = days.last, last.range.lowerBound <= 60 {
      marks.validUntil = last.date
      return
    }
    let digits = sentence.drop { !(0x30...0x39).contains($0) }.prefix { (0x30...0x39).contains($0) }
    let behind = sentence[digits.endIndex...]
    if !digits.isEmpty, digits.count <= 2, digits.startIndex <= 12, behind.starts(with: Self.year) {
      marks.validYears = Int(String(decoding: digits, as: UTF8.self))
    } else if let numeral = Self.years.firstIndex(where: {
      ByteText.find($0, in: sentence.prefix(21)) != nil
    }) {
      marks.validYears = numeral + 1
    }
    if marks.validYears == 0 { marks.validYears = nil }
  }

  static let gate = ByteText.words("公开", "有效", "失效", "废止", "修订", "修改")
  private static let paper = Array("此件".utf8)
  private static let ownWords = ByteText.words(
    "施行", "实施", "之日起", "本通知", "本办法", "本规定", "本细则", "本意见", "本方案", "本文件", "本制度", "本决定", "本公告")
  private static let termWord = Array("有效期".utf8)
  private static let fullStop = Array("。".utf8)
  private static let year = Array("年".utf8)
  private static let years = ByteText.words(
    "一年", "二年", "三年", "四年", "五年", "六年", "七年", "八年", "九年", "十年")
  private static let stops = ByteText.words("）", ")", "。", "】", "]", "，")
  private static let frames = ByteText.words("（", "(", "）", ")", "【", "】", "[", "]", "“", "”")
  private static let brackets: [([UInt8], [UInt8])] = [
    ("（", "）"), ("(", ")"), ("【", "】"), ("[", "]"),
  ]
  .map { (Array($0.0.utf8), Array($0.1.utf8)) }
  private static let validityLabels: Set<[UInt8]> = Set(
    ByteText.words(
      "有效性", "时效性", "效力状态", "文件状态", "有效状态", "文件有效性", "是否有效", "效力", "信息有效性", "时效", "文件效力", "状态"))
  private static let opennessLabels: Set<[UInt8]> = Set(
    ByteText.words(
      "公开方式", "公开属性", "公开类别", "信息公开选项", "公开形式", "公开选项", "公开范围", "公开类型", "信息公开属性", "主动公开方式"))
  private static let termLabels: Set<[UInt8]> = Set(
    ByteText.words("有效期", "有效期至", "有效期限", "失效日期", "废止日期", "失效时间", "有效日期", "废止时间", "文件有效期"))
  private static let valid: Set<[UInt8]> = Set(
    ByteText.words("有效", "现行有效", "是", "现行", "继续有效", "有效文件", "生效", "已生效"))
  private static let partly = ByteText.words("部分有效", "部分废止", "条款废止", "部分失效", "条款失效")
  private static let abolished = ByteText.words("废止")
  private static let expired = ByteText.words("失效", "无效", "过期")
  private static let amended = ByteText.words("修改", "修订", "修正")
  private static let stamps: Set<[UInt8]> = Set(
    ByteText.words(
      "有效", "现行有效", "失效", "已失效", "废止", "已废止", "全文废止", "部分废止", "部分有效", "已修改", "已修订", "条款废止", "已过期",
      "全文失效", "部分失效", "继续有效"))
  private static let withheld = ByteText.words("不予公开", "不公开", "免予公开")
  private static let onRequest = ByteText.words("依申请公开", "依申请")
  private static let redacted = ByteText.words("删减后公开")
  private static let open = ByteText.words(
    "主动公开", "公开发布", "全文公开", "全社会", "面向社会", "全部公开", "社会公开", "公开")
}
