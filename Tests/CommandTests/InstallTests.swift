import Foundation
import Support
import Testing

/// `make install`, `make uninstall` and `make deb`, in a temporary root and with the built program.
@Suite(.timeLimit(.minutes(20)))
struct `Installing` {
  private static let binary = BuiltCommand.folder.appendingPathComponent("mingcha").path

  private static func make(_ words: String...) async throws -> (status: Int32, text: String) {
    var environment = ProcessInfo.processInfo.environment
    environment["DPKG_DEB_COMPRESSOR_TYPE"] = "none"
    // A setting of whoever installs must not get into what is installed.
    environment["MINGCHA_LANG"] = "en"
    return try await SystemProgram.run(
      "/usr/bin/make", ["-s", "-C", BuiltCommand.root.path] + words + ["BINARY=\(binary)"],
      environment: environment)
  }

  /// What the program of a temporary root says about where its packs are.
  private static func rules(
    _ program: String, in place: String, _ words: String...
  ) async throws -> String {
    try await SystemProgram.run(
      program, ["rules", "list"] + words, environment: ["PATH": "/usr/bin:/bin"], in: place
    ).text
  }

  @Test func `puts everything in its place and takes it away again, and nothing else`() async throws
  {
    let root = try TemporaryFolder()
    let made = try await Self.make("install", "DESTDIR=\(root.url.path)", "PREFIX=/opt/mc")
    #expect(made.status == 0, "\(made.text)")
    let files = Set(root.files())
    for file in [
      "bin/mingcha", "share/mingcha/Rules/shanting-2021/pack.yaml",
      "share/mingcha/Rules/calendar/workdays.csv", "share/man/man1/mingcha.1",
      "share/man/zh_CN/man1/mingcha.1",
      "share/bash-completion/completions/mingcha", "share/zsh/site-functions/_mingcha",
      "share/fish/vendor_completions.d/mingcha.fish", "lib/systemd/system/mingcha.service",
      "lib/systemd/system/mingcha.timer", "share/doc/mingcha/README.md",
      "share/doc/mingcha/README.zh.md", "share/doc/mingcha/guides/evaluators.zh.md",
      "share/doc/mingcha/operations/notifications.md",
    ] {
      #expect(files.contains("opt/mc/\(file)"), "\(file)")
    }
    let unit = String(
      decoding: try root.contents("opt/mc/lib/systemd/system/mingcha.service"), as: UTF8.self)
    #expect(unit.contains("ExecStart=/opt/mc/bin/mingcha audit"))
    // A second time over the first is the same; what others put there stays.
    #expect(
      try await Self.make("install", "DESTDIR=\(root.url.path)", "PREFIX=/opt/mc").status == 0)
    #expect(Set(root.files()) == files)
    _ = try root.create("opt/mc/share/mingcha/Rules/own.yaml", "mine")
    let gone = try await Self.make("uninstall", "DESTDIR=\(root.url.path)", "PREFIX=/opt/mc")
    #expect(gone.status == 0, "\(gone.text)")
    var isFolder = root.files()
    isFolder.removeAll { (try? root.contents($0)) == nil }
    #expect(isFolder == ["opt/mc/share/mingcha/Rules/own.yaml"])
  }

  @Test func `lets packs be found by path, in ./Rules, and under the share folder, in this order`()
    async throws
  {
    let root = try TemporaryFolder()
    let made = try await Self.make("install", "DESTDIR=\(root.url.path)", "PREFIX=/usr")
    #expect(made.status == 0, "\(made.text)")
    let program = root.path("usr/bin/mingcha")
    let share = root.path("usr/share/mingcha/Rules")
    let work = try TemporaryFolder()
    let installed = try await Self.rules(program, in: work.url.path)
    #expect(installed.contains("\(share)/shanting-2021/pack.yaml"), "\(installed)")
    // Through a link to the program, too.
    let link = work.path("mc")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: program)
    #expect(try await Self.rules(link, in: work.url.path) == installed)
    // One of ./Rules goes before one of that name under the share folder.
    try FileManager.default.createDirectory(
      at: work.url.appendingPathComponent("Rules"), withIntermediateDirectories: true)
    for name in ["shanting-2021", "vocabulary", "calendar"] {
      try FileManager.default.copyItem(
        atPath: "\(share)/\(name)", toPath: work.path("Rules/\(name)"))
    }
    let own = try await Self.rules(program, in: work.url.path)
    #expect(own.contains("\tRules/shanting-2021/pack.yaml"), "\(own)")
    #expect(own.contains("\(share)/hedong-2019/pack.yaml"))
    // A path names just this one.
    let shown = try await SystemProgram.run(
      program, ["rules", "coverage", "\(share)/shanting-2021"], environment: [:],
      in: work.url.path)
    #expect(shown.status == 0 && shown.text.hasPrefix("shanting-2021"), "\(shown.text)")
  }

  @Test func `refuses a prefix that is no place`() async throws {
    let made = try await Self.make("install", "PREFIX=usr", "DESTDIR=/nowhere")
    #expect(made.status != 0)
    #expect(made.text.contains("PREFIX=usr"))
  }

  @Test(.enabled(if: SystemProgram.path("dpkg-deb") != nil))
  func `makes a package whose dependencies are those of the program`() async throws {
    let folder = try TemporaryFolder()
    let made = try await Self.make("deb", "OUTPUT=\(folder.url.path)")
    #expect(made.status == 0, "\(made.text)")
    let name = try #require(folder.files().first { $0.hasSuffix(".deb") })
    let package = folder.path(name)
    let fields = try await SystemProgram.run("/usr/bin/dpkg-deb", ["-f", package]).text
    #expect(fields.contains("Package: mingcha\n"))
    for library in ["libcurl4", "libxml2", "libc6", "libxlsxwriter", "libarchive13"] {
      let line = fields.split(separator: "\n").first { $0.hasPrefix("Depends:") }
      #expect(line?.contains(library) == true, "\(fields)")
    }
    let root = folder.path("root")
    #expect(try await SystemProgram.run("/usr/bin/dpkg-deb", ["-x", package, root]).status == 0)
    let listed = try await Self.rules("\(root)/usr/bin/mingcha", in: folder.url.path)
    #expect(listed.contains("\(root)/usr/share/mingcha/Rules/shanting-2021"), "\(listed)")
    for file in [
      "usr/share/man/man1/mingcha.1.gz", "lib/systemd/system/mingcha.timer",
      "usr/share/doc/mingcha/copyright",
    ] {
      #expect(FileManager.default.fileExists(atPath: "\(root)/\(file)"), "\(file)")
    }
  }
}

