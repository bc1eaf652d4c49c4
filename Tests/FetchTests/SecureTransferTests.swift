import Fetch
import Glibc
import Support
import Testing
import Web

/// Certificates and handshakes of every kind, over real TLS servers on loopback.
@Suite(.enabled(if: TestAuthority.isAvailable), .timeLimit(.minutes(3)))
struct `Secure transfers` {
  private func result(
    _ fault: TLSFault, _ change: (inout Request) -> Void = { _ in }
  ) throws -> Transfer {
    let authority = try TestAuthority()
    let server = try TLSServer(fault, address: "127.0.5.1", authority: authority)
    defer { server.stop() }
    return try OneTransfer.run(server.start, authorities: authority.certificate, change)
  }

  @Test(arguments: TLSFault.allCases) func `name the fault of a certificate`(_ fault: TLSFault)
    throws
  {
    switch try result(fault).result {
    case .success(let response):
      #expect(fault == .none)
      #expect(response.status == 200)
      #expect(response.cut == nil)
    case .failure(let error):
      #expect(error.kind.rawValue == fault.code, "\(error)")
    }
  }

  @Test(arguments: TLSFault.allCases.filter { $0 != .oldCipher })
  func `take any certificate where the plan says so`(_ fault: TLSFault) throws {
    let transfer = try result(fault) { $0.acceptsInvalidTLS = true }
    #expect(try transfer.result.get().status == 200)
  }

  @Test func `trust nobody new by themselves`() throws {
    let authority = try TestAuthority()
    let server = try TLSServer(.none, address: "127.0.5.1", authority: authority)
    defer { server.stop() }
    let transfer = try OneTransfer.run(server.start, authorities: nil)
    #expect(OneTransfer.failure(transfer) == .certificateIssuer)
  }
}

/// One request through a loop of its own.
enum OneTransfer {
  static func run(
    _ url: String, authorities: String? = nil, _ change: (inout Request) -> Void = { _ in }
  ) throws -> Transfer {
    let done = Mailbox<Transfer>()
    let loop = try TransferLoop(userAgent: "mingcha-test", authorities: authorities) {
      done.put($0)
    }
    defer { loop.close() }
    var request = Request(id: 1, url: try #require(WebURL(url)), mayConnect: { _ in true })
    request.limits.totalMilliseconds = 60_000
    change(&request)
    loop.submit(request)
    return try #require(done.take())
  }

  static func failure(_ transfer: Transfer) -> TransferError.Kind? {
    if case .failure(let error) = transfer.result { error.kind } else { nil }
  }
}

/// Each phase has a limit of its own; the whole is far from over when it strikes.
@Suite(.timeLimit(.minutes(3)))
struct `Phases of a transfer` {
  @Test func `end when no byte of the head comes`() throws {
    let server = try LoopbackServer { _ in .stall() }
    let transfer = try OneTransfer.run(server.origin) { $0.limits.firstByteMilliseconds = 200 }
    #expect(OneTransfer.failure(transfer) == .timeoutResponse)
  }

  @Test func `a stall is a break within an answer, not the thought before it`() throws {
    let page = Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nnine byte".utf8)
    let server = try LoopbackServer { request in
      switch request.path {
      case "/late":
        usleep(900_000)
        return .html("late")
      case "/slow": return .slow(page, pauseMilliseconds: 5)
      case "/early":
        return .late(
          first: Array("HTTP/1.1 103 Early Hints\r\n\r\n".utf8), pauseMilliseconds: 900, rest: page)
      default: return .stall(after: page.dropLast())
      }
    }
    func answer(_ path: String) throws -> Response? {
      try OneTransfer.run(server.origin + path) { $0.limits.stallMilliseconds = 300 }.result.get()
    }
    #expect(try answer("/late")?.body == Array("late".utf8))
    #expect(try answer("/slow")?.body == Array("nine byte".utf8))
    #expect(try answer("/early")?.body == Array("nine byte".utf8))
    let cut = try answer("/stall")
    #expect(cut?.cut == .time)
    #expect(cut?.body == Array("nine byt".utf8))
  }

