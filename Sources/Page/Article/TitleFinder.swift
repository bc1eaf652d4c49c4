import Dates
import Markup
import Texts

/// Finds a page's headline among its headings, its title tag and its metas.
struct TitleFinder {
  /// A block that may be the headline.
  struct Candidate: Sendable {
    var node: NodeIndex
    var lines: Range<Int>
    var text: String
    var score: Int
    /// Its text is a link that leads nowhere.
    var isDeadLink = false
  }

  let document: Document
  let lines: PageLines
  let outline: PageOutline
  let metas: PageMetas
  let siteName: String?
  /// The names of the columns in which the page stands, without white space.
  let columns: Set<[UInt8]>

  /// The best headline, or nil when nothing on the page looks like one.
  func headline() -> Candidate? {
    var best: Candidate?
    for candidate in candidates() where candidate.score > max(39, best?.score ?? 39) {
      best = candidate
    }
    return best ?? spelledOut() ?? besideParticulars()
  }

  /// The heading over the running text of a page whose title tag names nothing but its site: the only
  /// block outside menus and breadcrumbs that is made or named like one.
  func soleHeading() -> Candidate? {
    let found = candidates().filter { $0.score >= 12 && !outline.isInFrame($0.node) }
    // Little text is enough where the title tag is the site's for certain.
    let isSite = SiteNameReader.looksLikeSite(ByteText.squeezed(metas.titleTag))
    let least = isSite && (found.first?.text.utf8.count ?? 0) >= 24 ? 150 : 300
    guard let first = found.first, found.allSatisfy({ $0.text == first.text }),
      first.score >= 30 && document.tag(first.node) == .h1
        || lines.weight(of: first.lines.upperBound..<lines.facts.count) >= least
    else { return nil }
    return first
  }

  /// Every heading and block above particulars with its score, in document order.
  func candidates() -> [Candidate] {
    var nodes = outline.headings
    // The block right above a line of particulars, named or not.
    for line in lines.facts.indices where lines.facts[line].isInfo && line > 0 {
      nodes.append(lines.flow.lines[line - 1].block)
      // The number of the document may stand between them.
      if line > 1, DocumentNumberText.whole(lines.flow.text(line - 1)) != nil {
        nodes.append(lines.flow.lines[line - 2].block)
      }
      if nodes.count > outline.headings.count + 60 { break }
    }
    let article = ByteText.squeezed(metas.articleTitle ?? "")
    let tag = ByteText.squeezed(metas.titleTag)
    var found = nodes.compactMap { candidate($0, article: article, tag: tag) }
    // Rows may be links without an address as well; a headline is but one.
    let dead = found.indices.filter { found[$0].isDeadLink }
    if let first = dead.first, dead.allSatisfy({ found[$0].text == found[first].text }) {
      for index in dead { found[index].score += Self.linkPenalty }
    }
    return found
  }

  private func candidate(_ node: NodeIndex, article: [UInt8], tag: [UInt8]) -> Candidate? {
    var run = lines.flow.lines(in: node, of: document)
    guard !run.isEmpty, run.count <= 12, !isLabelled(run.lowerBound) else { return nil }
    if let info = run.dropFirst().first(where: { lines.facts[$0].isInfo }) {
      run = run.lowerBound..<info
    }
    if run.count == 1, !isNamed(node) { run = wholeHeadline(endingAt: run.lowerBound) }
    guard run.count <= 6 else { return nil }
    var text = lines.flow.joined(run)
    var bytes = ByteText.squeezed(text)
    // A headline that has its particulars in its own line is cut where the title tag ends.
    if lines.facts[run.lowerBound].isInfo {
      guard
        let cut = Self.cut(text, by: article.isEmpty ? metas.titleTag : metas.articleTitle ?? "")
      else { return nil }
      text = cut
      bytes = ByteText.squeezed(text)
    } else if let named = beforeDay(run, text) {
      text = named
      bytes = ByteText.squeezed(text)
    }
    guard bytes.count >= 3, bytes.count <= 450, Self.hasWords(bytes),
      !ColumnName.isGeneric(bytes)
    else { return nil }
    var score = standing(node, run, bytes)
    if !article.isEmpty, bytes == article { score += 100 }
    // The title tag of an article may name its column alone. A page of fixed content, 机构信息, bears
    // its column's name itself: then its day of publishing stands right below.
    if columns.contains(bytes), bytes != article {
      score -= isPublished(run.upperBound) ? 10 : 45
    } else {
      score += max(
        Self.agreement(bytes, with: tag), Self.agreement(Self.withoutKind(bytes), with: tag))
    }
    if bytes == ByteText.squeezed(siteName ?? "") || isSignature(run) { score -= 60 }
    if DocumentNumberText.isSerial(bytes) || DocumentNumberText.whole(bytes[...]) != nil {
      score -= 60
    }
    if isSubtitle(node, run, bytes) { score -= 60 }
    if Self.isEnumerated(bytes) || Self.isPath(bytes) { score -= 40 }
    return Candidate(
      node: node, lines: run, text: text, score: score, isDeadLink: isDeadLink(run, bytes))
  }

