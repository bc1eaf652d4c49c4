import Foundation
import Support
import Testing
import YAML

/// `--fail-on` and `--baseline`, as a pipeline uses them.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct `Audit in a pipeline` {
  /// Judges the sample district's archive again.
  private static func judge(_ words: [String]) async throws -> BuiltCommand.Outcome {
    let run = try await SampleRun.shared.result()
    let folder = try TemporaryFolder()
    return try await BuiltCommand.run(
      "mingcha",
      [
        "audit", run.folder.path("plan.yaml"), "--archive", run.folder.path("report/archive"),
        "--out", folder.path("out"), "--format", "json", "--progress", "none",
      ] + words, input: .nullDevice)
  }

  @Test func `is green when the baseline has every fault, and says how many`() async throws {
    let run = try await SampleRun.shared.result()
    let audit = run.folder.path("report/audit.json")
    let outcome = try await Self.judge(["--baseline", audit])
    #expect([0, 3].contains(outcome.status), "\(outcome.errors)")
    let faults = run.audit.units.flatMap(\.findings)
      .count { ["fail", "partial"].contains($0.status) }
    #expect(faults > 0)
    #expect(
      outcome.output.contains("失分项 \(faults) 处中，\(faults) 处原已存在，0 处是新增"), "\(outcome.output)")
  }

  @Test func `is red for one fault that the baseline has not`() async throws {
    let run = try await SampleRun.shared.result()
    let text = String(decoding: try run.folder.contents("report/audit.json"), as: UTF8.self)
    let range = try #require(text.range(of: "\"status\": \"fail\""))
    let folder = try TemporaryFolder()
    let baseline = try folder.create(
      "old.json", text.replacingCharacters(in: range, with: "\"status\": \"undetermined\""))
    let outcome = try await Self.judge(["--baseline", baseline.path])
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.output.contains("1 处是新增"), "\(outcome.output)")
  }

  @Test func `is red only for the severity that is asked for`() async throws {
    let run = try await SampleRun.shared.result()
    let text = String(decoding: try run.folder.contents("report/audit.json"), as: UTF8.self)
    #expect(!text.contains("\"severity\": \"veto\""), "the sample has no veto rule")
    let veto = try await Self.judge(["--fail-on", "veto"])
    #expect([0, 3].contains(veto.status), "\(veto.errors)")
  }

  @Test(arguments: [
    ["--fail-on", "bonus"], ["--fail-on", "all"], ["--baseline", "/nowhere/audit.json"],
    ["--baseline", "Package.swift"], ["--color", "blue"],
  ])
  func `ends with 2 for what is no severity and no audit`(words: [String]) async throws {
    let outcome = try await Self.judge(words)
    #expect(outcome.status == 2, "\(outcome.errors)")
    #expect(outcome.errors.contains(words[0]) || outcome.errors.contains(words[1]))
  }
}

/// The workflows under `docs/ci`: sound YAML, and no flag that the program does not have.
@Suite(.timeLimit(.minutes(5)))
struct `Workflow examples` {
  private static func lines(_ text: String) -> [[String]] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").drop { $0 == "-" }.map { String($0) }
      return words.first == "mingcha" ? Array(words.dropFirst()) : nil
    }
  }

  @Test(arguments: ["github-workflow.yml", "gitlab-ci.yml"])
  func `are YAML and call what there is`(name: String) async throws {
    let file = BuiltCommand.root.appendingPathComponent("docs/ci/\(name)")
    let bytes = [UInt8](try Data(contentsOf: file))
    _ = try YAMLDocument.read(bytes, file: name)
    let calls = Self.lines(String(decoding: bytes, as: UTF8.self))
    #expect(!calls.isEmpty)
    for words in calls {
      let command = try #require(words.first)
      let help = try await BuiltCommand.mingcha(command, "--help")
      #expect(help.status == 0)
      for flag in words where flag.hasPrefix("--") {
        #expect(help.output.contains(flag), "\(command) has no \(flag)")
      }
    }
  }

  @Test func `hold an audit that runs as it stands`() async throws {
    let file = BuiltCommand.root.appendingPathComponent("docs/ci/github-workflow.yml")
    let call = try #require(
      Self.lines(try String(contentsOf: file, encoding: .utf8)).first { $0.first == "audit" })
    let server = try LoopbackServer { request in
      request.path == "/" ? .html("<title>青岚区人民政府</title><p>首页</p>") : .notFound
    }
    let folder = try TemporaryFolder()
    let plan = try folder.create(
      "plan.yaml",
      """
      plan: 示例
      as-of: 2021-12-31
      rules: [shanting-2021]
      sites:
        - {id: portal, start: ["http://127.0.0.1:\(server.port)/"]}
      units:
        - {id: czj, name: 区财政局, kind: department, scope: [/zwgk/bm/czj/]}
      """)
    let sample = BuiltCommand.root.appendingPathComponent("Reports/sample/audit.json").path
    let paths = [
      "plan.yaml": plan.path, "report": folder.path("report"), "accepted/audit.json": sample,
    ]
    let outcome = try await BuiltCommand.run(
      "mingcha", call.map { paths[$0] ?? $0 }, input: .nullDevice)
    server.stop()
    #expect([0, 1, 3].contains(outcome.status), "\(outcome.errors)")
    for name in ["audit.json", "index.html", "audit.sarif", "junit.xml"] {
      #expect(folder.files().contains("report/\(name)"))
    }
  }
}
