import Foundation
import Support
import Testing

/// The scripts that complete a command line in a shell.
@Suite(.timeLimit(.minutes(20)))
struct `Completions` {
  private static let shells = ["bash", "zsh", "fish"]

  private static func run(
    _ program: String, _ arguments: [String]
  ) async throws -> (status: Int32, text: String) {
    try await SystemProgram.run(
      program, arguments,
      environment: [
        "PATH": "\(BuiltCommand.folder.path):/usr/bin:/bin", "HOME": "/tmp", "LANG": "C.UTF-8",
      ], in: BuiltCommand.root.path)
  }

  @Test(arguments: shells)
  func `are scripts that the shell can read`(shell: String) async throws {
    let script = try await BuiltCommand.mingcha("--generate-completion-script", shell)
    #expect(script.status == 0)
    for word in ["audit", "gather", "explain", "fail-under"] {
      #expect(script.output.contains(word), "\(shell): \(word)")
    }
    #expect(!script.output.contains("Show "))
    let folder = try TemporaryFolder()
    let file = try folder.create("mingcha.\(shell)", script.output)
    guard let program = SystemProgram.path(shell) else { return }
    let outcome = try await Self.run(program, ["-n", file.path])
    #expect(outcome.status == 0 && outcome.text.isEmpty, "\(shell): \(outcome.text)")
  }

  private static let lines = [
    ("mingcha ", "audit"), ("mingcha rules ", "coverage"), ("mingcha au", "audit"),
    ("mingcha audit --fail-on ", "must"), ("mingcha audit --for", "--format"),
    ("mingcha gather --rules shant", "shanting-2021"), ("mingcha diff --format ", "markdown"),
    ("mingcha rules coverage hed", "hedong-2019"),
  ]

  /// What is offered stands before a tab; what it is for, in Chinese, behind it.
  ///
  /// What the program itself is asked for (names of packs) fish completes at a prompt alone.
  @Test(
    .enabled(if: SystemProgram.path("fish") != nil),
    arguments: lines.filter { !$0.1.contains("-20") })
  func `complete a line in fish`(line: String, word: String) async throws {
    let fish = try #require(SystemProgram.path("fish"))
    let script = try await BuiltCommand.mingcha("--generate-completion-script", "fish")
    let folder = try TemporaryFolder()
    let file = try folder.create("mingcha.fish", script.output)
    let outcome = try await Self.run(
      fish, ["--no-config", "-c", "source \(file.path); complete -C '\(line)'"])
    let offered = outcome.text.split(separator: "\n").compactMap { $0.split(separator: "\t").first }
    #expect(offered.contains { $0 == word }, "\(line): \(outcome.text)")
  }

  @Test(arguments: lines)
  func `complete a line in bash`(line: String, word: String) async throws {
    let bash = try #require(SystemProgram.path("bash"))
    let script = try await BuiltCommand.mingcha("--generate-completion-script", "bash")
    let folder = try TemporaryFolder()
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let test = try folder.create(
      "test.bash",
      script.output + """

        COMP_LINE='\(line)'
        COMP_POINT=\(line.utf8.count)
        COMP_WORDS=(\(quoted))
        COMP_CWORD=\(words.count - 1)
        COMP_TYPE=9
        function_name=$(complete -p mingcha | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
        "$function_name" mingcha '\(words.last ?? "")' '\(words.dropLast().last ?? "")'
        printf '%s\\n' "${COMPREPLY[@]}"

        """)
    let outcome = try await Self.run(bash, ["--norc", test.path])
    let offered = outcome.text.split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    #expect(offered.contains(word), "\(line): \(outcome.text)")
  }
}
