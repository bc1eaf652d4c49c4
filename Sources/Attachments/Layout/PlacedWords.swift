/// Words with their places on a page, as PDF and OFD have them: puts them into lines and tables.
struct PlacedWords {
  /// One word; all measures in one unit, from the page's upper left corner.
  struct Word {
    var left: Double
    var top: Double
    var width: Double
    var height: Double
    var text: String

    var right: Double { left + width }
    var middle: Double { top + height / 2 }
  }

  /// Words that stand together on a line.
  private struct Segment {
    var left: Double
    var right: Double
    var text: String
  }

  private struct Line {
    var top: Double
    var height: Double
    var segments: [Segment]
  }

  /// The most words of one page that are put in order.
  static let mostWords = 20_000

  private let lines: [Line]

  init(_ words: [Word]) {
    let sound = words.prefix(Self.mostWords).filter {
      !$0.text.isEmpty && $0.height > 0 && $0.left.isFinite && $0.top.isFinite
        && $0.width.isFinite && $0.height.isFinite
    }
    let sorted = sound.sorted { ($0.middle, $0.left) < ($1.middle, $1.left) }
    var lines: [[Word]] = []
    var middle = 0.0
    for word in sorted {
      if let first = lines.last?.first,
        abs(word.middle - middle) <= 0.45 * min(first.height, word.height)
      {
        lines[lines.count - 1].append(word)
      } else {
        lines.append([word])
        middle = word.middle
      }
    }
    self.lines = lines.map { Self.line($0.sorted { $0.left < $1.left }) }
  }

  /// Joins words that nearly touch; a gap wider than a character begins a segment of its own.
  private static func line(_ words: [Word]) -> Line {
    let height = words.map(\.height).max() ?? 0
    var segments: [Segment] = []
    for word in words {
      guard let last = segments.last, word.left - last.right < 0.9 * height else {
        segments.append(Segment(left: word.left, right: word.right, text: word.text))
        continue
      }
      let isApart = word.left - last.right > 0.12 * height
      let needsBlank = isApart && (isLatin(last.text.last) || isLatin(word.text.first))
      segments[segments.count - 1].text += (needsBlank ? " " : "") + word.text
      segments[segments.count - 1].right = max(last.right, word.right)
    }
    return Line(top: words.map(\.top).min() ?? 0, height: height, segments: segments)
  }

  private static func isLatin(_ character: Character?) -> Bool { character?.isASCII ?? false }

  /// Adds lines and tables to a sheet, top to bottom.
  func write(to sheet: inout TextSheet) {
    for line in lines { sheet.line(line.segments.map(\.text).joined(separator: " ")) }
    var start = 0
    while start < lines.count {
      let end = tableEnd(from: start)
      if let grid = end - start >= 2 ? grid(start..<end) : nil {
        sheet.table(grid, linesToo: false)
      }
      start = max(end, start + 1)
    }
  }

  /// Where a run of lines ends that could be a table: lines of several segments, with at most two
  /// lines of one (a wrapped cell) between them.
  private func tableEnd(from start: Int) -> Int {
    guard lines[start].segments.count >= 2 else { return start }
    var end = start + 1
    var singles = 0
    var index = start + 1
    while index < lines.count {
      let gap = lines[index].top - lines[index - 1].top
      guard gap < 4 * max(lines[index].height, lines[index - 1].height) else { break }
      if lines[index].segments.count >= 2 {
        singles = 0
        end = index + 1
      } else {
        singles += 1
        if singles > 2 { break }
      }
      index += 1
    }
    return end
  }

  /// The run as a grid: its columns are those of the row with the most segments.
  private func grid(_ run: Range<Int>) -> SpanGrid? {
    let rows = lines[run]
    guard rows.count(where: { $0.segments.count >= 2 }) >= 2,
      let model = rows.max(by: { $0.segments.count < $1.segments.count })?.segments
    else { return nil }
    // Between two columns lies a border: half way from one segment to the next.
    let borders = zip(model, model.dropFirst()).map { ($0.right + $1.left) / 2 }
    var grid = SpanGrid()
    var aligned = 0
    for row in rows {
      var cells = Array(repeating: "", count: model.count)
      var isAligned = true
      for segment in row.segments {
        let first = borders.firstIndex { segment.left < $0 } ?? borders.count
        let last = max(first, borders.lastIndex { segment.right > $0 }.map { $0 + 1 } ?? 0)
        if last - first >= 2 { isAligned = false }
        for column in first...last {
          cells[column] += (cells[column].isEmpty ? "" : " ") + segment.text
        }
      }
      if isAligned, row.segments.count >= 2 { aligned += 1 }
      grid.add(cells.map { SpanGrid.Cell(text: $0) })
    }
    // Two lines with a chance gap are no table.
    return aligned * 2 >= rows.count && aligned >= 2 ? grid : nil
  }
}
