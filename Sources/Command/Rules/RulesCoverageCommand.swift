import ArgumentParser
import Audit
import Rules
import Texts
import YAML

/// `mingcha rules coverage`: how every clause of a document is answered.
struct RulesCoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: Help.text(
      "条款对照：每个条款由程序判定、由人判断，还是网上看不出来。",
      "Coverage: which clause is decided by the program, by a person, or not to be seen on the web."
    ),
    discussion: Help.page(
      """
      mingcha rules coverage
      mingcha rules coverage shanting-2021 --all
      mingcha rules coverage --markdown > docs/rules.md
      """,
      zh: "有条款没有规则时退出码为 2。",
      en: "Ends with 2 when a clause has no rule."))

  @Argument(
    help: Help.said("规则包（默认全部）。", "Rule packs (all unless given)."),
    completion: PackShelf.completion)
  var packs: [String] = []

  @Flag(help: Help.said("逐条列出。", "List every clause."))
  var all = false

  @Flag(
    help: Help.said("输出 Markdown（docs/rules.md 的内容）。", "Print Markdown (what docs/rules.md holds).")
  )
  var markdown = false

  @Option(help: Help.said("语言：zh-Hans 或 en。", "Language: zh-Hans or en."))
  var lang: Language = Setting.lang.value() ?? .chinese

  func run() throws {
    let names = packs.isEmpty ? PackShelf.finder.all().map(\.name) : packs
    let loaded = try names.map { try PackShelf.load($0) }
    if markdown {
      Terminal.print(RulesTable(packs: loaded, language: lang).markdown)
    } else {
      for pack in loaded { show(pack) }
    }
    let open = loaded.flatMap { pack in
      ClauseCoverage(pack).unanswered.map { "\(pack.id)/\($0.id)" }
    }
    guard open.isEmpty else {
      throw UsageFault(
        "有\(open.count)个条款没有规则 / \(open.count) clause(s) without a rule: "
          + open.prefix(20).joined(separator: ", "))
    }
  }

  private func show(_ pack: Pack) {
    let coverage = ClauseCoverage(pack)
    Terminal.print("\(pack.id)  \(pack.title.text(lang))\n")
    if all {
      for line in coverage.lines {
        let answer = line.answer.map(RulesTable.word) ?? Bilingual(zh: "没有规则", en: "no rule")
        let kinds = line.rules.map(\.kind).joined(separator: "+")
        Terminal.print(
          "  \(line.clause.id)\t\(answer.text(lang))\t\(kinds)\t"
            + "\(line.clause.requirement.text(lang))\n")
      }
    }
    for way in Observability.allCases {
      let total = coverage.lines.count { $0.clause.observable == way }
      guard total > 0 else { continue }
      let parts = Observability.allCases.map { answer in
        "\(RulesTable.word(answer).text(lang)) \(coverage.count(way, answeredBy: answer))"
      }
      let none = coverage.count(way, answeredBy: nil)
      let rest = Bilingual(zh: "没有规则 \(none)", en: "without a rule \(none)").text(lang)
      Terminal.print(
        "  \(RulesTable.asked(way).text(lang)) \(total): "
          + (parts + [rest]).joined(separator: ", ") + "\n")
    }
  }
}
