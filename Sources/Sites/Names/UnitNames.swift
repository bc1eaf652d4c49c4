import Page
package import Web

/// All spellings of the units of a plan, and which unit a spelling means.
///
/// A unit is known by its name and aliases, by both with the district's name before them or
/// without it (区财政局, 山亭区财政局, 财政局), and by the usual short form of its body (人社局). A
/// spelling that two units share means neither.
package struct UnitNames: Sendable {
  private var owner: [String: UnitID?] = [:]
  /// Keys by unit, longest first.
  private var keys: [UnitID: [String]] = [:]
  /// The district's name as it stands before units: `山亭区`; nil when the plan does not show it.
  package private(set) var district: String?

  package init(_ units: [UnitProfile]) {
    district = Self.district(of: units)
    for unit in units {
      let spellings = Self.spellings(of: unit, district: district)
      keys[unit.id] = spellings.sorted { ($1.count, $0) < ($0.count, $1) }
      for key in spellings.sorted() {
        if let known = owner[key], known != unit.id {
          owner[key] = .some(nil)
        } else {
          owner[key] = unit.id
        }
      }
    }
    // What the plan itself writes is proof against what was derived for another unit.
    for unit in units {
      for written in [unit.name] + unit.aliases { owner[NameKey.of(written)] = unit.id }
    }
  }

  /// The unit that a whole text names, or nil.
  package func unit(named text: String) -> UnitID? {
    let key = NameKey.of(text)
    return owner[key].flatMap { $0 }
  }

  /// The spellings of a unit as keys, longest first.
  package func keys(of unit: UnitID) -> [String] { keys[unit] ?? [] }

  /// The one unit that a title names somewhere in it; nil when none or several are named.
  ///
  /// Only spellings of four letters or more count: 财政局 alone stands in too many titles.
  package func unit(inTitle title: String) -> UnitID? {
    let found = units(inTitle: title)
    return found.count == 1 ? found.first : nil
  }

  /// The units that a title names, sorted; a name inside a longer name of another unit does not
  /// count.
  package func units(inTitle title: String) -> [UnitID] {
    let key = Array(NameKey.of(title).utf8)
    var hits: [(range: Range<Int>, unit: UnitID)] = []
    for (unit, spellings) in keys {
      for spelling in spellings where spelling.unicodeScalars.count >= 4 {
        let word = Array(spelling.utf8)
        if let place = ByteSearch.find(word, in: key) {
          hits.append((place..<(place + word.count), unit))
        }
      }
    }
    let outer = hits.filter { hit in
      !hits.contains {
        $0.unit != hit.unit && $0.range.count > hit.range.count
          && $0.range.lowerBound <= hit.range.lowerBound
          && hit.range.upperBound <= $0.range.upperBound
      }
    }
    return Set(outer.map(\.unit)).sorted()
  }

  private static let levels: Set<Character> = ["区", "县", "市", "旗"]

  /// Finds a name of the form `X区Y` among the aliases of a unit called `区Y`.
  private static func district(of units: [UnitProfile]) -> String? {
    var votes: [String: Int] = [:]
    for unit in units {
      guard let level = unit.name.first, levels.contains(level) else { continue }
      for alias in unit.aliases where alias.hasSuffix(unit.name) && alias.count > unit.name.count {
        votes[String(alias.dropLast(unit.name.count - 1)), default: 0] += 1
      }
    }
    return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private static func spellings(of unit: UnitProfile, district: String?) -> Set<String> {
    var found = Set(([unit.name] + unit.aliases).map(NameKey.of))
    for name in found {
      for pair in Abbreviations.pairs {
        if name.hasSuffix(pair.full) {
          found.insert(String(name.dropLast(pair.full.count)) + pair.short)
        } else if name.hasSuffix(pair.short) {
          found.insert(String(name.dropLast(pair.short.count)) + pair.full)
        }
      }
    }
    for name in found {
      guard let level = name.first, levels.contains(level), name.count >= 4 else { continue }
      let bare = String(name.dropFirst())
      found.insert(bare)
      if let district, district.last == level { found.insert(district + bare) }
    }
    return found.filter { $0.count >= 2 }
  }
}
