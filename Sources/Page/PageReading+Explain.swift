import Dates
import Markup

extension PageReading {
  private static let mostDates = 60
  private static let mostTitles = 20

  /// The facts with what speaks for and against them.
  func explain(_ facts: PageFacts, charset: CharsetReader.Reason) -> PageExplanation {
    PageExplanation(
      facts: facts, encodingReason: EncodingReason(charset), dates: dateNotes(facts),
      titles: titleNotes(facts),
      titleTag: metas.titleTag, list: lists.mainList.map(element), previews: lists.previews,
      looksLikeArticle: lists.looksLikeArticle, kindReason: kindReason(facts),
      speaker: speaker(facts))
  }

  // MARK: Dates

  private func dateNotes(_ facts: PageFacts) -> [PageExplanation.DateNote] {
    let candidates = dateCandidates()
    var notes: [PageExplanation.DateNote] = []
    var places: Set<Int> = []
    for (index, candidate) in candidates.enumerated() where notes.count < Self.mostDates {
      if let place = candidate.place {
        guard places.insert(place).inserted else { continue }
      }
      let verdict: PageExplanation.Verdict =
        facts.publishedOn == nil ? .withdrawn : index == 0 ? .chosen : .outranked
      notes.append(
        PageExplanation.DateNote(
          date: candidate.date, source: candidate.source, reason: candidate.reason,
          verdict: verdict, words: candidate.place.map { words(around: $0) }))
    }
    for sighting in lines.dates where !places.contains(sighting.range.lowerBound) {
      if notes.count == Self.mostDates { break }
      notes.append(
        PageExplanation.DateNote(
          date: sighting.date, source: .none, reason: nil, verdict: refusal(of: sighting),
          words: words(around: sighting.range.lowerBound)))
    }
    return notes
  }

  /// Why a date on the page is no candidate.
  private func refusal(of sighting: DateSighting) -> PageExplanation.Verdict {
    if !PublishDate.isPlausible(sighting.date, fetchedAt: fetchedAt) { return .implausible }
    let place = sighting.range.lowerBound
    let label = values.last { $0.start < place && $0.value.contains(place) }
    guard let label else { return .otherPlace }
    switch label.role {
    case .written, .documentNumber, .indexNumber, .other: return .otherLabel
    case .published, .dated, .issued, .source, .publisher, .particular: return .otherPlace
    }
  }

  /// Up to forty bytes on both sides, whole characters.
  private func words(around place: Int) -> String {
    var start = max(0, place - 40)
    var end = min(lines.flow.bytes.count, place + 40)
    let line = line(at: place)
    start = max(start, lines.flow.lines[line].range.lowerBound)
    end = min(end, lines.flow.lines[line].range.upperBound)
    while start < end, lines.flow.bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > start, end < lines.flow.bytes.count, lines.flow.bytes[end] & 0xC0 == 0x80 {
      end -= 1
    }
    return ByteText.text(lines.flow.bytes[start..<end])
  }

  private func line(at place: Int) -> Int {
    var low = 0
    var high = lines.flow.lines.count - 1
    while low < high {
      let middle = (low + high) / 2
      if lines.flow.lines[middle].range.upperBound <= place {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  // MARK: Titles

  private func titleNotes(_ facts: PageFacts) -> [PageExplanation.TitleNote] {
    let chosen = ByteText.squeezed(facts.title ?? "")
    var seen: Set<[UInt8]> = []
    let ranked = titles.candidates().enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }
    return ranked.compactMap { _, candidate -> PageExplanation.TitleNote? in
      let bytes = ByteText.squeezed(candidate.text)
      guard seen.count < Self.mostTitles, seen.insert(bytes).inserted else { return nil }
      return PageExplanation.TitleNote(
        text: candidate.text, score: candidate.score,
        verdict: bytes == chosen ? .chosen : .outranked, element: element(candidate.node))
    }
  }

  /// `div#main.list`: the element by its name, id and classes.
  private func element(_ node: NodeIndex) -> String {
    let tag = document.tag(node)
    var out =
      tag == .other ? ByteText.text(document.name(of: node)) : "\(tag)"
    if let id = document.attributeText(node, "id"), id.utf8.count <= 60 { out += "#\(id)" }
    let classes = document.attributeText(node, "class") ?? ""
    for name in classes.split(separator: " ").prefix(3) where name.utf8.count <= 60 {
      out += ".\(name)"
    }
    return out
  }

  // MARK: Kind and speaker

  private func kindReason(_ facts: PageFacts) -> KindReason {
    switch facts.kind {
    case .challenge: .challenge
    case .error: .error
    case .home: .homeAddress
    case .directory: .directory
    case .column: facts.listState == .readable ? .list : .emptyList
    case .form: facts.publishedOn == nil ? .form : .titleWord
    case .guide, .download: .titleWord
    case .article:
      metas.articleTitle != nil
        ? .articleMeta : facts.publishedOn == nil ? .particulars : .publishDate
    case .other: .nothing
    }
  }

  private func speaker(
    _ facts: PageFacts
  ) -> (name: String, reason: PageExplanation.SpeakerReason)? {
    if let name = facts.publisher { return (name, .publisher) }
    if let name = facts.source { return (name, .source) }
    if let name = facts.identity?.host { return (name, .foot) }
    return facts.siteName.map { ($0, .siteName) }
  }
}
