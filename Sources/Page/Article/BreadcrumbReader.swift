import Markup
import Texts
import Web

/// Reads the breadcrumb: 当前位置：首页 > 政务公开 > 通知公告.
struct BreadcrumbReader {
  let document: Document
  let lines: PageLines
  let outline: PageOutline
  let base: WebURL?

  /// The longest text that a breadcrumb may have, in bytes.
  private static let longest = 700
  private static let mostSteps = 16

  /// The steps as displayed; empty without a breadcrumb.
  func read() -> [Crumb] {
    var steps = found()
    // `首页 > 政务公开 > 工作动态 工作动态`: the column's heading behind its step.
    if let last = steps.last, steps.count >= 3, last.url == nil,
      steps[steps.count - 2].text == last.text, steps[steps.count - 2].url != nil
    {
      steps.removeLast()
    }
    return steps
  }

  private func found() -> [Crumb] {
    for line in lines.facts.indices where marker(in: line) != nil {
      let steps = around(line)
      // Rows of a list below a label without steps: `你现在的位置：`.
      guard let first = steps.first, !steps.contains(where: { Self.isDay($0.text) }) else {
        continue
      }
      if Self.isHome(first.text) || (steps.count >= 2 || first.url != nil) && isCertain(line) {
        return steps
      }
    }
    for node in outline.breadcrumbs {
      let steps = self.steps(in: node)
      if steps.count >= 2, Self.isHome(steps[0].text), !isMenu(node) { return steps }
    }
    return unmarked()
  }

  /// Links one below the other and nothing between them, in an element that is named like a menu as
  /// well as like a breadcrumb: `site-navigation`.
  private func isMenu(_ node: NodeIndex) -> Bool {
    if HintWords.contains(HintWords.names(of: node, in: document), anyOf: HintWords.certainBytes) {
      return false
    }
    if HintWords.isBreadcrumb(document.attribute(node, "aria-label")) { return false }
    let run = lines.flow.lines(in: node, of: document)
    return run.count >= 2
      && run.allSatisfy { line in
        let text = lines.flow.text(line)
        return lines.flow.lines[line].plainBytes == 0
          && !Self.strongMarks.contains { text.starts(with: $0) }
      }
  }

  /// The words say that this is the reader's place: 项目位置 would be a place of something else.
  private func isCertain(_ line: Int) -> Bool {
    Self.certainMarks.occurs(in: lines.flow.text(line).prefix(110))
  }

  /// Where the words 当前位置 end in a line; nil without them.
  private func marker(in line: Int) -> Int? {
    let text = lines.flow.text(line)
    guard text.count <= Self.longest, lines.facts[line].words.contains(.place) else { return nil }
    for mark in Self.marks {
      if let place = ByteText.find(mark, in: text.prefix(90 + mark.count)) {
        return place + mark.count
      }
    }
    return nil
  }

  /// The steps of the smallest element around a marked line that holds links.
  private func around(_ line: Int) -> [Crumb] {
    var node = lines.flow.lines[line].block
    var best = steps(in: node, from: line)
    var climbs = 0
    while climbs < 4, node != 0,
      best.count < 2 && !hasBlankSteps(node) && !isOwnStep(best, node) || goesOn(after: node)
    {
      node = document.parent(of: node)
      climbs += 1
      let run = lines.flow.lines(in: node, of: document)
      guard !run.isEmpty, length(run) <= Self.longest, run.count <= 24,
        !run.contains(where: {
          $0 > line && (lines.facts[$0].isInfo || lines.facts[$0].isFoot)
        })
      else { break }
      let wider = steps(in: node, from: line)
      if wider.count >= best.count { best = wider }
    }
    return best
  }

  /// The only step is a link to the page itself: no others stand around it.
  private func isOwnStep(_ steps: [Crumb], _ node: NodeIndex) -> Bool {
    guard steps.count == 1, steps[0].url != nil, let link = document.first(.a, in: node) else {
      return false
    }
    let href = document.attribute(link, "href") ?? []
    return href.isEmpty || href.elementsEqual("./".utf8)
  }

  /// Links without text stand beside the first step: a script will name them.
  private func hasBlankSteps(_ node: NodeIndex) -> Bool {
    document.all(.a, in: node).prefix(8).count { document.text(of: $0).isEmpty } >= 2
  }

  /// The next line begins with a separator: the steps stand in cells of their own.
  private func goesOn(after node: NodeIndex) -> Bool {
    let next = lines.flow.lines(in: node, of: document).upperBound
    guard next < lines.flow.lines.count else { return false }
    let text = lines.flow.text(next)
    return Self.strongMarks.contains { text.starts(with: $0) }
  }

  private func length(_ run: Range<Int>) -> Int {
    guard let first = run.first, let last = run.last else { return 0 }
    return lines.flow.lines[last].range.upperBound - lines.flow.lines[first].range.lowerBound
  }

