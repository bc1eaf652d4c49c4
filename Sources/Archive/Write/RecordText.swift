import Codings
import Web

/// The bytes of one WARC 1.1 record (ISO 28500:2017 §4), before packing.
struct RecordText {
  /// The line that begins every record.
  static let version = "WARC/1.1"

  /// The field of this program that tells the digest of a response's head.
  ///
  /// With it and the payload's digest every byte of the block is accounted for, and a body is not
  /// read a second time for the digest of the whole.
  static let headDigest = "X-Mingcha-Head-Digest"

  /// The longest block that readers hold at once, in bytes.
  private static let longestHeld = 64 << 20

  private static let opening = Array("\(version)\r\n".utf8)
  private static let lineEnd: [UInt8] = [0x0D, 0x0A]

  private var fields: [UInt8] = []

  /// `date` as the archive writes it.
  init(type: String, id: CaptureID, date: String) {
    fields.reserveCapacity(1024)
    fields += Self.opening
    add("WARC-Type", type)
    add("WARC-Record-ID", id)
    add("WARC-Date", date)
  }

  /// Adds a field; control characters in a value, which could forge further fields, become spaces.
  mutating func add(_ name: String, _ value: String) {
    begin(name)
    put(value)
    fields += Self.lineEnd
  }

  /// Adds a reference to another record.
  mutating func add(_ name: String, _ id: CaptureID) {
    begin(name)
    fields.append(UInt8(ascii: "<"))
    put(id.text)
    fields.append(UInt8(ascii: ">"))
    fields += Self.lineEnd
  }

  /// Adds a SHA-256 in the form of WARC files: `sha256:` and base 32.
  mutating func add(_ name: String, digest: [UInt8]) {
    begin(name)
    fields += "sha256:".utf8
    fields += Base32.text(digest).utf8
    fields += Self.lineEnd
  }

  private mutating func begin(_ name: String) {
    fields += name.utf8
    fields.append(UInt8(ascii: ":"))
    fields.append(0x20)
  }

  private mutating func put(_ value: String) {
    let start = fields.count
    fields += value.utf8
    for index in start..<fields.count where fields[index] < 0x20 || fields[index] == 0x7F {
      fields[index] = 0x20
    }
  }

  /// The whole record: header with the digest of the block, block, two line ends.
  func bytes(contentType: String, block: [UInt8], _ rest: [UInt8] = []) -> [UInt8] {
    var whole = self
    whole.add("WARC-Block-Digest", digest: SHA256.digest([block, rest]))
    return whole.closed(contentType, [block, rest])
  }

  /// The whole record of an HTTP message, with the digests of its head and its body.
  func bytes(contentType: String, head: [UInt8], body: [UInt8], payload: [UInt8]) -> [UInt8] {
    var whole = self
    whole.add("WARC-Payload-Digest", digest: payload)
    whole.add(Self.headDigest, digest: SHA256.digest(head))
    // Whoever verifies does not hold a block of that length, but can take its digest as it passes.
    if head.count + body.count > Self.longestHeld {
      whole.add("WARC-Block-Digest", digest: SHA256.digest([head, body]))
    }
    return whole.closed(contentType, [head, body])
  }

  private consuming func closed(_ contentType: String, _ block: [[UInt8]]) -> [UInt8] {
    let count = block.reduce(0) { $0 + $1.count }
    add("Content-Type", contentType)
    add("Content-Length", String(count))
    var out = fields
    out.reserveCapacity(fields.count + count + 6)
    out += Self.lineEnd
    for part in block { out += part }
    out += Self.lineEnd
    out += Self.lineEnd
    return out
  }
}
