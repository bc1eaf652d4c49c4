package import Dates
package import Rules
package import Sites

/// Everything that a check may look at, besides its rule and unit; one object that all checks share.
package final class Survey: Sendable {
  /// The day on which lateness is judged.
  package let asOf: CivilDate
  package let period: DateSpan
  package let calendar: WorkCalendar
  /// The pack that the rule is of.
  package let pack: Pack
  /// The sites and units, with where everything stands; shared by the packs of an audit.
  package let index: SurveyIndex
  /// All spellings of each of `units`: those of the plan and those of the pack.
  package let names: [UnitSpellings]
  /// Every spelling in `names`.
  let allNames: Set<[UInt8]>
  /// What titles say of `names`, remembered.
  let namings = NameMemory()
  /// Which page speaks of what a rule could not see, remembered.
  let sightings = Sightings()
  /// The units that each name of the pack's roster stands for, ascending.
  private let bound: [String: [Int]]

  /// Sorted by site id.
  package var sites: [Site] { index.sites }
  /// All units of the plan, in plan order.
  package var units: [UnitProfile] { index.units }

  package init(
    asOf: CivilDate, period: DateSpan, calendar: WorkCalendar, index: SurveyIndex, pack: Pack
  ) {
    self.asOf = asOf
    self.period = period
    self.calendar = calendar
    self.pack = pack
    self.index = index
    let units = index.units
    let spellings = units.map { ([$0.name] + $0.aliases).map { UnitName($0) } }
    var bound: [String: [Int]] = [:]
    var extra = index.spellings
    for entry in pack.roster {
      let kinds = entry.kinds.map(\.rawValue)
      let names = ([entry.name] + entry.aliases).map { UnitName($0) }
      for number in units.indices {
        let isNamed = names.contains { name in spellings[number].contains(where: name.matches) }
        if isNamed && entry.kinds.isEmpty { extra[number] += [entry.name] + entry.aliases }
        if isNamed || kinds.contains(units[number].kind) {
          bound[entry.name, default: []].append(number)
        }
      }
    }
    self.bound = bound
    names = extra.map { UnitSpellings($0) }
    allNames = Set(names.flatMap(\.all))
  }

  /// The positions in `units` that a rule binds, ascending.
  package func members(of rule: Rule) -> [Int] { members(named: rule.units) }

  /// The positions in `units` for which names of the roster stand, ascending.
  func members(named names: [String]) -> [Int] {
    guard names.count > 1 else { return names.first.flatMap { bound[$0] } ?? [] }
    return Set(names.flatMap { bound[$0] ?? [] }).sorted()
  }

  /// The position of a unit in `units`.
  package func number(of unit: UnitProfile) -> Int? { index.unitNumbers[unit.id] }
}
