private import CSandbox
import Glibc

/// What the reading process may use; what it starts inherits it.
package struct WorkerLimits: Sendable, Hashable {
  /// Seconds of computing, for each process.
  package var processorSeconds = 30
  /// Bytes of address space, for each process.
  package var memory = 1 << 30
  /// Seconds on the clock for one document.
  package var seconds = 120.0
  /// Bytes of a document.
  package var mostBytes = 64 << 20

  package init() {}

  /// Puts the limits on this process and takes the network from it.
  ///
  /// A network namespace where the system allows it; a filter that refuses sockets in any case
  /// where the kernel has one. Neither is a condition: the tools are given local files alone.
  func enter() {
    _ = mc_die_with_parent()
    Self.set(__rlimit_resource_t(RLIMIT_CPU.rawValue), processorSeconds)
    Self.set(__rlimit_resource_t(RLIMIT_AS.rawValue), memory)
    Self.set(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), mostBytes)
    Self.set(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), 64)
    Self.set(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
    _ = alarm(UInt32(clamping: Int(min(seconds, 86_400)) + 5))
    _ = mc_leave_network()
    _ = mc_forbid_sockets()
  }

  private static func set(_ resource: __rlimit_resource_t, _ value: Int) {
    var limit = rlimit(rlim_cur: rlim_t(clamping: value), rlim_max: rlim_t(clamping: value))
    _ = unsafe setrlimit(resource, &limit)
  }
}
