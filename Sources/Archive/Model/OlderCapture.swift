package import Dates
package import Web

/// A whole page of an older archive: what a request can be made conditional on.
package struct OlderCapture: Sendable, Hashable {
  /// The record that holds the body.
  package let id: CaptureID
  package let url: WebURL
  package let fetchedAt: Timestamp
  /// SHA-256 of the stored body, lower-case hex; computed from the bytes, not taken on trust.
  package let sha256: String
  /// The last `ETag` told for it, exactly; nil when there was none that may be sent.
  package var etag: String?
  /// The last `Last-Modified` told for it, exactly; nil when there was none that may be sent.
  package var lastModified: String?
  /// The WARC file, and where to begin to read in it.
  let path: String
  let place: SegmentStream.Place

  /// The field lines that make a request conditional (RFC 9110 §13.1); empty when nothing was told.
  package var conditions: [String] {
    var lines: [String] = []
    if let etag { lines.append("If-None-Match: \(etag)") }
    if let lastModified { lines.append("If-Modified-Since: \(lastModified)") }
    return lines
  }

  /// Says whether a 304 may mean this version.
  ///
  /// One that bears another tag, or without tags another date, speaks of another version (RFC 9111
  /// §4.3.4): caches that were just filled answer so.
  package func isMeant(by answer: Capture) -> Bool { isMeant(byHead: answer.responseHead) }

  func isMeant(byHead head: [UInt8]) -> Bool {
    if let etag, let told = Validators.etag(head) {
      return Validators.opaque(etag) == Validators.opaque(told)
    }
    guard let lastModified, let told = Validators.lastModified(head) else { return true }
    return lastModified == told
  }
}

/// What a server said of a page's version, as far as it may go into a request.
///
/// An archive is foreign data: nothing that could end a header line, name several versions, or
/// match all of them (`*`) is ever sent.
enum Validators {
  /// The longest value that is sent, in bytes.
  static let longest = 512

  /// The entity tag of a head, `"x"` or `W/"x"` (RFC 9110 §8.8.3); nil for anything else.
  static func etag(_ head: [UInt8]) -> String? {
    let values = MessageHead(head).all("etag")
    guard values.count == 1, let value = values.first, value.count <= longest else { return nil }
    let tag = value.starts(with: Array("W/".utf8)) ? value[2...] : value[...]
    guard tag.count >= 2, tag.first == 0x22, tag.last == 0x22 else { return nil }
    let isPlain = tag.dropFirst().dropLast().allSatisfy {
      $0 == 0x21 || (0x23...0x7E).contains($0)
    }
    return isPlain ? String(decoding: value, as: UTF8.self) : nil
  }

  /// A tag without the mark of a weak one: 304 compares weakly (RFC 9110 §13.1.2).
  static func opaque(_ etag: String) -> Substring {
    etag.hasPrefix("W/") ? etag.dropFirst(2) : etag[...]
  }

  /// The date of a head, in the words in which it came; nil when it could be no HTTP date.
  static func lastModified(_ head: [UInt8]) -> String? {
    let values = MessageHead(head).all("last-modified")
    guard values.count == 1, let value = values.first, (19...40).contains(value.count) else {
      return nil
    }
    let isPlain = value.allSatisfy { byte in
      (0x30...0x3A).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x20
        || byte == 0x2C || byte == 0x2B || byte == 0x2D
    }
    let digits = value.count { (0x30...0x39).contains($0) }
    return isPlain && digits >= 8 ? String(decoding: value, as: UTF8.self) : nil
  }
}
