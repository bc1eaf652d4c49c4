import CCurl
import Glibc

/// A thread of the system that runs one closure: for work that blocks.
///
/// Swift's own pool must not be blocked, so the loop around libcurl, the archive's writer and the
/// readers of pages each have one. Whoever starts a thread joins it once.
@safe package struct SystemThread: Sendable {
  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let id: pthread_t

  /// Starts `body` on a stack of 8 MiB; nil when the system has no thread to give.
  package init?(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    guard unsafe pthread_attr_init(&attributes) == 0 else { return nil }
    defer { unsafe pthread_attr_destroy(&attributes) }
    _ = unsafe pthread_attr_setstacksize(&attributes, 8 << 20)
    let box = unsafe Unmanaged.passRetained(Body(body))
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, &attributes,
      { raw in
        guard let raw = unsafe raw else { return nil }
        unsafe Unmanaged<Body>.fromOpaque(raw).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    guard code == 0 else {
      unsafe box.release()
      return nil
    }
    id = thread
  }

  /// Lets the thread end by itself: nobody joins it.
  package func detach() { _ = pthread_detach(id) }

  /// Waits until the closure has returned; on the thread itself it only lets go of it.
  package func join() {
    if pthread_equal(id, pthread_self()) != 0 {
      _ = pthread_detach(id)
    } else {
      _ = pthread_join(id, nil)
    }
  }
}

/// What the system grants this process.
enum SystemLimits {
  /// The most descriptors that are asked for.
  private static let mostDescriptors: rlim_t = 16_384

  /// Raises the number of open descriptors as far as the system allows, and gives it.
  ///
  /// Many systems grant 1024 by default, which is less than a crawl of many hosts may need.
  static func raiseDescriptors() -> Int {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      return 1024
    }
    let before = limit.rlim_cur
    let wanted = min(limit.rlim_max, mostDescriptors)
    guard before < wanted else { return Int(clamping: min(before, mostDescriptors)) }
    limit.rlim_cur = wanted
    let isRaised = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
    return Int(clamping: isRaised ? wanted : before)
  }
}

/// The clocks of the system.
package enum SystemClock {
  /// Seconds since 1970, UTC.
  package static var wallSeconds: Int64 {
    var moment = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &moment)
    return Int64(moment.tv_sec)
  }

  /// Seconds since some moment in the past; never goes back.
  package static var monotonic: Double {
    var moment = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &moment)
    return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
  }

  /// Holds the calling thread up for so long; returns at once for nothing or less.
  package static func pause(_ seconds: Double) {
    guard seconds > 0, seconds < 3600 else { return }
    var left = timespec(
      tv_sec: Int(seconds), tv_nsec: Int((seconds - seconds.rounded(.down)) * 1e9))
    var rest = timespec()
    while unsafe nanosleep(&left, &rest) != 0, errno == EINTR { left = rest }
  }

  /// How many processors this process may use; at least 1.
  package static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
