import CCurl
import Synchronization

/// All transfers of a run: libcurl's multi interface on one thread of its own.
///
/// Requests may be handed in from any thread. Each ends in exactly one call of the sink, on the
/// loop's thread, also when the loop is closed. Connections are kept and used again; each cookie
/// jar serves the requests that name it. How many requests run at once is the caller's affair.
package final class TransferLoop: Sendable {
  private let core: Core
  private let thread: SystemThread

  /// Starts the loop.
  ///
  /// - Parameters:
  ///   - userAgent: what every request says of its sender.
  ///   - authorities: a PEM file of certificate authorities to trust beside the system's.
  ///   - bodyBytes: how many body bytes may be held, those of bodies that were handed over and not
  ///     released among them; transfers over it are paused. Nil: no limit, nothing to release.
  ///   - sink: takes each transfer that is over; must not block for long.
  /// - Throws: `.noResources` when libcurl or the system has no room for another loop.
  package init(
    userAgent: String, authorities: String? = nil, bodyBytes: Int? = nil,
    sink: @escaping @Sendable (Transfer) -> Void
  ) throws(TransferError) {
    let settings = LoopSettings(userAgent: userAgent, authorities: authorities)
    guard let core = Core(settings: settings, bodyBytes: bodyBytes, sink: sink) else {
      throw TransferError(.noResources, "curl_multi_init failed")
    }
    guard let thread = SystemThread({ core.run() }) else {
      throw TransferError(.noResources, "no thread for the transfers")
    }
    self.core = core
    self.thread = thread
  }

  deinit { close() }

  /// Hands a request in; after `close()` it ends at once with `.cancelled`.
  package func submit(_ request: Request) { core.submit(request) }

  /// Puts cookies into a jar (`CookieLine.lines`), before any request that is handed in later.
  package func putCookies(_ lines: [String], jar: Int) {
    if !lines.isEmpty { core.putCookies(lines, jar: jar) }
  }

  /// Ends every transfer that is under way or waits with `.cancelled`; the loop goes on.
  package func cancelAll() { core.cancelAll() }

  /// Says that so many bytes of bodies handed over are let go of: paused transfers may go on.
  package func release(_ bytes: Int) { core.release(bytes) }

  /// Cancels everything, waits for the sink's last call, frees all; may be called again.
  package func close() {
    if core.close() { thread.join() }
  }
}

/// What all transfers of a loop have in common.
struct LoopSettings: Sendable, Equatable {
  let userAgent: String
  /// A PEM file of certificate authorities beside the system's; nil for those alone.
  let authorities: String?
}

/// What the caller's threads leave for the loop's thread.
struct LoopInbox {
  var requests: [Request] = []
  /// Cookies for the jars, in the order in which they came.
  var cookies: [(jar: Int, lines: [String])] = []
  var cancelsAll = false
  var isClosed = false
  /// Body bytes that were let go of since the thread looked last.
  var released = 0
  /// Some transfer waits for room.
  var hasPaused = false
  /// The thread waits, and nobody has woken it.
  var isWaiting = false
  /// Set by the loop's thread before the multi handle is freed: no wake-up after that.
  var hasEnded = false
}

/// The part of the loop that its thread owns.
@safe final class Core: Sendable {
  // Only `curl_multi_wakeup` is called from other threads, which libcurl allows
  // (curl_multi_wakeup(3)), and only while `inbox` is locked and `hasEnded` is false.
  private nonisolated(unsafe) let multi: UnsafeMutableRawPointer
  private let inbox = Mutex(LoopInbox())
  /// How many connections are kept at least; where the system grants more, a crawl of many hosts
  /// keeps one for each.
  private static let fewestConnections = 256
  private let settings: LoopSettings
  private let bodyBytes: Int?
  private let sink: @Sendable (Transfer) -> Void

  init?(
    settings: LoopSettings, bodyBytes: Int?, sink: @escaping @Sendable (Transfer) -> Void
  ) {
    guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK,
      let multi = unsafe curl_multi_init()
    else { return nil }
    unsafe self.multi = multi
    let descriptors = SystemLimits.raiseDescriptors()
    mc_keep_freed_memory()
    self.settings = settings
    self.bodyBytes = bodyBytes
    self.sink = sink
    // No two requests at once on one connection: libcurl 7.88 would do so wherever a status line says
    // HTTP/2, also where the peer speaks HTTP/1.1, and then hands one page's bytes to another.
    _ = unsafe mc_multi_setopt_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_NOTHING))
    _ = unsafe mc_multi_setopt_long(
      multi, CURLMOPT_MAXCONNECTS, max(Self.fewestConnections, descriptors / 4))
  }

  func submit(_ request: Request) {
    let isTaken = inbox.withLock { inbox in
      guard !inbox.isClosed else { return false }
      inbox.requests.append(request)
      // A thread that is at work looks into the inbox before it waits.
      if inbox.isWaiting { wake(&inbox) }
      return true
    }
    if !isTaken { sink(Self.cancelled(request)) }
  }

  func putCookies(_ lines: [String], jar: Int) {
    inbox.withLock { $0.cookies.append((jar, lines)) }
  }

  func release(_ bytes: Int) {
    guard bodyBytes != nil, bytes > 0 else { return }
    inbox.withLock { inbox in
      inbox.released += bytes
      if inbox.hasPaused { wake(&inbox) }
    }
  }

  func cancelAll() {
    inbox.withLock { inbox in
      guard !inbox.hasEnded else { return }
      inbox.cancelsAll = true
      wake(&inbox)
    }
  }

  /// True for the one caller that has to join the thread.
  func close() -> Bool {
    inbox.withLock { inbox in
      guard !inbox.isClosed else { return false }
      inbox.isClosed = true
      wake(&inbox)
      return true
    }
  }

  /// Ends the thread's waiting, or keeps it from beginning to.
  private func wake(_ inbox: inout LoopInbox) {
    guard !inbox.hasEnded else { return }
    inbox.isWaiting = false
    unsafe curl_multi_wakeup(multi)
  }

  static func cancelled(_ request: Request) -> Transfer {
    Transfer(
      request: request, requestHead: [],
      result: .failure(TransferError(.cancelled, "the run was stopped")), remoteAddress: nil,
      timing: TransferTiming(), startedAt: SystemClock.wallSeconds)
  }

  /// The thread's work until the loop is closed.
  func run() {
    var active = unsafe ActiveHandles(
      multi: multi, settings: settings, bodyBytes: bodyBytes, sink: sink)
    while true {
      let work = inbox.withLock { inbox in
        let work = inbox
        inbox.requests = []
        inbox.cookies = []
        inbox.cancelsAll = false
        inbox.released = 0
        inbox.hasPaused = active.hasPaused
        inbox.isWaiting = false
        return work
      }
      for (jar, lines) in work.cookies { active.putCookies(lines, jar: jar) }
      active.released(work.released)
      if work.isClosed || work.cancelsAll {
        active.cancelAll()
        for request in work.requests { sink(Self.cancelled(request)) }
        if work.isClosed { break }
      } else {
        for request in work.requests { active.start(request) }
      }
      active.advance()
      let mayWait = inbox.withLock { inbox in
        inbox.hasPaused = active.hasPaused
        inbox.isWaiting =
          inbox.requests.isEmpty && !inbox.cancelsAll && !inbox.isClosed
          && !(inbox.hasPaused && inbox.released > 0)
        return inbox.isWaiting
      }
      if mayWait { active.wait() }
    }
    active.free()
    inbox.withLock { $0.hasEnded = true }
    _ = unsafe curl_multi_cleanup(multi)
  }
}
