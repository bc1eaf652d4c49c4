import Foundation
import Report
import Score
import Testing
import Texts

/// Prints what rendering costs; does nothing unless asked.
struct `Report cost` {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["MINGCHA_MEASURE"] == "1"))
  func `is printed for 120 units and 200 rules`() throws {
    let audit = SampleAudit.patterned(units: 120, rules: 200)
    var total = 0.0
    func measure(_ name: String, _ work: () throws -> Int) rethrows {
      let start = clock()
      let bytes = try work()
      let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
      total += seconds
      print("\(name): \(bytes) bytes, \(seconds) s CPU")
    }
    var file: [UInt8] = []
    for reporter in allReporters {
      try measure(reporter.format) {
        let files = try reporter.render(audit, in: .chinese)
        if reporter.format == "json" { file = files[0].bytes }
        return files.reduce(0) { $0 + $1.bytes.count }
      }
    }
    print("all formats: \(total) s CPU")
    try measure("read audit.json") { try AuditFile.read(file).units.count }
    measure("diff") { AuditDiff(from: audit, to: audit).changes.count }
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    print(status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? "")
  }
}
