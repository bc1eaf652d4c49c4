import Foundation
import Support
import Testing

/// The statuses of the contract, as a cron job sees them.
@Suite(.timeLimit(.minutes(5)))
struct `Exit statuses` {
  @Test func `0 when every unit passes on a site that was read in full`() async throws {
    let district = try SampleDistrict()
    let server = try LoopbackServer { request in
      // The district without what can't be read: its challenge, its trap, its robots.txt.
      for hidden in ["/zwgk/bm/wjj/", "/zwgk/zj/ymz/rl.jsp", "/robots.txt"]
      where request.path.hasPrefix(hidden) { return .notFound }
      return district.reply(to: request)
    }
    let outcome = try await Self.audit(server, units: [Self.office])
    #expect(outcome.status == 0, "\(outcome.output)\n\(outcome.errors)")
    server.stop()
  }

  @Test func `2 for a plan with a mistake, named with its place, and nothing is fetched`()
    async throws
  {
    let server = try LoopbackServer { _ in .notFound }
    let folder = try TemporaryFolder()
    let wrong = Self.plan(server, units: [Self.office])
      .replacingOccurrences(of: "as-of:", with: "as-off:")
    let plan = try folder.create("plan.yaml", wrong)
    let outcome = try await BuiltCommand.mingcha("audit", plan.path, "--out", folder.path("out"))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("plan.yaml:2:1"))
    #expect(outcome.errors.contains("as-of"))
    #expect(server.targets == [])
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    server.stop()
  }

  @Test func `2 for a rule pack that is not there, with the nearest name`() async throws {
    let server = try LoopbackServer { _ in .notFound }
    let folder = try TemporaryFolder()
    let wrong = Self.plan(server, units: [Self.office])
      .replacingOccurrences(of: "shanting-2021", with: "shanting-2012")
    let plan = try folder.create("plan.yaml", wrong)
    let outcome = try await BuiltCommand.mingcha("audit", plan.path, "--out", folder.path("out"))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("shanting-2021"))
    #expect(server.targets == [])
    server.stop()
  }

  @Test(arguments: [
    ["audit"], ["audit", "/nowhere/plan.yaml"], ["audit", "--wrong"], ["sing"],
    ["report", "/nowhere/audit.json"],
  ])
  func `2 for a command line that makes no sense`(arguments: [String]) async throws {
    let outcome = try await BuiltCommand.run("mingcha", arguments, input: .nullDevice)
    #expect(outcome.status == 2, "\(outcome.errors)")
    #expect(!outcome.errors.isEmpty)
    #expect(outcome.output.isEmpty)
  }

  @Test func `3 when all is behind a challenge and nothing is known to fail`() async throws {
    let district = try SampleDistrict()
    let server = try LoopbackServer { request in
      request.path == "/robots.txt"
        ? .notFound : district.reply(to: ServerRequest(method: "GET", target: "/zwgk/bm/wjj/"))
    }
    let outcome = try await Self.audit(server, units: [Self.office])
    #expect(outcome.status == 3, "\(outcome.output)\n\(outcome.errors)")
    server.stop()
  }

  @Test func `3 when the site is not there`() async throws {
    let server = try LoopbackServer { _ in .notFound }
    server.stop()
    let outcome = try await Self.audit(server, units: [Self.office])
    #expect(outcome.status == 3, "\(outcome.output)\n\(outcome.errors)")
  }

  @Test func `4 while another run holds the lock on the output`() async throws {
    let (asked, report) = AsyncStream.makeStream(of: Void.self)
    let server = try LoopbackServer { _ in
      report.yield()
      return .stall()
    }
    let folder = try TemporaryFolder()
    // The first run waits for its answer however long the second takes to start.
    let patient = Self.plan(server, units: [Self.office])
      .replacingOccurrences(of: "timeout: 10", with: "timeout: 900")
    let plan = try folder.create("plan.yaml", patient).path
    let out = folder.path("out")
    async let first = BuiltCommand.mingcha("audit", plan, "--out", out, "--progress", "none")
    // The first request shows that the first run is under way.
    for await _ in asked { break }
    let second = try await BuiltCommand.mingcha("audit", plan, "--out", out, "--progress", "none")
    #expect(second.status == 4, "\(second.errors)")
    server.stop()
    #expect(try await first.status == 3)
  }

  private static let office = """
      - {id: bgs, name: 区政府办公室, aliases: [青岚区人民政府办公室], kind: department,
         scope: [/zwgk/bm/bgs/]}
    """

  private static func plan(_ server: LoopbackServer, units: [String]) -> String {
    """
    plan: 退出码
    as-of: 2021-12-31
    rules: [shanting-2021]
    parameters: {shanting-2021: {clauses: ["A.*", 1.1-b, 1.1-c, 1.1-d]}}
    crawl: {rate: 500, connections: 8, timeout: 10}
    sites:
      - {id: portal, start: ["\(server.origin)/"]}
    units:
    \(units.joined(separator: "\n"))
    """
  }

  private static func audit(
    _ server: LoopbackServer, units: [String]
  ) async throws -> BuiltCommand.Outcome {
    let folder = try TemporaryFolder()
    let plan = try folder.create("plan.yaml", plan(server, units: units))
    return try await BuiltCommand.mingcha(
      "audit", plan.path, "--out", folder.path("out"), "--progress", "none")
  }
}
