/// The names of policies, as the policy's own title and as titles of explanations give them.
enum PolicyName {
  private static let open = Array("《".utf8)
  private static let close = Array("》".utf8)
  private static let about = Array("关于".utf8)

  /// The name within a policy's title: `关于印发《X》的通知`, `某局关于印发X的通知` → `X`.
  static func core(of title: String) -> [UInt8] {
    let normal = TitleText.normalize(title)
    if let quoted = quoted(in: normal) { return quoted }
    var core = normal
    if let place = core.place(of: about) { core = Array(core[(place + about.count)...]) }
    for verb in ["印发", "发布", "公布", "转发", "下发"].map({ Array($0.utf8) }) where core.starts(with: verb)
    {
      core = Array(core[verb.count...])
      break
    }
    for end in ["的通知", "的通告", "的公告", "的决定", "的函"].map({ Array($0.utf8) })
    where core.suffix(end.count).elementsEqual(end) {
      core = Array(core[..<(core.count - end.count)])
      break
    }
    return unmarked(core)
  }

  /// What a title says it explains: `《X》政策解读`, `关于X的解读`, `一图读懂X` → `X`.
  static func explained(by title: String) -> [UInt8] {
    let normal = TitleText.normalize(title)
    if let quoted = quoted(in: normal) { return core(of: String(decoding: quoted, as: UTF8.self)) }
    var text = String(decoding: normal, as: UTF8.self)
    for word in words { text = removing(word, from: text) }
    return core(of: text)
  }

  private static let words = [
    "政策解读", "文字解读", "图文解读", "图片解读", "视频解读", "专家解读", "负责人解读", "部门解读", "媒体解读", "解读材料", "解读说明",
    "【解读】", "[解读]", "的解读", "解读", "一图读懂", "一图看懂", "一张图读懂", "图解政策", "政策图解", "图解", "政策问答", "问答",
    "起草说明", "政策说明", "答记者问", ":", "|", "丨", "—", "-",
  ]

  private static func removing(_ word: String, from text: String) -> String {
    let bytes = Array(text.utf8)
    guard let place = bytes.place(of: Array(word.utf8)) else { return text }
    let rest = Array(bytes[..<place]) + Array(bytes[(place + word.utf8.count)...])
    return String(decoding: rest, as: UTF8.self)
  }

  /// The outermost 《…》.
  private static func quoted(in title: [UInt8]) -> [UInt8]? {
    guard let start = title.place(of: open) else { return nil }
    var end: Int?
    var from = start
    while let place = title.place(of: close, from: from) {
      end = place
      from = place + 1
    }
    guard let end, end > start + open.count else { return nil }
    return unmarked(Array(title[(start + open.count)..<end]))
  }

  /// Without quotation marks and brackets, which titles set or leave out.
  private static func unmarked(_ name: [UInt8]) -> [UInt8] {
    var marks = "《》“”\"'‘’()[]〈〉<>的".unicodeScalars.map { $0 }
    marks.append("、")
    let text = String(decoding: name, as: UTF8.self)
    return TitleText.encode(text.unicodeScalars.filter { !marks.contains($0) })
  }

  /// Both are one name, or one holds the other whole (a unit's or district's name in front).
  static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard short.count >= 18 else { return !short.isEmpty && short == long }
    return long.place(of: short) != nil
  }

  /// A document number without brackets and white space: `青财〔2021〕3号` → `青财20213号`.
  static func number(_ text: String) -> [UInt8] { withoutBrackets(Array(text.utf8)) }

  /// What stands before each `…号` of a text, in the form of `number`; at most 200.
  static func citations(in text: String) -> [[UInt8]] {
    let plain = withoutBrackets(Array(text.utf8))
    let mark = Array("号".utf8)
    var found: [[UInt8]] = []
    var start = 0
    while found.count < 200, let place = plain.place(of: mark, from: start) {
      start = place + mark.count
      guard place > 0, (0x30...0x39).contains(plain[place - 1]) else { continue }
      found.append(Array(plain[max(0, place - 60)..<start]))
    }
    return found
  }

  /// Says whether one of a text's citations is the number.
  static func cites(_ number: [UInt8], _ citations: [[UInt8]]) -> Bool {
    number.count >= 9 && citations.contains { $0.suffix(number.count).elementsEqual(number) }
  }

  private static let brackets: Set<UInt32> = Set(
    "〔〕［］（）【】〈〉﹝﹞　".unicodeScalars.map { scalar in
      scalar.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    })

  /// Drops white space and brackets.
  private static func withoutBrackets(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        let isDropped =
          byte <= 0x20 || byte == 0x28 || byte == 0x29 || byte == 0x5B || byte == 0x5D
        if !isDropped { plain.append(byte) }
        index += 1
      } else if (byte == 0xE3 || byte == 0xEF), index + 2 < bytes.count,
        brackets.contains(
          UInt32(byte) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]))
      {
        index += 3
      } else {
        plain.append(byte)
        index += 1
      }
    }
    return plain
  }
}

extension Unicode.Scalar {
  /// The scalar's bytes in UTF-8.
  fileprivate var utf8: [UInt8] { Array(String(self).utf8) }
}
