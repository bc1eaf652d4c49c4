import Fetch
import Support
import Synchronization
import Testing
import Web

/// Runs requests through one loop and gathers what comes back.
private final class Runner: Sendable {
  private let done = Mailbox<Transfer>()
  private let loop: TransferLoop

  init() throws {
    let done = done
    loop = try TransferLoop(userAgent: "mingcha-test") { done.put($0) }
  }

  func run(_ requests: [Request]) -> [Transfer] {
    for request in requests { loop.submit(request) }
    var transfers: [Transfer] = []
    while transfers.count < requests.count, let transfer = done.take() {
      transfers.append(transfer)
    }
    return transfers.sorted { $0.request.id < $1.request.id }
  }

  func one(_ url: String, _ change: (inout Request) -> Void = { _ in }) throws -> Transfer {
    var request = Request(id: 1, url: try #require(WebURL(url)), mayConnect: { _ in true })
    request.limits.totalMilliseconds = 1500
    change(&request)
    return try #require(run([request]).first)
  }

  func cancelAll() { loop.cancelAll() }
  func close() { loop.close() }
}

extension Transfer {
  fileprivate var response: Response? { try? result.get() }
  fileprivate var failure: TransferError.Kind? {
    if case .failure(let error) = result { error.kind } else { nil }
  }
}

private func head(_ lines: String...) -> [UInt8] {
  Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
}

struct TransferLoopTests {
  @Test func `requests that share a handle keep their own fields and limits`() throws {
    let server = try LoopbackServer { _ in .html(String(repeating: "x", count: 5000)) }
    let runner = try Runner()
    for round in 0..<3 {
      let plain = try runner.one("\(server.origin)/plain")
      #expect(plain.response?.cut == nil)
      #expect(!String(decoding: plain.requestHead, as: UTF8.self).contains("If-None-Match"))
      let asked = try runner.one("\(server.origin)/\(round)") { request in
        request.fields = ["If-None-Match: \"\(round)\""]
        request.limits.bodyBytes = 1000
      }
      let sent = String(decoding: asked.requestHead, as: UTF8.self)
      #expect(sent.hasPrefix("GET /\(round) "))
      #expect(sent.contains("If-None-Match: \"\(round)\"\r\n"))
      #expect(asked.response?.cut == .length)
    }
  }

  @Test func `a page comes with head, body, address and the request as sent`() throws {
    let server = try LoopbackServer { _ in .html("<p>你好") }
    let transfer = try Runner().one("\(server.origin)/a?b=1")
    let response = try #require(transfer.response)
    #expect(response.status == 200)
    #expect(response.version == .http11)
    #expect(String(decoding: response.head, as: UTF8.self).hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(response.head.suffix(4) == [13, 10, 13, 10])
    #expect(response.body == Array("<p>你好".utf8))
    #expect(response.cut == nil)
    #expect(transfer.remoteAddress == "127.0.0.1")
    let sent = String(decoding: transfer.requestHead, as: UTF8.self)
    #expect(sent.hasPrefix("GET /a?b=1 HTTP/1.1\r\nHost: \(server.hostPort)\r\n"))
    #expect(sent.contains("Accept-Encoding: gzip, br\r\n"))
    #expect(sent.contains("User-Agent: mingcha-test\r\n"))
    #expect(transfer.timing.total >= transfer.timing.firstByte)
  }

  @Test func `content codings stay as they are`() throws {
    let server = try LoopbackServer { _ in
      .response(ServerResponse(fields: [("Content-Encoding", "gzip")], body: [0x1F, 0x8B, 8, 0]))
    }
    #expect(try Runner().one(server.origin).response?.body == [0x1F, 0x8B, 8, 0])
  }

