import Foundation
import Support
import Testing

/// A report that is made again never costs the evidence that it rests on.
@Suite(.timeLimit(.minutes(2)))
struct `Archive beside its report` {
  @Test func `outlives an audit of itself into the same folder`() async throws {
    let server = try LoopbackServer { request in
      request.path == "/" ? .html("<title>青岚区人民政府</title><p>首页</p>") : .notFound
    }
    let folder = try TemporaryFolder()
    _ = try folder.create(
      "plan.yaml",
      """
      plan: 示例
      as-of: 2021-12-31
      rules: [shanting-2021]
      sites:
        - {id: portal, start: ["http://127.0.0.1:\(server.port)/"]}
      units:
        - {id: czj, name: 区财政局, kind: department, scope: [/czj/]}
      """)
    let plan = folder.path("plan.yaml")
    let out = folder.path("report")
    _ = try await BuiltCommand.mingcha("audit", plan, "--out", out, "--progress", "none")
    server.stop()
    let archive = "\(out)/archive"
    let before = try FileManager.default.contentsOfDirectory(atPath: archive)
    #expect(!before.isEmpty)
    for _ in 1...2 {
      let again = try await BuiltCommand.mingcha(
        "audit", plan, "--archive", archive, "--out", out, "--progress", "none")
      #expect([1, 3].contains(again.status), "\(again.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: archive) == before)
    }
  }
}
