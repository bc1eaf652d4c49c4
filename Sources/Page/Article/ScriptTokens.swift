/// The words of a small inline script: just enough of JavaScript to follow literals.
struct ScriptTokens {
  enum Token: Equatable {
    case name(String)
    case string([UInt8])
    case number(Int)
    /// A punctuator: `(`, `+`, `==`, `&&` …
    case mark(String)
  }

  /// The most tokens that are read; what follows is left out.
  private static let most = 5000

  private(set) var tokens: [Token] = []
  /// For each opening bracket its closing one; -1 where none is.
  private(set) var partner: [Int] = []

  private let bytes: [UInt8]
  private var index = 0

  init(_ source: ArraySlice<UInt8>) {
    bytes = Array(source)
    while tokens.count < Self.most, let token = next() { tokens.append(token) }
    match()
  }

  private mutating func match() {
    partner = [Int](repeating: -1, count: tokens.count)
    var open: [Int] = []
    for (place, token) in tokens.enumerated() {
      guard case .mark(let mark) = token else { continue }
      if mark == "(" || mark == "{" || mark == "[" {
        open.append(place)
      } else if mark == ")" || mark == "}" || mark == "]", let start = open.popLast() {
        partner[start] = place
      }
    }
  }

  private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  private mutating func next() -> Token? {
    skipBlanks()
    guard index < bytes.count else { return nil }
    let first = bytes[index]
    switch first {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): return string(first)
    case 0x30...0x39: return number()
    case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...: return name()
    default: return mark(first)
    }
  }

  private mutating func skipBlanks() {
    while index < bytes.count {
      if bytes[index] <= 0x20 {
        index += 1
      } else if byte(index) == 0x2F, byte(index + 1) == 0x2F {
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      } else if byte(index) == 0x2F, byte(index + 1) == 0x2A {
        index += 2
        while index < bytes.count, !(bytes[index] == 0x2A && byte(index + 1) == 0x2F) {
          index += 1
        }
        index += 2
      } else if byte(index) == 0x3C, byte(index + 1) == 0x21, byte(index + 2) == 0x2D {
        // `<!--` begins a comment line in a script (ECMA-262 annex B.1.1).
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      } else {
        return
      }
    }
  }

  private mutating func number() -> Token {
    var value = 0
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
      value = min(value * 10 + Int(bytes[index] - 0x30), 1_000_000_000)
      index += 1
    }
    return .number(value)
  }

  private mutating func name() -> Token {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
        index += 1
      default: return .name(String(decoding: bytes[start..<index], as: UTF8.self))
      }
    }
    return .name(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func mark(_ first: UInt8) -> Token {
    var text = [first]
    index += 1
    let pairs: Set<UInt8> = [0x21, 0x26, 0x2B, 0x3C, 0x3D, 0x3E, 0x7C]
    while text.count < 3, pairs.contains(first), index < bytes.count,
      bytes[index] == 0x3D || (bytes[index] == first && first != 0x21)
    {
      text.append(bytes[index])
      index += 1
    }
    return .mark(String(decoding: text, as: UTF8.self))
  }

  private mutating func string(_ quote: UInt8) -> Token {
    index += 1
    var value: [UInt8] = []
    while index < bytes.count, bytes[index] != quote {
      if bytes[index] == 0x0A, quote != UInt8(ascii: "`") { break }
      if bytes[index] == UInt8(ascii: "\\") {
        index += 1
        escape(into: &value)
      } else {
        value.append(bytes[index])
        index += 1
      }
    }
    index += 1
    return .string(value)
  }

  private mutating func escape(into value: inout [UInt8]) {
    let kind = byte(index)
    index += 1
    switch kind {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), 0x0A, 0x0D: value.append(0x0A)
    case UInt8(ascii: "t"): value.append(0x20)
    case UInt8(ascii: "u"): hex(4, into: &value)
    case UInt8(ascii: "x"): hex(2, into: &value)
    case 0: break
    default: value.append(kind)
    }
  }

  private mutating func hex(_ count: Int, into value: inout [UInt8]) {
    let digits = String(
      decoding: bytes[min(index, bytes.count)..<min(index + count, bytes.count)], as: UTF8.self)
    guard digits.utf8.count == count, let code = UInt32(digits, radix: 16) else { return }
    index += count
    value += Array(String(Unicode.Scalar(code).map(Character.init) ?? "\u{FFFD}").utf8)
  }
}
