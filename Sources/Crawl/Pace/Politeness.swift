package import Web

/// Decides when a host may be asked again.
///
/// Each host has a pace of its own, so that none waits for another. The value does no input or
/// output: it is told what was started and how it ended, with the time in seconds of a clock that
/// never goes back, and says what to do.
package struct Politeness: Sendable {
  /// What a host may be asked at a moment.
  package enum Permission: Sendable, Equatable {
    case now
    /// Not before that moment.
    case at(Double)
    /// When one of the running requests has ended.
    case afterOneEnds
    /// Not in this run: the host asked for so many seconds, or, nil, for less again and again.
    case never(afterSeconds: Double?)
  }

  /// How a request ended, as far as pace is concerned.
  package enum Ending: Sendable, Equatable {
    /// The host answered, after so many seconds.
    case answered(Double)
    /// The host asked for less (429, 503), perhaps with a time to wait in seconds.
    case throttled(retryAfter: Double?)
    /// No answer came.
    case failed
    /// The run stopped it; says nothing about the host.
    case cancelled
  }

  /// The longest time that a run waits for a host that asks for it by `Retry-After` or
  /// `Crawl-delay`, in seconds.
  ///
  /// A host that asks for more is not asked again in the run.
  package static let longestWait = 120.0
  /// How often in a row a host may answer 429 or 503; their pauses come to two minutes.
  ///
  /// A host that does so once more is not asked again in the run: it is out of order, or what is left
  /// are pages that are.
  package static let mostRefusals = 7
  /// How much lateness of this program is made good, in seconds.
  ///
  /// Requests to a host come so much closer together at most; one that may be asked ten times a
  /// second may get two at once.
  private static let mostLateness = 0.1

  private let interval: Double
  private let connections: Int
  private var paces: [HostPort: Pace] = [:]

  /// `rate` in requests per second and host; `connections` at once per host.
  package init(rate: Double, connections: Int) {
    interval = rate > 0 ? 1 / rate : 1
    self.connections = max(1, connections)
  }

  /// What `host` may be asked at `now`.
  package func permission(for host: HostPort, now: Double) -> Permission {
    let pace = paces[host] ?? Pace()
    if let wait = pace.refusedWait { return .never(afterSeconds: wait) }
    if pace.throttles >= Self.mostRefusals { return .never(afterSeconds: nil) }
    guard pace.running < (pace.isTrusted ? connections : 1) else { return .afterOneEnds }
    let due = max(pace.next, pace.closedUntil)
    return due <= now ? .now : .at(due)
  }

  /// Notes that a request to `host` was started.
  package mutating func started(_ host: HostPort, now: Double) {
    let step = step(of: host)
    paces[host, default: Pace()].running += 1
    // A late clock does not cost rate; a pause that the host asked for is kept whole, and one in
    // which nothing was asked is no lateness.
    let pace = paces[host] ?? Pace()
    let isAskedFor = pace.delay > interval || pace.slowness > 1
    let due = max(pace.next, pace.closedUntil)
    let late = isAskedFor ? 0 : min(step, Self.mostLateness)
    paces[host]?.next = (due.isFinite ? max(due, now - late) : now) + step
    paces[host]?.last = now
  }

  /// Notes how a request to `host` ended.
  package mutating func ended(_ host: HostPort, _ ending: Ending, now: Double) {
    var pace = paces[host] ?? Pace()
    pace.running = max(0, pace.running - 1)
    switch ending {
    case .answered(let seconds): pace.answered(after: seconds)
    case .throttled(let wait): pace.throttled(wait: wait, now: now)
    case .failed: pace.failures += 1
    case .cancelled: break
    }
    paces[host] = pace
  }

  /// Takes the pause that the host's robots.txt asks for, in seconds; it counts from the last
  /// request, which was for that file.
  ///
  /// A host that asks for longer pauses than `longestWait` is not asked again in the run.
  package mutating func setDelay(_ seconds: Double, of host: HostPort) {
    guard seconds <= Self.longestWait else {
      paces[host, default: Pace()].refusedWait = seconds
      return
    }
    paces[host, default: Pace()].delay = max(0, seconds)
    let last = paces[host]?.last ?? -.infinity
    let due = max(paces[host]?.next ?? last, last + step(of: host))
    paces[host]?.next = due
  }

  /// The seconds between two requests to `host` at present.
  package func step(of host: HostPort) -> Double {
    let pace = paces[host] ?? Pace()
    return max(interval, pace.delay) * pace.slowness
  }

  /// How many requests to `host` run.
  package func running(_ host: HostPort) -> Int { paces[host]?.running ?? 0 }

  /// How many requests to `host` have failed since it answered last.
  package func failures(of host: HostPort) -> Int { paces[host]?.failures ?? 0 }
}

/// The pace of one host.
private struct Pace: Sendable {
  var running = 0
  /// The earliest moment of the next request.
  var next = -Double.infinity
  /// When the last one was started.
  var last = -Double.infinity
  /// The host asked not to be asked before this moment.
  var closedUntil = -Double.infinity
  /// Pause of its robots.txt, in seconds.
  var delay = 0.0
  /// A factor on the pause: above 1 while the host is slow or has asked for less.
  var slowness = 1.0
  var throttles = 0
  /// The host asked for a longer pause than a run has, in seconds.
  var refusedWait: Double?
  var failures = 0
  /// The host has answered at least once.
  var hasAnswered = false
  /// Mean time to answer, newest counting most, and the best mean so far, in seconds.
  private var mean: Double?
  private var best = Double.infinity

  /// Several requests at once are for a host that answers, and answers well: one that is silent
  /// holds no more than one place.
  var isTrusted: Bool { hasAnswered && failures == 0 && slowness <= 1 }

  /// A host that answers five times slower than it did, and slower than a second, is given time.
  mutating func answered(after seconds: Double) {
    hasAnswered = true
    failures = 0
    throttles = 0
    let value = mean.map { $0 * 0.8 + seconds * 0.2 } ?? seconds
    mean = value
    best = min(best, max(value, 0.05))
    if value > 1, value > best * 5 {
      slowness = min(slowness * 1.25, 8)
    } else {
      slowness = max(1, slowness / 1.25)
    }
  }

  mutating func throttled(wait: Double?, now: Double) {
    hasAnswered = true
    failures = 0
    throttles += 1
    slowness = min(slowness * 2, 16)
    if let wait, wait > Politeness.longestWait { refusedWait = max(wait, refusedWait ?? 0) }
    let backOff = Double(1 << min(throttles, 6))
    closedUntil = max(closedUntil, now + min(wait ?? backOff, Politeness.longestWait))
  }
}
