import ArgumentParser
import Audit
import Rules
import YAML

/// The packs that a caller can name.
enum PackShelf {
  static var finder: PackFinder { PackFinder(folders: RulesFolders.all()) }

  /// The names of all packs, for a shell that completes words.
  static var completion: CompletionKind { .custom { _, _, _ in finder.all().map(\.name) } }

  /// Loads a pack by name or path; a `UsageFault` names every problem.
  static func load(_ name: String) throws -> Pack {
    switch finder.locate(name) {
    case .failure(let fault): throw UsageFault(fault.description)
    case .success(let location):
      do {
        return try finder.load(location)
      } catch {
        throw UsageFault(error.description)
      }
    }
  }
}
