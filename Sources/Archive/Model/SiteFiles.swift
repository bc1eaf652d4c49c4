import Web

/// The files of each site in an archive's folder at one moment: a listing that many writers share.
package struct SiteFiles: Sendable {
  private var files: [SiteID: [(index: Int, name: String)]] = [:]

  /// Lists a folder; throws when there is none.
  package init(_ folder: String) throws(ArchiveError) {
    for name in try ArchiveFolder.archives(in: folder) {
      guard let (site, index) = SegmentName.read(name) else { continue }
      files[site, default: []].append((index, name))
    }
  }

  /// Makes a folder where there is none, and lists it.
  package init(making folder: String) throws(ArchiveError) {
    try ArchiveFolder.make(folder)
    try self.init(folder)
  }

  /// The number of a site's newest file.
  func newest(of site: SiteID) -> Int? { files[site]?.map(\.index).max() }

  /// The names of a site's files, in the order of the folder.
  func names(of site: SiteID) -> [String] { (files[site] ?? []).map(\.name) }
}
