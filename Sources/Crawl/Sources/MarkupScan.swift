/// Reads XML as far as sitemaps and feeds need it: elements, attributes, text; in one pass.
///
/// Knows no document type, no entity but the five of XML itself and character numbers, and never
/// looks outside its bytes: an external entity or an entity bomb is text that means nothing. Names
/// come without their prefix, in lower case. Linear in the input, whatever it is.
struct MarkupScan {
  /// One thing that was read.
  enum Event: Equatable {
    case start(String, attributes: [String: [UInt8]])
    case end(String)
    case text([UInt8])
  }

  /// Longer tags are passed over, in bytes.
  private static let longestTag = 16_384
  /// How many attributes of an element are kept.
  private static let mostAttributes = 32

  private let bytes: [UInt8]
  private var index = 0
  /// The end of an element that had none of its own: `<link/>`.
  private var pendingEnd: String?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The next thing; nil at the end.
  mutating func next() -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else { return text() }
      if starts("<![CDATA[") { return section() }
      if starts("<!--") {
        skip(past: "-->", from: index + 4)
      } else if starts("<?") {
        skip(past: "?>", from: index + 2)
      } else if starts("<!") {
        skipDeclaration()
      } else if let event = tag() {
        return event
      }
    }
    return nil
  }

  // MARK: Parts

  private mutating func text() -> Event {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    return .text(Self.unescaped(bytes[start..<index]))
  }

  private mutating func section() -> Event {
    let start = index + 9
    skip(past: "]]>", from: start)
    let isClosed = index >= start + 3 && bytes[(index - 3)..<index].elementsEqual("]]>".utf8)
    return .text(Array(bytes[min(start, index)..<(isClosed ? index - 3 : index)]))
  }

  /// `<!DOCTYPE …>` with all that stands between its brackets.
  private mutating func skipDeclaration() {
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"):
        depth -= 1
        if depth <= 0 {
          index += 1
          return
        }
      default: break
      }
      index += 1
    }
  }

  private mutating func tag() -> Event? {
    let start = index + 1
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      index += 1
    }
    let inner = bytes[start..<index]
    index = min(index + 1, bytes.count)
    guard inner.count <= Self.longestTag else { return nil }
    if inner.first == UInt8(ascii: "/") { return .end(Self.name(inner.dropFirst())) }
    let name = Self.name(inner)
    guard !name.isEmpty else { return nil }
    if inner.last == UInt8(ascii: "/") { pendingEnd = name }
    return .start(name, attributes: Self.attributes(inner))
  }

  // MARK: Bytes

  private func starts(_ text: StaticString) -> Bool {
    bytes[index...].starts(with: text.description.utf8)
  }

  private mutating func skip(past end: StaticString, from start: Int) {
    let mark = Array(end.description.utf8)
    index = min(start, bytes.count)
    while index < bytes.count {
      if bytes[index] == mark[0], bytes[index...].starts(with: mark) {
        index += mark.count
        return
      }
      index += 1
    }
  }

  /// The name at the beginning of a tag, its prefix dropped.
  private static func name(_ tag: ArraySlice<UInt8>) -> String {
    let full = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "=") }
    let local = full.split(separator: UInt8(ascii: ":")).last ?? full
    return String(decoding: local.prefix(64), as: UTF8.self).lowercased()
  }

  private static func attributes(_ tag: ArraySlice<UInt8>) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    var rest = tag.drop { $0 > 0x20 }
    while found.count < mostAttributes {
      rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
      guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { break }
      let name = name(rest[..<equals])
      rest = rest[(equals + 1)...].drop { $0 <= 0x20 }
      guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = rest.dropFirst().firstIndex(of: quote)
      else { break }
      if !name.isEmpty { found[name] = unescaped(rest[(rest.startIndex + 1)..<end]) }
      rest = rest[(end + 1)...]
    }
    return found
  }

  private static let entities: [String: UInt8] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27,
  ]

  /// Text with XML's own entities and character numbers undone; all others stay as written.
  static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var out: [UInt8] = []
    var rest = text
    while let byte = rest.first {
      guard byte == UInt8(ascii: "&"),
        let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";"))
      else {
        out.append(byte)
        rest = rest.dropFirst()
        continue
      }
      let name = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
      if let known = entities[name] {
        out.append(known)
      } else if let scalar = character(name) {
        out += UTF8.encode(scalar).map(Array.init) ?? []
      } else {
        out += rest[...end]
      }
      rest = rest[(end + 1)...]
    }
    return out
  }

  private static func character(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.first.map { $0 == "x" || $0 == "X" } ?? false
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { Unicode.Scalar($0) }
  }
}
