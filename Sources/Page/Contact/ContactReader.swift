import Markup
import Texts

/// Reads contact fields from tables, lists of labels, lines and running text.
struct ContactReader {
  let lines: PageLines
  /// The labelled values of the page's content.
  let values: [LabelledValue]
  let tables: [TableFacts]
  /// The lines of the page's content: what stands in its frame is the site's own.
  let isOwn: (Int) -> Bool

  /// The most fields that are kept.
  private static let most = 200
  /// The longest value, in bytes.
  private static let longest = 400

  /// Cheap: a page that names no contact is left after one search.
  func read() -> [ContactField] {
    guard lines.words.contains(.contact) else { return [] }
    var out: [ContactField] = []
    var seen: Set<ContactField> = []
    func add(_ kind: ContactField.Kind, _ label: String, _ value: String) {
      let field = ContactField(kind: kind, label: label, value: value)
      guard out.count < Self.most, !value.isEmpty, seen.insert(field).inserted else { return }
      out.append(field)
    }
    for value in values where value.value.count <= Self.longest {
      let label = ByteText.squeezed(value.label)
      guard let kind = ContactWords.kind(of: label) else { continue }
      let text = Self.value(kind, lines.flow.bytes[value.value])
      guard Self.fits(kind, text) else { continue }
      add(kind, String(decoding: label, as: UTF8.self), text)
    }
    for (kind, label, value) in headed() { add(kind, label, value) }
    for (kind, value) in running() where !out.contains(where: { $0.value.contains(value) }) {
      add(kind, "", value)
    }
    return out
  }

  /// The value up to the next contact field, which running text may put behind it without a colon.
  static func value(_ kind: ContactField.Kind, _ bytes: ArraySlice<UInt8>) -> String {
    var rest = bytes
    for stop in stops {
      if let place = ByteText.find(stop, in: rest), place > rest.startIndex + 3 {
        rest = rest[..<place]
      }
    }
    if kind == .postcode {
      let digits = rest.drop { $0 <= 0x20 }.prefix { (0x30...0x39).contains($0) }
      if digits.count == 6 { return String(decoding: digits, as: UTF8.self) }
    }
    return WhiteSpace.folded(trimmed(rest))
  }

  /// Without the comma or full stop that parts a value from what follows.
  private static func trimmed(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = value
    while let tail = tails.first(where: { ByteText.ends(rest, with: $0) }) {
      rest = rest.dropLast(tail.count)
    }
    return rest
  }

  /// A sentence after 联系方式 is no number, nor is a name of a column.
  private static func fits(_ kind: ContactField.Kind, _ value: String) -> Bool {
    guard !Placeholder.isPlaceholder(value) else { return true }
    let digits = value.utf8.count { (0x30...0x39).contains($0) }
    switch kind {
    case .telephone, .supervisionTelephone, .fax: return digits >= 5
    case .postcode: return digits >= 6
    case .email: return value.contains("@") || value.contains("＠") || digits >= 5
    case .head: return value.utf8.count <= 60 && !value.contains("。")
    case .officeAddress: return value.utf8.count >= 6 && !value.contains("http")
    case .officeHours: return value.utf8.count >= 6
    }
  }

  // MARK: Tables with heads

  /// Tables with one unit a row: 单位 | 办公地址 | 联系电话.
  private func headed() -> [(ContactField.Kind, String, String)] {
    var out: [(ContactField.Kind, String, String)] = []
    for table in tables {
      let head = table.cells.prefix { $0.row == 0 }
      let kinds = head.compactMap { cell in
        ContactWords.kind(of: ByteText.squeezed(cell.text)).map { (cell.column, cell.text, $0) }
      }
      guard kinds.count >= 2 || kinds.count == 1 && head.count >= 3 else { continue }
      for cell in table.cells where cell.row > 0 && out.count < Self.most {
        guard let (_, label, kind) = kinds.first(where: { $0.0 == cell.column }),
          cell.text.utf8.count <= Self.longest, !cell.text.isEmpty
        else { continue }
        let value = WhiteSpace.folded(Array(cell.text.utf8)[...])
        guard Self.fits(kind, value) else { continue }
        out.append((kind, String(decoding: ByteText.squeezed(label), as: UTF8.self), value))
      }
    }
    return out
  }

  // MARK: Running text

  /// `联系电话0632-8811234`, `电话为8811234`: labels that no colon follows.
  private func running() -> [(ContactField.Kind, String)] {
    var out: [(ContactField.Kind, String)] = []
    for line in lines.flow.lines.indices
    where lines.facts[line].words.contains(.runningContact) && isOwn(line) && out.count < Self.most
    {
      let text = lines.flow.text(line)
      guard text.count >= 12, text.count <= 4000 else { continue }
      for (kind, word) in Self.runningWords {
        var from = text.startIndex
        while let place = ByteText.find(word, in: text[from...]) {
          from = place + word.count
          if let value = Self.number(after: from, in: text, kind) { out.append((kind, value)) }
        }
      }
    }
    return out
  }

  /// The number that stands right behind a word, at most a particle between them.
  private static func number(
    after place: Int, in text: ArraySlice<UInt8>, _ kind: ContactField.Kind
  ) -> String? {
    var rest = text[place...]
    for particle in particles where rest.starts(with: particle) {
      rest = rest.dropFirst(particle.count)
    }
    let value = rest.prefix {
      (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x28 || $0 == 0x29 || $0 == 0x20
    }
    let digits = value.count { (0x30...0x39).contains($0) }
    let fits = kind == .postcode ? digits == 6 : (7...13).contains(digits)
    return fits ? WhiteSpace.folded(value) : nil
  }

  private static let tails =
    ByteText.words("，", ",", "；", ";", "。", "、", "）", " ", "\t")
    + [Array("（".utf8)]
  private static let stops = ByteText.words(
    "邮政编码", "邮编", "联系电话", "电话", "传真", "电子邮箱", "电子邮件", "；")
  static let marks = ByteText.words(
    "电话", "热线", "地址", "地点", "时间", "传真", "邮编", "邮政", "邮箱", "邮件", "信箱", "负责人", "代表人", "联系方式",
    "办公场所",
    "Tel", "TEL", "mail", "Fax", "FAX")
  static let runningMarks = ByteText.words("电话", "传真", "邮编", "邮政编码", "热线")
  private static let runningWords: [(ContactField.Kind, [UInt8])] = {
    let table: [(ContactField.Kind, [String])] = [
      (.supervisionTelephone, ["监督电话", "投诉电话", "举报电话"]),
      (.telephone, ["联系电话", "咨询电话", "办公电话", "服务热线"]), (.fax, ["传真"]),
      (.postcode, ["邮编", "邮政编码"]),
    ]
    return table.flatMap { kind, words in words.map { (kind, Array($0.utf8)) } }
  }()
  private static let particles = ByteText.words(
    "号码", "（传真）", "(传真)", "（兼传真）", "为", "是", "：", ":", " ")
}