/// `man mingcha`, in English and in Chinese.
@Suite(.timeLimit(.minutes(20)))
struct `The manual page` {
  private static let pages = [("en", "mingcha.1"), ("zh-Hans", "mingcha.zh_CN.1")]

  private static func path(_ name: String) -> String {
    BuiltCommand.root.appendingPathComponent("docs/man/\(name)").path
  }

  @Test(arguments: pages)
  func `is what the program says of itself`(language: String, name: String) async throws {
    let made = try await SystemProgram.run(
      "/usr/bin/python3",
      [
        BuiltCommand.root.appendingPathComponent("scripts/manual").path, language,
        BuiltCommand.folder.appendingPathComponent("mingcha").path,
      ])
    #expect(made.status == 0, "\(made.text)")
    let page = try String(contentsOf: URL(fileURLWithPath: Self.path(name)), encoding: .utf8)
    #expect(made.text == page, "docs/man/\(name) is stale: make man")
  }

  @Test(
    .enabled(if: SystemProgram.path("man") != nil && SystemProgram.path("groff") != nil),
    arguments: pages)
  func `is read without a warning`(language: String, name: String) async throws {
    let environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"]
    let shown = try await SystemProgram.run(
      "/bin/sh", ["-c", "man -l --warnings -Tutf8 \"$1\" 2>&1 >/dev/null", "sh", Self.path(name)],
      environment: environment)
    #expect(shown.text.isEmpty && shown.status == 0, "\(shown.text)")
    let text = try await SystemProgram.run(
      "/bin/sh", ["-c", "man -l -Tutf8 \"$1\" | col -bx", "sh", Self.path(name)],
      environment: environment
    ).text
    for part in ["mingcha audit plan.yaml", "MINGCHA_RATE", "EXIT STATUS"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.contains("政务公开合规审核") == (language == "zh-Hans"))
  }

  @Test(.enabled(if: SystemProgram.path("mandoc") != nil), arguments: pages)
  func `has no fault that mandoc knows`(language: String, name: String) async throws {
    let outcome = try await SystemProgram.run(
      "/usr/bin/mandoc", ["-Tlint", "-Werror", Self.path(name)])
    #expect(outcome.status == 0, "\(outcome.text)")
  }
}
