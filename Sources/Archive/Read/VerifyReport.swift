package import Web

/// The result of `ArchiveReader.verify`.
package struct VerifyReport: Sendable, Hashable {
  /// The number of whole records.
  package let records: Int
  /// The number of digests that were compared.
  package let digests: Int
  /// The number of index lines that were compared.
  package let indexLines: Int
  /// The sites whose crawl did not come to its end: no account of it stands last, or a file ends
  /// within a record.
  ///
  /// Sorted.
  package let unfinished: [SiteID]
  /// The older archives that hold unchanged pages of this one and can't be opened.
  package let missing: [String]
  /// All faults, in the order of the files; empty when the archive is sound.
  package let problems: [ArchiveError]
}
