import Audit
import Dates
import Rules
import Support
import Testing
import YAML

/// Every district's plan to start from loads, and its units answer for the pack's rules.
struct `Plans to start from` {
  static let packs = PackFinder(folders: [Fixtures.root + "/Rules"]).all().map(\.name)

  private func plan(_ name: String) throws -> AuditPlan {
    let path = "\(Fixtures.root)/docs/plans/\(name).yaml"
    return try AuditPlan.read(
      try TextFile.bytes(at: path), file: path, context: try PlanReading.context())
  }

  @Test(arguments: packs) func `load and audit the document's year`(_ pack: String) throws {
    let plan = try plan(pack)
    #expect(plan.packs.map(\.pack.id) == [pack])
    let year = try #require(plan.packs.first).pack.year
    #expect(plan.period.from == CivilDate(year: year, month: 1, day: 1))
    #expect(plan.period.to == CivilDate(year: year, month: 12, day: 31))
    #expect(plan.asOf >= plan.period.to)
    let days = try TextFile.bytes(at: Fixtures.root + "/Rules/calendar/workdays.csv")
    let run = try AuditRun(
      plan: plan, calendar: WorkCalendar(csv: String(decoding: days, as: UTF8.self)))
    #expect(!run.books.isEmpty)
  }

  /// Collective names (各镇街, 公共企事业单位) expand to units that the documents do not name.
  @Test(arguments: packs)
  func `have a unit for every rule that names one`(_ pack: String) throws {
    let plan = try plan(pack)
    let loaded = try #require(plan.packs.first).pack
    let spelled = Set(
      plan.units.flatMap { [$0.name] + $0.aliases }.map { UnitName.normalised($0) })
    let kinds = Set(plan.units.map(\.kind.rawValue))
    let answering = Set(
      loaded.roster.filter { entry in
        ([entry.name] + entry.aliases).contains { spelled.contains(UnitName.normalised($0)) }
          || entry.kinds.contains { kinds.contains($0.rawValue) }
      }.map(\.name))
    let single = Set(loaded.roster.filter(\.kinds.isEmpty).map(\.name))
    for rule in loaded.rules
    where rule.standing == .active && rule.units.contains(where: single.contains) {
      #expect(
        rule.units.contains { answering.contains($0) },
        "\(rule.id): no unit of the plan is \(rule.units.joined(separator: ", "))")
    }
  }
}
