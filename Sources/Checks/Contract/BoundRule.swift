import Dates
import Findings
package import Rules
package import Sites
import Texts
import Web
import YAML

/// A rule with its check, its keys decoded.
package struct BoundRule: Sendable {
  package let rule: Rule
  private let decide:
    @Sendable (Rule, UnitProfile, Survey) throws(WorkCalendar.Problem) -> Conclusion

  /// Binds a rule to a check kind; logs every problem of its keys and returns nil when there is
  /// one.
  init?<Kind: Check>(_ rule: Rule, to kind: Kind.Type, log: YAMLProblemLog) {
    let before = log.problems.count
    let requirement = Kind.decode(rule.requirement.without(["kind"]), log: log)
    guard let requirement, log.problems.count == before else { return nil }
    self.rule = rule
    decide = { rule, unit, survey throws(WorkCalendar.Problem) in
      try Kind.conclude(requirement, rule: rule, unit: unit, in: survey)
    }
  }

  /// Holds a unit against the rule; a calendar that ends too early makes it undetermined.
  package func conclude(_ unit: UnitProfile, in survey: Survey) -> Conclusion {
    do throws(WorkCalendar.Problem) {
      return try decide(rule, unit, survey)
    } catch {
      return Conclusion(
        .undetermined,
        message: Wording.text(
          "\(error)。", "The work calendar does not reach far enough: \(error)."),
        soughtFor: rule.title, coverage: Coverage(pages: 0, columns: [], gaps: []))
    }
  }
}
