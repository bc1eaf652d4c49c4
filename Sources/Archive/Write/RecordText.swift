import Codings
import Dates
import Web

/// WARC 1.1 records one behind another (ISO 28500:2017 §4), before packing.
///
/// One run of bytes for all that are packed together: an exchange is made of three, and every
/// array of its own would be memory asked for and given back for each page.
struct RecordText {
  /// The line that begins every record.
  static let version = "WARC/1.1"

  /// The field of this program that tells the digest of a response's head.
  ///
  /// With it and the payload's digest every byte of the block is accounted for, and a body is not
  /// read a second time for the digest of the whole.
  static let headDigest = "X-Mingcha-Head-Digest"
  /// In the record of a site's account: how many answers and failures were stored before it.
  static let answers = "X-Mingcha-Answers"

  /// The longest block that readers hold at once, in bytes.
  private static let longestHeld = 64 << 20

  private static let opening = Array("\(version)\r\nWARC-Type: ".utf8)
  private static let lineEnd: [UInt8] = [0x0D, 0x0A]

  private(set) var bytes: [UInt8] = []
  /// Where each whole record ends in `bytes`.
  private(set) var ends: [Int] = []

  /// What a record takes beside its addresses and its block, at most as a rule: room for it is
  /// asked for at once.
  static let usualHeader = 640

  private let digests: SHA256.Series

  /// `capacity` is how many bytes there will be, as far as is known; `digests` makes the digests of
  /// the blocks.
  init(capacity: Int = 1024, digests: SHA256.Series = SHA256.Series()) {
    self.digests = digests
    bytes.reserveCapacity(capacity)
  }

  /// The beginning of a single record; a nil `id` is a new one.
  init(type: String, id: CaptureID? = nil, at moment: Timestamp) {
    self.init()
    begin(type, id: id, at: moment)
  }

  /// Begins the next record; a nil `id` is a new one.
  mutating func begin(_ type: String, id: CaptureID? = nil, at moment: Timestamp) {
    bytes += Self.opening
    write(type)
    write("\r\nWARC-Record-ID: <")
    if let id { put(id.text) } else { RandomUUID.append(to: &bytes) }
    write(">\r\nWARC-Date: ")
    moment.append(to: &bytes)
    bytes += Self.lineEnd
  }

  /// Adds a field; control characters in a value, which could forge further fields, become spaces.
  mutating func add(_ name: String, _ value: String) {
    beginField(name)
    put(value)
    bytes += Self.lineEnd
  }

  /// Adds a reference to another record.
  mutating func add(_ name: String, _ id: CaptureID) {
    beginField(name)
    bytes.append(UInt8(ascii: "<"))
    put(id.text)
    bytes.append(UInt8(ascii: ">"))
    bytes += Self.lineEnd
  }

  /// Adds a SHA-256 in the form of WARC files: `sha256:` and base 32.
  mutating func add(_ name: String, digest: [UInt8]) {
    beginField(name)
    write("sha256:")
    Base32.append(digest, to: &bytes)
    bytes += Self.lineEnd
  }

  private mutating func beginField(_ name: String) {
    write(name)
    write(": ")
  }

  private mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { unsafe bytes.append(contentsOf: $0) }
  }

  /// Writes a value, its control characters as spaces.
  private mutating func put(_ value: String) {
    let start = bytes.count
    write(value)
    var written = bytes.mutableSpan
    for index in start..<written.count where written[index] < 0x20 || written[index] == 0x7F {
      written[index] = 0x20
    }
  }

  /// Ends a record: the digest of its block, the block, two line ends.
  mutating func end(contentType: String, block: [UInt8], _ rest: [UInt8] = []) {
    add("WARC-Block-Digest", digest: digests.digest(block, rest))
    close(contentType, block, rest)
  }

  /// Ends a record of an HTTP message, with the digests of its head and its body.
  mutating func end(contentType: String, head: [UInt8], body: [UInt8], payload: [UInt8]) {
    add("WARC-Payload-Digest", digest: payload)
    add(Self.headDigest, digest: digests.digest(head))
    // Whoever verifies does not hold a block of that length, but can take its digest as it passes.
    if head.count + body.count > Self.longestHeld {
      add("WARC-Block-Digest", digest: digests.digest(head, body))
    }
    close(contentType, head, body)
  }

  private mutating func close(_ contentType: String, _ block: [UInt8], _ rest: [UInt8]) {
    add("Content-Type", contentType)
    add("Content-Length", String(block.count + rest.count))
    bytes += Self.lineEnd
    bytes += block
    bytes += rest
    bytes += Self.lineEnd
    bytes += Self.lineEnd
    ends.append(bytes.count)
  }

  /// The whole of a single record.
  consuming func whole(contentType: String, block: [UInt8]) -> [UInt8] {
    bytes.reserveCapacity(bytes.count + block.count + Self.usualHeader)
    end(contentType: contentType, block: block)
    return bytes
  }
}
