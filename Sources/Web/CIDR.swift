/// A range of addresses: `10.0.0.0/8`, `fd00::/8`, or a single address.
package struct CIDR: Sendable, Hashable, CustomStringConvertible {
  /// The first address of the range: bits behind the prefix are zero.
  package let address: IPAddress
  /// The number of leading bits that count: 0 to 32, or to 128.
  package let prefix: Int

  /// Reads `address/bits` or a single address.
  ///
  /// Nil for anything else, an address with bits behind the prefix (`10.0.0.1/8`) included: its
  /// writer may have meant the one address.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let address = IPAddress(String(parts[0])),
      !text.contains("[")
    else { return nil }
    let width = address.bytes.count * 8
    var prefix = width
    if parts.count == 2 {
      guard (1...3).contains(parts[1].utf8.count),
        parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let bits = Int(parts[1]),
        bits <= width
      else { return nil }
      prefix = bits
    }
    self.init(address: address, prefix: prefix)
    guard Self.masked(address, prefix) == address.bytes else { return nil }
  }

  /// The range of all addresses that begin with the first `prefix` bits of `address`.
  private init(address: IPAddress, prefix: Int) {
    self.address = address
    self.prefix = prefix
  }

  /// Says whether an address of the same family lies in the range.
  package func contains(_ other: IPAddress) -> Bool {
    other.bytes.count == address.bytes.count && Self.masked(other, prefix) == address.bytes
  }

  package var description: String { "\(address)/\(prefix)" }

  private static func masked(_ address: IPAddress, _ prefix: Int) -> [UInt8] {
    address.bytes.enumerated().map { index, byte in
      let kept = min(max(prefix - index * 8, 0), 8)
      return kept == 0 ? 0 : byte & (0xFF << UInt8(8 - kept))
    }
  }
}
