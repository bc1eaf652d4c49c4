/// One record as it lies in the file, before its block is understood.
struct RawRecord {
  let header: RecordHeader
  let place: SegmentStream.Place
  /// The block; nil when it was passed over.
  let block: [UInt8]?
  /// The block's announced length.
  let length: Int

  var type: String { (header.value("WARC-Type") ?? "").lowercased() }

  /// The record's name without angle brackets.
  var id: String? { header.value("WARC-Record-ID").map(Self.bare) }

  /// The names of the records with which this one belongs.
  var concurrentTo: [String] {
    header.fields.filter { $0.name.lowercased() == "warc-concurrent-to" }.map {
      Self.bare($0.value)
    }
  }

  /// The address that the record is about, without angle brackets (GNU Wget writes them).
  var target: String? { header.value("WARC-Target-URI").map(Self.bare) }

  static func bare(_ text: String) -> String {
    text.hasPrefix("<") && text.hasSuffix(">") && text.utf8.count >= 2
      ? String(text.dropFirst().dropLast()) : text
  }
}
