import Texts
import YAML

/// Reads the `rules` of a pack.
struct RuleDecoder {
  let pack: String
  let names: RosterNames
  let dimensions: [Dimension]
  let vocabulary: Vocabulary
  let log: YAMLProblemLog

  /// The rules of all files in clause order; faulty ones are logged and left out.
  func decode(_ files: [YAMLMapping]) -> [Rule] {
    let items = files.flatMap { $0.mappings("rules", log: log) ?? [] }
    if items.isEmpty {
      files.first?.value.reject(
        expected: Bilingual(zh: "至少一条规则", en: "at least one rule"), log: log)
    }
    let rules = items.compactMap { rule($0) }
    checkIdentities(items)
    checkSameAs(items, rules)
    return rules.sorted { $0.id < $1.id }
  }

  private func rule(_ item: YAMLMapping) -> Rule? {
    item.allow(only: PackKeys.rule.names, log: log)
    item.require(PackKeys.rule.requiredNames, log: log)
    let id = identity(item)
    let article = item.string("article", log: log)
    let title = item.bilingual("title", log: log)
    let dimension = dimension(item)
    let why = why(item, dimension)
    let fix = item.bilingual("fix", log: log)
    let scope = item.enumeration("scope", of: RuleScope.self, log: log)
    let severity = item.enumeration("severity", of: Severity.self, log: log)
    let units = units(item, "units")
    let publishers = publishers(item, scope)
    let sameAs = sameAs(item)
    let points = points(item)
    let check = check(item)
    guard let id, let article, let title, let why, let fix, let scope, let severity,
      let points, let check
    else { return nil }
    let place = item.value
    var rule = Rule(
      id: id, article: article, title: title, why: why, scope: scope, units: units,
      points: points, severity: severity, sameAs: sameAs, fix: fix, kind: check.kind,
      requirement: check.requirement, place: "\(place.file):\(place.line):\(place.column)")
    rule.dimension = dimension?.id
    rule.deduction = deduction(item, points)
    rule.publishers = publishers
    rule.since = item.date("since", log: log)
    rule.standing = item.enumeration("standing", of: RuleStanding.self, log: log) ?? .active
    rule.note = item.bilingual("note", log: log)
    return rule
  }

  private func dimension(_ item: YAMLMapping) -> Dimension? {
    guard let value = item["dimension"], let id = value.string(log: log) else { return nil }
    if let found = dimensions.first(where: { $0.id == id }) { return found }
    let near = NearestWord.hint(id, in: dimensions.map(\.id))
    log.add(
      value.problem(
        Bilingual(zh: "没有维度“\(id)”\(near.zh)", en: "no dimension \"\(id)\"\(near.en)")))
    return nil
  }

  /// Why the rule matters: its own words, else those of its dimension or of one above.
  private func why(_ item: YAMLMapping, _ dimension: Dimension?) -> Bilingual? {
    if item["why"] != nil { return item.bilingual("why", log: log) }
    var current = dimension
    // A parent stands before its children, so that this ends.
    while let here = current {
      if let why = here.why { return why }
      current = here.parent.flatMap { parent in dimensions.first { $0.id == parent } }
    }
    item.require(["why"], log: log)
    return nil
  }

  private func deduction(_ item: YAMLMapping, _ points: Double) -> Deduction? {
    guard let deduct = item.mapping("deduct", log: log) else { return nil }
    deduct.allow(only: PackKeys.deduct.names, log: log)
    deduct.require(PackKeys.deduct.requiredNames, log: log)
    guard let each = deduct.double("each", in: 0...1000, log: log) else { return nil }
    let most = deduct.double("most", in: 0...1000, log: log) ?? points
    return Deduction(each: each, most: most)
  }

  private func identity(_ item: YAMLMapping) -> RuleID? {
    let clause = word("id", item)
    let name = word("name", item)
    if item["name"] != nil && name == nil { return nil }
    return clause.map { RuleID(pack: pack, clause: $0, name: name) }
  }

  /// A part of a rule's identity: no spaces, and none of the marks that separate the parts.
  private func word(_ key: String, _ item: YAMLMapping) -> String? {
    guard let value = item[key], let text = value.string(log: log) else { return nil }
    if !text.contains(where: { $0.isWhitespace || $0 == "/" || $0 == "#" }) { return text }
    value.reject(
      expected: Bilingual(
        zh: "不含空格、“/”和“#”的条款编号或名称",
        en: "a clause id or name without spaces, \"/\" and \"#\""), log: log)
    return nil
  }

