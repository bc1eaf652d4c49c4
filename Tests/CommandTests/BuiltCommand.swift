import Foundation
import Synchronization

/// Runs the executables that were built beside these tests.
enum BuiltCommand {
  /// What a finished run leaves.
  struct Outcome: Sendable {
    var status: Int32
    var output: String
    var errors: String
    /// The most memory that it held at a time, in bytes; 0 when it was not looked at.
    var peak = 0
  }

  /// The folder of the test binary, which holds the executables too.
  static let folder: URL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// The checkout, where `Rules/` is found.
  static let root: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Runs `mingcha` with `arguments` in the checkout and waits for its end.
  static func mingcha(_ arguments: String...) async throws -> Outcome {
    try await run("mingcha", arguments, input: .nullDevice)
  }

  /// Runs one of the built executables; stdout and stderr are collected in files.
  ///
  /// `environment` is added to the tests' own, and `place` is where it runs, the checkout when nil.
  /// With `watchesMemory` the run's peak is measured.
  static func run(
    _ name: String, _ arguments: [String], input: FileHandle,
    environment: [String: String] = [:], in place: String? = nil, watchesMemory: Bool = false
  ) async throws -> Outcome {
    let kept = try TemporaryFolder()
    let files = try ["out", "err"].map { try kept.create($0) }
    let process = Process()
    process.executableURL = folder.appendingPathComponent(name)
    process.arguments = arguments
    process.currentDirectoryURL = place.map { URL(fileURLWithPath: $0) } ?? root
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = input
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    let watch = MemoryWatch()
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do {
        try process.run()
        if watchesMemory { watch.begin(process.processIdentifier) }
      } catch {
        process.terminationHandler = nil
        done.resume(throwing: error)
      }
    }
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    // A signal counts as a status that no contract has.
    let status =
      process.terminationReason == .exit
      ? process.terminationStatus : 1000 + process.terminationStatus
    return Outcome(
      status: status, output: texts[0], errors: texts[1], peak: await watch.peak)
  }
}

/// Reads a process's own account of its peak memory for as long as the process lives.
///
/// The kernel's account only grows, so that the last reading before the end is all but the end's.
private final class MemoryWatch: Sendable {
  private let task = Mutex<Task<Int, Never>?>(nil)

  /// The largest `VmHWM` that was seen, in bytes.
  var peak: Int {
    get async { await task.withLock { $0 }?.value ?? 0 }
  }

  func begin(_ process: Int32) {
    task.withLock { task in
      task = Task {
        var peak = 0
        while let now = Self.peak(of: process) {
          peak = max(peak, now)
          try? await Task.sleep(for: .milliseconds(20))
        }
        return peak
      }
    }
  }

  /// Nil when the process is over.
  private static func peak(of process: Int32) -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first
    else { return nil }
    return Int(kilobytes).map { $0 << 10 }
  }
}

/// A folder of one test, removed with the value.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("mingcha-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of `name` in it.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Writes `text` (nothing by default) into a file `name`.
  func create(_ name: String, _ text: String = "") throws -> URL {
    let file = url.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file
  }

  /// The bytes of `name`.
  func contents(_ name: String) throws -> Data {
    try Data(contentsOf: url.appendingPathComponent(name))
  }

  /// Every file below, as paths from here, sorted.
  func files() -> [String] {
    let found = FileManager.default.subpaths(atPath: url.path) ?? []
    return found.sorted()
  }
}
