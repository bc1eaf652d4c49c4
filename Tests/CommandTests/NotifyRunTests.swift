import Foundation
import Support
import Synchronization
import Testing

/// What a run tells the channels of its plan.
@Suite(.timeLimit(.minutes(20)))
struct `Notified runs` {
  private static let secret = "geheim-0123456789abcdef"

  /// A site that can lose its news, a plan that tells a robot, and the robot.
  private final class Scene: Sendable {
    let folder: TemporaryFolder
    let robot: LoopbackServer
    private let site: LoopbackServer
    private let plan: String
    private let shared = Shared()

    init(always: Bool = false) throws {
      site = try LoopbackServer { [shared] request in shared.page(request) }
      robot = try LoopbackServer { _ in .response(.text(#"{"errcode":0,"errmsg":"ok"}"#)) }
      folder = try TemporaryFolder()
      plan = try folder.create(
        "plan.yaml",
        """
        plan: 通知
        as-of: 2021-12-31
        rules: [shanting-2021]
        parameters: {shanting-2021: {clauses: ["A.*"]}}
        crawl: {rate: 500}
        sites:
          - {id: portal, start: ["\(site.origin)/"]}
        units:
          - {id: czj, name: 区财政局, kind: department, scope: [/czj/]}
        notify:
          - {to: wecom, url-env: ROBOT, always: \(always)}
        """
      ).path
    }

    /// The state of the site, for its handler.
    private final class Shared: Sendable {
      let isHere = Mutex(true)

      func page(_ request: ServerRequest) -> ServerReply {
        switch request.path {
        case "/":
          return .html("<title>青岚区人民政府</title><a href=\"/czj/\">区财政局</a>")
        case "/czj/" where isHere.withLock({ $0 }):
          return .html(
            "<title>区财政局</title><ul><li><a href=\"/czj/1.html\">机构职能</a><span>2021-12-01</span></li></ul>"
          )
        default: return .notFound
        }
      }
    }

    /// Turns the unit's pages off.
    func loseNews() { shared.isHere.withLock { $0 = false } }

    func audit(
      _ words: [String] = [], robot address: String? = nil
    ) async throws -> BuiltCommand.Outcome {
      try await BuiltCommand.run(
        "mingcha",
        ["audit", plan, "--progress", "none", "--format", "json,html", "--quiet"] + words,
        input: .nullDevice,
        environment: ["ROBOT": address ?? "\(robot.origin)/send?key=\(secret)"],
        in: folder.url.path)
    }

    /// Whether the secret stands anywhere in what the runs left.
    func holdsSecret() -> Bool {
      let wanted = Data(secret.utf8)
      return folder.files().contains { name in
        guard !name.hasSuffix("/"), let data = try? folder.contents(name) else { return false }
        return data.range(of: wanted) != nil
      }
    }
  }

  @Test(arguments: [[], ["--out", "report"]])
  func `tell what changed against the run before, once`(words: [String]) async throws {
    let scene = try Scene()
    let first = try await scene.audit(words)
    #expect([1, 3].contains(first.status) && first.errors.isEmpty, "\(first.errors)")
    #expect(scene.robot.requests.isEmpty, "nothing to compare with")
    _ = try await scene.audit(words)
    #expect(scene.robot.requests.isEmpty, "nothing changed")
    scene.loseNews()
    let changed = try await scene.audit(words)
    #expect(changed.errors.isEmpty, "\(changed.errors)")
    #expect(scene.robot.requests.count == 1)
    let body = String(decoding: try #require(scene.robot.requests.first).body, as: UTF8.self)
    #expect(body.contains("通知") && body.contains("区财政局"), "\(body)")
    _ = try await scene.audit(words)
    #expect(scene.robot.requests.count == 1, "told already")
    #expect(!scene.holdsSecret())
  }

  @Test func `that can't tell say so, and end as they would`() async throws {
    let scene = try Scene(always: true)
    let told = try await scene.audit()
    #expect(scene.robot.requests.count == 1)
    scene.robot.stop()
    let failed = try await scene.audit()
    #expect(failed.status == told.status)
    #expect(failed.errors.contains("plan.yaml:") && failed.errors.contains("wecom"))
    #expect(failed.errors.contains("通知没有发出"))
    #expect(!failed.errors.contains(Self.secret))
    let unset = try await scene.audit(robot: "")
    #expect(unset.status == told.status)
    #expect(unset.errors.contains("ROBOT"))
    #expect(!scene.holdsSecret())
  }

  @Test func `of some units tell nobody`() async throws {
    let scene = try Scene(always: true)
    _ = try await scene.audit(["--units", "czj"])
    #expect(scene.robot.requests.isEmpty)
  }
}