  @Test func `chunks are undone, trailers and interim responses stay out of the head`() throws {
    let server = try LoopbackServer { _ in
      .rawThenClose(
        head("HTTP/1.1 103 Early Hints", "Link: </a>")
          + head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "Trailer: X")
          + Array("3\r\nabc\r\n0\r\nX: 1\r\n\r\n".utf8))
    }
    let response = try #require(try Runner().one(server.origin).response)
    #expect(response.body == Array("abc".utf8))
    let text = String(decoding: response.head, as: UTF8.self)
    #expect(text == "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\n\r\n")
  }

  @Test func `redirects are not followed`() throws {
    let server = try LoopbackServer { _ in .redirect(to: "file:///etc/passwd") }
    let transfer = try Runner().one(server.origin)
    #expect(transfer.response?.status == 302)
    #expect(server.requests.count == 1)
  }

  @Test func `a body over the limit is cut there`() throws {
    let server = try LoopbackServer { _ in
      .endless(head: head("HTTP/1.1 200 OK"), chunk: [UInt8](repeating: 0x61, count: 10_000))
    }
    let response = try Runner().one(server.origin) { $0.limits.bodyBytes = 25_001 }.response
    #expect(response?.cut == .length)
    #expect(response?.body.count == 25_001)
  }

  @Test func `a head over the limit is refused`() throws {
    let server = try LoopbackServer { _ in
      .endless(head: Array("HTTP/1.1 200 OK\r\n".utf8), chunk: Array("X: yyyyyyyyyyyyyy\r\n".utf8))
    }
    let transfer = try Runner().one(server.origin) { $0.limits.headBytes = 10_000 }
    #expect(transfer.failure == .headTooLarge)
  }

  @Test func `a body that ends early is kept and marked`() throws {
    let server = try LoopbackServer { request in
      let start = head("HTTP/1.1 200 OK", "Content-Length: 100") + Array("half".utf8)
      return request.path == "/reset" ? .reset(after: start) : .rawThenClose(start)
    }
    let response = try Runner().one(server.origin).response
    #expect(response?.cut == .disconnect)
    #expect(response?.body == Array("half".utf8))
    #expect(try Runner().one("\(server.origin)/reset").response?.cut == .disconnect)
  }

  @Test func `time that runs out in the body gives what came`() throws {
    let server = try LoopbackServer { _ in
      .stall(after: head("HTTP/1.1 200 OK", "Content-Length: 100") + Array("half".utf8))
    }
    let response = try Runner().one(server.origin) { $0.limits.totalMilliseconds = 200 }.response
    #expect(response?.cut == .time)
    #expect(response?.body == Array("half".utf8))
  }

  static let failures: [(ServerReply, TransferError.Kind)] = [
    (.stall(), .timeoutResponse),
    (.stall(after: Array("HTTP/1.1 200 OK\r\nX: ".utf8)), .timeoutResponse),
    (
      .slow(Array("HTTP/1.1 200 OK\r\nX: a slow head".utf8), pauseMilliseconds: 50),
      .timeoutResponse
    ),
    (.reset(), .reset),
    (.rawThenClose([]), .emptyReply),
    (.rawThenClose(Array("<html>no head</html>".utf8)), .malformed),
    (.rawThenClose(Array("HTTP/1.1 200 OK\r\nX: 1\r\n".utf8)), .malformed),
  ]

  @Test(arguments: failures) func `a broken reply has its kind`(
    _ reply: ServerReply, _ kind: TransferError.Kind
  ) throws {
    let server = try LoopbackServer { _ in reply }
    let transfer = try Runner().one(server.origin) { $0.limits.totalMilliseconds = 300 }
    #expect(transfer.failure == kind)
  }

  @Test func `a closed port, a name without address, a server without TLS have their kinds`() throws
  {
    let server = try LoopbackServer { _ in .html("x") }
    let port = server.port
    let runner = try Runner()
    #expect(try runner.one("https://127.0.0.1:\(port)/").failure == .handshake)
    #expect(try runner.one("http://no-such-name.invalid/").failure == .nameNotResolved)
    server.stop()
    let other = try LoopbackServer { _ in .html("x") }
    let closed = other.port
    other.stop()
    // The port is free again once the accepting thread has ended; a refused or reset
    // connection are both proper words for a server that is gone.
    let kind = try runner.one("http://127.0.0.1:\(closed)/").failure
    #expect([.connectRefused, .reset, .emptyReply].contains(kind))
  }

