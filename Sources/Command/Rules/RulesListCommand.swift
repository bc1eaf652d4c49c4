import ArgumentParser
import Rules
import Texts
import YAML

/// `mingcha rules list`: which packs there are and which folder serves them.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Help.text("列出规则包，并说明来自哪个文件夹。", "List the rule packs and where each comes from."),
    discussion: Help.page(
      """
      mingcha rules list
      MINGCHA_RULES_PATH=/srv/rules mingcha rules list --lang en
      """))

  @Option(help: Help.said("语言：zh-Hans 或 en。", "Language: zh-Hans or en."))
  var lang: Language = Setting.lang.value() ?? .chinese

  func run() throws {
    let finder = PackShelf.finder
    for location in finder.all() {
      do {
        let pack = try finder.load(location)
        let count = Bilingual(zh: "\(pack.rules.count) 条规则", en: "\(pack.rules.count) rules")
        Terminal.print(
          "\(pack.id)\t\(pack.title.text(lang))\t\(count.text(lang))\t\(location.path)\n")
      } catch {
        Terminal.say(error.description + "\n")
      }
    }
  }
}
