private import Glibc

/// The folder of a finished report, put in place in one move: a reader never sees half of it.
///
/// Files are written into a staging folder beside the target; `publish` makes them durable and
/// renames the staging folder over the target. A report that stood there goes away only then.
package final class OutputFolder {
  /// Where the report will stand.
  package private(set) var path: String
  /// Where it is being written.
  package let staging: String
  private var isPublished = false

  /// Makes the staging folder beside `path`.
  ///
  /// Throws `UsageFault` when `path` is a file, or a folder with something in it that is no
  /// report of ours: nothing of the user's is ever removed.
  package init(_ path: String) throws {
    self.path = Self.trimmed(path)
    try Self.refuseForeign(self.path)
    let (parent, name) = Self.split(self.path)
    try Self.makeFolders(parent)
    staging = "\(parent)/.\(name).partial-\(getpid())"
    Self.remove(staging)
    guard unsafe mkdir(staging, 0o755) == 0 else {
      throw UsageFault("\(staging): 无法建立文件夹（\(Errno.text)） / can't make the folder")
    }
  }

  deinit { if !isPublished { Self.removeEmpty(staging) } }

  /// Names the target anew, before it is published; for a name that is known only at the end.
  package func rename(to path: String) throws {
    let target = Self.trimmed(path)
    try Self.refuseForeign(target)
    self.path = target
  }

  /// Writes one file; folders of its path are made.
  package func write(_ relative: String, _ bytes: [UInt8]) throws {
    let target = "\(staging)/\(relative)"
    try Self.makeFolders(Self.split(target).parent)
    try OutputFile.write(target, bytes)
  }

  /// Puts the report in its place and gives that place back.
  ///
  /// An archive in the report that is replaced is kept, when the new one brings none of its own:
  /// an archive may be audited again into the very folder that holds it, and evidence is not lost.
  package func publish() throws -> String {
    OutputFile.sync(folder: staging)
    let (parent, name) = Self.split(path)
    try Self.makeFolders(parent)
    let old = "\(parent)/.\(name).old-\(getpid())"
    let hadOld = unsafe Glibc.rename(path, old) == 0
    guard unsafe Glibc.rename(staging, path) == 0 else {
      let reason = Errno.text
      if hadOld { _ = unsafe Glibc.rename(old, path) }
      throw UsageFault("\(path): 无法放置报告（\(reason)） / the report can't be put in place")
    }
    isPublished = true
    if hadOld, InputFile.kind(of: "\(path)/archive") == .nothing {
      _ = unsafe Glibc.rename("\(old)/archive", "\(path)/archive")
    }
    if hadOld { Self.remove(old) }
    OutputFile.sync(folder: parent)
    return path
  }

  /// Points the link `latest` beside the report at it.
  package func pointLatest() {
    let (parent, name) = Self.split(path)
    let link = "\(parent)/.latest-\(getpid())"
    unsafe unlink(link)
    guard unsafe symlink(name, link) == 0 else { return }
    if unsafe Glibc.rename(link, "\(parent)/latest") != 0 { unsafe unlink(link) }
  }

  private static func refuseForeign(_ path: String) throws {
    switch InputFile.kind(of: path) {
    case .nothing: return
    case .file:
      throw UsageFault("\(path): 是文件，--out 需要文件夹 / is a file; --out takes a folder")
    case .folder:
      let names = FolderListing.names(path)
      if names.isEmpty || names.contains("audit.json") || names.contains("index.html") { return }
      throw UsageFault(
        "\(path): 文件夹里有别的文件，不会覆盖；请换一个 --out / "
          + "holds other files and will not be replaced; name another --out")
    }
  }

  package static func trimmed(_ path: String) -> String {
    var text = path
    while text.count > 1, text.hasSuffix("/") { text.removeLast() }
    return text
  }

  /// The folder above and the last name of a path.
  package static func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let parent = String(path[..<slash])
    return (parent.isEmpty ? "/" : parent, String(path[path.index(after: slash)...]))
  }

  /// Makes a folder and those above it.
  package static func makeFolders(_ path: String) throws {
    if InputFile.kind(of: path) == .folder || path.isEmpty { return }
    let parent = split(path).parent
    if parent != path { try makeFolders(parent) }
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw UsageFault("\(path): 无法建立文件夹（\(Errno.text)） / can't make the folder")
    }
  }

  private static func remove(_ path: String) {
    for name in FolderListing.names(path) {
      let child = "\(path)/\(name)"
      if unsafe unlink(child) != 0 { remove(child) }
    }
    unsafe rmdir(path)
  }

  private static func removeEmpty(_ path: String) { unsafe rmdir(path) }
}
