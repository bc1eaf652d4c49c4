import Dates
import Texts
package import YAML

/// Reads a rule pack's YAML strictly: every fault of all its files is found in one go.
///
/// The head has `pack`, `title`, `issuer`, `notice`, `year`, `effective`, `scheme`, `grades`,
/// `bonus`, `dimensions`, `roster`, `clauses`, `rules` and `examples`; further files have the
/// last three alone. A rule's `check` keeps its own keys unread (shared words put in their
/// places); the check of that kind decodes them.
package enum PackLoader {
  /// Reads a pack that is one text, without a shared vocabulary; `file` is the name that problems
  /// carry.
  package static func load(_ bytes: [UInt8], file: String) throws(YAMLProblems) -> Pack {
    try load(PackSource(bytes: bytes, file: file))
  }

  /// Reads all files of a pack.
  static func load(_ source: PackSource) throws(YAMLProblems) -> Pack {
    let log = YAMLProblemLog()
    var vocabulary = Vocabulary()
    for file in source.vocabulary {
      vocabulary.add(try YAMLDocument.read(file.bytes, file: file.path), log: log)
    }
    let root = try YAMLDocument.read(source.head.bytes, file: source.head.path)
    var parts: [YAMLMapping] = []
    for file in source.parts {
      let part = try YAMLDocument.read(file.bytes, file: file.path)
      guard let map = part.mapping(log: log) else { continue }
      map.allow(only: PackKeys.part.names, log: log)
      parts.append(map)
    }
    let pack = root.mapping(log: log).flatMap { head in
      decode(head, parts, vocabulary, sha256: source.sha256, log: log)
    }
    try log.check()
    guard let pack else {
      throw YAMLProblems([
        root.problem(Bilingual(zh: "这不是规则包", en: "this is no rule pack"))
      ])
    }
    return pack
  }

  private static func decode(
    _ map: YAMLMapping, _ parts: [YAMLMapping], _ vocabulary: Vocabulary, sha256: String,
    log: YAMLProblemLog
  ) -> Pack? {
    map.allow(only: PackKeys.head.names, log: log)
    map.require(PackKeys.head.requiredNames, log: log)
    if parts.isEmpty { map.require(["rules"], log: log) }
    let id = identifier(map, log)
    let title = map.bilingual("title", log: log)
    let issuer = map.bilingual("issuer", log: log)
    let notice = map.bilingual("notice", log: log)
    let year = map.int("year", in: 1949...9999, log: log)
    let effective = map.date("effective", log: log)
    let scoring = ScoringDecoder.decode(map, log: log)
    let dimensions = DimensionDecoder.decode(map, log: log)
    let roster = RosterDecoder.decode(map, log: log)
    // A pack with a bad name still has its rules read, under a name that is never seen.
    let decoder = RuleDecoder(
      pack: id ?? "-", names: RosterNames(roster), dimensions: dimensions, vocabulary: vocabulary,
      log: log)
    let rules = decoder.decode([map] + parts)
    let examples = ExampleDecoder(pack: id ?? "-", rules: rules, log: log).decode([map] + parts)
    guard let id, let title, let issuer, let year else { return nil }
    var pack = Pack(
      id: id, title: title, issuer: issuer, notice: notice, year: year, effective: effective,
      roster: roster, rules: rules, scoring: scoring, sha256: sha256)
    pack.dimensions = dimensions
    pack.examples = examples
    pack.clauses = ClauseDecoder(rules: rules, log: log).decode([map] + parts)
    return pack
  }

  private static func identifier(_ map: YAMLMapping, _ log: YAMLProblemLog) -> String? {
    guard let value = map["pack"], let id = value.string(log: log) else { return nil }
    if PackFinder.isName(id) { return id }
    value.reject(
      expected: Bilingual(
        zh: "由英文字母、数字、“-”“_”“.”组成的名称",
        en: "a name of ASCII letters, digits, \"-\", \"_\" and \".\""), log: log)
    return nil
  }
}

/// Reads the names of a pack's units.
enum RosterDecoder {
  /// The entries in the order of the text; faulty ones are logged and left out.
  static func decode(_ map: YAMLMapping, log: YAMLProblemLog) -> [RosterEntry] {
    guard let items = map.mappings("roster", log: log) else { return [] }
    if items.isEmpty {
      map["roster"]?.reject(expected: Bilingual(zh: "至少一个单位", en: "at least one unit"), log: log)
    }
    var taken: Set<String> = []
    return items.compactMap { item in
      item.allow(only: PackKeys.unit.names, log: log)
      item.require(PackKeys.unit.requiredNames, log: log)
      let name = item.string("name", log: log)
      let aliases = item.strings("aliases", log: log) ?? []
      for (spelling, place) in spellings(item)
      where !taken.insert(UnitName.normalised(spelling)).inserted {
        log.add(
          place.problem(
            Bilingual(
              zh: "单位名册中“\(spelling)”出现两次，只能留一个",
              en: "the roster has \"\(spelling)\" twice; keep one")))
      }
      let kinds = item.list("kinds", log: log)?.compactMap {
        $0.enumeration(of: UnitKind.self, log: log)
      }
      return name.map { RosterEntry(name: $0, aliases: aliases, kinds: kinds ?? []) }
    }
  }

  private static func spellings(_ item: YAMLMapping) -> [(String, YAMLValue)] {
    var values = item["name"].map { [$0] } ?? []
    if case .sequence(let aliases) = item["aliases"]?.content { values += aliases }
    return values.compactMap { value in value.text.map { ($0, value) } }
  }
}

/// The roster's names, to look a rule's units up.
struct RosterNames {
  /// Names as written, in roster order.
  let all: [String]
  private let byKey: [String: String]

  init(_ roster: [RosterEntry]) {
    all = roster.map(\.name)
    var byKey: [String: String] = [:]
    for entry in roster {
      for spelling in [entry.name] + entry.aliases {
        byKey[UnitName.normalised(spelling), default: entry.name] = entry.name
      }
    }
    self.byKey = byKey
  }

  /// The entry's name for any of its spellings.
  func name(for spelling: String) -> String? { byKey[UnitName.normalised(spelling)] }
}
