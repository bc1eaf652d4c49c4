import ArgumentParser
import Texts

/// `mingcha settings`: the environment's variables and what they say now.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: Help.text(
      "环境变量：可以代替哪些选项，现在的值。",
      "Variables of the environment: which flags they stand for, and what they say now."),
    discussion: Help.page(
      """
      mingcha settings
      MINGCHA_RATE=2 mingcha settings --lang en
      mingcha settings --markdown > docs/operations/settings.md
      """,
      zh: "先后：命令行选项 > 环境变量 > 方案。",
      en: "A flag wins over a variable, a variable over the plan."))

  @Flag(
    help: Help.said(
      "输出 Markdown（docs/operations/settings.md 的内容）。",
      "Print Markdown (what docs/operations/settings.md holds)."))
  var markdown = false

  @Option(help: Help.said("语言：zh-Hans 或 en。", "Language: zh-Hans or en."))
  var lang: Language = Setting.lang.value() ?? .chinese

  func run() throws {
    Terminal.print(markdown ? Self.document : text)
  }

  private var text: String {
    Setting.allCases.map { setting in
      let flag = setting.flag.map { "\($0)  " } ?? ""
      let now = setting.text.map { "  [\(Shown.text($0))]" } ?? ""
      return "\(setting.rawValue)\(now)\n  \(flag)\(setting.meaning.text(lang))"
        + (lang == .chinese ? "：" : ": ") + "\(setting.expected.text(lang))\n"
    }.joined()
  }

  private static var document: String {
    var text = """
      # 环境变量 Settings

      先后：命令行选项 > 环境变量 > 方案。空值等于没有设。值有误时退出码为 2，并指出变量名。
      A flag wins over a variable, a variable over the plan. An empty variable counts as not set; a wrong value ends with
      status 2 and the variable's name. This page is generated: `mingcha settings --markdown > docs/operations/settings.md`.

      | 变量 Variable | 选项 Flag | 作用 | Meaning | 取值 | Value |
      | --- | --- | --- | --- | --- | --- |

      """
    for setting in Setting.allCases {
      let flag = setting.flag.map { "`\($0)`" } ?? "—"
      text +=
        "| `\(setting.rawValue)` | \(flag) | \(setting.meaning.zh) | \(setting.meaning.en) | "
        + "\(setting.expected.zh) | \(setting.expected.en) |\n"
    }
    return text + """

      此外：`NO_COLOR`（不用颜色，https://no-color.org）。通知的地址和密码用方案里写明的变量，见 `notifications.md`。
      Beside these: `NO_COLOR` (https://no-color.org). Addresses and passwords of notifications are in variables that the plan
      names, see `notifications.md`.

      """
  }
}
