import Foundation
import Support
import Testing

/// README shows only what works: every `mingcha` line of it is run, in its order.
@Suite(.timeLimit(.minutes(5)))
struct `README` {
  /// The arguments of each line, comment dropped.
  private static func commands() throws -> [[String]] {
    let text = try String(
      contentsOf: BuiltCommand.root.appendingPathComponent("README.md"), encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("mingcha ") }.map { line in
      line.prefix { $0 != "#" }.split(separator: " ").dropFirst().map { String($0) }
    }
  }

  /// What a line of README ends with: the town's site has one unit, which passes.
  private static let paths: Set<String> = [
    "plan.yaml", "archive", "new", "page.html", "Reports/now", "Reports/again", "Reports/english",
    "Reports/again/audit.json", "Reports/now/audit.json",
  ]

  @Test func `shows commands that work`() async throws {
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
        - {id: czj, name: 区财政局, kind: department, scope: [/zwgk/bm/czj/]}
      """)
    _ = try folder.create("page.html", "<title>通知</title><h1>通知</h1>")
    let commands = try Self.commands()
    #expect(commands.count >= 10)
    for words in commands {
      // The first word is the command: `archive` is one too.
      let arguments = words.enumerated().map { place, word in
        place > 0 && Self.paths.contains(word) ? folder.path(word) : word
      }
      let outcome = try await BuiltCommand.run("mingcha", arguments, input: .nullDevice)
      #expect(
        [0, 1, 3].contains(outcome.status),
        "\(words.joined(separator: " ")): \(outcome.status) \(outcome.errors)")
      #expect(!outcome.output.isEmpty, "\(words.joined(separator: " "))")
    }
    server.stop()
  }

  @Test func `names make targets that exist`() throws {
    let makefile = try String(
      contentsOf: BuiltCommand.root.appendingPathComponent("Makefile"), encoding: .utf8)
    for target in ["setup", "build", "demo", "test", "bench", "lint", "bench-accuracy"] {
      #expect(makefile.contains("\n\(target):"))
    }
  }
}
