import Texts
import YAML

/// Words that packs share: column synonyms, title patterns, labels of elements.
///
/// Files under `vocabulary/` beside the packs, each with `vocabulary: <kind>` (columns, titles,
/// fields or words) and `sets: {name: [words]}`. In any list of a rule the item `$columns/年度报告`
/// stands for that set's words. A set may name other sets of its kind that stand before it.
struct Vocabulary: Sendable {
  /// What a set's words are.
  enum Kind: String, Sendable, CaseIterable { case columns, titles, fields, words }

  /// The sets by `kind/name`.
  private var sets: [String: [YAMLValue]] = [:]

  init() {}

  /// All names, sorted, as they are referred to.
  var names: [String] { sets.keys.sorted().map { "$" + $0 } }

  /// Takes the sets of one file; faults are logged at their places.
  mutating func add(_ root: YAMLValue, log: YAMLProblemLog) {
    guard let map = root.mapping(log: log) else { return }
    map.allow(only: PackKeys.vocabulary.names, log: log)
    map.require(PackKeys.vocabulary.requiredNames, log: log)
    let kind = map.enumeration("vocabulary", of: Kind.self, log: log)
    guard let kind, let lists = map.mapping("sets", log: log) else { return }
    for name in lists.keys {
      guard let value = lists[name] else {
        lists.require([name], log: log)
        continue
      }
      let key = "\(kind.rawValue)/\(name)"
      if sets[key] != nil, let place = lists.place(of: name) {
        log.add(
          place.problem(
            Bilingual(zh: "词表“\(key)”出现两次", en: "the set \"\(key)\" stands twice")))
        continue
      }
      let expanded = expand(value, log: log)
      guard expanded.strings(log: log) != nil, let items = expanded.list(log: log) else { continue }
      sets[key] = items
    }
  }

  /// A value with every `$kind/name` in its lists replaced by the set's words.
  func expand(_ value: YAMLValue, log: YAMLProblemLog) -> YAMLValue {
    value.expandingItems { item in
      guard case .scalar(let text, _) = item.content, text.hasPrefix("$"), text.contains("/") else {
        return nil
      }
      if let members = sets[String(text.dropFirst())] { return members }
      let near = NearestWord.hint(text, in: names)
      log.add(
        item.problem(
          Bilingual(
            zh: "词表里没有“\(text)”\(near.zh)", en: "no vocabulary set \"\(text)\"\(near.en)")))
      return []
    }
  }
}
