import ArgumentParser
import Rules
import Texts

/// `mingcha rules coverage`: which clause is answered by which rule.
struct RulesCoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "条款与规则的对照表。")

  @Argument(help: "规则包（默认全部）。")
  var packs: [String] = []

  @Option(help: "语言：zh-Hans 或 en。")
  var lang: Language = .chinese

  func run() throws {
    let names = packs.isEmpty ? PackShelf.finder.all().map(\.name) : packs
    for name in names {
      let pack = try PackShelf.load(name)
      Terminal.print("\(pack.id)  \(pack.title.text(lang))\n")
      for rule in pack.rules {
        Terminal.print("  \(rule.id.clause)\t\(rule.kind)\t\(rule.title.text(lang))\n")
      }
      let clauses = Set(pack.rules.map(\.id.clause)).count
      Terminal.print(
        Bilingual(
          zh: "  \(clauses) 个条款，\(pack.rules.count) 条规则，全部由程序判定\n",
          en: "  \(clauses) clauses, \(pack.rules.count) rules, all decided by the program\n"
        ).text(lang))
    }
  }
}
