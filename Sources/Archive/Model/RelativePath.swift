/// Paths of one archive as seen from another, so that both may be moved together.
package enum RelativePath {
  /// `target` as seen from the folder `base`; `target` itself when they share no folder but `/`.
  ///
  /// Both are absolute, without `.` and `..`.
  package static func text(of target: String, from base: String) -> String {
    let to = parts(target)
    let from = parts(base)
    let shared = zip(to, from).prefix { $0 == $1 }.count
    guard shared > 0 else { return target }
    let steps = Array(repeating: "..", count: from.count - shared) + to[shared...]
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  /// A stored path as one that can be opened: from the folder `base`, unless it is absolute.
  package static func resolved(_ stored: String, from base: String) -> String {
    guard !stored.hasPrefix("/") else { return stored }
    var steps: [String] = []
    let whole = base + "/" + stored
    for part in parts(whole) {
      // A `..` at the start of a relative base can't be undone.
      if part == "..", let last = steps.last, last != ".." {
        steps.removeLast()
      } else if part != "." {
        steps.append(part)
      }
    }
    let path = steps.joined(separator: "/")
    return whole.hasPrefix("/") ? "/" + path : path.isEmpty ? "." : path
  }

  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
  }
}
