package import Web

/// The crawl that a file belongs to, as its `warcinfo` record tells it.
///
/// It makes an unfinished archive tell by itself which plan it can be gone on with, and an archive
/// of changes where the pages lie that had not changed. Fields of the block: `mingcha-site`,
/// `mingcha-start`, `mingcha-host`, `mingcha-since`, each as often as needed.
package struct SegmentOrigin: Sendable, Hashable {
  /// All sites of the plan, sorted.
  package let sites: [SiteID]
  /// Their fields: made once, since every file of a run has them.
  private let siteFields: [UInt8]
  /// The start addresses of this file's site.
  package var start: [WebURL]
  /// The hosts of this file's site.
  package var hosts: [HostPort]
  /// Older archives that hold what this one refers to, as paths: from this archive's folder, or
  /// absolute; the newest first.
  package var since: [String]

  package init(sites: [SiteID], start: [WebURL], hosts: [HostPort], since: [String] = []) {
    self.sites = sites.sorted()
    siteFields = self.sites.reduce(into: []) { fields, site in
      fields += "mingcha-site: \(SegmentName.encoded(site.text))\r\n".utf8
    }
    self.start = start
    self.hosts = hosts
    self.since = since
  }

  /// Reads the fields of a `warcinfo` block; nil when they name no start address.
  package init?(_ fields: [RecordField]) {
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
    let start = all("mingcha-start").compactMap { WebURL($0) }
    guard !start.isEmpty else { return nil }
    self.init(
      sites: all("mingcha-site").compactMap { SegmentName.decoded(Array($0.utf8)) }
        .map { SiteID($0) },
      start: start, hosts: all("mingcha-host").compactMap { HostPort($0) },
      since: all("mingcha-since").compactMap { PathText.decoded($0) })
  }

  /// The fields of a `warcinfo` block, in order, with their line ends.
  var fields: [UInt8] {
    let own =
      start.map { "mingcha-start: \($0)\r\n" } + hosts.map { "mingcha-host: \($0)\r\n" }
      + since.map { "mingcha-since: \(PathText.encoded($0))\r\n" }
    return siteFields + own.flatMap(\.utf8)
  }
}

/// File paths on one line: what would end the line, or be trimmed from its ends, is
/// percent-encoded, all else stays readable.
enum PathText {
  static func encoded(_ path: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    let bytes = Array(path.utf8)
    var out: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isEdge = byte == 0x20 && (index == 0 || index == bytes.count - 1)
      if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "%") || isEdge {
        out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  static func decoded(_ text: String) -> String? { SegmentName.decoded(Array(text.utf8)) }
}
