/// What iconv(3) does not know of GB18030 and pages hold all the same.
///
/// GB 18030-2022 gave eighteen characters (vertical punctuation and eight parts of characters) new
/// two-byte codes; their older four-byte codes stay readable by the Encoding Standard (§10.2,
/// index of ranges), and the C library refuses them. The single byte 80 is the euro sign.
enum GB18030Gaps {
  /// The character that stands at `place`, in UTF-8, with its width; nil when it is none of these.
  ///
  /// `left` bytes can be read there; all characters take three bytes of UTF-8.
  static func text(
    at place: UnsafeMutablePointer<CChar>?, _ left: Int
  ) -> (bytes: [UInt8], width: Int)? {
    guard let place = unsafe place, left > 0 else { return nil }
    if UInt8(bitPattern: unsafe place[0]) == 0x80 { return (Array("€".utf8), 1) }
    guard left >= 4 else { return nil }
    var code: UInt32 = 0
    for offset in 0..<4 { code = code << 8 | UInt32(UInt8(bitPattern: unsafe place[offset])) }
    guard let scalar = scalar(of: code) else { return nil }
    return (Array(String(Character(scalar)).utf8), 4)
  }

  /// U+FE10…FE19 at 84318236…84318335, U+9FB4…9FBB at 82359037…82359134.
  private static func scalar(of code: UInt32) -> Unicode.Scalar? {
    // The last byte counts 30…39, the third one goes up after it.
    let digit = code & 0xFF
    guard (0x30...0x39).contains(digit) else { return nil }
    let step = (code >> 8 & 0xFF) * 10 + digit - 0x30
    switch code >> 16 {
    case 0x8431:
      let first: UInt32 = 0x82 * 10 + 6
      return step >= first && step - first < 10 ? Unicode.Scalar(0xFE10 + step - first) : nil
    case 0x8235:
      let first: UInt32 = 0x90 * 10 + 7
      return step >= first && step - first < 8 ? Unicode.Scalar(0x9FB4 + step - first) : nil
    default: return nil
    }
  }
}