  /// What stands before a day in brackets that closes the line, when the title tag ends there too.
  private func beforeDay(_ run: Range<Int>, _ text: String) -> String? {
    guard run.count == 1, let day = lines.dates(of: run.lowerBound).last,
      let bracket = text.lastIndex(where: { $0 == "(" || $0 == "（" }), bracket > text.startIndex,
      text.utf8.distance(from: bracket, to: text.endIndex) <= day.range.count + 8,
      let named = Self.cut(text, by: metas.titleTag),
      ByteText.squeezed(named) == ByteText.squeezed(String(text[..<bracket]))
    else { return nil }
    return named
  }

  /// A body's name and a bare day under running text, with nothing but them to follow.
  private func isSignature(_ run: Range<Int>) -> Bool {
    let day = run.upperBound
    guard run.count == 1, lines.facts.indices.contains(day), !lines.facts[day].dates.isEmpty,
      lines.labels(of: day).isEmpty
    else { return false }
    let above = lines.weight(of: 0..<run.lowerBound)
    guard lines.weight(of: day..<lines.facts.count) == 0 else { return false }
    return above >= 200 || above > 0 && isAtRight(lines.flow.lines[run.lowerBound].block)
  }

  /// A number, a day or a phone number is no headline.
  private static func hasWords(_ bytes: [UInt8]) -> Bool {
    bytes.contains { $0 >= 0xE3 || (0x61...0x7A).contains($0 | 0x20) }
  }

  /// How far the title tag bears a heading out.
  private static func agreement(_ heading: [UInt8], with tag: [UInt8]) -> Int {
    guard !tag.isEmpty else { return 0 }
    if heading == tag { return 60 }
    if tag.starts(with: heading) {
      // A whole title ends where the tag goes over to the site's name; an issuer's name, as it
      // stands under a text, is but the title's beginning.
      let rest = tag[heading.count...]
      let isWhole = separators.contains { rest.starts(with: $0) }
      if isWhole { return heading.count >= 12 ? 55 : 30 }
      return heading.count >= 30 ? 45 : 20
    }
    // Behind the title stands the site's name, which many pages bear in an `h1`.
    if heading.count >= 6, ByteText.ends(tag[...], with: heading) {
      return SiteNameReader.looksLikeSite(heading) ? 10 : 40
    }
    return heading.count >= 12 && ByteText.contains(tag[...], heading) ? 35 : 0
  }

