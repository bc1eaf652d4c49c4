import Dates
import Markup

/// Where a page's article stands: headline, line of particulars, body, end.
struct MainPart: Sendable {
  /// The headline; nil on pages that have none.
  var headline: TitleFinder.Candidate?
  /// The innermost element that holds most of the running text; 0 when the page has no such.
  var container: NodeIndex
  /// The lines between the headline and the body's first sentence.
  var head: Range<Int>
  /// The line right below the headline, where it names people or units and one day in an element of
  /// its own, without any label.
  var byline: Int?
  /// The lines of the body.
  var body: Range<Int>
  /// The first line after the article: 上一篇, the page's foot.
  var end: Int

  /// The share of the running text that a container must hold, in percent.
  private static let share = 60

  init(
    _ document: Document, _ lines: PageLines, _ outline: PageOutline,
    headline: TitleFinder.Candidate?
  ) {
    self.headline = headline
    let start = headline?.lines.upperBound ?? 0
    let total = lines.weight(of: start..<lines.facts.count)
    container = Self.container(document, lines, outline, from: start, total: total)
    var inside = start..<lines.facts.count
    if container != 0 {
      let own = lines.flow.lines(in: container, of: document)
      inside = max(start, own.lowerBound)..<max(start, own.upperBound)
    }
    byline = headline.flatMap { Self.byline(lines, at: start, headline: $0) }
    let first = byline.map { $0 + 1 } ?? start
    let headEnd = Self.headEnd(document, lines, from: first, bodyStart: inside.lowerBound)
    head = start..<max(first, headEnd)
    let bodyStart = max(head.upperBound, container == 0 ? head.upperBound : inside.lowerBound)
    end = Self.end(lines, from: bodyStart, headline: headline != nil)
    body = bodyStart..<max(bodyStart, min(end, inside.upperBound))
  }

  /// Descends while one child holds most of the running text.
  private static func container(
    _ document: Document, _ lines: PageLines, _ outline: PageOutline, from start: Int, total: Int
  ) -> NodeIndex {
    func weight(_ node: NodeIndex) -> Int {
      let run = lines.flow.lines(in: node, of: document)
      guard run.upperBound > start else { return 0 }
      return lines.weight(of: max(start, run.lowerBound)..<run.upperBound)
    }
    if let named = outline.bodies.last(where: { node in
      let run = lines.flow.lines(in: node, of: document)
      return !run.isEmpty && run.lowerBound >= start && weight(node) * 100 >= total * share
    }) {
      return named
    }
    if total == 0 {
      // A body of pictures or of a table: the named container tells where it stands.
      return outline.bodies.first {
        document.nodes[Int($0)].end > $0 + 1 && $0 > node(start, lines)
      } ?? 0
    }
    var current: NodeIndex = 0
    while true {
      guard
        let next = document.children(of: current).first(where: {
          document.isElement($0) && weight($0) * 100 >= total * share
        }), !isLeaf(document.tag(next))
      else { return current }
      current = next
    }
  }

  private static func node(_ line: Int, _ lines: PageLines) -> NodeIndex {
    line < lines.flow.lines.count ? lines.flow.lines[line].node : .max
  }

  private static func isLeaf(_ tag: Tag) -> Bool {
    switch tag {
    case .p, .span, .font, .strong, .b, .li, .a, .h1, .h2, .h3, .tr, .td, .tbody: true
    default: false
    }
  }

  /// Where the particulars end: at the first sentence, at most a dozen lines below the headline.
  private static func headEnd(
    _ document: Document, _ lines: PageLines, from start: Int, bodyStart: Int
  ) -> Int {
    var last = start
    var isText = false
    for line in start..<max(start, min(lines.facts.count, start + 14)) {
      let facts = lines.facts[line]
      if facts.weight > 0 || facts.isFoot { break }
      // The day in words below a sentence, however short, is the document's own.
      if isText, facts.isInfo, isDayInWords(line, lines) { break }
      if !facts.isInfo, facts.words.contains(.fullStop) { isText = true }
      if facts.isInfo, lines.labels(of: line).isEmpty, isDatum(line, document, lines) { break }
      if facts.isInfo { last = line + 1 }
      // A headline of another page: here rows begin.
      let found = lines.flow.lines[line]
      if !facts.isInfo, found.linkBytes * 2 > found.range.count, found.range.count >= 24 { break }
      if bodyStart > start, line >= bodyStart, !facts.isInfo { break }
    }
    return last
  }

  /// The line is a day such as 2021年8月30日, without a label.
  private static func isDayInWords(_ line: Int, _ lines: PageLines) -> Bool {
    lines.labels(of: line).isEmpty
      && lines.dates(of: line).first.map { date in
        ByteText.contains(lines.flow.bytes[date.range], LineTable.year)
      } ?? false
  }

  /// The line is a cell among others of a table of data: its day is the table's.
  private static func isDatum(_ line: Int, _ document: Document, _ lines: PageLines) -> Bool {
    var cell = lines.flow.lines[line].block
    for _ in 0..<4 where document.tag(cell) != .td && document.tag(cell) != .th {
      cell = document.parent(of: cell)
    }
    guard document.tag(cell) == .td || document.tag(cell) == .th else { return false }
    let row = lines.flow.lines(in: document.parent(of: cell), of: document)
    return row.count >= 3 && lines.flow.lines(in: cell, of: document).count == 1
      && !row.contains { line in
        lines.labels(of: line).contains { $0.role != .other }
      }
  }

