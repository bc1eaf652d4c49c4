import Foundation

/// Programs of the system that tests call.
enum SystemProgram {
  /// Where a program lies; nil when the system has none of that name.
  static func path(_ name: String) -> String? {
    ["/usr/bin/\(name)", "/bin/\(name)"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// Runs a program to its end and collects what it says on both streams.
  ///
  /// `environment` is all that it gets; the tests' own when nil. No thread waits meanwhile.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String]? = nil,
    in place: String = "/"
  ) async throws -> (status: Int32, text: String) {
    let folder = try TemporaryFolder()
    let file = try folder.create("said")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let environment { process.environment = environment }
    process.currentDirectoryURL = URL(fileURLWithPath: place)
    process.standardInput = FileHandle.nullDevice
    let said = try FileHandle(forWritingTo: file)
    process.standardOutput = said
    process.standardError = said
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        done.resume(throwing: error)
      }
    }
    return (process.terminationStatus, String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }
}
