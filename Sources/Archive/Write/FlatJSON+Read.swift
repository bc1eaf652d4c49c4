extension FlatJSON {
  /// Reads an object; nil for anything else, nested values included.
  init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let members = reader.object() else { return nil }
    self.members = members
  }

  /// A cursor over the text of one object.
  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    mutating func object() -> [String: Value]? {
      guard take(UInt8(ascii: "{")) else { return nil }
      var found: [String: Value] = [:]
      if take(UInt8(ascii: "}")) { return isAtEnd ? found : nil }
      repeat {
        guard let key = string(), take(UInt8(ascii: ":")), let value = value() else { return nil }
        found[key] = value
      } while take(UInt8(ascii: ","))
      return take(UInt8(ascii: "}")) && isAtEnd ? found : nil
    }

    private var isAtEnd: Bool {
      mutating get {
        skipSpace()
        return position == bytes.count
      }
    }

    private mutating func skipSpace() {
      while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
        position += 1
      }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
      skipSpace()
      guard position < bytes.count, bytes[position] == byte else { return false }
      position += 1
      return true
    }

    private mutating func value() -> Value? {
      skipSpace()
      guard position < bytes.count else { return nil }
      if bytes[position] == UInt8(ascii: "\"") { return string().map { .text($0) } }
      if bytes[position...].starts(with: Array("null".utf8)) {
        position += 4
        return .null
      }
      let digits = bytes[position...].prefix { $0 == 0x2D || (0x30...0x39).contains($0) }
      position += digits.count
      return Int(String(decoding: digits, as: UTF8.self)).map { .number($0) }
    }

    private mutating func string() -> String? {
      guard take(UInt8(ascii: "\"")) else { return nil }
      var out: [UInt8] = []
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return String(decoding: out, as: UTF8.self)
        case UInt8(ascii: "\\"):
          guard let escaped = escape() else { return nil }
          out += Array(String(escaped).utf8)
        case 0..<0x20: return nil
        default: out.append(byte)
        }
      }
      return nil
    }

    /// What follows a backslash; a lone surrogate becomes U+FFFD.
    private mutating func escape() -> Unicode.Scalar? {
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "n"): return "\n"
      case UInt8(ascii: "t"): return "\t"
      case UInt8(ascii: "r"): return "\r"
      case UInt8(ascii: "b"): return "\u{8}"
      case UInt8(ascii: "f"): return "\u{C}"
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
      case UInt8(ascii: "u"): return unicodeEscape()
      default: return nil
      }
    }

    private mutating func unicodeEscape() -> Unicode.Scalar? {
      guard let first = fourDigits() else { return nil }
      guard (0xD800..<0xDC00).contains(first), bytes[position...].starts(with: [0x5C, 0x75]) else {
        return Unicode.Scalar(first) ?? "\u{FFFD}"
      }
      let before = position
      position += 2
      guard let second = fourDigits() else { return nil }
      guard (0xDC00..<0xE000).contains(second) else {
        position = before
        return "\u{FFFD}"
      }
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func fourDigits() -> UInt32? {
      guard bytes.count - position >= 4 else { return nil }
      let text = bytes[position..<(position + 4)]
      position += 4
      let isHex = text.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
      }
      return isHex ? UInt32(String(decoding: text, as: UTF8.self), radix: 16) : nil
    }
  }
}
