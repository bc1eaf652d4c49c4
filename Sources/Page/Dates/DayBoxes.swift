import Dates
import Markup

/// Reads the day of an article that stands in two boxes right above or below its headline: `05` over `2024-03`.
struct DayBoxes {
  let document: Document
  let lines: PageLines
  let headline: TitleFinder.Candidate

  /// The day and where it begins; nil where both sides show one or neither does.
  func read() -> (day: CivilDate, place: Int)? {
    let flow = lines.flow
    let own = headline.lines
    guard own.allSatisfy({ flow.lines[$0].linkBytes == 0 }) else { return nil }
    let first = flow.lines[own.lowerBound].pieces.lowerBound
    let last = flow.lines[own.upperBound - 1].pieces.upperBound
    let above = pair(first - 2)
    let below = pair(last)
    guard (above == nil) != (below == nil) else { return nil }
    return above ?? below
  }

  /// The day in the two pieces from `first` on, when they lie near the headline and fill their lines.
  private func pair(_ first: Int) -> (day: CivilDate, place: Int)? {
    let pieces = lines.flow.pieces
    guard first >= 0, first + 1 < pieces.count else { return nil }
    let two = [pieces[first], pieces[first + 1]]
    // Texts that a box can hold; a line with more in it is something else.
    guard two.allSatisfy({ $0.link == 0 && $0.range.count <= 16 }),
      isWhole(from: first), document.parent(of: two[0].node) != document.parent(of: two[1].node)
    else { return nil }
    let texts = two.map { ByteText.squeezed(lines.flow.bytes[$0.range]) }
    for (month, day) in [(0, 1), (1, 0)] {
      guard let (year, named) = RowDate.yearMonth(texts[month]),
        let number = RowDate.number(texts[day], unit: "日"),
        let date = CivilDate(year: year, month: named, day: number)
      else { continue }
      return (date, two[0].range.lowerBound)
    }
    return nil
  }

  /// The two pieces are one line, or a line each.
  private func isWhole(from first: Int) -> Bool {
    let flow = lines.flow
    let line = flow.firstLine(at: flow.pieces[first].node)
    for index in [line - 1, line] where flow.lines.indices.contains(index) {
      let run = flow.lines[index].pieces
      if run == first..<first + 2 { return true }
      if run == first..<first + 1, flow.lines.indices.contains(index + 1),
        flow.lines[index + 1].pieces == first + 1..<first + 2
      {
        return true
      }
    }
    return false
  }
}
