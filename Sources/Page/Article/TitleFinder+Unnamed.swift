import Dates
import Markup
import Texts

/// Headlines that neither an element nor a name nor the title tag gives away.
extension TitleFinder {
  /// What stands before the particulars in a line that holds both: `某校开学　来源：某局　时间：2023-09-05`.
  ///
  /// For pages on which nothing else is a headline. Two such lines are rows of a list.
  func besideParticulars() -> Candidate? {
    var found: Candidate?
    for line in lines.facts.indices where lines.facts[line].isInfo {
      guard let candidate = besideParticulars(line) else { continue }
      if found != nil { return nil }
      found = candidate
    }
    return found
  }

  private func besideParticulars(_ line: Int) -> Candidate? {
    let own = lines.flow.lines[line]
    let labels = lines.labels(of: line)
    guard let day = lines.dates(of: line).first, let first = labels.first,
      first.start > own.range.lowerBound, !lines.facts[line].isFoot,
      labels.allSatisfy({ $0.role != .other || $0.start > first.start }),
      isTelling(labels), !outline.isInFrame(own.block)
    else { return nil }
    let end = min(first.start, day.range.lowerBound)
    let title = Self.withoutOpenings(lines.flow.bytes[own.range.lowerBound..<end])
    let words = ByteText.squeezed(title)
    // The particulars stand apart: `会议时间：` within a sentence does not.
    guard title.endIndex < end || isPieceStart(end), (18...240).contains(words.count),
      !ByteText.containsAny(words[...], of: Self.sentenceMarks), !columns.contains(words),
      words != ByteText.squeezed(siteName ?? ""), !isLinked(own.range.lowerBound..<end),
      lines.weight(of: (line + 1)..<lines.facts.count) > 0
    else { return nil }
    return Candidate(
      node: own.block, lines: line..<line + 1, text: WhiteSpace.folded(title), score: 45)
  }

  /// A label of publishing, or two labels of a page's line of particulars.
  private func isTelling(_ labels: ArraySlice<LabelledValue>) -> Bool {
    let known = labels.filter { $0.role != .other }
    return known.contains { $0.role == .published } || known.count >= 2
  }

  private func isLinked(_ range: Range<Int>) -> Bool {
    lines.flow.pieces[pieces(in: range)].contains { $0.link != 0 }
  }

  private func isPieceStart(_ place: Int) -> Bool {
    lines.flow.pieces[pieces(in: place..<place + 1)].first?.range.lowerBound == place
  }

