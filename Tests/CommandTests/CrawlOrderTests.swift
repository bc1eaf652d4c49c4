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

  @Test func `has what decides in at 35 percent of the pages, and names what is unfinished`()
    async throws
  {
    let full = try await SampleRun.shared.result()
    let pages = try #require(full.audit.sites.first).pages
    let short = try await Self.short(pages: pages * 35 / 100)
    var before: [String: AuditFile.Finding] = [:]
    for unit in short.audit.units {
      for finding in unit.findings { before["\(unit.id) \(finding.rule)"] = finding }
    }
    // Every rule that is met is seen to be met; nothing is called missing that is there.
    var decided = 0
    for unit in full.audit.units {
      for finding in unit.findings {
        let early = try #require(before["\(unit.id) \(finding.rule)"])
        if finding.status == "pass" {
          decided += 1
          #expect(early.status == "pass", "\(unit.id) \(finding.rule): \(early.message)")
        }
        if early.status == "fail" {
          #expect(finding.status == "fail", "\(unit.id) \(finding.rule): \(early.message)")
        }
      }
    }
    #expect(decided >= 60)
    #expect(short.site["stopped"] as? String == "budget.pages")
    let problems = try #require(short.site["problems"] as? [[String: Any]])
    let budget = try #require(problems.first { $0["outcome"] as? String == "budget.pages" })
    let detail = "\(budget["detail"] ?? "")"
    #expect(detail.contains("未读完的栏目：") && detail.contains("通知公告"), "\(detail)")
  }

  @Test func `asks once for a page that can't be there, and once for a sitemap`() async throws {
    let run = try await SampleRun.shared.result()
    #expect(run.targets.filter { $0.hasPrefix("/mingcha-probe-") }.count == 1)
    #expect(run.targets.filter { $0 == "/sitemap.xml" }.count == 1)
  }
}
