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
    var words: [Word]
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
      segments[segments.count - 1].text += glue(last.text, word, word.left - last.right) + word.text
      segments[segments.count - 1].right = max(last.right, word.right)
    }
    return Line(
      top: words.map(\.top).min() ?? 0, height: height, segments: segments,
      words: words)
  }

  /// A blank between Latin words, and at a plain gap; Chinese type sets figures a little apart.
  private static func glue(_ before: String, _ word: Word, _ gap: Double) -> String {
    let isLatin = before.last?.isASCII ?? false && word.text.first?.isASCII ?? false
    return gap > (isLatin ? 0.1 : 0.5) * word.height ? " " : ""
  }

  /// The lines at the top that are set larger than the rest, joined: the headline.
  var headline: String? {
    let sizes = lines.flatMap { line in
      Array(repeating: line.height, count: line.segments.reduce(0) { $0 + $1.text.count })
    }.sorted()
    guard !sizes.isEmpty else { return nil }
    let usual = sizes[sizes.count / 2]
    var found = ""
    var size = 0.0
    for line in lines.prefix(15) {
      let text = line.segments.map(\.text).joined()
      let isLarge = line.height >= 1.2 * usual
      if found.isEmpty {
        // 山亭区财政局文件 in red stands above the title and is larger still.
        guard isLarge, text.count >= 3, !text.hasSuffix("文件") else { continue }
        found = text
        size = line.height
      } else {
        guard abs(line.height - size) <= 0.1 * size, found.count + text.count <= 120 else { break }
        found += text
      }
    }
    return found.count >= 4 ? found : nil
  }

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

  /// The run as a grid: its columns are what lies between the rivers of white down the run.
  private func grid(_ run: Range<Int>) -> SpanGrid? {
    let rows = lines[run]
    let borders = rivers(rows.filter { $0.segments.count >= 2 }.map(\.words))
    guard !borders.isEmpty else { return nil }
    var grid = rows.map { row in
      var cells = Array(repeating: "", count: borders.count + 1)
      var last: [Int: Word] = [:]
      for word in row.words {
        let first = borders.firstIndex { word.left < $0 } ?? borders.count
        let end = max(first, borders.lastIndex { word.right > $0 }.map { $0 + 1 } ?? 0)
        for column in first...end {
          let gap = last[column].map { word.left - $0.right } ?? 0
          cells[column] +=
            (cells[column].isEmpty ? "" : Self.glue(cells[column], word, gap)) + word.text
          last[column] = word
        }
      }
      return cells
    }
    resolveSpans(&grid)
    // Two lines with a chance gap are no table.
    let full = grid.count { row in row.count { !$0.isEmpty } >= 2 }
    guard full >= 2, full * 2 >= grid.count else { return nil }
    var table = SpanGrid()
    for row in grid { table.add(row.map { SpanGrid.Cell(text: $0) }) }
    return table
  }

  /// The middles of the white stripes that run down between columns.
  ///
  /// A few lines may cross a stripe: titles and cells that span columns.
  private func rivers(_ rows: [[Word]]) -> [Double] {
    guard rows.count >= 2 else { return [] }
    let heights = rows.joined().map(\.height).sorted()
    let least = 0.28 * heights[heights.count / 2]
    let crossing = rows.count / 6
    // Where words begin (+1) and end (-1), left to right.
    var edges: [(x: Double, step: Int)] = []
    for word in rows.joined() {
      edges.append((word.left, 1))
      edges.append((word.right, -1))
    }
    edges.sort { ($0.x, -$0.step) < ($1.x, -$1.step) }
    var found: [Double] = []
    var depth = 0
    var openedAt: Double?
    var isFirst = true
    for edge in edges {
      depth += edge.step
      if depth > crossing {
        if let start = openedAt, edge.x - start >= least, !isFirst {
          found.append((start + edge.x) / 2)
        }
        openedAt = nil
        isFirst = false
      } else if openedAt == nil {
        openedAt = edge.x
      }
    }
    return found.count < 64 ? found : []
  }

  /// A cell set between two lines spans both: its text goes to both, and its line goes.
  private func resolveSpans(_ grid: inout [[String]]) {
    var row = 1
    while row + 1 < grid.count {
      let filled = grid[row].indices.filter { !grid[row][$0].isEmpty }
      if filled.count == 1, let column = filled.first, grid[row - 1][column].isEmpty,
        grid[row + 1][column].isEmpty
      {
        grid[row - 1][column] = grid[row][column]
        grid[row + 1][column] = grid[row][column]
        grid.remove(at: row)
      }
      row += 1
    }
  }
}
