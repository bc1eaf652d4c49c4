import Foundation
import Support
import Testing

/// README and the guides show only what works: every `mingcha` line of a `sh` block is run, in its
/// order, in a folder that holds what the page's YAML blocks say.
@Suite(.timeLimit(.minutes(20)))
struct `Documents` {
  /// One fenced block.
  private struct Block {
    let language: String
    let text: String
  }

  private static func blocks(_ page: String) throws -> [Block] {
    let text = try String(
      contentsOf: BuiltCommand.root.appendingPathComponent(page), encoding: .utf8)
    let parts = text.components(separatedBy: "\n```")
    // Fences open and close by turns: every second part is inside.
    return stride(from: 1, to: parts.count, by: 2).map { place in
      let lines = parts[place].split(
        separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return Block(
        language: String(lines.first ?? ""), text: lines.count > 1 ? String(lines[1]) + "\n" : "")
    }
  }

  /// The file that a YAML block is: what its first line names, else a plan.
  private static func fileName(_ block: Block) -> String {
    let first = block.text.prefix { $0 != "\n" }
    return first.hasPrefix("# ") && first.hasSuffix(".yaml")
      ? String(first.dropFirst(2)) : "plan.yaml"
  }

  /// Where the examples' website is: nobody asks the real one.
  private static func local(_ text: String, _ server: LoopbackServer) -> String {
    text.replacingOccurrences(of: "http://www.example.gov.cn", with: server.origin)
      .replacingOccurrences(of: "rate: 5 ", with: "rate: 500 ")
  }

  @Test(arguments: [
    ("README.md", 15), ("README.zh.md", 13), ("docs/guides/evaluators.zh.md", 12),
    ("docs/guides/rule-authors.md", 7), ("docs/guides/web-teams.md", 9),
  ])
  func `show commands that work`(page: String, least: Int) async throws {
    let server = try LoopbackServer { request in
      request.path == "/" ? .html("<title>青岚区人民政府</title><p>首页</p>") : .notFound
    }
    defer { server.stop() }
    let folder = try TemporaryFolder()
    _ = try folder.create("page.html", "<title>通知</title><h1>通知</h1>")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("Rules"),
      withDestinationURL: BuiltCommand.root.appendingPathComponent("Rules"))
    let blocks = try Self.blocks(page)
    // A page without a plan of its own is about anybody's.
    _ = try folder.create(
      "plan.yaml",
      Self.local(
        try Self.blocks("README.md").first { $0.language == "yaml" }?.text ?? "", server))
    var count = 0
    for block in blocks {
      if block.language == "yaml" {
        _ = try folder.create(Self.fileName(block), Self.local(block.text, server))
      }
      guard block.language == "sh" else { continue }
      for line in block.text.split(separator: "\n") where line.hasPrefix("mingcha ") {
        count += 1
        try await Self.expectWorks(Self.local(String(line), server), in: folder)
      }
    }
    #expect(count >= least, "\(page): \(count)")
  }

  private static func expectWorks(_ line: String, in folder: TemporaryFolder) async throws {
    let outcome = try await SystemProgram.run(
      "/bin/sh", ["-c", line],
      environment: ["PATH": "\(BuiltCommand.folder.path):/usr/bin:/bin", "LANG": "C.UTF-8"],
      in: folder.url.path)
    #expect([0, 1, 3].contains(outcome.status), "\(line): \(outcome.status) \(outcome.text)")
    let isSilent = line.contains("--quiet") || line.contains(" > ")
    #expect(outcome.text.isEmpty == isSilent, "\(line): \(outcome.text)")
  }

  @Test func `show a notify that a plan takes`() async throws {
    let notify = try #require(
      try Self.blocks("docs/operations/notifications.md").first { $0.language == "yaml" })
    let plan = try #require(try Self.blocks("README.md").first { $0.language == "yaml" })
    let folder = try TemporaryFolder()
    let file = try folder.create("plan.yaml", plan.text + notify.text)
    let outcome = try await BuiltCommand.mingcha(
      "audit", file.path, "--archive", folder.path("nowhere"), "--out", folder.path("out"))
    // The plan is right; what is complained of is the archive alone.
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("--archive:"), "\(outcome.errors)")
  }

  @Test(arguments: ["README.md", "README.zh.md"])
  func `name make targets and files that exist`(page: String) throws {
    let text = try String(
      contentsOf: BuiltCommand.root.appendingPathComponent(page), encoding: .utf8)
    let makefile = try String(
      contentsOf: BuiltCommand.root.appendingPathComponent("Makefile"), encoding: .utf8)
    for target in ["demo", "test", "install", "deb"] {
      #expect(text.contains("make \(target)") && makefile.contains("\n\(target):"))
    }
  }

  @Test(arguments: [
    "README.md", "README.zh.md", "docs/guides/evaluators.zh.md", "docs/guides/rule-authors.md",
    "docs/guides/web-teams.md", "docs/operations/notifications.md",
  ])
  func `link to files that are there`(page: String) throws {
    let place = BuiltCommand.root.appendingPathComponent(page)
    let text = try String(contentsOf: place, encoding: .utf8)
    for part in text.components(separatedBy: "](").dropFirst() {
      let target = String(part.prefix { $0 != ")" })
      if target.hasPrefix("http") { continue }
      let file = place.deletingLastPathComponent().appendingPathComponent(target)
      #expect(FileManager.default.fileExists(atPath: file.path), "\(page): \(target)")
    }
  }
}
