import Synchronization

/// A server on loopback that speaks first, or never: what a client says is not read.
///
/// For peers that are no web servers: garbage in place of a TLS handshake, plain text on the port
/// of HTTPS, silence.
package final class RawServer: Sendable {
  private let socket: LoopbackSocket
  private let clients = Mutex<Set<LoopbackSocket>>([])
  package let address: String
  package var port: Int { socket.port }

  /// Sends `words` to each client and closes; with nil it keeps silent until it is stopped.
  package init(address: String, words: [UInt8]?) throws {
    self.address = address
    let socket = try LoopbackSocket.listening(address: address, port: 0)
    self.socket = socket
    let isStarted = LoopbackThread.start { [weak self] in
      while let client = socket.accepted() {
        if let words {
          _ = client.send(words)
          // What came is taken first: closing over it would be a reset.
          _ = client.received()
          client.close()
        } else if let self {
          self.clients.withLock { _ = $0.insert(client) }
        } else {
          client.close()
        }
      }
      socket.close()
    }
    guard isStarted else { throw LoopbackServer.Failure(call: "pthread_create", number: 0) }
  }

  deinit { stop() }

  package func stop() {
    socket.shutDown()
    clients.withLock { clients in
      for client in clients { client.close() }
      clients = []
    }
  }
}
