private import Glibc

/// Files and folders as wholes: taken away, linked a second time, made durable.
enum FileTree {
  /// Whether a folder stands at `path` itself, not behind a link.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a link stands at `path`, whatever it points at.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFLNK
  }

  /// Takes away what stands at `path`; a link goes, never what it points at.
  static func remove(_ path: String) {
    if unsafe unlink(path) == 0 { return }
    guard isFolder(path) else { return }
    for name in FolderListing.names(path) { remove("\(path)/\(name)") }
    unsafe rmdir(path)
  }

  /// Gives all files below `source` a second name below `target`, which must not be there.
  ///
  /// False, with nothing left at `target`, where the file system knows no second names.
  static func link(_ source: String, _ target: String) -> Bool {
    guard isFolder(source) else { return unsafe Glibc.link(source, target) == 0 }
    guard unsafe mkdir(target, 0o755) == 0 else { return false }
    for name in FolderListing.names(source)
    where !link("\(source)/\(name)", "\(target)/\(name)") {
      remove(target)
      return false
    }
    return true
  }

  /// Makes the names in a folder and in the folders below it durable.
  static func sync(_ folder: String) {
    for name in FolderListing.names(folder) where isFolder("\(folder)/\(name)") {
      sync("\(folder)/\(name)")
    }
    OutputFile.sync(folder: folder)
  }
}
