import Foundation

/// The names in a folder.
package enum FolderListing {
  /// Sorted; empty for a folder that can't be read.
  package static func names(_ path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}