  /// Says whether a line is the byline of the headline above it.
  private static func byline(
    _ lines: PageLines, at line: Int, headline: TitleFinder.Candidate
  ) -> Int? {
    guard lines.facts.indices.contains(line), !lines.facts[line].isInfo,
      lines.facts[line].dates.count == 1, let date = lines.dates(of: line).first
    else { return nil }
    let found = lines.flow.lines[line]
    guard lines.labels(of: line).isEmpty else {
      return headline.score >= certain && isBeforeSource(date, lines, line) ? line : nil
    }
    let text = lines.flow.text(line)
    guard text.count <= 120, !punctuation.occurs(in: text) else { return nil }
    if headline.score >= certain, isSigned(date, lines, line) { return line }
    if found.pieces.count == 1 {
      return headline.score >= certain && isBeside(date, lines, line) ? line : nil
    }
    // The day fills an element: nothing else stands there but a time of day.
    let isAlone = found.pieces.contains { piece in
      let range = lines.flow.pieces[piece].range
      return range.lowerBound == date.range.lowerBound && range.upperBound >= date.range.upperBound
        && lines.flow.pieces[piece].link == 0
        && !lines.flow.bytes[date.range.upperBound..<range.upperBound].contains { $0 >= 0x80 }
    }
    return isAlone ? line : nil
  }

  /// The score of a headline that the title tag or a meta bears out.
  static let certain = 55

  /// `2014-03-11　图片来源：公路局`: a day before the only label, which names the source of some part.
  private static func isBeforeSource(
    _ date: DateSighting, _ lines: PageLines, _ line: Int
  ) -> Bool {
    let labels = lines.labels(of: line)
    guard labels.count == 1, let label = labels.first, label.label.hasSuffix("来源"),
      date.form == .full, lines.flow.lines[line].linkBytes == 0,
      lines.flow.lines[line].range.count <= 120
    else { return false }
    return date.range.lowerBound == lines.flow.lines[line].range.lowerBound
  }

  /// `2017-05-11 某县第一小学`: a day, a blank and a name in one piece of text, without a figure.
  private static func isBeside(_ date: DateSighting, _ lines: PageLines, _ line: Int) -> Bool {
    let range = lines.flow.lines[line].range
    guard date.form == .full, date.range.lowerBound == range.lowerBound, !date.hasTime,
      lines.flow.lines[line].linkBytes == 0
    else { return false }
    let rest = lines.flow.bytes[date.range.upperBound..<range.upperBound]
    guard let first = rest.first, first <= 0x20 else { return false }
    return rest.count <= 72 && !rest.contains { (0x30...0x39).contains($0) }
  }

  /// `县政府办 2024-03-05 11:20`, `发布于 2024-03-05`, `2024-03-05 | 县政府办 | 浏览量 20`: a body's
  /// name or 发布于 before a day, a name or a count of readers behind it.
  private static func isSigned(_ date: DateSighting, _ lines: PageLines, _ line: Int) -> Bool {
    let range = lines.flow.lines[line].range
    guard date.form == .full, lines.flow.lines[line].linkBytes == 0 else { return false }
    let head = lines.flow.bytes[range.lowerBound..<date.range.lowerBound]
    let tail = lines.flow.bytes[date.range.upperBound..<range.upperBound]
    var before = ByteText.squeezed(head)[...]
    while let mark = openings.first(where: { ByteText.ends(before, with: $0) }) {
      before = before.dropLast(mark.count)
    }
    let after = ByteText.squeezed(tail)[...]
    let isPublished = LabelWords.role(endingOf: before)?.role == .published
    let isBody =
      before.count <= 60 && before.allSatisfy { $0 >= 0x80 } && head.last == 0x20
      && WrittenDate.endings.contains { ByteText.ends(before, with: $0) }
    guard before.isEmpty || isPublished || isBody else { return false }
    // Not `2024-03-05起施行`.
    let isParted =
      after.isEmpty || tail.first.map { $0 <= 0x20 || $0 == UInt8(ascii: "|") } ?? true
      || closings.contains { after.starts(with: $0) }
    guard isParted || isPublished || after.elementsEqual("发布".utf8) else { return false }
    if isPublished || isBody || after.elementsEqual("发布".utf8) { return true }
    let isCounted = ByteText.containsAny(after, of: counts)
    return isCounted || closings.contains { after.starts(with: $0) && after.count > $0.count }
  }

  private static let openings = ByteText.words("【", "[", "|")
  private static let closings = ByteText.words("】", "]", "|")
  private static let counts = ByteText.words("浏览", "阅读", "点击", "访问", "查看")
  private static let punctuation = WordSet(ByteText.words("。", "，", "；", "《", "？", "！"))

  /// The first line that ends an article after its body has begun.
  private static func end(_ lines: PageLines, from start: Int, headline: Bool) -> Int {
    for line in start..<max(start, lines.facts.count) {
      let facts = lines.facts[line]
      if facts.isFoot
        || facts.endsArticle && (line > start + 2 || lines.weight(of: start..<line) > 0)
      {
        return line
      }
    }
    return lines.facts.count
  }
}
