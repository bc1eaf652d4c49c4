import Markup
import Texts

/// A label with its value, found in a line or in two neighbouring cells.
struct LabelledValue: Sendable {
  var role: LabelRole
  /// Without colon and white space.
  var label: String
  /// The line in which the label stands.
  var line: Int
  /// Where the label begins, in bytes of the flow.
  var start: Int
  /// The value, in bytes of the flow; empty when the page shows none.
  var value: Range<Int>
  /// Label and value are cells of a table or of a definition list.
  var isCell: Bool
}

/// Finds `label：value` in lines.
struct LabelScan {
  let flow: TextFlow

  /// Appends all labels of a line with their values, in order.
  ///
  /// A value ends where the next known label begins, at a wide gap before any label, at `|`, or at
  /// the line's end. A colon in a time of day or an address is no end of a label. `hasWideColon`: a
  /// `：` may stand in the line.
  func labels(inLine line: Int, hasWideColon: Bool, to out: inout [LabelledValue]) {
    let range = flow.lines[line].range
    guard hasWideColon || hasColon(range) else {
      if !bracketed(line, to: &out) { spread(line, to: &out) }
      return
    }
    let first = out.count
    var floor = range.lowerBound
    var index = range.lowerBound
    while true {
      index = mayBeColon(in: index..<range.upperBound)
      guard index < range.upperBound else { break }
      let width = Self.colon(at: index, in: flow.bytes[range])
      guard width > 0 else {
        index += 1
        continue
      }
      if let label = label(before: index, from: floor) {
        if out.count > first {
          let start = out[out.count - 1].value.lowerBound
          out[out.count - 1].value = start..<max(start, label.start)
        }
        out.append(
          LabelledValue(
            role: label.role, label: label.text, line: line, start: label.start,
            value: (index + width)..<range.upperBound, isCell: false))
        floor = index + width
      }
      index += width
    }
    if out.count == first { spread(line, to: &out) } else { trim(&out, from: first) }
  }

  private func trim(_ found: inout [LabelledValue], from first: Int) {
    for index in first..<found.count { found[index].value = trimmed(found[index].value) }
  }

  /// `发布时间 2024-03-05 来源 县农业局`: known labels between blanks, without colons; a day follows
  /// the first.
  private func spread(_ line: Int, to out: inout [LabelledValue]) {
    let range = flow.lines[line].range
    guard range.count <= 200, LabelWords.mayBegin(flow.bytes[range]) else { return }
    var found: [LabelledValue] = []
    var next = word(from: range.lowerBound, to: range.upperBound)
    while let word = next {
      next = self.word(from: word.upperBound, to: range.upperBound)
      guard let role = role(of: word), role != .other else {
        if found.isEmpty { return }
        let isFirst = found.count == 1 && found[0].value.isEmpty
        if isFirst, !Self.isDigit(flow.bytes[word.lowerBound]) { return }
        found[found.count - 1].value = found[found.count - 1].value.lowerBound..<word.upperBound
        continue
      }
      if found.isEmpty, role != .published, role != .dated { return }
      found.append(
        LabelledValue(
          role: role, label: String(decoding: flow.bytes[word], as: UTF8.self), line: line,
          start: word.lowerBound, value: word.upperBound..<word.upperBound, isCell: false))
    }
    guard let label = found.first, !label.value.isEmpty else { return }
    trim(&found, from: 0)
    out += found
  }

  /// The next run of bytes without a blank; nil where only blanks are left.
  private func word(from start: Int, to end: Int) -> Range<Int>? {
    var first = start
    while first < end, Self.isFrame(flow.bytes[first]) { first += 1 }
    guard first < end else { return nil }
    var last = first
    while last < end, !Self.isFrame(flow.bytes[last]) { last += 1 }
    return first..<last
  }

  private func role(of word: Range<Int>) -> LabelRole? {
    unsafe flow.bytes.span.extracting(word).withUnsafeBufferPointer {
      unsafe LabelWords.role(of: $0)
    }
  }

