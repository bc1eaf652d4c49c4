/// An IPv4 or IPv6 address as bytes in network order.
package struct IPAddress: Sendable, Hashable, CustomStringConvertible {
  /// 4 or 16 bytes, network order.
  package let bytes: [UInt8]

  /// Nil unless there are 4 or 16 bytes.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads `10.0.0.1`, `fe80::1` or `[::1]`.
  ///
  /// Nil for anything else: octal or short forms of IPv4, zones (`%eth0`). Those are spellings
  /// that a plan should not hold; an address from the network comes as bytes.
  package init?(_ text: String) {
    var slice = Array(text.utf8)[...]
    if slice.first == UInt8(ascii: "["), slice.last == UInt8(ascii: "]"), slice.count > 2 {
      slice = slice.dropFirst().dropLast()
      guard slice.contains(UInt8(ascii: ":")) else { return nil }
    }
    guard let bytes = Self.readFour(slice) ?? Self.readSixteen(slice) else { return nil }
    self.bytes = bytes
  }

  /// The IPv4 address inside `::ffff:a.b.c.d`, or the address itself.
  package var unmapped: IPAddress {
    let isMapped =
      bytes.count == 16 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF
      && bytes[11] == 0xFF
    return isMapped ? IPAddress(Array(bytes[12...])) ?? self : self
  }

  /// Dotted decimal, or the form of RFC 5952 for IPv6.
  package var description: String {
    if bytes.count == 4 { return bytes.map { String($0) }.joined(separator: ".") }
    let groups = stride(from: 0, to: 16, by: 2).map { Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]) }
    let gap = Self.longestZeroRun(groups)
    let texts = groups.map { String($0, radix: 16) }
    guard gap.count > 1 else { return texts.joined(separator: ":") }
    return texts[..<gap.lowerBound].joined(separator: ":") + "::"
      + texts[gap.upperBound...].joined(separator: ":")
  }

  private static func longestZeroRun(_ groups: [Int]) -> Range<Int> {
    var best = 0..<0
    var start = 0
    for index in 0...groups.count {
      if index < groups.count, groups[index] == 0 { continue }
      if index - start > best.count { best = start..<index }
      start = index + 1
    }
    return best
  }

  /// Four decimal numbers without leading zeros.
  private static func readFour(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var out: [UInt8] = []
    for part in parts {
      guard (1...3).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) }),
        part.count == 1 || part.first != 0x30,
        let value = UInt8(String(decoding: part, as: UTF8.self))
      else { return nil }
      out.append(value)
    }
    return out
  }

  /// Groups of hexadecimal digits with at most one `::` (RFC 4291 §2.2).
  private static func readSixteen(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count <= 45 else { return nil }
    let colon = UInt8(ascii: ":")
    var gap: Int?
    for index in text.indices.dropLast() where text[index] == colon && text[index + 1] == colon {
      guard gap == nil else { return nil }
      gap = index
    }
    guard let gap else {
      guard let all = groups(text, mayEndInFour: true), all.count == 16 else { return nil }
      return all
    }
    guard let left = groups(text[..<gap], mayEndInFour: false),
      let right = groups(text[(gap + 2)...], mayEndInFour: true), left.count + right.count <= 14
    else { return nil }
    return left + [UInt8](repeating: 0, count: 16 - left.count - right.count) + right
  }

  private static func groups(_ text: ArraySlice<UInt8>, mayEndInFour: Bool) -> [UInt8]? {
    if text.isEmpty { return [] }
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var out: [UInt8] = []
    for (index, part) in parts.enumerated() {
      if mayEndInFour, index == parts.count - 1, let four = readFour(part) {
        out += four
        continue
      }
      guard (1...4).contains(part.count), part.first != 0x2B,
        let value = UInt16(String(decoding: part, as: UTF8.self), radix: 16)
      else { return nil }
      out += [UInt8(value >> 8), UInt8(value & 0xFF)]
    }
    return out
  }
}
