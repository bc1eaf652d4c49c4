import ArgumentParser
import Audit
import Checks
import Rules
import YAML

/// `mingcha rules lint`: checks packs, every problem at its place.
struct RulesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "检查规则包；每个问题都给出文件、行、列和改法。",
    discussion: """
      例：
        mingcha rules lint Rules/shanting-2021.yaml
        mingcha rules lint Rules
      """)

  @Argument(help: "规则包文件或文件夹。")
  var paths: [String]

  func run() throws {
    var problems: [YAMLProblem] = []
    var count = 0
    for path in try files() {
      count += 1
      do throws(YAMLProblems) {
        _ = try RuleBook(try PackFinder(folders: []).load(at: path))
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw UsageFault(YAMLProblems(problems).description) }
    Terminal.print("\(count) 个规则包没有问题 / \(count) pack(s), no problem\n")
  }

  private func files() throws -> [String] {
    var found: [String] = []
    for path in paths {
      switch InputFile.kind(of: path) {
      case .file: found.append(path)
      case .folder:
        let packs = FolderListing.names(path).filter { $0.hasSuffix(".yaml") }
        guard !packs.isEmpty else {
          throw UsageFault("\(path): 文件夹里没有规则包（*.yaml） / no pack (*.yaml) in the folder")
        }
        found += packs.map { "\(OutputFolder.trimmed(path))/\($0)" }
      case .nothing: throw UsageFault("\(path): 没有这个文件或文件夹 / no such file or folder")
      }
    }
    return found
  }
}

extension PackFinder {
  /// Loads the pack at a path.
  fileprivate func load(at path: String) throws(YAMLProblems) -> Pack {
    let reference = path.contains("/") ? path : "./\(path)"
    switch locate(reference) {
    case .success(let location): return try load(location)
    case .failure(let fault):
      throw YAMLProblems([YAMLProblem(file: path, line: 1, column: 1, message: fault.message)])
    }
  }
}