  /// Those whose publications count beside the units' own; none where each unit is judged by its own.
  private func publishers(_ item: YAMLMapping, _ scope: RuleScope?) -> [String] {
    guard let value = item["publishers"] else { return [] }
    if scope == .each {
      log.add(
        value.problem(
          Bilingual(
            zh: "scope为each（各自）时publishers不起作用，请删去，或把scope改为any（任一）或district（全区）",
            en: "publishers has no effect with scope each; leave it out, "
              + "or make the scope any or district")))
    }
    return units(item, "publishers")
  }

  private func units(_ item: YAMLMapping, _ key: String) -> [String] {
    guard let values = item.list(key, log: log) else { return [] }
    if values.isEmpty {
      item[key]?.reject(expected: Bilingual(zh: "至少一个单位", en: "at least one unit"), log: log)
    }
    var found: [String] = []
    for value in values {
      guard let text = value.string(log: log) else { continue }
      guard let name = names.name(for: text) else {
        let near = NearestWord.hint(text, in: names.all)
        log.add(
          value.problem(
            Bilingual(
              zh: "单位“\(text)”不在名册中\(near.zh)",
              en: "unit \"\(text)\" is not in the roster\(near.en)")))
        continue
      }
      if found.contains(name) {
        log.add(
          value.problem(
            Bilingual(
              zh: "单位“\(text)”写了两次，只能留一个", en: "unit \"\(text)\" is named twice; keep one")))
      } else {
        found.append(name)
      }
    }
    return found
  }

  /// The points; a rule that is scored elsewhere has none.
  private func points(_ item: YAMLMapping) -> Double? {
    guard item["same-as"] != nil else {
      item.require(["points"], log: log)
      return item.double("points", in: 0...1000, log: log)
    }
    if let value = item["points"], value.double(in: 0...1000, log: log) ?? 0 > 0 {
      log.add(
        value.problem(
          Bilingual(
            zh: "写了same-as的规则在彼处计分，points请写0或省略",
            en: "a rule with same-as is scored there; write 0 or leave points out")))
    }
    return 0
  }

  private func check(_ item: YAMLMapping) -> (kind: String, requirement: YAMLMapping)? {
    guard let own = item["check"], let check = vocabulary.expand(own, log: log).mapping(log: log)
    else { return nil }
    check.require(["kind"], log: log)
    guard let kind = check.string("kind", log: log) else { return nil }
    return (kind, check.without(["kind"]))
  }

  private func sameAs(_ item: YAMLMapping) -> RuleID? {
    guard let value = item["same-as"], let text = value.string(log: log) else { return nil }
    if let id = RuleID(text.contains("/") ? text : "\(pack)/\(text)") { return id }
    value.reject(
      expected: Bilingual(zh: "本规则包的条款编号", en: "a clause id of this pack"), log: log)
    return nil
  }

  private func checkIdentities(_ items: [YAMLMapping]) {
    var taken: Set<String> = []
    for item in items {
      guard let value = item["id"], let clause = value.text else { continue }
      let id = clause + (item["name"]?.text.map { "#\($0)" } ?? "")
      if !taken.insert(id).inserted {
        log.add(
          value.problem(
            Bilingual(
              zh: "规则“\(id)”出现两次，同一条款的各条规则要有各自的name",
              en: "rule \"\(id)\" stands twice; give each rule of a clause its own name")))
      }
    }
  }

  private func checkSameAs(_ items: [YAMLMapping], _ rules: [Rule]) {
    let clauses = items.compactMap { item in
      item["id"]?.text.map { $0 + (item["name"]?.text.map { "#\($0)" } ?? "") }
    }
    let scoredElsewhere = Set(rules.filter { $0.sameAs != nil }.map(\.id))
    for item in items {
      guard let value = item["same-as"], let text = value.text,
        let id = RuleID(text.contains("/") ? text : "\(pack)/\(text)")
      else { continue }
      let clause = id.clause + (id.name.map { "#\($0)" } ?? "")
      if id.pack != pack || !clauses.contains(clause) {
        let near = NearestWord.hint(text, in: clauses)
        log.add(
          value.problem(
            Bilingual(
              zh: "same-as所指不是本规则包的规则：“\(text)”\(near.zh)",
              en: "same-as names no rule of this pack: \"\(text)\"\(near.en)")))
      } else if scoredElsewhere.contains(id) {
        log.add(
          value.problem(
            Bilingual(
              zh: "“\(text)”自己也写了same-as，请写实际计分的规则",
              en: "\"\(text)\" has a same-as itself; name the rule that is scored")))
      }
    }
  }
}
