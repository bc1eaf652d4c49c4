/// A JSON value, as far as crawl summaries need it (RFC 8259).
///
/// Reading is linear and bounded in depth; anything that is no JSON gives nil.
indirect enum JSONText: Equatable {
  case null
  case flag(Bool)
  case number(Int)
  case string(String)
  case array([JSONText])
  case object([String: JSONText])

  /// How deep values may nest.
  static let deepest = 16

  static func parse(_ bytes: [UInt8]) -> JSONText? {
    var reading = JSONReading(bytes: bytes)
    guard let value = reading.value(depth: 0), reading.isAtEnd() else { return nil }
    return value
  }

  subscript(_ key: String) -> JSONText? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var text: String? { if case .string(let text) = self { text } else { nil } }
  var number: Int? { if case .number(let number) = self { number } else { nil } }
  var elements: [JSONText]? { if case .array(let elements) = self { elements } else { nil } }
}

/// The place up to which a JSON text was read.
private struct JSONReading {
  let bytes: [UInt8]
  var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 32 || byte == 9 || byte == 10 || byte == 13 { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    index += 1
    return true
  }

  mutating func isAtEnd() -> Bool {
    skipSpace()
    return index == bytes.count
  }

  mutating func value(depth: Int) -> JSONText? {
    guard depth < JSONText.deepest else { return nil }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return word("true") ? .flag(true) : nil
    case UInt8(ascii: "f"): return word("false") ? .flag(false) : nil
    case UInt8(ascii: "n"): return word("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func word(_ word: String) -> Bool {
    guard bytes[index...].starts(with: word.utf8) else { return false }
    index += word.utf8.count
    return true
  }

  private mutating func number() -> JSONText? {
    let start = index
    while let byte = next, (0x30...0x39).contains(byte) || byte == 0x2D { index += 1 }
    return Int(String(decoding: bytes[start..<index], as: UTF8.self)).map { .number($0) }
  }

  private mutating func array(depth: Int) -> JSONText? {
    index += 1
    var elements: [JSONText] = []
    if take(UInt8(ascii: "]")) { return .array([]) }
    while let element = value(depth: depth + 1) {
      elements.append(element)
      if take(UInt8(ascii: "]")) { return .array(elements) }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
    return nil
  }

  private mutating func object(depth: Int) -> JSONText? {
    index += 1
    var members: [String: JSONText] = [:]
    if take(UInt8(ascii: "}")) { return .object([:]) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\""), let key = string(), take(UInt8(ascii: ":")),
        let value = value(depth: depth + 1)
      else { return nil }
      members[key] = value
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
  }

  private mutating func string() -> String? {
    index += 1
    var out: [UInt8] = []
    while let byte = next {
      index += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: out, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        out.append(byte)
        continue
      }
      guard let mark = next else { return nil }
      index += 1
      switch mark {
      case UInt8(ascii: "n"): out.append(10)
      case UInt8(ascii: "r"): out.append(13)
      case UInt8(ascii: "t"): out.append(9)
      case UInt8(ascii: "b"): out.append(8)
      case UInt8(ascii: "f"): out.append(12)
      case UInt8(ascii: "u"):
        guard let scalar = escape() else { return nil }
        out += String(Character(scalar)).utf8
      default: out.append(mark)
      }
    }
    return nil
  }

  /// Four hexadecimal digits after `\u`; half a surrogate pair becomes U+FFFD.
  private mutating func escape() -> Unicode.Scalar? {
    guard index + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
    else { return nil }
    index += 4
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
