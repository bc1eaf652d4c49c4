import Dates
import Markup
import Web

/// Gathers all dates that may be the publish date, and chooses.
///
/// The label rule: the date that the page shows a reader wins, then what a script holds, then
/// meta PubDate, then the address. A page that shows no particulars of an article gets no date
/// from meta or address.
struct PublishDate {
  let document: Document
  let lines: PageLines
  let values: [LabelledValue]
  let part: MainPart
  let metas: PageMetas
  let url: WebURL?
  let fetchedAt: Timestamp?

  /// All candidates, the strongest first; those of one strength in order of place.
  func candidates() -> [DateCandidate] {
    var found: [DateCandidate] = []
    found += inHead()
    found += labelled()
    found += inScripts()
    found += inMetas()
    if showsParticulars, let date = ArticleAddress.date(in: url), isPlausible(date) {
      found.append(DateCandidate(date: date, source: .url, reason: .address, place: nil))
    }
    let order = DateCandidate.Reason.allCases
    return found.enumerated().sorted { left, right in
      let ranks = [left, right].map { order.firstIndex(of: $0.element.reason) ?? order.count }
      return (ranks[0], left.offset) < (ranks[1], right.offset)
    }.map(\.element)
  }

  /// The head shows a label of particulars, or metas say that this is an article.
  private var showsParticulars: Bool {
    if metas.articleTitle != nil && part.headline != nil { return true }
    return part.head.contains { line in
      lines.labels(of: line).contains {
        $0.role == .published || $0.role == .dated || $0.role == .source
      }
    }
  }

  /// Placeholders and days after the fetch are no publish dates; a day's slack for time zones.
  static func isPlausible(_ date: CivilDate, fetchedAt: Timestamp?) -> Bool {
    guard date.year >= 1990 else { return false }
    guard let fetchedAt else { return true }
    return date <= fetchedAt.beijingDay + 1
  }

  private func isPlausible(_ date: CivilDate) -> Bool {
    Self.isPlausible(date, fetchedAt: fetchedAt)
  }

  private func candidate(
    _ sighting: DateSighting, _ reason: DateCandidate.Reason
  ) -> DateCandidate? {
    guard isPlausible(sighting.date) else { return nil }
    return DateCandidate(
      date: sighting.date, source: .label, reason: reason, place: sighting.range.lowerBound)
  }

  // MARK: Beside the headline

  private func inHead() -> [DateCandidate] {
    var found: [DateCandidate] = []
    var run = Array(part.head)
    if let own = part.headline?.lines { run = Array(own) + run }
    if let day = besideHeadline() { found.append(day) }
    for line in run where lines.facts[line].isInfo || part.byline == line {
      for sighting in lines.dates(of: line) {
        guard let reason = headReason(sighting, line: line),
          let candidate = candidate(sighting, reason)
        else { continue }
        found.append(candidate)
      }
      if found.isEmpty, let day = timeElement(in: line) { found.append(day) }
    }
    if found.isEmpty, let day = inBoxes() { found.append(day) }
    return found
  }

  /// `<time datetime="2021-04-06T08:30">4月6日</time>`: the whole day stands in the attribute.
  private func timeElement(in line: Int) -> DateCandidate? {
    for piece in lines.flow.pieces[lines.flow.lines[line].pieces] {
      let node = document.parent(of: piece.node)
      guard document.tag(node) == .time, let text = document.attribute(node, "datetime"),
        let date = DateReader().dates(in: Array(text.prefix(40))).first?.date, isPlausible(date)
      else { continue }
      return DateCandidate(
        date: date, source: .label, reason: .bareInHead, place: piece.range.lowerBound)
    }
    return nil
  }

  /// `05` over `2024-03` beside the headline.
  private func inBoxes() -> DateCandidate? {
    guard let headline = part.headline,
      let found = DayBoxes(document: document, lines: lines, headline: headline).read(),
      isPlausible(found.day)
    else { return nil }
    return DateCandidate(
      date: found.day, source: .label, reason: .bareInHead, place: found.place)
  }

  /// `<h2>… <small>( 2024-05-11)</small></h2>`: the day in brackets behind the headline.
  private func besideHeadline() -> DateCandidate? {
    guard let headline = part.headline, headline.lines.count == 1,
      let line = headline.lines.first, !lines.facts[line].isInfo,
      let day = lines.dates(of: line).last
    else { return nil }
    let start = lines.flow.lines[line].range.lowerBound
    let before = ByteText.squeezed(lines.flow.bytes[start..<day.range.lowerBound])
    let title = ByteText.squeezed(headline.text)
    guard before.starts(with: title) else { return nil }
    let bracket = before[title.count...]
    guard bracket.elementsEqual("(".utf8) || bracket.elementsEqual("（".utf8) else { return nil }
    return candidate(day, .bareInHead)
  }

