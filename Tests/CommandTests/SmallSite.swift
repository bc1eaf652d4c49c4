import Foundation
import Support

/// A site of one page, its plan, and its archive: what a test of outputs needs, in no time.
final class SmallSite: Sendable {
  let folder: TemporaryFolder
  let plan: String
  let archive: String

  /// Gathers the site; `more` stands at the end of the plan.
  init(plan title: String = "示例", more: String = "") async throws {
    let server = try LoopbackServer { request in
      request.path == "/" ? .html("<title>青岚区人民政府</title><p>首页</p>") : .notFound
    }
    defer { server.stop() }
    folder = try TemporaryFolder()
    archive = folder.path("archive")
    plan = try folder.create(
      "plan.yaml",
      """
      plan: \(title)
      as-of: 2021-12-31
      rules: [shanting-2021]
      sites:
        - {id: portal, start: ["http://127.0.0.1:\(server.port)/"]}
      units:
        - {id: czj, name: 区财政局, kind: department, scope: [/zwgk/bm/czj/]}
      \(more)
      """
    ).path
    let outcome = try await BuiltCommand.mingcha(
      "gather", plan, "--archive", archive, "--progress", "none")
    guard outcome.status == 0 || outcome.status == 3 else { throw Failure(words: outcome.errors) }
  }

  /// Gathering did not work.
  struct Failure: Error { let words: String }

  /// Judges the archive in the site's own folder.
  func audit(
    _ words: [String], environment: [String: String] = [:]
  ) async throws -> BuiltCommand.Outcome {
    try await BuiltCommand.run(
      "mingcha", ["audit", plan, "--archive", archive, "--progress", "none"] + words,
      input: .nullDevice, environment: environment, in: folder.url.path)
  }
}
