import ArgumentParser
import Audit
import Checks
import Rules
import Texts

/// `mingcha rules kinds`: the check kinds and their keys, as pack authors need them.
struct RulesKindsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kinds",
    abstract: Help.text("检查种类及其键：写规则时用。", "Check kinds and their keys, for who writes rules."),
    discussion: Help.page(
      """
      mingcha rules kinds
      mingcha rules kinds freshness
      mingcha rules kinds --markdown > docs/checks.md
      """))

  @Argument(help: Help.said("只看这一种。", "Only this kind."))
  var kind: String?

  @Flag(
    help: Help.said(
      "输出 Markdown（docs/checks.md 的内容）。", "Print Markdown (what docs/checks.md holds)."))
  var markdown = false

  @Option(help: Help.said("语言：zh-Hans 或 en。", "Language: zh-Hans or en."))
  var lang: Language = Setting.lang.value() ?? .chinese

  func run() throws {
    let all = allChecks.map { $0.descriptor }
    guard let kind else {
      Terminal.print(markdown ? Self.document(all, lang) : all.map(text).joined(separator: "\n"))
      return
    }
    guard let found = all.first(where: { $0.kind == kind }) else {
      throw UsageFault(
        "没有检查种类“\(kind)” / no such kind; kinds: " + all.map(\.kind).joined(separator: ", "))
    }
    Terminal.print(text(found))
  }

  private func text(_ descriptor: CheckDescriptor) -> String {
    var text = "\(descriptor.kind)  \(descriptor.summary.text(lang))\n"
    for key in Self.listed(descriptor.keys) {
      text += "  \(key.name)\(key.isRequired ? " *" : "")\t\(key.meaning.text(lang))\n"
    }
    return text
  }

  /// The keys with those of the mappings that they take: `parts`, then `parts.name`.
  private static func listed(_ keys: [PackKey], below parent: String = "") -> [PackKey] {
    keys.flatMap { key in
      let name = parent + key.name
      let own = PackKey(name, key.form, isRequired: key.isRequired, key.meaning)
      switch key.form {
      case .entry(let inner), .entries(let inner): return [own] + listed(inner, below: name + ".")
      default: return [own]
      }
    }
  }

  private static func document(_ all: [CheckDescriptor], _ lang: Language) -> String {
    var text = """
      # 检查种类

      本页由 `mingcha rules kinds --markdown` 生成，请勿手改。规则的 `check:` 里写 `kind:` 和下列各键；
      带 * 的键必写。列表里可以用 `$columns/名称`、`$titles/名称`、`$fields/名称`、`$words/名称` 引用 `Rules/vocabulary/` 的词表。
      This page is generated; do not edit it by hand.

      """
    for descriptor in all {
      text += "\n## \(descriptor.kind)\n\n\(descriptor.summary.zh)。\(descriptor.summary.en).\n\n"
      text += "| 键 | 含义 | Meaning |\n| --- | --- | --- |\n"
      for key in listed(descriptor.keys) {
        let zh = key.meaning.zh.replacing("|", with: "\\|")
        let en = key.meaning.en.replacing("|", with: "\\|")
        text += "| `\(key.name)`\(key.isRequired ? " *" : "") | \(zh) | \(en) |\n"
      }
    }
    return text
  }
}
