import Foundation
import Glibc
import Support
import Synchronization
import Testing

/// A site of 152 pages in which each page is linked from one other, and a built `mingcha gather`
/// that can be killed at a request.
final class GatheredSite: Sendable {
  private struct State {
    var count = 0
    /// The request at which the process dies, counted from the last start.
    var fatal: Int?
    var process: pid_t = 0
  }

  let server: LoopbackServer
  let folder: TemporaryFolder
  private let state: Mutex<State>

  init() throws {
    folder = try TemporaryFolder()
    let relay = Relay()
    server = try LoopbackServer { request in relay.site?.reply(request) ?? .notFound }
    state = Mutex(State())
    _ = try folder.create("plan.yaml", Self.plan(server.port))
    relay.set(self)
  }

  /// Lets the server's handler find the site, which does not exist before the server does.
  private final class Relay: Sendable {
    private let held = Mutex<Held>(Held())
    private struct Held { weak var site: GatheredSite? }
    var site: GatheredSite? { held.withLock { $0.site } }
    func set(_ site: GatheredSite) { held.withLock { $0.site = site } }
  }

  var plan: String { folder.path("plan.yaml") }

  private static func plan(_ port: Int) -> String {
    """
    plan: 接着采集
    as-of: 2021-12-31
    rules: [shanting-2021]
    crawl: {rate: 5000, connections: 4, timeout: 60}
    sites:
      - {id: portal, start: ["http://127.0.0.1:\(port)/"]}
    units:
      - {id: czj, name: 区财政局, kind: department, scope: [/czj/]}
    """
  }

  /// Runs `mingcha gather` to its end, or kills it with SIGKILL at the request of that number.
  func gather(_ archive: String, killedAt fatal: Int? = nil, since: String? = nil) async throws
    -> BuiltCommand.Outcome
  {
    let process = Process()
    let output = try folder.create("out-\(UUID().uuidString)")
    process.executableURL = BuiltCommand.folder.appendingPathComponent("mingcha")
    process.arguments =
      ["gather", plan, "--archive", archive, "--progress", "none"]
      + (since.map { ["--since", $0] } ?? [])
    process.currentDirectoryURL = BuiltCommand.root
    process.standardInput = FileHandle.nullDevice
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    state.withLock {
      $0.count = 0
      $0.fatal = fatal
      $0.process = 0
    }
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do {
        try process.run()
        state.withLock { $0.process = process.processIdentifier }
      } catch {
        process.terminationHandler = nil
        done.resume(throwing: error)
      }
    }
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    let isKilled = process.terminationReason == .uncaughtSignal
    return BuiltCommand.Outcome(
      status: isKilled ? 1000 + process.terminationStatus : process.terminationStatus,
      output: text, errors: text)
  }

  private func reply(_ request: ServerRequest) -> ServerReply {
    let victim: pid_t? = state.withLock { state in
      state.count += 1
      return state.count == state.fatal ? state.process : nil
    }
    if let victim {
      // The test may not have heard of the process's number yet.
      var process = victim
      while process == 0 {
        usleep(1000)
        process = state.withLock { $0.process }
      }
      kill(process, SIGKILL)
      return .stall()
    }
    return Self.page(request)
  }

  /// 1 home, 10 columns, 140 articles, and one that is not there.
  private static func page(_ request: ServerRequest) -> ServerReply {
    let parts = request.path.split(separator: "/").compactMap { Int($0) }
    let tag = "\"\(request.path)\""
    if request.field("if-none-match") == tag {
      return .response(ServerResponse(status: 304, fields: [("ETag", tag)], body: []))
    }
    switch (request.path, parts.count) {
    case ("/", _):
      let links = (0..<10).map { "<li><a href=\"/\($0)/\">栏目\($0)</a></li>" }
      return .html(
        "<title>青岚区人民政府</title><ul>\(links.joined())</ul><a href=\"/gone\">无</a>",
        fields: [("ETag", tag), ("Set-Cookie", "visit=1; Path=/")])
    case (_, 1):
      let links = (0..<14).map {
        "<li><a href=\"/\(parts[0])/\($0)\">第\($0)期工作动态简报</a><span>2021-03-\(10 + $0)</span></li>"
      }
      return .html(
        "<title>栏目\(parts[0])</title><ul>\(links.joined())</ul>", fields: [("ETag", tag)])
    case (_, 2):
      let text = String(repeating: "<p>政务公开工作第\(parts[1])期。</p>", count: 20)
      return .html("<title>\(parts[0])-\(parts[1])</title>\(text)")
    default: return .notFound
    }
  }

  /// The records of an archive, as `mingcha archive list --urls --json` tells them.
  func lines(_ archive: String) async throws -> [ArchiveLine] {
    let outcome = try await BuiltCommand.mingcha("archive", "list", archive, "--urls", "--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try outcome.output.split(separator: "\n").map {
      try JSONDecoder().decode(ArchiveLine.self, from: Data($0.utf8))
    }
  }

  /// What an audit of an archive says, names and times aside; `more` names further keys to drop.
  func audit(_ archive: String, dropping more: [String] = []) async throws -> String {
    let out = folder.path("report-\(UUID().uuidString)")
    let outcome = try await BuiltCommand.mingcha(
      "audit", plan, "--archive", archive, "--out", out, "--format", "json", "--progress", "none")
    #expect([0, 1, 3].contains(outcome.status), "\(outcome.errors)")
    let text = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: "\(out)/audit.json")), as: UTF8.self)
    let dropped =
      more + [
        "\"record\"", "\"fetchedAt\"", "\"startedAt\"", "\"finishedAt\"", "\"id\": \"2021",
      ]
    return text.split(separator: "\n").filter { line in
      !dropped.contains { line.contains($0) }
    }.joined(separator: "\n")
  }
}

/// A line of `mingcha archive list --urls --json`.
struct ArchiveLine: Decodable, Sendable {
  var url: String
  var kind: String
  var status: Int?
  var sha256: String?
  var reason: String?
  var via: String?
  var record: String?

  /// The address without scheme and host.
  var target: String {
    "/"
      + url.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3).joined(
        separator: "/")
  }
}
