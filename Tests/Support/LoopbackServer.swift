import Synchronization

/// A small HTTP/1.1 server on loopback for tests: one thread a connection, keep-alive.
///
/// The handler decides each request, ill behaviour included (`ServerReply`). The server stops when
/// `stop()` is called or the value goes away; stopping wakes every thread that waits.
package final class LoopbackServer: Sendable {
  /// A call of the system that failed.
  package struct Failure: Error, CustomStringConvertible {
    let call: String
    let number: Int32

    package var description: String { "\(call) failed with errno \(number)" }
  }

  private let core: Core
  /// Where it listens: an address of 127.0.0.0/8.
  package let address: String
  package let port: Int

  /// Starts to listen on `address` at `port` (0: one that is free) and answers with `handler`.
  package init(
    address: String = "127.0.0.1", port: Int = 0,
    handler: @escaping @Sendable (ServerRequest) -> ServerReply
  ) throws {
    let socket = try LoopbackSocket.listening(address: address, port: port)
    self.address = address
    self.port = socket.port
    core = Core(socket: socket, handler: handler)
    guard LoopbackThread.start({ [core] in core.acceptClients() }) else {
      socket.close()
      throw Failure(call: "pthread_create", number: 0)
    }
  }

  deinit { core.stop() }

  /// `http://127.0.0.1:PORT`, without a slash at the end.
  package var origin: String { "http://\(address):\(port)" }

  /// `127.0.0.1:PORT`, as a plan names it.
  package var hostPort: String { "\(address):\(port)" }

  /// Every request so far, in order of arrival.
  package var requests: [ServerRequest] { core.state.withLock { $0.log } }

  /// The targets of all requests so far, in order of arrival.
  package var targets: [String] { requests.map(\.target) }

  /// Ends all connections and stops to listen; may be called again.
  package func stop() { core.stop() }
}

extension LoopbackServer {
  /// What the threads share; it outlives the server until the last thread has ended.
  private final class Core: Sendable {
    struct State {
      var log: [ServerRequest] = []
      var open: Set<LoopbackSocket> = []
      var connections = 0
      var isStopped = false
    }

    let socket: LoopbackSocket
    let handler: @Sendable (ServerRequest) -> ServerReply
    let state = Mutex(State())

    init(socket: LoopbackSocket, handler: @escaping @Sendable (ServerRequest) -> ServerReply) {
      self.socket = socket
      self.handler = handler
    }

    func stop() {
      state.withLock { state in
        guard !state.isStopped else { return }
        state.isStopped = true
        socket.shutDown()
        for client in state.open { client.shutDown() }
      }
    }

    func acceptClients() {
      while let client = socket.accepted() {
        let number: Int? = state.withLock { state in
          guard !state.isStopped else { return nil }
          state.open.insert(client)
          state.connections += 1
          return state.connections
        }
        guard let number else {
          client.close()
          break
        }
        if !LoopbackThread.start({ self.serve(client, number: number) }) { finish(client) }
      }
      state.withLock { $0.isStopped = true }
      socket.close()
    }

    private func finish(_ client: LoopbackSocket) {
      // Closed under the lock, so that `stop()` never shuts down a number that was given anew.
      state.withLock { state in
        state.open.remove(client)
        client.close()
      }
    }

    private func serve(_ client: LoopbackSocket, number: Int) {
      defer { finish(client) }
      var pending: [UInt8] = []
      while let request = read(from: client, pending: &pending, number: number) {
        state.withLock { $0.log.append(request) }
        let keeps = answer(handler(request), to: request, on: client)
        guard keeps, request.field("connection")?.lowercased() != "close" else { return }
      }
    }

    private func read(
      from client: LoopbackSocket, pending: inout [UInt8], number: Int
    ) -> ServerRequest? {
      let limit = 1 << 20
      while pending.count < limit {
        if let end = Self.endOfHead(pending) {
          guard var request = ServerRequest(head: Array(pending[..<end]), connection: number)
          else { return nil }
          pending.removeFirst(end + 4)
          let length = min(Int(request.field("content-length") ?? "0") ?? 0, limit)
          while pending.count < length {
            let more = client.received()
            guard !more.isEmpty else { return nil }
            pending += more
          }
          request.body = Array(pending.prefix(max(0, length)))
          pending.removeFirst(request.body.count)
          return request
        }
        let more = client.received()
        guard !more.isEmpty else { return nil }
        pending += more
        // No method begins so: a TLS handshake at a server that speaks none.
        guard pending.first.map({ $0 >= 0x41 && $0 <= 0x5A }) == true else { return nil }
      }
      return nil
    }

    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
      guard bytes.count >= 4 else { return nil }
      return (0...(bytes.count - 4)).first { index in
        bytes[index] == 13 && bytes[index + 1] == 10 && bytes[index + 2] == 13
          && bytes[index + 3] == 10
      }
    }

    /// Executes one reply; true when the connection can carry another request.
    private func answer(
      _ reply: ServerReply, to request: ServerRequest, on client: LoopbackSocket
    ) -> Bool {
      switch reply {
      case .response(let response):
        return client.send(response.bytes(method: request.method))
      case .raw(let bytes):
        return client.send(bytes)
      case .rawThenClose(let bytes):
        _ = client.send(bytes)
      case .stall(let bytes):
        if client.send(bytes) { _ = client.waitForHangUp(milliseconds: -1) }
      case .reset(let bytes):
        _ = client.send(bytes)
        client.resetOnClose()
      case .endless(let head, let chunk):
        guard client.send(head) else { return false }
        while client.send(chunk) {}
      case .drip(let head, let rest, let pause):
        guard client.send(head) else { return false }
        while client.send([rest]), !client.waitForHangUp(milliseconds: pause) {}
      case .late(let first, let pause, let rest):
        if client.send(first), !client.waitForHangUp(milliseconds: pause) { _ = client.send(rest) }
      case .slow(let bytes, let pause):
        for byte in bytes {
          guard client.send([byte]), !client.waitForHangUp(milliseconds: pause) else {
            return false
          }
        }
      }
      return false
    }
  }
}
