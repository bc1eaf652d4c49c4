import Foundation
import Support
import Testing

/// `kill -9` at any moment costs the requests under way, and nothing else.
@Suite(.timeLimit(.minutes(20)))
struct `Gathering after a kill` {
  @Test func `goes on to what an undisturbed run gives, and asks for nothing that is stored`()
    async throws
  {
    let site = try GatheredSite()
    let whole = site.folder.path("whole")
    let undisturbed = try await site.gather(whole)
    #expect(undisturbed.status == 0, "\(undisturbed.errors)")
    let count = site.server.requests.count
    // 153 pages, a sitemap that is not there, and a page that cannot be.
    #expect(count == 155)
    let wanted = try await site.audit(whole)
    let wantedLines = Set(try await site.lines(whole).map(Self.plain))
    for kills in [[1], [3], [5, 40], [90, 7, 30], [152]] {
      let archive = site.folder.path("killed-\(kills[0])")
      var stored: Set<String> = []
      for fatal in kills {
        let before = site.server.requests.count
        let outcome = try await site.gather(archive, killedAt: fatal)
        #expect(outcome.status == 1009, "\(outcome.errors)")
        Self.expectNew(site.server.targets[before...], stored)
        // A run that is killed at its first request may not have come to making its first file.
        let files = (try? FileManager.default.contentsOfDirectory(atPath: archive)) ?? []
        if fatal == 1, !files.contains(where: { $0.hasSuffix(".warc.gz") }) { continue }
        stored = Set(try await site.lines(archive).map(\.target))
      }
      let before = site.server.requests.count
      let outcome = try await site.gather(archive)
      #expect(outcome.status == 0, "\(kills): \(outcome.errors)")
      let asked = site.server.targets[before...]
      Self.expectNew(asked, stored)
      #expect(stored.count + asked.count == count, "\(kills)")
      let lines = try await site.lines(archive)
      #expect(Set(lines.map(Self.plain)) == wantedLines)
      #expect(lines.count == wantedLines.count)
      #expect(try await site.audit(archive) == wanted)
      let verified = try await BuiltCommand.mingcha("archive", "verify", archive)
      #expect(verified.status == 0, "\(verified.output)")
    }
    site.server.stop()
  }

  @Test func `says of a complete archive that nothing is left, and of an unfinished one what is`()
    async throws
  {
    let site = try GatheredSite()
    let archive = site.folder.path("archive")
    _ = try await site.gather(archive, killedAt: 30)
    let verified = try await BuiltCommand.mingcha("archive", "verify", archive)
    #expect(verified.status == 3, "\(verified.output)")
    let audit = try await site.audit(archive)
    #expect(audit.contains("interrupted.unaccounted"))
    // What was not asked for is not known: nothing counts as missing.
    #expect(!audit.contains("\"status\": \"fail\""))
    _ = try await site.gather(archive)
    let requests = site.server.requests.count
    let again = try await site.gather(archive)
    #expect(again.status == 0)
    #expect(again.output.contains("没有剩下的"))
    #expect(site.server.requests.count == requests)
    site.server.stop()
  }

  @Test func `a file at its limit is told of, and what was stored is kept`() async throws {
    let site = try GatheredSite()
    let archive = site.folder.path("archive")
    let program = BuiltCommand.folder.appendingPathComponent("mingcha").path
    let shell = try #require(SystemProgram.path("bash"))
    let full = try await SystemProgram.run(
      shell,
      [
        "-c", "ulimit -f 20; exec \"$0\" gather \"$1\" --archive \"$2\" --progress none", program,
        site.plan, archive,
      ], in: BuiltCommand.root.path)
    #expect(full.status == 2, "\(full.text)")
    #expect(full.text.contains("请腾出空间") && full.text.contains("make room"))
    let stored = Set(try await site.lines(archive).map(\.target))
    #expect(!stored.isEmpty)
    let before = site.server.requests.count
    let rest = try await site.gather(archive)
    #expect(rest.status == 0, "\(rest.errors)")
    Self.expectNew(site.server.targets[before...], stored)
    site.server.stop()
  }

  @Test func `an older archive that is gone is told of`() async throws {
    let site = try GatheredSite()
    let (old, new) = (site.folder.path("old"), site.folder.path("new"))
    _ = try await site.gather(old)
    _ = try await site.gather(new, since: old)
    #expect(try await BuiltCommand.mingcha("archive", "verify", new).status == 0)
    try FileManager.default.moveItem(atPath: old, toPath: site.folder.path("moved"))
    let verified = try await BuiltCommand.mingcha("archive", "verify", new)
    #expect(verified.status == 3)
    #expect(verified.output.contains("\(old)：打不开"), "\(verified.output)")
    #expect(!(try await site.audit(new)).contains("\"status\": \"fail\""))
    site.server.stop()
  }

  @Test func `refuses another plan's archive with 2`() async throws {
    let site = try GatheredSite()
    let archive = site.folder.path("archive")
    _ = try await site.gather(archive, killedAt: 30)
    let text = try String(contentsOfFile: site.plan, encoding: .utf8)
    _ = try site.folder.create(
      "plan.yaml", text.replacingOccurrences(of: "id: portal", with: "id: other"))
    let requests = site.server.requests.count
    let outcome = try await site.gather(archive)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("另一个方案") && outcome.errors.contains("another plan"))
    #expect(site.server.requests.count == requests)
    site.server.stop()
  }

  private static func expectNew(_ asked: ArraySlice<String>, _ stored: Set<String>) {
    for target in asked { #expect(!stored.contains(target), "asked for again: \(target)") }
    #expect(Set(asked).count == asked.count)
  }

  /// A line without its record's name.
  private static func plain(_ line: ArchiveLine) -> String {
    // Each run makes up a probe of its own.
    let url = line.reason == "probe" ? "probe" : line.url
    return "\(url) \(line.kind) \(line.status ?? 0) \(line.sha256 ?? "-") \(line.reason ?? "-") "
      + "\(line.via ?? "-")"
  }
}
