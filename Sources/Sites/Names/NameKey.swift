/// Makes names comparable: the same name in other dress gives the same key.
package enum NameKey {
  /// Drops white space, brackets and colons around, turns full-width ASCII into ASCII.
  ///
  /// `【 区财政局 】` and `区财政局` have one key. The key is for comparing, not for showing.
  package static func of(_ name: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x7F...0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2060, 0x3000,
        0xFEFF:
        continue
      case 0x3010, 0x3011, 0x5B, 0x5D, 0xFF3B, 0xFF3D, 0x3014, 0x3015, 0xFF1A, 0x3A, 0xB7, 0x2022,
        0x25AA, 0x25CF, 0x25A0, 0xBB, 0x203A:
        continue
      case 0xFF01...0xFF5E:
        if let plain = Unicode.Scalar(scalar.value - 0xFEE0) { out.append(plain) }
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
