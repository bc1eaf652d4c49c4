import Support
import Synchronization
import Testing
import Web

// The budget is the loop's own; its rule is tested without a network first.
@testable import Fetch

struct BodyBudgetTests {
  private let host = HostPort(host: "a.cn", port: nil)
  private let other = HostPort(host: "b.cn", port: nil)
  private let piece = BodyBudget.free

  @Test func `every transfer has its free bytes, whatever the others hold`() {
    let budget = BodyBudget(sum: 4 * piece)
    for number in 0..<3 {
      #expect(budget.mayTake(2 * piece, having: 0, number: number, host: host) == (number == 0))
    }
    #expect(budget.mayTake(piece, having: 0, number: 9, host: host))
  }

  @Test func `a host that fills its part keeps no other host from its own`() {
    let budget = BodyBudget(sum: 16 * piece)
    // A quarter for one host: the first fills it, the second waits.
    #expect(budget.mayTake(4 * piece, having: 0, number: 1, host: host))
    #expect(!budget.mayTake(2 * piece, having: 0, number: 2, host: host))
    #expect(budget.mayTake(2 * piece, having: 0, number: 3, host: other))
    #expect(budget.hasPaused)
  }

  @Test func `the oldest transfer of a host goes on, whatever its host holds`() {
    let budget = BodyBudget(sum: 16 * piece)
    #expect(budget.mayTake(4 * piece, having: 0, number: 1, host: host))
    #expect(budget.mayTake(piece, having: 4 * piece, number: 1, host: host))
    #expect(!budget.mayTake(2 * piece, having: 0, number: 2, host: host))
    #expect(budget.resumable() == [])
    budget.ended(number: 1, count: 5 * piece, kept: false)
    #expect(budget.resumable() == [2])
    #expect(!budget.hasPaused)
  }

  @Test func `bodies that wait to be read count, and the oldest of all goes on without them`() {
    let budget = BodyBudget(sum: 4 * piece)
    #expect(budget.mayTake(4 * piece, having: 0, number: 1, host: host))
    budget.ended(number: 1, count: 4 * piece, kept: true)
    #expect(!budget.mayTake(2 * piece, having: 0, number: 2, host: host))
    #expect(budget.resumable() == [])
    budget.released(piece)
    #expect(budget.resumable() == [])
    budget.released(3 * piece)
    #expect(budget.resumable() == [2])
    #expect(budget.mayTake(9 * piece, having: piece, number: 2, host: host))
  }

  @Test func `large bodies from many hosts all arrive within the budget`() throws {
    let size = 1 << 20
    let body = [UInt8](repeating: 0x61, count: size)
    let server = try LoopbackServer { _ in
      .response(ServerResponse(fields: [("Content-Type", "text/plain")], body: body))
    }
    let done = Mailbox<Transfer>()
    let loop = try TransferLoop(userAgent: "mingcha-test", bodyBytes: 256 << 10) { done.put($0) }
    let count = 12
    for number in 0..<count {
      var request = Request(
        id: number, url: try #require(WebURL("\(server.origin)/\(number)")),
        mayConnect: { _ in true })
      request.limits.totalMilliseconds = 60_000
      loop.submit(request)
    }
    var whole = 0
    for _ in 0..<count {
      let transfer = try #require(done.take())
      let response = try transfer.result.get()
      if response.cut == nil, response.body.count == size { whole += 1 }
      loop.release(response.body.count)
    }
    #expect(whole == count)
    loop.close()
  }

  @Test func `nothing more arrives while nothing is released`() throws {
    let body = [UInt8](repeating: 0x61, count: 512 << 10)
    let server = try LoopbackServer { request in
      request.path == "/small"
        ? .html("x")
        : .response(ServerResponse(fields: [("Content-Type", "text/plain")], body: body))
    }
    let done = Mailbox<Transfer>()
    let loop = try TransferLoop(userAgent: "mingcha-test", bodyBytes: 128 << 10) { done.put($0) }
    func submit(_ id: Int, _ path: String) throws {
      var request = Request(
        id: id, url: try #require(WebURL(server.origin + path)), mayConnect: { _ in true })
      request.limits.totalMilliseconds = 60_000
      loop.submit(request)
    }
    try submit(1, "/one")
    let first = try #require(done.take())
    #expect(first.request.id == 1)
    try submit(2, "/two")
    // Small pages pass by the one that waits.
    for id in 3...8 {
      try submit(id, "/small")
      let small = try #require(done.take())
      #expect(small.request.id == id)
      loop.release(try small.result.get().body.count)
    }
    loop.release(512 << 10)
    let second = try #require(done.take())
    #expect(second.request.id == 2)
    #expect(try second.result.get().body.count == body.count)
    loop.close()
  }
}
