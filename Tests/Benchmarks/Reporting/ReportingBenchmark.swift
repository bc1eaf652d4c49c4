import Foundation
import MadeAudits
import Report
import Score
import Texts

/// The reporting benchmark: every format of a made-up audit.
///
///     reporting-benchmark [UNITS RULES [FOLDER [FORMAT…]]]
///
/// Prints the CPU seconds of each format, of all of them, and the most memory that was held. With a
/// folder it writes the files there, which costs no CPU second that is counted.
@main
enum ReportingBenchmark {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    let units = words.first.flatMap { Int($0) } ?? 120
    let rules = words.dropFirst().first.flatMap { Int($0) } ?? 200
    let folder = words.dropFirst(2).first
    let formats = Set(words.dropFirst(3))
    let audit = try LargeAudit.make(units: units, rules: rules)
    print("units \(units) rules \(rules) memory before \(memory()) MB")
    var total = 0.0
    for reporter in allReporters where formats.isEmpty || formats.contains(reporter.format) {
      for language in formats.isEmpty ? [Language.chinese] : Language.allCases {
        let start = seconds()
        let files = try reporter.render(audit, in: language)
        let spent = seconds() - start
        total += spent
        let bytes = files.reduce(0) { $0 + $1.bytes.count }
        print("\(reporter.format) \(spent) s \(files.count) files \(bytes) bytes")
        if let folder { try write(files, below: "\(folder)/\(language.rawValue)") }
      }
    }
    print("all \(total) s peak \(memory()) MB")
  }

  /// CPU seconds of this process.
  private static func seconds() -> Double {
    Double(clock()) / Double(CLOCKS_PER_SEC)
  }

  /// The most memory that was held so far.
  private static func memory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
  }

  private static func write(_ files: [ReportFile], below folder: String) throws {
    for file in files {
      let place = URL(fileURLWithPath: folder).appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: place)
    }
  }
}
