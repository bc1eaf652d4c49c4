import Texts
import YAML

/// Reads the `examples` of a pack: each names its rule, the rest is read by who builds the site.
struct ExampleDecoder {
  let pack: String
  let rules: [Rule]
  let log: YAMLProblemLog

  /// The examples of all files, in the order of the rules, then of the text.
  func decode(_ files: [YAMLMapping]) -> [RuleExample] {
    var byRule: [RuleID: [RuleExample]] = [:]
    let known = rules.map { $0.id.clause + ($0.id.name.map { "#\($0)" } ?? "") }
    let ids = Set(rules.map(\.id))
    for item in files.flatMap({ $0.mappings("examples", log: log) ?? [] }) {
      item.require(["rule"], log: log)
      guard let value = item["rule"], let text = value.string(log: log) else { continue }
      guard let id = RuleID("\(pack)/\(text)"), ids.contains(id) else {
        let near = NearestWord.hint(text, in: known)
        log.add(
          value.problem(
            Bilingual(
              zh: "没有规则“\(text)”\(near.zh)", en: "no rule \"\(text)\" in this pack\(near.en)")))
        continue
      }
      let place = item.value
      byRule[id, default: []].append(
        RuleExample(
          rule: id, content: item.without(["rule"]),
          place: "\(place.file):\(place.line):\(place.column)"))
    }
    return rules.flatMap { byRule[$0.id] ?? [] }
  }
}
