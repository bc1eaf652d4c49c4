import Foundation
import Support
import Testing

/// What `docs/operations` offers is run, not only shown.
@Suite(.timeLimit(.minutes(20)))
struct `Operations` {
  private static let folder = BuiltCommand.root.appendingPathComponent("docs/operations")

  @Test func `the line of crontab works with cron's sparse environment`() async throws {
    let crontab = try String(
      contentsOf: Self.folder.appendingPathComponent("crontab"), encoding: .utf8)
    let line = try #require(
      crontab.split(separator: "\n").first { $0.first?.isNumber ?? false })
    let fields = line.split(separator: " ", maxSplits: 5)
    #expect(fields.count == 6)
    #expect(!fields[5].contains("%"), "cron takes % for a line end")
    // The program's own folder in place of the last that PATH names; nothing else is changed.
    let command = fields[5].replacingOccurrences(
      of: "/usr/local/bin:", with: "\(BuiltCommand.folder.path):")
    let site = try await SmallSite()
    let home = site.folder.url.appendingPathComponent("home")
    let work = home.appendingPathComponent("mingcha")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: URL(fileURLWithPath: site.plan), to: work.appendingPathComponent("plan.yaml"))
    try Data("MINGCHA_LANG=en\nMINGCHA_MAX_PAGES=5\n".utf8).write(
      to: work.appendingPathComponent("environment"))
    let environment = [
      "HOME": home.path, "LOGNAME": "audit", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin",
    ]
    let outcome = try await SystemProgram.run(
      "/bin/sh", ["-c", command], environment: environment, in: home.path)
    #expect(outcome.status == 3 && outcome.text.isEmpty, "\(outcome)")
    let report = work.appendingPathComponent("Reports/latest").path
    for name in ["index.html", "audit.json"] {
      #expect(FileManager.default.fileExists(atPath: "\(report)/\(name)"))
    }
    let audit = try AuditFile(
      Data(contentsOf: URL(fileURLWithPath: "\(report)/audit.json")))
    #expect(audit.run.language == "en")
    // Without the file of settings, too.
    try FileManager.default.removeItem(at: work.appendingPathComponent("environment"))
    let again = try await SystemProgram.run(
      "/bin/sh", ["-c", command], environment: environment, in: home.path)
    #expect(again.status == 3 && again.text.isEmpty, "\(again)")
  }

  @Test(.enabled(if: SystemProgram.path("systemd-analyze") != nil))
  func `the units of systemd are sound`() async throws {
    let folder = try TemporaryFolder()
    for name in ["mingcha.service", "mingcha.timer"] {
      let text = try String(
        contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
      // The built program stands for the installed one.
      _ = try folder.create(
        name,
        text.replacingOccurrences(
          of: "/usr/bin/mingcha", with: BuiltCommand.folder.appendingPathComponent("mingcha").path))
    }
    let outcome = try await SystemProgram.run(
      "/usr/bin/systemd-analyze",
      ["verify", "--man=no", folder.path("mingcha.service"), folder.path("mingcha.timer")])
    #expect(outcome.status == 0 && outcome.text.isEmpty, "\(outcome.text)")
    let time = try await SystemProgram.run(
      "/usr/bin/systemd-analyze", ["calendar", "*-*-* 02:30:00 Asia/Shanghai"])
    #expect(time.status == 0)
  }

  @Test func `the service's command is one that the program takes`() async throws {
    let text = try String(
      contentsOf: Self.folder.appendingPathComponent("mingcha.service"), encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
    let words = line.dropFirst("ExecStart=".count).split(separator: " ").map { String($0) }
    #expect(words.first == "/usr/bin/mingcha")
    let site = try await SmallSite()
    let arguments = words.dropFirst().map { $0 == "/etc/mingcha/plan.yaml" ? site.plan : $0 }
    let outcome = try await BuiltCommand.run(
      "mingcha", arguments, input: .nullDevice, in: site.folder.url.path)
    #expect(outcome.status == 3, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    #expect(
      FileManager.default.fileExists(atPath: site.folder.path("Reports/latest/index.html")))
  }
}
