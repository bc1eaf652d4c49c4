import Audit
import Findings
import Rules
import Score
import Texts
import Web
import YAML

/// Finds the finding that a person's words name.
struct FindingLookup {
  let audit: AuditResult

  /// The unit by id or name; a slip is told with the nearest word.
  func unit(_ word: String) throws -> UnitResult {
    if let unit = audit.units.first(where: { $0.id.text == word }) { return unit }
    let named = audit.units.filter { $0.name == word }
    guard let unit = named.first else {
      let known = audit.units.flatMap { [$0.id.text, $0.name] }
      let near = NearestWord.hint(word, in: known)
      throw UsageFault(
        "UNIT: 没有单位“\(word)”\(near.zh) / no unit \"\(word)\"\(near.en)\n"
          + listed(audit.units.map { "\($0.id.text)  \($0.name)" }))
    }
    guard named.count == 1 else {
      throw UsageFault(
        "UNIT: 有 \(named.count) 个单位叫“\(word)”，请写编号 / several units have this name, "
          + "give an id: " + named.map(\.id.text).joined(separator: "、"))
    }
    return unit
  }

  /// The unit's finding by the rule's id or its clause, where the clause has but one rule.
  func finding(_ word: String, of unit: UnitResult) throws -> ScoredFinding {
    if let scored = unit.findings.first(where: { $0.finding.rule.description == word }) {
      return scored
    }
    let matching = unit.findings.filter { scored in
      let rule = scored.finding.rule
      return rule.clause == word || rule.name.map { "\(rule.clause)#\($0)" == word } ?? false
    }
    guard let scored = matching.first else {
      let rules = unit.findings.map(\.finding.rule)
      let near = NearestWord.hint(
        word, in: rules.map(\.description) + rules.map(\.clause))
      throw UsageFault(
        "RULE: \(unit.name) 没有规则或条款“\(word)”的结果\(near.zh) / "
          + "no finding for rule or clause \"\(word)\"\(near.en)\n"
          + listed(rules.map(\.description)))
    }
    guard matching.count == 1 else {
      throw UsageFault(
        "RULE: 条款“\(word)”有 \(matching.count) 条规则，请写其中一条 / this clause has several rules, "
          + "name one:\n" + listed(matching.map(\.finding.rule.description)))
    }
    return scored
  }

  /// One a line, at most twenty.
  private func listed(_ words: [String]) -> String {
    let most = 20
    let rest = words.count > most ? ["  … \(words.count - most)"] : []
    return (words.prefix(most).map { "  \($0)" } + rest).joined(separator: "\n")
  }
}