  /// `【发布日期】2021-04-06 【来源】县司法局`: known labels in brackets, without colons.
  ///
  /// False where the line has none.
  private func bracketed(_ line: Int, to out: inout [LabelledValue]) -> Bool {
    let range = flow.lines[line].range
    guard range.count <= 400, flow.bytes[range.lowerBound] == 0xE3,
      flow.bytes[range].starts(with: Self.opening)
    else { return false }
    var found: [LabelledValue] = []
    var index = range.lowerBound
    while let start = ByteText.find(Self.opening, in: flow.bytes[index..<range.upperBound]),
      let end = ByteText.find(Self.closing, in: flow.bytes[start..<range.upperBound])
    {
      index = end + Self.closing.count
      let word = ByteText.squeezed(flow.bytes[(start + Self.opening.count)..<end])
      guard let role = LabelWords.role(of: word[...]) else { continue }
      if let last = found.indices.last { found[last].value = found[last].value.lowerBound..<start }
      found.append(
        LabelledValue(
          role: role, label: String(decoding: word, as: UTF8.self), line: line, start: start,
          value: index..<range.upperBound, isCell: false))
    }
    trim(&found, from: 0)
    // `【打印】【关闭】` tells nothing.
    guard found.contains(where: { $0.role != .particular && !$0.value.isEmpty }) else {
      return false
    }
    out += found
    return true
  }

  private static let opening = Array("【".utf8)
  private static let closing = Array("】".utf8)

  private func hasColon(_ range: Range<Int>) -> Bool {
    unsafe flow.bytes.span.extracting(range).withUnsafeBufferPointer {
      unsafe ByteFinder.offset(of: UInt8(ascii: ":"), in: $0) != nil
    }
  }

