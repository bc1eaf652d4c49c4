import ArgumentParser

/// `mingcha rules`: the rule packs.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: Help.text("规则包：列出、解释、检查、条款对照。", "Rule packs: list, show, lint, test, coverage."),
    discussion: Help.page(
      """
      mingcha rules list
      mingcha rules show shanting-2021/A.4
      mingcha rules lint Rules/shanting-2021
      """),
    subcommands: [
      RulesListCommand.self, RulesShowCommand.self, RulesLintCommand.self,
      RulesTestCommand.self, RulesCoverageCommand.self,
      RulesKindsCommand.self, RulesSchemaCommand.self,
    ])
}
