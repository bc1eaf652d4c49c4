/// The result of `ArchiveReader.verify`.
package struct VerifyReport: Sendable, Hashable {
  /// The number of whole records.
  package let records: Int
  /// The number of digests that were compared.
  package let digests: Int
  /// All faults, in the order of the files; empty when the archive is sound.
  package let problems: [ArchiveError]
}
