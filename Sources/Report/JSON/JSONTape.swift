import Texts

/// A JSON text taken apart into one flat run of nodes, in the order of the text.
///
/// Members of an object are two nodes, name and value. Strict by RFC 8259; nesting deeper than
/// 64 is refused, so hostile input cannot exhaust the stack. Cost: one pass, 24 bytes a node.
struct JSONTape {
  enum Kind: UInt8 { case object, array, string, number, truth, falsehood, null }

  struct Node {
    let kind: Kind
    /// A string that holds a backslash.
    var isEscaped = false
    /// The first byte of the value (of a string: after its quote).
    let start: Int
    /// The byte after the value (of a string: its closing quote).
    var end: Int
    /// The node after this one and all that it holds.
    var next: Int
  }

  let bytes: [UInt8]
  private(set) var nodes: [Node] = []
  private static let deepest = 64

  init(_ bytes: [UInt8]) throws(AuditFileError) {
    self.bytes = bytes
    nodes.reserveCapacity(bytes.count / 24)
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    try value(&position, depth: 0)
    skipSpace(&position)
    if position != bytes.count {
      throw fault(position, Bilingual(zh: "正文之后还有多余内容", en: "something follows the value"))
    }
  }

  private mutating func value(_ position: inout Int, depth: Int) throws(AuditFileError) {
    if depth > Self.deepest {
      throw fault(position, Bilingual(zh: "嵌套超过 64 层", en: "nested deeper than 64"))
    }
    skipSpace(&position)
    switch byte(position) {
    case UInt8(ascii: "{"): try object(&position, depth: depth)
    case UInt8(ascii: "["): try array(&position, depth: depth)
    case UInt8(ascii: "\""): try string(&position)
    case UInt8(ascii: "t"): try word("true", .truth, &position)
    case UInt8(ascii: "f"): try word("false", .falsehood, &position)
    case UInt8(ascii: "n"): try word("null", .null, &position)
    case nil: throw fault(position, Bilingual(zh: "内容在此中断", en: "the text ends here"))
    case .some(let next) where next == UInt8(ascii: "-") || (0x30...0x39).contains(next):
      try number(&position)
    default: throw fault(position, Bilingual(zh: "此处不是 JSON 值", en: "no JSON value here"))
    }
  }

  private mutating func object(_ position: inout Int, depth: Int) throws(AuditFileError) {
    let own = open(.object, position)
    position += 1
    skipSpace(&position)
    if byte(position) != UInt8(ascii: "}") {
      repeat {
        skipSpace(&position)
        guard byte(position) == UInt8(ascii: "\"") else {
          throw fault(position, Bilingual(zh: "此处应为带引号的键名", en: "a quoted name belongs here"))
        }
        try string(&position)
        skipSpace(&position)
        try expect(UInt8(ascii: ":"), &position)
        try value(&position, depth: depth + 1)
        skipSpace(&position)
      } while take(UInt8(ascii: ","), &position)
    }
    try expect(UInt8(ascii: "}"), &position)
    close(own, position)
  }

  private mutating func array(_ position: inout Int, depth: Int) throws(AuditFileError) {
    let own = open(.array, position)
    position += 1
    skipSpace(&position)
    if byte(position) != UInt8(ascii: "]") {
      repeat {
        try value(&position, depth: depth + 1)
        skipSpace(&position)
      } while take(UInt8(ascii: ","), &position)
    }
    try expect(UInt8(ascii: "]"), &position)
    close(own, position)
  }

  private mutating func string(_ position: inout Int) throws(AuditFileError) {
    position += 1
    let own = open(.string, position)
    var isEscaped = false
    while let next = byte(position), next != UInt8(ascii: "\"") {
      if next < 0x20 {
        throw fault(position, Bilingual(zh: "字符串中有控制字符", en: "a control character in a string"))
      }
      if next == UInt8(ascii: "\\") {
        isEscaped = true
        position += 1
      }
      position += 1
    }
    guard byte(position) != nil else {
      throw fault(bytes.count, Bilingual(zh: "字符串没有结束", en: "a string does not end"))
    }
    nodes[own].isEscaped = isEscaped
    close(own, position)
    position += 1
  }

  private mutating func number(_ position: inout Int) throws(AuditFileError) {
    let own = open(.number, position)
    _ = take(UInt8(ascii: "-"), &position)
    let whole = position
    digits(&position)
    let hasZero = byte(whole) == UInt8(ascii: "0") && position > whole + 1
    var isSound = position > whole && !hasZero
    if take(UInt8(ascii: "."), &position) { isSound = digits(&position) && isSound }
    if take(UInt8(ascii: "e"), &position) || take(UInt8(ascii: "E"), &position) {
      if !take(UInt8(ascii: "+"), &position) { _ = take(UInt8(ascii: "-"), &position) }
      isSound = digits(&position) && isSound
    }
    if !isSound { throw fault(position, Bilingual(zh: "数字写法有误", en: "a malformed number")) }
    close(own, position)
  }

  @discardableResult
  private func digits(_ position: inout Int) -> Bool {
    let start = position
    while let next = byte(position), (0x30...0x39).contains(next) { position += 1 }
    return position > start
  }

  private mutating func word(
    _ text: String, _ kind: Kind, _ position: inout Int
  ) throws(AuditFileError) {
    guard bytes[position...].starts(with: text.utf8) else {
      throw fault(position, Bilingual(zh: "此处不是 JSON 值", en: "no JSON value here"))
    }
    let own = open(kind, position)
    position += text.utf8.count
    close(own, position)
  }

  private mutating func open(_ kind: Kind, _ position: Int) -> Int {
    nodes.append(Node(kind: kind, start: position, end: position, next: 0))
    return nodes.count - 1
  }

  private mutating func close(_ own: Int, _ position: Int) {
    nodes[own].end = position
    nodes[own].next = nodes.count
  }

  private func byte(_ position: Int) -> UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private func take(_ wanted: UInt8, _ position: inout Int) -> Bool {
    guard byte(position) == wanted else { return false }
    position += 1
    return true
  }

  private func expect(_ wanted: UInt8, _ position: inout Int) throws(AuditFileError) {
    if take(wanted, &position) { return }
    let sign = String(UnicodeScalar(wanted))
    throw fault(position, Bilingual(zh: "此处应为“\(sign)”", en: "\"\(sign)\" belongs here"))
  }

  private func skipSpace(_ position: inout Int) {
    while let next = byte(position), next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 {
      position += 1
    }
  }

  private func fault(_ position: Int, _ reason: Bilingual) -> AuditFileError {
    AuditFileError("byte \(min(position, bytes.count))", reason)
  }
}
