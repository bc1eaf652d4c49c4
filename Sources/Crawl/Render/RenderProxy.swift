import Archive
import Codings
import Dates
import Fetch
import Synchronization
import Web

/// The one way to the network that a browser has: a proxy on loopback that fetches for it.
///
/// What it lets through is what a crawl may fetch: GET, the plan's hosts, addresses that the policy
/// allows (judged on the socket, by the same loop), what robots.txt allows, at the plan's rate, at
/// most so many requests a page. The page itself comes out of the archive. No tunnel is opened
/// (CONNECT): a page that was read over https is given to the browser as http and fetched here over
/// https, with the certificate checked; addresses in texts are changed on the way, and back in the
/// result.
final class RenderProxy: Sendable {
  /// The page that is being rendered.
  struct Page: Sendable {
    let url: WebURL
    let type: String
    let body: [UInt8]
  }

  private struct State {
    var page: Page?
    var left = 0
    /// When the next request may be made.
    var due = 0.0
    var nextID = 1
    var clients: Set<ProxySocket> = []
    var isStopped = false
  }

  /// Requests that one page may cause.
  static let mostRequests = 150
  private static let mostClients = 32
  private static let longestHead = 32_768

  let port: Int
  private let seed: CrawlPlan.Seed
  private let plan: CrawlPlan
  private let robots: [String: RobotsFile]
  private let socket: ProxySocket
  private let loop: TransferLoop
  private let waiting: WaitingFetches
  private let state = Mutex(State())

  /// Starts to listen; nil when the system has no socket or thread to give.
  init?(seed: CrawlPlan.Seed, plan: CrawlPlan, robots: [String: RobotsFile]) {
    let waiting = WaitingFetches()
    guard let socket = ProxySocket.listening(),
      let loop = try? TransferLoop(userAgent: plan.userAgent, sink: { waiting.finish($0) })
    else { return nil }
    self.seed = seed
    self.plan = plan
    self.robots = robots
    self.socket = socket
    self.loop = loop
    self.waiting = waiting
    port = socket.port
    guard let thread = SystemThread({ [self] in self.acceptClients() }) else {
      socket.close()
      return nil
    }
    thread.detach()
  }

  /// Gives the browser this page next; requests are counted anew.
  func show(_ page: Page) {
    state.withLock { state in
      state.page = page
      state.left = Self.mostRequests
    }
  }

  /// The address under which the browser asks for a page.
  static func plain(_ url: WebURL) -> String {
    url.scheme == .https ? "http" + url.string.dropFirst(5) : url.string
  }