  /// What place and element say.
  private func standing(_ node: NodeIndex, _ run: Range<Int>, _ bytes: [UInt8]) -> Int {
    var score = 0
    switch document.tag(node) {
    case .h1: score += 25
    case .h2: score += 18
    case .h3: score += 12
    case .h4, .h5, .h6: score += 4
    default: break
    }
    let names = HintWords.names(of: node, in: document)
    if HintWords.contains(names, anyOf: HintWords.titleBytes) { score += 12 }
    if outline.isInFrame(node) { score -= 40 }
    let links = run.reduce(0) { $0 + lines.flow.lines[$1].linkBytes }
    if links * 2 > bytes.count { score -= Self.linkPenalty }
    if run.contains(where: { lines.facts[$0].endsArticle || lines.facts[$0].isFoot }) {
      score -= 60
    }
    if ByteText.containsAny(bytes[...], of: Self.positionMarks) { score -= 80 }
    if ByteText.contains(bytes[...], Self.fullStop) { score -= 15 }
    if stands(out: node, names), isBareDay(run.upperBound) { score += 20 }
    return score + particulars(after: run.upperBound)
  }

  /// An element made or named like a title.
  private func isNamed(_ node: NodeIndex) -> Bool {
    switch document.tag(node) {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default:
      HintWords.contains(HintWords.names(of: node, in: document), anyOf: HintWords.titleBytes)
    }
  }

  /// A heading, a block named as a title, or a centred one on a page whose title tag says nothing.
  func stands(out node: NodeIndex, _ names: [UInt8]) -> Bool {
    switch document.tag(node) {
    case .h1, .h2, .h3: return true
    default: break
    }
    if HintWords.contains(names, anyOf: HintWords.titleBytes) { return true }
    let align = document.attribute(node, "align").map { ByteText.lowered($0) } ?? []
    return align == Array("center".utf8)
  }

  /// The line is nothing but a day, as below the headlines of plain old pages.
  private func isBareDay(_ line: Int) -> Bool {
    lines.facts.indices.contains(line) && lines.facts[line].isInfo
      && !lines.facts[line].dates.isEmpty && lines.labels(of: line).isEmpty
  }

  /// The line is a labelled day of publishing, and running text follows it; 时间 and 日期 count beside
  /// a source.
  private func isPublished(_ line: Int) -> Bool {
    guard lines.facts.indices.contains(line), lines.facts[line].isInfo,
      !lines.facts[line].dates.isEmpty,
      lines.labels(of: line).contains(where: { $0.role == .published })
        || [.dated, .source].allSatisfy({ role in
          lines.labels(of: line).contains { $0.role == role }
        })
    else { return false }
    let next = line + 1
    return next < lines.facts.count
      && lines.weight(of: next..<min(line + 4, lines.facts.count)) > 0
  }

  /// The nearer a line of particulars follows, the better.
  private func particulars(after line: Int) -> Int {
    let window = line..<min(line + 5, lines.facts.count)
    guard let info = window.first(where: { lines.facts[$0].isInfo }) else { return 0 }
    if (window.lowerBound..<info).contains(where: { lines.facts[$0].weight > 0 }) { return 0 }
    let hasDate = !lines.facts[info].dates.isEmpty
    // A bare day may stand below a signature as well.
    if lines.labels(of: info).isEmpty { return max(0, 20 - (info - line) * 8) }
    return max(0, 40 - (info - line) * 8) - (hasDate ? 0 : 10)
  }

  /// The part of `text` that says, white space apart, what `title` begins with; nil without one.
  static func cut(_ text: String, by title: String) -> String? {
    let wanted = ByteText.squeezed(title)
    let bytes = Array(text.utf8)
    var place = 0
    var index = 0
    while index < bytes.count, place < wanted.count {
      let width = WhiteSpace.width(at: index, in: bytes[...])
      if width > 0 {
        index += width
      } else if bytes[index] == wanted[place] {
        place += 1
        index += 1
      } else {
        break
      }
    }
    while index > 0, index < bytes.count, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    let found = WhiteSpace.folded(bytes[..<index])
    return found.utf8.count >= 12 ? found : nil
  }

  private static let separators = ByteText.words(
    "_", "-", "|", "—", "－", "–", "·", "(", "（", "【", "[", "/", "<", ">", "»", "::")
  private static let positionMarks = ByteText.words("当前位置", "所在位置", "您的位置", "今天是", "欢迎")
  private static let fullStop = Array("。".utf8)
}