  @Test func `end when the handshake does not go on`() throws {
    let server = try RawServer(address: "127.0.0.1", words: nil)
    let transfer = try OneTransfer.run("https://127.0.0.1:\(server.port)/") {
      $0.limits.handshakeMilliseconds = 200
    }
    #expect(OneTransfer.failure(transfer) == .timeoutHandshake)
  }

  @Test func `leave a head that comes slowly to the limit of the whole`() throws {
    let page = Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".utf8)
    let server = try LoopbackServer { _ in .slow(page, pauseMilliseconds: 10) }
    let transfer = try OneTransfer.run(server.origin) { $0.limits.firstByteMilliseconds = 5000 }
    #expect(try transfer.result.get().body == Array("ok".utf8))
  }
}

/// Heads and trailers that are too long, and lengths that contradict one another.
@Suite(.timeLimit(.minutes(3)))
struct `Framing of a response` {
  private static func head(_ lines: String..., end: String = "ok") -> [UInt8] {
    Array((["HTTP/1.1 200 OK"] + lines + ["", end]).joined(separator: "\r\n").utf8)
  }

  static let faults: [(ServerReply, TransferError.Kind)] = [
    (.rawThenClose(head("Content-Length: 1", "Content-Length: 2")), .malformed),
    (.rawThenClose(head("Content-Length: 2", "content-length:  7")), .malformed),
    (.rawThenClose(head("Content-Length: 2x")), .malformed),
    (
      .rawThenClose(head("Transfer-Encoding: identity", "Content-Length: 2", "Content-Length: 3")),
      .malformed
    ),
    (.rawThenClose(head("Content-Length:")), .malformed),
    (.rawThenClose(head("Content-Length: -2")), .malformed),
    (.rawThenClose(head("Content-Length: 99999999999999999999")), .malformed),
    (.rawThenClose(head("Transfer-Encoding: gzip")), .malformed),
    (
      .rawThenClose(head("Transfer-Encoding: rot13, chunked", end: "2\r\nok\r\n0\r\n\r\n")),
      .malformed
    ),
    (.rawThenClose(head("X: " + String(repeating: "y", count: 150_000))), .headTooLarge),
    (
      .endless(head: [], chunk: Array("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".utf8)),
      .headTooLarge
    ),
    (
      .endless(
        head: head("Transfer-Encoding: chunked", end: "2\r\nok\r\n0\r\n"),
        chunk: Array("X-Trailer: yyyyyyyy\r\n".utf8)), .headTooLarge
    ),
  ]

  @Test(arguments: faults)
  func `that can't be trusted is a fault`(_ reply: ServerReply, _ kind: TransferError.Kind) throws {
    let server = try LoopbackServer { _ in reply }
    #expect(OneTransfer.failure(try OneTransfer.run(server.origin)) == kind)
  }

  static let sound: [ServerReply] = [
    .rawThenClose(head("Content-Length: 2")),
    .rawThenClose(head("Content-Length: 2", "Content-Length: 2")),
    .rawThenClose(head("Content-Length: 0002")),
    .rawThenClose(head("Content-Lengthy: x", "Tr: 1", "Content-Length: 2")),
    .rawThenClose(head("Transfer-Encoding: Chunked", end: "2\r\nok\r\n0\r\n\r\n")),
    .rawThenClose(
      head("Content-Length: 9", "Transfer-Encoding: chunked", end: "2\r\nok\r\n0\r\n\r\n")),
    .rawThenClose(head("Transfer-Encoding: identity")),
  ]

  @Test(arguments: sound) func `that is sound is kept`(_ reply: ServerReply) throws {
    let server = try LoopbackServer { _ in reply }
    let response = try OneTransfer.run(server.origin).result.get()
    #expect(response.body == Array("ok".utf8))
    #expect(response.cut == nil)
  }
}
