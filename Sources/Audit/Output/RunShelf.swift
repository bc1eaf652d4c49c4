private import Glibc

/// The finished runs of one plan that stand beside each other in a folder.
package struct RunShelf: Sendable {
  /// One finished run.
  package struct Run: Sendable, Hashable {
    /// The folder of its report.
    package let path: String
    package let head: AuditHead
  }

  /// A run with a file of this name in it is never removed.
  package static let pin = ".keep"

  private let folder: String
  /// Newest first; folders themselves, no links to any.
  package let runs: [Run]

  /// Finds the runs of a plan, by its title, in a folder.
  package init(_ folder: String, plan: String) {
    self.folder = folder
    let found = FolderListing.names(folder).compactMap { name -> Run? in
      let path = folder == "." ? name : "\(folder)/\(name)"
      guard !name.hasPrefix("."), FileTree.isFolder(path),
        let head = AuditHead.read(folder: path), head.plan == plan
      else { return nil }
      return Run(path: path, head: head)
    }
    runs = found.sorted {
      ($0.head.finishedAt, $0.path) > ($1.head.finishedAt, $1.path)
    }
  }

  /// Removes the oldest runs beyond the `count` newest, and gives the paths that are gone.
  ///
  /// Never removed: `published`, the run that `latest` points at, a run that another process
  /// holds, and a run with a file `.keep`. Each goes in one move; nobody sees half of one.
  package func removeOldest(keeping count: Int, besides published: String) -> [String] {
    for name in FolderListing.names(folder) where name.hasPrefix(".") && name.hasSuffix(".removed")
    {
      FileTree.remove("\(folder)/\(name)")
    }
    let latest = Self.real("\(folder)/latest")
    let own = Self.real(published)
    var gone: [String] = []
    for run in runs.dropFirst(max(count, 1)) {
      let real = Self.real(run.path)
      guard real != nil, real != latest, real != own,
        InputFile.kind(of: "\(run.path)/\(Self.pin)") == .nothing
      else { continue }
      if Self.remove(run.path) { gone.append(run.path) }
    }
    return gone
  }

  private static func remove(_ path: String) -> Bool {
    guard let lock = try? RunLock(RunLock.path(of: path)) else { return false }
    let (parent, name) = OutputFolder.split(path)
    let aside = "\(parent)/.\(name).removed"
    guard unsafe rename(path, aside) == 0 else { return false }
    FileTree.remove(aside)
    lock.unlinkFile()
    return true
  }

  private static func real(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }
}