  /// The first byte that may begin a colon of any width; the range's end without one.
  private func mayBeColon(in range: Range<Int>) -> Int {
    unsafe flow.bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound, unsafe bytes[index] != 0x3A && bytes[index] != 0xEF {
        index += 1
      }
      return index
    }
  }

  /// The width of a colon that may end a label, 0 when none stands at `index`.
  static func colon(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    func byte(_ place: Int) -> UInt8 {
      place >= bytes.startIndex && place < bytes.endIndex ? bytes[place] : 0
    }
    if bytes[index] == UInt8(ascii: ":") {
      let isClock = isDigit(byte(index - 1)) && isDigit(byte(index + 1))
      return isClock || byte(index + 1) == UInt8(ascii: "/") ? 0 : 1
    }
    let isWide = bytes[index] == 0xEF && byte(index + 1) == 0xBC && byte(index + 2) == 0x9A
    guard isWide else { return 0 }
    return isDigit(byte(index - 1)) && isDigit(byte(index + 3)) ? 0 : 3
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The label that ends at a colon: a known one, else the last run of up to twelve characters.
  private func label(
    before colon: Int, from floor: Int
  ) -> (role: LabelRole, text: String, start: Int)? {
    let letters = letters(before: colon, from: floor)
    guard letters.count > 0 else { return nil }
    let text = letters.gapCount == 0 ? flow.bytes[letters.range] : squeezed(letters)
    if let known = LabelWords.role(endingOf: text) {
      let count = min(known.bytes / 3, letters.count)
      let begin = letters.place(count)
      let stands =
        count == letters.count || letters.hasGap(count) || known.role == .published
        || Self.isDigit(flow.bytes[begin - 1]) || isPieceStart(begin)
      // 采购公告发布日期 is the day of another document.
      let isForeign =
        known.role == .published && count < letters.count
        && letters.firstGap.map { $0 > count } ?? true && text.count - known.bytes >= 9
        && Self.documents.contains { ByteText.ends(text.dropLast(known.bytes), with: $0) }
      if stands, !isForeign {
        return (known.role, String(decoding: text.suffix(known.bytes), as: UTF8.self), begin)
      }
      // `来源：县政府办　信息提供日期：`: a longer label than is known ends at the gap before it.
      let whole = letters.place(letters.gap(above: count) ?? letters.count)
      let own = ByteText.squeezed(flow.bytes[whole..<colon])
      return (.other, String(decoding: own, as: UTF8.self), whole)
    }
    let count = letters.spaced ?? letters.firstGap ?? letters.count
    guard count >= 2, count <= 12 else { return nil }
    let begin = letters.place(count)
    let own = ByteText.squeezed(flow.bytes[begin..<colon])
    return (.other, String(decoding: own, as: UTF8.self), begin)
  }

  /// Walks back over at most 60 bytes of letters and blanks.
  private func letters(before colon: Int, from floor: Int) -> LabelLetters {
    var found = LabelLetters()
    var start = colon
    while start > floor, colon - start < 60, !found.isFull {
      var step = start - 1
      while step > floor, flow.bytes[step] & 0xC0 == 0x80 { step -= 1 }
      let isBlank = start - step == 1 && Self.isFrame(flow.bytes[step])
      if isBlank {
        found.addGap()
      } else {
        guard isLabelLetter(step..<start) else { break }
        found.add(step..<start)
      }
      start = step
    }
    return found
  }

  /// The letters without the blanks between them.
  private func squeezed(_ letters: LabelLetters) -> ArraySlice<UInt8> {
    flow.bytes[letters.range].filter { !Self.isFrame($0) }[...]
  }

  private static let documents = ByteText.words("公告", "公示", "通告", "文件", "通知书")

  /// Says whether another element's text begins there.
  private func isPieceStart(_ place: Int) -> Bool {
    var low = 0
    var high = flow.pieces.count
    while low < high {
      let middle = (low + high) / 2
      if flow.pieces[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low < flow.pieces.count && flow.pieces[low].range.lowerBound == place
  }

  /// Han characters, ASCII letters and digits; no punctuation.
  private func isLabelLetter(_ place: Range<Int>) -> Bool {
    let first = flow.bytes[place.lowerBound]
    switch place.count {
    case 1: return (0x30...0x39).contains(first) || (0x61...0x7A).contains(first | 0x20)
    case 3:
      // The sign 〇 is E3 80 87.
      return (0xE4...0xE9).contains(first)
        || first == 0xE3 && flow.bytes[place.lowerBound + 1] == 0x80
          && flow.bytes[place.lowerBound + 2] == 0x87
    default: return false
    }
  }

  private func trimmed(_ value: Range<Int>) -> Range<Int> {
    let end = flow.bytes[value].firstIndex(of: UInt8(ascii: "|")) ?? value.upperBound
    return flow.trimmed(value.lowerBound..<end)
  }

  private static func isFrame(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// The letters that stand before a colon, the last one first: at most sixteen, with the gaps between
/// them.
private struct LabelLetters {
  private static let most = 16

  private var places = InlineArray<16, Int>(repeating: 0)
  private var gaps = InlineArray<16, Int>(repeating: 0)
  private(set) var count = 0
  private(set) var gapCount = 0
  private var end = 0

  var isFull: Bool { count >= Self.most }

  mutating func add(_ letter: Range<Int>) {
    if count == 0 { end = letter.upperBound }
    places[count] = letter.lowerBound
    count += 1
  }

  /// A blank stands before the letters so far; several are one gap.
  mutating func addGap() {
    guard count > 0, gapCount == 0 || gaps[gapCount - 1] != count else { return }
    gaps[gapCount] = count
    gapCount += 1
  }

  /// From the first letter to the end of the last, blanks between them.
  var range: Range<Int> { place(count)..<end }

  /// Where the label of so many letters begins.
  func place(_ letters: Int) -> Int { places[letters - 1] }

  /// How many letters stand behind the last gap.
  var firstGap: Int? { gapCount > 0 ? gaps[0] : nil }

  /// A gap stands before so many letters.
  func hasGap(_ letters: Int) -> Bool { (0..<gapCount).contains { gaps[$0] == letters } }

  /// The next gap before more than so many letters.
  func gap(above letters: Int) -> Int? {
    (0..<gapCount).first { gaps[$0] > letters }.map { gaps[$0] }
  }

  /// The length of a label whose characters stand apart: `传 真`, `负 责 人`; nil for others.
  var spaced: Int? {
    var single = 0
    while single < gapCount, gaps[single] == single + 1 { single += 1 }
    guard single >= 1, single <= 3 else { return nil }
    // The first character stands alone as well: at the label's beginning or behind a gap.
    let next = single < gapCount ? gaps[single] : count
    return next == single + 1 ? next : nil
  }
}
