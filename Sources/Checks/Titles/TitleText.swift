import Texts

/// The one form in which titles, column names and link texts are compared.
///
/// White space is removed, full-width ASCII becomes ASCII, zero-width characters are dropped, and
/// four Chinese numerals before 年 become digits: `二〇二一年` → `2021年`. All else is kept.
package enum TitleText {
  /// The normal form as UTF-8.
  package static func normalize(_ text: String) -> [UInt8] {
    var text = text
    var hasYear = false
    let bytes = text.withUTF8 { utf8 in
      // Nothing gets longer.
      unsafe [UInt8](unsafeUninitializedCapacity: utf8.count) { out, count in
        unsafe (count, hasYear) = fold(utf8, into: out)
      }
    }
    guard hasYear else { return bytes }
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    convertYears(&scalars)
    return encode(scalars)
  }

  /// Writes what `fold` keeps of each scalar: how many bytes, and whether a year may be written in
  /// numerals.
  private static func fold(
    _ text: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableBufferPointer<UInt8>
  ) -> (count: Int, hasYear: Bool) {
    var hasYear = false
    var place = 0
    var kept = 0
    while place < text.count {
      let lead = unsafe text[place]
      if lead < 0x80 {
        if lead > 0x20 && lead != 0x7F {
          unsafe out[kept] = lead
          kept += 1
        }
        place += 1
        continue
      }
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard place + length <= text.count else { break }
      let second = unsafe text[place + 1]
      if lead >= 0xE4 && lead < 0xEA {
        // Han characters, mostly.
        if lead == 0xE5, second == 0xB9, unsafe text[place + 2] == 0xB4,
          unsafe !endsInDigits(out, kept)
        {
          hasYear = true
        }
        unsafe out[kept] = lead
        unsafe out[kept + 1] = second
        unsafe out[kept + 2] = text[place + 2]
        kept += 3
        place += 3
        continue
      }
      var width = length
      if length == 3 {
        let folded = unsafe foldThree(lead, second, text[place + 2])
        if let ascii = folded.ascii { unsafe out[kept] = ascii }
        width = folded.width
      } else if isDropped(lead, second) {
        width = 0
      }
      if width == length {
        for index in 0..<4 where index < length {
          unsafe out[kept + index] = text[place + index]
        }
      }
      kept += width
      place += length
    }
    return (kept, hasYear)
  }

  /// U+0080 to U+00A0 and the soft hyphen.
  private static func isDropped(_ lead: UInt8, _ second: UInt8) -> Bool {
    lead == 0xC2 && (second <= 0xA0 || second == 0xAD)
  }

  /// How many bytes a character of three keeps: all, one (then which), or none.
  private static func foldThree(
    _ lead: UInt8, _ second: UInt8, _ third: UInt8
  ) -> (width: Int, ascii: UInt8?) {
    let value =
      UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    guard let scalar = Unicode.Scalar(value), let kept = fold(scalar) else { return (0, nil) }
    return kept.isASCII ? (1, UInt8(truncatingIfNeeded: kept.value)) : (3, nil)
  }

  /// Four ASCII digits: a year that needs no conversion.
  private static func endsInDigits(_ out: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Bool {
    guard count >= 4 else { return false }
    for index in (count - 4)..<count where unsafe !(0x30...0x39).contains(out[index]) {
      return false
    }
    return true
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
