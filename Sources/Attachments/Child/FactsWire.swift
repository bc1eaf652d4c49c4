import Page

/// The facts of a document as bytes: what the reading process prints and its parent reads.
///
/// Every value is a run of bytes behind its length (`5:abcde`), in a fixed order. The parent
/// trusts none of it: what does not fit gives nil, and lists are as long as their bytes allow.
enum FactsWire {
  private static let mark = "mingcha.attachment/1"

  static func bytes(_ facts: AttachmentFacts) -> [UInt8] {
    var out = Writer()
    out.put(mark)
    out.put(facts.kind.rawValue)
    out.put(facts.title)
    out.put(facts.text)
    out.put(facts.textLength)
    out.put(facts.pages)
    out.put(facts.images)
    out.put(facts.isEncrypted ? 1 : 0)
    out.put(facts.isCut ? 1 : 0)
    out.put(facts.unreadable?.rawValue)
    out.put(facts.detail)
    out.put(facts.members.count)
    for member in facts.members {
      out.put(member.name)
      out.put(member.kind.rawValue)
      out.put(member.unreadable?.rawValue)
    }
    out.put(facts.tables.count)
    for table in facts.tables {
      out.put(table.caption)
      out.put(table.rows.count)
      out.put(table.rows.first?.count ?? 0)
      for cell in table.rows.joined() { out.put(cell) }
    }
    return out.bytes
  }

  static func facts(_ bytes: [UInt8]) -> AttachmentFacts? {
    var input = Reader(bytes: bytes)
    guard input.text() == mark, let kind = input.text().flatMap(AttachmentFacts.Kind.init) else {
      return nil
    }
    var facts = AttachmentFacts(kind)
    facts.title = input.optional()
    facts.text = input.text() ?? ""
    facts.textLength = input.number() ?? 0
    facts.pages = input.number()
    facts.images = input.number() ?? 0
    facts.isEncrypted = input.number() == 1
    facts.isCut = input.number() == 1
    facts.unreadable = input.optional().flatMap(AttachmentFacts.Unreadable.init)
    facts.detail = input.optional()
    for _ in 0..<(input.number() ?? 0) {
      guard let name = input.text(), let kind = input.text().flatMap(AttachmentFacts.Kind.init)
      else { return nil }
      let unreadable = input.optional().flatMap(AttachmentFacts.Unreadable.init)
      facts.members.append(.init(name: name, kind: kind, unreadable: unreadable))
    }
    for _ in 0..<(input.number() ?? 0) {
      guard let table = input.table() else { return nil }
      facts.tables.append(table)
    }
    return input.isSound && input.isAtEnd ? facts : nil
  }

  private struct Writer {
    var bytes: [UInt8] = []

    /// A text; nil has a length of its own.
    mutating func put(_ text: String?) {
      guard let text else {
        bytes += "-:".utf8
        return
      }
      bytes += "\(text.utf8.count):".utf8
      bytes += text.utf8
    }

    mutating func put(_ number: Int?) { put(number.map { String($0) }) }
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0
    var isSound = true

    var isAtEnd: Bool { index == bytes.count }

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func optional() -> String? {
      guard index < bytes.count, bytes[index] == UInt8(ascii: "-") else { return text() }
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
        index += 1
      } else {
        isSound = false
      }
      return nil
    }

    mutating func text() -> String? {
      var length = 0
      while index < bytes.count, (0x30...0x39).contains(bytes[index]), length <= bytes.count {
        length = length * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":"),
        length <= bytes.count - index - 1
      else {
        isSound = false
        index = bytes.count
        return nil
      }
      let start = index + 1
      index = start + length
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// A count or a size: never below zero, never above what the bytes could hold.
    mutating func number() -> Int? {
      guard let value = optional().flatMap({ Int($0) }) else { return nil }
      guard value >= 0, value <= 1 << 40 else {
        isSound = false
        return nil
      }
      return value
    }

    mutating func table() -> AttachmentTable? {
      let caption = optional()
      guard let rows = number(), let columns = number(), columns > 0 || rows == 0,
        rows <= bytes.count, columns <= bytes.count
      else { return nil }
      var grid: [[String]] = []
      for _ in 0..<rows {
        var row: [String] = []
        for _ in 0..<columns {
          guard let cell = text() else { return nil }
          row.append(cell)
        }
        grid.append(row)
      }
      return AttachmentTable(caption: caption, rows: grid)
    }
  }
}
