import Glibc

/// Finds the Chromium that `--render` means.
package enum BrowserFinder {
  /// The names that are looked for in `PATH`, in order.
  package static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
  ]

  /// The program at a path, or that of a name in `path` (the value of `PATH`).
  ///
  /// An empty `wanted` means any of `names`. Nil when there is no such program.
  package static func find(_ wanted: String, path: String) -> String? {
    if wanted.contains("/") { return isProgram(wanted) ? wanted : nil }
    for name in wanted.isEmpty ? names : [wanted] {
      for folder in path.split(separator: ":") where isProgram("\(folder)/\(name)") {
        return "\(folder)/\(name)"
      }
    }
    return nil
  }

  /// A file, no folder, that may be run.
  private static func isProgram(_ path: String) -> Bool {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return false }
    return unsafe access(path, X_OK) == 0
  }
}
