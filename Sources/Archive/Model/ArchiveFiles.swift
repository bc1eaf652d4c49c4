package import Web

/// The files that an archive's folder may hold: WARC files, their indexes, and drafts of these.
package enum ArchiveFiles {
  /// All names in a folder, sorted by their bytes; empty when there is no such folder.
  package static func names(_ folder: String) throws(ArchiveError) -> [String] {
    do throws(ArchiveError) {
      guard try ArchiveFolder.isFolder(folder) else { return [] }
    } catch {
      return []
    }
    return try ArchiveFolder.names(in: folder)
  }

  /// The site whose file a name is; nil for the name of anything else.
  package static func site(of name: String) -> SiteID? {
    var name = name
    if name.hasSuffix(".cdxj.partial") { name.removeLast(".partial".count) }
    if name.hasSuffix(".cdxj") { name = name.dropLast(".cdxj".count) + ".warc.gz" }
    return SegmentName.read(name)?.site
  }
}
