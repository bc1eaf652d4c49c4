package import Web

/// The names of an archive's files: `<site>-<five digits>.warc.gz`.
///
/// What may not stand in a file name is percent-encoded in `<site>`.
package enum SegmentName {
  /// The name of a site's file.
  package static func text(site: SiteID, index: Int) -> String {
    let digits = String(index)
    let padded = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
    return "\(encoded(site.text))-\(padded).warc.gz"
  }

  /// The site and number in a name; nil for other programs' names.
  package static func read(_ name: String) -> (site: SiteID, index: Int)? {
    guard name.hasSuffix(".warc.gz") else { return nil }
    let stem = name.utf8.dropLast(".warc.gz".utf8.count)
    guard let dash = stem.lastIndex(of: UInt8(ascii: "-")) else { return nil }
    let digits = stem[stem.index(after: dash)...]
    guard digits.count >= 5, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let index = Int(String(decoding: digits, as: UTF8.self)),
      let site = decoded(Array(stem[..<dash])), !site.isEmpty
    else { return nil }
    return (SiteID(site), index)
  }

  /// Says whether a name is that of a WARC file, packed or plain.
  static func isArchive(_ name: String) -> Bool {
    name.hasSuffix(".warc.gz") || name.hasSuffix(".warc")
  }

  /// Text in which all but ASCII letters, digits, `_`, `-` and inner dots is percent-encoded.
  static func encoded(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in text.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
        || byte == 0x2D || (byte == 0x2E && !out.isEmpty)
      if isPlain {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The text that `encoded` was given; nil when it can't be.
  static func decoded(_ bytes: [UInt8]) -> String? {
    var out: [UInt8] = []
    var position = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "%") else {
        out.append(bytes[position])
        position += 1
        continue
      }
      guard bytes.count - position >= 3,
        let value = UInt8(
          String(decoding: bytes[(position + 1)..<(position + 3)], as: UTF8.self), radix: 16)
      else { return nil }
      out.append(value)
      position += 3
    }
    return String(validating: out, as: UTF8.self)
  }
}
