import Foundation
import Support

/// One audit of the sample district by the built command, shared by the tests that look at it.
actor SampleRun {
  /// What the run left.
  struct Result: Sendable {
    var outcome: BuiltCommand.Outcome
    var audit: AuditFile
    /// The files of the report, from its folder, sorted.
    var files: [String]
    /// Holds `plan.yaml` and `report/`, its archive included.
    var folder: TemporaryFolder
    /// Every address that was asked for, in order.
    var targets: [String]
  }

  static let shared = SampleRun()
  private var task: Task<Result, any Error>?

  /// The result of the one run; the first caller starts it.
  func result() async throws -> Result {
    if let task { return try await task.value }
    let started = Task { try await Self.run() }
    task = started
    return try await started.value
  }

  private static func run() async throws -> Result {
    let district = try SampleDistrict()
    let server = try LoopbackServer { district.reply(to: $0) }
    let folder = try TemporaryFolder()
    let plan = try folder.create("plan.yaml", district.plan(port: server.port))
    let outcome = try await BuiltCommand.mingcha(
      "audit", plan.path, "--out", folder.path("report"), "--progress", "none")
    server.stop()
    guard FileManager.default.fileExists(atPath: folder.path("report/audit.json")) else {
      throw Missing(status: outcome.status, errors: outcome.errors)
    }
    return Result(
      outcome: outcome, audit: try AuditFile(folder.contents("report/audit.json")),
      files: folder.files().filter { $0.hasPrefix("report/") }.map { String($0.dropFirst(7)) },
      folder: folder, targets: server.targets)
  }

  /// The command ended without a report.
  struct Missing: Error {
    var status: Int32
    var errors: String
  }
}
