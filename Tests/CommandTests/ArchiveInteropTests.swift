import Archive
import Dates
import Foundation
import Support
import Testing
import Web

/// Archives as other programs read them: `warcio check`, and a reader in Python that shares no
/// code with ours (`Tests/Interop/read_warc.py`).
@Suite(.timeLimit(.minutes(10)))
struct `Archives for other readers` {
  @Test func `hold what was killed and gone on with, and what had not changed since`() async throws
  {
    let site = try GatheredSite()
    let old = site.folder.path("old")
    _ = try await site.gather(old, killedAt: 50)
    #expect(try await site.gather(old).status == 0)
    let new = site.folder.path("new")
    let count = site.server.requests.count
    let outcome = try await site.gather(new, since: old)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(site.server.requests.count - count == 155)
    let third = site.folder.path("third")
    #expect(try await site.gather(third, since: new).status == 0)
    try await Self.check(old, older: [], in: site.folder)
    try await Self.check(new, older: [old], in: site.folder)
    try await Self.check(third, older: [new, old], in: site.folder)
    let lines = try await site.lines(new)
    #expect(lines.count { $0.kind == "revisit" } == 151)
    // A 304 brings no body: less traffic, and nothing else, tells the two apart.
    let before = try await site.audit(old, dropping: ["\"bytes\""])
    #expect(try await site.audit(new, dropping: ["\"bytes\""]) == before)
    site.server.stop()
  }

  @Test func `roll over into further files, posted forms included`() async throws {
    let folder = try TemporaryFolder()
    let archive = folder.path("archive")
    let moment = Timestamp(secondsSince1970: 1_640_937_600)
    let writer = try ArchiveWriter(
      folder: archive, site: SiteID("门户"), software: "mingcha test", startedAt: moment,
      segmentLimit: 4000)
    for number in 0..<30 {
      let url = try #require(WebURL("http://www.a.gov.cn/p\(number)?b=2&a=政"))
      let line = number % 5 == 0 ? "POST" : "GET"
      _ = try writer.append(
        Capture(
          id: .random(), url: url, fetchedAt: moment,
          requestHead: Array("\(line) \(url.target) HTTP/1.1\r\nHost: www.a.gov.cn\r\n\r\n".utf8),
          responseHead: Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8),
          body: (0..<300).map { UInt8(($0 * number) & 0xFF) }),
        note: CaptureNote(via: nil, depth: number, reason: "link"))
    }
    try writer.finish(summary: Array("{}".utf8), at: moment)
    #expect(folder.files().count { $0.hasSuffix(".warc.gz") } > 3)
    try await Self.check(archive, older: [], in: folder)
  }

  /// Runs both readers over an archive.
  private static func check(
    _ archive: String, older: [String], in folder: TemporaryFolder
  ) async throws {
    let listed = try await BuiltCommand.mingcha("archive", "list", archive, "--urls", "--json")
    #expect(listed.status == 0, "\(listed.errors)")
    let lines = try folder.create("lines-\(UUID().uuidString)", listed.output)
    let script = BuiltCommand.root.appendingPathComponent("Tests/Interop/read_warc.py").path
    let read = try await Tool.run(
      "/usr/bin/env",
      ["python3", script, archive] + older.flatMap { ["--older", $0] }
        + ["--compare", lines.path])
    #expect(read.status == 0, "\(read.output)")
    guard Tool.hasWarcio else { return }
    let files = try FileManager.default.contentsOfDirectory(atPath: archive)
      .filter { $0.hasSuffix(".warc.gz") }.sorted().map { "\(archive)/\($0)" }
    let checked = try await Tool.run(Tool.warcio, ["check"] + files)
    #expect(checked.status == 0, "\(checked.output)")
    #expect(!checked.output.contains("failed"), "\(checked.output)")
  }
}

/// Programs of the system that tests use.
enum Tool {
  /// What `scripts/setup tests` installs; `scripts/check` insists on it.
  static var warcio: String {
    BuiltCommand.root.appendingPathComponent(".build/tools/bin/warcio").path
  }
  static var hasWarcio: Bool { FileManager.default.isExecutableFile(atPath: warcio) }

  /// Runs a program and gives its status with all that it said.
  static func run(_ path: String, _ arguments: [String]) async throws -> (
    status: Int32, output: String
  ) {
    let folder = try TemporaryFolder()
    let output = try folder.create("out")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        done.resume(throwing: error)
      }
    }
    return (
      process.terminationStatus, String(decoding: try Data(contentsOf: output), as: UTF8.self)
    )
  }
}
