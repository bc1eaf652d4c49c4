import Fetch
import Web

/// Notices that this machine's own network has failed while a crawl runs.
///
/// One host that falls silent is that host's affair. When hosts that had answered before fail in
/// the network's way, at least two of them and with no answer from anywhere in between, the
/// network is what they have in common.
struct NetworkWatch: Sendable {
  /// Failures that a dead network of our own gives.
  static let failures: Set<TransferError.Kind> = [
    .nameNotResolved, .connectUnreachable, .timeoutName, .timeoutConnect,
  ]
  /// Failures that a dead network and a dead host both give.
  private static let doubtful: Set<TransferError.Kind> = [
    .timeoutResponse, .timeoutHandshake, .reset, .emptyReply, .cancelled,
  ]
  /// The fewest failures in a row that count.
  private static let fewestFailures = 6
  private static let fewestHosts = 2

  private var answered: Set<HostPort> = []
  /// Failures of the network's kind since the last sign of life, by host.
  private var silent: [HostPort: Int] = [:]

  /// A host answered, whatever it said.
  mutating func answered(_ host: HostPort) {
    answered.insert(host)
    silent = [:]
  }

  /// A request brought no response.
  mutating func failed(_ host: HostPort, _ kind: TransferError.Kind) {
    if Self.failures.contains(kind) {
      silent[host, default: 0] += 1
    } else if !Self.doubtful.contains(kind) {
      // A refused connection or a bad certificate came over the network.
      silent = [:]
    }
  }

  /// The network itself is down.
  var isDown: Bool {
    let hosts = silent.keys.filter { answered.contains($0) }
    return hosts.count >= Self.fewestHosts
      && silent.values.reduce(0, +) >= Self.fewestFailures
  }
}
