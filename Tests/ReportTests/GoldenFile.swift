import Foundation
import Support
import Testing

/// Compares bytes with a file under `Reports/sample/`; writes it when a recording was asked for.
enum GoldenFile {
  private static let isRecording = ProcessInfo.processInfo.environment["MINGCHA_RECORD"] == "1"

  /// Expects `bytes` to be those of the golden file; a recording run writes them and fails.
  static func expect(
    _ bytes: [UInt8], equal name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let place = URL(fileURLWithPath: Fixtures.root + "/Reports/sample/" + name)
    if isRecording {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: place)
      Issue.record("recorded \(name); a recording run fails", sourceLocation: sourceLocation)
      return
    }
    let golden = [UInt8](try Data(contentsOf: place))
    guard golden != bytes else { return }
    let difference = zip(golden, bytes).enumerated().first { $0.element.0 != $0.element.1 }
    let offset = difference?.offset ?? min(golden.count, bytes.count)
    let seen = String(decoding: bytes.dropFirst(max(0, offset - 40)).prefix(120), as: UTF8.self)
    Issue.record(
      "\(name) differs at byte \(offset): …\(seen)…; if this is meant, run scripts/record-goldens",
      sourceLocation: sourceLocation)
  }
}
