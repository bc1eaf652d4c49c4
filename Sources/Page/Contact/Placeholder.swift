/// Values that stand where a value should be: 暂无, ××, 0000, 待定.
package enum Placeholder {
  private static let words: Set<String> = [
    "无", "暂无", "暂无信息", "暂无数据", "暂无内容", "没有", "待定", "待补充", "待完善", "待更新", "未填写", "未知",
    "不详", "略", "空", "建设中", "栏目建设中", "内容建设中", "正在建设中", "正在更新中", "更新中", "敬请期待", "test", "测试",
    "null", "none", "n/a", "undefined", "tbd", "暂无相关信息", "暂无相关内容", "暂未公开", "请输入", "示例", "此处填写",
  ]
  private static let fillers: Set<Unicode.Scalar> = [
    "×", "X", "x", "*", "_", "-", "—", "?", ".", "…", "0", "/", "○", "#", "(", ")", "年", "月", "日",
    "〇", "□", "●", "✕", "╳",
  ]
  private static let endings = Set("。.,，、;；!！:：…⋯~".unicodeScalars)

  /// The bytes of a text that are looked at: 400 characters of up to four bytes.
  package static let enough = 1604

  /// Says whether a value says nothing; white space and full width make no difference.
  package static func isPlaceholder(_ value: String) -> Bool {
    var scalars: [Unicode.Scalar] = []
    // Most values speak within their first words: more than the longest word, and no filler alone.
    var solid = 0
    var speaks = false
    var looked = 0
    for scalar in value.unicodeScalars {
      looked += 1
      if looked > 400 { break }
      guard let plain = fold(scalar) else { continue }
      scalars.append(plain)
      guard !endings.contains(plain) else { continue }
      solid += 1
      speaks = speaks || !fillers.contains(plain)
      if speaks && solid > 12 { return false }
    }
    scalars = Array(scalars.drop { endings.contains($0) })
    while let last = scalars.last, endings.contains(last) { scalars.removeLast() }
    if scalars.isEmpty || scalars.allSatisfy(fillers.contains) { return true }
    guard scalars.count <= 12 else { return false }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return words.contains(String(text).lowercased()) || isDummyNumber(scalars)
  }

  /// Full-width ASCII made plain; nil for white space and what has no width.
  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064,
      0x3000, 0xFEFF:
      nil
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    default: scalar
    }
  }

  /// `1234567`, `12345678`, `0632-0000000`, `1111111`: numbers that nobody can call.
  private static func isDummyNumber(_ scalars: [Unicode.Scalar]) -> Bool {
    let digits = scalars.map(\.value).filter { (0x30...0x39).contains($0) }
    guard digits.count >= 7, scalars.allSatisfy({ $0.isASCII && $0.value <= 0x39 }) else {
      return false
    }
    if Set(digits.suffix(7)).count == 1 { return true }
    return zip(digits, digits.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }
}
