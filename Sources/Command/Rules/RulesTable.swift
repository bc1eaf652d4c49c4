import Rules
import Texts

/// The document `docs/rules.md`: clauses and their answers, pack by pack.
struct RulesTable {
  let packs: [Pack]
  let language: Language

  /// How a clause is answered.
  static func word(_ answer: Observability) -> Bilingual {
    switch answer {
    case .auto: Bilingual(zh: "程序判定", en: "decided by program")
    case .assisted: Bilingual(zh: "人工判断", en: "judged by a person")
    case .offline: Bilingual(zh: "网上不可见", en: "not visible on the web")
    }
  }

  /// What the catalogue says of a clause.
  static func asked(_ way: Observability) -> Bilingual {
    switch way {
    case .auto: Bilingual(zh: "可由程序判定的条款", en: "clauses that a program can decide")
    case .assisted: Bilingual(zh: "须由人判断的条款", en: "clauses for a person")
    case .offline: Bilingual(zh: "网上不可见的条款", en: "clauses that the web can't show")
    }
  }

  var markdown: String {
    var text = """
      # 条款与规则

      本页由 `mingcha rules coverage --markdown` 生成，请勿手改；改规则后重新生成。
      This page is generated; do not edit it by hand.

      | 规则包 | 条款 | 程序判定 | 人工判断 | 网上不可见 | 没有规则 |
      | --- | ---: | ---: | ---: | ---: | ---: |

      """
    for pack in packs {
      let lines = ClauseCoverage(pack).lines
      let counts = Observability.allCases.map { way in lines.count { $0.answer == way } }
      let open = lines.count { $0.answer == nil }
      text += "| [\(pack.id)](#\(pack.id)) | \(lines.count) | "
      text += counts.map(String.init).joined(separator: " | ") + " | \(open) |\n"
    }
    for pack in packs { text += section(pack) }
    return text
  }

  private func section(_ pack: Pack) -> String {
    var text = "\n## \(pack.id)\n\n\(pack.title.text(language))（\(pack.issuer.text(language))）\n"
    if let notice = pack.notice { text += "\n> \(notice.text(language))\n" }
    text += "\n| 条款 | 出处 | 要求 | 怎样回答 | 规则 |\n| --- | --- | --- | --- | --- |\n"
    for line in ClauseCoverage(pack).lines {
      let answer = line.answer.map { Self.word($0).text(language) } ?? "—"
      let rules = line.rules.map { rule in
        "`\(rule.kind)`" + (rule.id.name.map { " #\($0)" } ?? "")
      }
      text += "| \(line.clause.id) | \(Self.cell(line.clause.article)) | "
      text += "\(Self.cell(line.clause.requirement.text(language))) | \(answer) | "
      text += "\(rules.joined(separator: "、")) |\n"
    }
    return text
  }

  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }
}
