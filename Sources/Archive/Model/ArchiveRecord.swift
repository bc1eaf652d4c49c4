package import Web

/// One thing that an archive tells, in the order in which it was written.
package enum ArchiveRecord: Sendable {
  /// A file's first record: who wrote it (`warcinfo`), its fields in order.
  case info([RecordField])
  /// A request whose response is not in the archive, or comes before it.
  case request(RecordHeader, head: [UInt8])
  /// A response with its request head; with its note when this program wrote the archive.
  case response(Capture, note: CaptureNote?)
  /// An address from which no response came.
  case failure(FailureNote)
  /// The crawl's own account of a site: what was given to `ArchiveWriter.finish`.
  case summary(site: SiteID, json: [UInt8], answers: Int?)
  /// An answer whose body an older record holds; with its note when this program wrote it.
  case revisit(Revisit, note: CaptureNote?)
  /// A page as a browser showed it.
  case conversion(Conversion)
  /// Any other record: its block was passed over.
  case other(RecordHeader)
  /// A response or request that is too long to be held, or whose message or address is none.
  case unreadable(RecordHeader, ArchiveError)
  /// The file ends within a record: a run was killed while it wrote. Always a file's last.
  case torn(ArchiveError)
}

/// A record with its place.
package struct ArchiveEntry: Sendable {
  /// The site of the file by its name (`<site>-00000.warc.gz`); nil for other programs' names.
  package let site: SiteID?
  /// The file's name within the archive.
  package let file: String
  /// Where the record begins on disk: its gzip member, or its own first byte.
  package let offset: Int
  package let record: ArchiveRecord
}

/// One named field of a record's header or of a `warcinfo` block.
package struct RecordField: Sendable, Hashable {
  package let name: String
  package let value: String
}

/// The fields of one WARC record.
package struct RecordHeader: Sendable, Hashable {
  /// `WARC/1.0`, `WARC/1.1`.
  package let version: String
  /// In the order of the file, continuation lines joined.
  package let fields: [RecordField]

  /// The value of the first field of that name, compared without regard to case.
  package func value(_ name: String) -> String? {
    let wanted = MessageHead.lower(Array(name.utf8))
    return fields.first { MessageHead.lower(Array($0.name.utf8)) == wanted }?.value
  }
}
