/// Decides to which socket addresses a connection may be made.
package struct AddressPolicy: Sendable {
  /// Ranges of the plan's `allow-addresses`.
  package let allowed: [CIDR]

  package init(allowed: [CIDR] = []) { self.allowed = allowed }

  /// Says whether a connection to `address` and `port` may be made.
  ///
  /// `literalHosts` are the hosts of the plan's `start` and `hosts`.
  package func allows(_ address: IPAddress, literalHosts: [HostPort], port: Int) -> Bool { false }
}
