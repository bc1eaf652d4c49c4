package import Dates
package import Rules
import Texts
import YAML

/// What a plan is read with: the day, the search path of packs, and what the caller overrides.
package struct PlanContext: Sendable {
  package var finder: PackFinder
  /// The as-of of a plan that has none.
  package var today: CivilDate
  /// Overrides the plan's as-of (`--as-of`).
  package var asOf: CivilDate?
  /// Overrides the plan's rules (`--rules`): names or paths.
  package var rules: [String]?

  package init(
    finder: PackFinder, today: CivilDate, asOf: CivilDate? = nil, rules: [String]? = nil
  ) {
    self.finder = finder
    self.today = today
    self.asOf = asOf
    self.rules = rules
  }

  /// The period of a plan that names none: the calendar year of `day`, up to `day`.
  func usualPeriod(upTo day: CivilDate) -> DateSpan? {
    CivilDate(year: day.year, month: 1, day: 1).flatMap { DateSpan(from: $0, to: day) }
  }

  /// Loads the packs of `references`, each with the place that its problems are put at.
  ///
  /// An unknown or faulty pack, or one that is named twice, is logged and left out.
  func packs(
    _ references: [(text: String, problem: (Bilingual) -> YAMLProblem)], log: YAMLProblemLog
  ) -> [PlanPack] {
    var packs: [PlanPack] = []
    for reference in references {
      switch finder.locate(reference.text) {
      case .failure(let fault): log.add(reference.problem(fault.message))
      case .success(let location):
        do throws(YAMLProblems) {
          let pack = try finder.load(location)
          if packs.contains(where: { $0.pack.id == pack.id }) {
            log.add(
              reference.problem(
                Bilingual(
                  zh: "规则包“\(pack.id)”写了两次，只能留一个",
                  en: "rule pack \"\(pack.id)\" is named twice; keep one")))
          } else {
            packs.append(PlanPack(pack: pack, location: location))
          }
        } catch {
          for problem in error.all { log.add(problem) }
        }
      }
    }
    return packs
  }

  /// Loads the packs that the caller names in place of the plan's; nil when it names none.
  func overridingPacks(log: YAMLProblemLog) -> [PlanPack]? {
    guard let rules else { return nil }
    let place: (Bilingual) -> YAMLProblem = {
      YAMLProblem(file: "--rules", line: 0, column: 0, message: $0)
    }
    if rules.isEmpty {
      log.add(place(Bilingual(zh: "请至少写一个规则包", en: "name at least one rule pack")))
    }
    return packs(rules.map { (text: $0, problem: place) }, log: log)
  }
}