  @Test func `the address is judged at the socket`() throws {
    let server = try LoopbackServer { _ in .html("x") }
    let seen = Mutex<[ResolvedAddress]>([])
    var request = Request(id: 1, url: try #require(WebURL("http://localhost:\(server.port)/"))) {
      address in
      seen.withLock { $0.append(address) }
      return false
    }
    request.limits.totalMilliseconds = 1500
    let transfer = try #require(try Runner().run([request]).first)
    #expect(transfer.failure == .addressForbidden)
    #expect(
      seen.withLock { $0 }.contains(ResolvedAddress(bytes: [127, 0, 0, 1], port: server.port)))
    #expect(server.requests.isEmpty)
  }

  @Test func `cookies stay within their jar`() throws {
    let server = try LoopbackServer { request in
      .html(request.field("cookie") ?? "none", fields: [("Set-Cookie", "k=v; Path=/")])
    }
    let runner = try Runner()
    func text(jar: Int) throws -> String {
      let body = try runner.one(server.origin) { $0.jar = jar }.response?.body ?? []
      return String(decoding: body, as: UTF8.self)
    }
    #expect(try text(jar: 1) == "none")
    #expect(try text(jar: 1) == "k=v")
    #expect(try text(jar: 2) == "none")
  }

  @Test func `connections are used again`() throws {
    let server = try LoopbackServer { _ in .html("x") }
    let runner = try Runner()
    for _ in 1...5 { _ = try runner.one(server.origin) }
    #expect(Set(server.requests.map(\.connection)) == [1])
  }

  @Test func `many requests at once each end once`() throws {
    let server = try LoopbackServer { .html($0.path) }
    let url = try #require(WebURL("\(server.origin)/"))
    let requests = (1...200).compactMap { id in
      WebURL(Array("/\(id)".utf8), base: url).map {
        Request(id: id, url: $0, mayConnect: { _ in true })
      }
    }
    let transfers = try Runner().run(requests)
    #expect(transfers.map(\.request.id) == Array(1...200))
    #expect(transfers.allSatisfy { $0.response?.body == Array($0.request.url.path.utf8) })
  }

  @Test func `cancelling ends what runs, closing ends what comes later`() throws {
    let runner = try Runner()
    let server = try LoopbackServer { _ in
      runner.cancelAll()
      return .stall()
    }
    let url = try #require(WebURL(server.origin))
    let transfer = runner.run([Request(id: 1, url: url, mayConnect: { _ in true })])
    #expect(transfer.map(\.failure) == [.cancelled])
    runner.close()
    runner.close()
    let late = runner.run([Request(id: 2, url: url, mayConnect: { _ in true })])
    #expect(late.map(\.failure) == [.cancelled])
  }
}

extension TransferLoopTests {
  /// libcurl 7.88 takes such a line for leave to put several requests on one connection.
  @Test(arguments: ["HTTP/2 200", "HTTP/2.0 200 OK"])
  func `a status line of HTTP 2 on a connection of HTTP 1 mixes no answers`(line: String) throws {
    let servers = try (0..<12).map { _ in
      try LoopbackServer { request in
        let body = "<p>\(request.path)"
        return .raw(
          Array(
            "\(line)\r\nContent-Type: text/html\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
              .utf8))
      }
    }
    var requests: [Request] = []
    for round in 0..<6 {
      for server in servers {
        let url = try #require(WebURL("\(server.origin)/\(round)/"))
        requests.append(Request(id: requests.count, url: url, mayConnect: { _ in true }))
      }
    }
    for transfer in try Runner().run(requests) {
      guard let response = transfer.response else { continue }
      #expect(String(decoding: response.body, as: UTF8.self) == "<p>\(transfer.request.url.path)")
    }
  }
}
