import Foundation
import Support
import Testing

/// Flag before environment before plan.
@Suite(.timeLimit(.minutes(20)))
struct `Settings` {
  @Test(arguments: [
    ("MINGCHA_LANG", "fr"), ("MINGCHA_FORMAT", "json,pdf"), ("MINGCHA_KEEP", "0"),
    ("MINGCHA_MAX_PAGES", "all"), ("MINGCHA_RATE", "-1"), ("MINGCHA_FAIL_UNDER", "120"),
    ("MINGCHA_FAIL_ON", "all"), ("MINGCHA_PROGRESS", "loud"), ("MINGCHA_COLOR", "red"),
    ("MINGCHA_RULES_PATH", "/nowhere"),
  ])
  func `end with 2 and the variable's name when a value makes no sense`(
    name: String, value: String
  ) async throws {
    let outcome = try await BuiltCommand.run(
      "mingcha", ["rules", "list"], input: .nullDevice, environment: [name: value])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(name) && outcome.errors.contains(value), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func `stand for a flag, and the flag wins`() async throws {
    let site = try await SmallSite()
    let environment = [
      "MINGCHA_OUT": "there", "MINGCHA_LANG": "en", "MINGCHA_FORMAT": "json,csv",
      "MINGCHA_FAIL_UNDER": "0", "MINGCHA_COLOR": "always",
    ]
    let usual = try await site.audit([], environment: environment)
    #expect(usual.output.contains("\u{1B}["))
    #expect(usual.output.contains("there"))
    let files = try FileManager.default.contentsOfDirectory(atPath: site.folder.path("there"))
    #expect(files.contains("audit.json") && files.contains { $0.hasSuffix(".csv") })
    #expect(!files.contains("index.html"))
    #expect(try AuditFile(site.folder.contents("there/audit.json")).run.language == "en")
    let flagged = try await site.audit(
      ["--out", "here", "--lang", "zh-Hans", "--format", "json", "--color", "never"],
      environment: environment)
    #expect(!flagged.output.contains("\u{1B}["))
    #expect(try AuditFile(site.folder.contents("here/audit.json")).run.language == "zh-Hans")
    let others = try FileManager.default.contentsOfDirectory(atPath: site.folder.path("here"))
    #expect(!others.contains { $0.hasSuffix(".csv") })
  }

  @Test func `win over the plan`() async throws {
    let links = (1...20).map { "<a href=\"/\($0).html\">第\($0)页</a>" }.joined()
    let server = try LoopbackServer { request in
      request.path == "/" || request.path.hasSuffix(".html")
        ? .html("<title>页\(request.path)</title><p>\(request.path)</p>\(links)") : .notFound
    }
    defer { server.stop() }
    let folder = try TemporaryFolder()
    let plan = try folder.create(
      "plan.yaml",
      """
      plan: 示例
      rules: [shanting-2021]
      crawl: {rate: 500, max-pages: 9}
      sites:
        - {id: portal, start: ["\(server.origin)/"]}
      units:
        - {id: czj, name: 区财政局, kind: department, scope: [/czj/]}
      """)
    func pages(_ name: String, _ words: [String], _ setting: String?) async throws -> Int {
      let outcome = try await BuiltCommand.run(
        "mingcha",
        ["gather", plan.path, "--archive", folder.path(name), "--progress", "none"] + words,
        input: .nullDevice, environment: setting.map { ["MINGCHA_MAX_PAGES": $0] } ?? [:])
      #expect(outcome.status == 3, "\(outcome.errors)")
      let listed = try await BuiltCommand.mingcha("archive", "list", folder.path(name), "--urls")
      return listed.output.split(separator: "\n").count { $0.contains(".html") }
    }
    let plain = try await pages("plan", [], nil)
    let set = try await pages("env", [], "6")
    let flagged = try await pages("flag", ["--max-pages", "3"], "6")
    #expect(plain > set && set > flagged, "\(plain) \(set) \(flagged)")
  }

  @Test func `are listed, and their page is up to date`() async throws {
    let listed = try await BuiltCommand.run(
      "mingcha", ["settings", "--lang", "en"], input: .nullDevice,
      environment: ["MINGCHA_RATE": "2"])
    #expect(listed.status == 0)
    #expect(listed.output.contains("MINGCHA_RATE  [2]"))
    let page = try await BuiltCommand.mingcha("settings", "--markdown")
    let kept = try String(
      contentsOf: BuiltCommand.root.appendingPathComponent("docs/operations/settings.md"),
      encoding: .utf8)
    #expect(page.output == kept, "mingcha settings --markdown > docs/operations/settings.md")
  }
}
