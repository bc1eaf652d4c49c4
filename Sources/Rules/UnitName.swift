/// The name of a unit, taken apart so that its spellings can be compared.
///
/// `区财政局`, `山亭区财政局`, `枣庄市山亭区财政局` and `财政局` are one unit's names: what follows the
/// district is the same, and no level contradicts another. `市财政局` is another unit, and so is
/// `开发区财政局`: a zone is no district.
package struct UnitName: Sendable {
  /// Without white space, full-width ASCII made plain.
  private let whole: String
  /// 区, 县, 市 or 旗 when the name says of which level the unit is.
  private let level: Character?
  /// What follows the district; the whole name when it names none.
  private let core: String

  package init(_ text: String) {
    whole = Self.normalised(text)
    (level, core) = Self.split(Array(whole))
  }

  /// Says whether both can be spellings of one unit's name.
  package func matches(_ other: UnitName) -> Bool {
    if whole == other.whole { return !whole.isEmpty }
    guard core == other.core, !core.isEmpty else { return false }
    guard let level, let otherLevel = other.level else { return true }
    return level == otherLevel
  }

  /// Removes white space, turns full-width ASCII into plain ASCII and folds its case.
  package static func normalised(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      scalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(scalars).lowercased()
  }

  /// Words before 区 that make it a zone or a quarter, not a district.
  private static let zones = [
    "开发", "高新", "经开", "示范", "保税", "保护", "管理", "度假", "试验", "合作", "工业", "产业", "功能", "园",
    "社", "景", "库", "辖", "校", "主城",
  ]

  /// Words that begin with a level's character without naming a level.
  private static let notLevels = ["市场", "市政", "市容", "市民", "区块", "区域", "县域"]

  private static func split(_ name: [Character]) -> (level: Character?, core: String) {
    let unsplit: (Character?, String) = (nil, String(name))
    guard name.count >= 3 else { return unsplit }
    func cut(_ index: Int) -> (Character?, String) {
      name.count - index - 1 >= 2 ? (name[index], String(name[(index + 1)...])) : unsplit
    }
    // 市中区 and its like are districts' names.
    let namesLevel = !notLevels.contains(String(name.prefix(2))) && name[2] != "区"
    if namesLevel && "区县市旗".contains(name[0]) { return cut(0) }
    let reach = 1..<min(10, name.count)
    if let index = reach.first(where: { "区县旗".contains(name[$0]) }) {
      let before = String(name[..<index])
      return zones.contains(where: before.hasSuffix) ? unsplit : cut(index)
    }
    guard let index = (2..<max(2, min(6, name.count))).first(where: { name[$0] == "市" }) else {
      return unsplit
    }
    return notLevels.contains(String(name[index...].prefix(2))) ? unsplit : cut(index)
  }
}

extension Pack {
  /// Says whether a rule binds a unit of the plan.
  ///
  /// It does when one of the rule's roster entries is the unit, by name or alias, or is a
  /// collective name for units of its kind.
  package func binds(
    _ rule: Rule, unitName: String, aliases: [String], kind: UnitKind
  ) -> Bool {
    let spellings = ([unitName] + aliases).map { UnitName($0) }
    return roster.contains { entry in
      guard rule.units.contains(entry.name) else { return false }
      if entry.kinds.contains(kind) { return true }
      let names = ([entry.name] + entry.aliases).map { UnitName($0) }
      return names.contains { name in spellings.contains(where: name.matches) }
    }
  }
}
