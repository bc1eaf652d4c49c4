import Texts

/// The one form in which titles, column names and link texts are compared.
///
/// White space is removed, full-width ASCII becomes ASCII, zero-width characters are dropped, and
/// four Chinese numerals before 年 become digits: `二〇二一年` → `2021年`. All else is kept.
package enum TitleText {
  /// The normal form as UTF-8.
  package static func normalize(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    let hasYear = fold(Array(text.utf8), into: &bytes)
    guard hasYear else { return bytes }
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    convertYears(&scalars)
    return encode(scalars)
  }

  /// Appends what `fold` keeps of each scalar; true when a year may be written in numerals.
  private static func fold(_ text: [UInt8], into bytes: inout [UInt8]) -> Bool {
    var hasYear = false
    var place = 0
    while place < text.count {
      let lead = text[place]
      if lead < 0x80 {
        if lead > 0x20 && lead != 0x7F { bytes.append(lead) }
        place += 1
        continue
      }
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard place + length <= text.count else { break }
      if length == 3 {
        let (second, third) = (text[place + 1], text[place + 2])
        if lead >= 0xE4 && lead < 0xEA {
          if lead == 0xE5, second == 0xB9, third == 0xB4, !endsInDigits(bytes) { hasYear = true }
          bytes.append(lead)
          bytes.append(second)
          bytes.append(third)
        } else {
          foldThree(lead, second, third, into: &bytes)
        }
      } else if length == 4 || !isDropped(lead, text[place + 1]) {
        bytes.append(contentsOf: text[place..<(place + length)])
      }
      place += length
    }
    return hasYear
  }

  /// U+0080 to U+00A0 and the soft hyphen.
  private static func isDropped(_ lead: UInt8, _ second: UInt8) -> Bool {
    lead == 0xC2 && (second <= 0xA0 || second == 0xAD)
  }

  private static func foldThree(
    _ lead: UInt8, _ second: UInt8, _ third: UInt8, into bytes: inout [UInt8]
  ) {
    let value =
      UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    guard let scalar = Unicode.Scalar(value), let kept = fold(scalar) else { return }
    if kept.isASCII {
      bytes.append(UInt8(truncatingIfNeeded: kept.value))
    } else {
      bytes.append(lead)
      bytes.append(second)
      bytes.append(third)
    }
  }

  /// Four ASCII digits: a year that needs no conversion.
  private static func endsInDigits(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 4 && bytes[(bytes.count - 4)...].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The normal form as a string: a key for names.
  package static func key(_ text: String) -> String {
    String(decoding: normalize(text), as: UTF8.self)
  }

  /// Says whether a list cut the title short, so that its end is unknown.
  package static func isCut(_ normal: [UInt8]) -> Bool {
    normal.suffix(3) == [0xE2, 0x80, 0xA6] || normal.suffix(2) == [0x2E, 0x2E]
      || normal.suffix(3) == [0xE2, 0x8B, 0xAF]
  }

  static func encode(_ scalars: some Sequence<Unicode.Scalar>) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
    return bytes
  }

  /// One scalar in normal form; nil when it is dropped.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000,
      0xFEFF, 0xAD:
      nil
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    default: scalar
    }
  }

  private static func convertYears(_ scalars: inout [Unicode.Scalar]) {
    guard scalars.count >= 5 else { return }
    for end in 4..<scalars.count where scalars[end] == "年" {
      let digits = scalars[(end - 4)..<end].compactMap(digit)
      guard digits.count == 4, digits[0] == 1 || digits[0] == 2 else { continue }
      for (offset, digit) in digits.enumerated() {
        scalars[end - 4 + offset] = Unicode.Scalar(UInt8(ascii: "0") + UInt8(digit))
      }
    }
  }

  /// The value of a digit as years are written: `0`–`9`, `零〇○` and the capital letter O.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": Int(scalar.value) - 0x30
    case "〇", "○", "零", "O", "◯": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }
}

extension [UInt8] {
  /// Where `needle` first stands at or after `start`, or nil; an empty needle stands nowhere.
  func place(of needle: [UInt8], from start: Int = 0) -> Int? {
    guard start >= 0, start <= count - needle.count else { return nil }
    let offset = unsafe withUnsafeBufferPointer { text in
      unsafe ByteFinder.offset(of: needle, in: UnsafeBufferPointer(rebasing: text[start...]))
    }
    return offset.map { start + $0 }
  }
}