  /// The pieces that have a part in `range`.
  private func pieces(in range: Range<Int>) -> Range<Int> {
    var low = 0
    var high = lines.flow.pieces.count
    while low < high {
      let middle = (low + high) / 2
      if lines.flow.pieces[middle].range.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < lines.flow.pieces.count,
      lines.flow.pieces[end].range.lowerBound < range.upperBound
    {
      end += 1
    }
    return low..<end
  }

  private static func withoutOpenings(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let mark = openingMarks.first(where: { ByteText.ends(rest, with: $0) }) {
      rest = rest.dropLast(mark.count)
    }
    return rest
  }

  // MARK: A headline in the table of particulars

  /// What 名称 names in a table that gives the day of publishing and another particular of a document.
  func named(by values: [LabelledValue]) -> Candidate? {
    let cells = values.filter(\.isCell)
    guard let name = cells.first(where: { Self.nameLabels.contains($0.label) }),
      !name.value.isEmpty, (18...300).contains(name.value.count),
      cells.contains(where: { $0.role == .published && !$0.value.isEmpty }),
      cells.contains(where: {
        $0.role == .documentNumber || $0.role == .indexNumber || $0.role == .publisher
      }), lines.weight(of: (name.line + 1)..<lines.facts.count) > 0
    else { return nil }
    // A second name is a list's.
    guard cells.count(where: { Self.nameLabels.contains($0.label) }) == 1 else { return nil }
    return Candidate(
      node: lines.flow.lines[name.line].block, lines: name.line..<name.line + 1,
      text: ByteText.text(lines.flow.bytes[name.value]), score: 45)
  }

  private static let nameLabels: Set<String> = ["名称", "信息名称", "文件名称", "标题", "信息标题", "文件标题", "公文标题"]

  // MARK: A headline in several blocks

  /// The lines of a headline that goes on from blocks made just like its last one.
  ///
  /// `<p align=center><b>某局关于</b></p>` above `<p align=center><b>某事的通知</b></p>`. Only blocks that are set like
  /// a headline count: in the middle, and bold or of a size of their own.
  func wholeHeadline(endingAt line: Int) -> Range<Int> {
    var first = line
    let make = setting(of: line)
    guard make.isHeadline else { return line..<line + 1 }
    while first > 0, line - first < 2, goesOn(from: first - 1, to: first),
      setting(of: first - 1) == make
    {
      first -= 1
    }
    return first..<line + 1
  }

  private func goesOn(from above: Int, to line: Int) -> Bool {
    let upper = lines.flow.lines[above]
    let lower = lines.flow.lines[line]
    guard upper.block != lower.block, upper.linkBytes == 0, upper.range.count <= 160,
      document.parent(of: upper.block) == document.parent(of: lower.block),
      !lines.facts[above].isInfo, lines.facts[above].weight == 0,
      lines.facts[above].dates.isEmpty, lines.labels(of: above).isEmpty
    else { return false }
    let words = ByteText.squeezed(lines.flow.text(above))
    let rest = ByteText.squeezed(lines.flow.text(line))
    if columns.contains(words) || DocumentNumberText.whole(words[...]) != nil { return false }
    // The head of a document's first page, `某局文件`, and a mark that ends a line.
    if Self.lineEnds.contains(where: { ByteText.ends(words[...], with: $0) }) { return false }
    if Self.dashes.contains(where: { rest.starts(with: $0) }) { return false }
    // The site's name over a headline is its own, unless the headline begins with what the body did.
    if words == ByteText.squeezed(siteName ?? "") { return rest.starts(with: Self.about) }
    return words.count >= 9
  }

  /// How a line is set: the attributes of its block and the elements around its first text.
  private struct Setting: Equatable {
    var tag: Tag
    var attributes: [[UInt8]] = []
    var inline: [Tag] = []
    var isCentred = false
    var isLoud = false

    var isHeadline: Bool { isCentred && isLoud }
  }

  private func setting(of line: Int) -> Setting {
    let block = lines.flow.lines[line].block
    var out = Setting(tag: document.tag(block))
    note(block, in: &out)
    var node = document.parent(of: lines.flow.lines[line].node)
    for _ in 0..<6 where node > block {
      out.inline.append(document.tag(node))
      note(node, in: &out)
      node = document.parent(of: node)
    }
    return out
  }

  private func note(_ node: NodeIndex, in setting: inout Setting) {
    switch document.tag(node) {
    case .b, .strong, .h1, .h2, .h3, .h4: setting.isLoud = true
    case .center: setting.isCentred = true
    default: break
    }
    if let size = document.attribute(node, "size") {
      setting.attributes.append(Array(size))
      setting.isLoud = true
    }
    for name in ["align", "style", "class", "color"] as [StaticString] {
      guard let value = document.attribute(node, name) else { continue }
      let word = ByteText.lowered(ByteText.squeezed(value.prefix(300))[...])
      setting.attributes.append(word)
      if word == Self.centre || ByteText.contains(word[...], Self.alignedCentre) {
        setting.isCentred = true
      }
      if ByteText.containsAny(word[...], of: Self.loudStyles) { setting.isLoud = true }
    }
  }

  private static let about = Array("关于".utf8)
  private static let centre = Array("center".utf8)
  private static let alignedCentre = Array("text-align:center".utf8)
  private static let loudStyles = ByteText.words("font-size:", "font-weight:bold", "font-weight:7")
  private static let lineEnds = ByteText.words("文件", "。", "：", ":", "；", "，")
  private static let sentenceMarks = ByteText.words("。", "；")
  private static let openingMarks = ByteText.words(
    " ", "\t", "[", "【", "（", "(", "|", "丨", "　")
}
