/// Writes JSON on bytes: keys in the order in which they are given.
///
/// Laid out with two spaces of indent, or on one line (for JSON lines).
/// Source: RFC 8259. Decimals come without float noise: `81.5`.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isEmpty = true

  private let layout: Layout

  /// How the text is laid out.
  package enum Layout: Sendable {
    /// Two spaces a level, a member a line.
    case indented
    /// All on one line.
    case oneLine
  }

  package init(_ layout: Layout = .indented, capacity: Int = 4096) {
    self.layout = layout
    bytes.reserveCapacity(capacity)
  }

  /// Goes on behind other text.
  package init(_ layout: Layout, behind text: consuming [UInt8]) {
    self.layout = layout
    bytes = text
  }

  /// An object as the whole value, or as an element of an array.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  package mutating func object(_ key: String, _ body: (inout JSONWriter) -> Void) {
    name(key)
    object(body)
  }

  /// An array of objects.
  package mutating func array<Element>(
    _ key: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
  ) {
    name(key)
    open(UInt8(ascii: "["))
    for element in elements {
      separate()
      object { body(&$0, element) }
    }
    close(UInt8(ascii: "]"))
  }

  /// An array of texts.
  package mutating func array(_ key: String, _ elements: [String]) {
    name(key)
    open(UInt8(ascii: "["))
    for element in elements {
      separate()
      string(element)
    }
    close(UInt8(ascii: "]"))
  }

  /// An array of whole numbers, on one line.
  package mutating func array(_ key: String, numbers: [Int]) {
    name(key)
    bytes.append(UInt8(ascii: "["))
    for (place, number) in numbers.enumerated() {
      if place > 0 { bytes += [UInt8(ascii: ","), 0x20] }
      bytes += String(number).utf8
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// An array of arrays of texts.
  package mutating func table(_ key: String, _ rows: [[String]]) {
    name(key)
    open(UInt8(ascii: "["))
    for row in rows {
      separate()
      open(UInt8(ascii: "["))
      for element in row {
        separate()
        string(element)
      }
      close(UInt8(ascii: "]"))
    }
    close(UInt8(ascii: "]"))
  }

  /// A text, or null.
  package mutating func member(_ key: String, _ value: String?) {
    name(key)
    if let value { string(value) } else { bytes += "null".utf8 }
  }

  package mutating func member(_ key: String, _ value: Int?) {
    name(key)
    bytes += (value.map { String($0) } ?? "null").utf8
  }

  /// A decimal; null when there is none or it is not finite.
  package mutating func member(_ key: String, decimal value: Double?) {
    name(key)
    bytes += (value.flatMap { $0.isFinite ? Self.decimal($0) : nil } ?? "null").utf8
  }

  package mutating func member(_ key: String, flag value: Bool) {
    name(key)
    bytes += (value ? "true" : "false").utf8
  }

  /// The finished text, with a line end.
  package consuming func finished() -> [UInt8] {
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    depth += 1
    isEmpty = true
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if !isEmpty { newLine() }
    bytes.append(bracket)
    isEmpty = false
  }

  private mutating func separate() {
    if !isEmpty { bytes.append(UInt8(ascii: ",")) }
    isEmpty = false
    newLine()
  }

  private mutating func newLine() {
    guard layout == .indented else {
      if bytes.last == UInt8(ascii: ",") { bytes.append(0x20) }
      return
    }
    bytes.append(UInt8(ascii: "\n"))
    var indent = depth &* 2
    while indent > 0 {
      bytes.append(contentsOf: Self.spaces.prefix(indent))
      indent -= Self.spaces.count
    }
  }

  private mutating func name(_ key: String) {
    separate()
    string(key)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(0x20)
  }

  private mutating func string(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      // Nearly all texts are one plain run.
      guard unsafe utf8.contains(where: Self.isEscaped) else {
        return unsafe bytes.append(contentsOf: utf8)
      }
      var start = 0
      for place in 0..<utf8.count {
        let byte = unsafe utf8[place]
        guard Self.isEscaped(byte) else { continue }
        unsafe bytes.append(contentsOf: utf8[start..<place])
        escape(byte)
        start = place + 1
      }
      unsafe bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      bytes += "u00".utf8
      bytes += [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
    }
  }

  private static let spaces = [UInt8](repeating: 0x20, count: 32)
  private static let digits = Array("0123456789abcdef".utf8)
}