  private func steps(in node: NodeIndex, from line: Int? = nil) -> [Crumb] {
    let run = lines.flow.lines(in: node, of: document)
    guard !run.isEmpty, length(run) <= Self.longest, run.count <= 24 else { return [] }
    return steps(max(run.lowerBound, line ?? run.lowerBound)..<run.upperBound)
  }

  /// Links are steps; text between separators is a step too.
  private func steps(_ run: Range<Int>) -> [Crumb] {
    var steps: [Crumb] = []
    for line in run {
      var floor = lines.flow.lines[line].range.lowerBound
      if let mark = marker(in: line) {
        floor = mark
        steps = []
      }
      for piece in lines.flow.lines[line].pieces {
        let found = lines.flow.pieces[piece]
        let range = max(floor, found.range.lowerBound)..<max(floor, found.range.upperBound)
        guard !range.isEmpty else { continue }
        add(range, link: found.link, joins: joins(piece, in: line), to: &steps)
        if steps.count > Self.mostSteps { return [] }
      }
    }
    return steps
  }

  /// Says whether a piece goes on with the step of the piece before it.
  private func joins(_ piece: Int, in line: Int) -> Bool {
    guard piece > lines.flow.lines[line].pieces.lowerBound else { return false }
    let last = lines.flow.pieces[piece - 1]
    let this = lines.flow.pieces[piece]
    return last.link == this.link && this.link != 0
  }

  private func add(_ range: Range<Int>, link: NodeIndex, joins: Bool, to steps: inout [Crumb]) {
    let bytes = lines.flow.bytes[range]
    if link != 0 {
      let text = WhiteSpace.folded(Self.trimmed(bytes))
      guard !text.isEmpty else { return }
      if joins, let last = steps.indices.last {
        steps[last].text += text
      } else {
        let href = document.attribute(link, "href").map(Array.init) ?? []
        // An empty address is the page's own.
        steps.append(Crumb(text: text, url: href.isEmpty ? base : WebURL(href, base: base)))
      }
      return
    }
    for part in Self.split(bytes) {
      let text = WhiteSpace.folded(Self.trimmed(part))
      if !text.isEmpty { steps.append(Crumb(text: text, url: nil)) }
    }
  }

