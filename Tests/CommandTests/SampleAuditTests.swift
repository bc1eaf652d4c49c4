import Foundation
import Support
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `Audit of the sample district` {
  @Test func `finds each planted fault and only those`() async throws {
    let run = try await SampleRun.shared.result()
    for difference in run.audit.differences(from: try FaultList()) {
      Issue.record("\(difference)")
    }
  }

  @Test func `says for each fault what is wrong and what to do, with evidence`() async throws {
    let run = try await SampleRun.shared.result()
    for unit in run.audit.units {
      for finding in unit.findings where finding.status == "fail" {
        #expect(!finding.message.isEmpty, "\(unit.id) \(finding.rule)")
        #expect(finding.fix?.isEmpty == false, "\(unit.id) \(finding.rule)")
        #expect(!finding.evidence.isEmpty, "\(unit.id) \(finding.rule)")
      }
    }
  }

  @Test func `ends with 1 and leaves a report`() async throws {
    let run = try await SampleRun.shared.result()
    #expect(run.outcome.status == 1)
    #expect(run.audit.schema == "mingcha.audit/1")
    #expect(run.files.contains("index.html"))
    #expect(run.outcome.output.contains("index.html") || run.outcome.output.contains("report"))
    for unit in run.audit.units { #expect(run.files.contains("units/\(unit.id).html")) }
  }

  @Test func `counts what was blocked, forbidden and gone`() async throws {
    let run = try await SampleRun.shared.result()
    let site = try #require(run.audit.sites.first)
    #expect(run.audit.sites.count == 1)
    #expect(site.pages >= 600)
    #expect((site.outcomes["blocked"] ?? 0) >= 1)
    #expect((site.outcomes["disallowed"] ?? 0) >= 1)
    #expect((site.outcomes["notFound"] ?? 0) >= 2)
    #expect((site.outcomes["unreachable"] ?? 0) == 0)
  }

  @Test func `asks for nothing that robots.txt forbids`() async throws {
    let run = try await SampleRun.shared.result()
    let forbidden = run.targets.filter {
      $0.hasPrefix("/zwgk/gyqsy/zls/lssj/") || $0.hasPrefix("/search") || $0.hasPrefix("/admin/")
    }
    #expect(forbidden == [])
  }

  @Test func `leaves an endless calendar after a while`() async throws {
    let run = try await SampleRun.shared.result()
    #expect(run.targets.filter { $0.hasPrefix("/zwgk/zj/ymz/rl.jsp") }.count <= 100)
  }

  @Test func `reads each page once`() async throws {
    let run = try await SampleRun.shared.result()
    var counts: [String: Int] = [:]
    for target in run.targets where target.hasPrefix("/zwgk/bm/czj/") {
      counts[target, default: 0] += 1
    }
    #expect(counts.filter { $0.value > 1 }.keys.sorted() == [])
    #expect(counts.count >= 40)
  }
}

@Suite(.timeLimit(.minutes(10)))
struct `Archive of the sample district` {
  @Test func `gives the same audit twice, and the same as the crawl gave`() async throws {
    let run = try await SampleRun.shared.result()
    var audits = [Self.withoutTimes(try run.folder.contents("report/audit.json"))]
    for name in ["one", "two"] {
      // The server is gone: whatever is judged comes from the archive.
      let outcome = try await BuiltCommand.mingcha(
        "audit", run.folder.path("plan.yaml"), "--archive", run.folder.path("report/archive"),
        "--out", run.folder.path(name), "--format", "json", "--progress", "none")
      #expect(outcome.status == 1, "\(outcome.errors)")
      audits.append(Self.withoutTimes(try run.folder.contents("\(name)/audit.json")))
    }
    #expect(audits[1] == audits[2])
    #expect(audits[0] == audits[1])
  }

  @Test func `can be gathered alone and judged later, without one request`() async throws {
    let district = try SampleDistrict()
    let server = try LoopbackServer { request in
      // One town is enough here.
      request.path.hasPrefix("/zwgk/bm/") || request.path.hasPrefix("/jtj/")
        ? .notFound : district.reply(to: request)
    }
    let folder = try TemporaryFolder()
    let plan = try folder.create("plan.yaml", district.plan(port: server.port)).path
    let archive = folder.path("archive")
    let gathered = try await BuiltCommand.mingcha(
      "gather", plan, "--archive", archive, "--progress", "none")
    #expect([0, 3].contains(gathered.status), "\(gathered.errors)")
    let asked = server.targets.count
    #expect(asked >= 20)
    let outcome = try await BuiltCommand.mingcha(
      "audit", plan, "--archive", archive, "--out", folder.path("out"), "--units", "云门镇",
      "--progress", "none")
    #expect([0, 3].contains(outcome.status), "\(outcome.errors)")
    let audit = try AuditFile(folder.contents("out/audit.json"))
    #expect(audit.units.map(\.id) == ["ymz"])
    #expect(audit.units.first?.score.verdict == "pass")
    #expect(server.targets.count == asked)
    server.stop()
  }

  /// Leaves out what names the run and its hour: the contract's "times aside".
  private static func withoutTimes(_ data: Data) -> String {
    // Only the run's own times: the pages' times of fetching are evidence and must stay.
    let text = String(decoding: data, as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isTime = { (line: Substring) in
      line.contains("\"startedAt\":") || line.contains("\"finishedAt\":")
    }
    #expect(lines.count(where: isTime) == 2)
    lines.removeAll(where: isTime)
    return lines.joined(separator: "\n")
  }
}
