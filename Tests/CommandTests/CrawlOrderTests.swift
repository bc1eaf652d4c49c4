import Foundation
import Support
import Testing

/// The order of the frontier, on the sample district (docs/decisions/0007).
@Suite(.timeLimit(.minutes(10)))
struct `Order of the sample district's crawl` {
  /// An audit that may ask for no more than a share of the pages of the full crawl.
  private struct Short {
    var audit: AuditFile
    var targets: Set<String>
    var site: [String: Any]

    var findings: [String: AuditFile.Finding] { audit.findings }
  }

  private static func short(pages: Int) async throws -> Short {
    let district = try SampleDistrict()
    let server = try LoopbackServer { district.reply(to: $0) }
    let folder = try TemporaryFolder()
    let plan = try folder.create("plan.yaml", district.plan(port: server.port))
    _ = try await BuiltCommand.mingcha(
      "audit", plan.path, "--out", folder.path("report"), "--progress", "none", "--format", "json",
      "--max-pages", "\(pages)")
    server.stop()
    let data = try folder.contents("report/audit.json")
    let root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let sites = try #require(root["sites"] as? [[String: Any]])
    return Short(
      audit: try AuditFile(data), targets: Set(server.targets), site: try #require(sites.first))
  }

  @Test func `has all evidence at 35 percent of the pages`() async throws {
    let full = try await SampleRun.shared.result()
    let pages = try #require(full.audit.sites.first).pages
    let short = try await Self.short(pages: pages * 35 / 100)
    let findings = full.audit.units.flatMap(\.findings)
    let cited = Set(findings.flatMap(\.evidence).compactMap { Self.target($0.url) })
    #expect(cited.count >= 100)
    #expect(cited.subtracting(short.targets).sorted() == [])
    // Every rule that is met is seen to be met.
    let early = short.findings
    #expect(findings.count { $0.status == "pass" } >= 60)
    for (key, finding) in full.audit.findings where finding.status == "pass" {
      #expect(early[key]?.status == "pass", "\(key): \(early[key]?.message ?? "")")
    }
    #expect(short.site["stopped"] as? String == "budget.pages")
  }

  @Test func `names what is unfinished, and calls nothing missing that is there`() async throws {
    let full = try await SampleRun.shared.result().audit.findings
    let pages = try #require(await SampleRun.shared.result().audit.sites.first).pages
    let short = try await Self.short(pages: pages * 15 / 100)
    for (key, early) in short.findings where early.status == "fail" {
      #expect(full[key]?.status == "fail", "\(key): \(early.message)")
    }
    let problems = try #require(short.site["problems"] as? [[String: Any]])
    let budget = try #require(problems.first { $0["outcome"] as? String == "budget.pages" })
    let detail = "\(budget["detail"] ?? "")"
    #expect(detail.contains("未读完的栏目：") && detail.contains("通知公告"), "\(detail)")
  }

  /// An address as the server saw it; the port differs from run to run.
  private static func target(_ url: String) -> String? {
    url.range(of: "://").flatMap { url[$0.upperBound...].firstIndex(of: "/") }
      .map { String(url[$0...]) }
  }

  @Test func `asks once for a page that can't be there, and once for a sitemap`() async throws {
    let run = try await SampleRun.shared.result()
    #expect(run.targets.filter { $0.hasPrefix("/mingcha-probe-") }.count == 1)
    #expect(run.targets.filter { $0 == "/sitemap.xml" }.count == 1)
  }
}

extension AuditFile {
  /// By unit and rule.
  fileprivate var findings: [String: Finding] {
    var found: [String: Finding] = [:]
    for unit in units {
      for finding in unit.findings { found["\(unit.id) \(finding.rule)"] = finding }
    }
    return found
  }
}
