import Codings
import Dates
import Texts
package import YAML

/// Reads a rule pack's YAML strictly: every fault of the file is found in one go.
///
/// A pack has `pack`, `title`, `issuer`, `notice`, `year`, `effective`, `scheme`, `roster` and
/// `rules`. A rule's `check` keeps its own keys unread; the check of that kind decodes them.
package enum PackLoader {
  /// Reads the bytes of a pack; `file` is the name that problems carry.
  package static func load(_ bytes: [UInt8], file: String) throws(YAMLProblems) -> Pack {
    let root = try YAMLDocument.read(bytes, file: file)
    let log = YAMLProblemLog()
    let pack = root.mapping(log: log).flatMap {
      decode($0, sha256: SHA256.hex(bytes), log: log)
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
    _ map: YAMLMapping, sha256: String, log: YAMLProblemLog
  ) -> Pack? {
    map.allow(
      only: [
        "pack", "title", "issuer", "notice", "year", "effective", "scheme", "roster", "rules",
      ], log: log)
    map.require(["pack", "title", "issuer", "year", "roster", "rules"], log: log)
    let id = identifier(map, log)
    let title = map.bilingual("title", log: log)
    let issuer = map.bilingual("issuer", log: log)
    let notice = map.bilingual("notice", log: log)
    let year = map.int("year", in: 1949...9999, log: log)
    let effective = map.date("effective", log: log)
    let scheme = map.enumeration("scheme", of: ScoringScheme.self, log: log)
    let roster = RosterDecoder.decode(map, log: log)
    let names = RosterNames(roster)
    // A pack with a bad name still has its rules read, under a name that is never seen.
    let rules = RuleDecoder(pack: id ?? "-", names: names, log: log).decode(map)
    guard let id, let title, let issuer, let year else { return nil }
    return Pack(
      id: id, title: title, issuer: issuer, notice: notice, year: year, effective: effective,
      roster: roster, rules: rules, scheme: scheme ?? .weightedSum, sha256: sha256)
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
      item.allow(only: ["name", "aliases", "kinds"], log: log)
      item.require(["name"], log: log)
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
