import CCurl
import Glibc
import Web

/// A transfer under way: what libcurl's callbacks collect for it.
///
/// Lives on the loop's thread alone; libcurl holds its address while the handle is in the loop.
final class ActiveTransfer {
  /// Why a callback stopped the transfer.
  enum Stop { case headLimit, bodyLimit }

  let request: Request
  let startedAt = SystemClock.wallSeconds
  var requestHead: [UInt8] = []
  var head: [UInt8] = []
  var headIsComplete = false
  var body: [UInt8] = []
  var stop: Stop?
  var refused: ResolvedAddress?
  /// Grows in the order of starts.
  let number: Int
  private let budget: BodyBudget?
  /// When it was paused; nil while it runs.
  var pausedAt: Double?
  /// How long it was paused in all, in seconds: no fault of the server's.
  var pause = 0.0
  /// Where the transfer stands, for the limits of its phases.
  var clock = PhaseClock()
  /// Bytes of all heads and trailers so far.
  private var headBytes = 0

  init(_ request: Request, number: Int, budget: BodyBudget?) {
    self.request = request
    self.number = number
    self.budget = budget
  }

  /// Says whether there is room for a piece of the body; else the transfer is to be paused.
  func hasRoom(for count: Int) -> Bool {
    let wanted = min(count, max(0, request.limits.bodyBytes - body.count))
    guard let budget,
      !budget.mayTake(wanted, having: body.count, number: number, host: request.url.hostPort)
    else { return true }
    pausedAt = SystemClock.monotonic
    return false
  }

  /// Takes one line of a head; false stops the transfer.
  func take(headLine line: UnsafeRawBufferPointer) -> Bool {
    if headBytes == 0 { clock.answered() }
    headBytes += line.count
    guard headBytes <= request.limits.headBytes else {
      stop = .headLimit
      return false
    }
    if headIsComplete {
      // The head of the final response after an interim one (100, 103), or a trailer field.
      guard unsafe Self.isStatusLine(line) else { return true }
      head.removeAll(keepingCapacity: true)
      headIsComplete = false
      clock.answered()
    }
    // Most heads fit: one piece of memory instead of one for every other line.
    if head.isEmpty { head.reserveCapacity(min(1024, request.limits.headBytes)) }
    unsafe head.append(contentsOf: line)
    headIsComplete = unsafe line.count <= 2 && line.allSatisfy { $0 == 13 || $0 == 10 }
    if headIsComplete, isInterim { clock.promised() }
    return true
  }

  /// The head says that the answer is yet to come: `HTTP/1.1 103 Early Hints`.
  private var isInterim: Bool { head.drop { $0 != 0x20 }.dropFirst().first == 0x31 }

  /// Takes a piece of the body; false stops the transfer.
  ///
  /// `length` is how long the server says that the body will be.
  func take(
    body piece: UnsafeRawBufferPointer, announced length: @autoclosure () -> Int?
  ) -> Bool {
    let room = request.limits.bodyBytes - body.count
    guard piece.count <= room else {
      unsafe body.append(contentsOf: piece.prefix(max(0, room)))
      stop = .bodyLimit
      return false
    }
    clock.answered()
    if body.isEmpty { reserveBody(max(length() ?? 16_384, piece.count)) }
    unsafe body.append(contentsOf: piece)
    return true
  }

  /// Makes room for a body of that length, within reason: a server may announce anything.
  private func reserveBody(_ length: Int) {
    body.reserveCapacity(min(length, BodyBudget.free, request.limits.bodyBytes))
  }

  private static func isStatusLine(_ line: UnsafeRawBufferPointer) -> Bool {
    unsafe line.count > 5 && line.prefix(5).elementsEqual("HTTP/".utf8)
  }
}

/// The functions that libcurl calls; each finds its `ActiveTransfer` by the handle in the context
/// pointer.
enum Callbacks {
  static let head: mc_write_callback = { bytes, size, count, context in
    guard let transfer = unsafe Callbacks.transfer(context) else { return 0 }
    let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size &* count)
    return unsafe transfer.take(headLine: line) ? size &* count : 0
  }

  static let body: mc_write_callback = { bytes, size, count, context in
    guard let handle = unsafe Callbacks.handle(context), let transfer = handle.transfer else {
      return 0
    }
    guard transfer.hasRoom(for: size &* count) else { return Int(CURL_WRITEFUNC_PAUSE) }
    let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: size &* count)
    return unsafe transfer.take(body: piece, announced: handle.announcedLength)
      ? size &* count : 0
  }

  /// Has libcurl tell from now on what it sends: the connection stands, the request goes out next.
  static let ready: mc_ready_callback = { context, _, _, _, _ in
    guard let handle = unsafe Callbacks.handle(context) else { return CURL_PREREQFUNC_OK }
    // libcurl repeats a request whose connection turned out to be dead.
    handle.transfer?.requestHead.removeAll()
    handle.tell(true)
    return CURL_PREREQFUNC_OK
  }

  /// Keeps the request as it was sent, and the moment at which the handshake began; all else
  /// that libcurl tells is dropped.
  static let debug: mc_debug_callback = { _, kind, bytes, size, context in
    guard kind == CURLINFO_HEADER_OUT || kind == CURLINFO_SSL_DATA_OUT,
      let handle = unsafe Callbacks.handle(context), let transfer = handle.transfer
    else { return 0 }
    if kind == CURLINFO_SSL_DATA_OUT {
      transfer.clock.began()
      return 0
    }
    transfer.clock.sent()
    let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: size)
    unsafe transfer.requestHead.append(contentsOf: piece)
    // A head may go out in pieces; its end is an empty line.
    if unsafe piece.suffix(4).elementsEqual([13, 10, 13, 10]) { handle.tell(false) }
    return 0
  }

  /// Opens a socket when the address may be connected to.
  static let open: mc_open_callback = { context, _, address in
    guard let transfer = unsafe Callbacks.transfer(context), let address = unsafe address else {
      return CURL_SOCKET_BAD
    }
    transfer.clock.opened()
    let resolved = unsafe Callbacks.resolved(address)
    guard let resolved, transfer.request.mayConnect(resolved) else {
      transfer.refused = resolved ?? ResolvedAddress(bytes: [], port: 0)
      return CURL_SOCKET_BAD
    }
    let kind = unsafe address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    return unsafe socket(address.pointee.family, kind, address.pointee.protocol)
  }

  private static func transfer(_ context: UnsafeMutableRawPointer?) -> ActiveTransfer? {
    unsafe handle(context)?.transfer
  }

  private static func handle(_ context: UnsafeMutableRawPointer?) -> EasyHandle? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<EasyHandle>.fromOpaque(context).takeUnretainedValue()
  }

  private static func resolved(_ address: UnsafeMutablePointer<curl_sockaddr>) -> ResolvedAddress? {
    let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 16
    let length = unsafe Int(address.pointee.addrlen)
    guard length >= 8, length <= 128 else { return nil }
    let start = unsafe UnsafeRawPointer(address).advanced(by: offset)
    let raw = unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: length))
    // Linux lays out both families as: family (2), port (2, network order), then for IPv4 the
    // address, for IPv6 the flow (4) and the address.
    let port = Int(raw[2]) << 8 | Int(raw[3])
    switch unsafe address.pointee.family {
    case AF_INET: return ResolvedAddress(bytes: Array(raw[4..<8]), port: port)
    case AF_INET6 where raw.count >= 24:
      return ResolvedAddress(bytes: Array(raw[8..<24]), port: port)
    default: return nil
    }
  }
}
