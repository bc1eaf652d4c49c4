import Findings
import Rules
import Score
import Texts

/// Which columns the sheet of scores has: rules under their headings, each heading with its sums.
///
/// Units stand in rows. Column 0 is the unit's name, column 1 its kind; then pack by pack a group of
/// columns for each first-level heading, and one for bonus rules; then the totals.
struct DetailColumns {
  /// Rules under one first-level heading of one pack, and the columns of their sums.
  struct Group {
    let title: Bilingual
    /// Bonus points count only as far as the pack lets them: this group has one sum, what counts.
    let isBonus: Bool
    /// Places in `digest.rules`.
    let rules: [Int]
    /// The first rule's column.
    let column: Int

    var last: Int { column + rules.count - 1 }
    var earned: Int { column + rules.count }
    /// The same as `earned` for bonus rules, which never count as possible.
    var possible: Int { isBonus ? earned : earned + 1 }
    var end: Int { possible }
  }

  /// The groups of one pack.
  struct PackGroups {
    let id: String
    let title: Bilingual
    let groups: [Group]
    /// The columns of the pack's own sums; nil when the pack is the only one.
    let sums: (earned: Int, possible: Int)?
  }

  static let heads = 4
  static let firstColumn = 2
  let packs: [PackGroups]
  /// Total earned; then possible, per cent, open points.
  let earned: Int
  var possible: Int { earned + 1 }
  var percent: Int { earned + 2 }
  var open: Int { earned + 3 }
  var hasRules: Bool { !packs.isEmpty }

  init(_ audit: AuditResult, _ digest: AuditDigest, other: Bilingual, bonus: Bilingual) {
    let headings = Headings(audit)
    let shown = digest.rules.indices.filter { place in
      digest.matrix.contains { row in Self.isShown(row[place]) }
    }
    var ids = audit.packs.map(\.id)
    for place in shown where !ids.contains(digest.rules[place].id.pack) {
      ids.append(digest.rules[place].id.pack)
    }
    ids.removeAll { id in !shown.contains { digest.rules[$0].id.pack == id } }
    var column = Self.firstColumn
    var packs: [PackGroups] = []
    for id in ids {
      let rules = shown.filter { digest.rules[$0].id.pack == id }
      var groups: [Group] = []
      for (title, members) in headings.grouped(rules, of: digest, other: other) {
        let group = Group(title: title, isBonus: false, rules: members, column: column)
        groups.append(group)
        column = group.end + 1
      }
      let extra = rules.filter { digest.rules[$0].severity == .bonus }
      if !extra.isEmpty {
        let group = Group(title: bonus, isBonus: true, rules: extra, column: column)
        groups.append(group)
        column = group.end + 1
      }
      let title = audit.packs.first { $0.id == id }?.title ?? Bilingual(zh: id, en: id)
      let hasSums = ids.count > 1
      packs.append(
        PackGroups(
          id: id, title: title, groups: groups, sums: hasSums ? (column, column + 1) : nil))
      if hasSums { column += 2 }
    }
    self.packs = packs
    earned = column
  }

  /// Whether a status is worth a column: something was, or might have been, decided.
  private static func isShown(_ status: Status?) -> Bool {
    switch status {
    case .pass, .fail, .partial, .undetermined, .manual, .waived: true
    case .notApplicable, .untested, nil: false
    }
  }
}

/// The first-level headings of an audit's packs, gathered from the units' scorecards.
private struct Headings {
  private struct Key: Hashable {
    let pack: String
    let dimension: String
  }

  /// The first-level heading of each heading.
  private var tops: [Key: String] = [:]
  private var titles: [Key: Bilingual] = [:]
  /// The heading under which each rule is added up.
  private var dimensions: [RuleID: String] = [:]

  init(_ audit: AuditResult) {
    for unit in audit.units {
      for pack in unit.score.packs {
        var top = ""
        for dimension in pack.dimensions {
          if dimension.level == 1 { top = dimension.id }
          let key = Key(pack: pack.pack, dimension: dimension.id)
          tops[key] = top
          titles[key] = dimension.title
        }
      }
      for scored in unit.findings {
        if let dimension = scored.dimension { dimensions[scored.finding.rule] = dimension }
      }
    }
  }

  /// Usual rules by heading, in the order of each heading's first rule; what has none comes last.
  func grouped(
    _ rules: [Int], of digest: AuditDigest, other: Bilingual
  ) -> [(title: Bilingual, rules: [Int])] {
    var order: [String] = []
    var members: [String: [Int]] = [:]
    var names: [String: Bilingual] = [:]
    for place in rules where digest.rules[place].severity != .bonus {
      let id = digest.rules[place].id
      let dimension = dimensions[id] ?? ""
      let top = tops[Key(pack: id.pack, dimension: dimension)] ?? ""
      if members[top] == nil, !top.isEmpty { order.append(top) }
      members[top, default: []].append(place)
      names[top] = titles[Key(pack: id.pack, dimension: top)]
    }
    if members[""] != nil { order.append("") }
    return order.map { (names[$0] ?? other, members[$0] ?? []) }
  }
}