  private func headReason(_ sighting: DateSighting, line: Int) -> DateCandidate.Reason? {
    if let label = label(before: sighting, line: line) {
      switch label.role {
      case .published: return .labelInHead
      case .dated: return .dateLabelInHead
      case .issued: return .issued
      case .source, .particular, .publisher: return sighting.form == .compact ? nil : .bareInHead
      case .written, .documentNumber, .indexNumber, .other: return nil
      }
    }
    // A label may close the line before: 发布时间： / 2021-03-05.
    if sighting.range.lowerBound == lines.flow.lines[line].range.lowerBound, line > 0,
      let above = lines.labels(of: line - 1).last, above.value.isEmpty
    {
      switch above.role {
      case .published: return .labelInHead
      case .dated: return .dateLabelInHead
      case .written, .documentNumber, .indexNumber, .other: return nil
      case .source, .particular, .publisher, .issued: break
      }
    }
    return sighting.form == .compact ? nil : .bareInHead
  }

  /// The label whose value the sighting is: the last one before it in the line.
  private func label(before sighting: DateSighting, line: Int) -> LabelledValue? {
    let place = sighting.range.lowerBound
    if let label = lines.labels(of: line).last(where: { $0.start < place }) { return label }
    return nil
  }

  // MARK: Labels anywhere

  /// 发布日期 in tables and in lines of their own; in no list of rows.
  private func labelled() -> [DateCandidate] {
    var found: [DateCandidate] = []
    let reader = DateReader(at: fetchedAt)
    let own = values.filter {
      ($0.role == .published || $0.role == .issued)
        && (!part.head.contains($0.line) || isFarBelow($0))
    }
    let inLines = own.lazy.filter { !$0.isCell && $0.role == .published }.count
    for value in own {
      guard value.value.count <= 60, isOutsideText(value) else { continue }
      // Three rows with the same label are a list.
      if !value.isCell, inLines >= 3 || !(value.role == .issued || Self.isPlain(value)) {
        continue
      }
      let bytes = Array(lines.flow.bytes[value.value])
      guard var sighting = reader.dates(in: bytes).first, sighting.range.lowerBound <= 3 else {
        continue
      }
      let shift = value.value.lowerBound
      sighting.range = (sighting.range.lowerBound + shift)..<(sighting.range.upperBound + shift)
      let reason: DateCandidate.Reason =
        value.role == .issued ? .issued : value.isCell ? .labelInTable : .labelElsewhere
      if let candidate = candidate(sighting, reason) { found.append(candidate) }
    }
    return found
  }

  /// A value in another row than its label; those beside it are read with the head.
  private func isFarBelow(_ value: LabelledValue) -> Bool {
    guard value.isCell, value.line + 1 < lines.flow.lines.count else { return false }
    return lines.flow.lines[value.line + 1].range.upperBound < value.value.lowerBound
  }

  /// 发布, 发稿 or 上网 in the label: 公布日期 in the text of a law is another day.
  private static func isPlain(_ value: LabelledValue) -> Bool {
    ["发布", "发稿", "上网"].contains { value.label.contains($0) }
  }

  private func isOutsideText(_ value: LabelledValue) -> Bool {
    let line = lines.flow.lines[value.line]
    if value.isCell { return true }
    return lines.facts[value.line].isInfo && line.linkBytes * 2 <= line.range.count
      && line.range.count <= 240
  }

  // MARK: Scripts and metas

  private func inScripts() -> [DateCandidate] {
    lines.flow.scriptValues.compactMap { name, value in
      let word = ByteText.lowered(Array(name.utf8)[...])
      guard ByteText.containsAny(word[...], of: Self.scriptNames), value.count <= 40,
        let date = DateReader().dates(in: value).first?.date, isPlausible(date)
      else { return nil }
      return DateCandidate(date: date, source: .label, reason: .script, place: nil)
    }
  }

  private func inMetas() -> [DateCandidate] {
    guard part.headline != nil || metas.articleTitle != nil,
      let date = metas.publishDate.flatMap({ DateReader().first(in: $0) }), isPlausible(date)
    else { return [] }
    return [DateCandidate(date: date, source: .meta, reason: .meta, place: nil)]
  }

  private static let scriptNames = ByteText.words(
    "pubdate", "pubdata", "publishdate", "publishtime", "pubtime", "fbsj", "fbrq", "docreltime")
}
