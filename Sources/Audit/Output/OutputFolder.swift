private import CSandbox
private import Glibc

/// The folder of a finished report, put in place in one move: a reader never sees half of it.
///
/// Files are written into a hidden folder beside the target, under a lock; `publish` makes them
/// durable and swaps the two. Killed at any moment, the program leaves the old report or the new
/// one; what else it leaves is hidden, and the next run on the same output takes it away.
package final class OutputFolder {
  /// Where the report will stand.
  package private(set) var path: String
  /// Where it is being written.
  package let staging: String
  private var locks: [RunLock]
  private var written: [String] = []
  private var isPublished = false

  /// Takes the lock of `path` and makes the staging folder beside it.
  ///
  /// A link counts as the folder that it points at. Throws `RunLock.Held` when another run holds
  /// the output, and `UsageFault` when `path` is a file, or a folder with something in it that is
  /// no report of ours: nothing of the user's is ever removed.
  package init(_ path: String) throws {
    let path = Self.resolved(path)
    self.path = path
    let (parent, name) = Self.split(path)
    staging = "\(parent)/.\(name).partial-\(getpid())"
    try ReportMarker.refuseForeign(path)
    try Self.makeFolders(parent)
    locks = [try RunLock(RunLock.path(of: path))]
    Self.clear(path)
    guard unsafe mkdir(staging, 0o755) == 0 else {
      throw UsageFault("\(staging): 无法建立文件夹（\(Errno.text)） / can't make the folder")
    }
  }

  deinit { if !isPublished { unsafe rmdir(staging) } }

  /// Names the target anew, before it is published; for a name that is known only at the end.
  ///
  /// Waits for whoever is writing a report of that name.
  package func rename(to path: String) throws {
    let target = Self.resolved(path)
    guard target != self.path else { return }
    try ReportMarker.refuseForeign(target)
    try Self.makeFolders(Self.split(target).parent)
    locks.append(try RunLock(RunLock.path(of: target), .wait))
    Self.clear(target)
    self.path = target
  }

  /// Writes one file; folders of its path are made.
  package func write(_ relative: String, _ bytes: [UInt8]) throws {
    let target = "\(staging)/\(relative)"
    try Self.makeFolders(Self.split(target).parent)
    try OutputFile.write(target, bytes)
    written.append(relative)
  }

  /// Puts the report in its place and gives that place back.
  ///
  /// What the report that is replaced holds beside the program's own files is kept: what a person
  /// laid there, and the archive when the new report brings none, for an archive may be audited
  /// again into the very folder that holds it.
  package func publish() throws -> String {
    try OutputFile.write(
      "\(staging)/\(ReportMarker.name)", Array(ReportMarker.text(written).utf8))
    FileTree.sync(staging)
    if FileTree.isFolder(path) {
      try replace()
    } else if unsafe Glibc.rename(staging, path) != 0 {
      throw Self.unplaced(path)
    }
    isPublished = true
    OutputFile.sync(folder: Self.split(path).parent)
    return path
  }

  private func replace() throws {
    let kept = ReportMarker.strangers(in: path, beside: staging)
    let areLinked = kept.allSatisfy { FileTree.link("\(path)/\($0)", "\(staging)/\($0)") }
    if areLinked, unsafe mc_exchange(staging, path) == 0 {
      FileTree.remove(staging)
      return
    }
    if areLinked, ![ENOSYS, EINVAL].contains(errno) { throw Self.unplaced(path) }
    // A file system without a swap or without second names: two moves, and `clear` mends what a
    // kill between them leaves.
    for name in kept { FileTree.remove("\(staging)/\(name)") }
    let (parent, name) = Self.split(path)
    let old = "\(parent)/.\(name).old-\(getpid())"
    guard unsafe Glibc.rename(path, old) == 0 else { throw Self.unplaced(path) }
    guard unsafe Glibc.rename(staging, path) == 0 else {
      let fault = Self.unplaced(path)
      _ = unsafe Glibc.rename(old, path)
      throw fault
    }
    Self.clear(path)
  }

  /// Points the link `latest` beside the report at it.
  package func pointLatest() throws {
    let (parent, name) = Self.split(path)
    let lock = try RunLock("\(parent)/.latest.lock", .wait)
    defer { withExtendedLifetime(lock) {} }
    let link = "\(parent)/.latest.partial"
    unsafe unlink(link)
    guard unsafe symlink(name, link) == 0, unsafe Glibc.rename(link, "\(parent)/latest") == 0
    else {
      let reason = Errno.text
      unsafe unlink(link)
      throw UsageFault(
        "\(parent)/latest: 无法指向 \(name)（\(reason)） / can't be pointed at \(name)")
    }
    OutputFile.sync(folder: parent)
  }

  /// Takes away what dead runs on this output left; its lock is held, so none is alive.
  private static func clear(_ path: String) {
    let (parent, name) = split(path)
    for entry in FolderListing.names(parent) where entry.hasPrefix(".\(name).old-") {
      let old = "\(parent)/\(entry)"
      if InputFile.kind(of: path) == .nothing, unsafe Glibc.rename(old, path) == 0 { continue }
      for stranger in ReportMarker.strangers(in: old, beside: path) {
        _ = unsafe Glibc.rename("\(old)/\(stranger)", "\(path)/\(stranger)")
      }
      FileTree.remove(old)
    }
    for entry in FolderListing.names(parent) where entry.hasPrefix(".\(name).partial-") {
      FileTree.remove("\(parent)/\(entry)")
    }
  }

  private static func unplaced(_ path: String) -> UsageFault {
    UsageFault("\(path): 无法放置报告（\(Errno.text)） / the report can't be put in place")
  }
}

/// Paths of outputs.
extension OutputFolder {
  /// The path without slashes at its end.
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

  /// The path itself, or the folder that the link at its end points at.
  private static func resolved(_ path: String) -> String {
    let path = trimmed(path)
    guard FileTree.isLink(path), let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
