/// Reads the parts of a date from UTF-8 bytes: digits of all widths, separators, blanks.
///
/// Every method looks at a bounded number of bytes, so a scan over a text is linear. Lives no longer
/// than the call that lends it the text.
@safe struct DateScanner {
  /// What stands between the numbers of a date.
  enum Separator: Equatable { case dash, slash, dot, year, month }

  /// The longest run of white space that a date may be broken by, in characters.
  private static let widestGap = 12

  private let bytes: UnsafeBufferPointer<UInt8>

  /// The text's length in bytes.
  let count: Int

  init(bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = unsafe bytes
    count = bytes.count
  }

  func byte(_ index: Int) -> UInt8 { index >= 0 && index < count ? unsafe bytes[index] : 0 }

  /// Nothing but brackets, blanks and digits stands there.
  func isFrame(_ range: Range<Int>) -> Bool { range.allSatisfy { Self.isFrame(byte($0)) } }

  /// Brackets, blanks, digits: what may stand around a date that fills a text.
  private static func isFrame(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x28...0x29, 0x3A, 0x5B, 0x5D, 0x30...0x39: true
    default: false
    }
  }

  /// The next place at or after `start` at which a date may begin, or the text's end: most
  /// characters are passed here.
  func beginning(from start: Int) -> Int {
    var index = start
    while index < count {
      let byte = unsafe bytes[index]
      switch byte {
      case 0x30...0x39: return index
      case 0xE4, 0xE5, 0xE6, 0xEF:
        // What is cut short is left to the readers of the characters themselves.
        guard index + 2 < count else { return index }
        if unsafe Self.mayBegin(byte, bytes[index + 1], bytes[index + 2]) { return index }
        index += 3
      default: index += Self.width(of: byte)
      }
    }
    return count
  }

  /// A wide digit, 一 or 二, or the first character of a word such as 今天.
  @inline(__always)
  private static func mayBegin(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    if first == 0xEF { return second == 0xBC && (0x90...0x99).contains(third) }
    return first == 0xE4 && (third == 0x80 || third == 0x8C) || mayBeRelative(second)
  }

  /// The second byte of 今, 昨, 刚 and 前: most characters stop here.
  static func mayBeRelative(_ second: UInt8) -> Bool {
    second == 0xBB || second == 0x98 || second == 0x88 || second == 0x89
  }

  /// Where to go on after a character with which no date begins: no date begins within a number.
  func next(after index: Int) -> Int {
    var next = index + Self.width(of: byte(index))
    guard (0x30...0x39).contains(byte(index)) else { return next }
    while (0x30...0x39).contains(byte(next)) { next += 1 }
    return next
  }

  /// Bytes to go on by; continuation bytes are passed with their first.
  private static func width(of byte: UInt8) -> Int {
    switch byte {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }

  func has(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    return text.withUTF8Buffer { buffer in
      for offset in 0..<length where unsafe bytes[index + offset] != buffer[offset] { return false }
      return true
    }
  }

  /// The ASCII or full-width digit at `index`, with its width in bytes.
  func digit(at index: Int) -> (value: Int, width: Int)? {
    let first = byte(index)
    if (0x30...0x39).contains(first) { return (Int(first) - 0x30, 1) }
    guard first == 0xEF, byte(index + 1) == 0xBC else { return nil }
    let last = byte(index + 2)
    return (0x90...0x99).contains(last) ? (Int(last) - 0x90, 3) : nil
  }

  /// A run of digits, at most `limit` of them read.
  func number(at index: Int, limit: Int) -> (value: Int, digits: Int, end: Int)? {
    var value = 0
    var digits = 0
    var place = index
    while digits < limit, let next = digit(at: place) {
      value = value * 10 + next.value
      digits += 1
      place += next.width
    }
    return digits == 0 ? nil : (value, digits, place)
  }

  /// The first place at or after `index` without white space; at most a dozen blanks are skipped.
  func skipBlanks(_ index: Int) -> Int {
    var place = index
    for _ in 0..<Self.widestGap {
      let width = blank(at: place)
      if width == 0 { break }
      place += width
    }
    return place
  }

  private func blank(at index: Int) -> Int {
    switch byte(index) {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xC2: byte(index + 1) == 0xA0 ? 2 : 0
    case 0xE2:
      byte(index + 1) == 0x80 && (0x80...0x8F).contains(byte(index + 2)) ? 3 : 0
    case 0xE3: byte(index + 1) == 0x80 && byte(index + 2) == 0x80 ? 3 : 0
    default: 0
    }
  }

  /// The separator at `index`, with its width.
  func separator(at index: Int) -> (kind: Separator, width: Int)? {
    switch byte(index) {
    case UInt8(ascii: "-"): return (.dash, 1)
    case UInt8(ascii: "/"): return (.slash, 1)
    case UInt8(ascii: "."): return (.dot, 1)
    case 0xE2 where byte(index + 1) == 0x80 && (0x90...0x95).contains(byte(index + 2)):
      return (.dash, 3)
    case 0xE2 where has("−", at: index): return (.dash, 3)
    case 0xEF where has("－", at: index): return (.dash, 3)
    case 0xEF where has("／", at: index): return (.slash, 3)
    case 0xEF where has("．", at: index): return (.dot, 3)
    case 0xE5 where has("年", at: index): return (.year, 3)
    case 0xE6 where has("月", at: index): return (.month, 3)
    default: return nil
    }
  }

  /// The width of 日 or 号 at `index`, else 0.
  func dayMark(at index: Int) -> Int {
    has("日", at: index) || has("号", at: index) ? 3 : 0
  }

  /// Where a time of day ends that stands at `index`: `10:20`, `09时32分`; nil without one.
  func time(at index: Int) -> Int? {
    guard let hour = number(at: index, limit: 2), hour.value < 24 else { return nil }
    let colon = colonWidth(at: hour.end)
    guard colon > 0, let minute = number(at: hour.end + colon, limit: 2), minute.digits == 2,
      minute.value < 60
    else { return nil }
    return has("时", at: hour.end) && has("分", at: minute.end) ? minute.end + 3 : minute.end
  }

  private func colonWidth(at index: Int) -> Int {
    if byte(index) == UInt8(ascii: ":") { return 1 }
    return has("：", at: index) || has("∶", at: index) || has("时", at: index) ? 3 : 0
  }

  func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Says whether a digit ends right before `index`.
  func followsDigit(_ index: Int) -> Bool {
    digit(at: index - 1)?.width == 1 || digit(at: index - 3)?.width == 3
  }
}