  /// Ends all connections and transfers.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      for client in state.clients { client.shutDown() }
    }
    socket.shutDown()
    loop.close()
  }

  // MARK: Connections

  private func acceptClients() {
    while let client = socket.accepted() {
      let isTaken = state.withLock { state in
        guard !state.isStopped, state.clients.count < Self.mostClients else { return false }
        state.clients.insert(client)
        return true
      }
      guard isTaken, let thread = SystemThread({ [self] in self.serve(client) }) else {
        finish(client)
        continue
      }
      thread.detach()
    }
    socket.close()
  }

  private func serve(_ client: ProxySocket) {
    if let head = client.head(limit: Self.longestHead) { client.send(reply(to: head)) }
    finish(client)
  }

  private func finish(_ client: ProxySocket) {
    // Closed under the lock, so that `stop()` never shuts down a number that was given anew.
    state.withLock { state in
      state.clients.remove(client)
      client.close()
    }
  }

  // MARK: Requests

  private func reply(to head: [UInt8]) -> [UInt8] {
    let line = head.prefix { $0 != 13 && $0 != 10 }
    let words = line.split(separator: 32)
    guard words.count == 3, words[0].elementsEqual("GET".utf8),
      let asked = WebURL(Array(words[1]), base: nil), asked.scheme == .http,
      !FormRequest.isKey(asked)
    else { return Self.refusal(405) }
    guard let page = state.withLock({ $0.page }) else { return Self.refusal(503) }
    let isSecure = page.url.scheme == .https
    guard let url = isSecure ? WebURL("https" + asked.string.dropFirst(4)) : asked,
      seed.hosts.contains(where: { $0.covers(url) })
    else { return Self.refusal(403) }
    if url == page.url { return message(200, page.type, page.body, isSecure) }
    if plan.respectsRobots, robots[url.origin]?.allows(url.target) == false {
      return Self.refusal(403)
    }
    guard let wait = ration() else { return Self.refusal(429) }
    SystemClock.pause(wait)
    guard case .success(let response)? = fetch(url)?.result else { return Self.refusal(502) }
    let capture = Capture(
      id: .random(), url: url, fetchedAt: Timestamp(secondsSince1970: 0), requestHead: [],
      responseHead: response.head, body: response.body)
    let body = capture.decodedBody(limit: plan.maxBody).bytes
    let type = capture.headerText("content-type") ?? "application/octet-stream"
    guard let location = capture.header("location").flatMap({ WebURL($0, base: url) }),
      (300..<400).contains(response.status)
    else { return message(response.status, type, body, isSecure) }
    return Self.text(response.status, ["Location: \(Self.plain(location))"], [])
  }

  /// Seconds to wait before the next request; nil when the page has had its share.
  private func ration() -> Double? {
    state.withLock { state in
      guard state.left > 0, !state.isStopped else { return nil }
      state.left -= 1
      let now = SystemClock.monotonic
      let start = max(now, state.due)
      state.due = start + 1 / max(plan.rate, 0.1)
      return start - now
    }
  }

  private func fetch(_ url: WebURL) -> Transfer? {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    let literal = seed.hosts + seed.start.map(\.hostPort)
    let policy = AddressPolicy(allowed: plan.allowedAddresses)
    var request = Request(id: id, url: url) { address in
      guard let ip = IPAddress(address.bytes) else { return false }
      return policy.allows(ip, literalHosts: literal, port: address.port)
    }
    request.limits.totalMilliseconds = max(1, Int(min(plan.timeoutSeconds, 3600) * 1000))
    request.limits.connectMilliseconds = min(10_000, request.limits.totalMilliseconds)
    request.limits.bodyBytes = plan.maxBody
    request.acceptsInvalidTLS = seed.acceptsInvalidTLS
    return waiting.fetch(request, by: loop)
  }

  // MARK: Messages

  private func message(_ status: Int, _ type: String, _ body: [UInt8], _ isSecure: Bool) -> [UInt8]
  {
    let plainType = String(decoding: type.utf8.filter { $0 >= 32 && $0 < 127 }, as: UTF8.self)
    let isText = ["text", "script", "json", "xml"].contains { plainType.contains($0) }
    return Self.text(
      status, ["Content-Type: \(plainType)"],
      isSecure && isText ? Self.replaced(body, seed.hosts, from: "https", to: "http") : body)
  }

  /// The text with the scheme of the hosts' addresses changed, escaped slashes included.
  static func replaced(
    _ body: [UInt8], _ hosts: [HostPort], from old: String, to new: String
  ) -> [UInt8] {
    let words = hosts.flatMap { host in
      [
        (Array("\(old)://\(host)".utf8), Array("\(new)://\(host)".utf8)),
        (Array("\(old):\\/\\/\(host)".utf8), Array("\(new):\\/\\/\(host)".utf8)),
      ]
    }
    var out: [UInt8] = []
    out.reserveCapacity(body.count)
    var index = 0
    while index < body.count {
      if body[index] == 0x68,
        let (word, other) = words.first(where: { body[index...].starts(with: $0.0) })
      {
        out += other
        index += word.count
      } else {
        out.append(body[index])
        index += 1
      }
    }
    return out
  }

  private static func refusal(_ status: Int) -> [UInt8] { text(status, [], []) }

  private static func text(_ status: Int, _ fields: [String], _ body: [UInt8]) -> [UInt8] {
    let lines =
      ["HTTP/1.1 \(status) Rendered"] + fields + [
        "Content-Length: \(body.count)", "Cache-Control: no-store", "Connection: close", "", "",
      ]
    return Array(lines.joined(separator: "\r\n").utf8) + body
  }
}

/// Threads that wait for transfers of one loop.
private final class WaitingFetches: Sendable {
  private let waiting = Mutex<[Int: Mailbox<Transfer>]>([:])

  /// Makes a request and waits for its end.
  func fetch(_ request: Request, by loop: TransferLoop) -> Transfer? {
    let box = Mailbox<Transfer>()
    waiting.withLock { $0[request.id] = box }
    loop.submit(request)
    // Every request ends in one call of the sink.
    return box.take()
  }

  func finish(_ transfer: Transfer) {
    waiting.withLock { $0.removeValue(forKey: transfer.request.id) }?.put(transfer)
  }
}
