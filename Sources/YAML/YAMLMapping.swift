package import Texts

/// One value of a YAML document with its place in the file.
package struct YAMLValue: Sendable {
  /// What a value is; scalars keep their text, whatever YAML would make of it.
  package enum Content: Sendable {
    case null
    case scalar(String, quoted: Bool)
    case sequence([YAMLValue])
    case mapping([(key: YAMLValue, value: YAMLValue)])
  }

  package let content: Content
  package let file: String
  package let line: Int
  package let column: Int

  /// A problem at this value's place, in one wording for both languages.
  package func problem(_ message: String) -> YAMLProblem {
    problem(Bilingual(zh: message, en: message))
  }

  /// A problem at this value's place.
  package func problem(_ message: Bilingual) -> YAMLProblem {
    YAMLProblem(file: file, line: line, column: column, message: message)
  }

  /// How the value is called in a message: `a list`, `"2021-02-30"`.
  package var seen: Bilingual {
    switch content {
    case .null: Bilingual(zh: "空值", en: "nothing")
    case .scalar(let text, _): Bilingual(zh: "“\(text.prefix(60))”", en: "\"\(text.prefix(60))\"")
    case .sequence: Bilingual(zh: "列表", en: "a list")
    case .mapping: Bilingual(zh: "键值表", en: "a mapping")
    }
  }
}

/// Collects problems while a document is decoded, so that one run names them all.
///
/// Keeps the first `most`; a garbled file of a million lines needs no million messages.
package final class YAMLProblemLog {
  /// The most problems that are kept.
  package static let most = 200

  package private(set) var problems: [YAMLProblem] = []
  private var dropped = 0

  package init() {}

  package func add(_ problem: YAMLProblem) {
    if problems.count < Self.most {
      problems.append(problem)
    } else {
      dropped += 1
    }
  }

  /// Throws when there are problems.
  package func check() throws(YAMLProblems) {
    guard let last = problems.max() else { return }
    var all = problems
    if dropped > 0 {
      var note = last
      note.message = Bilingual(
        zh: "……另有\(dropped)处问题", en: "… and \(dropped) more problems")
      all.append(note)
    }
    throw YAMLProblems(all)
  }
}

/// A mapping that is read strictly: `finish` complains of every key that nobody asked for.
///
/// The reading methods log a problem and return nil for a wrong value; a missing key is nil
/// without a problem unless the method says `required`.
package struct YAMLMapping: Sendable {
  package let value: YAMLValue
  private let entries: [(key: YAMLValue, value: YAMLValue)]

  package init?(_ value: YAMLValue) {
    guard case .mapping(let entries) = value.content else { return nil }
    self.value = value
    self.entries = entries
  }

  private static func text(_ key: YAMLValue) -> String? {
    if case .scalar(let text, _) = key.content { return text }
    return nil
  }

  /// The keys in the order of the text.
  package var keys: [String] { entries.compactMap { Self.text($0.key) } }

  /// The value of a key, or nil.
  ///
  /// An explicit null counts as missing.
  package subscript(key: String) -> YAMLValue? {
    guard let found = entries.first(where: { Self.text($0.key) == key })?.value else { return nil }
    if case .null = found.content { return nil }
    return found
  }

  /// The place of a key, whatever its value; nil when the key is missing.
  package func place(of key: String) -> YAMLValue? {
    entries.first(where: { Self.text($0.key) == key })?.key
  }

  /// This mapping without some keys: what is left for another reader.
  package func without(_ keys: Set<String>) -> YAMLMapping {
    let rest = entries.filter { !keys.contains(Self.text($0.key) ?? "") }
    return YAMLMapping(value: value, entries: rest)
  }

  private init(value: YAMLValue, entries: [(key: YAMLValue, value: YAMLValue)]) {
    self.value = value
    self.entries = entries
  }

  /// Logs every key outside `known` (with the nearest known word) and every key that is twice.
  package func allow(only known: [String], log: YAMLProblemLog) {
    var seen: Set<String> = []
    for (key, _) in entries {
      guard let text = Self.text(key) else {
        log.add(
          key.problem(
            Bilingual(
              zh: "键必须是一个词，这里是\(key.seen.zh)", en: "a key must be a word, not \(key.seen.en)")))
        continue
      }
      if !known.contains(text) {
        let near = NearestWord.hint(text, in: known)
        let valid = known.joined(separator: ", ")
        log.add(
          key.problem(
            Bilingual(
              zh: "没有“\(text)”这个键\(near.zh)（可用的键：\(valid)）",
              en: "unknown key \"\(text)\"\(near.en) (valid keys: \(valid))")))
      }
      if !seen.insert(text).inserted {
        log.add(
          key.problem(Bilingual(zh: "键“\(text)”出现两次", en: "key \"\(text)\" stands twice")))
      }
    }
  }
}
