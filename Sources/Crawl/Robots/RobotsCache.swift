import Web

/// What the crawl of a site knows of the robots.txt of each origin, and when it has to ask.
///
/// A value without input or output: it is told what came, with the time in seconds of a clock
/// that never goes back.
struct RobotsCache: Sendable {
  /// For how long a file is believed, in seconds (RFC 9309 §2.4: no more than 24 hours).
  static let lifetime = 86_400.0
  /// How often a file is asked for before it counts as unreachable.
  static let mostTries = 2

  /// What may be done with an address at a moment.
  enum Permission: Equatable {
    case allowed
    /// Not to be asked for, with the outcome's code.
    case refused(String)
    /// The file must be asked for first.
    case mustAsk
    /// The file is being fetched.
    case waits
    /// The file is to be asked for again, not before that moment.
    case waitsUntil(Double)
  }

  private enum State {
    /// `old` is the file whose time was over.
    case fetching(tries: Int, old: RobotsFile?)
    case again(at: Double, tries: Int, old: RobotsFile?)
    case known(RobotsFile, until: Double)
    case unreachable(code: String, detail: String?)
  }

  private var states: [String: State] = [:]

  /// What may be done with an address at `now`.
  func permission(for url: WebURL, now: Double) -> Permission {
    switch states[url.origin] {
    case .known(let file, let end) where now < end:
      file.allows(url.target) ? .allowed : .refused("robots.disallowed")
    case .known, nil: .mustAsk
    case .unreachable(let code, _): .refused(code)
    case .fetching: .waits
    case .again(let moment, _, _): moment > now ? .waitsUntil(moment) : .mustAsk
    }
  }

  /// Notes that the file of an origin is being fetched.
  mutating func asked(_ origin: String) {
    switch states[origin] {
    case .again(_, let tries, let old): states[origin] = .fetching(tries: tries, old: old)
    case .known(let file, _): states[origin] = .fetching(tries: 0, old: file)
    case .fetching, .unreachable: break
    case nil: states[origin] = .fetching(tries: 0, old: nil)
    }
  }

  /// Forgets what an origin's file said: it is too old.
  mutating func forget(_ origin: String) { states[origin] = nil }

  /// Takes the rules of an origin; they hold for a day from `fetchedAt`.
  mutating func take(_ file: RobotsFile, of origin: String, fetchedAt: Double) {
    states[origin] = .known(file, until: fetchedAt + Self.lifetime)
  }

  /// Notes that the file could not be had: once it is asked for again after `pause` seconds, then
  /// everything is forbidden (RFC 9309 §2.3.1.4), unless an older file is known (§2.4).
  ///
  /// Without a pause the host is given up and not asked again.
  mutating func failed(
    _ origin: String, code: String, detail: String?, now: Double, pause: Double?
  ) {
    var tries = 1
    var old: RobotsFile?
    if case .fetching(let before, let file) = states[origin] {
      tries = before + 1
      old = file
    }
    if tries < Self.mostTries, let pause {
      states[origin] = .again(at: now + pause, tries: tries, old: old)
    } else if let old {
      take(old, of: origin, fetchedAt: now)
    } else {
      states[origin] = .unreachable(code: code, detail: detail)
    }
  }

  /// Why an address was refused, when its outcome is that of an unreachable robots.txt.
  func detail(of url: WebURL, code: String) -> String? {
    // A site has one or two hosts, and tens of thousands of addresses that nothing was wrong with.
    let isOf = states.values.contains { state in
      if case .unreachable(code, _) = state { true } else { false }
    }
    guard isOf, case .unreachable(code, let detail) = states[url.origin] else { return nil }
    return detail
  }
}
