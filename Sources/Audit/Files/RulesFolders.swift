import Foundation

/// Where rule packs and the working-day calendar lie.
///
/// In this order: the environment's `MINGCHA_RULES`, `./Rules`, the share folder beside the
/// program (`<prefix>/share/mingcha/Rules`), and the checkout in which the program was built.
package enum RulesFolders {
  /// The folders that exist, in the order in which they are searched.
  package static func all() -> [String] {
    var candidates: [String] = []
    if let named = ProcessInfo.processInfo.environment["MINGCHA_RULES"], !named.isEmpty {
      candidates.append(named)
    }
    candidates.append("Rules")
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let folder = program.deletingLastPathComponent()
    candidates.append(
      folder.deletingLastPathComponent().appendingPathComponent("share/mingcha/Rules").path)
    var above = folder
    for _ in 0..<5 {
      above = above.deletingLastPathComponent()
      candidates.append(above.appendingPathComponent("Rules").path)
    }
    var seen: Set<String> = []
    return candidates.filter { path in
      InputFile.kind(of: path) == .folder && InputFile.kind(of: "\(path)/calendar") == .folder
        && seen.insert(URL(fileURLWithPath: path).standardizedFileURL.path).inserted
    }
  }
}
