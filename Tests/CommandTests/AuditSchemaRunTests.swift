import Foundation
import Testing

/// The schema of `audit.json` against the file of a real run.
@Suite(.timeLimit(.minutes(10)))
struct `Schema and a real audit` {
  @Test func `is met by what a run writes`() async throws {
    let module = try await Tool.run(
      "/usr/bin/env", ["python3", "-c", "from jsonschema import Draft202012Validator"])
    // `scripts/check` insists on the validator.
    guard module.status == 0 else { return }
    let run = try await SampleRun.shared.result()
    let root = BuiltCommand.root.path
    let outcome = try await Tool.run(
      "/usr/bin/env",
      [
        "python3", "\(root)/Tests/Interop/validate_audit.py",
        "\(root)/docs/schema/audit-1.schema.json", run.folder.path("report/audit.json"),
      ])
    #expect(outcome.status == 0, "\(outcome.output)")
  }
}
