import Markup
import Texts

/// Reads labels with their values: lines `label：value`, neighbouring cells, definition lists.
struct FieldReader {
  let document: Document
  let lines: PageLines

  /// The most fields that a page may have.
  private static let most = 500
  /// The longest value that is kept, in bytes.
  private static let longestValue = 2000

  /// Every labelled value, in document order; cells that share a row are joined.
  func read() -> [LabelledValue] {
    var out: [LabelledValue] = []
    let facts = lines.facts
    let all = lines.labels
    let flow = lines.flow
    for line in facts.indices {
      if out.count > Self.most * 4 { break }
      let labels = facts[line].labels
      for index in labels {
        let label = all[index]
        let isLast = index + 1 == labels.upperBound
        out.append(isLast && label.value.isEmpty ? joined(label) : label)
      }
      if labels.isEmpty, let found = unmarked(line, flow) { out.append(found) }
    }
    return out
  }

  /// A label without a colon: a known word in the place of a label.
  private func unmarked(_ line: Int, _ flow: TextFlow) -> LabelledValue? {
    guard flow.lines[line].range.count <= 120 else { return inPieces(line) }
    guard unsafe flow.withText(line, { unsafe LabelWords.mayBegin($0) }) else {
      return cell(line, mayBeKnown: false) ?? inPieces(line)
    }
    return headed(line) ?? cell(line, mayBeKnown: true) ?? inPieces(line) ?? blockValue(after: line)
  }

  /// Fields for the page's facts: known labels, and short labels with a value beside them.
  func fields(_ values: [LabelledValue]) -> [Field] {
    var out: [Field] = []
    for value in values where !value.value.isEmpty && value.value.count <= Self.longestValue {
      if out.count == Self.most { break }
      out.append(
        Field(label: value.label, value: WhiteSpace.folded(lines.flow.bytes[value.value])))
    }
    return out
  }

  /// A label that ends its line takes its value from the neighbouring cell.
  private func joined(_ label: LabelledValue) -> LabelledValue {
    guard let next = valueLine(after: label.line) ?? besideBlock(label.line) else { return label }
    var out = label
    out.value = lines.flow.lines[next].range
    out.isCell = true
    return out
  }

  /// `<div><div>索引号：</div><div>…</div></div>`: the other one of two blocks that are alone together.
  ///
  /// No paragraphs: 各镇人民政府： is no label of the text below it.
  private func besideBlock(_ line: Int) -> Int? {
    let next = line + 1
    guard next < lines.facts.count, lines.flow.lines[next].range.count <= 600 else { return nil }
    let left = lines.flow.lines[line].block
    let right = lines.flow.lines[next].block
    guard document.tag(left) != .p, document.tag(left) == document.tag(right),
      document.nextElement(after: left) == right, document.nextElement(after: right) == nil
    else { return nil }
    let parent = document.parent(of: left)
    let first = document.children(of: parent).first { document.isElement($0) }
    guard first == left, document.parent(of: right) == parent else { return nil }
    guard let own = lines.labels(of: next).first else { return next }
    return own.start > lines.flow.lines[next].range.lowerBound ? next : nil
  }

  /// A cell that holds a known label without a colon, or the first of two cells in a row.
  private func cell(_ line: Int, mayBeKnown: Bool) -> LabelledValue? {
    let around = cellAround(lines.flow.lines[line].block)
    let tag = document.tag(around)
    guard tag == .td || tag == .th || tag == .dt, tag != .dt || !isMenu(around),
      let next = valueLine(after: line), mayBeKnown || isPair(line, next)
    else { return nil }
    let flow = lines.flow
    let label = unsafe flow.withText(line) { text in
      unsafe Self.withLabelText(text) { text -> (known: LabelRole?, text: String)? in
        guard text.count >= 6, text.count <= 36 else { return nil }
        let known = unsafe LabelWords.standingAlone(text)
        guard known != nil || isPair(line, next) else { return nil }
        return unsafe (known, String(decoding: text, as: UTF8.self))
      }
    }
    guard let (known, text) = label else { return nil }
    let range = lines.flow.lines[line].range
    return LabelledValue(
      role: known ?? .other, label: text, line: line,
      start: range.lowerBound,
      value: known == nil ? wholeCell(from: next) : lines.flow.lines[next].range, isCell: true)
  }

