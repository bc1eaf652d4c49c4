import Glibc

/// One TCP socket on loopback: every Glibc call that the test server makes stands here.
///
/// The value is a number only; `close()` is called by the one thread that owns it.
struct LoopbackSocket: Sendable, Hashable {
  /// The file descriptor.
  let descriptor: Int32

  /// Listens on `address` (127.0.0.0/8) at `port`; 0 lets the system choose.
  static func listening(address: String, port: Int) throws(LoopbackServer.Failure) -> Self {
    let raw = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard raw >= 0 else { throw .init(call: "socket", number: errno) }
    var one: Int32 = 1
    _ = unsafe setsockopt(raw, SOL_SOCKET, SO_REUSEADDR, &one, 4)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = UInt16(clamping: port).bigEndian
    guard unsafe inet_pton(AF_INET, address, &name.sin_addr) == 1 else {
      Glibc.close(raw)
      throw .init(call: "inet_pton", number: EINVAL)
    }
    let bound = unsafe withUnsafePointer(to: &name) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(raw, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard bound == 0, listen(raw, 1024) == 0 else {
      let number = errno
      Glibc.close(raw)
      throw .init(call: "bind", number: number)
    }
    return Self(descriptor: raw)
  }

  /// The port that the socket is bound to.
  var port: Int {
    var name = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let done = unsafe withUnsafeMutablePointer(to: &name) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe getsockname(descriptor, $0, &length)
      }
    }
    return done == 0 ? Int(UInt16(bigEndian: name.sin_port)) : 0
  }

  /// Waits for the next client; nil once the socket was shut down.
  func accepted() -> Self? {
    while true {
      let raw = accept(descriptor, nil, nil)
      if raw >= 0 {
        var one: Int32 = 1
        _ = unsafe setsockopt(raw, Int32(IPPROTO_TCP), TCP_NODELAY, &one, 4)
        return Self(descriptor: raw)
      }
      guard errno == EINTR || errno == ECONNABORTED || errno == EMFILE else { return nil }
    }
  }

  /// Reads what is there; empty at the end of the stream and on errors.
  func received() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe recv(descriptor, $0.baseAddress, $0.count, 0)
      }
      if count > 0 { return Array(buffer[..<count]) }
      guard count < 0, errno == EINTR else { return [] }
    }
  }

  /// Sends all bytes; false when the client went away.
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.send(
          descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      if count > 0 {
        sent += count
      } else if count == 0 || errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Waits until the peer hangs up or the server stops, at most `milliseconds` (-1: for ever).
  ///
  /// True when the connection is over.
  func waitForHangUp(milliseconds: Int32) -> Bool {
    // POLLRDHUP, which the Glibc module leaves out: the peer has closed its side.
    let hangUp: Int16 = 0x2000
    var entry = pollfd(
      fd: descriptor, events: hangUp, revents: 0)
    while true {
      let count = unsafe poll(&entry, 1, milliseconds)
      if count == 0 { return false }
      if count > 0 || errno != EINTR { return true }
    }
  }

  /// Ends both directions, which wakes a thread that waits on the socket.
  func shutDown() { _ = Glibc.shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// Makes the next `close()` send a reset instead of an orderly end.
  func resetOnClose() {
    var setting = linger(l_onoff: 1, l_linger: 0)
    _ = unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_LINGER, &setting, socklen_t(MemoryLayout<linger>.size))
  }

  /// Gives the descriptor back.
  func close() { Glibc.close(descriptor) }
}

/// A thread of the system that runs one closure.
enum LoopbackThread {
  private final class Box {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts `body` on a detached thread; false when the system has none to give.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let box = unsafe Unmanaged.passRetained(Box(body))
    var thread = pthread_t()
    let number = unsafe pthread_create(
      &thread, nil,
      { raw in
        guard let raw = unsafe raw else { return nil }
        unsafe Unmanaged<Box>.fromOpaque(raw).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
    guard number == 0 else {
      unsafe box.release()
      return false
    }
    _ = pthread_detach(thread)
    return true
  }
}
