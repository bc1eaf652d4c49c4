/// Reads rows out of XML: the elements whose children are named as the parts of a row.
///
/// One pass over the bytes, no tree: an element without elements is a value of the one around it.
/// Entities other than the five of XML and numbers stay as they are written, and declarations are
/// passed over, so nothing grows and nothing is loaded.
struct XMLTable {
  private struct Frame {
    var name: [UInt8]
    var row = DataRow()
    var text: [UInt8] = []
    var hasChildren = false
  }

  private static let deepest = 64
  private static let longestValue = 20_000
  private let bytes: [UInt8]
  private var stack: [Frame] = []
  /// Elements with values, by name, in order.
  private var groups: [(name: [UInt8], rows: [DataRow])] = []
  private var leaves = DataRow()
  private(set) var root: [UInt8] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    read()
  }

  /// The largest group of elements that fit, as a table.
  func table(_ keys: RowKeys) -> DataTable {
    var table = DataTable()
    let best = groups.map { group in group.rows.filter { keys.fit($0) } }
      .max { $0.count < $1.count }
    table.rows = Array((best ?? []).prefix(DataTable.mostRows))
    func number(_ names: [String]) -> Int? {
      leaves.text(RowKeys.names(names)).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
        .flatMap { (0...10_000_000).contains($0) ? $0 : nil }
    }
    table.total = number([
      "total", "totalcount", "totalrecord", "totalrecords", "recordcount", "count",
    ])
    table.pages = number(["totalpage", "totalpages", "pagecount", "pages"])
    table.size = number(["pagesize", "perpage"])
    table.hasRows = !table.rows.isEmpty || table.total == 0
    if let total = table.total, total < table.rows.count { table.total = nil }
    return table
  }

  private mutating func read() {
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x3C else {
        let end = bytes[index...].firstIndex(of: 0x3C) ?? bytes.count
        append(Self.plain(bytes[index..<end]))
        index = end
        continue
      }
      index = markup(at: index)
    }
  }

  private mutating func append(_ text: [UInt8]) {
    guard let last = stack.indices.last, stack[last].text.count < Self.longestValue else { return }
    stack[last].text += text
  }

  /// Reads the tag, comment, section or declaration at `start`; the place after it.
  private mutating func markup(at start: Int) -> Int {
    if bytes[start...].starts(with: "<![CDATA[".utf8) {
      let end = ByteSearch.find(Array("]]>".utf8), in: bytes, from: start) ?? bytes.count
      append(Array(bytes[min(start + 9, end)..<end]))
      return min(end + 3, bytes.count)
    }
    if bytes[start...].starts(with: "<!--".utf8) {
      return (ByteSearch.find(Array("-->".utf8), in: bytes, from: start) ?? bytes.count - 3) + 3
    }
    if bytes[start...].starts(with: "<!".utf8) { return declaration(at: start) }
    guard let end = bytes[start...].firstIndex(of: 0x3E) else { return bytes.count }
    let tag = bytes[(start + 1)..<end]
    if tag.first == 0x3F { return end + 1 }
    if tag.first == 0x2F {
      close()
    } else {
      open(tag.last == 0x2F ? tag.dropLast() : tag)
      if tag.last == 0x2F { close() }
    }
    return end + 1
  }

  /// `<!DOCTYPE … [ … ]>`: to the `>` outside the brackets.
  private func declaration(at start: Int) -> Int {
    var depth = 0
    for index in start..<bytes.count {
      switch bytes[index] {
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0: return index + 1
      default: break
      }
    }
    return bytes.count
  }

  private mutating func open(_ tag: ArraySlice<UInt8>) {
    let name = Array(tag.prefix { $0 > 0x20 })
    if root.isEmpty { root = name }
    if let last = stack.indices.last { stack[last].hasChildren = true }
    var frame = Frame(name: name)
    var rest = tag.dropFirst(name.count)
    while let equals = rest.firstIndex(of: 0x3D) {
      let key = rest[..<equals].filter { $0 > 0x20 }
      guard let quote = rest[(equals + 1)...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
        let end = rest[(quote + 1)...].firstIndex(of: rest[quote])
      else { break }
      frame.row.add(key, Self.plain(rest[(quote + 1)..<end]))
      rest = rest[(end + 1)...]
    }
    // Deeper elements still count, as values of the deepest that is kept.
    if stack.count < Self.deepest { stack.append(frame) }
  }

  private mutating func close() {
    guard let frame = stack.popLast() else { return }
    guard frame.hasChildren || !frame.row.values.isEmpty else {
      let text = Array(WhiteSpaceTrim.trimmed(frame.text[...]))
      if let last = stack.indices.last { stack[last].row.add(frame.name, text) }
      leaves.add(frame.name, text)
      return
    }
    if let group = groups.firstIndex(where: { $0.name == frame.name }) {
      if groups[group].rows.count < DataTable.mostRows { groups[group].rows.append(frame.row) }
    } else if groups.count < 200 {
      groups.append((frame.name, [frame.row]))
    }
  }

  /// Text with the five entities of XML and references to characters undone.
  static func plain(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(0x26) else { return Array(text) }
    var out: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == 0x26, let end = text[index...].prefix(12).firstIndex(of: 0x3B),
        let value = entity(text[(index + 1)..<end])
      {
        out += value
        index = end + 1
      } else {
        out.append(text[index])
        index += 1
      }
    }
    return out
  }

  private static func entity(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return [0x26]
    case "lt": return [0x3C]
    case "gt": return [0x3E]
    case "quot": return [0x22]
    case "apos": return [0x27]
    default: break
    }
    guard name.first == 0x23 else { return nil }
    let isHex = name.dropFirst().first.map { $0 | 0x20 } == 0x78
    let digits = String(decoding: name.dropFirst(isHex ? 2 : 1), as: UTF8.self)
    guard let code = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(code),
      code > 0
    else { return nil }
    return Array(String(Character(scalar)).utf8)
  }
}

/// Cuts white space off both ends.
enum WhiteSpaceTrim {
  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let first = text.first, first <= 0x20 { text = text.dropFirst() }
    while let last = text.last, last <= 0x20 { text = text.dropLast() }
    return text
  }
}
