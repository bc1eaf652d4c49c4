import Dates
import Findings
import Foundation
import Report
import Rules
import Score
import Testing
import Texts
import Web

/// Writes the rich sample to a folder to look at; does nothing unless asked.
struct `Rich sample` {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["MINGCHA_SAMPLE_OUT"] != nil))
  func `is written to the folder that MINGCHA_SAMPLE_OUT names`() throws {
    let environment = ProcessInfo.processInfo.environment
    let root = URL(fileURLWithPath: environment["MINGCHA_SAMPLE_OUT"] ?? "/tmp")
    for language in Language.allCases {
      let audit = SampleAudit.headed(units: 12, rules: 25)
      for reporter in allReporters {
        for file in try reporter.render(audit, in: language) {
          let place = root.appendingPathComponent(language.rawValue).appendingPathComponent(
            file.path)
          try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(file.bytes).write(to: place)
        }
      }
    }
  }
}
