import Codings
import Web

/// The bytes of one WARC 1.1 record (ISO 28500:2017 §4), before packing.
struct RecordText {
  /// The line that begins every record.
  static let version = "WARC/1.1"

  private var fields: [UInt8] = Array("\(version)\r\n".utf8)

  init(type: String, id: CaptureID, date: String) {
    add("WARC-Type", type)
    add("WARC-Record-ID", "<\(id.text)>")
    add("WARC-Date", date)
  }

  /// Adds a field; control characters in a value, which could forge further fields, become spaces.
  mutating func add(_ name: String, _ value: String) {
    fields += Array(name.utf8) + [0x3A, 0x20]
    fields += value.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    fields += [0x0D, 0x0A]
  }

  /// Adds a reference to another record.
  mutating func add(_ name: String, _ id: CaptureID) { add(name, "<\(id.text)>") }

  /// Adds a SHA-256 in the form of WARC files: `sha256:` and base 32.
  mutating func add(_ name: String, digest: [UInt8]) {
    add(name, "sha256:\(Base32.text(digest))")
  }

  /// The whole record: header, block, two line ends.
  func bytes(contentType: String, block: [UInt8]) -> [UInt8] {
    var whole = self
    whole.add("WARC-Block-Digest", digest: SHA256.digest(block))
    whole.add("Content-Type", contentType)
    whole.add("Content-Length", String(block.count))
    return whole.fields + [0x0D, 0x0A] + block + [0x0D, 0x0A, 0x0D, 0x0A]
  }
}
