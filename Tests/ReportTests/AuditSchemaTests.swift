import Dates
import Findings
import Foundation
import Report
import Rules
import Score
import Support
import Testing
import Texts
import Web

/// `docs/schema/audit-1.schema.json` against what is written, by a validator that is not ours
/// (`python3-jsonschema`, which `scripts/setup tests` installs and `scripts/check` insists on).
struct `Schema of audit.json` {
  private static let hasValidator: Bool =
    (try? run(["-c", "from jsonschema import Draft202012Validator"]).status) == 0

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private func validate(_ texts: [[UInt8]], _ flags: [String] = []) throws -> (
    status: Int32, output: String
  ) {
    let folder = try TemporaryFolder()
    let names = texts.indices.map { "audit-\($0).json" }
    for (name, bytes) in zip(names, texts) {
      try folder.write(name, String(decoding: bytes, as: UTF8.self))
    }
    let root = Fixtures.root
    return try Self.run(
      [
        "\(root)/Tests/Interop/validate_audit.py", "\(root)/docs/schema/audit-1.schema.json",
      ] + names.map { "\(folder.path)/\($0)" } + flags)
  }

  private func bytes(_ audit: AuditResult, _ language: Language) throws -> [UInt8] {
    try #require(try JSONReporter.render(audit, in: language).first).bytes
  }

  @Test(.enabled(if: hasValidator))
  func `is met, names every key that is written and lets no other pass`() throws {
    let audits = [
      SampleAudit.small, SampleAudit.full, SampleAudit.later,
      SampleAudit.patterned(units: 12, rules: 30),
    ]
    let texts = try audits.flatMap { audit in
      try Language.allCases.map { try bytes(audit, $0) }
    }
    let outcome = try validate(texts, ["--all-keys"])
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test(.enabled(if: hasValidator))
  func `is met by an audit of nothing`() throws {
    var audit = SampleAudit.small
    audit.units = []
    audit.packs = []
    let root = try bytes(audit, .chinese)
    let outcome = try validate([root])
    // Only the check that this is an audit worth trying speaks up.
    #expect(!outcome.output.contains("is not"), "\(outcome.output)")
    #expect(!outcome.output.contains("unknown key"), "\(outcome.output)")
  }

  @Test(
    .enabled(if: hasValidator),
    arguments: [
      ("\"mingcha.audit/1\"", "\"mingcha.audit/2\""), ("\"status\": \"partial\"", "\"status\": 1"),
      ("\"asOf\": \"2021-12-31\"", "\"asOf\": \"31 December\""),
      ("\"percent\": 62.5", "\"percent\": 162.5"), ("\"fix\": null,", ""),
      ("\"rule\": \"qinglan-2021/A.4\"", "\"rule\": \"A.4\""),
    ])
  func `refuses what is no such file`(old: String, new: String) throws {
    let text = String(decoding: try bytes(SampleAudit.small, .chinese), as: UTF8.self)
    let range = try #require(text.range(of: old))
    let outcome = try validate([Array(text.replacingCharacters(in: range, with: new).utf8)])
    #expect(outcome.status == 1, "\(outcome.output)")
    #expect(outcome.output.contains("audit-0.json"), "\(outcome.output)")
  }
}
