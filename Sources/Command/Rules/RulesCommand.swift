import ArgumentParser

/// `mingcha rules`: the rule packs.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "规则包：列出、解释、检查、条款对照。",
    subcommands: [
      RulesListCommand.self, RulesShowCommand.self, RulesLintCommand.self,
      RulesTestCommand.self, RulesCoverageCommand.self,
      RulesKindsCommand.self,
    ])
}
