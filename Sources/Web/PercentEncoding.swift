/// Percent-encoding of addresses (RFC 3986 §2.1, §6.2.2).
package enum PercentEncoding {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// A path and query in normal form: what is encoded without need is decoded, digits are upper
  /// case, and all else, faulty encoding too, stays as it is.
  package static func normalized(_ target: String) -> String {
    let bytes = Array(target.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let value = value(in: bytes, at: index) {
        if isUnreserved(value) { out.append(value) } else { encode(value, into: &out) }
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The byte that three bytes stand for: `%`, two digits; nil for any others.
  package static func value(in bytes: [UInt8], at index: Int) -> UInt8? {
    guard bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
    else { return nil }
    return high << 4 | low
  }

  /// Adds a byte encoded.
  package static func encode(_ byte: UInt8, into out: inout [UInt8]) {
    out.append(UInt8(ascii: "%"))
    out.append(digits[Int(byte >> 4)])
    out.append(digits[Int(byte & 15)])
  }

  /// Letters, digits, `-`, `.`, `_` and `~` never need encoding (RFC 3986 §2.3).
  package static func isUnreserved(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
