import Texts
import YAML

/// Reads the `clauses` of a pack: the list against which its coverage is held.
struct ClauseDecoder {
  let rules: [Rule]
  let log: YAMLProblemLog

  /// The clauses of all files, in the order of the text.
  func decode(_ files: [YAMLMapping]) -> [Clause] {
    let items = files.flatMap { $0.mappings("clauses", log: log) ?? [] }
    var taken: Set<String> = []
    let clauses = items.compactMap { item -> Clause? in
      item.allow(only: PackKeys.clause.names, log: log)
      item.require(PackKeys.clause.requiredNames, log: log)
      guard let id = item.string("id", log: log), let article = item.string("article", log: log),
        let way = item.enumeration("observable", of: Observability.self, log: log),
        let requirement = item.bilingual("requirement", log: log)
      else { return nil }
      if !taken.insert(id).inserted, let place = item["id"] {
        log.add(
          place.problem(
            Bilingual(zh: "条款“\(id)”出现两次", en: "clause \"\(id)\" stands twice")))
      }
      return Clause(id: id, article: article, observable: way, requirement: requirement)
    }
    if !clauses.isEmpty { checkRules(taken) }
    return clauses
  }

  /// Every rule must be of a clause that the document has.
  private func checkRules(_ known: Set<String>) {
    for rule in rules where !known.contains(rule.id.clause) {
      let near = NearestWord.hint(rule.id.clause, in: known.sorted())
      log.add(
        rule.requirement.value.problem(
          Bilingual(
            zh: "条款表里没有“\(rule.id.clause)”\(near.zh)",
            en: "the list of clauses has no \"\(rule.id.clause)\"\(near.en)")))
    }
  }
}
