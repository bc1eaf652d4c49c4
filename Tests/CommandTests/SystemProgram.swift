import Foundation

/// Programs of the system that tests call.
enum SystemProgram {
  /// Where a program lies; nil when the system has none of that name.
  static func path(_ name: String) -> String? {
    ["/usr/bin/\(name)", "/bin/\(name)"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// Runs a program and collects what it says on both streams.
  ///
  /// `environment` is all that it gets; the tests' own when nil.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String]? = nil,
    in place: String = "/"
  ) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let environment { process.environment = environment }
    process.currentDirectoryURL = URL(fileURLWithPath: place)
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}
