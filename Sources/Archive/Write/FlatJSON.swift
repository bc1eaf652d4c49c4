/// A JSON object (RFC 8259) whose values are text, whole numbers or null: the form of notes.
struct FlatJSON: Equatable {
  /// A value of the object.
  enum Value: Equatable {
    case text(String)
    case number(Int)
    case null
  }

  var members: [String: Value] = [:]

  func text(_ key: String) -> String? {
    if case .text(let text)? = members[key] { return text }
    return nil
  }

  func number(_ key: String) -> Int? {
    if case .number(let number)? = members[key] { return number }
    return nil
  }

  /// The object on one line, keys sorted.
  var bytes: [UInt8] {
    var out = Array("{".utf8)
    for (index, key) in members.keys.sorted().enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      Self.write(key, to: &out)
      out.append(UInt8(ascii: ":"))
      switch members[key] {
      case .text(let text): Self.write(text, to: &out)
      case .number(let number): out += Array(String(number).utf8)
      case .null, nil: out += Array("null".utf8)
      }
    }
    return out + [UInt8(ascii: "}")]
  }

  private static let digits = Array("0123456789abcdef".utf8)

  /// Writes a text in quotes.
  static func write(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    let start = out.count
    out += text.utf8
    // Nearly all texts stand as they are.
    let isPlain = out[start...].allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    if !isPlain {
      out.removeSubrange(start...)
      writeEscaped(text, to: &out)
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func writeEscaped(_ text: String, to out: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 0..<0x20:
        out += "\\u00".utf8
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      default: out.append(byte)
      }
    }
  }
}
