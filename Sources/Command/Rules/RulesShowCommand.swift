import ArgumentParser
import Audit
import Checks
import Rules
import Texts
import YAML

/// `mingcha rules show`: one rule explained to a person.
struct RulesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: Help.text("解释一条规则。", "Explain one rule."),
    discussion: Help.page(
      """
      mingcha rules show shanting-2021/A.4
      """))

  @Argument(help: Help.said("规则编号：<规则包>/<条款>。", "The rule's id: <pack>/<clause>."))
  var id: String

  @Option(help: Help.said("语言：zh-Hans 或 en。", "Language: zh-Hans or en."))
  var lang: Language = Setting.lang.value() ?? .chinese

  func run() throws {
    guard let wanted = RuleID(id) else {
      throw UsageFault("“\(id)” 不是规则编号，应为 <规则包>/<条款>，如 shanting-2021/A.4 / no rule id")
    }
    let pack = try PackShelf.load(wanted.pack)
    guard let rule = pack.rules.first(where: { $0.id == wanted }) else {
      let known = pack.rules.map(\.id.description)
      let near = NearestWord.to(id, in: known).map { "；是不是 \($0)？" } ?? ""
      throw UsageFault("\(pack.id) 里没有规则 \(id)\(near) / no such rule in the pack")
    }
    Terminal.print(text(rule, pack))
  }

  private func text(_ rule: Rule, _ pack: Pack) -> String {
    let kind = allChecks.first { $0.descriptor.kind == rule.kind }?.descriptor
    func line(_ zh: String, _ en: String, _ value: String) -> String {
      Bilingual(zh: "\(zh)：\(value)\n", en: "\(en): \(value)\n").text(lang)
    }
    var text = "\(rule.id)  \(rule.title.text(lang))\n"
    text += line("出处", "Source", "\(pack.title.text(lang)) \(rule.article)")
    text += line("为什么", "Why", rule.why.text(lang))
    text += line("责任单位", "Binds", rule.units.joined(separator: "、"))
    text += line("范围", "Scope", scope(rule.scope).text(lang))
    text += line("分值", "Points", "\(rule.points)")
    if let other = rule.sameAs { text += line("计分于", "Scored at", "\(other)") }
    text += line(
      "检查方式", "Check", "\(rule.kind) – \(kind?.summary.text(lang) ?? rule.kind)")
    text += line("怎么改", "Fix", rule.fix.text(lang))
    text += line("位置", "Place", rule.place)
    return text
  }

  private func scope(_ scope: RuleScope) -> Bilingual {
    switch scope {
    case .each: Bilingual(zh: "各自：每个单位都要公开", en: "each unit for itself")
    case .any: Bilingual(zh: "任一：任何一个责任单位公开即可", en: "any one of the units")
    case .district: Bilingual(zh: "全区：在门户上判断一次", en: "once, on the district's portal")
    }
  }
}
