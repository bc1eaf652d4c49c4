import Foundation
import Support

/// One audit by the built command of every hostile site at once, with one good site among them.
///
/// Shared by the tests that look at it. Names are answered by the tests' own resolver, so that no
/// look-up leaves the machine.
actor HostileRun {
  /// A site of the run that is no row of the tables.
  struct Guest: Sendable {
    var id: String
    var start: String
    var codes: [String]
    var hosts: [String] = []
    var acceptsInvalidTLS = false
  }

  /// What the run left.
  struct Result: Sendable {
    var outcome: BuiltCommand.Outcome
    var audit: AuditFile
    var places: [HostileWorld.Place]
    var guests: [Guest]
    /// Every name that was looked up, in order.
    var lookups: [String]
    /// What the servers behind names were asked for.
    var namedTargets: [String]
    var secretRequests: Int
  }

  static let mostPages = 40
  static let shared = HostileRun()
  private var task: Task<Result, any Error>?

  /// The result of the one run; the first caller starts it.
  func result() async throws -> Result {
    if let task { return try await task.value }
    let started = Task { try await Self.run() }
    task = started
    return try await started.value
  }

  private static func run() async throws -> Result {
    let folder = try TemporaryFolder()
    let world = try HostileWorld()
    let good = try LoopbackServer(address: "127.0.2.1") { GoodSite.reply(to: $0) }
    let secret = try LoopbackServer { _ in .html("内部") }
    let named = try LoopbackServer(address: "127.0.9.1") { NamedSites.reply(to: $0) }
    let authority = TestAuthority.isAvailable ? try TestAuthority() : nil
    let secure = try SecureSites(authority: authority)
    let guests =
      [Guest(id: "good", start: good.origin + "/", codes: ["http.ok"])] + secure.guests
      + NamedSites.guests(port: named.port, secret: secret.port)
    let pack = try folder.create("hostile-2021.yaml", GoodSite.pack)
    let plan = try folder.create(
      "plan.yaml",
      plan(world.places, guests, pack: pack.path, authorities: authority?.certificate))
    let log = folder.path("lookups")
    let outcome = try await BuiltCommand.run(
      "mingcha",
      ["audit", plan.path, "--out", folder.path("report"), "--progress", "none"],
      input: .nullDevice,
      environment: [
        "LD_PRELOAD": BuiltCommand.folder.appendingPathComponent("libfake-names.so").path,
        "FAKE_NAMES": NamedSites.table, "FAKE_NAMES_LOG": log,
      ], watchesMemory: true)
    world.stop()
    good.stop()
    secret.stop()
    named.stop()
    secure.stop()
    guard FileManager.default.fileExists(atPath: folder.path("report/audit.json")) else {
      throw SampleRun.Missing(status: outcome.status, errors: outcome.errors)
    }
    let lookups = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    return Result(
      outcome: outcome, audit: try AuditFile(folder.contents("report/audit.json")),
      places: world.places, guests: guests,
      lookups: lookups.split(separator: "\n").map(String.init),
      namedTargets: named.requests.map { ($0.field("host") ?? "") + $0.target },
      secretRequests: secret.requests.count)
  }

  private static func plan(
    _ places: [HostileWorld.Place], _ guests: [Guest], pack: String, authorities: String?
  ) -> String {
    var lines = [
      "plan: 恶意网站与一个正常网站", "as-of: 2021-12-31", "rules: [\(pack)]", "crawl:",
      "  max-pages: \(mostPages)", "  rate: 2000", "  timeout: 4", "  max-body: 640KB",
      "  allow-addresses: [127.0.9.0/24]",
    ]
    if let authorities { lines.append("  ca-file: \(authorities)") }
    lines.append("sites:")
    for guest in guests {
      let hosts = guest.hosts.map { "\"\($0)\"" }.joined(separator: ", ")
      lines.append(
        "  - {id: \(guest.id), start: \"\(guest.start)\""
          + (hosts.isEmpty ? "" : ", hosts: [\(hosts)]")
          + (guest.acceptsInvalidTLS ? ", tls: accept-invalid" : "") + "}")
    }
    lines += places.map { "  - {id: \($0.site.name), start: \"\($0.start)\"}" }
    lines += ["units:", "  - {id: czj, name: 区财政局, kind: department, site: good, scope: [/]}", ""]
    return lines.joined(separator: "\n")
  }
}

/// The one site without fault, and the rule by which it is judged.
enum GoodSite {
  static let columns = ["政策文件", "公告公示", "工作动态"]
  static let rows = 12
  /// Home, a list for each column, its articles.
  static let pages = 1 + columns.count * (1 + rows)

  static func reply(to request: ServerRequest) -> ServerReply {
    let words = request.path.split(separator: "/").map(String.init)
    switch words.count {
    case 0:
      let menu = columns.indices.map { "<li><a href=\"/\($0)/\">\(columns[$0])</a></li>" }
      return page("区财政局", "<ul>\(menu.joined())</ul>")
    case 1:
      guard let column = Int(words[0]), columns.indices.contains(column) else { return .notFound }
      let items = (1...rows).map { row in
        "<li><a href=\"/\(column)/\(row).html\">\(columns[column])第\(row)号</a>"
          + "<span>2021-03-\(row + 10)</span></li>"
      }
      return page(columns[column], "<ul class=\"list\">\(items.joined())</ul>")
    default:
      guard let column = Int(words[0]), columns.indices.contains(column) else { return .notFound }
      let text = String(repeating: "各科室、所属单位：现将有关事项公告如下。", count: 20)
      return page("\(columns[column])第\(words[1].prefix { $0 != "." })号", "<p>\(text)</p>")
    }
  }

