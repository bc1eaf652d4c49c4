import Glibc

/// A file that is written beside the place where it is to stand, and moved there when it is whole.
///
/// Its steps are apart, so that many files are made durable together: the system writes its
/// journal once for all of them instead of once for each. A draft that is let go of before
/// `publish` is taken away.
final class FileDraft {
  private let path: String
  private let draft: String
  private let file: SegmentFile
  private var isPublished = false

  /// Writes `bytes` beside `path`.
  init(_ path: String, bytes: [UInt8]) throws(ArchiveError) {
    self.path = path
    draft = "\(path).partial"
    _ = unsafe unlink(draft)
    file = try SegmentFile(appending: draft)
    try file.append(bytes)
  }

  deinit {
    if !isPublished { _ = unsafe unlink(draft) }
  }

  /// Makes what was written durable.
  func synchronize() throws(ArchiveError) { try file.synchronize() }

  /// Puts the file in its place; the name is durable once the folder is.
  func publish() throws(ArchiveError) {
    guard unsafe rename(draft, path) == 0 else { throw SegmentFile.failure(path, errno) }
    isPublished = true
  }
}
