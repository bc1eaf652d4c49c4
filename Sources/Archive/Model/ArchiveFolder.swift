import Glibc

/// Folders of archives: listing and making them.
enum ArchiveFolder {
  /// Says whether the path is a folder; throws when there is nothing.
  static func isFolder(_ path: String) throws(ArchiveError) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw SegmentFile.failure(path, errno) }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names of the WARC files in a folder, sorted by their bytes.
  static func archives(in path: String) throws(ArchiveError) -> [String] {
    try names(in: path).filter { SegmentName.isArchive($0) }
  }

  /// The names of all files in a folder, sorted by their bytes.
  static func names(in path: String) throws(ArchiveError) -> [String] {
    guard let listing = unsafe opendir(path) else { throw SegmentFile.failure(path, errno) }
    defer { _ = unsafe closedir(listing) }
    var names: [String] = []
    while let entry = unsafe readdir(listing) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a folder and those above it.
  static func make(_ path: String) throws(ArchiveError) {
    var soFar = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      soFar += soFar.isEmpty || soFar.hasSuffix("/") ? String(part) : "/\(part)"
      if unsafe mkdir(soFar, 0o755) != 0, errno != EEXIST, errno != EISDIR {
        throw SegmentFile.failure(soFar, errno)
      }
    }
  }

  /// Makes the names in a folder durable.
  static func synchronize(_ path: String) throws(ArchiveError) {
    let folder = try SegmentFile(reading: path)
    try folder.synchronize()
  }
}