  private static func page(_ title: String, _ body: String) -> ServerReply {
    .html(
      "<!DOCTYPE html><html><head><title>\(title)-区财政局</title></head>"
        + "<body><h1>\(title)</h1>\(body)</body></html>")
  }

  static let pack = """
    pack: hostile-2021
    title: {zh: 示例, en: Example}
    issuer: {zh: 某区, en: A district}
    year: 2021
    effective: 2021-04-01
    scheme: weighted-sum
    roster:
      - {name: 区直各部门, kinds: [department]}
    rules:
      - id: "A.1"
        article: 第1行
        title: {zh: 政策文件栏目, en: Column of policies}
        why: {zh: 应设栏目, en: The column is due}
        fix: {zh: 设置栏目, en: Set the column up}
        scope: each
        units: [区直各部门]
        points: 5
        severity: must
        check: {kind: column, columns: [政策文件]}

    """
}

/// Servers of HTTPS with each fault, and peers that speak no TLS at all.
struct SecureSites: Sendable {
  private let servers: [TLSServer]
  private let raw: [RawServer]
  let guests: [HostileRun.Guest]

  init(authority: TestAuthority?) throws {
    var servers: [TLSServer] = []
    var guests: [HostileRun.Guest] = []
    if let authority {
      for (index, fault) in (TLSFault.allCases + [.selfSigned]).enumerated() {
        let server = try TLSServer(fault, address: "127.0.3.\(index + 1)", authority: authority)
        let isAccepted = index == TLSFault.allCases.count
        guests.append(
          HostileRun.Guest(
            id: isAccepted ? "tls-accepted" : "tls-\(fault)", start: server.start,
            codes: [isAccepted ? "http.ok" : fault.code], acceptsInvalidTLS: isAccepted))
        servers.append(server)
      }
    }
    let peers: [(id: String, words: [UInt8]?, codes: [String])] = [
      ("tls-plain", Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), ["tls.notTLS"]),
      ("tls-garbage", (0..<64).map { UInt8($0 * 3) }, ["tls.notTLS", "tls.handshake"]),
      ("tls-alert", [21, 3, 3, 0, 2, 2, 40], ["tls.outdated"]),
      ("tls-hangup", [], ["tls.handshake", "connect.reset"]),
      ("tls-silent", nil, ["timeout.tls"]),
    ]
    var raw: [RawServer] = []
    for (index, peer) in peers.enumerated() {
      let server = try RawServer(address: "127.0.4.\(index + 1)", words: peer.words)
      guests.append(
        HostileRun.Guest(
          id: peer.id, start: "https://\(server.address):\(server.port)/", codes: peer.codes))
      raw.append(server)
    }
    self.servers = servers
    self.raw = raw
    self.guests = guests
  }

  func stop() {
    for server in servers { server.stop() }
    for server in raw { server.stop() }
  }
}

/// Sites behind names that lead where they should not, or change their mind.
enum NamedSites {
  /// What the tests' resolver answers (`FakeNames.h`).
  static let table = [
    "rebind.test=127.0.9.1|127.0.0.1", "mixed.test=10.0.0.1,127.0.9.1", "hop.test=127.0.9.1",
    "inner.test=127.0.0.1", "loopback.test=127.0.0.1", "private.test=192.168.1.1",
    "metadata.test=169.254.169.254", "six.test=::1", "mapped.test=::ffff:127.0.0.1",
    "nat64.test=64:ff9b::7f00:1", "zero.test=0.0.0.0", "slow.test=slow",
  ].joined(separator: ";")

  static func guests(port: Int, secret: Int) -> [HostileRun.Guest] {
    var guests = [
      HostileRun.Guest(id: "name-rebind", start: "http://rebind.test:\(port)/", codes: ["http.ok"]),
      HostileRun.Guest(id: "name-mixed", start: "http://mixed.test:\(port)/", codes: ["http.ok"]),
      HostileRun.Guest(
        id: "name-hop", start: "http://hop.test:\(port)/\(secret)", codes: ["address.forbidden"],
        hosts: ["hop.test:\(port)", "inner.test:\(secret)"]),
      HostileRun.Guest(id: "name-gone", start: "http://gone.test/", codes: ["dns.failed"]),
      HostileRun.Guest(id: "name-slow", start: "http://slow.test/", codes: ["timeout.dns"]),
    ]
    for name in ["loopback", "private", "metadata", "six", "mapped", "nat64", "zero"] {
      guests.append(
        HostileRun.Guest(
          id: "name-\(name)", start: "http://\(name).test:\(secret)/", codes: ["address.forbidden"])
      )
    }
    return guests
  }

  static func reply(to request: ServerRequest) -> ServerReply {
    let host = request.field("host") ?? ""
    if host.hasPrefix("hop.test") {
      return .redirect(to: "http://inner.test:\(request.path.dropFirst())/")
    }
    // Each answer ends its connection, so that the next request needs a new one.
    let links = request.path == "/" ? (1...5).map { "<a href=\"/\($0)\">栏目\($0)</a>" }.joined() : ""
    let text = String(repeating: "推进政务公开工作。", count: 60)
    return .html(
      "<title>工作动态</title><p>\(text)</p>\(links)", fields: [("Connection", "close")])
  }
}
