import ArgumentParser
import Audit
import Checks
import Examples
import Findings
import Rules
import Texts
import YAML

/// `mingcha rules test`: holds every rule against its own examples.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: Help.text("用规则自带的示例站点试每条规则。", "Try every rule on the example sites that it carries."),
    discussion: Help.page(
      """
      mingcha rules test
      mingcha rules test shanting-2021 --markup table
      mingcha rules test Rules/shanting-2021 --rule A.4 --verbose
      """,
      zh: "每个示例写成真实网页，由同一个读取器读，再由规则判定；有示例不符时退出码为 1。",
      en:
        "Each example is written as real pages, read by the one reader, and judged by the rule; ends with 1 when one does not fit."
    ))

  @Argument(
    help: Help.said("规则包：名称或路径（默认全部）。", "Rule packs, by name or path (all unless given)."),
    completion: PackShelf.completion)
  var packs: [String] = []

  @Option(
    help: Help.said(
      "网页写法：list、table 或 cards（默认三种都试）。",
      "The markup: list, table or cards (all three unless given)."))
  var markup: ExampleMarkup?

  @Option(
    help: Help.said("只试这一条款（条款编号，可带 #名称）。", "Only this clause (its id, with #name if wanted)."))
  var rule: String?

  @Flag(help: Help.said("每个示例都显示，连同规则的说法。", "Show every example, with what the rule says."))
  var verbose = false

  @Option(help: Help.said("语言：zh-Hans 或 en。", "Language: zh-Hans or en."))
  var lang: Language = Setting.lang.value() ?? .chinese

  func run() throws {
    let calendar = try PlanOptions.calendar(RulesFolders.all())
    let names = packs.isEmpty ? PackShelf.finder.all().map(\.name) : packs
    var isGood = true
    for name in names {
      let pack = try PackShelf.load(name)
      let run: ExampleRun
      do {
        run = try ExampleRun(try RuleBook(pack), calendar: calendar)
      } catch {
        throw UsageFault(error.description)
      }
      if try !test(run) { isGood = false }
    }
    if !isGood { throw ExitCode(1) }
  }

  private func test(_ run: ExampleRun) throws -> Bool {
    var count = 0
    var misses = 0
    var tried: Set<RuleID> = []
    for draft in run.drafts where isWanted(draft.rule) {
      tried.insert(draft.rule)
      for markup in markup.map({ [$0] }) ?? ExampleMarkup.allCases {
        guard let result = run.run(draft, markup) else { continue }
        count += 1
        if !result.isMet { misses += 1 }
        if !result.isMet || verbose { show(result) }
      }
    }
    if let rule, tried.isEmpty {
      throw UsageFault("--rule: \(run.book.pack.id) 里没有 \(rule) 的示例 / no example of this rule")
    }
    Terminal.print(
      Bilingual(
        zh: "\(run.book.pack.id)：\(tried.count) 条规则的 \(count) 次试判，\(misses) 次不符\n",
        en:
          "\(run.book.pack.id): \(count) trials of \(tried.count) rules, \(misses) not as expected\n"
      ).text(lang))
    return misses == 0
  }

  private func isWanted(_ id: RuleID) -> Bool {
    guard let rule else { return true }
    return id.clause == rule || id.clause + (id.name.map { "#\($0)" } ?? "") == rule
  }

  private func show(_ result: ExampleResult) {
    let mark = result.isMet ? "✓" : "✗"
    let got = result.finding.status.rawValue
    Terminal.print(
      "\(mark) \(result.rule) [\(result.markup.rawValue)] \(result.place): "
        + Bilingual(
          zh: "应为 \(result.expected.rawValue)，得 \(got)",
          en: "expected \(result.expected.rawValue), got \(got)"
        ).text(lang) + "\n    \(result.finding.message.text(lang))\n")
  }
}

extension ExampleMarkup: ExpressibleByArgument {}
