import ArgumentParser
import Audit
import Checks
import Examples
import Rules
import YAML

/// `mingcha rules lint`: checks packs, every problem at its place.
struct RulesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: Help.text(
      "检查规则包；每个问题都给出文件、行、列和改法。", "Check rule packs; every fault with file, line, column and remedy."
    ),
    discussion: Help.page(
      """
      mingcha rules lint Rules/shanting-2021
      mingcha rules lint Rules
      """))

  @Argument(help: Help.said("规则包文件或文件夹。", "Files or folders of packs."))
  var paths: [String]

  func run() throws {
    var problems: [YAMLProblem] = []
    let calendar = try PlanOptions.calendar(RulesFolders.all())
    let locations = try packs()
    for location in locations {
      do throws(YAMLProblems) {
        let book = try RuleBook(try PackFinder(folders: []).load(location))
        _ = try ExampleRun(book, calendar: calendar)
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw UsageFault(YAMLProblems(problems).description) }
    Terminal.print("\(locations.count) 个规则包没有问题 / \(locations.count) pack(s), no problem\n")
  }

  /// The packs at the paths: files, folders of one pack, and folders of packs.
  private func packs() throws -> [PackFinder.Location] {
    var found: [PackFinder.Location] = []
    for path in paths {
      let trimmed = OutputFolder.trimmed(path)
      let reference = trimmed.contains("/") ? trimmed : "./\(trimmed)"
      switch PackFinder(folders: []).locate(reference) {
      case .success(let location): found.append(location)
      case .failure(let fault):
        guard InputFile.kind(of: trimmed) == .folder else { throw UsageFault(fault.description) }
        let all = PackFinder(folders: [trimmed]).all()
        guard !all.isEmpty else {
          throw UsageFault("\(path): 文件夹里没有规则包（*.yaml） / no pack (*.yaml) in the folder")
        }
        found += all
      }
    }
    return found
  }
}
