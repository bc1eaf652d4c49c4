import Glibc

/// The programs that read what we do not: where they are, and how they are run.
struct Toolbox {
  /// A program with the Debian package that brings it.
  struct Tool {
    let name: String
    let package: String

    static let pdftotext = Tool(name: "pdftotext", package: "poppler-utils")
    static let pdfinfo = Tool(name: "pdfinfo", package: "poppler-utils")
    static let pdfimages = Tool(name: "pdfimages", package: "poppler-utils")
    static let antiword = Tool(name: "antiword", package: "antiword")
    static let catdoc = Tool(name: "catdoc", package: "catdoc")
    static let xls2csv = Tool(name: "xls2csv", package: "catdoc")
  }

  /// Where programs are looked for, in this order.
  let folders: [String]
  /// Seconds that one run may take.
  let seconds: Double

  /// The path under which a tool finds the document that is its standard input.
  static let inputPath = "/proc/self/fd/0"
  private static let mostOutput = 12 << 20

  /// Runs a tool on a document; nil when it is not installed or can't be started.
  func run(_ tool: Tool, _ arguments: [String], on bytes: [UInt8]) -> ChildProcess.Outcome? {
    guard let path = path(of: tool), let file = MemoryFile(bytes) else { return nil }
    let child = ChildProcess(
      program: path, arguments: arguments, folder: ".", seconds: seconds,
      mostOutput: Self.mostOutput)
    let outcome = child.run(input: file.descriptor)
    return outcome.ending == .notStarted ? nil : outcome
  }

  private func path(of tool: Tool) -> String? {
    folders.lazy.map { "\($0)/\(tool.name)" }.first { unsafe access($0, X_OK) == 0 }
  }
}
