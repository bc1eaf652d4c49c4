import Dates
import Markup

/// Reads the page's own 文号: `山政办发〔2021〕3号`, `国务院令第492号`.
///
/// Own is what a table of particulars labels, what stands alone in a line near the headline, and
/// what ends the headline. A number inside running text, or in a row of a list, is a citation.
struct DocumentNumber {
  let document: Document
  let lines: PageLines
  let values: [LabelledValue]
  let part: MainPart

  /// How many lines of the body may come before the number's own line.
  private static let nearest = 6

  func read() -> String? {
    for value in values where value.role == .documentNumber {
      let bytes = lines.flow.bytes[value.value]
      if bytes.count <= 150,
        let found = DocumentNumberText.whole(bytes) ?? DocumentNumberText.first(bytes)
      {
        return found
      }
    }
    if let found = belowTitle() { return found }
    if let found = aloneNearTitle() { return found }
    return part.headline.flatMap { DocumentNumberText.atEnd(of: Array($0.text.utf8)) }
  }

  /// A line of its own within the headline's element: `…的通告<br>黑政发[2007]19号`.
  private func belowTitle() -> String? {
    guard let own = part.headline?.lines, own.count > 1 else { return nil }
    return own.dropFirst().lazy.compactMap { DocumentNumberText.whole(lines.flow.text($0)) }.first
  }

  private func aloneNearTitle() -> String? {
    let start = part.headline?.lines.upperBound ?? part.body.lowerBound
    var seen = 0
    var line = start
    while line < min(lines.facts.count, max(part.end, part.body.lowerBound + 1)) {
      defer { line += 1 }
      if lines.facts[line].isInfo {
        if line < part.body.lowerBound, let found = beginning(line) { return found }
        continue
      }
      if lines.facts[line].weight > 0 {
        // The first sentence: 第一条 … or 各乡镇人民政府：… ends the head of a document.
        if DocumentNumberText.whole(lines.flow.text(line)) == nil { return nil }
      }
      if line >= part.body.lowerBound { seen += 1 }
      if seen > Self.nearest { return nil }
      guard lines.flow.lines[line].linkBytes == 0, !isRow(line) else { continue }
      if let found = DocumentNumberText.whole(lines.flow.text(line)) { return found }
      if let found = overTwoLines(line) { return found }
    }
    return nil
  }

  /// `松政发〔2023〕5号 发布时间：…`: the number before the first label or day of a line.
  private func beginning(_ line: Int) -> String? {
    let text = lines.flow.text(line)
    let marks = [
      lines.labels(of: line).first?.start, lines.dates(of: line).first?.range.lowerBound,
    ]
    guard let end = marks.compactMap({ $0 }).min(), end > text.startIndex else { return nil }
    let own = text[..<end].filter { $0 != UInt8(ascii: "|") }
    return DocumentNumberText.whole(own[...])
  }

  /// `中华人民共和国国务院令` / `第492号`.
  private func overTwoLines(_ line: Int) -> String? {
    guard line > 0 else { return nil }
    let text = ByteText.squeezed(lines.flow.text(line))
    let above = ByteText.squeezed(lines.flow.text(line - 1))
    guard text.count <= 40, above.count <= 100, text.starts(with: DocumentNumberText.ordinal) else {
      return nil
    }
    return DocumentNumberText.whole((above + text)[...])
  }

  /// A cell with neighbours is a row of a table of many numbers.
  private func isRow(_ line: Int) -> Bool {
    var node = lines.flow.lines[line].block
    for _ in 0..<4 {
      if document.tag(node) == .td || document.tag(node) == .th {
        let row = document.parent(of: node)
        return document.children(of: row).lazy.filter {
          document.tag($0) == .td || document.tag($0) == .th
        }.prefix(2).count > 1
      }
      node = document.parent(of: node)
    }
    return false
  }
}
