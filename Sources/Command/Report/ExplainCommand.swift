import ArgumentParser
import Audit
import Report
import Score
import Texts

/// `mingcha explain`: one finding told to a person.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: Help.text(
      "解释一个结果：查什么、在哪里查、查到什么、为何不算、怎样计分、如何整改。",
      "Explain one finding: what was sought, where, what was found, why not, points, remedy."),
    discussion: Help.page(
      """
      mingcha explain Reports/latest/audit.json 区财政局 A.4
      mingcha explain Reports/latest/audit.json czj shanting-2021/A.4 --lang en
      """,
      zh: "退出码：0 已解释 · 2 没有这个单位或规则（给出最接近的写法）",
      en: "Exit status: 0 explained · 2 no such unit or rule (the nearest is named)"))

  @Argument(
    help: Help.said("审核结果 audit.json。", "The audit.json of an audit."),
    completion: .file(extensions: ["json"]))
  var audit: String

  @Argument(help: Help.said("单位的编号或名称。", "The unit's id or name."))
  var unit: String

  @Argument(
    help: Help.said("规则编号（<规则包>/<条款>）或条款号。", "The rule's id (<pack>/<clause>) or the clause."))
  var rule: String

  @Option(
    help: Help.said(
      "语言：zh-Hans 或 en（默认与审核相同）。", "Language: zh-Hans or en (unless given, the audit's)."))
  var lang: Language?

  @OptionGroup var colors: ColorOptions

  func run() throws {
    let audit = try AuditInput.read(audit)
    let lookup = FindingLookup(audit: audit)
    let unit = try lookup.unit(unit)
    let scored = try lookup.finding(rule, of: unit)
    Terminal.print(
      FindingExplanation(
        scored, of: unit, in: audit, language: lang ?? Setting.lang.value() ?? audit.language,
        style: colors.style()
      ).text)
  }
}
