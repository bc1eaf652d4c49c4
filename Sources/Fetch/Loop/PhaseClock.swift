/// The moments at which a transfer entered its phases, and the limits that it has overrun.
///
/// libcurl limits name lookup, connect and handshake together only, and the first byte not at all;
/// its least speed counts from the start, so that a server that thinks long would be cut off.
struct PhaseClock {
  private let startedAt = SystemClock.monotonic
  /// The first socket was opened: the name has its addresses.
  private var openedAt: Double?
  /// The first byte of the handshake went out: the connection stands.
  private var connectedAt: Double?
  private var sentAt: Double?
  /// When the answer's latest bytes came; nil before its first.
  private var answeredAt: Double?

  mutating func opened() {
    if openedAt == nil { openedAt = SystemClock.monotonic }
  }

  mutating func began() {
    if connectedAt == nil { connectedAt = SystemClock.monotonic }
  }

  /// The request's head went out; counts from the last one when libcurl repeats it on a new
  /// connection.
  mutating func sent() { sentAt = SystemClock.monotonic }

  /// Bytes of the answer came.
  mutating func answered() { answeredAt = SystemClock.monotonic }

  /// An interim answer is over: the server thinks on.
  mutating func promised() { answeredAt = nil }

  /// A pause that was not the server's fault is over.
  mutating func resumed() { if answeredAt != nil { answered() } }

  /// The kind of the phase that has lasted too long at `now`, or nil.
  func overrun(_ limits: TransferLimits, now: Double) -> TransferError.Kind? {
    func isOver(_ since: Double, _ milliseconds: Int) -> Bool {
      now - since > Double(milliseconds) / 1000
    }
    if let answeredAt {
      return isOver(answeredAt, limits.stallMilliseconds) ? .timeoutResponse : nil
    }
    if let sentAt { return isOver(sentAt, limits.firstByteMilliseconds) ? .timeoutResponse : nil }
    guard let openedAt else {
      return isOver(startedAt, limits.nameMilliseconds) ? .timeoutName : nil
    }
    guard let connectedAt else {
      return isOver(openedAt, limits.connectMilliseconds) ? .timeoutConnect : nil
    }
    return isOver(connectedAt, limits.handshakeMilliseconds) ? .timeoutHandshake : nil
  }

  /// The kind of a timeout that strikes in the present phase.
  var kind: TransferError.Kind {
    if sentAt != nil { return .timeoutResponse }
    if openedAt == nil { return .timeoutName }
    return connectedAt == nil ? .timeoutConnect : .timeoutHandshake
  }

  /// What the error says of the limit.
  static func detail(_ kind: TransferError.Kind, _ limits: TransferLimits) -> String {
    let milliseconds =
      switch kind {
      case .timeoutName: limits.nameMilliseconds
      case .timeoutConnect: limits.connectMilliseconds
      case .timeoutHandshake: limits.handshakeMilliseconds
      default: limits.firstByteMilliseconds
      }
    return "not over after \(milliseconds) ms"
  }
}
