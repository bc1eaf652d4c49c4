/// Reads the part of an address between `//` and the path.
enum Authority {
  /// The longest host name in characters (RFC 1035 §2.3.4).
  static let longestName = 253
  private static let colon = UInt8(ascii: ":")

  /// Host in normal form and the port that was written; nil for user info, a bad port, no host.
  ///
  /// The normal form is ASCII in lower case, an IPv4 address in dotted decimal whatever its
  /// spelling, an IPv6 address as RFC 5952 writes it in brackets, without the root's dot.
  static func read(_ bytes: ArraySlice<UInt8>) -> (host: String, port: Int?)? {
    guard !bytes.isEmpty, bytes.count <= 1024, !bytes.contains(UInt8(ascii: "@")) else {
      return nil
    }
    if bytes.first == UInt8(ascii: "[") { return readBracketed(bytes) }
    let end = bytes.firstIndex(of: colon) ?? bytes.endIndex
    guard
      let host = plainName(bytes[..<end]) ?? plainAddress(bytes[..<end])
        ?? HostName.ascii(bytes[..<end]),
      let port = readPort(bytes[end...])
    else { return nil }
    return (host, port.number)
  }

  /// A name of letters, digits, hyphens and underscores whose last label is no number: what nearly
  /// every link has.
  private static func plainName(_ name: ArraySlice<UInt8>) -> String? {
    guard let first = name.first, WebURL.isLetter(first), name.count <= longestName else {
      return nil
    }
    var label = 0
    var lastBeginsWithLetter = true
    for byte in name {
      if byte == UInt8(ascii: ".") {
        guard label > 0 else { return nil }
        label = 0
        continue
      }
      let isLetter = WebURL.isLetter(byte)
      if label == 0 { lastBeginsWithLetter = isLetter }
      label += 1
      guard label <= 63,
        isLetter || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
      else { return nil }
    }
    return label > 0 && lastBeginsWithLetter ? WebURL.lower(name) : nil
  }

  /// An IPv4 address in the one spelling that needs no change: four numbers up to 255 without
  /// zeros in front.
  private static func plainAddress(_ name: ArraySlice<UInt8>) -> String? {
    guard name.count <= 15 else { return nil }
    var dots = 0
    var digits = 0
    var value = 0
    for byte in name {
      if byte == UInt8(ascii: ".") {
        guard digits > 0 else { return nil }
        dots += 1
        digits = 0
        value = 0
        continue
      }
      guard (0x30...0x39).contains(byte), digits == 0 || value > 0 else { return nil }
      digits += 1
      value = value * 10 + Int(byte - 0x30)
      guard value <= 255 else { return nil }
    }
    return dots == 3 && digits > 0 ? String(decoding: name, as: UTF8.self) : nil
  }

  /// `[2001:db8::1]`, perhaps with a port; zones (`%25eth0`) name no host of the internet.
  private static func readBracketed(_ bytes: ArraySlice<UInt8>) -> (host: String, port: Int?)? {
    guard let close = bytes.firstIndex(of: UInt8(ascii: "]")),
      let address = IPAddress(String(decoding: bytes[...close], as: UTF8.self)),
      let port = readPort(bytes[(close + 1)...])
    else { return nil }
    return ("[\(address)]", port.number)
  }

  /// Nothing, `:`, or `:8080`; nil for anything else.
  private static func readPort(_ bytes: ArraySlice<UInt8>) -> (number: Int?, Void)? {
    guard let first = bytes.first else { return (nil, ()) }
    guard first == colon else { return nil }
    let digits = bytes.dropFirst()
    if digits.isEmpty { return (nil, ()) }
    let plain = digits.drop { $0 == UInt8(ascii: "0") }
    guard plain.count <= 5, digits.count <= 20, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = Int(String(decoding: plain, as: UTF8.self)), (1...65535).contains(port)
    else { return nil }
    return (port, ())
  }
}
