import Foundation
import Report
import Score
import Support
import Texts

/// Programs that are not ours, which read what we write; `scripts/setup tests` installs them and
/// `scripts/check` insists on them.
enum OtherReader {
  private static let python = Fixtures.root + "/.build/tools/bin/python"
  private static let script = Fixtures.root + "/Tests/Support/Readers/read_report.py"

  /// Python with openpyxl, junitparser and pydantic-sarif, and cmark-gfm.
  static let areThere: Bool = {
    let modules = ["-c", "import openpyxl, junitparser, pydantic_sarif"]
    let isPython = (try? run(python, modules))?.status == 0
    return isPython && (try? run("/usr/bin/env", ["cmark-gfm", "--version"]))?.status == 0
  }()

  /// LibreOffice without a screen, and pdftotext.
  static let hasOffice: Bool = (try? run("/usr/bin/env", ["soffice", "--version"]))?.status == 0

  static func run(
    _ program: String, _ arguments: [String]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// Runs a command of `read_report.py`.
  static func read(_ arguments: String...) throws -> (status: Int32, output: String) {
    try run(python, [script] + arguments)
  }

  /// Has LibreOffice read files and write them in another format to the folder `out`.
  static func office(_ files: [String], to format: String, out: String) throws -> (
    status: Int32, output: String
  ) {
    // A profile of its own: a second LibreOffice with the same one does nothing and says so to nobody.
    let profile = "-env:UserInstallation=file://\(out)/profile"
    return try run(
      "/usr/bin/env",
      ["soffice", profile, "--headless", "--convert-to", format, "--outdir", out] + files)
  }

  /// Renders formats below a folder; returns the paths in the order of the reporters.
  @discardableResult
  static func write(
    _ audit: AuditResult, _ reporters: [any Reporter.Type], _ language: Language,
    below folder: String
  ) throws -> [String] {
    var paths: [String] = []
    for file in try reporters.flatMap({ try $0.render(audit, in: language) }) {
      let place = URL(fileURLWithPath: folder).appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: place)
      paths.append(place.path)
    }
    return paths
  }
}
