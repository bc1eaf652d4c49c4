package import Dates
import JSON

/// What `audit.json` says of its run, read without the rest of the file.
package struct AuditHead: Sendable, Hashable {
  package let id: String
  package let plan: String
  package let finishedAt: Timestamp

  /// The head stands within the first bytes of a file that we wrote.
  private static let most = 1 << 16

  /// Nil when there is no `audit.json` of ours in the folder.
  package static func read(folder: String) -> AuditHead? {
    guard let bytes = InputFile.beginning(of: "\(folder)/audit.json", most: most) else {
      return nil
    }
    return AuditHead(bytes)
  }

  /// Reads the beginning of an `audit.json`; nil when it is none.
  init?(_ bytes: [UInt8]) {
    guard bytes.first == UInt8(ascii: "{"),
      Self.value(after: "\"schema\":", in: bytes)?.text == "mingcha.audit/1",
      let run = Self.value(after: "\"run\":", in: bytes),
      let id = run["id"]?.text, let plan = run["plan"]?.text,
      let finished = run["finishedAt"]?.text, let moment = Timestamp(finished)
    else { return nil }
    self.id = id
    self.plan = plan
    finishedAt = moment
  }

  private static func value(after key: String, in bytes: [UInt8]) -> JSONValue? {
    let wanted = Array(key.utf8)
    guard bytes.count > wanted.count else { return nil }
    let last = bytes.count - wanted.count
    guard let start = (0..<last).first(where: { bytes[$0...].starts(with: wanted) }) else {
      return nil
    }
    var place = start + wanted.count
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
    return JSONValue.read(bytes, from: place)?.value
  }
}
