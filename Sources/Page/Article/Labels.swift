import Markup

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

  /// All labels of a line with their values, in order.
  ///
  /// A value ends where the next known label begins, at a wide gap before any label, at `|`, or at
  /// the line's end. A colon in a time of day or an address is no end of a label. `hasWideColon`: a
  /// `：` may stand in the line.
  func labels(inLine line: Int, hasWideColon: Bool = true) -> [LabelledValue] {
    let range = flow.lines[line].range
    guard hasWideColon || ByteText.find(Self.colon, in: flow.bytes[range]) != nil else {
      let found = bracketed(line)
      return found.isEmpty ? spread(line) : found
    }
    var found: [LabelledValue] = []
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
        if let last = found.indices.last {
          found[last].value =
            found[last].value
            .lowerBound..<max(
              found[last].value.lowerBound, label.start)
        }
        found.append(
          LabelledValue(
            role: label.role, label: label.text, line: line, start: label.start,
            value: (index + width)..<range.upperBound, isCell: false))
        floor = index + width
      }
      index += width
    }
    return found.isEmpty ? spread(line) : found.map(trimmed)
  }

  /// `发布时间 2024-03-05 来源 县农业局`: known labels between blanks, without colons; a day follows
  /// the first.
  private func spread(_ line: Int) -> [LabelledValue] {
    let range = flow.lines[line].range
    guard range.count <= 200, LabelWords.mayBegin(flow.bytes[range]) else { return [] }
    var found: [LabelledValue] = []
    for word in flow.bytes[range].split(whereSeparator: Self.isFrame) {
      guard let role = LabelWords.role(of: Array(word)), role != .other else {
        if found.isEmpty { return [] }
        let isFirst = found.count == 1 && found[0].value.isEmpty
        if isFirst, !Self.isDigit(word[word.startIndex]) { return [] }
        found[found.count - 1].value = found[found.count - 1].value.lowerBound..<word.endIndex
        continue
      }
      if found.isEmpty, role != .published, role != .dated { return [] }
      found.append(
        LabelledValue(
          role: role, label: String(decoding: word, as: UTF8.self), line: line,
          start: word.startIndex, value: word.endIndex..<word.endIndex, isCell: false))
    }
    let tells = found.first.map { !$0.value.isEmpty } ?? false
    return tells ? found.map(trimmed) : []
  }

  /// `【发布日期】2021-04-06 【来源】县司法局`: known labels in brackets, without colons.
  private func bracketed(_ line: Int) -> [LabelledValue] {
    let range = flow.lines[line].range
    guard range.count <= 400, flow.bytes[range].starts(with: Self.opening) else { return [] }
    var found: [LabelledValue] = []
    var index = range.lowerBound
    while let start = ByteText.find(Self.opening, in: flow.bytes[index..<range.upperBound]),
      let end = ByteText.find(Self.closing, in: flow.bytes[start..<range.upperBound])
    {
      index = end + Self.closing.count
      let word = ByteText.squeezed(flow.bytes[(start + Self.opening.count)..<end])
      guard let role = LabelWords.role(of: word) else { continue }
      if let last = found.indices.last { found[last].value = found[last].value.lowerBound..<start }
      found.append(
        LabelledValue(
          role: role, label: String(decoding: word, as: UTF8.self), line: line, start: start,
          value: index..<range.upperBound, isCell: false))
    }
    found = found.map(trimmed)
    // `【打印】【关闭】` tells nothing.
    let tells = found.contains { $0.role != .particular && !$0.value.isEmpty }
    return tells ? found : []
  }

  private static let opening = Array("【".utf8)
  private static let closing = Array("】".utf8)
  private static let colon = [UInt8(ascii: ":")]

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
    var start = colon
    var places: [Int] = []
    var text: [UInt8] = []
    var gaps: [Int] = []
    // Walks back over at most 60 bytes of letters and blanks.
    while start > floor, colon - start < 60, places.count < 16 {
      var step = start - 1
      while step > floor, flow.bytes[step] & 0xC0 == 0x80 { step -= 1 }
      let character = flow.bytes[step..<start]
      if character.count == 1, character.first == 0x20 || character.first == 0x09 {
        if !places.isEmpty, gaps.last != places.count { gaps.append(places.count) }
        start = step
        continue
      }
      guard Self.isLabelLetter(character) else { break }
      places.append(step)
      text.insert(contentsOf: character, at: 0)
      start = step
    }
    guard !places.isEmpty else { return nil }
    if let known = LabelWords.role(endingOf: text) {
      let count = min(known.bytes / 3, places.count)
      let begin = places[count - 1]
      let stands =
        count == places.count || gaps.contains(count) || known.role == .published
        || Self.isDigit(flow.bytes[begin - 1]) || isPieceStart(begin)
      // 采购公告发布日期 is the day of another document.
      let isForeign =
        known.role == .published && count < places.count && gaps.first.map { $0 > count } ?? true
        && text.count - known.bytes >= 9
        && Self.documents.contains { ByteText.ends(text.dropLast(known.bytes), with: $0) }
      if stands, !isForeign {
        let own = Array(text.suffix(known.bytes))
        return (known.role, String(decoding: own, as: UTF8.self), begin)
      }
      // `来源：县政府办　信息提供日期：`: a longer label than is known ends at the gap before it.
      let whole = gaps.first { $0 > count } ?? places.count
      let own = ByteText.squeezed(flow.bytes[places[whole - 1]..<colon])
      return (.other, String(decoding: own, as: UTF8.self), places[whole - 1])
    }
    let count = Self.spaced(gaps, of: places.count) ?? gaps.first ?? places.count
    guard count >= 2, count <= 12 else { return nil }
    let begin = places[count - 1]
    let own = ByteText.squeezed(flow.bytes[begin..<colon])
    return (.other, String(decoding: own, as: UTF8.self), begin)
  }

  private static let documents = ByteText.words("公告", "公示", "通告", "文件", "通知书")

  /// The length of a label whose characters stand apart: `传 真`, `负 责 人`; nil for others.
  private static func spaced(_ gaps: [Int], of count: Int) -> Int? {
    let single = zip(gaps, 1...).prefix { $0 == $1 }.count
    guard single >= 1, single <= 3 else { return nil }
    // The first character stands alone as well: at the label's beginning or behind a gap.
    let next = single < gaps.count ? gaps[single] : count
    return next == single + 1 ? next : nil
  }

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
  private static func isLabelLetter(_ character: ArraySlice<UInt8>) -> Bool {
    guard let first = character.first else { return false }
    if character.count == 1 {
      return (0x30...0x39).contains(first) || (0x61...0x7A).contains(first | 0x20)
    }
    return character.count == 3 && (0xE4...0xE9).contains(first)
      || character.starts(with: [0xE3, 0x80, 0x87])
  }

  private func trimmed(_ found: LabelledValue) -> LabelledValue {
    var out = found
    var end = found.value.upperBound
    let wall = flow.bytes[found.value].firstIndex(of: UInt8(ascii: "|"))
    if let wall { end = wall }
    var start = found.value.lowerBound
    while start < end, Self.isFrame(flow.bytes[start]) { start += 1 }
    while end > start, Self.isFrame(flow.bytes[end - 1]) { end -= 1 }
    out.value = start..<end
    return out
  }

  private static func isFrame(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
