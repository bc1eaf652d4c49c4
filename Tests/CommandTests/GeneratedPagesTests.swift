import Foundation
import Support
import Testing

/// Pages of the documentation that commands write are what the commands write now.
@Suite(.timeLimit(.minutes(5)))
struct `Generated pages` {
  @Test(arguments: [
    (["rules", "coverage", "--markdown"], "docs/rules.md"),
    (["rules", "kinds", "--markdown"], "docs/checks.md"),
    (["rules", "schema"], "docs/schema/pack-1.schema.json"),
  ])
  func `are fresh`(command: [String], page: String) async throws {
    let outcome = try await BuiltCommand.run("mingcha", command, input: .nullDevice)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let kept = try String(
      contentsOf: BuiltCommand.root.appendingPathComponent(page), encoding: .utf8)
    #expect(
      outcome.output == kept,
      "\(page) is stale: mingcha \(command.joined(separator: " ")) > \(page)")
  }
}
