import Dates
import Markup

/// Finds the day on the document: 成文日期, 印发日期, or the date under the signature.
struct WrittenDate {
  let document: Document
  let lines: PageLines
  let values: [LabelledValue]
  let part: MainPart

  /// The labelled day, else the day alone in a line below the issuing body's name; or nil.
  func read() -> CivilDate? {
    let reader = DateReader()
    for value in values where value.role == .written && value.value.count <= 60 {
      if let date = reader.dates(in: Array(lines.flow.bytes[value.value])).first?.date {
        return date
      }
    }
    if let signed = signature(reader) { return signed }
    // 发文日期 beside a labelled day of publishing is the document's day.
    guard values.contains(where: { $0.role == .published && !$0.value.isEmpty }) else { return nil }
    return values.lazy.filter { $0.role == .issued && $0.value.count <= 60 }
      .compactMap { reader.dates(in: Array(lines.flow.bytes[$0.value])).first?.date }.first
  }

  /// The last eight lines of the body may hold a signature and its date; tables may follow it.
  private func signature(_ reader: DateReader) -> CivilDate? {
    var end = part.body.upperBound
    for _ in 0..<Self.mostTables {
      if let date = signature(reader, above: end) { return date }
      guard end > part.body.lowerBound + 1, let first = firstLineOfTable(around: end - 1),
        first > part.body.lowerBound + 1
      else { return nil }
      end = first
    }
    return nil
  }

  private static let mostTables = 20

  /// Where the innermost table around a line begins; nil outside of tables.
  private func firstLineOfTable(around line: Int) -> Int? {
    var node = lines.flow.lines[line].block
    for _ in 0..<8 where node != 0 {
      if document.tag(node) == .table { return lines.flow.firstLine(at: node) }
      node = document.parent(of: node)
    }
    return nil
  }

  private func signature(_ reader: DateReader, above end: Int) -> CivilDate? {
    let tail = max(part.body.lowerBound + 1, end - 8)
    guard tail < end else { return nil }
    for line in (tail..<end).reversed() {
      let text = lines.flow.text(line)
      guard text.count <= 60, lines.labels(of: line).isEmpty, lines.facts[line].dates.count == 1,
        let date = reader.whole(Array(text)), isOrganisation(line - 1) || isLast(line)
      else { continue }
      return date
    }
    return nil
  }

  /// The day ends the body below running text, as under a document whose seal is a picture.
  private func isLast(_ line: Int) -> Bool {
    line == part.body.upperBound - 1 && lines.weight(of: part.body) >= 300
      && ByteText.ends(lines.flow.text(line - 1), with: Self.fullStop)
  }

  private func isOrganisation(_ line: Int) -> Bool {
    let text = ByteText.squeezed(lines.flow.text(line))
    return text.count <= 120 && Self.endings.contains { ByteText.ends(text[...], with: $0) }
  }

  private static let fullStop = Array("。".utf8)
  /// How the names of bodies end.
  static let endings = ByteText.words(
    "局", "政府", "办公室", "委员会", "部", "厅", "委", "会", "院", "中心", "办", "处", "所", "队", "站", "公司", "室", "科",
    "股",
    "组", "学", "校", "馆", "社", "台", "团", "园", "场")
}
