/// An IPv4 or IPv6 address as bytes in network order.
package struct IPAddress: Sendable, Hashable, CustomStringConvertible {
  /// 4 or 16 bytes, network order.
  package let bytes: [UInt8]

  /// Nil unless there are 4 or 16 bytes.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads `10.0.0.1`, `fe80::1`, `[::1]`; nil for anything else.
  package init?(_ text: String) { return nil }

  package var description: String { "\(bytes)" }
}

/// A range of addresses: `10.0.0.0/8`, `fd00::/8`, or a single address.
package struct CIDR: Sendable, Hashable, CustomStringConvertible {
  package let address: IPAddress
  /// The number of leading bits that count.
  package let prefix: Int

  /// Reads `address/bits` or a single address; nil for anything else.
  package init?(_ text: String) { return nil }

  package func contains(_ other: IPAddress) -> Bool { false }

  package var description: String { "\(address)/\(prefix)" }
}
