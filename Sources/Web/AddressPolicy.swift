/// Decides to which socket addresses a connection may be made.
///
/// A page can name any host, and a host's owner can let it resolve to any address: the decision is
/// on the address of the socket, so that neither reaches the network behind the auditor.
package struct AddressPolicy: Sendable {
  /// Ranges of the plan's `allow-addresses`.
  package let allowed: [CIDR]

  package init(allowed: [CIDR] = []) { self.allowed = allowed }

  /// Says whether a connection to `address` and `port` may be made.
  ///
  /// `literalHosts` are the hosts of the plan's `start` and `hosts`: an address that is not public
  /// is allowed when one of them is that very address with that port (without a port: 80 or 443),
  /// or when `allow-addresses` covers it. A host name never suffices.
  package func allows(_ address: IPAddress, literalHosts: [HostPort], port: Int) -> Bool {
    let plain = address.unmapped
    if Self.isPublic(plain) || allowed.contains(where: { $0.contains(plain) }) { return true }
    return literalHosts.contains { host in
      guard let literal = IPAddress(host.host), literal.unmapped == plain else { return false }
      return host.port.map { $0 == port } ?? (port == 80 || port == 443)
    }
  }

  /// Says whether an address is one of the public internet.
  ///
  /// Source: IANA's special-purpose address registries (RFC 6890). An IPv6 address that stands for
  /// an IPv4 address (mapped, NAT64, 6to4) is judged by that one.
  package static func isPublic(_ address: IPAddress) -> Bool {
    let plain = address.unmapped
    if plain.bytes.count == 4 { return !notPublicFour.contains { $0.contains(plain) } }
    if let inner = embedded(plain) { return isPublic(inner) }
    // RFC 4291 §2.4, IANA: only 2000::/3 is handed out.
    return plain.bytes[0] & 0xE0 == 0x20 && !notPublicSix.contains { $0.contains(plain) }
  }

  private static func embedded(_ address: IPAddress) -> IPAddress? {
    let bytes = address.bytes
    // 64:ff9b::/96, NAT64 (RFC 6052).
    if bytes.starts(with: [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
      return IPAddress(Array(bytes[12...]))
    }
    // 2002::/16, 6to4 (RFC 3056).
    return bytes.starts(with: [0x20, 0x02]) ? IPAddress(Array(bytes[2..<6])) : nil
  }

  private static let notPublicFour: [CIDR] = [
    "0.0.0.0/8",  // this network, RFC 791
    "10.0.0.0/8",  // private, RFC 1918
    "100.64.0.0/10",  // carrier-grade NAT, RFC 6598
    "127.0.0.0/8",  // loopback, RFC 1122
    "169.254.0.0/16",  // link-local and cloud metadata, RFC 3927
    "172.16.0.0/12",  // private, RFC 1918
    "192.0.0.0/24",  // protocol assignments, RFC 6890
    "192.0.2.0/24",  // documentation, RFC 5737
    "192.88.99.0/24",  // former 6to4 relays, RFC 7526
    "192.168.0.0/16",  // private, RFC 1918
    "198.18.0.0/15",  // benchmarking, RFC 2544
    "198.51.100.0/24",  // documentation, RFC 5737
    "203.0.113.0/24",  // documentation, RFC 5737
    "224.0.0.0/4",  // multicast, RFC 5771
    "240.0.0.0/4",  // reserved and broadcast, RFC 1112
  ].compactMap { CIDR($0) }

  private static let notPublicSix: [CIDR] = [
    "2001::/23",  // protocol assignments with Teredo, RFC 2928, RFC 4380
    "2001:db8::/32",  // documentation, RFC 3849
    "3fff::/20",  // documentation, RFC 9637
  ].compactMap { CIDR($0) }
}
