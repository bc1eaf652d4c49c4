import Foundation
import Testing

/// `mingcha explain`, on the sample audit of this repository.
@Suite(.timeLimit(.minutes(5)))
struct `Explain command` {
  private static let sample =
    BuiltCommand.root.appendingPathComponent("Reports/sample/audit.json").path

  private static func explain(
    _ words: String..., environment: [String: String] = [:]
  ) async throws -> BuiltCommand.Outcome {
    try await BuiltCommand.run(
      "mingcha", ["explain", sample] + words, input: .nullDevice, environment: environment)
  }

  @Test(arguments: [
    ("czj", "A.2"), ("区财政局", "A.2"), ("czj", "qinglan-2021/A.2"),
    ("区财政局", "qinglan-2021/A.2"),
  ])
  func `takes the unit by id or name, the rule by id or clause`(unit: String, rule: String)
    async throws
  {
    let outcome = try await Self.explain(unit, rule)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("区财政局 (czj) · qinglan-2021/A.2\n✗ 不达标  统计月报\n"))
    #expect(outcome.output.contains("如何整改：补发 2021年5月、8月的统计月报。\n"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func `speaks English when asked`() async throws {
    let outcome = try await Self.explain("tjj", "A.2", "--lang", "en")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("What to do: Publish the bulletins"))
  }

  @Test(arguments: [
    (["区财证局", "A.2"], "区财政局"), (["czjj", "A.2"], "\"czj\""),
    (["czj", "qinglan-2012/A.2"], "qinglan-2021/A.2"), (["czj", "A2"], "\"A.2\""),
    (["ymz", "A.7"], "qinglan-2021/A.1"),
  ])
  func `ends with 2 on a miss, with the nearest word`(words: [String], near: String) async throws {
    let outcome = try await BuiltCommand.run(
      "mingcha", ["explain", Self.sample] + words, input: .nullDevice)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(near), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func `ends with 2 where a name or a clause means several, and lists them`() async throws {
    let folder = try TemporaryFolder()
    let text = try String(contentsOfFile: Self.sample, encoding: .utf8)
    let audit = try folder.create(
      "audit.json",
      text.replacingOccurrences(of: "\"name\": \"区统计局\"", with: "\"name\": \"区财政局\"")
        .replacingOccurrences(of: "qinglan-2021/A.3", with: "qinglan-2021/A.2#second"))
    let unit = try await BuiltCommand.mingcha("explain", audit.path, "区财政局", "A.2")
    #expect(unit.status == 2 && unit.errors.contains("czj、tjj"), "\(unit.errors)")
    let rule = try await BuiltCommand.mingcha("explain", audit.path, "czj", "A.2")
    #expect(rule.status == 2 && rule.errors.contains("A.2#second"), "\(rule.errors)")
    let named = try await BuiltCommand.mingcha("explain", audit.path, "czj", "A.2#second")
    #expect(named.status == 0, "\(named.errors)")
  }

  @Test func `ends with 2 for a file that is no audit`() async throws {
    let outcome = try await BuiltCommand.mingcha("explain", "Package.swift", "czj", "A.2")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("Package.swift"))
  }

  @Test(arguments: [("always", true), ("never", false), ("auto", false)])
  func `paints as --color says`(choice: String, isPainted: Bool) async throws {
    let outcome = try await Self.explain("czj", "A.2", "--color", choice)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\u{1B}[") == isPainted)
  }

  @Test func `explains what a real audit found, for every finding of a unit`() async throws {
    let run = try await SampleRun.shared.result()
    let path = run.folder.path("report/audit.json")
    let unit = try #require(run.audit.units.first)
    for finding in unit.findings.prefix(4) {
      let outcome = try await BuiltCommand.mingcha("explain", path, unit.id, finding.rule)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains(finding.rule))
    }
  }
}
