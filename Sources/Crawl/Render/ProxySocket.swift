import Glibc

/// One TCP socket of the proxy that stands before a browser: every Glibc call for it stands here.
///
/// The value is a number only; `close()` is called by the one thread that owns it.
struct ProxySocket: Sendable, Hashable {
  private let descriptor: Int32

  /// Listens on 127.0.0.1 at a port that the system chooses; nil when it has none.
  static func listening() -> ProxySocket? {
    let raw = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard raw >= 0 else { return nil }
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let bound = unsafe withUnsafePointer(to: &name) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(raw, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard bound == 0, listen(raw, 64) == 0 else {
      Glibc.close(raw)
      return nil
    }
    return ProxySocket(descriptor: raw)
  }

  /// The port that the socket is bound to; 0 when it is not.
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
  func accepted() -> ProxySocket? {
    while true {
      let raw = accept(descriptor, nil, nil)
      if raw >= 0 {
        // The browser that is started later has no business with it.
        _ = fcntl(raw, F_SETFD, FD_CLOEXEC)
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        _ = unsafe setsockopt(raw, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
        _ = unsafe setsockopt(raw, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
        return ProxySocket(descriptor: raw)
      }
      guard errno == EINTR || errno == ECONNABORTED else { return nil }
    }
  }

  /// Reads up to the empty line that ends a head; nil when none comes within the limit.
  func head(limit: Int) -> [UInt8]? {
    var found: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while found.count < limit {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe recv(descriptor, $0.baseAddress, $0.count, 0)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      let from = max(0, found.count - 3)
      found += buffer[..<count]
      if let end = Self.endOfHead(found, from: from) { return Array(found[..<end]) }
    }
    return nil
  }

  private static func endOfHead(_ bytes: [UInt8], from: Int) -> Int? {
    guard bytes.count >= from + 4 else { return nil }
    return (from...(bytes.count - 4)).first { index in
      bytes[index] == 13 && bytes[index + 1] == 10 && bytes[index + 2] == 13
        && bytes[index + 3] == 10
    }
  }

  /// Sends all bytes; false when the client went away.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.send(
          descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Wakes whoever waits for the socket.
  func shutDown() { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }

  func close() { _ = Glibc.close(descriptor) }
}
