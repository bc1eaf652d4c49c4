package import Dates
import Texts
package import Web

/// Appends the records of one site to its WARC files (ISO 28500:2017, gzip by record).
///
/// Not thread-safe: one thread owns a writer. Files are `<site>-00000.warc.gz`,
/// `<site>-00001.warc.gz` … in the folder.
package final class ArchiveWriter {
  package let site: SiteID

  /// Opens the site's newest file for appending, or begins its first one.
  ///
  /// The folder is made when it is not there. A record that a kill cut short is cut off.
  /// `software` is the program's name and version; `segmentLimit` is the size in bytes at which
  /// the next file begins.
  package init(
    folder: String, site: SiteID, software: String, startedAt: Timestamp,
    segmentLimit: Int = 1 << 30
  ) throws(ArchiveError) {
    self.site = site
  }

  /// Stores a response with its request and note.
  package func append(
    _ capture: Capture, note: CaptureNote
  ) throws(ArchiveError) -> StoredCapture {
    try append(PreparedCapture(capture, note: note))
  }

  /// Stores a response that a worker has packed.
  package func append(_ prepared: PreparedCapture) throws(ArchiveError) -> StoredCapture {
    throw ArchiveError(
      code: .system, file: "", offset: nil, message: Bilingual(zh: "未写入", en: "not written"))
  }

  /// Stores that an address gave no response.
  package func append(_ failure: FailureNote) throws(ArchiveError) {}

  /// Stores the crawl's own account of the site, makes all durable (fsync), closes the file.
  package func finish(summary: [UInt8], at: Timestamp) throws(ArchiveError) {}
}