  /// Splits at `>`, `»`, `›`, `→`, `/`, `\`, and at `-`, `—`, `·` and `|` that stand alone.
  private static func split(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let width = separator(at: index, in: bytes)
      if width > 0 {
        parts.append(bytes[start..<index])
        index += width
        start = index
      } else {
        index += 1
      }
    }
    parts.append(bytes[start...])
    return parts
  }

  private static func separator(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    for mark in strongMarks where bytes[index...].starts(with: mark) { return mark.count }
    let glyph = glyph(at: index, in: bytes)
    if glyph > 0 { return glyph }
    let before = index == bytes.startIndex || bytes[index - 1] <= 0x20
    guard before else { return 0 }
    for mark in weakMarks where bytes[index...].starts(with: mark) {
      let after = index + mark.count
      if after == bytes.endIndex || bytes[after] <= 0x20 || bytes[after] == bytes[index] {
        return mark.count
      }
    }
    return 0
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    var changed = true
    while changed {
      changed = false
      if glyph(at: rest.startIndex, in: rest) > 0 {
        rest = rest.dropFirst(3)
        changed = true
      }
      if rest.count >= 3, glyph(at: rest.endIndex - 3, in: rest) > 0 {
        rest = rest.dropLast(3)
        changed = true
      }
      guard let first = rest.first, let last = rest.last,
        edgeFirsts[Int(first)] || edgeLasts[Int(last)]
      else { continue }
      for mark in edgeMarks {
        if rest.starts(with: mark) {
          rest = rest.dropFirst(mark.count)
          changed = true
        }
        if ByteText.ends(rest, with: mark) {
          rest = rest.dropLast(mark.count)
          changed = true
        }
      }
    }
    return rest
  }

  /// A line without any mark: 首页 first, links or plain text, joined by `>` and its like.
  private func unmarked() -> [Crumb] {
    for (index, line) in lines.flow.lines.enumerated()
    where line.range.count <= Self.longest && (isPlain(line) || isParted(line) && begins(line)) {
      var steps = steps(index..<(index + 1))
      if steps.count > 2, steps[0].url == nil, Self.isLabel(Array(steps[0].text.utf8)[...]) {
        steps.removeFirst()
      }
      if steps.count >= 2 { return steps }
    }
    return []
  }

  /// The first piece is a link, and a separator follows it.
  private func isParted(_ line: TextFlow.Line) -> Bool {
    guard let first = firstLink(line), line.pieces.contains(first + 2) else { return false }
    let between = lines.flow.pieces[first + 1]
    return between.link == 0 && Self.beginsStrongly(lines.flow.bytes[between.range])
  }

  /// The first piece, where it is a link, or the second behind nothing but a label: `位置`.
  private func firstLink(_ line: TextFlow.Line) -> Int? {
    guard let first = line.pieces.first else { return nil }
    if lines.flow.pieces[first].link != 0 { return first }
    guard line.pieces.contains(first + 1), lines.flow.pieces[first + 1].link != 0,
      Self.isLabel(lines.flow.bytes[lines.flow.pieces[first].range])
    else { return nil }
    return first + 1
  }

  /// A label that isn't sure enough to be sought for: `位置`, or an icon's glyph.
  private static func isLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
    var text = ByteText.squeezed(bytes)[...]
    while !text.isEmpty, glyph(at: text.startIndex, in: text) > 0 { text = text.dropFirst(3) }
    return text.isEmpty || labels.contains(Array(text))
  }

  private static func beginsStrongly(_ text: ArraySlice<UInt8>) -> Bool {
    glyph(at: text.startIndex, in: text) > 0
      || strongMarks.contains { text.starts(with: $0) }
  }

  /// Three for a character of an icon font, which has no meaning of its own; else nothing.
  private static func glyph(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    guard index + 2 < bytes.endIndex else { return 0 }
    let isPrivate =
      bytes[index] == 0xEE || bytes[index] == 0xEF && (0x80...0xA3).contains(bytes[index + 1])
    return isPrivate ? 3 : 0
  }

  /// The first link is called 首页, or leads to the site's root from an element that is named like
  /// a breadcrumb: `某县国土资源局 >> 通知公告`.
  private func begins(_ line: TextFlow.Line) -> Bool {
    guard let first = firstLink(line) else { return false }
    let piece = lines.flow.pieces[first]
    if Self.isHome(WhiteSpace.folded(lines.flow.bytes[piece.range])) { return true }
    let href = document.attribute(piece.link, "href") ?? []
    guard let url = WebURL(href, base: base), url.path == "/", url.query == nil else {
      return false
    }
    return HintWords.contains(
      HintWords.names(of: line.block, in: document), anyOf: HintWords.breadcrumbBytes)
  }

  /// `首页 > 互动 > 网络问政` without a link.
  private func isPlain(_ line: TextFlow.Line) -> Bool {
    guard line.linkBytes == 0, line.range.count <= 200 else { return false }
    let text = ByteText.squeezed(lines.flow.bytes[line.range])[...]
    guard let name = [Self.home, Self.main].first(where: { text.starts(with: $0) }) else {
      return false
    }
    let rest = text.dropFirst(name.count)
    if Self.arrows.contains(where: { rest.starts(with: $0) }) { return true }
    // `首页 / 政务公开 / 法规文件`: two slashes between blanks at least, and no pager's 尾页.
    let slashes = lines.flow.bytes[line.range].split(separator: 0x20).count { $0 == [0x2F] }
    return rest.first == UInt8(ascii: "/") && slashes >= 2
      && !ByteText.containsAny(rest, of: Self.pagerWords)
  }

  private static func isDay(_ text: String) -> Bool {
    text.utf8.count <= 24 && RowDate.fills(Array(text.utf8)[...])
  }

  static func isHome(_ text: String) -> Bool {
    let bytes = ByteText.squeezed(text)
    return ByteText.ends(bytes[...], with: Self.home) || bytes == Self.main
      || bytes.starts(with: Self.home)
  }

  private static let home = Array("首页".utf8)
  private static let main = Array("主页".utf8)
  private static let marks = ByteText.words(
    "当前位置", "当前所在位置", "所在位置", "所在的位置", "现在的位置", "您的位置", "你的位置", "当前的位置", "现在位置",
    "当前页面", "当前栏目", "位置：", "位置:")
  /// One of these stands in every mark.
  static let signs = ByteText.words("位置", "当前")
  private static let certainMarks = WordSet(Array(marks.dropLast(2)))
  private static let strongMarks = ByteText.words(
    ">>", ">", "»", "›", "→", "＞", "＞＞", "/", "\\", "》")
  private static let pagerWords = ByteText.words("下一页", "尾页", "末页")
  private static let arrows = ByteText.words(">", "»", "›", "→", "＞")
  private static let labels = ByteText.words("位置", "位置是", "导航", "路径", "页面位置")
  private static let weakMarks = ByteText.words("-", "—", "·", "|", "–", "::")
  private static let edgeMarks = ByteText.words(
    "是：", "是:", " ", "\t", "：", ":", ">", "»", "›", "→", "＞", "/", "\\", "|", "·", "》", "[", "]",
    "【", "】", "-", "—",
    "★", "◆", "●", "\u{3000}")
  /// For each byte whether a mark begins with it, and whether one ends with it.
  private static let edgeFirsts = (0...255).map { byte in
    edgeMarks.contains { Int($0[0]) == byte }
  }
  private static let edgeLasts = (0...255).map { byte in
    edgeMarks.contains { Int($0[$0.count - 1]) == byte }
  }
}
