/// White space as readers of Chinese pages see it.
package enum WhiteSpace {
  /// Folds runs of white space to one blank and trims both ends.
  ///
  /// White space is ASCII space and controls, U+00A0, U+2000–U+200F, U+2028, U+2029, U+202F,
  /// U+205F, U+2060, U+3000 and U+FEFF.
  package static func folded(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: foldedBytes(bytes), as: UTF8.self)
  }

  /// The same, as bytes.
  package static func foldedBytes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    var pending = false
    while index < bytes.endIndex {
      let width = width(at: index, in: bytes)
      if width > 0 {
        pending = !out.isEmpty
        index += width
        continue
      }
      if pending {
        out.append(0x20)
        pending = false
      }
      out.append(bytes[index])
      index += 1
    }
    return out
  }

  /// The number of bytes of the white space at `index`, or 0 when none stands there.
  package static func width(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    let byte = bytes[index]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    guard byte >= 0xC2, index + 1 < bytes.endIndex else { return 0 }
    let second = bytes[index + 1]
    if byte == 0xC2 { return second == 0xA0 ? 2 : 0 }
    guard index + 2 < bytes.endIndex else { return 0 }
    let third = bytes[index + 2]
    switch (byte, second) {
    case (0xE2, 0x80):
      return third <= 0x8F || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0
    case (0xE2, 0x81): return third == 0x9F || third == 0xA0 ? 3 : 0
    case (0xE3, 0x80): return third == 0x80 ? 3 : 0
    case (0xEF, 0xBB): return third == 0xBF ? 3 : 0
    default: return 0
    }
  }
}
