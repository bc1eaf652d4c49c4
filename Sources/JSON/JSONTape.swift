/// A JSON text taken apart into one flat run of nodes, in the order of the text.
///
/// Members of an object are two nodes, name and value. Nesting deeper than 64 and more nodes than
/// the limit are refused, so hostile input exhausts neither stack nor memory. Cost: one pass, 40
/// bytes a node.
package struct JSONTape: Sendable {
  /// What counts as well formed.
  package enum Dialect: Sendable {
    /// RFC 8259 to the letter.
    case strict
    /// What scripts and careless servers write too: names without quotes, strings in single
    /// quotes or with line breaks, a comma too many, names of variables as values.
    case script
  }

  package enum Kind: UInt8, Sendable {
    case object, array, string, number, truth, falsehood, null
    /// A word that is no value of JSON, such as a variable's name: dialect `script` only.
    case name
  }

  package struct Node: Sendable {
    package let kind: Kind
    /// A string that holds a backslash.
    package var isEscaped = false
    /// The first byte of the value (of a string: after its quote).
    package let start: Int
    /// The byte after the value (of a string: its closing quote).
    package var end: Int
    /// The node after this one and all that it holds.
    package var next: Int
  }

  package let bytes: [UInt8]
  package private(set) var nodes: [Node] = []
  /// Where the value ends in `bytes`; their end unless more was allowed to follow.
  package private(set) var end = 0
  private let isScript: Bool
  private let mostNodes: Int
  private static let deepest = 64

  /// Takes a whole text apart.
  package init(
    _ bytes: [UInt8], dialect: Dialect = .strict, mostNodes: Int = .max
  ) throws(JSONFault) {
    try self.init(bytes, from: 0, dialect: dialect, mostNodes: mostNodes)
    var position = end
    skipSpace(&position)
    if position != bytes.count { throw fault(position, .trailing) }
    end = position
  }

  /// Takes the one value apart that begins at `start`; anything may follow it.
  package init(
    _ bytes: [UInt8], from start: Int, dialect: Dialect, mostNodes: Int
  ) throws(JSONFault) {
    self.bytes = bytes
    self.mostNodes = mostNodes
    isScript = dialect == .script
    if start == 0 { nodes.reserveCapacity(min(bytes.count / 24, 100_000)) }
    var position = start
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    try value(&position, depth: 0)
    end = position
  }

  private mutating func value(_ position: inout Int, depth: Int) throws(JSONFault) {
    if depth > Self.deepest { throw fault(position, .tooDeep) }
    if nodes.count >= mostNodes { throw fault(position, .tooLarge) }
    skipSpace(&position)
    switch byte(position) {
    case UInt8(ascii: "{"): try object(&position, depth: depth)
    case UInt8(ascii: "["): try array(&position, depth: depth)
    case UInt8(ascii: "\""): try string(&position)
    case UInt8(ascii: "'") where isScript: try string(&position)
    case nil: throw fault(position, .ends)
    case .some(let next) where next == UInt8(ascii: "-") || (0x30...0x39).contains(next):
      try number(&position)
    case .some(let next) where Self.isName(next): try word(&position)
    default: throw fault(position, .noValue)
    }
  }

  private mutating func object(_ position: inout Int, depth: Int) throws(JSONFault) {
    let own = open(.object, position)
    position += 1
    skipSpace(&position)
    if byte(position) != UInt8(ascii: "}") {
      repeat {
        skipSpace(&position)
        if isScript, byte(position) == UInt8(ascii: "}") { break }
        try name(&position)
        skipSpace(&position)
        try expect(UInt8(ascii: ":"), &position)
        try value(&position, depth: depth + 1)
        skipSpace(&position)
      } while take(UInt8(ascii: ","), &position)
    }
    try expect(UInt8(ascii: "}"), &position)
    close(own, position)
  }

  /// A member's name.
  private mutating func name(_ position: inout Int) throws(JSONFault) {
    switch byte(position) {
    case UInt8(ascii: "\""): try string(&position)
    case UInt8(ascii: "'") where isScript: try string(&position)
    case .some(let next) where isScript && (Self.isName(next) || (0x30...0x39).contains(next)):
      let own = open(.string, position)
      while let next = byte(position), Self.isName(next) || (0x30...0x39).contains(next) {
        position += 1
      }
      close(own, position)
    default: throw fault(position, .noName)
    }
  }

  private mutating func array(_ position: inout Int, depth: Int) throws(JSONFault) {
    let own = open(.array, position)
    position += 1
    skipSpace(&position)
    if byte(position) != UInt8(ascii: "]") {
      repeat {
        skipSpace(&position)
        if isScript, byte(position) == UInt8(ascii: "]") { break }
        try value(&position, depth: depth + 1)
        skipSpace(&position)
      } while take(UInt8(ascii: ","), &position)
    }
    try expect(UInt8(ascii: "]"), &position)
    close(own, position)
  }

  private mutating func string(_ position: inout Int) throws(JSONFault) {
    let quote = bytes[position]
    position += 1
    let own = open(.string, position)
    var isEscaped = false
    while let next = byte(position), next != quote {
      if next < 0x20, !isScript { throw fault(position, .control) }
      if next == UInt8(ascii: "\\") {
        isEscaped = true
        position += 1
      }
      position += 1
    }
    guard byte(position) != nil else { throw fault(bytes.count, .openString) }
    nodes[own].isEscaped = isEscaped
    close(own, position)
    position += 1
  }

  private mutating func number(_ position: inout Int) throws(JSONFault) {
    let own = open(.number, position)
    _ = take(UInt8(ascii: "-"), &position)
    let whole = position
    digits(&position)
    let hasZero = byte(whole) == UInt8(ascii: "0") && position > whole + 1
    var isSound = position > whole && (!hasZero || isScript)
    if take(UInt8(ascii: "."), &position) { isSound = digits(&position) && isSound }
    if take(UInt8(ascii: "e"), &position) || take(UInt8(ascii: "E"), &position) {
      if !take(UInt8(ascii: "+"), &position) { _ = take(UInt8(ascii: "-"), &position) }
      isSound = digits(&position) && isSound
    }
    if !isSound { throw fault(position, .number) }
    close(own, position)
  }

  @discardableResult
  private func digits(_ position: inout Int) -> Bool {
    let start = position
    while let next = byte(position), (0x30...0x39).contains(next) { position += 1 }
    return position > start
  }

  private mutating func word(_ position: inout Int) throws(JSONFault) {
    let start = position
    while let next = byte(position), Self.isName(next) || isScript && next == 0x2E {
      position += 1
    }
    let text = bytes[start..<position]
    let kind: Kind? =
      text.elementsEqual("true".utf8)
      ? .truth
      : text.elementsEqual("false".utf8)
        ? .falsehood : text.elementsEqual("null".utf8) ? .null : isScript ? .name : nil
    guard let kind else { throw fault(start, .noValue) }
    let own = open(kind, start)
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

  private static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte == 0x24
  }

  private func byte(_ position: Int) -> UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private func take(_ wanted: UInt8, _ position: inout Int) -> Bool {
    guard byte(position) == wanted else { return false }
    position += 1
    return true
  }

  private func expect(_ wanted: UInt8, _ position: inout Int) throws(JSONFault) {
    if !take(wanted, &position) { throw fault(position, .expected(wanted)) }
  }

  private func skipSpace(_ position: inout Int) {
    while let next = byte(position), next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 {
      position += 1
    }
  }

  private func fault(_ position: Int, _ kind: JSONFault.Kind) -> JSONFault {
    JSONFault(kind: kind, position: min(position, bytes.count))
  }
}