  /// Every description beside a term is a link and nothing else: columns and those below them.
  private func isMenu(_ term: NodeIndex) -> Bool {
    let values = document.children(of: document.parent(of: term)).filter { document.tag($0) == .dd }
    return values.allSatisfy { value in
      let run = lines.flow.lines(in: value, of: document)
      return !run.isEmpty && run.allSatisfy { lines.flow.lines[$0].plainBytes == 0 }
    }
  }

  /// A known label in the head of a table of one record: its value stands below it.
  private func headed(_ line: Int) -> LabelledValue? {
    let cell = cellAround(lines.flow.lines[line].block)
    let row = document.parent(of: cell)
    guard lines.flow.lines[line].range.count <= 36,
      document.tag(cell) == .td || document.tag(cell) == .th, document.tag(row) == .tr,
      let role = LabelWords.standingAlone(labelText(lines.flow.text(line))),
      let table = document.ancestor(of: row, tagged: .table)
    else { return nil }
    let rows = document.all(.tr, in: table)
    guard rows.count == 2, rows[0] == row else { return nil }
    let heads = document.children(of: row).filter { document.isElement($0) }
    let values = document.children(of: rows[1]).filter { document.isElement($0) }
    guard heads.count >= 3, heads.count == values.count, let place = heads.firstIndex(of: cell),
      heads.count(where: { isLabel($0) }) >= 3, !values.contains(where: { isLabel($0) })
    else { return nil }
    let range = lines.flow.lines[line].range
    let own = lines.flow.lines(in: values[place], of: document)
    let end = own.last.map { lines.flow.lines[$0].range.upperBound } ?? range.upperBound
    let start = own.first.map { lines.flow.lines[$0].range.lowerBound } ?? end
    return LabelledValue(
      role: role, label: String(decoding: labelText(lines.flow.text(line)), as: UTF8.self),
      line: line, start: range.lowerBound, value: start..<end, isCell: true)
  }

  private func isLabel(_ cell: NodeIndex) -> Bool {
    let run = lines.flow.lines(in: cell, of: document)
    guard run.count == 1, lines.flow.text(run.lowerBound).count <= 36 else { return false }
    return LabelWords.standingAlone(labelText(lines.flow.text(run.lowerBound))) != nil
  }

  /// `<span>索引号</span><span>…</span>`: the first element of a line is a known label.
  private func inPieces(_ line: Int) -> LabelledValue? {
    let found = lines.flow.lines[line]
    guard found.pieces.count >= 2, let first = found.pieces.first else { return nil }
    let piece = lines.flow.pieces[first]
    guard piece.range.count <= 40, LabelWords.mayBegin(lines.flow.bytes[piece.range]),
      let role = LabelWords.standingAlone(labelText(lines.flow.bytes[piece.range])),
      role != .particular, role != .source, role != .dated
    else { return nil }
    let value = lines.flow.pieces[first + 1].range.lowerBound..<found.range.upperBound
    return LabelledValue(
      role: role, label: String(decoding: labelText(lines.flow.bytes[piece.range]), as: UTF8.self),
      line: line,
      start: found.range.lowerBound, value: value, isCell: true)
  }

  /// The next block, where a known label stands alone in a block of the same kind.
  private func blockValue(after line: Int) -> LabelledValue? {
    let next = line + 1
    guard next < lines.facts.count, lines.labels(of: next).isEmpty else { return nil }
    let left = lines.flow.lines[line].block
    let right = lines.flow.lines[next].block
    guard left != right, document.tag(left) == document.tag(right),
      document.parent(of: left) == document.parent(of: right),
      lines.flow.lines[next].range.count <= 300,
      let role = roleAlone(line), role != .particular, role != .source, role != .dated,
      roleAlone(next) == nil
    else { return nil }
    let text = ByteText.squeezed(lines.flow.text(line))
    let range = lines.flow.lines[line].range
    return LabelledValue(
      role: role, label: String(decoding: text, as: UTF8.self), line: line,
      start: range.lowerBound, value: lines.flow.lines[next].range, isCell: true)
  }

