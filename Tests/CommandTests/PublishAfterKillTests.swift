import Foundation
import Support
import Testing

/// `kill -9` at any moment of publishing: a reader finds the old report or the new one, whole.
@Suite(.timeLimit(.minutes(20)))
struct `Publishing` {
  /// A report in Chinese with things of others beside it, to be replaced by the same in English.
  private final class Stage: Sendable {
    let site: SmallSite
    let old: [String: Data]
    let new: [String: Data]
    var folder: TemporaryFolder { site.folder }
    var out: String { folder.path("site/report") }

    init() async throws {
      site = try await SmallSite()
      _ = try await site.audit(["--out", "judged", "--format", "json", "--quiet"])
      let folder = site.folder
      func made(_ name: String, _ language: String) async throws -> [String: Data] {
        _ = try await BuiltCommand.run(
          "mingcha", Self.words(folder, language, folder.path(name)), input: .nullDevice)
        try Self.lay(name, folder)
        return Stage.contents(folder.path(name))
      }
      old = try await made("old", "zh-Hans")
      new = try await made("new", "en")
    }

    /// What a person put beside the report, and an archive that the new report does not bring.
    private static func lay(_ name: String, _ folder: TemporaryFolder) throws {
      try FileManager.default.createDirectory(
        at: folder.url.appendingPathComponent("\(name)/archive/x"),
        withIntermediateDirectories: true)
      _ = try folder.create("\(name)/archive/x/a.warc.gz", "evidence")
      _ = try folder.create("\(name)/批注.txt", "人写的")
    }

    static func words(_ folder: TemporaryFolder, _ language: String, _ out: String) -> [String] {
      [
        "report", folder.path("judged/audit.json"), "--format", "json,markdown", "--lang", language,
        "--out", out,
      ]
    }

    /// Puts the old report where runs are tried.
    func reset() throws {
      let place = folder.url.appendingPathComponent("site")
      try? FileManager.default.removeItem(at: place)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: folder.url.appendingPathComponent("old"), to: place.appendingPathComponent("report"))
    }

    /// Renders in English over the old report; dies at the change of that number.
    func render(killedAt number: Int? = nil) async throws -> BuiltCommand.Outcome {
      var environment = [
        "LD_PRELOAD": BuiltCommand.folder.appendingPathComponent("libkill-switch.so").path,
        "KILL_COUNT": folder.path("count"),
      ]
      if let number { environment["KILL_AT"] = "\(number)" }
      return try await BuiltCommand.run(
        "mingcha", Self.words(folder, "en", out), input: .nullDevice, environment: environment)
    }

    /// Every file below a folder, by its path.
    static func contents(_ path: String) -> [String: Data] {
      var found: [String: Data] = [:]
      for name in FileManager.default.subpaths(atPath: path) ?? [] {
        // Nil for a folder.
        found[name] = try? Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
      }
      return found
    }

    /// The hidden names beside the report.
    func leftovers() -> [String] {
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path("site"))
      return (names ?? []).filter { $0 != "report" }.sorted()
    }
  }

  @Test func `killed at any change, leaves the old report or the new, and the next run cleans up`()
    async throws
  {
    let stage = try await Stage()
    #expect(stage.old.keys.sorted() == stage.new.keys.sorted())
    #expect(stage.old != stage.new)
    try stage.reset()
    #expect(try await stage.render().status == 0)
    #expect(Stage.contents(stage.out) == stage.new)
    let changes = try #require(
      Int(String(decoding: stage.folder.contents("count"), as: UTF8.self).dropLast()))
    #expect(changes > 10)
    var seen: Set<String> = []
    for number in 1...changes {
      try stage.reset()
      #expect(try await stage.render(killedAt: number).status == 1009)
      let found = Stage.contents(stage.out)
      #expect(found == stage.old || found == stage.new, "killed at change \(number)")
      seen.insert(found == stage.old ? "old" : "new")
      #expect(try await stage.render().status == 0)
      #expect(Stage.contents(stage.out) == stage.new, "after change \(number)")
      #expect(stage.leftovers() == [".report.lock"], "after change \(number)")
    }
    #expect(seen == ["old", "new"])
  }

  @Test func `into a link replaces what it points at, and the link stays`() async throws {
    let stage = try await Stage()
    try stage.reset()
    let link = stage.folder.path("site/current")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "report")
    let outcome = try await BuiltCommand.run(
      "mingcha", Stage.words(stage.folder, "en", link), input: .nullDevice)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(Stage.contents(stage.out) == stage.new)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "report")
  }

  @Test(arguments: ["index.html", "照片.jpg"])
  func `never replaces a folder that is not a report of ours`(file: String) async throws {
    let stage = try await Stage()
    try FileManager.default.createDirectory(
      at: stage.folder.url.appendingPathComponent("www"), withIntermediateDirectories: true)
    _ = try stage.folder.create("www/\(file)", "mine")
    let outcome = try await BuiltCommand.run(
      "mingcha", Stage.words(stage.folder, "en", stage.folder.path("www")), input: .nullDevice)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--out"))
    #expect(try stage.folder.contents("www/\(file)") == Data("mine".utf8))
  }
}
