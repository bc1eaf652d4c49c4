extension JSONTape {
  /// The text of a string node as it can best be read: what is no UTF-8 or no escape becomes
  /// U+FFFD or stands for itself, and half a pair of UTF-16 units becomes U+FFFD.
  package func looseText(_ node: Node) -> [UInt8] {
    let slice = bytes[node.start..<node.end]
    guard node.isEscaped else { return Array(slice) }
    var out: [UInt8] = []
    out.reserveCapacity(slice.count)
    var position = node.start
    while position < node.end {
      let byte = bytes[position]
      position += 1
      guard byte == UInt8(ascii: "\\"), position < node.end else {
        out.append(byte)
        continue
      }
      var next = position
      if unescape(&next, node.end, into: &out) {
        position = next
        continue
      }
      if bytes[position] == UInt8(ascii: "u"), node.end - position > 4 {
        out += "\u{FFFD}".utf8
        position += 5
      } else {
        out.append(bytes[position])
        position += 1
      }
    }
    return out
  }

  /// The text of a string node; nil when it is not UTF-8 or holds a bad escape.
  package func text(_ node: Node) -> String? {
    let slice = bytes[node.start..<node.end]
    if !node.isEscaped { return String(validating: slice, as: UTF8.self) }
    var out: [UInt8] = []
    out.reserveCapacity(slice.count)
    var position = node.start
    while position < node.end {
      let byte = bytes[position]
      position += 1
      guard byte == UInt8(ascii: "\\") else {
        out.append(byte)
        continue
      }
      guard position < node.end, unescape(&position, node.end, into: &out) else { return nil }
    }
    return String(validating: out, as: UTF8.self)
  }

  /// Reads what follows a backslash; false when it is no escape of RFC 8259 §7.
  private func unescape(_ position: inout Int, _ end: Int, into out: inout [UInt8]) -> Bool {
    let sign = bytes[position]
    position += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(sign)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"): return unicode(&position, end, into: &out)
    default: return false
    }
    return true
  }

  private func unicode(_ position: inout Int, _ end: Int, into out: inout [UInt8]) -> Bool {
    guard let first = hex(&position, end) else { return false }
    var value = first
    if (0xD800..<0xDC00).contains(first) {
      guard position + 1 < end, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      else { return false }
      position += 2
      guard let second = hex(&position, end), (0xDC00..<0xE000).contains(second) else {
        return false
      }
      value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }
    guard let scalar = UnicodeScalar(value) else { return false }
    out += String(Character(scalar)).utf8
    return true
  }

  /// Four hexadecimal digits.
  private func hex(_ position: inout Int, _ end: Int) -> UInt32? {
    guard position + 4 <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position..<(position + 4)] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 0x61 + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 0x41 + 10)
      default: return nil
      }
    }
    position += 4
    return value
  }
}