  /// The role of the label that a line is and nothing else.
  private func roleAlone(_ line: Int) -> LabelRole? {
    let flow = lines.flow
    return unsafe flow.withText(line) { text in
      guard unsafe LabelWords.mayBegin(text) else { return nil }
      return unsafe WhiteSpace.withSqueezed(text) { unsafe LabelWords.standingAlone($0) }
    }
  }

  /// The cell, term or description in which a block lies, at most four steps up.
  private func cellAround(_ block: NodeIndex) -> NodeIndex {
    var node = block
    for _ in 0..<4 {
      switch document.tag(node) {
      case .td, .th, .dt, .dd: return node
      default: node = document.parent(of: node)
      }
    }
    return block
  }

  /// The next line, if it is the first of the next cell of the same row or list.
  private func valueLine(after line: Int) -> Int? {
    let next = line + 1
    guard next < lines.facts.count else { return nil }
    let left = cellAround(lines.flow.lines[line].block)
    let right = cellAround(lines.flow.lines[next].block)
    guard left != right, document.parent(of: left) == document.parent(of: right) else { return nil }
    switch (document.tag(left), document.tag(right)) {
    case (.td, .td), (.th, .td), (.dt, .dd), (.td, .th): break
    default: return nil
    }
    // Nothing but white space may stand between the two cells.
    guard document.nextSibling(of: left).map({ skipText($0) }) == right else { return nil }
    guard let first = lines.labels(of: next).first,
      first.start == lines.flow.lines[next].range.lowerBound
    else { return next }
    // A cell that begins with a label is a pair of its own, unless it is the row's only value:
    // 办公时间 | 夏季：上午8:30-12:00.
    return first.role == .other && isPair(line, next) ? next : nil
  }

  /// A value as far as its cell goes.
  private func wholeCell(from line: Int) -> Range<Int> {
    let cell = cellAround(lines.flow.lines[line].block)
    var last = line
    while last + 1 < min(lines.facts.count, line + 12),
      cellAround(lines.flow.lines[last + 1].block) == cell
    {
      last += 1
    }
    return lines.flow.lines[line].range.lowerBound..<lines.flow.lines[last].range.upperBound
  }

  /// A label as tables show it: without white space and the brackets around it.
  private func labelText(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe Self.withLabelText(bytes) { unsafe Array($0) }
    }
  }

  /// The same, lent for as long as `body` runs.
  private static func withLabelText<Made>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Made
  ) -> Made {
    unsafe WhiteSpace.withSqueezed(bytes) { whole in
      var text = unsafe whole
      // Most labels have none.
      guard let first = unsafe text.first, first == UInt8(ascii: "[") || first == 0xE3 else {
        return unsafe body(whole)
      }
      for index in brackets.indices {
        let (open, close) = brackets[index]
        guard text.count > open.count + close.count, unsafe ByteFinder.begins(text, with: open),
          unsafe ByteFinder.begins(
            UnsafeBufferPointer(rebasing: text.suffix(close.count)), with: close)
        else { continue }
        unsafe text = UnsafeBufferPointer(
          rebasing: text.dropFirst(open.count).dropLast(close.count))
      }
      return unsafe body(text)
    }
  }

  private static let brackets: [(open: [UInt8], close: [UInt8])] = [
    ("[", "]"), ("【", "】"), ("〔", "〕"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private func skipText(_ node: NodeIndex) -> NodeIndex {
    document.isText(node) ? document.nextSibling(of: node) ?? node : node
  }

  /// Two cells alone in their row, the first one short and without a digit.
  private func isPair(_ line: Int, _ next: Int) -> Bool {
    let left = cellAround(lines.flow.lines[line].block)
    let row = document.parent(of: left)
    var cells = 0
    var cell = row + 1
    while cell < document.nodes[Int(row)].end, cells < 3 {
      if document.isElement(cell) { cells += 1 }
      cell = document.nodes[Int(cell)].end
    }
    guard cells == 2 || document.tag(left) == .th || document.tag(left) == .dt else { return false }
    return !lines.flow.text(line).contains { (0x30...0x39).contains($0) }
  }
}
