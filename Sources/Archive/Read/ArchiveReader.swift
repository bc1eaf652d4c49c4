package import Web

/// Reads an archive: a folder of WARC files, or one file.
///
/// Not thread-safe. Files are read in the order of their names, records in the order of the file.
package final class ArchiveReader {
  /// The sites whose files are there, by file name; other programs' files have none.
  package let sites: [SiteID]

  /// Opens a folder with `.warc.gz` or `.warc` files, or one such file.
  package init(_ path: String) throws(ArchiveError) {
    sites = []
  }

  /// Calls `body` for every record; a thrown error ends the reading and is passed on.
  ///
  /// With `site` only that site's files are read.
  package func forEach(
    site: SiteID? = nil, _ body: (ArchiveEntry) throws -> Void
  ) throws {}

  /// The stored capture of that name, or nil when the archive has none.
  package func capture(_ id: CaptureID) throws(ArchiveError) -> Capture? { nil }

  /// Holds every record against its digests and its form.
  package func verify() -> VerifyReport { VerifyReport(records: 0, digests: 0, problems: []) }
}

/// The result of `ArchiveReader.verify`.
package struct VerifyReport: Sendable, Hashable {
  /// The number of records that could be read.
  package let records: Int
  /// The number of digests that were compared.
  package let digests: Int
  /// All faults, by file and offset; empty when the archive is sound.
  package let problems: [ArchiveError]
}
