package import Archive

/// How a crawl makes use of its archive's folder, and of older archives.
package struct ArchiveUse: Sendable {
  /// Goes on with what an unfinished run of the same plan has stored in the folder.
  package var resumes = false
  /// Asks only for what has changed since these captures.
  package var since: OlderCaptures?
  /// The older archives' paths as the new one names them: from its own folder, or absolute.
  package var sincePaths: [String] = []
  /// The size in bytes at which a site's next file begins.
  package var segmentLimit = 1 << 30

  package init() {}

  /// The older archives that the files of a folder name; empty when there are none.
  package static func sincePaths(of folder: String) -> [String] {
    StoredCrawl.sincePaths(folder)
  }
}
