import Foundation

/// Where rule packs and the working-day calendar lie.
///
/// In this order: the folders of the environment's `MINGCHA_RULES_PATH` (apart by `:`), `./Rules`,
/// the share folder beside the program (`<prefix>/share/mingcha/Rules`), and the checkout in which
/// the program was built.
package enum RulesFolders {
  /// The variable that names folders to be searched first.
  package static let variable = "MINGCHA_RULES_PATH"

  /// The folders that exist, in the order in which they are searched.
  package static func all() -> [String] {
    var candidates = named()
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
      isRules(path)
        && seen.insert(URL(fileURLWithPath: path).standardizedFileURL.path).inserted
    }
  }

  /// The folders that the environment names, whether they are there or not.
  package static func named() -> [String] {
    let text = ProcessInfo.processInfo.environment[variable] ?? ""
    return text.split(separator: ":").map { String($0) }
  }

  /// Whether a folder holds packs: it has the calendar of working days or a pack of its own.
  package static func isRules(_ path: String) -> Bool {
    guard InputFile.kind(of: path) == .folder else { return false }
    return InputFile.kind(of: "\(path)/calendar") == .folder
      || FolderListing.names(path).contains {
        $0.hasSuffix(".yaml") || InputFile.kind(of: "\(path)/\($0)/pack.yaml") == .file
      }
  }
}
