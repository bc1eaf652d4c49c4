import Foundation
import Support
import Testing

/// What the commands say of themselves.
@Suite(.timeLimit(.minutes(20)))
struct `Help` {
  @Test(arguments: [
    [], ["audit"], ["gather"], ["report"], ["read"], ["diff"], ["explain"], ["rules"],
    ["rules", "list"], ["rules", "show"], ["rules", "lint"], ["rules", "test"],
    ["rules", "coverage"], ["rules", "kinds"], ["rules", "schema"], ["archive"],
    ["archive", "list"],
    ["archive", "show"], ["archive", "verify"], ["archive", "extract"],
  ])
  func `shows examples`(command: [String]) async throws {
    let outcome = try await BuiltCommand.run("mingcha", command + ["--help"], input: .nullDevice)
    #expect(outcome.status == 0)
    let words = (["mingcha"] + command).joined(separator: " ")
    let examples = outcome.output.split(separator: "\n").filter {
      $0.contains(words + (command.isEmpty || command.count == 1 ? " " : ""))
        && !$0.hasPrefix("USAGE:")
    }
    #expect(!examples.isEmpty, "\(words): \(outcome.output)")
  }

  private static let commands: [[String]] = [
    [], ["audit"], ["gather"], ["report"], ["read"], ["diff"], ["explain"], ["settings"],
    ["rules"], ["rules", "list"], ["rules", "show"], ["rules", "lint"], ["rules", "test"],
    ["rules", "coverage"], ["rules", "kinds"], ["rules", "schema"], ["archive"],
    ["archive", "list"], ["archive", "show"], ["archive", "verify"], ["archive", "extract"],
  ]

  /// Chinese stands in units' names alone.
  @Test(arguments: commands)
  func `is whole in English`(command: [String]) async throws {
    let outcome = try await BuiltCommand.run(
      "mingcha", command + ["--help"], input: .nullDevice, environment: ["MINGCHA_LANG": "en"])
    #expect(outcome.status == 0)
    let lines = outcome.output.replacingOccurrences(of: "区财政局", with: "").split(separator: "\n")
    let chinese = lines.filter { line in
      line.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
    #expect(chinese.isEmpty, "\(chinese)")
    #expect(outcome.output.contains("Examples:"))
  }

  @Test(arguments: commands)
  func `is whole in Chinese`(command: [String]) async throws {
    let outcome = try await BuiltCommand.run(
      "mingcha", command + ["--help"], input: .nullDevice)
    #expect(outcome.output.contains("例："))
    for words in [
      "OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "See '", "Show ", "(values",
      "default",
    ] {
      #expect(!outcome.output.contains(words), "\(words): \(outcome.output)")
    }
    let own = outcome.output.split(separator: "\n").filter {
      $0.hasPrefix("  -") && $0.split(separator: " ").count > 2
    }
    let english = own.filter { line in
      !line.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
    #expect(english.isEmpty, "\(english)")
  }

  /// 80 columns, of which a Chinese character takes two; examples stay whole.
  @Test(arguments: commands)
  func `fits a terminal`(command: [String]) async throws {
    let outcome = try await BuiltCommand.run("mingcha", command + ["--help"], input: .nullDevice)
    for line in outcome.output.split(separator: "\n") where !line.hasPrefix("  mingcha") {
      let width = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
      #expect(width <= 80, "\(line)")
    }
  }

  @Test(arguments: [
    (["audit"], "错误：缺少参数 <plan>"),
    (["audit", "x", "--frob"], "错误：没有选项 --frob"),
    (["audit", "x", "--quet"], "错误：没有选项 --quet。是不是 --quiet？"),
    (["audit", "x", "--keep", "many"], "错误：--keep <N> 的值“many”无效"),
    (["audit", "x", "--out"], "错误：--out <out> 缺少值"),
    (["audit", "x", "--quiet=3"], "错误：选项 --quiet 不带值，却写了“3”。"),
    (["audit", "x", "--progress", "foo"], "的值“foo”无效，可用的是 auto、plain、none。"),
    (["audit", "x", "--format", "pdf"], "错误：--format <format> 的值“pdf”无效，可用的是："),
    (["frob"], "错误：多余的参数 frob"),
    (["audit", "a", "b", "c"], "错误：多余的 2 个参数：b、c"),
  ])
  func `says in Chinese what was wrong with the words`(words: [String], said: String) async throws {
    let outcome = try await BuiltCommand.run("mingcha", words, input: .nullDevice)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(said), "\(outcome.errors)")
    #expect(outcome.errors.contains("用法：mingcha") && outcome.errors.contains("详见：mingcha"))
  }

  @Test func `says in English what was wrong with the words`() async throws {
    let outcome = try await BuiltCommand.run(
      "mingcha", ["audit", "x", "--frob", "--lang", "en"], input: .nullDevice)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("Error: Unknown option '--frob'"))
  }
}

/// How much the commands say, and where.
@Suite(.timeLimit(.minutes(20)))
struct `Talk` {
  /// Audits a site of one page.
  private static func judge(_ words: [String]) async throws -> BuiltCommand.Outcome {
    let server = try LoopbackServer { request in
      request.path == "/" ? .html("<title>青岚区人民政府</title><p>首页</p>") : .notFound
    }
    defer { server.stop() }
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
    return try await BuiltCommand.run(
      "mingcha",
      [
        "audit", plan.path, "--out", folder.path("out"), "--format", "json", "--progress", "none",
      ] + words, input: .nullDevice)
  }

  @Test func `is nothing with --quiet`() async throws {
    let outcome = try await Self.judge(["--quiet"])
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
  }

  @Test func `is more with --verbose, on stderr, and the result stays the same`() async throws {
    let usual = try await Self.judge(["--lang", "en"])
    let verbose = try await Self.judge(["--lang", "en", "--verbose"])
    #expect(verbose.status == usual.status)
    #expect(verbose.errors.contains("rule pack shanting-2021: "))
    #expect(verbose.errors.contains("wrote audit.json: "))
    #expect(!usual.errors.contains("wrote"))
    let body = { (text: String) in text.split(separator: "\n").dropLast() }
    #expect(body(verbose.output) == body(usual.output))
  }

  @Test func `ends with 2 when both are asked for`() async throws {
    let outcome = try await Self.judge(["-q", "-v"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--quiet"), "\(outcome.errors)")
  }

  @Test(arguments: [("always", true), ("never", false), ("auto", false)])
  func `is painted as --color says`(choice: String, isPainted: Bool) async throws {
    let outcome = try await Self.judge(["--color", choice])
    #expect(outcome.output.contains("\u{1B}[") == isPainted)
  }
}
